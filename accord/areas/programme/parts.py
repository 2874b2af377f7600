"""What pages of the programme are made of: names, classifications, mappings, issues, what parties said they support."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta

from accord.acts.facts import Fact
from accord.acts.values import Source, Text
from accord.areas.parties.cite import Cite, FactCite, Missing, Part, PartyCode, cite, cite_entry, cite_fact
from accord.areas.programme.acts import Bearing, MapApproach, Nature, Purpose, RelateIssue, Sides, Stage, Term
from accord.areas.programme.known import Known
from accord.areas.programme.rows import Support
from accord.reference import trace
from accord.reference.trace import Class

ElementName = Annotated[str, Meta(extra={"shown": "element"})]
"""An element, by its code."""
ApproachName = Annotated[str, Meta(extra={"shown": "approach"})]
"""An approach, by its code."""
ElementVerb = Literal["considered", "discussed", "explored", "may-include", "proposed"]
"""What the text did with what it lists; never stronger than the text."""
TRACED = "A/68/514"
"""The document whose paragraphs have their verb and class in `accord.reference.trace`."""


class Named(Part, frozen=True):
    """An element and its name."""

    element: ElementName
    name: Text


class MappingRow(Part, frozen=True):
    """A mapping: whose reading it is, of which approach, and how many elements it names."""

    approach: ApproachName
    author: PartyCode
    element_count: int
    note: Text | None
    cite: Cite


class StandsIn(Part, frozen=True):
    """An element stands in an approach, by the mapping of an author."""

    approach: ApproachName
    approach_title: Text
    author: PartyCode
    step: str | None
    step_title: Text | None
    note: Text | None
    cite: Cite


class ClassificationRow(Part, frozen=True):
    """How an author classifies an element; another may do so differently (A/68/514 ¶24)."""

    author: PartyCode
    undertaken: tuple[Sides, ...]
    purpose: tuple[Purpose, ...]
    stage: tuple[Stage, ...]
    term: tuple[Term, ...]
    nature: tuple[Nature, ...]
    note: Text | None
    cite: Cite


class IssueRow(Part, frozen=True):
    """An issue that bears upon elements, as its author relates it (A/68/514 ¶¶31, 49)."""

    issue: str
    name: Text
    bearing: Bearing
    elements: tuple[ElementName, ...]
    author: PartyCode
    note: Text | None
    cite: Cite


class SupportRow(Part, frozen=True):
    """What a party said that it supports, its reservation beside it (A/68/514 ¶21)."""

    party: PartyCode
    element: ElementName | None
    approach: ApproachName | None
    name: Text
    reservation: Text | None
    since: datetime.date | None
    until: datetime.date | None
    holds: bool
    """On the day asked for; without a day, whether it has not been withdrawn."""
    withdrawn: Cite | None
    cite: FactCite


class Mapping(NamedTuple):
    """A mapping as comparisons count it: approach, author, and the act that holds."""

    approach: str
    author: str
    said: Fact[MapApproach]


def element_name(known: Known, label: str) -> Text:
    """The name of an element.

    Raises:
        Missing: no such element.
    """
    fact = known.programme.tables.elements.get(label)
    if fact is None:
        raise Missing("element", label)
    return fact.act.name


def named(known: Known, label: str) -> Named:
    """An element and its name."""
    return Named(element=label, name=element_name(known, label))


def in_source_order(label: str) -> tuple[tuple[bool, int, str], ...]:
    """What codes of elements are listed by: numbers as numbers, the rest by the alphabet. It ranks nothing.

    >>> sorted(["29-a", "27-h-legislation", "27-h", "9-b"], key=in_source_order)
    ['9-b', '27-h', '27-h-legislation', '29-a']
    """
    return tuple((not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in label.split("-"))


def mappings(known: Known, approaches: tuple[str, ...] = (), author: str = "") -> tuple[Mapping, ...]:
    """The mappings that name elements, of some approaches or all, by one author or all: by approach, then author."""
    view = known.programme
    return tuple(
        Mapping(approach, by, said)
        for approach in sorted(approaches or view.tables.approaches)
        for by, said in sorted(view.readings(approach).items())
        if author in ("", by)
    )


def mapping_row(known: Known, mapping: Mapping) -> MappingRow:
    """A mapping."""
    act = mapping.said.act
    return MappingRow(
        approach=mapping.approach,
        author=mapping.author,
        element_count=len({mapped.element for mapped in act.elements}),
        note=act.note,
        cite=cite(known, mapping.said, mapping.author),
    )


def stands_in(known: Known, element: str) -> tuple[StandsIn, ...]:
    """In which approaches an element stands, by which mappings: by approach, then author."""
    rows = [
        row
        for mappings in known.programme_lookups.mapping[element]
        for said in mappings.values()
        for row in _standing(known, element, said)
    ]
    return tuple(sorted(rows, key=lambda row: (row.approach, row.author, row.step or "")))


def _standing(known: Known, element: str, said: Fact[MapApproach]) -> Iterator[StandsIn]:
    act = said.act
    approach = known.programme.tables.approaches[act.approach].act
    steps = {step.step: step.name for step in approach.steps}
    for mapped in act.elements:
        if mapped.element == element:
            yield StandsIn(
                approach=act.approach,
                approach_title=approach.name,
                author=act.author,
                step=mapped.step,
                step_title=None if mapped.step is None else steps.get(mapped.step),
                note=mapped.note,
                cite=cite(known, said, act.author),
            )


def classification_rows(known: Known, element: str) -> tuple[ClassificationRow, ...]:
    """How authors classify an element, in the order recorded; those taken back are left out."""
    found = known.programme.tables.classifications.get(element, {}).values()
    rows = (
        ClassificationRow(
            author=fact.act.author,
            undertaken=fact.act.undertaken,
            purpose=fact.act.purpose,
            stage=fact.act.stage,
            term=fact.act.term,
            nature=fact.act.nature,
            note=fact.act.note,
            cite=cite(known, fact, fact.act.author),
        )
        for fact in found
    )
    return tuple(row for row in rows if row.undertaken or row.purpose or row.stage or row.term or row.nature)


def issue_row(known: Known, fact: Fact[RelateIssue]) -> IssueRow:
    """An issue."""
    act = fact.act
    return IssueRow(
        issue=act.issue,
        name=act.name,
        bearing=act.bearing,
        elements=act.elements,
        author=act.author,
        note=act.note,
        cite=cite(known, fact, act.author),
    )


def issue_rows(known: Known, element: str = "") -> tuple[IssueRow, ...]:
    """The issues, or those that bear upon an element: by its name, or with all the others."""
    return tuple(
        issue_row(known, fact)
        for _, fact in sorted(known.programme.tables.issues.items())
        if not element or fact.act.bearing != "named-elements" or element in fact.act.elements
    )


def support_rows(known: Known, target: str, on: datetime.date | None) -> tuple[SupportRow, ...]:
    """Who said that they support an element or approach, or did: by the code of the party, then in time."""
    found = known.programme.tables.supports.get(target, {})
    return tuple(support_row(known, row, on) for party in sorted(found) for row in found[party])


def support_row(known: Known, row: Support, on: datetime.date | None) -> SupportRow:
    """What a party said that it supports."""
    act = row.said.act
    tables = known.programme.tables
    label = act.approach or ""
    name = tables.approaches[label].act.name if act.element is None else tables.elements[act.element].act.name
    return SupportRow(
        party=act.party,
        element=act.element,
        approach=act.approach,
        name=name,
        reservation=act.reservation,
        since=act.on,
        until=row.until,
        holds=row.holds(on),
        withdrawn=None if row.ended is None else cite_entry(known, row.ended, act.party),
        cite=cite_fact(known, row.said, act.party),
    )


def paragraph(source: Source | None) -> tuple[ElementVerb | None, Class | None]:
    """What the text of A/68/514 did with the unit that a source names, and its class; nothing of other documents.

    >>> paragraph(Source(document="A/68/514", place="para-28-d-ii"))
    ('may-include', 'proposed')
    """
    if source is None or source.document != TRACED:
        return None, None
    return _paragraphs().get(source.place or "", (None, None))


@cache
def _paragraphs() -> dict[str, tuple[ElementVerb, Class]]:
    return {
        "para-" + row.para.replace("(", "-").replace(")", ""): (row.verb, row.class_)  # type: ignore[misc]
        for row in trace.rows()
    }

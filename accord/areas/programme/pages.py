"""How elements are asked about: all at a glance, by any facet and classifier, and one with all that is known."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.meetings.rules import key
from accord.areas.parties import pages as parties
from accord.areas.parties.cite import Cite, Correction, Missing, Page, Part, PartyCode, cite, head, history
from accord.areas.parties.pages import ReplyRow
from accord.areas.programme.acts import TableElement, TraceElement
from accord.areas.programme.facets import FACETS, ElementFacet, ElementFacetRow, classified, facet_rows
from accord.areas.programme.known import Known
from accord.areas.programme.parts import (
    ClassificationRow,
    ElementName,
    ElementVerb,
    IssueRow,
    MappingRow,
    Named,
    StandsIn,
    SupportRow,
    classification_rows,
    in_source_order,
    issue_rows,
    mapping_row,
    mappings,
    named,
    paragraph,
    stands_in,
    support_rows,
)
from accord.areas.proposals import pages as proposals
from accord.areas.proposals.pages import CompiledRow, Reading, Silence
from accord.areas.proposals.parts import LinkRow, ProposalName, SourceRow
from accord.areas.proposals.rows import State
from accord.reference.trace import Class

NoOrder = Literal["no-hierarchy"]


class ElementRow(Part, frozen=True):
    """An element among the others (A/68/514 ¶¶27-29)."""

    element: ElementName
    name: Text
    part_of: ElementName | None
    trace_verb: ElementVerb | None
    """What the text did with it; `None` where it comes from another source."""
    text_class: Class | None
    sponsor: PartyCode | None
    mapped_by: int
    """Mappings in which it stands."""
    proposal_count: int
    supporter_count: int
    """Parties that said they support it, on the day asked for."""
    cite: Cite


class ElementsPage(Page, frozen=True, tag="elements"):
    """All elements at a glance, without hierarchy; or those that an author classifies so."""

    element_facet: ElementFacet | None
    value: str | None
    author: PartyCode | None
    no_order: NoOrder
    elements: tuple[ElementRow, ...]
    mapping_count: int
    """Mappings of approaches on record, of whatever author."""
    facets: tuple[ElementFacetRow, ...]
    issues: tuple[IssueRow, ...]
    reading: Reading


class TracedRow(Part, frozen=True):
    """A proposal that is this element by the reading of an author: where it was raised, listed and reflected."""

    proposal: ProposalName
    title: Text
    standing: State
    author: PartyCode
    note: Text | None
    sources: tuple[SourceRow, ...]
    """Where it was raised."""
    compiled: tuple[CompiledRow, ...]
    links: tuple[LinkRow, ...]
    """By the readings of their authors: reflected in a report, implemented by a measure."""
    cite: Cite


class ElementPage(Page, frozen=True, tag="element"):
    """One element: its source, how parties classify it, in which mappings it stands, and from proposal to measure."""

    element: ElementName
    name: Text
    summary: Text | None
    part_of: Named | None
    parts: tuple[Named, ...]
    sponsor: PartyCode | None
    trace_verb: ElementVerb | None
    text_class: Class | None
    no_order: NoOrder
    classifications: tuple[ClassificationRow, ...]
    stands_in: tuple[StandsIn, ...]
    not_in: tuple[MappingRow, ...]
    """Mappings in which it does not stand."""
    issues: tuple[IssueRow, ...]
    proposals: tuple[TracedRow, ...]
    supporting: tuple[SupportRow, ...]
    silence: Silence
    reading: Reading
    replies: tuple[ReplyRow, ...]
    cite: Cite
    history: tuple[Correction, ...]


class ElementOf(Part, frozen=True):
    """An element that a proposal is, by the reading of an author."""

    element: ElementName
    name: Text
    author: PartyCode
    note: Text | None
    cite: Cite


def elements(
    known: Known, facet: str = "", value: str = "", author: str = "", *, on: datetime.date | None = None
) -> ElementsPage:
    """All elements; with a facet and a value, those that anybody, or one author, classifies so.

    Raises:
        Missing: no such facet, or no such party.
    """
    chosen = next((one for one in FACETS if one == facet), None)
    if facet and (chosen is None or not value):
        raise Missing("facet", facet)
    if author:
        parties.entered(known, author)
    tables = known.programme.tables
    wanted = (
        label
        for label in sorted(tables.elements, key=in_source_order)
        if chosen is None or classified(known, label, chosen, value, author)
    )
    return ElementsPage(
        head=head(known, on),
        element_facet=chosen,
        value=value or None,
        author=author or None,
        no_order="no-hierarchy",
        elements=tuple(element_row(known, tables.elements[label], on) for label in wanted),
        mapping_count=len(mappings(known)),
        facets=facet_rows(known),
        issues=issue_rows(known),
        reading="of-authors",
    )


def element_row(known: Known, fact: Fact[TableElement], on: datetime.date | None) -> ElementRow:
    """An element among the others."""
    act = fact.act
    verb, class_ = paragraph(act.source)
    target = f"element {act.element}"
    supports = known.programme.tables.supports.get(target, {})
    return ElementRow(
        element=act.element,
        name=act.name,
        part_of=act.part_of,
        trace_verb=verb,
        text_class=class_,
        sponsor=act.sponsor,
        mapped_by=len({(row.approach, row.author) for row in stands_in(known, act.element)}),
        proposal_count=len({key(f.act.body, f.act.proposal) for f in known.programme_lookups.traces[target]}),
        supporter_count=sum(any(row.holds(on) for row in rows) for rows in supports.values()),
        cite=cite(known, fact, act.sponsor),
    )


def element(known: Known, element: str, *, on: datetime.date | None = None) -> ElementPage:
    """One element, by its code.

    Raises:
        Missing: no such element.
    """
    view = known.programme
    fact = view.tables.elements.get(element)
    if fact is None:
        raise Missing("element", element)
    act = fact.act
    verb, class_ = paragraph(act.source)
    standing = stands_in(known, element)
    within = {(row.approach, row.author) for row in standing}
    return ElementPage(
        head=head(known, on),
        element=element,
        name=act.name,
        summary=act.summary,
        part_of=None if act.part_of is None else named(known, act.part_of),
        parts=tuple(named(known, label) for label in sorted(view.parts(element), key=in_source_order)),
        sponsor=act.sponsor,
        trace_verb=verb,
        text_class=class_,
        no_order="no-hierarchy",
        classifications=classification_rows(known, element),
        stands_in=standing,
        not_in=tuple(mapping_row(known, m) for m in mappings(known) if (m.approach, m.author) not in within),
        issues=issue_rows(known, element),
        proposals=tuple(traced_row(known, f) for f in known.programme_lookups.traces[f"element {element}"]),
        supporting=support_rows(known, f"element {element}", on),
        silence="no-position",
        reading="of-authors",
        replies=parties.reply_rows(known, (*fact.corrected, fact.entry)),
        cite=cite(known, fact, act.sponsor),
        history=history(known, fact),
    )


def traced_row(known: Known, fact: Fact[TraceElement]) -> TracedRow:
    """A proposal of an element, from where it was raised to what implements it."""
    act = fact.act
    page = proposals.proposal(known, act.proposal, act.body)
    return TracedRow(
        proposal=page.proposal,
        title=page.title,
        standing=page.standing,
        author=act.author,
        note=act.note,
        sources=page.sources,
        compiled=page.compiled,
        links=page.links,
        cite=cite(known, fact, act.author),
    )


def elements_of(known: Known, proposal: str) -> tuple[ElementOf, ...]:
    """The elements that a proposal is, by the readings of authors; the proposal by its key."""
    tables = known.programme.tables
    return tuple(
        ElementOf(
            element=fact.act.element,
            name=tables.elements[fact.act.element].act.name,
            author=fact.act.author,
            note=fact.act.note,
            cite=cite(known, fact, fact.act.author),
        )
        for fact in known.programme_lookups.traces[f"proposal {proposal}"]
    )

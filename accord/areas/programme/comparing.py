"""Approaches compared: what stands in all of them, in one only, and in time where they have one.

Every result names the mappings that it comes from and their authors. The order in which approaches are named, tabled
or mapped changes nothing. What States support is another question, with a page of its own (A/68/514 ¶21).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from accord.acts.values import Text
from accord.areas.parties.cite import Page, Part, PartyCode, head
from accord.areas.parties.pages import entered
from accord.areas.programme.approaches import ApproachRow, approach_row, tabled
from accord.areas.programme.conflicts import between
from accord.areas.programme.known import Known
from accord.areas.programme.parts import (
    ApproachName,
    ElementName,
    Mapping,
    MappingRow,
    Named,
    in_source_order,
    mapping_row,
    mappings,
    named,
)
from accord.areas.programme.timing import PathRow, clash_rows, path_row
from accord.areas.proposals.pages import Reading

TwoReadings = Literal["addressed-in-any", "approach-determines"]
"""Of paragraph 22: some elements need to be addressed in any approach; the approach determines the elements."""


Conflict = Literal[
    "goes-round",
    "impossible-deadline",
    "prerequisite-later",
    "prerequisite-in-later-phase",
    "deadlines-differ",
    "orders-differ",
]
"""What does not fit together, within an approach and between two."""


class InMapping(Part, frozen=True):
    """A mapping, by its approach and its author."""

    approach: ApproachName
    author: PartyCode


class ComparedRow(Part, frozen=True):
    """An element: in which of the mappings compared it stands."""

    element: ElementName
    name: Text
    in_mappings: tuple[InMapping, ...]
    in_all: bool


class OnlyRow(Part, frozen=True):
    """The elements that stand in mappings of one approach and of no other that is compared."""

    approach: ApproachName
    elements: tuple[Named, ...]


class DeadlineConflictRow(Part, frozen=True):
    """What does not fit together: in one approach, by its steps; or between two, by the mappings of the elements."""

    conflict: Conflict
    approaches: tuple[ApproachName, ...]
    authors: tuple[PartyCode, ...]
    """Of the mappings by which it is found; nobody where the approach itself says so."""
    steps: tuple[str, ...]
    elements: tuple[ElementName, ...]
    earliest: datetime.date | None
    deadlines: tuple[datetime.date, ...]


class ComparePage(Page, frozen=True, tag="compare"):
    """Approaches compared by the mappings of authors (A/68/514 ¶¶20-22)."""

    approaches: tuple[ApproachRow, ...]
    author: PartyCode | None
    """Whose mappings alone are compared, if one was asked for."""
    mappings: tuple[MappingRow, ...]
    unmapped: tuple[ApproachName, ...]
    """Approaches that nobody, or not this author, has mapped: what stands in them is not known here."""
    readings: tuple[TwoReadings, ...]
    common: tuple[Named, ...]
    """Elements in every mapping compared."""
    only: tuple[OnlyRow, ...]
    elements: tuple[ComparedRow, ...]
    critical_path: tuple[PathRow, ...]
    conflicts: tuple[DeadlineConflictRow, ...]
    reading: Reading


def compare(known: Known, approaches: str = "", author: str = "", *, on: datetime.date | None = None) -> ComparePage:
    """Approaches, as `action-plan,framework`, or all; by the mappings of all authors, or of one.

    Raises:
        Missing: no such approach, or no such party.
    """
    labels = tuple(sorted({label for label in approaches.split(",") if label} or known.programme.tables.approaches))
    facts = {label: tabled(known, label) for label in labels}
    if author:
        entered(known, author)
    found = mappings(known, labels, author)
    compared = compared_rows(known, found)
    return ComparePage(
        head=head(known, on),
        approaches=tuple(approach_row(known, facts[label]) for label in labels),
        author=author or None,
        mappings=tuple(mapping_row(known, mapping) for mapping in found),
        unmapped=tuple(label for label in labels if label not in {mapping.approach for mapping in found}),
        readings=("addressed-in-any", "approach-determines"),
        common=tuple(named(known, row.element) for row in compared if row.in_all),
        only=tuple(only_row(known, label, compared) for label in labels if any(label == m.approach for m in found)),
        elements=compared,
        critical_path=tuple(path_row(facts[label].act) for label in labels),
        conflicts=(*_within(known, labels), *_between(known, labels, found)),
        reading="of-authors",
    )


def compared_rows(known: Known, found: Sequence[Mapping]) -> tuple[ComparedRow, ...]:
    """Each element that stands in a mapping, with the mappings in which it does."""
    within: dict[str, list[InMapping]] = {}
    for mapping in found:
        for element in dict.fromkeys(mapped.element for mapped in mapping.said.act.elements):
            within.setdefault(element, []).append(InMapping(approach=mapping.approach, author=mapping.author))
    return tuple(
        ComparedRow(
            element=label,
            name=known.programme.tables.elements[label].act.name,
            in_mappings=tuple(within[label]),
            in_all=len(within[label]) == len(found),
        )
        for label in sorted(within, key=in_source_order)
    )


def only_row(known: Known, approach: str, compared: Sequence[ComparedRow]) -> OnlyRow:
    """The elements that stand in mappings of this approach and of no other."""
    own = (row.element for row in compared if {one.approach for one in row.in_mappings} == {approach})
    return OnlyRow(approach=approach, elements=tuple(named(known, label) for label in own))


def _within(known: Known, labels: Sequence[str]) -> tuple[DeadlineConflictRow, ...]:
    return tuple(
        DeadlineConflictRow(
            conflict=row.conflict,
            approaches=(label,),
            authors=(),
            steps=row.steps,
            elements=(),
            earliest=row.earliest,
            deadlines=row.deadlines,
        )
        for label in labels
        for row in clash_rows(known.programme.tables.approaches[label].act)
    )


def _between(known: Known, labels: Sequence[str], found: Sequence[Mapping]) -> tuple[DeadlineConflictRow, ...]:
    acts = {label: known.programme.tables.approaches[label].act for label in labels}
    return tuple(
        DeadlineConflictRow(
            conflict=one.kind,
            approaches=tuple(approach for approach, _ in one.readings),
            authors=tuple(dict.fromkeys(author for _, author in one.readings)),
            steps=(),
            elements=one.elements,
            earliest=None,
            deadlines=one.days,
        )
        for one in between(acts, [mapping.said.act for mapping in found])
    )

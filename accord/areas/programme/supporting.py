"""What States and others said they support, each reservation beside it: never merged with what is computed (¶21)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from accord.acts.values import Text
from accord.areas.parties import pages as parties
from accord.areas.parties.cite import Missing, Page, Part, head
from accord.areas.parties.pages import ReplyRow
from accord.areas.programme.approaches import tabled
from accord.areas.programme.known import Known
from accord.areas.programme.parts import (
    ApproachName,
    ElementName,
    SupportRow,
    element_name,
    in_source_order,
    support_row,
    support_rows,
)
from accord.areas.proposals.pages import Silence


class SupportedRow(Part, frozen=True):
    """An element or approach and how many said that they support it, on the day asked for."""

    element: ElementName | None
    approach: ApproachName | None
    name: Text
    without_reservation: int
    with_reservation: int


class SupportPage(Page, frozen=True, tag="support"):
    """What parties said that they support. Who is not named has no recorded position: no agreement, no objection."""

    element: ElementName | None
    approach: ApproachName | None
    name: Text | None
    """Of the element or approach, where one is asked about."""
    silence: Silence
    registered_states: int
    """In the register of this record."""
    states_with_position: int
    """Of those: with support on record for what is asked about, on the day asked for."""
    supported: tuple[SupportedRow, ...]
    """Where nothing in particular is asked about: each element and approach."""
    supporting: tuple[SupportRow, ...]
    replies: tuple[ReplyRow, ...]


def support(known: Known, of: str = "", label: str = "", *, on: datetime.date | None = None) -> SupportPage:
    """What parties said that they support: everything, or an `element` or `approach` by its code.

    Raises:
        Missing: no such element or approach.
    """
    name = named_target(known, of, label)
    targets = [f"{of} {label}"] if name is not None else list(_targets(known))
    rows = tuple(row for target in targets for row in support_rows(known, target, on))
    register = known.parties.tables.parties
    states = {code for code, fact in register.items() if fact.act.kind == "state"}
    return SupportPage(
        head=head(known, on),
        element=label if of == "element" else None,
        approach=label if of == "approach" else None,
        name=name,
        silence="no-position",
        registered_states=len(states),
        states_with_position=len(states & {row.party for row in rows if row.holds}),
        supported=() if name is not None else tuple(_supported(known, on)),
        supporting=rows,
        replies=parties.reply_rows(known, tuple(row.cite.entry for row in rows)),
    )


def named_target(known: Known, of: str, label: str) -> Text | None:
    """The name of the element or approach asked about; `None` where nothing in particular is.

    Raises:
        Missing: no such element or approach, or neither of the two.
    """
    match of:
        case "":
            return None
        case "element":
            return element_name(known, label)
        case "approach":
            return tabled(known, label).act.name
    raise Missing("element", of)


def supports_of(known: Known, party: str, on: datetime.date | None) -> tuple[SupportRow, ...]:
    """What a party said that it supports, or did, in the order in which anybody first supported it."""
    found = known.programme_lookups.supports[party]
    return tuple(support_row(known, row, on) for parties in found for row in parties[party])


def _targets(known: Known) -> Iterator[str]:
    tables = known.programme.tables
    yield from (f"element {label}" for label in sorted(tables.elements, key=in_source_order))
    yield from (f"approach {label}" for label in sorted(tables.approaches))


def _supported(known: Known, on: datetime.date | None) -> Iterator[SupportedRow]:
    for target in _targets(known):
        rows = [row for row in support_rows(known, target, on) if row.holds]
        if rows:
            reserved = sum(row.reservation is not None for row in rows)
            yield SupportedRow(
                element=rows[0].element,
                approach=rows[0].approach,
                name=rows[0].name,
                without_reservation=len(rows) - reserved,
                with_reservation=reserved,
            )

"""The differences between any two states of a draft: tracked changes, each with whose it is."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.values import Language
from accord.areas.documents.pages import SymbolText
from accord.areas.negotiation.numbering import numbers
from accord.areas.negotiation.pieces import Known, Piece, compared, negotiated, revisions, rows, state_named
from accord.areas.negotiation.revising import in_order
from accord.areas.parties.cite import Page, Part, PartyCode, head

DifferenceKind = Literal["changed", "added", "deleted", "moved"]


class DifferenceRow(Part, frozen=True):
    """A unit that differs between two states."""

    unit: str
    number: str
    """As in the later state; of a deleted unit, as in the earlier one."""
    difference: DifferenceKind
    words: tuple[Piece, ...]


class DifferencesPage(Page, frozen=True, tag="differences"):
    """What differs between two states of a draft, all of it or the units that a party's changes touch."""

    draft: SymbolText
    language: Language
    earlier_stage: int
    earlier_document: SymbolText | None
    """`None` where that state is an oral revision."""
    later_stage: int
    later_document: SymbolText | None
    sponsor: PartyCode | None
    changed_by: tuple[PartyCode, ...]
    """Everybody whose changes these are, before the sponsor is chosen."""
    differences: tuple[DifferenceRow, ...]


def differences(
    known: Known, draft: str, earlier: str = "", later: str = "", sponsor: str = "", *, on: datetime.date | None = None
) -> DifferencesPage:
    """What differs between two states, named by number or symbol; without them, between the draft as tabled and now.

    Raises:
        Missing: no such draft or state.
    """
    fact = negotiated(known, draft)
    name = fact.act.draft
    first = state_named(known, name, earlier, 0)
    second = state_named(known, name, later, known.negotiation.state(name))
    first, second = min(first, second), max(first, second)
    found = rows_between(known, name, first, second)
    by = {party: None for row in found for piece in row.words for party in piece.by}
    return DifferencesPage(
        head=head(known, on),
        draft=name,
        language=fact.act.language,
        earlier_stage=first,
        earlier_document=document_of(known, name, first),
        later_stage=second,
        later_document=document_of(known, name, second),
        sponsor=sponsor or None,
        changed_by=tuple(by),
        differences=tuple(row for row in found if not sponsor or any(sponsor in piece.by for piece in row.words)),
    )


def document_of(known: Known, draft: str, state: int) -> str | None:
    """The symbol of a state; none of an oral revision."""
    return draft if state == 0 else revisions(known, draft)[state - 1].document


def rows_between(known: Known, draft: str, earlier: int, later: int) -> tuple[DifferenceRow, ...]:
    """The units that differ, in the order of the later state, deleted ones where they stood."""
    units = rows(known, draft)
    was, now = in_order(units, earlier), in_order(units, later)
    before, after = numbers(units, was), numbers(units, now)
    out = []
    for unit in order_of_both(was, now):
        row = units[unit]
        kind: DifferenceKind | None = None
        if unit not in before:
            kind = "added"
        elif unit not in after:
            kind = "deleted"
        elif row.at(earlier).hash != row.at(later).hash:
            kind = "changed"
        elif row.place(earlier) != row.place(later):
            kind = "moved"
        if kind is not None:
            words = compared(known, draft, unit, earlier, later)
            number = after[unit] if unit in after else before[unit]
            out.append(DifferenceRow(unit=unit, number=number, difference=kind, words=words))
    return tuple(out)


def order_of_both(was: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """The later order, with what is gone put after what it followed.

    >>> order_of_both(("a", "b", "c"), ("c", "a", "x"))
    ('c', 'a', 'b', 'x')
    """
    stays = set(now)
    gone: dict[str, list[str]] = {}
    last = ""
    for unit in was:
        if unit in stays:
            last = unit
        else:
            gone.setdefault(last, []).append(unit)
    return (*gone.get("", ()), *(one for unit in now for one in (unit, *gone.get(unit, ()))))

"""What changed in a delegation's paragraphs since an entry: what it wrote, would amend or has a position on."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.values import Language
from accord.areas.documents.pages import SymbolText
from accord.areas.negotiation.compared import document_of
from accord.areas.negotiation.numbering import numbers
from accord.areas.negotiation.pieces import Known, Piece, compared, rows
from accord.areas.negotiation.revising import in_order
from accord.areas.parties.cite import EntryIndex, Missing, Page, Part, PartyCode, head

Event = Literal[
    "revised",
    "unit-added",
    "unit-deleted",
    "proposed",
    "amendment-withdrawn",
    "amendment-fell",
    "deadline",
    "silence",
    "adopted",
]


class ChangeEvent(Part, frozen=True):
    """One thing that happened to a paragraph, or to the draft it stands in."""

    entry: EntryIndex
    draft: SymbolText
    language: Language
    event: Event
    unit: str | None
    """`None` where it is about the draft as a whole."""
    number: str
    amendment: str | None
    """The one that was proposed, withdrawn, or fell."""
    document: SymbolText | None
    """The revision that brought it, where it has a symbol."""
    whose: tuple[PartyCode, ...]
    """Whose it is."""
    words: tuple[Piece, ...]


class FollowedRow(Part, frozen=True):
    """A draft, and the units of it that are the party's."""

    draft: SymbolText
    units: tuple[str, ...]


class ChangesPage(Page, frozen=True, tag="changes"):
    """What changed in a party's paragraphs from an entry on, what it did itself left out."""

    party: PartyCode
    since: EntryIndex
    own_paragraphs: tuple[FollowedRow, ...]
    events: tuple[ChangeEvent, ...]


def changes(known: Known, party: str, since: str = "", *, on: datetime.date | None = None) -> ChangesPage:
    """What changed in a party's paragraphs, from an entry on; without one, from the beginning.

    Raises:
        Missing: no such party, or no entry of that number.
    """
    if party not in known.parties.tables.parties:
        raise Missing("party", party)
    if since and not (since.isascii() and since.isdigit() and len(since) < 16):
        raise Missing("entry", since)
    first = int(since or "0")
    followed = [(draft, units_of(known, draft, party)) for draft in known.negotiation.tables.drafts]
    events = [event for draft, units in followed if units for event in events_of(known, draft, units, party, first)]
    return ChangesPage(
        head=head(known, on),
        party=party,
        since=first,
        own_paragraphs=tuple(FollowedRow(draft=draft, units=units) for draft, units in followed if units),
        events=tuple(sorted(events, key=lambda event: (event.entry, event.unit or ""))),
    )


def units_of(known: Known, draft: str, party: str) -> tuple[str, ...]:
    """The units of a draft that are a party's: all of its own draft, else those that it amends or has a position on."""
    tables = known.negotiation.tables
    units = tables.units.get(draft, {})
    if tables.drafts[draft].act.text_author == party:
        return tuple(units)
    named: dict[str, None] = {}
    for row in tables.amendments.get(draft, {}).values():
        if party in row.holding():
            named.update((change.unit, None) for change in row.act.changes)
    for fact in tables.positions.get(draft, {}).values():
        if fact.act.party == party:
            named.update((unit, None) for unit in fact.act.units)
    return tuple(unit for unit in units if unit in named)


def events_of(known: Known, draft: str, units: tuple[str, ...], party: str, since: int) -> list[ChangeEvent]:
    """What happened to units of a draft, and to all of it, from an entry on."""
    tables = known.negotiation.tables
    every = rows(known, draft)
    printed = numbers(every, in_order(every, known.negotiation.state(draft)))
    language = tables.drafts[draft].act.language
    found: list[ChangeEvent] = []

    def add(entry: int, event: Event, unit: str | None = None, **more: object) -> None:
        if entry >= since:
            given: dict[str, object] = {
                "language": language,
                "amendment": None,
                "document": None,
                "whose": (),
                "words": (),
                **more,
            }
            number = printed.get(unit or "", "")
            found.append(ChangeEvent(entry=entry, draft=draft, event=event, unit=unit, number=number, **given))  # type: ignore[arg-type]

    for unit in units:
        for entry, event, state, words in texts_of(known, draft, unit, since):
            by = tuple(dict.fromkeys(one for piece in words for one in piece.by))
            add(entry, event, unit, document=document_of(known, draft, state), whose=by, words=words)
        for name in tables.touched.get(draft, {}).get(unit, ()):
            row = tables.amendments[draft][name]
            by = row.holding() or row.act.sponsors
            if row.fallen is not None:
                add(row.fallen, "amendment-fell", unit, amendment=name, whose=by)
            if party not in row.holding():
                add(row.entry, "proposed", unit, amendment=name, whose=by)
                if row.withdrawn is not None:
                    add(row.withdrawn, "amendment-withdrawn", unit, amendment=name, whose=by)
    for deadline in tables.deadlines.get(draft, {}).values():
        if not deadline.act.addressees or party in deadline.act.addressees:
            add(deadline.entry, "deadline")
    for silence in tables.silences.get(draft, {}).values():
        add(silence.entry, "silence", whose=(silence.act.opened_by,))
    adopted = tables.adoptions.get(draft)
    if adopted is not None:
        add(adopted.entry, "adopted", document=adopted.act.document)
    return found


def texts_of(known: Known, draft: str, unit: str, since: int) -> list[tuple[int, Event, int, tuple[Piece, ...]]]:
    """The texts that a unit got by revisions from an entry on, and its end: entry, what, state, words."""
    row = rows(known, draft)[unit]
    revised = known.negotiation.tables.revisions.get(draft, ())
    found: list[tuple[int, Event, int, tuple[Piece, ...]]] = []
    for number, version in enumerate(row.versions):
        if version.state and version.entry >= since:
            before = row.versions[number - 1].state if number else version.state
            event: Event = "revised" if number else "unit-added"
            found.append((version.entry, event, version.state, compared(known, draft, unit, before, version.state)))
    if row.until is not None and revised[row.until - 1].entry >= since:
        words = compared(known, draft, unit, row.until - 1, row.until)
        found.append((revised[row.until - 1].entry, "unit-deleted", row.until, words))
    return found

"""How the programme of work of a body is asked about: day by day, as adopted and as revised."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import groupby

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.pages import SymbolText
from accord.areas.meetings.acts import AdoptProgramme, PartOfDay, ProgrammeSlot
from accord.areas.meetings.known import Known
from accord.areas.meetings.rules import key, single
from accord.areas.meetings.single import ItemRow, Status, item_rows, meeting_row
from accord.areas.parties.cite import Cite, Missing, Page, Part, cite, head


class Subject(Part, frozen=True):
    """A theme or panel of a slot; its title where it is recorded."""

    label: str
    title: Text | None


class SlotRow(Part, frozen=True):
    """A part of a day, and what it is for."""

    part: PartOfDay
    number: int | None
    """Of the meeting."""
    status: Status | None
    """Of that meeting, where it is scheduled."""
    title: Text | None
    items: tuple[ItemRow, ...]
    themes: tuple[Subject, ...]
    panels: tuple[Subject, ...]
    is_new: bool
    """Of a revision: the programme before it has no such slot."""


class ProgrammeDay(Part, frozen=True):
    """A day of the programme."""

    day: datetime.date
    slots: tuple[SlotRow, ...]


class RevisionRow(Part, frozen=True):
    """The programme as adopted (0), or a revision of it."""

    revision: int
    adopted: datetime.date | None
    document: SymbolText | None
    cite: Cite


class ProgrammePage(Page, frozen=True, tag="programme"):
    """The programme of work of a body, in force on the day asked for or as revised last."""

    body: BodyCode
    revision: int | None
    """`None`: no programme of work is recorded."""
    document: SymbolText | None
    adopted: datetime.date | None
    cite: Cite | None
    days: tuple[ProgrammeDay, ...]
    revisions: tuple[RevisionRow, ...]


def programmes(known: Known, body: str) -> list[Fact[AdoptProgramme]]:
    """The programme of a body and its revisions, in order."""
    found = [fact for fact in known.meetings.tables.programmes.values() if fact.act.body == body]
    return sorted(found, key=lambda f: f.act.revision)


def in_force(facts: Iterable[Fact[AdoptProgramme]], on: datetime.date | None) -> Fact[AdoptProgramme] | None:
    """The last revision, or the last that was adopted by a day; one of unknown day counts as adopted."""
    held = [fact for fact in facts if on is None or fact.act.on is None or fact.act.on <= on]
    return held[-1] if held else None


def programme(known: Known, body: str = "", revision: str = "", *, on: datetime.date | None = None) -> ProgrammePage:
    """The programme of work of a body.

    Raises:
        Missing: no such body or revision.
    """
    name = established(known, body).act.body
    facts = programmes(known, name)
    wanted = in_force(facts, on)
    if revision:
        wanted = next((fact for fact in facts if str(fact.act.revision) == revision), None)
        if wanted is None:
            raise Missing("programme", revision)
    return ProgrammePage(
        head=head(known, on),
        body=name,
        revision=None if wanted is None else wanted.act.revision,
        document=None if wanted is None else wanted.act.document,
        adopted=None if wanted is None else wanted.act.on,
        cite=None if wanted is None else cite(known, wanted),
        days=() if wanted is None else _days(known, wanted, facts, wanted.act.slots),
        revisions=tuple(
            RevisionRow(
                revision=fact.act.revision, adopted=fact.act.on, document=fact.act.document, cite=cite(known, fact)
            )
            for fact in facts
        ),
    )


def slots_on(known: Known, body: str, day: datetime.date, on: datetime.date | None) -> tuple[SlotRow, ...]:
    """What the programme in force says about a day."""
    facts = programmes(known, body)
    fact = in_force(facts, on)
    if fact is None:
        return ()
    slots = (slot for slot in fact.act.slots if slot.day == day)
    return tuple(slot for one in _days(known, fact, facts, slots) for slot in one.slots)


def programme_days(known: Known, body: str) -> set[datetime.date]:
    """The days that the programme as revised last says something about."""
    fact = in_force(programmes(known, body), None)
    return set() if fact is None else {slot.day for slot in fact.act.slots}


def _days(
    known: Known, fact: Fact[AdoptProgramme], facts: list[Fact[AdoptProgramme]], slots: Iterable[ProgrammeSlot]
) -> tuple[ProgrammeDay, ...]:
    """Slots of a programme by their days."""
    before = next((f.act.slots for f in facts if f.act.revision == fact.act.revision - 1), None)
    body = fact.act.body
    return tuple(
        ProgrammeDay(
            day=day,
            slots=tuple(_slot(known, body, slot, before is not None and slot not in before) for slot in of_day),
        )
        for day, of_day in groupby(slots, key=lambda slot: slot.day)
    )


def _slot(known: Known, body: str, slot: ProgrammeSlot, is_new: bool) -> SlotRow:
    tables = known.meetings.tables
    scheduled = None if slot.number is None else tables.scheduled.get(single(body, slot.number))
    themes = [(label, tables.themes.get(key(body, label))) for label in slot.themes]
    panels = [(label, tables.panels.get(key(body, label))) for label in slot.panels]
    return SlotRow(
        part=slot.part,
        number=slot.number,
        status=None if scheduled is None else meeting_row(known, scheduled).status,
        title=slot.title,
        items=item_rows(known, body, slot.items),
        themes=tuple(Subject(label=label, title=None if f is None else f.act.title) for label, f in themes),
        panels=tuple(Subject(label=label, title=None if f is None else f.act.title) for label, f in panels),
        is_new=is_new,
    )

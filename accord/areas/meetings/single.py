"""How a single meeting of a body is asked about: when it is or was held, who presided, how it ended."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.facts import Fact
from accord.acts.values import Person, Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.meetings.acts import Ending, RecordAttendance, ScheduleMeeting, SingleKind
from accord.areas.meetings.attendance import Attending, attending
from accord.areas.meetings.known import Known
from accord.areas.meetings.rules import single
from accord.areas.meetings.view import Sitting
from accord.areas.parties.cite import (
    Cite,
    Correction,
    Instant,
    Missing,
    Page,
    Part,
    PartyCode,
    cite,
    head,
    history,
)

Status = Literal["scheduled", "postponed", "cancelled", "in-session", "suspended", "adjourned", "rose"]
Access = Literal["open", "closed"]


class ItemRow(Part, frozen=True):
    """An item of the agenda; its title where the agenda that has it is recorded."""

    number: int
    title: Text | None


class MeetingRow(Part, frozen=True):
    """A single meeting, as it stands after every postponement."""

    number: int
    body: BodyCode
    kind: SingleKind
    status: Status
    held: datetime.date | None
    """The day for which it is scheduled or on which it was convened; `None`: still to be announced."""
    starts: str | None
    """At the venue: when it is to start; once convened, when it was called to order, where that is recorded."""
    ends: str | None
    """At the venue: when it is to end; once over, when it ended, where that is recorded."""
    offset: str | None
    title: Text | None
    items: tuple[ItemRow, ...]
    access: Access | None
    venue: Text | None
    cite: Cite


class MeetingChange(Part, frozen=True):
    """A meeting moved, or was cancelled."""

    cancelled: bool
    to: datetime.date | None
    starts: str | None
    ends: str | None
    because: Text | None
    cite: Cite


class SittingRow(Part, frozen=True):
    """From when the meeting was called to order or resumed until it ended."""

    opened: datetime.date
    starts: str | None
    presiding: Person | None
    presiding_state: PartyCode | None
    ended_on: datetime.date | None
    """`None`: nothing is recorded of its end."""
    ends: str | None
    how_ended: Ending | None
    cite: Cite
    ended_by: Cite | None


class MeetingPage(Page, frozen=True, tag="meeting"):
    """One meeting: its plan, what became of it, who was recorded as present."""

    body: BodyCode
    meeting: MeetingRow
    starts_at: Instant | None
    """Of the planned start, in universal time."""
    previous_meeting: int | None
    following_meeting: int | None
    changes: tuple[MeetingChange, ...]
    sittings: tuple[SittingRow, ...]
    attendance: tuple[Attending, ...]
    """Parties recorded as present. Who was not recorded was not therefore absent."""
    history: tuple[Correction, ...]


def instant(day: datetime.date, time: str, offset: str) -> int:
    """A day and time at the venue as microseconds of universal time since 1970.

    >>> instant(datetime.date(2032, 3, 1), "10:00", "+01:00") - instant(datetime.date(2032, 3, 1), "09:00", "+00:00")
    0
    """
    when = datetime.datetime.fromisoformat(f"{day.isoformat()}T{time}:00{offset}")
    return (when - datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)) // datetime.timedelta(microseconds=1)


def meeting_rows(known: Known, body: str, day: datetime.date | None = None) -> tuple[MeetingRow, ...]:
    """The single meetings of a body in the order of their numbers; those of a day, where one is given."""
    rows = known.once(f"single meetings of {body}", lambda: _meeting_rows(known, body))
    return rows if day is None else meetings_by_day(known, body).get(day, ())


def meetings_by_day(known: Known, body: str) -> dict[datetime.date, tuple[MeetingRow, ...]]:
    """Day → the single meetings of a body on it, in the order of their numbers."""

    def make() -> dict[datetime.date, tuple[MeetingRow, ...]]:
        found: dict[datetime.date, tuple[MeetingRow, ...]] = {}
        for row in meeting_rows(known, body):
            for day in days_of(known, row):
                found[day] = (*found.get(day, ()), row)
        return found

    return known.once(f"days of single meetings of {body}", make)


def _meeting_rows(known: Known, body: str) -> tuple[MeetingRow, ...]:
    facts = [fact for fact in known.meetings.tables.scheduled.values() if fact.act.body == body]
    return tuple(meeting_row(known, fact) for fact in sorted(facts, key=lambda f: f.act.number))


def days_of(known: Known, row: MeetingRow) -> tuple[datetime.date, ...]:
    """The days of a meeting: those on which it sat, else the one for which it is scheduled."""
    sittings = known.meetings.tables.sittings.get(single(row.body, row.number), ())
    if sittings:
        return tuple(dict.fromkeys(sitting.convened.act.on for sitting in sittings))
    return (row.held,) if row.held is not None and row.status != "cancelled" else ()


def meeting_row(known: Known, fact: Fact[ScheduleMeeting]) -> MeetingRow:
    """A single meeting."""
    act = fact.act
    tables = known.meetings.tables
    name = single(act.body, act.number)
    moves = tables.postponed.get(name, ())
    plan = moves[-1].act if moves else None
    sittings = tables.sittings.get(name, ())
    held, starts, ends = (act.on, act.starts, act.ends) if plan is None else (plan.to, plan.starts, plan.ends)
    if sittings:
        first, last = sittings[0].convened.act, sittings[-1].closed
        over = last is not None and last.act.how != "suspended"
        held, starts = first.on, first.time or (starts if first.on == held else None)
        ends = last.act.time if last is not None and over else ends
    return MeetingRow(
        number=act.number,
        body=act.body,
        kind=act.kind,
        status=status(bool(moves), name in tables.cancelled, sittings),
        held=held,
        starts=starts,
        ends=ends,
        offset=act.offset if plan is None or plan.offset is None else plan.offset,
        title=act.title,
        items=item_rows(known, act.body, act.items),
        access=act.access,
        venue=act.venue,
        cite=cite(known, fact),
    )


def status(moved: bool, cancelled: bool, sittings: tuple[Sitting, ...]) -> Status:
    """Where a meeting stands."""
    if sittings:
        closed = sittings[-1].closed
        return "in-session" if closed is None else closed.act.how
    return "cancelled" if cancelled else "postponed" if moved else "scheduled"


def item_rows(known: Known, body: str, items: tuple[int, ...]) -> tuple[ItemRow, ...]:
    """Items of the agenda in force, by their numbers."""
    agenda = known.bodies.tables.agendas.get(body)
    titles = {} if agenda is None else {item.number: item.title for item in agenda.act.items}
    return tuple(ItemRow(number=number, title=titles.get(number)) for number in items)


def meeting(known: Known, number: str, body: str = "", *, on: datetime.date | None = None) -> MeetingPage:
    """One meeting.

    Raises:
        Missing: no such meeting or body.
    """
    name = established(known, body).act.body
    at = single(name, int(number)) if number.isascii() and number.isdigit() and len(number) < 9 else ""
    fact = known.meetings.tables.scheduled.get(at)
    if fact is None:
        raise Missing("meeting", number)
    row = meeting_row(known, fact)
    numbers = [other.number for other in meeting_rows(known, name)]
    place = numbers.index(row.number)
    planned = row.held is not None and row.starts is not None and row.offset is not None
    return MeetingPage(
        head=head(known, on),
        body=name,
        meeting=row,
        starts_at=instant(row.held, row.starts, row.offset) if planned else None,  # type: ignore[arg-type]
        previous_meeting=numbers[place - 1] if place else None,
        following_meeting=numbers[place + 1] if place + 1 < len(numbers) else None,
        changes=_changes(known, at),
        sittings=tuple(_sitting(known, sitting) for sitting in known.meetings.tables.sittings.get(at, ())),
        attendance=_attendance(known, name, row.number),
        history=history(known, fact),
    )


def _changes(known: Known, at: str) -> tuple[MeetingChange, ...]:
    tables = known.meetings.tables
    moved = tuple(
        MeetingChange(
            cancelled=False,
            to=fact.act.to,
            starts=fact.act.starts,
            ends=fact.act.ends,
            because=fact.act.reason,
            cite=cite(known, fact),
        )
        for fact in tables.postponed.get(at, ())
    )
    called_off = tables.cancelled.get(at)
    if called_off is None:
        return moved
    because, where = called_off.act.reason, cite(known, called_off)
    return (*moved, MeetingChange(cancelled=True, to=None, starts=None, ends=None, because=because, cite=where))


def _sitting(known: Known, sitting: Sitting) -> SittingRow:
    opened, closed = sitting.convened.act, sitting.closed
    return SittingRow(
        opened=opened.on,
        starts=opened.time,
        presiding=opened.presiding,
        presiding_state=opened.presiding_state,
        ended_on=None if closed is None else closed.act.on or opened.on,
        ends=None if closed is None else closed.act.time,
        how_ended=None if closed is None else closed.act.how,
        cite=cite(known, sitting.convened),
        ended_by=None if closed is None else cite(known, closed),
    )


def _attendance(known: Known, body: str, number: int) -> tuple[Attending, ...]:
    facts: list[Fact[RecordAttendance]] = [
        fact
        for fact in known.meetings.tables.attendances.values()
        if (fact.act.body, fact.act.number) == (body, number)
    ]
    return tuple(attending(known, fact) for fact in facts)

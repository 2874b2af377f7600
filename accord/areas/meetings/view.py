"""What we know of meetings: periods, single meetings, programme, attendance, panels, statements, themes."""

from __future__ import annotations

import datetime
from typing import Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Row, Tables, View, on
from accord.areas.bodies.view import Bodies
from accord.areas.documents.view import Documents
from accord.areas.meetings import rules
from accord.areas.meetings.acts import (
    AdoptProgramme,
    CancelMeeting,
    CloseMeeting,
    ConveneMeeting,
    DiscussTheme,
    HoldMeetings,
    HoldPanel,
    IntroducePaper,
    MakeStatement,
    PostponeMeeting,
    RecordAttendance,
    ScheduleMeeting,
    StrikeAttendance,
    StrikeMeeting,
    StrikeRecord,
    SubmitViews,
)
from accord.areas.meetings.rules import key, present, single
from accord.areas.parties.view import Parties


class Sitting(Row, frozen=True):
    """A meeting from when it was called to order or resumed until it was suspended, adjourned or rose."""

    convened: Fact[ConveneMeeting]
    closed: Fact[CloseMeeting] | None = None

    @property
    def end(self) -> tuple[datetime.date, str | None]:
        """The day and time at which it ended; while it lasts, the day on which it was convened."""
        if self.closed is None:
            return self.convened.act.on, None
        return self.closed.act.on or self.convened.act.on, self.closed.act.time


class MeetingTables(Tables):
    """Keyed by `body/label`; single meetings by `body/number`, attendances by `body/number/party`."""

    meetings: dict[str, Fact[HoldMeetings]] = {}
    panels: dict[str, Fact[HoldPanel]] = {}
    statements: dict[str, Fact[MakeStatement]] = {}
    introductions: dict[str, Fact[IntroducePaper]] = {}
    submissions: dict[str, Fact[SubmitViews]] = {}
    themes: dict[str, Fact[DiscussTheme]] = {}
    scheduled: dict[str, Fact[ScheduleMeeting]] = {}
    postponed: dict[str, tuple[Fact[PostponeMeeting], ...]] = {}
    cancelled: dict[str, Fact[CancelMeeting]] = {}
    sittings: dict[str, tuple[Sitting, ...]] = {}
    attendances: dict[str, Fact[RecordAttendance]] = {}
    programmes: dict[str, Fact[AdoptProgramme]] = {}
    """By `body/revision`."""


def in_order(facts: dict[str, Fact[Any]], body: str) -> list[Fact[Any]]:
    """The facts of a body: by their printed place where they have one, then by entry."""
    found = [f for f in facts.values() if f.act.body == body]

    def order(f: Fact[Any]) -> tuple[bool, int, int]:
        place = getattr(f.act, "place", None)
        return place is None, place or 0, f.first

    return sorted(found, key=order)


class Meetings(View):
    tables: MeetingTables

    def __init__(self, parties: Parties, bodies: Bodies, documents: Documents) -> None:
        self.parties = parties
        self.bodies = bodies
        self.documents = documents
        self.tables = MeetingTables()

    def register(self, name: str) -> dict[str, Fact[Any]]:
        """The table that an act names: `meeting`, `panel`, `statement`, `introduction`, `submission` or `theme`."""
        table: dict[str, Fact[Any]] = getattr(self.tables, f"{name}s")
        return table

    def latest(self, name: str) -> Fact[Any]:
        """What was recorded last of a scheduled meeting: its step furthest on."""
        tables = self.tables
        found: list[Fact[Any]] = [tables.scheduled[name], *tables.postponed.get(name, ())]
        if name in tables.cancelled:
            found.append(tables.cancelled[name])
        for sitting in tables.sittings.get(name, ()):
            found.append(sitting.convened)
            if sitting.closed is not None:
                found.append(sitting.closed)
        return found[-1]

    @on(HoldMeetings, when={1: rules.may_hold})
    def hold(self, entry: Entry[HoldMeetings]) -> None:
        act = entry.act
        self._keep(self.tables.meetings, key(act.body, act.meeting), entry)

    @on(HoldPanel, when={1: rules.may_hold_panel})
    def hold_panel(self, entry: Entry[HoldPanel]) -> None:
        act = entry.act
        self._keep(self.tables.panels, key(act.body, act.panel), entry)

    @on(MakeStatement, when={1: rules.may_state})
    def state(self, entry: Entry[MakeStatement]) -> None:
        act = entry.act
        self._keep(self.tables.statements, key(act.body, act.statement), entry)

    @on(IntroducePaper, when={1: rules.may_introduce})
    def introduce(self, entry: Entry[IntroducePaper]) -> None:
        act = entry.act
        self._keep(self.tables.introductions, key(act.body, act.introduction), entry)

    @on(SubmitViews, when={1: rules.may_submit})
    def submit(self, entry: Entry[SubmitViews]) -> None:
        act = entry.act
        self._keep(self.tables.submissions, key(act.body, act.submitter), entry)

    @on(DiscussTheme, when={1: rules.may_discuss})
    def discuss(self, entry: Entry[DiscussTheme]) -> None:
        act = entry.act
        self._keep(self.tables.themes, key(act.body, act.theme), entry)

    @on(ScheduleMeeting, when={1: rules.may_schedule})
    def schedule(self, entry: Entry[ScheduleMeeting]) -> None:
        self._keep(self.tables.scheduled, single(entry.act.body, entry.act.number), entry)

    @on(PostponeMeeting, when={1: rules.may_postpone})
    def postpone(self, entry: Entry[PostponeMeeting]) -> None:
        name = single(entry.act.body, entry.act.number)
        self.tables.postponed[name] = (*self.tables.postponed.get(name, ()), fact(entry, None))

    @on(CancelMeeting, when={1: rules.may_cancel})
    def cancel(self, entry: Entry[CancelMeeting]) -> None:
        self.tables.cancelled[single(entry.act.body, entry.act.number)] = fact(entry, None)

    @on(ConveneMeeting, when={1: rules.may_convene})
    def convene(self, entry: Entry[ConveneMeeting]) -> None:
        name = single(entry.act.body, entry.act.number)
        self.tables.sittings[name] = (*self.tables.sittings.get(name, ()), Sitting(fact(entry, None)))

    @on(CloseMeeting, when={1: rules.may_close})
    def close(self, entry: Entry[CloseMeeting]) -> None:
        name = single(entry.act.body, entry.act.number)
        *earlier, last = self.tables.sittings[name]
        self.tables.sittings[name] = (*earlier, Sitting(last.convened, fact(entry, None)))

    @on(StrikeMeeting, when={1: rules.may_strike_meeting})
    def strike_meeting(self, entry: Entry[StrikeMeeting]) -> None:
        tables = self.tables
        name = single(entry.act.body, entry.act.number)
        if sittings := tables.sittings.get(name, ()):
            *earlier, last = sittings
            left = (*earlier, Sitting(last.convened)) if last.closed is not None else tuple(earlier)
            _put(tables.sittings, name, left)
        elif name in tables.cancelled:
            del tables.cancelled[name]
        elif moves := tables.postponed.get(name, ()):
            _put(tables.postponed, name, moves[:-1])
        else:
            del tables.scheduled[name]

    @on(RecordAttendance, when={1: rules.may_attend})
    def attend(self, entry: Entry[RecordAttendance]) -> None:
        act = entry.act
        self._keep(self.tables.attendances, present(act.body, act.number, act.party), entry)

    @on(StrikeAttendance, when={1: rules.may_strike_attendance})
    def strike_attendance(self, entry: Entry[StrikeAttendance]) -> None:
        act = entry.act
        del self.tables.attendances[present(act.body, act.number, act.party)]

    @on(AdoptProgramme, when={1: rules.may_adopt_programme})
    def adopt_programme(self, entry: Entry[AdoptProgramme]) -> None:
        act = entry.act
        self._keep(self.tables.programmes, key(act.body, str(act.revision)), entry)

    @on(StrikeRecord, when={1: rules.may_strike})
    def strike(self, entry: Entry[StrikeRecord]) -> None:
        act = entry.act
        del self.register(act.register)[key(act.body, act.label)]

    @staticmethod
    def _keep(table: dict[str, Fact[Any]], name: str, entry: Entry[Any]) -> None:
        table[name] = fact(entry, table.get(name))


def _put(table: dict[str, tuple[Any, ...]], name: str, rows: tuple[Any, ...]) -> None:
    """Rows under a name, or no name where there are no rows."""
    if rows:
        table[name] = rows
    else:
        del table[name]

"""What we know of meetings: periods, panels, statements, introductions, submissions, themes."""

from __future__ import annotations

from typing import Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Tables, View, on
from accord.areas.bodies.view import Bodies
from accord.areas.documents.view import Documents
from accord.areas.meetings import rules
from accord.areas.meetings.acts import (
    DiscussTheme,
    HoldMeetings,
    HoldPanel,
    IntroducePaper,
    MakeStatement,
    StrikeRecord,
    SubmitViews,
)
from accord.areas.meetings.rules import key
from accord.areas.parties.view import Parties


class MeetingTables(Tables):
    """Each table is keyed by `body/label`."""

    meetings: dict[str, Fact[HoldMeetings]] = {}
    panels: dict[str, Fact[HoldPanel]] = {}
    statements: dict[str, Fact[MakeStatement]] = {}
    introductions: dict[str, Fact[IntroducePaper]] = {}
    submissions: dict[str, Fact[SubmitViews]] = {}
    themes: dict[str, Fact[DiscussTheme]] = {}


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

    @on(StrikeRecord, when={1: rules.may_strike})
    def strike(self, entry: Entry[StrikeRecord]) -> None:
        act = entry.act
        del self.register(act.register)[key(act.body, act.label)]

    @staticmethod
    def _keep(table: dict[str, Fact[Any]], name: str, entry: Entry[Any]) -> None:
        table[name] = fact(entry, table.get(name))

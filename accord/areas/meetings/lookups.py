"""What pages look the records of meetings up by: their body, their days, their parties, their papers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact, in_print
from accord.acts.index import Index
from accord.acts.view import View, on
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
from accord.areas.meetings.view import Meetings

LABELS: dict[type[Any], tuple[str, str]] = {
    HoldMeetings: ("meeting", "meeting"),
    HoldPanel: ("panel", "panel"),
    MakeStatement: ("statement", "statement"),
    IntroducePaper: ("introduction", "introduction"),
    SubmitViews: ("submission", "submitter"),
    DiscussTheme: ("theme", "theme"),
}
"""Act → the register that it is entered in, and the field under whose value it is entered there."""
DATED = ("panel", "statement", "introduction")
"""Registers of what was on a day, or on one of several."""

ByDay = tuple[str, datetime.date, bool]
"""Body, day, and whether it was on that very day; else the day is one of several."""


class MeetingLookups(View):
    """The look-ups over the registers of meetings, each by the name of the register."""

    def __init__(self, meetings: Meetings) -> None:
        tables = {register: meetings.register(register) for register, _ in LABELS.values()}
        self.of_body = {name: Index(table, _body, in_print) for name, table in tables.items()}
        self.by_day = {name: Index(tables[name], _days, in_print) for name in DATED}
        self.by_party = {name: Index(table, _parties, _first) for name, table in tables.items()}
        """Under who spoke, introduced, submitted, led or sat on a panel, and for whom somebody did."""
        self.by_document = Index(meetings.tables.introductions, _document, _first)
        self.unnamed = Index(meetings.tables.introductions, _of_no_document, _first)
        """Of papers that the source does not name: under the body, and all who introduced and for whom."""
        self.by_speaker = Index(meetings.tables.statements, lambda f: [(f.act.body, f.act.speaker)], in_print)
        """Under the body and who spoke; nobody where it was an official."""
        self.for_groups = Index(meetings.tables.statements, _for_group, in_print)
        """Under the body, those made on behalf of a group."""

    def days(self, body: str) -> set[datetime.date]:
        """Every day that the registers have something of a body for."""
        return {day for index in self.by_day.values() for of, day, _ in index if of == body}

    @on(HoldMeetings)
    @on(HoldPanel)
    @on(MakeStatement)
    @on(IntroducePaper)
    @on(SubmitViews)
    @on(DiscussTheme)
    def record(self, entry: Entry[Any]) -> None:
        act = entry.act
        register, field = LABELS[type(act)]
        self._touch(register, key(act.body, getattr(act, field)))

    @on(StrikeRecord)
    def strike(self, entry: Entry[StrikeRecord]) -> None:
        self._touch(entry.act.register, key(entry.act.body, entry.act.label))

    def _touch(self, register: str, name: str) -> None:
        self.of_body[register].touch(name)
        self.by_party[register].touch(name)
        if register in DATED:
            self.by_day[register].touch(name)
        if register == "introduction":
            self.by_document.touch(name)
            self.unnamed.touch(name)
        if register == "statement":
            self.by_speaker.touch(name)
            self.for_groups.touch(name)


def _first(fact: Fact[Any]) -> int:
    return fact.first


def _body(fact: Fact[Any]) -> Iterator[str]:
    yield fact.act.body


def _for_group(fact: Fact[MakeStatement]) -> Iterator[str]:
    if fact.act.on_behalf_of is not None:
        yield fact.act.body


def _document(fact: Fact[IntroducePaper]) -> Iterator[str]:
    if fact.act.document is not None:
        yield fact.act.document


def _of_no_document(fact: Fact[IntroducePaper]) -> Iterator[tuple[str, frozenset[str]]]:
    if fact.act.document is None:
        yield fact.act.body, frozenset((*fact.act.introducers, *fact.act.on_behalf_of))


def _days(fact: Fact[Any]) -> Iterator[ByDay]:
    act = fact.act
    days = act.days if not isinstance(act, HoldPanel) else () if act.on is None else (act.on,)
    for day in days:
        yield act.body, day, len(days) == 1


def _parties(fact: Fact[Any]) -> Iterator[str]:
    return (party for party in _named(fact.act) if party is not None)


def _named(act: Any) -> Iterator[str | None]:
    match act:
        case MakeStatement():
            yield from (act.speaker, act.on_behalf_of)
        case IntroducePaper():
            yield from (*act.introducers, *act.on_behalf_of)
        case SubmitViews():
            yield act.submitter
        case DiscussTheme():
            yield act.facilitator_state
        case HoldPanel():
            yield act.moderator_state
            for one in act.panellists:
                yield from (one.affiliation, *one.affiliations)

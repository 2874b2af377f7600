"""What we know of procedure: the rules of each body, and the floor of its meetings, step by step."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Row, Tables, View, on
from accord.areas.bodies.view import Bodies
from accord.areas.documents.view import Documents
from accord.areas.meetings.rules import single
from accord.areas.meetings.view import Meetings
from accord.areas.parties.view import Parties
from accord.areas.procedure import acts, rules
from accord.areas.procedure.effects import after, reopened
from accord.areas.procedure.events import event_of, procedure_of
from accord.areas.procedure.floor import Event, Floor
from accord.areas.procedure.machine import impossible
from accord.areas.procedure.order import Note, notes
from accord.areas.procedure.sets import NO_RULES, Procedure
from accord.areas.speakers.acts import CloseList, Inscribe, ReopenList, ReplyRules, RequestReply, WaiveReply
from accord.areas.speakers.view import Speakers


class Step(Row, frozen=True):
    """An event on the floor: its entry, who said it, and the rules it broke, by those in force then."""

    entry: int
    by: str
    event: Event
    notes: tuple[Note, ...]
    rules: int | None
    """The entry that adopted the rules in force then; `None` where none were on record."""


class ProcedureTables(Tables):
    """Meetings are keyed by `body/number`."""

    adopted: dict[str, Fact[acts.AdoptProcedure]] = {}
    """Body → its rules."""
    procedures: dict[int, Procedure] = {}
    """Entry → the rules it adopted."""
    latest: dict[str, int] = {}
    """Body → the number of its latest meeting with a floor."""
    began: dict[str, Floor] = {}
    """Meeting → the floor with which it began: what the meeting before left."""
    floors: dict[str, Floor] = {}
    steps: dict[str, tuple[Step, ...]] = {}
    votes: dict[int, Fact[acts.RecordVote]] = {}
    """Entry → the result of a vote, with the votes by member."""


class Procedures(View):
    tables: ProcedureTables

    def __init__(
        self, parties: Parties, bodies: Bodies, documents: Documents, meetings: Meetings, speakers: Speakers
    ) -> None:
        self.parties = parties
        self.bodies = bodies
        self.documents = documents
        self.meetings = meetings
        self.speakers = speakers
        self.tables = ProcedureTables()

    def latest(self, body: str) -> int | None:
        """The number of the latest meeting of a body that has a floor."""
        return self.tables.latest.get(body)

    def floor(self, body: str, number: int) -> Floor:
        """What is before a meeting; of one that has not begun, what the one before left."""
        found = self.tables.floors.get(single(body, number))
        if found is not None:
            return found
        latest = self.latest(body)
        if latest is None or number < latest:
            return Floor()
        return reopened(self.tables.floors[single(body, latest)])

    def floor_of(self, act: Any) -> Floor:
        """What is before the meeting that an act is about."""
        return self.floor(act.body, act.number)

    def procedure(self, body: str) -> Procedure:
        """The rules of a body that are in force now."""
        adopted = self.tables.adopted.get(body)
        return NO_RULES if adopted is None else self.tables.procedures[adopted.entry]

    def replies(self, body: str) -> ReplyRules | None:
        """How the rules of a body limit the right of reply."""
        rules = self.procedure(body)
        return ReplyRules(seconds=rules.reply_seconds, when=rules.reply_time) if rules.reply_seconds else None

    def without(self, body: str, number: int, struck: int) -> tuple[Floor, tuple[Step, ...]] | None:
        """The meeting told again without one step; `None` where a later step cannot happen then."""
        name = single(body, number)
        floor, told = self.tables.began[name], []
        for one in self.tables.steps[name]:
            if one.entry == struck:
                continue
            procedure = NO_RULES if one.rules is None else self.tables.procedures[one.rules]
            if impossible(floor, one.event) is not None:
                return None
            told.append(Step(one.entry, one.by, one.event, notes(procedure, floor, one.event), one.rules))
            floor = after(procedure, floor, one.event)
        return floor, tuple(told)

    @on(acts.AdoptProcedure, when={1: rules.may_adopt})
    def adopt(self, entry: Entry[acts.AdoptProcedure]) -> None:
        body = entry.act.body
        self.tables.adopted[body] = fact(entry, self.tables.adopted.get(body))
        self.tables.procedures[entry.index] = procedure_of(entry.act)

    @on(acts.OpenFloor, when={1: rules.may_open})
    def open(self, entry: Entry[acts.OpenFloor]) -> None:
        act = entry.act
        name = single(act.body, act.number)
        if name not in self.tables.began:
            self.tables.began[name] = self.tables.floors[name] = self.floor(act.body, act.number)
            self.tables.latest[act.body] = act.number
        day = act.on or self._day(name)
        self._happens(entry, None if day is None else day.toordinal())

    @on(acts.CountPresent, when={1: rules.may_count})
    def count(self, entry: Entry[acts.CountPresent]) -> None:
        self._happens(entry)

    @on(acts.CloseFloor, when={1: rules.may_close})
    def close(self, entry: Entry[acts.CloseFloor]) -> None:
        self._happens(entry)

    @on(acts.OpenDebate, when={1: rules.may_debate})
    def debate(self, entry: Entry[acts.OpenDebate]) -> None:
        self._happens(entry)

    @on(acts.PutQuestion, when={1: rules.may_put})
    def put(self, entry: Entry[acts.PutQuestion]) -> None:
        self._happens(entry)

    @on(acts.MoveMotion, when={1: rules.may_move})
    def move(self, entry: Entry[acts.MoveMotion]) -> None:
        self._happens(entry)

    @on(acts.SpeakToMotion, when={1: rules.may_speak})
    def speak(self, entry: Entry[acts.SpeakToMotion]) -> None:
        self._happens(entry)

    @on(acts.WithdrawMotion, when={1: rules.may_withdraw})
    def withdraw(self, entry: Entry[acts.WithdrawMotion]) -> None:
        self._happens(entry)

    @on(acts.RaisePoint, when={1: rules.may_raise})
    def raise_point(self, entry: Entry[acts.RaisePoint]) -> None:
        self._happens(entry)

    @on(acts.MakeRuling, when={1: rules.may_rule})
    def rule(self, entry: Entry[acts.MakeRuling]) -> None:
        self._happens(entry)

    @on(acts.DecideOrder, when={1: rules.may_order})
    def order(self, entry: Entry[acts.DecideOrder]) -> None:
        self._happens(entry)

    @on(acts.BeginVoting, when={1: rules.may_begin})
    def begin(self, entry: Entry[acts.BeginVoting]) -> None:
        self._happens(entry)

    @on(acts.RecordVote, when={1: rules.may_record})
    def record(self, entry: Entry[acts.RecordVote]) -> None:
        self.tables.votes[entry.index] = fact(entry, None)
        self._happens(entry)

    @on(acts.ExplainVote, when={1: rules.may_explain})
    def explain(self, entry: Entry[acts.ExplainVote]) -> None:
        self._happens(entry)

    @on(acts.TakeDecision, when={1: rules.may_decide})
    def decide(self, entry: Entry[acts.TakeDecision]) -> None:
        self._happens(entry)

    @on(acts.ObjectToDecision, when={1: rules.may_object})
    def object(self, entry: Entry[acts.ObjectToDecision]) -> None:
        self._happens(entry)

    @on(acts.PassOver, when={1: rules.may_pass_over})
    def pass_over(self, entry: Entry[acts.PassOver]) -> None:
        self._happens(entry)

    @on(acts.StrikeStep, when={1: rules.may_strike})
    def strike(self, entry: Entry[acts.StrikeStep]) -> None:
        act = entry.act
        left = self.without(act.body, act.number, act.step)
        assert left is not None, "the rule saw that the rest stands"
        name = single(act.body, act.number)
        self.tables.floors[name], self.tables.steps[name] = left
        self.tables.votes.pop(act.step, None)

    def _day(self, name: str) -> datetime.date | None:
        """The day on which the meetings of the record say that a meeting was convened, or is to be."""
        known = self.meetings.tables
        if name in known.sittings:
            return known.sittings[name][-1].convened.act.on
        if name in known.postponed:
            return known.postponed[name][-1].act.to
        return known.scheduled[name].act.on if name in known.scheduled else None

    @on(CloseList)
    def close_list(self, entry: Entry[CloseList]) -> None:
        self._hears(entry, Event("close-list"))

    @on(ReopenList)
    def reopen_list(self, entry: Entry[ReopenList]) -> None:
        self._hears(entry, Event("reopen-list"))

    @on(Inscribe)
    def inscribe(self, entry: Entry[Inscribe]) -> None:
        self._hears(entry, Event("inscribe", entry.act.party))

    @on(RequestReply)
    def reply(self, entry: Entry[RequestReply]) -> None:
        self._hears(entry, Event("reply", entry.act.party))

    @on(WaiveReply)
    def waive_reply(self, entry: Entry[WaiveReply]) -> None:
        self._hears(entry, Event("waive-reply", entry.act.party))

    def _hears(self, entry: Entry[Any], event: Event) -> None:
        """What happens to a list of speakers happens on the floor too, if the list is of the item debated there."""
        body, listed = entry.act.body, self.speakers.tables.lists[f"{entry.act.body}/{entry.act.list}"].act
        number = self.latest(body)
        if number is None or listed.number not in (None, number):
            return
        floor = self.floor(body, number)
        if listed.item is not None and str(listed.item) != floor.item:
            return
        if impossible(floor, event) is None:
            self._keep(entry, single(body, number), event)

    def _happens(self, entry: Entry[Any], day: int | None = None) -> None:
        """An event happened: what it broke is noted by the rules in force, and the floor is what it made of it."""
        event = event_of(entry.act)
        if day is not None:
            event = msgspec.structs.replace(event, day=day)
        self._keep(entry, single(entry.act.body, entry.act.number), event)

    def _keep(self, entry: Entry[Any], name: str, event: Event) -> None:
        act = entry.act
        floor, procedure = self.tables.floors[name], self.procedure(act.body)
        adopted = self.tables.adopted.get(act.body)
        happened = Step(
            entry.index,
            entry.by,
            event,
            notes(procedure, floor, event),
            None if adopted is None else adopted.entry,
        )
        self.tables.floors[name] = after(procedure, floor, event)
        self.tables.steps[name] = (*self.tables.steps.get(name, ()), happened)

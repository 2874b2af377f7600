"""What we know of speakers: lists and who is on them, speeches, replies, translations."""

from __future__ import annotations

from typing import Any

import msgspec

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Row, Tables, View, on
from accord.areas.bodies.view import Bodies
from accord.areas.meetings.rules import key
from accord.areas.meetings.view import Meetings
from accord.areas.parties.view import Parties
from accord.areas.speakers import rules
from accord.areas.speakers.acts import (
    CallSpeaker,
    CloseList,
    GiveSpeech,
    Inscribe,
    OpenList,
    RecordTranslation,
    ReopenList,
    RequestReply,
    StrikeSpeech,
    SwapPlaces,
    WaiveReply,
    WithdrawInscription,
    YieldFloor,
)
from accord.areas.speakers.order import Standing, in_order

CATEGORIES = {"organisation": "international-organisation", "civil-society": "civil-society"}
"""The category of a party by its kind in the register; every other kind speaks as, or for, States."""


class Place(Row, frozen=True):
    """An inscription: who, for whom, in which place, and what became of it."""

    entry: int
    by: str
    act: Inscribe
    category: str
    standing: Standing
    state: str = "waiting"
    """`waiting`, `speaking`, `spoken` or `withdrawn`."""
    called: int | None = None
    """The entry that gave the floor."""
    in_turn: bool = True
    """False where the Chair gave the floor while others stood before it by the rules of the list."""
    speech: str | None = None


class Closing(Row, frozen=True):
    """The list was closed, and open again or not."""

    closed: Fact[CloseList]
    reopened: Fact[ReopenList] | None = None


class ReplyAsked(Row, frozen=True):
    """A right of reply that was asked for."""

    asked: Fact[RequestReply]
    state: str = "waiting"
    """`waiting`, `given` or `waived`."""
    speech: str | None = None


class SpeakerTables(Tables):
    """Keyed by `body/list`; speeches by `body/speech`, translations by `body/statement/language`."""

    lists: dict[str, Fact[OpenList]] = {}
    closings: dict[str, tuple[Closing, ...]] = {}
    places: dict[str, tuple[Place, ...]] = {}
    """In the order of inscription."""
    offers: dict[str, tuple[Fact[SwapPlaces], ...]] = {}
    """Exchanges of places that one of the two has agreed to."""
    replies: dict[str, tuple[ReplyAsked, ...]] = {}
    speeches: dict[str, Fact[GiveSpeech]] = {}
    translations: dict[str, Fact[RecordTranslation]] = {}


class Speakers(View):
    tables: SpeakerTables

    def __init__(self, parties: Parties, bodies: Bodies, meetings: Meetings) -> None:
        self.parties = parties
        self.bodies = bodies
        self.meetings = meetings
        self.tables = SpeakerTables()

    # What rules and pages ask.

    def place(self, act: Any, *states: str) -> int | None:
        """Which inscription of a list an act means: that of its party, for the same group, in one of the states."""
        return self._find(key(act.body, act.list), act.party, act.on_behalf_of, states)

    def other_place(self, act: SwapPlaces) -> int | None:
        """The inscription with which places are exchanged."""
        return self._find(key(act.body, act.list), act.other, act.other_on_behalf_of, ("waiting",))

    def _find(self, name: str, party: str, group: str | None, states: tuple[str, ...]) -> int | None:
        for n, one in enumerate(self.tables.places.get(name, ())):
            if (one.act.party, one.act.on_behalf_of) == (party, group) and one.state in states:
                return n
        return None

    def closed(self, name: str) -> bool:
        """Whether a list is closed."""
        closings = self.tables.closings.get(name, ())
        return bool(closings) and closings[-1].reopened is None

    def speaking(self, name: str) -> Place | None:
        """Who has the floor by a list."""
        return next((one for one in self.tables.places.get(name, ()) if one.state == "speaking"), None)

    def waiting(self, name: str) -> list[int]:
        """Which inscriptions of a list wait, in the order in which they are to speak."""
        places = self.tables.places.get(name, ())
        # Who spoke already keeps its place, so that categories go on in turn; who withdrew has none.
        held = [n for n, one in enumerate(places) if one.state != "withdrawn"]
        order = in_order([places[n].standing for n in held], self.tables.lists[name].act.order)
        return [held[n] for n in order if places[held[n]].state == "waiting"]

    def finished(self, name: str) -> bool:
        """Whether nobody waits on a list any more, or has the floor."""
        return all(one.state in ("spoken", "withdrawn") for one in self.tables.places.get(name, ()))

    def asked(self, name: str, party: str) -> int | None:
        """Which right of reply of a party waits."""
        for n, one in enumerate(self.tables.replies.get(name, ())):
            if one.asked.act.party == party and one.state == "waiting":
                return n
        return None

    def replied(self, name: str, party: str) -> int:
        """How many replies a party has given by a list."""
        asked = self.tables.replies.get(name, ())
        return sum(one.asked.act.party == party and one.state == "given" for one in asked)

    def category(self, body: str, party: str) -> str:
        """The category in which a party speaks in a body: by its capacity there, else as the register has it."""
        found = CATEGORIES.get(self.parties.tables.parties[party].act.kind, "state")
        return "observer" if found == "state" and self.bodies.observes(body, party) else found

    # Folds.

    @on(OpenList, when={1: rules.may_open})
    def open(self, entry: Entry[OpenList]) -> None:
        name = key(entry.act.body, entry.act.list)
        self.tables.lists[name] = fact(entry, self.tables.lists.get(name))

    @on(CloseList, when={1: rules.may_close})
    def close(self, entry: Entry[CloseList]) -> None:
        name = key(entry.act.body, entry.act.list)
        self.tables.closings[name] = (*self.tables.closings.get(name, ()), Closing(fact(entry, None)))

    @on(ReopenList, when={1: rules.may_reopen})
    def reopen(self, entry: Entry[ReopenList]) -> None:
        name = key(entry.act.body, entry.act.list)
        *earlier, last = self.tables.closings[name]
        self.tables.closings[name] = (*earlier, Closing(last.closed, fact(entry, None)))

    @on(Inscribe, when={1: rules.may_inscribe})
    def inscribe(self, entry: Entry[Inscribe]) -> None:
        act = entry.act
        name = key(act.body, act.list)
        category = act.category or self.category(act.body, act.party)
        standing = Standing(entry.index, act.level, category, act.on_behalf_of is not None)
        place = Place(entry.index, entry.by, act, category, standing)
        self.tables.places[name] = (*self.tables.places.get(name, ()), place)

    @on(WithdrawInscription, when={1: rules.may_withdraw})
    def withdraw(self, entry: Entry[WithdrawInscription]) -> None:
        self._set(entry.act, self.place(entry.act, "waiting"), state="withdrawn")

    @on(SwapPlaces, when={1: rules.may_swap})
    def swap(self, entry: Entry[SwapPlaces]) -> None:
        act = entry.act
        name = key(act.body, act.list)
        offers = self.tables.offers.get(name, ())
        met = tuple(offer for offer in offers if _pair(offer.act) == _pair(act)[::-1])
        if entry.by == act.party and not met:
            self.tables.offers[name] = (*offers, fact(entry, None))
            return
        both = (_pair(act), _pair(act)[::-1])
        self.tables.offers[name] = tuple(offer for offer in offers if _pair(offer.act) not in both)
        one, other = self.place(act, "waiting"), self.other_place(act)
        assert one is not None
        assert other is not None
        places = self.tables.places[name]
        mine, theirs = places[one].standing, places[other].standing
        self._set(act, one, standing=theirs)
        self._set(act, other, standing=mine)

    @on(CallSpeaker, when={1: rules.may_call})
    def call(self, entry: Entry[CallSpeaker]) -> None:
        at = self.place(entry.act, "waiting")
        in_turn = at == self.waiting(key(entry.act.body, entry.act.list))[0]
        self._set(entry.act, at, state="speaking", called=entry.index, in_turn=in_turn)

    @on(YieldFloor, when={1: rules.may_yield})
    def yield_floor(self, entry: Entry[YieldFloor]) -> None:
        act = entry.act
        at = self.place(act, "waiting", "speaking")
        assert at is not None
        standing = self.tables.places[key(act.body, act.list)][at].standing
        if act.then == "end-of-list":
            standing = msgspec.structs.replace(standing, turn=entry.index, at_end=True)
        self._set(act, at, state="waiting", called=None, in_turn=True, standing=standing)

    @on(GiveSpeech, when={1: rules.may_speak})
    def speak(self, entry: Entry[GiveSpeech]) -> None:
        act = entry.act
        current = self.tables.speeches.get(key(act.body, act.speech))
        self.tables.speeches[key(act.body, act.speech)] = fact(entry, current)
        if act.list is None or current is not None:
            return
        name = key(act.body, act.list)
        if act.reply:
            at = self.asked(name, act.party)
            self._reply(name, at, state="given", speech=act.speech)
        else:
            self._set(act, self.place(act, "speaking"), state="spoken", speech=act.speech)

    @on(StrikeSpeech, when={1: rules.may_strike_speech})
    def strike_speech(self, entry: Entry[StrikeSpeech]) -> None:
        act = entry.act
        struck = self.tables.speeches.pop(key(act.body, act.speech)).act
        if struck.list is None:
            return
        name = key(struck.body, struck.list)
        for n, place in enumerate(self.tables.places.get(name, ())):
            if place.speech == act.speech:
                self._set(struck, n, state="waiting", called=None, in_turn=True, speech=None)
        for n, reply in enumerate(self.tables.replies.get(name, ())):
            if reply.speech == act.speech:
                self._reply(name, n, state="waiting", speech=None)

    @on(RequestReply, when={1: rules.may_ask})
    def ask(self, entry: Entry[RequestReply]) -> None:
        act = entry.act
        name = key(act.body, act.list)
        self.tables.replies[name] = (*self.tables.replies.get(name, ()), ReplyAsked(fact(entry, None)))

    @on(WaiveReply, when={1: rules.may_waive})
    def waive(self, entry: Entry[WaiveReply]) -> None:
        name = key(entry.act.body, entry.act.list)
        self._reply(name, self.asked(name, entry.act.party), state="waived")

    @on(RecordTranslation, when={1: rules.may_translate})
    def translate(self, entry: Entry[RecordTranslation]) -> None:
        act = entry.act
        name = rules.translation(act.body, act.statement, act.language)
        self.tables.translations[name] = fact(entry, self.tables.translations.get(name))

    def _set(self, act: Any, at: int | None, **fields: Any) -> None:
        name = key(act.body, act.list)
        self.tables.places[name] = _changed(self.tables.places[name], at, **fields)

    def _reply(self, name: str, at: int | None, **fields: Any) -> None:
        self.tables.replies[name] = _changed(self.tables.replies[name], at, **fields)


def _changed(rows: tuple[Any, ...], at: int | None, **fields: Any) -> tuple[Any, ...]:
    """Rows, one of which has other fields."""
    return tuple(msgspec.structs.replace(row, **fields) if n == at else row for n, row in enumerate(rows))


def _pair(act: SwapPlaces) -> tuple[tuple[str, str | None], tuple[str, str | None]]:
    return (act.party, act.on_behalf_of), (act.other, act.other_on_behalf_of)

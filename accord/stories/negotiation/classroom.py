"""An exercise that a class plays from several machines: seats with codes, a facilitator, partners for empty seats.

Who was heard of lately sits at the table; partners play for everybody else, so that people may come late and leave.
Partners act only while somebody sits there and the exercise is not paused; after a start it is.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Literal

import msgspec

from accord.acts.envelope import Signature, assemble, pae, parse, read_unsigned
from accord.areas.parties.acts import RegisterKey
from accord.areas.parties.rules import readable_key
from accord.stories.negotiation.scenario import ISSUES, ROLES, SESSIONS, Language, Session, party_of
from accord.stories.negotiation.score import Debriefing, Outcome, debrief, outcome
from accord.stories.negotiation.surprises import KINDS, Planted
from accord.stories.negotiation.table import NotDone, Table, Told
from accord.stories.negotiation.telling import put_words
from accord.stories.negotiation.turns import Turn
from accord.world.vocabulary import VOCABULARY

FACILITATOR = "facilitator"
KEPT_TOLD = 200
"""Moves that are told to those who look."""
MOST_MINUTES = 120
"""By which a clock is moved at a time."""

State = Literal["paused", "under-way", "ended", "over"]


class Seat(msgspec.Struct, frozen=True):
    """A place at the table, and who plays there."""

    role: str
    player: Literal["person", "partner", "handed", "away"]
    """A person is heard of; a partner: nobody came; handed to one by the facilitator; away, so a partner plays."""


class Place(msgspec.Struct, frozen=True):
    """A wording in dispute as it stands in the draft."""

    issue: str
    unit: str
    options: tuple[str, ...] | None
    """`None`: the paragraph has other words."""
    text: str
    """Of the paragraph, in the language of the draft."""


class Seen(msgspec.Struct, frozen=True):
    """What somebody sees from a seat, at one moment."""

    state: State
    stamp: str
    """Another one when something has changed."""
    outcome: Outcome
    session: Session | None
    clock: str
    left: int
    put: str
    """What is before the meeting, in words."""
    places: tuple[Place, ...]
    waiting: str | None
    """The role whose turn comes first."""
    turn: Turn | None
    """Of this seat."""
    told: tuple[Told, ...]
    """The latest first."""
    seats: tuple[Seat, ...]
    debriefing: Debriefing
    language: Language
    """Of the draft."""


class Classroom:
    """Where a class plays. Called from any thread; one thing is done after the other.

    Args:
        codes: seat → its code; the facilitator's under `facilitator`.
        clock: seconds, growing.
        keep: keeps how the exercise is played, and what was planted.
        absent_s: who is not heard of for so long is away.
    """

    def __init__(
        self,
        table: Table,
        codes: Mapping[str, str],
        clock: Callable[[], float],
        keep: Callable[[Table, tuple[Planted, ...]], None],
        absent_s: float,
        planted: tuple[Planted, ...] = (),
    ) -> None:
        self.table = table
        self.paused = True
        self._codes = codes
        self._clock = clock
        self._keep = keep
        self._absent_s = absent_s
        self._planted = planted
        self._heard: dict[str, float] = {}
        self._lock = Lock()

    def seat_of(self, code: str) -> str | None:
        """The seat that a code opens."""
        given = code.encode("utf-8", "replace")
        return next((seat for seat, own in self._codes.items() if hmac.compare_digest(own.encode(), given)), None)

    @property
    def ended(self) -> bool:
        """Whether the facilitator ended the exercise."""
        return self.table.settings.ended

    # What is seen.

    def look(self, seat: str | None, language: Language) -> Seen:
        """What is seen from a seat, or by the room; looking says that somebody sits there."""
        with self._lock:
            self.table.catch_up()
            if seat in ROLES:
                self._heard[seat] = self._clock()
            self._go_on()
            return self._seen(seat, language)

    def _seen(self, seat: str | None, language: Language) -> Seen:
        play, seats = self.table.play, tuple(Seat(role, self._player(role)) for role in ROLES)
        first = None if self.ended else self.table.next_turn()
        state: State = "ended" if self.ended else "over" if first is None else "paused" if self.paused else "under-way"
        session, pending = play.session, None if play.session is None else play.pending
        mine = self._turn_of(seat) if seat in ROLES and state == "under-way" else None
        done = len(self.table.told)
        marks = (self.table.size, done, state, seats, None if first is None else (first.role, first.key), self._planted)
        return Seen(
            state=state,
            stamp=f"{hash((*marks, self.table.game)) & (2**64 - 1):016x}",
            outcome=outcome(play),
            session=session,
            clock="" if session is None else play.clock,
            left=0 if session is None else play.left,
            put="" if pending is None else put_words(play, pending.label, language),
            places=tuple(
                Place(name, issue.unit, play.wordings[name], play.units[issue.unit].current.text)
                for name, issue in ISSUES.items()
            ),
            waiting=None if first is None else first.role,
            turn=mine,
            told=tuple(self.table.told[: -KEPT_TOLD - 1 : -1]),
            seats=seats,
            debriefing=debrief(play, self._planted),
            language=self.table.game.language,
        )

    def _player(self, role: str) -> Literal["person", "partner", "handed", "away"]:
        if role in self.table.handed:
            return "handed"
        heard = self._heard.get(role)
        if heard is None:
            return "partner"
        return "person" if self._clock() - heard <= self._absent_s else "away"

    def _go_on(self) -> None:
        """Partners act until it is the turn of somebody who sits at the table."""
        people = tuple(role for role in ROLES if self._player(role) == "person")
        self.table.game = msgspec.structs.replace(self.table.game, humans=people)
        if people and not self.paused and not self.ended:
            before = len(self.table.told), len(self.table.passed.new)
            self.table.play_on()
            if before != (len(self.table.told), len(self.table.passed.new)):
                self._keep(self.table, self._planted)

    # What players do.

    def take(self, role: str, moment: str, number: int) -> None:
        """Takes a move, signed with the key of the role that lies on this machine.

        Raises:
            NotDone: not now, not this moment any more, no such move, or without effect.
        """
        with self._lock:
            self.table.take(self._mine(role, moment), number)
            self._after()

    def let_pass(self, role: str, moment: str) -> None:
        """Lets a moment pass.

        Raises:
            NotDone: not now, not this moment any more, or it cannot be let pass.
        """
        with self._lock:
            self.table.let_pass(self._mine(role, moment))
            self._after()

    def hand_in(self, role: str, moment: str, number: int, envelopes: Sequence[bytes]) -> None:
        """Takes a move whose acts the player has signed with a key of their own.

        Raises:
            NotDone: not now, not this moment any more, not the acts of this move, or without effect.
            Malformed, UnknownAct, Refused: what is no act, or not signed as it must be.
        """
        with self._lock:
            turn = self._mine(role, moment)
            move = self.table.move(turn, number)
            signed = [read_unsigned(parse(data).payload, VOCABULARY) for data in envelopes]
            if [(one.by, one.act) for one in signed] != [(one.by, one.act) for one in move.acts]:
                raise NotDone("exercise.other-acts")
            self.table.hand_in(role, move, envelopes)
            self._after()

    def point_out(self, role: str, entry: int) -> None:
        """Points out, for the record, that a translation or a summary is mistaken.

        Raises:
            NotDone: not now, or without effect.
        """
        with self._lock:
            self._insist_open()
            self.table.point_out(role, entry)
            self._after()

    def register(self, role: str, envelope: bytes) -> None:
        """Registers a player's own key: signed by that key, and here by the key of the role.

        Raises:
            NotDone: not the registration of a key for this role, or without effect.
            Malformed, UnknownAct, Refused: what is no act, or not signed as it must be.
        """
        with self._lock:
            given, signer = parse(envelope), self.table.key(role)
            payload = read_unsigned(given.payload, VOCABULARY)
            act, party = payload.act, party_of(role)
            brought = readable_key(act.vkey) if isinstance(act, RegisterKey) else None
            if brought is None or (payload.by, getattr(act, "party", "")) != (party, party):
                raise NotDone("exercise.other-acts")
            if set(payload.keys) != {brought.keyid, signer.vkey.keyid}:
                raise NotDone("exercise.other-acts")
            others = [one for one in given.signatures if one.keyid == brought.keyid]
            own = Signature(signer.vkey.keyid, signer.sign(pae(given.payload)))
            self.table.record([assemble(given.payload, [*others, own])])

    def key_of(self, role: str) -> str:
        """The identity of the key of a role that lies on this machine."""
        return self.table.key(role).vkey.keyid

    def _mine(self, role: str, moment: str) -> Turn:
        self._insist_open()
        if self.paused:
            raise NotDone("exercise.paused")
        self.table.catch_up()
        self._heard[role] = self._clock()
        turn = self._turn_of(role)
        if turn is None or turn.key != moment:
            raise NotDone("exercise.moment-gone")
        return turn

    def _turn_of(self, role: str) -> Turn | None:
        """The turn of a role, unless its seat was given to a partner."""
        return None if role in self.table.handed else self.table.turn_of(role)

    def _insist_open(self) -> None:
        if self.ended:
            raise NotDone("exercise.ended")

    def _after(self) -> None:
        self._keep(self.table, self._planted)
        self._go_on()

    # What the facilitator does.

    def pause(self, paused: bool) -> None:
        """Stops the exercise, or lets it go on."""
        with self._lock:
            self._insist_open()
            self.paused = paused

    def hand_over(self, role: str, to_partner: bool) -> None:
        """Gives a seat to a partner, or back to whoever sits there."""
        with self._lock:
            if role not in ROLES:
                raise NotDone("exercise.no-such-seat")
            self.table.hand_over(role, to_partner)
            self._after()

    def move_clock(self, minutes: int) -> None:
        """Moves the clock of the meeting in session forward.

        Raises:
            NotDone: no meeting is in session, or not a number of minutes.
        """
        with self._lock:
            self.table.game = msgspec.structs.replace(self.table.game, forward=self._moved("forward", minutes))
            self._after()

    def prolong(self, minutes: int) -> None:
        """Gives the meeting in session more time.

        Raises:
            NotDone: no meeting is in session, or not a number of minutes.
        """
        with self._lock:
            self.table.game = msgspec.structs.replace(self.table.game, longer=self._moved("longer", minutes))
            self._after()

    def _moved(self, field: str, minutes: int) -> tuple[int, ...]:
        self._insist_open()
        session = self.table.play.session
        if session is None:
            raise NotDone("exercise.no-meeting")
        if not 1 <= minutes <= MOST_MINUTES:
            raise NotDone("exercise.bad-minutes", most=MOST_MINUTES)
        old: tuple[int, ...] = getattr(self.table.game, field)
        return tuple(
            before + minutes * (one.number == session.number) for before, one in zip(old, SESSIONS, strict=True)
        )

    def inject(self, kind: str) -> None:
        """Plants a surprise.

        Raises:
            NotDone: there is no such surprise, or it cannot come at this moment.
        """
        with self._lock:
            self._insist_open()
            if kind not in KINDS:
                raise NotDone("exercise.no-such-surprise")
            self.table.catch_up()
            self._planted = (*self._planted, self.table.plant(kind))
            self._keep(self.table, self._planted)

    def end(self) -> None:
        """Ends the exercise, wherever it stands."""
        with self._lock:
            self.table.end()
            self._keep(self.table, self._planted)

"""The world: all views after the same entries of one record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from accord.acts import envelope as envelopes
from accord.acts import gate
from accord.acts.entry import Entry, typed, unframe
from accord.acts.envelope import Envelope
from accord.acts.gate import Check, Refused, Repeated
from accord.acts.rulings import NoEffect
from accord.acts.view import Rule, View
from accord.acts.vocabulary import Act, UnknownAct
from accord.areas.bodies.view import Bodies
from accord.areas.commitments.view import Commitments
from accord.areas.coverage.view import Coverage
from accord.areas.documents.view import Documents
from accord.areas.drafting.view import Drafting
from accord.areas.instruments.view import Instruments
from accord.areas.meetings.view import Meetings
from accord.areas.negotiation.view import Negotiation
from accord.areas.parties.acts import FoundRecord
from accord.areas.parties.view import Parties
from accord.areas.procedure.view import Procedures
from accord.areas.programme.view import Programme
from accord.areas.proposals.view import Proposals
from accord.areas.speakers.view import Speakers
from accord.wire.codec import Malformed
from accord.world.vocabulary import VOCABULARY

EDITIONS = (1,)
"""The editions of the rules that this copy of the program knows."""


class Ruling(msgspec.Struct, frozen=True):
    """What became of an act: it counts, or it is on record without effect and `reason` says why."""

    counts: bool
    reason: str | None = None


COUNTS = Ruling(True)

_Folds = tuple[Rule, View, tuple[Callable[[Entry[Any]], None], ...]]


class World:
    """What is known of one record after its first `size` entries.

    Feed it entries in order with `step`. An entry the gate would refuse is given to
    `pass_over`, an act of a newer vocabulary to `miss`; both change no view.
    """

    def __init__(self, record: str) -> None:
        self.record = record
        self.parties = Parties()
        self.bodies = Bodies(self.parties)
        self.documents = Documents(self.parties, self.bodies)
        self.meetings = Meetings(self.parties, self.bodies, self.documents)
        self.speakers = Speakers(self.parties, self.bodies, self.meetings)
        self.proposals = Proposals(self.parties, self.bodies, self.documents, self.meetings)
        self.drafting = Drafting(self.parties, self.bodies, self.documents, self.meetings)
        self.negotiation = Negotiation(self.parties, self.documents)
        self.procedures = Procedures(self.parties, self.bodies, self.documents, self.meetings, self.speakers)
        self.instruments = Instruments(self.parties)
        self.coverage = Coverage(self.parties, self.instruments)
        self.programme = Programme(self.parties, self.bodies, self.proposals)
        self.commitments = Commitments(self.parties, self.programme)

        self.size = 0
        self.admitted = -1
        """The moment of the last entry, microseconds since 1970."""
        self.without_effect: dict[int, str] = {}
        """Entry → reason, of the acts on record without effect."""
        self.refused: dict[int, str] = {}
        """Entry → reason, of entries the gate refuses: none in a sound record."""
        self.missed: dict[int, str] = {}
        """Entry → what, of acts this copy does not know: the world is then incomplete."""
        self.act_ids: dict[bytes, int] = {}
        """Identity of an act → its index."""
        self.corrected: dict[int, int] = {}
        """Entry → the later one that corrects it."""
        self.last: dict[type[Act], int] = {}
        """Act → the last entry of it that counts."""
        self.readers: dict[Any, Any] = {}
        """How pages ask this world (`world.asked`), by where they have its entries from."""
        self._edition = 1
        self._listeners: list[View] = []
        self._folds: dict[type[Act], _Folds] = self._dispatch(1)

    @property
    def views(self) -> tuple[View, ...]:
        """The views in the order of the domain."""
        return (
            self.parties,
            self.bodies,
            self.documents,
            self.meetings,
            self.speakers,
            self.proposals,
            self.drafting,
            self.negotiation,
            self.procedures,
            self.instruments,
            self.coverage,
            self.programme,
            self.commitments,
        )

    @property
    def complete(self) -> bool:
        """Whether every act up to here is known to this copy."""
        return not self.missed

    @property
    def exercise(self) -> bool:
        """Whether the record is an exercise."""
        founded = self.parties.tables.founded
        return founded is not None and founded.act.exercise

    def open(self, data: bytes) -> tuple[Entry[Any], Envelope, list[Check]]:
        """The entry that comes next, typed, with the signatures it stands on; judged by the gate, changing nothing.

        Raises:
            Refused: no act, another record's, a second time, out of time, or keys not in force.
            UnknownAct: the act is not in this copy's vocabulary.
        """
        try:
            framed = unframe(data)
            envelope = framed.envelope
            entry, record, message = typed(self.size, framed.admitted, envelope, VOCABULARY)
        except Malformed as error:
            raise Refused("malformed", str(error)) from None
        if entry.admitted <= self.admitted:
            raise Refused("out-of-time", f"entry {entry.index} was admitted no later than the one before")
        return entry, envelope, self._gate(entry, envelope, record, message)

    def receive(self, data: bytes) -> tuple[Entry[Any], list[Check]]:
        """The envelope as the entry it would make if it came next, with the signatures it stands on.

        Its moment is provisional: the log gives it one.

        Raises:
            Refused, UnknownAct: as `open`.
        """
        try:
            envelope = envelopes.parse(data)
            entry, record, message = typed(self.size, self.admitted + 1, envelope, VOCABULARY)
        except Malformed as error:
            raise Refused("malformed", str(error)) from None
        return entry, self._gate(entry, envelope, record, message)

    def _gate(self, entry: Entry[Any], envelope: Envelope, record: str, message: bytes) -> list[Check]:
        """Insists that an act belongs here: this record, not said before, its keys in force, and founding if first."""
        if record != self.record:
            raise Refused("other-record", f"the act was signed for the record {record!r}, this is {self.record!r}")
        if entry.act_id in self.act_ids:
            raise Repeated(self.act_ids[entry.act_id], entry.act_id)
        if self.size == 0 and not (type(entry.act) is FoundRecord and entry.by == entry.act.secretariat):
            # A first entry without effect would leave a record that nobody can found any more.
            raise Refused("not-founded", "the first act of a record founds it: record.found/1, by its secretariat")
        return gate.signatures_to_check(entry, envelope, self.parties, message)

    def judge(self, entry: Entry[Any]) -> Ruling:
        """Whether the act would count, here. Changes nothing."""
        rule, view, _ = self._folds[type(entry.act)]
        try:
            rule(entry, view)
        except NoEffect as error:
            return Ruling(False, error.reason)
        return COUNTS

    def step(self, entry: Entry[Any]) -> Ruling:
        """Judges, folds and keeps the ruling of the next entry.

        Raises:
            ValueError: the entry is not the next one.
        """
        if entry.index != self.size:
            raise ValueError(f"entry {entry.index} is not the next one, {self.size}")
        rule, view, folds = self._folds[type(entry.act)]
        try:
            rule(entry, view)
            ruling = COUNTS
        except NoEffect as error:
            ruling = Ruling(False, error.reason)
        # After the rule, so that one which fails in another way than it may leaves the world as it was.
        self.size += 1
        self.admitted = entry.admitted
        self.act_ids[entry.act_id] = entry.index
        if ruling.reason is not None:
            self.without_effect[entry.index] = ruling.reason
            return ruling
        self.last[type(entry.act)] = entry.index
        for fold in folds:
            fold(entry)
        corrects = getattr(entry.act, "corrects", None)
        if corrects is not None:
            self.corrected[corrects] = entry.index
        if self.parties.tables.edition != self._edition and not self.judge_by_edition():
            self.missed[entry.index] = (
                f"edition {self._edition} of the rules is not in this copy; the record is newer than the program"
            )
        return COUNTS

    def listen(self, view: View) -> None:
        """Lets a view that only listens hear what counts from here on. What it made before is its own business."""
        self._listeners.append(view)
        self._folds = self._dispatch(self._edition)

    def pass_over(self, refused: Refused) -> None:
        """Counts an entry that the gate refuses: it has no effect, and an audit names it."""
        self.refused[self.size] = refused.reason
        self.size += 1

    def miss(self, unknown: UnknownAct) -> None:
        """Counts an entry whose act this copy does not know: from here on the world is incomplete."""
        self.missed[self.size] = str(unknown)
        self.size += 1

    def judge_by_edition(self) -> bool:
        """Judges by the edition in force from here on, if this copy knows it, and says so.

        If not, it goes on by the last one it knows, and the world is incomplete.
        """
        self._edition = self.parties.tables.edition
        if self._edition not in EDITIONS:
            return False
        self._folds = self._dispatch(self._edition)
        return True

    def _dispatch(self, edition: int) -> dict[type[Act], _Folds]:
        """Act → its rule in this edition, the view that defines it, and the folds that listen, in domain order."""
        rules: dict[type[Act], tuple[Rule, View]] = {}
        folds: dict[type[Act], list[Callable[[Entry[Any]], None]]] = {}
        for view in (*self.views, *self._listeners):
            for act, (when, name) in view.folds.items():
                if when is not None:
                    if act in rules:
                        raise TypeError(f"{act.__name__} has two rules")
                    rules[act] = (when[max(e for e in when if e <= edition)], view)
                elif act not in rules:
                    raise TypeError(f"{type(view).__name__} listens to {act.__name__} before it is defined")
                folds.setdefault(act, []).append(getattr(view, name))
        missing = [a.__name__ for a in VOCABULARY.by_name.values() if a not in rules]
        if missing:
            raise TypeError(f"no view defines {', '.join(missing)}")
        return {act: (*rules[act], tuple(folds[act])) for act in rules}

    def tables(self) -> dict[str, Any]:
        """The tables of all views by area, as a replay must repeat them."""
        return {type(view).__name__.lower(): view.tables for view in self.views}

"""The table at which an exercise is played: its record, the keys of its roles, whose turn it is. Knows no disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from accord.areas.parties.acts import Reply
from accord.client.copy import Copy
from accord.client.say import Receipt, sign
from accord.keys.signers import Signer
from accord.stories.negotiation.moves import Move, by
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.run import Passed, next_turn, play_on, turn_of
from accord.stories.negotiation.scenario import ORIGIN, Game
from accord.stories.negotiation.summaries import SUMMARIES, entries_of
from accord.stories.negotiation.surprises import NotNow, Planted, surprise
from accord.stories.negotiation.turns import Turn
from accord.stories.negotiation.wording import said
from accord.stories.story import Said


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is kept of an exercise beside its record."""

    scenario: str
    game: Game
    passed: tuple[str, ...] = ()
    handed: tuple[str, ...] = ()
    """Roles that the facilitator gave to partners, whoever sits there."""
    ended: bool = False
    """The facilitator ended it, wherever it stood."""


class NotDone(Exception):
    """Why something is not done, as a code of words and what they name; `role` stands for its name."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Told(msgspec.Struct, frozen=True):
    """Something that was done at the table."""

    role: str
    move: Move | None
    """`None`: the moment was let pass."""
    by_partner: bool


class Table:
    """An exercise that is being played.

    Args:
        copy: the record; the table reads what it gains.
        submit: hands signed acts to the record's writer.
        key: the key of a role; raises `NotDone` where it is not at hand.
        nonce: a number that makes two acts of the same words two acts.
    """

    def __init__(
        self,
        settings: Settings,
        copy: Copy,
        submit: Callable[[Sequence[bytes]], list[Receipt]],
        key: Callable[[str], Signer],
        nonce: Callable[[], int],
    ) -> None:
        self.game = settings.game
        self._settings = settings
        self._copy = copy
        self._submit = submit
        self.key = key
        self._nonce = nonce
        self.passed = Passed(frozenset(settings.passed))
        self.told: list[Told] = []

    @property
    def settings(self) -> Settings:
        """What is to be kept now."""
        passed = (*self._settings.passed, *self.passed.new)
        return msgspec.structs.replace(self._settings, game=self.game, passed=passed)

    @property
    def handed(self) -> tuple[str, ...]:
        """Roles that the facilitator gave to partners."""
        return self._settings.handed

    def hand_over(self, role: str, to_partner: bool) -> None:
        """Gives a role to a partner, or back."""
        others = tuple(one for one in self._settings.handed if one != role)
        self._settings = msgspec.structs.replace(self._settings, handed=(*others, role) if to_partner else others)

    def end(self) -> None:
        """Ends the exercise, wherever it stands."""
        self._settings = msgspec.structs.replace(self._settings, ended=True)

    @property
    def play(self) -> Play:
        """Where the exercise stands now."""
        return Play(self.game, self._copy.world)

    @property
    def size(self) -> int:
        """Entries of the record."""
        return self._copy.size

    def catch_up(self) -> None:
        """Reads what others have said."""
        if self._copy.reader.store.read("checkpoint") != self._copy.note:
            self._copy.catch_up()

    def next_turn(self) -> Turn | None:
        """The turn that comes next; `None` when the exercise is over."""
        return next_turn(self.play, self.passed)

    def turn_of(self, role: str) -> Turn | None:
        """The turn that a role may take now."""
        return turn_of(self.play, self.passed, role)

    # What a person does.

    def take(self, turn: Turn, number: int) -> None:
        """A person takes a move of their turn; the first is 1.

        Raises:
            NotDone: there is no such move.
        """
        self._tell(turn.role, self.move(turn, number), False)

    def move(self, turn: Turn, number: int) -> Move:
        """A move of a turn by its number.

        Raises:
            NotDone: there is no such move.
        """
        if not 1 <= number <= len(turn.moves):
            raise NotDone("error.no-such-move", number=number, most=len(turn.moves))
        return turn.moves[number - 1]

    def let_pass(self, turn: Turn) -> None:
        """A person lets the moment pass.

        Raises:
            NotDone: they have to act.
        """
        if not turn.may_pass:
            raise NotDone("error.must-act", role=turn.role)
        self.passed.add(turn)
        self.told.append(Told(turn.role, None, False))

    def point_out(self, role: str, entry: int) -> None:
        """A person points out, for the record, that a translation or a summary is mistaken."""
        summarised = any(entry in entries_of(self.play, kind) for kind in SUMMARIES)
        reply = Reply(to=entry, text=said("plants", "mistaken-summary" if summarised else "mistake"))
        self._tell(role, Move("point-out", by(role, reply), {"entry": str(entry)}), False)

    def hand_in(self, role: str, move: Move, envelopes: Sequence[bytes]) -> None:
        """A person has signed the acts of a move elsewhere.

        Raises:
            NotDone: one of them would have no effect.
            Refused: the gate does not admit one of them.
        """
        self.record(envelopes)
        self.told.append(Told(role, move, False))

    # What partners and the facilitator do.

    def play_on(self) -> Turn | None:
        """Partners act until it is a person's turn; `None` when the exercise is over."""

        def does(role: str, move: Move) -> None:
            self._tell(role, move, True)

        return play_on(self.game, lambda: self._copy.world, does, self.passed)

    def plant(self, kind: str) -> Planted:
        """A surprise comes.

        Raises:
            NotDone: it cannot come at this moment.
        """
        try:
            acts = surprise(self.game, self.play, kind)  # type: ignore[arg-type]
        except NotNow:
            raise NotDone(f"exercise.not-now.{kind}") from None
        return Planted(kind, self.say(*acts))  # type: ignore[arg-type]

    def _tell(self, role: str, move: Move, by_partner: bool) -> None:
        self.say(*move.acts)
        self.told.append(Told(role, move, by_partner))

    def say(self, *acts: Said) -> int:
        """Says acts with the keys of their roles, all at once; the number of the last entry.

        Raises:
            NotDone: a key is not at hand, or an act would have no effect.
        """
        return self.record(
            [sign(one.act, one.by, ORIGIN, self._nonce(), [self.key(role) for role in one.signers]) for one in acts]
        )

    def record(self, envelopes: Sequence[bytes]) -> int:
        """Hands signed acts in; the number of the last entry.

        Raises:
            NotDone: one of them has no effect.
            Refused: the gate does not admit one of them.
        """
        receipts = self._submit(envelopes)
        self._copy.catch_up()
        for receipt in receipts:
            if not receipt.counts:
                raise NotDone(f"reason.{receipt.reason}")
        return receipts[-1].index

"""Plays an exercise on: partners act until it is a person's turn, or the exercise is over."""

from __future__ import annotations

from collections.abc import Callable, Container

from accord.stories.negotiation.moves import Move
from accord.stories.negotiation.partners import choose
from accord.stories.negotiation.play import Play
from accord.stories.negotiation.scenario import Game
from accord.stories.negotiation.turns import Turn, turns
from accord.world.world import World

Does = Callable[[str, Move], object]
"""A role takes a move."""
MOST = 2000
"""Moves after which a run stops: more than any exercise has."""


class Passed:
    """The moments that were let pass, as `role key`. Nothing of it is on record."""

    def __init__(self, keys: Container[str] = ()) -> None:
        self._before = keys
        self._new: list[str] = []

    def __contains__(self, turn: Turn) -> bool:
        key = f"{turn.role} {turn.key}"
        return key in self._before or key in self._new

    def add(self, turn: Turn) -> None:
        """A moment has passed."""
        self._new.append(f"{turn.role} {turn.key}")

    @property
    def new(self) -> tuple[str, ...]:
        """Those that passed since."""
        return tuple(self._new)


def next_turn(play: Play, passed: Passed) -> Turn | None:
    """The turn that comes next; `None` when the exercise is over."""
    return next((turn for turn in turns(play) if not (turn.may_pass and turn in passed)), None)


def turn_of(play: Play, passed: Passed, role: str) -> Turn | None:
    """The turn that a role may take now; `None` where it has to wait.

    Moments that may pass are open to all who have one at once; what must be done waits until they have passed.
    """
    for place, turn in enumerate(turn for turn in turns(play) if not (turn.may_pass and turn in passed)):
        if turn.role == role and (turn.may_pass or place == 0):
            return turn
        if not turn.may_pass:
            return None
    return None


def play_on(game: Game, world: Callable[[], World], does: Does, passed: Passed) -> Turn | None:
    """Lets the partners act; the turn of a person at which it stops, or `None` when the exercise is over.

    Args:
        world: the world after everything said so far.
        does: says the acts of a move, signed with the keys of the roles that they name.
    """
    for _ in range(MOST):
        play = Play(game, world())
        turn = next_turn(play, passed)
        if turn is None or turn.role in game.humans:
            return turn
        move = choose(play, turn)
        if move is None:
            passed.add(turn)
        else:
            does(turn.role, move)
    raise RuntimeError("the exercise does not come to an end")

"""What a seat answers to a program: where the exercise stands, in a language, and what is open to the player."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from accord.stories.negotiation.briefs import brief
from accord.stories.negotiation.classroom import Seen, State
from accord.stories.negotiation.scenario import ORIGIN, Language
from accord.stories.negotiation.score import Outcome
from accord.stories.negotiation.telling import move_words, role_name
from accord.wire import codec


class SaidAct(msgspec.Struct, frozen=True):
    """An act to be signed, and in whose name."""

    by: str
    act: dict[str, Any]


class OpenMove(msgspec.Struct, frozen=True):
    """A move that is open to the player: in words, and the acts that it consists of."""

    words: str
    acts: tuple[SaidAct, ...]


class SeatAnswer(msgspec.Struct, frozen=True):
    """A seat as a program sees it."""

    role: str
    called: str
    record: str
    key: str
    """Of the role, on the facilitator's machine."""
    keys: tuple[str, ...]
    """In force for the party."""
    brief: str
    state: State
    stamp: str
    outcome: Outcome
    meeting: int | None
    clock: str
    left: int
    put: str
    waiting: str | None
    moment: str | None
    """Names the turn that is the player's now; `None`: it is not."""
    may_pass: bool
    moves: tuple[OpenMove, ...]
    told: tuple[str, ...]
    """The latest first."""


class Wish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a program asks of a seat."""

    do: Literal["take", "pass", "point-out", "register"]
    moment: str = ""
    number: int = 0
    entry: int = 0
    envelopes: tuple[str, ...] = ()
    """Signed elsewhere; none: the key of the role signs on the facilitator's machine."""


def answered(role: str, seen: Seen, language: Language, key: str, keys: Sequence[str]) -> SeatAnswer:
    """A seat as a program sees it."""
    turn = seen.turn
    return SeatAnswer(
        role=role,
        called=role_name(role, language),
        record=ORIGIN,
        key=key,
        keys=tuple(keys),
        brief=brief(role, language),
        state=seen.state,
        stamp=seen.stamp,
        outcome=seen.outcome,
        meeting=None if seen.session is None else seen.session.number,
        clock=seen.clock,
        left=seen.left,
        put=seen.put,
        waiting=seen.waiting,
        moment=None if turn is None else turn.key,
        may_pass=turn is not None and turn.may_pass,
        moves=()
        if turn is None
        else tuple(
            OpenMove(
                move_words(move, language),
                tuple(SaidAct(one.by, msgspec.json.decode(codec.encode(one.act))) for one in move.acts),
            )
            for move in turn.moves
        ),
        told=tuple(f"{role_name(one.role, language)} — {move_words(one.move, language)}" for one in seen.told),
    )

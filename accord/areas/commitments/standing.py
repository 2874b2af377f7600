"""Whether an undertaking holds on a day, for each who undertook it: read from what is said of it, nothing guessed.

An undertaking holds from its first day until the day from which it holds no longer. In between the latest turn says
whether it does; turns of one day that say different things, and turns without a day, leave it open.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal, get_args

from accord.acts.facts import Fact
from accord.areas.commitments.acts import RecordUndertaking, Turn, TurnUndertaking
from accord.areas.commitments.known import Known

Holding = Literal[
    "holds",
    "does-not-hold",
    "not-yet",
    "ask-for-a-day",
    "sources-differ",
    "date-not-recorded",
    "differs-by-holder",
]
"""`ask-for-a-day`: it has a last day, and nobody asked for one; `sources-differ`: what is said of one day contradicts
itself; `date-not-recorded`: what would decide has no day."""

ENDING: tuple[Turn, ...] = ("suspended", "withdrawn")
"""Turns after which it does not hold."""


def holding(
    act: RecordUndertaking,
    turns: Sequence[Fact[TurnUndertaking]],
    holder: str | None = None,
    on: datetime.date | None = None,
) -> Holding:
    """Whether an undertaking holds for one who undertook it: on a day, or after all that is recorded.

    Args:
        turns: what is said of the undertaking.
        holder: for whom; `None` for one that names no parties.
    """
    if on is not None and act.since is not None and on < act.since:
        return "not-yet"
    if act.until is not None and on is not None and on >= act.until:
        return "does-not-hold"
    mine = [fact.act for fact in turns if holder is None or fact.act.holder in (None, holder)]
    dated = [turn.on for turn in mine if turn.on is not None and (on is None or turn.on <= on)]
    latest = {turn.turned in ENDING for turn in mine if dated and turn.on == max(dated)} or {False}
    undated = {turn.turned in ENDING for turn in mine if turn.on is None}
    if len(latest) > 1:
        return "sources-differ"
    if undated - latest:
        return "date-not-recorded"
    if on is not None and act.since is None and not dated:
        return "date-not-recorded"
    if latest == {True}:
        return "does-not-hold"
    return "ask-for-a-day" if on is None and act.until is not None else "holds"


def of_all(known: Known, fact: Fact[RecordUndertaking], on: datetime.date | None) -> Holding:
    """Whether an undertaking holds for all who undertook it alike, or how it stands for each of them."""
    turns = known.commitment_lookups.turns[fact.act.undertaking]
    found = {holding(fact.act, turns, holder, on) for holder in fact.act.holders or (None,)}
    return found.pop() if len(found) == 1 else "differs-by-holder"


def turned(
    turns: Sequence[Fact[TurnUndertaking]], holder: str | None = None, on: datetime.date | None = None
) -> tuple[Turn, ...]:
    """What was said last of an undertaking: several turns where one day has several; those without a day too."""
    mine = [fact.act for fact in turns if holder is None or fact.act.holder in (None, holder)]
    dated = [turn.on for turn in mine if turn.on is not None and (on is None or turn.on <= on)]
    last = {turn.turned for turn in mine if turn.on is None or (dated and turn.on == max(dated))}
    return tuple(turn for turn in get_args(Turn) if turn in last)

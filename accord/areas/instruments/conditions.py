"""Entry into force as a rule: conditions, each a number of States of which so many must be bound at the same time.

A condition holds in spans of days. All conditions hold where their spans overlap; the first such day and the wait
after it give the computed day. It is shown beside the recorded one and takes the place of none.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from accord.areas.instruments.acts import (
    AfterOpening,
    AllOfStates,
    AtLeast,
    Condition,
    DepositaryStates,
    EnterInstrument,
    Exchanged,
    InForceFor,
    SetConditions,
    SignedBy,
)
from accord.areas.instruments.periods import after

Day = datetime.date
LAST = datetime.date.max


class Stay(NamedTuple):
    """A State, or the passing of time, counts towards a condition from a day until before another."""

    since: Day
    until: Day | None = None
    dated: bool = True


Stays = dict[str, tuple[Stay, ...]]
"""State → when it counts."""
Spans = list[tuple[Day, Day]]
"""Half-open spans of days, in order."""


class Counted(NamedTuple):
    """A condition with what counts towards it: of which States, or of any where `states` is empty."""

    condition: Condition
    need: int
    stays: Stays
    states: tuple[str, ...] = ()


class Point(NamedTuple):
    """How a condition stands on a day."""

    counted: Counted
    have: int
    missing: tuple[str, ...]
    """Of named States: those that do not count on that day."""
    met: Day | None
    """The first day on which it was met, of those up to the day asked."""
    dated: bool
    """Whether all days that it rests on are recorded; else it may have been met earlier."""


class Assessment(NamedTuple):
    """How the conditions of an instrument stand on a day."""

    points: tuple[Point, ...]
    met: Day | None
    """The first day on which all held at the same time."""
    computed: Day | None
    """The day of entry into force that follows."""
    dated: bool


def assess(counted: Sequence[Counted], rule: SetConditions, on: Day | None) -> Assessment:
    """How the conditions stand on a day; without a day, by all that is recorded."""
    spans: Spans = [(datetime.date.min, LAST)]
    points = []
    for one in counted:
        own = spans_of(one)
        spans = overlap(spans, own)
        points.append(_point(one, own, on))
    met = _first(spans, on)
    computed = None if met is None else after(met, rule.wait)
    return Assessment(tuple(points), met, computed, all(point.dated for point in points))


def counted(
    rule: SetConditions, entered: EnterInstrument, consents: Stays, signed: Stays, in_force: dict[str, Stays]
) -> tuple[Counted, ...]:
    """The conditions of an instrument with what counts towards each.

    Args:
        consents: when each State is bound. signed: when its signature stands.
        in_force: of each instrument that conditions name, when it is in force for each State.
    """

    def of(condition: Condition) -> Counted:
        match condition:
            case AtLeast():
                return Counted(condition, condition.number, consents)
            case AllOfStates():
                need = condition.number or len(condition.listed)
                return Counted(condition, need, consents, condition.listed)
            case DepositaryStates():
                states = tuple(one.party for one in entered.depositaries if one.party is not None)
                return Counted(condition, len(states), consents, states)
            case Exchanged():
                return Counted(condition, len(entered.open_to), consents, entered.open_to)
            case SignedBy():
                return Counted(condition, condition.number, signed)
            case InForceFor():
                return Counted(condition, len(condition.listed), in_force[condition.instrument], condition.listed)
            case AfterOpening():
                opened = entered.opened_on
                passed = () if opened is None else (Stay(after(opened, condition.wait)),)
                return Counted(condition, 1, {"": passed})

    return tuple(of(condition) for condition in rule.entry_conditions)


def spans_of(one: Counted) -> Spans:
    """When enough of those that count do so at the same time."""
    steps = [step for stays in _those(one).values() for stay in stays for step in _steps(stay)]
    changes = [(day, sum(n for _, n in group)) for day, group in groupby(sorted(steps), key=lambda step: step[0])]
    levels = list(accumulate(n for _, n in changes))
    enough = [(day, level >= one.need) for (day, _), level in zip(changes, levels, strict=True)]
    turns = [(day, holds) for n, (day, holds) in enumerate(enough) if holds != (n > 0 and enough[n - 1][1])]
    days = [day for day, _ in turns] + [LAST]
    return [(days[n], days[n + 1]) for n in range(0, len(turns), 2)]


def overlap(some: Spans, others: Spans) -> Spans:
    """Where both hold.

    >>> day = datetime.date.fromisoformat
    >>> overlap([(day("2001-01-01"), day("2003-01-01"))], [(day("2002-01-01"), day("2004-01-01"))])
    [(datetime.date(2002, 1, 1), datetime.date(2003, 1, 1))]
    """
    both = ((max(a, c), min(b, d)) for a, b in some for c, d in others)
    return sorted((since, until) for since, until in both if since < until)


def _point(one: Counted, spans: Spans, on: Day | None) -> Point:
    those = _those(one)
    counting = {state for state, stays in those.items() if any(_counts(stay, on) for stay in stays)}
    missing = tuple(state for state in one.states if state not in counting)
    dated = all(stay.dated for stays in those.values() for stay in stays)
    return Point(one, len(counting), missing, _first(spans, on), dated)


def _those(one: Counted) -> Stays:
    """When each of those that can count does so."""
    return {state: one.stays.get(state, ()) for state in one.states} if one.states else one.stays


def _counts(stay: Stay, on: Day | None) -> bool:
    return stay.until is None if on is None else stay.since <= on and (stay.until is None or on < stay.until)


def _steps(stay: Stay) -> Iterable[tuple[Day, int]]:
    yield stay.since, 1
    if stay.until is not None:
        yield stay.until, -1


def _first(spans: Spans, on: Day | None) -> Day | None:
    return next((since for since, _ in spans if on is None or since <= on), None)

"""What an outlook assumes: stocks, capacities, verification, order and deadlines, each a number or a spread of numbers.

All of it is the user's. Nothing here knows a real State; examples use fictional ones.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np

from accord.analysis.balance.terms import Floats
from accord.analysis.unfit import insist

MOST_YEARS, MOST_STATES = 200, 50

Answer = Literal["yes", "no", "not-said"]
"""What an approach says of itself, as in `approach.table/1`; `not-said` where its text does not say."""


class Spread(NamedTuple):
    """A number known only within limits: even between them, or with a peak (a triangle) where `mode` says one."""

    low: float
    high: float
    mode: float | None = None

    def at(self, u: Floats) -> Floats:
        """The quantiles of probabilities `u` between 0 and 1.

        >>> Spread(2, 4).at(np.array([0.0, 0.5])).tolist(), Spread(0, 2, 1).at(np.array([0.125, 0.875])).tolist()
        ([2.0, 3.0], [0.5, 1.5])
        """
        wide = self.high - self.low
        if self.mode is None or wide == 0:
            return self.low + u * wide
        rise = (self.mode - self.low) / wide
        up = self.low + np.sqrt(u * rise) * wide
        down = self.high - np.sqrt((1 - u) * (1 - rise)) * wide
        return np.where(u < rise, up, down)

    @property
    def certain(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


def exactly(value: float) -> Spread:
    """A number without a spread."""
    return Spread(value, value)


class Gate(NamedTuple):
    """A State goes below a share of its stock only when another has reached one (a condition of an approach)."""

    below: float
    """Of its own stock at the beginning: 1 holds everything back."""
    after: str
    """The other State."""
    reached: float
    """At most this share of the other's stock is left."""


class State(NamedTuple):
    """Items of one State, and what it can dismantle."""

    name: str
    items: Spread
    per_year: Spread
    delay_years: Spread = Spread(0.0, 0.0)
    """Until it begins."""
    gates: tuple[Gate, ...] = ()


class Resource(NamedTuple):
    """What verification has of one kind in a year (inspections, samples, portal hours); what an item takes of it."""

    name: str
    per_year: Spread
    per_item: Spread


class Deadline(NamedTuple):
    """At the end of this year at most this share of the stock is left: of one State, or of all (`state=""`)."""

    year: int
    state: str = ""
    left: float = 0.0


class Approach(NamedTuple):
    """The approach that a study follows (A/68/514 ¶20): a study orders and dates nothing that its approach does not."""

    name: str
    orders: Answer
    """Whether it puts steps in an order: only then a study may have gates."""
    dates: Answer
    """Whether it has a time frame: only then a study may have deadlines."""


class Study(NamedTuple):
    """The assumptions of an outlook."""

    first_year: int
    years: int
    states: tuple[State, ...]
    resources: tuple[Resource, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    approach: Approach | None = None
    """`None`: the study follows none, and order and dates are its own."""

    def parameters(self) -> tuple[tuple[str, Spread], ...]:
        """What is assumed, by name: uncertain or not, in a fixed order."""
        return tuple(_parameters(self))

    def uncertain(self) -> tuple[tuple[str, Spread], ...]:
        """What is not certain: each draws one number in a run."""
        return tuple((name, spread) for name, spread in self.parameters() if not spread.certain)


def _parameters(study: Study) -> Iterator[tuple[str, Spread]]:
    for state in study.states:
        yield f"{state.name}/items", state.items
        yield f"{state.name}/per_year", state.per_year
        yield f"{state.name}/delay_years", state.delay_years
    for resource in study.resources:
        yield f"{resource.name}/per_year", resource.per_year
        yield f"{resource.name}/per_item", resource.per_item


def insist_study(study: Study) -> None:
    """Insists that a study can be computed.

    Raises:
        Unfit: no State or no year, names twice, a spread that is negative, no number or out of order, shares not
            between 0 and 1, gates that name nobody or wait for each other for ever, deadlines out of the years;
            gates or deadlines that are not part of the approach.
    """
    insist(1 <= study.years <= MOST_YEARS, "number-of-years", years=study.years, most=MOST_YEARS)
    insist(1 <= len(study.states) <= MOST_STATES, "number-of-states", states=len(study.states), most=MOST_STATES)
    names = [state.name for state in study.states]
    for name, same in itertools.groupby(sorted([*names, *(resource.name for resource in study.resources)])):
        insist(bool(name), "without-name")
        insist(len(list(same)) == 1, "name-twice", row=name)
    for name, spread in study.parameters():
        _insist_spread(name, spread)
    for resource in study.resources:
        least = resource.per_year.low
        insist(least > 0, "not-positive", row=resource.name, what="per_year", value=least)
    for state in study.states:
        for gate in state.gates:
            insist(gate.after in names and gate.after != state.name, "no-such-state", row=state.name, after=gate.after)
            _insist_share(state.name, "below", gate.below)
            _insist_share(state.name, "reached", gate.reached)
    for deadline in study.deadlines:
        row = deadline.state or str(deadline.year)
        insist(deadline.state in ("", *names), "no-such-state", row=row, after=deadline.state)
        last = study.first_year + study.years - 1
        insist(study.first_year <= deadline.year <= last, "deadline-out-of-the-years", row=row, year=deadline.year)
        _insist_share(row, "left", deadline.left)
    _insist_ends(study.states)
    if study.approach is not None:
        _insist_approach(study, study.approach)


def _insist_spread(name: str, spread: Spread) -> None:
    ends = [spread.low, spread.high] if spread.mode is None else [spread.low, spread.mode, spread.high]
    insist(all(map(math.isfinite, ends)), "not-a-number", row=name, what="spread", value=ends)
    insist(ends == sorted(ends), "spread-out-of-order", row=name, low=spread.low, high=spread.high)
    insist(spread.low >= 0, "negative", row=name, what="spread", value=spread.low)


def _insist_share(row: str, what: str, share: float) -> None:
    insist(0 <= share <= 1, "share-not-between-0-and-1", row=row, what=what, value=share)


def _insist_approach(study: Study, approach: Approach) -> None:
    """¶22: some approaches order and date, others do not; what is not part of one is not put into it here."""
    insist(bool(approach.name), "without-name")
    for state in study.states:
        insist(
            not state.gates or approach.orders == "yes", "order-not-in-approach", row=state.name, approach=approach.name
        )
    for deadline in study.deadlines:
        row = str(deadline.year)
        insist(approach.dates == "yes", "deadline-not-in-approach", row=row, approach=approach.name)


def _insist_ends(states: Sequence[State]) -> None:
    """With all the capacity and time there is, everybody reaches zero: no gates wait for each other."""
    left: dict[str, float] = {}
    new = {state.name: 1.0 for state in states}
    while new != left:
        left = new
        new = {
            state.name: max((gate.below for gate in state.gates if left[gate.after] > gate.reached), default=0.0)
            for state in states
        }
    stuck = sorted(name for name, share in left.items() if share > 0)
    insist(not stuck, "wait-for-each-other", row=", ".join(stuck))

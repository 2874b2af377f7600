"""Several strata: which division of a diversion over them is found least often, exactly.

Whoever takes a goal quantity M divides it as suits him: r_i items of x_i each from stratum i, together at least M. What
a plan of n_i samples misses is therefore the worst over all divisions,

    max ∏ β_i(r_i)   over whole r_i ≤ N_i   with Σ r_i x_i ≥ M.

log β_i(r) is concave in r: β_i(r) is the mean of the elementary symmetric products of degree r of n_i numbers
(1 − p_i) and N_i − n_i ones, for which Newton's inequalities hold. So the division without whole numbers is found by
taking what costs least per mass first, which bounds what is left of every partial division; partial divisions that
cannot become the worst are dropped. What remains within rounding of the best is compared in exact rationals.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from accord.analysis.sampling.attributes import insist_lot
from accord.analysis.sampling.imperfect import nondetection
from accord.analysis.unfit import insist

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]

MOST_STRATA = 12
WITHIN = 1e-8
"""Logarithms that differ by less may be equal: exact rationals decide."""
MOST_PARTIAL = 4_000_000
"""The most partial divisions looked at."""


class Stratum(NamedTuple):
    """Items of one kind."""

    name: str
    items: int
    """N."""
    mass_per_item: Fraction
    """x, in the unit of the goal quantity."""
    seen: Fraction = Fraction(1)
    """p, the probability of identifying a defect that is drawn."""

    def needed(self, quantity: Fraction) -> int:
        """d: the fewest items that make up a quantity, were there enough of them."""
        return math.ceil(quantity / self.mass_per_item)


class WorstSplit(NamedTuple):
    """The division that is found least often, and how often it is missed."""

    taken: tuple[int, ...]
    """Items from each stratum."""
    nondetection: Fraction
    """Exactly."""


def worst_split(strata: Sequence[Stratum], quantity: Fraction, samples: Sequence[int]) -> WorstSplit:
    """The division of at least `quantity` that such samples miss most often; of equals the first by its items.

    Raises:
        Unfit: an empty or unnamed list, a quantity or mass that is not positive, a sample of more than all items, or
            a quantity larger than all that is there.

    >>> a, b = Stratum("A", 40, Fraction(2)), Stratum("B", 200, Fraction(1, 2))
    >>> found = worst_split([a, b], Fraction(8), [14, 20])
    >>> found.taken, round(float(found.nondetection), 5)
    ((1, 12), 0.17669)
    """
    _insist_strata(strata, quantity, samples)
    search = _Search(strata, quantity, samples)
    best = max(
        ((_exactly(strata, samples, taken), tuple(-r for r in taken)) for taken in search.candidates()),
        default=(Fraction(0), tuple(0 for _ in strata)),
    )
    return WorstSplit(tuple(-r for r in best[1]), best[0])


def _exactly(strata: Sequence[Stratum], samples: Sequence[int], taken: Sequence[int]) -> Fraction:
    missed = Fraction(1)
    for stratum, n, r in zip(strata, samples, taken, strict=True):
        if r:
            missed *= nondetection(stratum.items, r, n, stratum.seen)
    return missed


class _Search:
    """Partial divisions, stratum by stratum, from the heaviest items to the lightest."""

    def __init__(self, strata: Sequence[Stratum], quantity: Fraction, samples: Sequence[int]) -> None:
        self.order = sorted(range(len(strata)), key=lambda i: (-strata[i].mass_per_item, i))
        unit = math.lcm(quantity.denominator, *(stratum.mass_per_item.denominator for stratum in strata))
        self.goal = int(quantity * unit)
        self.masses = [int(strata[i].mass_per_item * unit) for i in self.order]
        held = sum(mass * strata[i].items for mass, i in zip(self.masses, self.order, strict=True))
        insist(max(held, self.goal) < 2**62, "masses-too-fine", most="2^62")
        self.logs = [_logs(strata[i], samples[i], min(strata[i].needed(quantity), strata[i].items)) for i in self.order]
        self.rests = [_Relaxed(self.masses[j:], self.logs[j:]) for j in range(len(self.order) + 1)]

    def candidates(self) -> list[tuple[int, ...]]:
        """The divisions that may be the worst, by the strata as they were given."""
        taken: Whole = np.zeros((1, 0), dtype=np.int64)
        left: Whole = np.array([self.goal], dtype=np.int64)
        logs: Floats = np.zeros(1)
        reach = self.rests[0].whole(self.goal)
        if reach == -math.inf:
            return []
        for j, (mass, steps) in enumerate(zip(self.masses, self.logs, strict=True)):
            counts = np.arange(len(steps), dtype=np.int64)
            # More than what is left needs nothing more.
            enough = np.minimum(-(-left // mass), len(steps) - 1)
            at, count = np.nonzero(counts[None, :] <= enough[:, None])
            insist(len(at) <= MOST_PARTIAL, "too-many-splits", most=MOST_PARTIAL)
            rest = np.maximum(left[at] - count * mass, 0)
            total = logs[at] + steps[count]
            fits = total + self.rests[j + 1].most(rest) >= reach - WITHIN
            at, count, rest, total = at[fits], count[fits], rest[fits], total[fits]
            keep = _undominated(rest, total)
            taken = np.hstack([taken[at[keep]], count[keep, None]])
            left, logs = rest[keep], total[keep]
        best = logs.max(initial=-math.inf)
        places = [self.order.index(i) for i in range(len(self.order))]
        return [tuple(int(row[place]) for place in places) for row in taken[(logs >= best - WITHIN) & (left == 0)]]


class _Relaxed:
    """The least loss with which a mass can be had from some strata, were items divisible: bounds from above."""

    def __init__(self, masses: Sequence[int], logs: Sequence[Floats]) -> None:
        self.masses, self.logs = masses, logs
        losses = [np.diff(steps) for steps in logs]
        nothing: list[Floats] = [np.zeros(0)]
        mass = np.concatenate(nothing + [np.full(len(d), float(m)) for m, d in zip(masses, losses, strict=True)])
        loss = np.concatenate(nothing + losses)
        stratum = np.concatenate(nothing + [np.full(len(d), float(i)) for i, d in enumerate(losses)]).astype(np.int64)
        order = np.argsort(-loss / mass, kind="stable")
        self._stratum = stratum[order]
        self._mass = np.concatenate([[0.0], np.cumsum(mass[order])])
        self._log = np.concatenate([[0.0], np.cumsum(loss[order])])

    def most(self, mass: Whole) -> Floats:
        """An upper bound of the logarithm for each mass still to be taken; minus infinity where it cannot be."""
        wanted = mass.astype(float)
        bound = np.interp(wanted, self._mass, self._log)
        return np.where(wanted > self._mass[-1] * (1 + 1e-12), -math.inf, bound)

    def whole(self, mass: int) -> float:
        """The logarithm of one division in whole items that takes at least this mass."""
        steps = int(np.searchsorted(self._mass, float(mass) * (1 - 1e-12)))
        counts = np.bincount(self._stratum[: min(steps + 1, len(self._stratum))], minlength=len(self.masses))
        left = mass - sum(int(c) * m for c, m in zip(counts, self.masses, strict=True))
        for i, (count, m) in enumerate(zip(counts, self.masses, strict=True)):
            spare = min(int(count), -left // m) if left < 0 else 0
            counts[i] -= spare
            left += spare * m
        return -math.inf if left > 0 else sum(float(s[c]) for s, c in zip(self.logs, counts, strict=True))


def _logs(stratum: Stratum, n: int, most: int) -> Floats:
    """log β(r) for r = 0, 1, …, as far as β is not zero."""
    most = min(most, stratum.items - n) if stratum.seen == 1 else most
    r = np.arange(most, dtype=float)
    if stratum.seen == 1:
        return np.concatenate([[0.0], np.cumsum(np.log((stratum.items - n - r) / (stratum.items - r)))])
    from scipy.special import gammaln, logsumexp

    missed = math.log1p(-float(stratum.seen)) if stratum.seen < 1 else -math.inf

    def log_ways(of: Floats, some: Floats) -> Floats:
        return np.asarray(gammaln(of + 1) - gammaln(some + 1) - gammaln(of - some + 1))

    total, found = float(stratum.items), [0.0]
    for count in range(1, most + 1):
        k = np.arange(max(0, count + n - stratum.items), min(count, n) + 1, dtype=float)
        ways = log_ways(np.full_like(k, count), k) + log_ways(np.full_like(k, total - count), n - k)
        found.append(float(logsumexp(ways - log_ways(np.array([total]), np.array([float(n)])) + k * missed)))
    return np.array(found)


def _undominated(left: Whole, logs: Floats) -> Whole:
    """The partial divisions of which no other leaves as little and is missed clearly more often."""
    order = np.lexsort((-logs, left))
    before = np.concatenate([[-math.inf], np.maximum.accumulate(logs[order])[:-1]])
    return order[logs[order] >= before - WITHIN]


def _insist_strata(strata: Sequence[Stratum], quantity: Fraction, samples: Sequence[int]) -> None:
    insist(1 <= len(strata) <= MOST_STRATA, "number-of-strata", strata=len(strata), most=MOST_STRATA)
    insist(len(samples) == len(strata), "sample-for-each-stratum", strata=len(strata), samples=len(samples))
    insist(quantity > 0, "not-positive", what="quantity", value=quantity)
    for stratum, n in zip(strata, samples, strict=True):
        insist(
            stratum.mass_per_item > 0,
            "not-positive",
            row=stratum.name,
            what="mass_per_item",
            value=stratum.mass_per_item,
        )
        insist_lot(stratum.items, 1, row=stratum.name)
        insist(0 < stratum.seen <= 1, "not-above-0-up-to-1", row=stratum.name, what="detection", value=stratum.seen)
        insist(0 <= n <= stratum.items, "sample-of-items", row=stratum.name, n=n, items=stratum.items)
    held = sum((stratum.items * stratum.mass_per_item for stratum in strata), Fraction(0))
    insist(held >= quantity, "less-than-the-goal-quantity", held=held, quantity=quantity)

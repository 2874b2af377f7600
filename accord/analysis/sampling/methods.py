"""Several methods of measurement with costs: the cheapest mix that misses no kind of defect too often, proven.

n_j items are measured by method j, no item by two; a defect that is measured by method j is identified with the
probability p_j. Of N items d are defective, any d of them alike. With w_j = 1 − p_j for items measured by method j and
w = 1 for all others, none is identified with the probability

    β = e_d(w) / C(N, d)

where e_d is the elementary symmetric polynomial: the coefficient of x^d in ∏ (1 + w_j x)^n_j · (1 + x)^(N − Σ n_j).

A goal quantity may be taken as whole items (gross defects), as parts of more items, or as little of many (bias): each
is a case with its own d and its own p_j, and a mix has to miss none of them more often than the goal. β falls with
every n_j and the cost rises. So a box of mixes can be left out when its largest mix misses too often, and the boxes are
looked at from the cheapest corner on: the first corner that is enough is the cheapest mix there is.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from accord.analysis.unfit import insist

Floats = npt.NDArray[np.float64]

MOST_METHODS = 3
MOST_CASES = 12
MOST_ITEMS = 5_000
MOST_DEFECTS = 500
MOST_BOXES = 20_000
"""The most boxes of mixes looked at."""
DECIDES = 1e-9
"""Floats decide a comparison that is further apart than this, relatively; all of them add up what is positive."""


class Case(NamedTuple):
    """How a goal quantity may be taken: from so many items, identified by each method with this probability."""

    name: str
    defects: int
    """d."""
    seen: tuple[Fraction, ...]
    """p, for each method."""


class Mix(NamedTuple):
    """The cheapest mix, and why it is."""

    samples: tuple[int, ...]
    """Items measured by each method; no item by two."""
    cost: Fraction
    missed: tuple[Fraction, ...]
    """β of each case, exactly; none is more than the goal."""
    alone: tuple[int | None, ...]
    """What each method needs by itself; `None` where even all items are not enough."""
    boxes: int
    """Boxes of mixes that were looked at: every cheaper mix is in one whose largest mix misses too often."""


def mixed_nondetection(items: int, defects: int, samples: Sequence[int], seen: Sequence[Fraction]) -> Fraction:
    """β of a mix, exactly.

    Raises:
        Unfit: more items than `MOST_ITEMS`, more defects than items or than `MOST_DEFECTS`, samples of more than all
            items, or a probability not from 0 to 1.

    >>> round(float(mixed_nondetection(100, 5, [30, 15], [Fraction("0.5"), Fraction(1)])), 6)
    0.163373
    >>> mixed_nondetection(100, 5, [45], [Fraction(1)]) == mixed_nondetection(100, 5, [0, 45], [Fraction(1)] * 2)
    True
    """
    _insist_case(items, Case("", defects, tuple(seen)))
    insist(all(n >= 0 for n in samples) and sum(samples) <= items, "sample-of-items", n=sum(samples), items=items)
    return _exactly(items, defects, samples, seen)


def cheapest_mix(items: int, cases: Sequence[Case], costs: Sequence[Fraction], goal: Fraction) -> Mix:
    """The cheapest mix that misses no case more often than the goal; of equals the one found first.

    Args:
        items: N.
        cases: each way of taking the goal quantity.
        costs: of one measurement by each method.
        goal: β.

    Raises:
        Unfit: as `mixed_nondetection`; no method or too many, a cost that is not positive, a goal not between 0 and 1;
            no mix is enough; or more boxes than `MOST_BOXES`.

    >>> gross = Case("gross", 5, (Fraction("0.9"), Fraction("0.99")))
    >>> bias = Case("bias", 50, (Fraction("0.01"), Fraction("0.6")))
    >>> found = cheapest_mix(100, [gross, bias], [Fraction(1), Fraction(8)], Fraction("0.05"))
    >>> found.samples, found.cost, found.alone
    ((41, 8), Fraction(105, 1), (None, 45))
    """
    insist(1 <= len(costs) <= MOST_METHODS, "number-of-methods", methods=len(costs), most=MOST_METHODS)
    insist(0 < goal < 1, "not-between-0-and-1", what="nondetection", value=goal)
    insist(1 <= len(cases) <= MOST_CASES, "number-of-cases", cases=len(cases), most=MOST_CASES)
    for cost in costs:
        insist(cost > 0, "not-positive", what="cost", value=cost)
    for case in cases:
        insist(len(case.seen) == len(costs), "probability-for-each-method", row=case.name, methods=len(costs))
        _insist_case(items, case)
    search = _Search(items, cases, costs, goal)
    samples = search.cheapest()
    return Mix(
        samples,
        sum((n * cost for n, cost in zip(samples, costs, strict=True)), Fraction(0)),
        tuple(_exactly(items, case.defects, samples, case.seen) for case in cases),
        search.alone,
        search.boxes,
    )


class _Search:
    """Boxes of mixes, from the cheapest corner on."""

    def __init__(self, items: int, cases: Sequence[Case], costs: Sequence[Fraction], goal: Fraction) -> None:
        self.items, self.cases, self.goal = items, cases, goal
        self.costs = costs
        self._of = {case: _Coefficients(items, case.defects) for case in cases}
        self._known: dict[tuple[int, tuple[int, ...]], bool] = {}
        self.alone = tuple(self._alone(method) for method in range(len(costs)))
        self.boxes = 0

    def cheapest(self) -> tuple[int, ...]:
        low = tuple(0 for _ in self.costs)
        high = tuple(0 if self._outdone(j) else self.items if n is None else n for j, n in enumerate(self.alone))
        waiting = [(Fraction(0), low, high)]
        while waiting:
            self.boxes += 1
            insist(self.boxes <= MOST_BOXES, "too-many-mixes", most=MOST_BOXES)
            _, low, high = heapq.heappop(waiting)
            if self.enough(low):
                return low
            if not self._may_hold(high):
                continue
            at = max(range(len(low)), key=lambda j: (high[j] - low[j]) * self.costs[j])
            middle = (low[at] + high[at]) // 2
            for first, last in ((low[at], middle), (middle + 1, high[at])):
                one, other = (*low[:at], first, *low[at + 1 :]), (*high[:at], last, *high[at + 1 :])
                # A box of one mix that was not enough is not looked at again.
                if first <= last and sum(one) <= self.items and (one, other) != (low, high):
                    cost = sum((n * c for n, c in zip(one, self.costs, strict=True)), Fraction(0))
                    heapq.heappush(waiting, (cost, one, other))
        insist(False, "not-reached-by-all-items", goal=self.goal)
        raise AssertionError

    def _outdone(self, method: int) -> bool:
        """Whether another method costs no more and sees no defect less often; of equals, the first is kept."""
        mine = (self.costs[method], *(-case.seen[method] for case in self.cases))
        others = [(self.costs[j], *(-case.seen[j] for case in self.cases)) for j in range(len(self.costs))]
        return any(
            j != method and all(a <= b for a, b in zip(other, mine, strict=True)) and (other != mine or j < method)
            for j, other in enumerate(others)
        )

    def enough(self, samples: tuple[int, ...]) -> bool:
        """Whether a mix misses no case more often than the goal."""
        return all(self._reached(number, samples) for number in range(len(self.cases)))

    def _may_hold(self, high: tuple[int, ...]) -> bool:
        """Whether a mix of up to so many by each method may be enough: with the method that sees most first."""
        for number, case in enumerate(self.cases):
            left, best = self.items, [0] * len(high)
            for j in sorted(range(len(high)), key=lambda j: -case.seen[j]):
                best[j] = min(high[j], left)
                left -= best[j]
            if not self._reached(number, tuple(best)):
                return False
        return True

    def _reached(self, number: int, samples: tuple[int, ...]) -> bool:
        key = (number, samples)
        if key not in self._known:
            case = self.cases[number]
            ratio = self._of[case].missed(samples, case.seen) / float(self.goal)
            self._known[key] = (
                ratio < 1
                if abs(ratio - 1) > DECIDES
                else _exactly(self.items, case.defects, samples, case.seen) <= self.goal
            )
        return self._known[key]

    def _alone(self, method: int) -> int | None:
        def by(n: int) -> tuple[int, ...]:
            return tuple(n if j == method else 0 for j in range(len(self.costs)))

        if not self.enough(by(self.items)):
            return None
        low, high = -1, self.items
        while high - low > 1:
            middle = (low + high) // 2
            if self.enough(by(middle)):
                high = middle
            else:
                low = middle
        return high


class _Coefficients:
    """β in floats: coefficients of powers of 1 + w s x up to x^d, with s = d / N, so that none is too large."""

    def __init__(self, items: int, defects: int) -> None:
        self.items, self.defects = items, defects
        self._step = np.arange(1, defects + 1, dtype=float)
        self._whole = self._power(items, 1.0)[-1]

    def missed(self, samples: Sequence[int], seen: Sequence[Fraction]) -> float:
        """β of a mix: sums of what is not negative."""
        found = self._power(self.items - sum(samples), 1.0)
        for n, p in zip(samples, seen, strict=True):
            if n:
                found = np.convolve(found, self._power(n, float(1 - p)))[: self.defects + 1]
        return float(found[-1] / self._whole)

    def _power(self, n: int, weight: float) -> Floats:
        factors = np.maximum(n + 1 - self._step, 0) / self._step * (weight * self.defects / self.items)
        return np.concatenate([[1.0], np.cumprod(factors)])


def _exactly(items: int, defects: int, samples: Sequence[int], seen: Sequence[Fraction]) -> Fraction:
    """β of a mix in integers: each power times the denominator of its weight for every defect that it may take."""
    found, scale = _row(items - sum(samples), defects, Fraction(1)), 1
    for n, p in zip(samples, seen, strict=True):
        if n:
            found = _product(found, _row(n, defects, 1 - p), defects)
            scale *= p.denominator ** min(n, defects)
    return Fraction(found[defects] if len(found) > defects else 0, math.comb(items, defects) * scale)


def _row(n: int, most: int, weight: Fraction) -> list[int]:
    """Coefficients of (1 + w x)^n up to x^most, times q^min(n, most) where w = p / q."""
    p, q, top = weight.numerator, weight.denominator, min(n, most)
    return [math.comb(n, k) * p**k * q ** (top - k) for k in range(top + 1)]


def _product(one: Sequence[int], other: Sequence[int], most: int) -> list[int]:
    found = [0] * min(len(one) + len(other) - 1, most + 1)
    for i, a in enumerate(one):
        for j, b in enumerate(other[: most + 1 - i]):
            found[i + j] += a * b
    return found


def _insist_case(items: int, case: Case) -> None:
    insist(1 <= items <= MOST_ITEMS, "number-of-items", items=items, most=MOST_ITEMS)
    insist(1 <= case.defects <= items, "more-defects-than-items", row=case.name, defects=case.defects, items=items)
    insist(case.defects <= MOST_DEFECTS, "too-many-defects", row=case.name, defects=case.defects, most=MOST_DEFECTS)
    for p in case.seen:
        insist(0 <= p <= 1, "share-not-between-0-and-1", row=case.name, what="detection", value=p)

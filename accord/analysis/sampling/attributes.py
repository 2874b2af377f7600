"""The smallest sample by attributes: exactly, by the hypergeometric distribution.

Of N items d are defective; n are drawn without replacement, and a defect that is drawn is seen. None is drawn with
the probability

    β(n) = C(N − d, n) / C(N, n) = C(N − n, d) / C(N, d)

The smallest n with β(n) ≤ β is found near an approximation and then proved in integers: β(n) ≤ β, and β(n − 1) > β.
`docs/methods/sampling.md` has sources and worked examples.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from fractions import Fraction
from typing import NamedTuple

from accord.analysis.exact import bounds_of_falling, falling, logarithm
from accord.analysis.sampling.approximations import corrected, iaea
from accord.analysis.unfit import insist

LARGEST = 10**7
"""The most items a plan is made for."""


class AttributePlan(NamedTuple):
    """The smallest sample, and what it and one item less would miss."""

    items: int
    """N, in the stratum."""
    defects: int
    """d, the fewest that shall be found."""
    goal: Fraction
    """β, the probability of seeing none that is accepted."""
    n: int
    """The smallest sample."""
    nondetection: Fraction
    """β(n), exactly; at most the goal."""
    n_minus_1_nondetection: Fraction
    """β(n − 1), exactly; more than the goal."""
    iaea_n: int
    """What N(1 − β^(1/d)) gives, rounded up."""
    corrected_n: int
    """What (N − (d − 1)/2)(1 − β^(1/d)) gives, rounded up."""


def insist_lot(items: int, defects: int, *, row: str = "") -> None:
    """Insists on a lot that can be planned for.

    Raises:
        Unfit: no items, no defects, more defects than items, or more items than `LARGEST`.
    """
    insist(1 <= items <= LARGEST, "number-of-items", row=row, items=items, most=LARGEST)
    insist(defects >= 1, "no-defects", row=row, defects=defects)
    insist(defects <= items, "more-defects-than-items", row=row, defects=defects, items=items)


def nondetection(items: int, defects: int, n: int) -> Fraction:
    """β(n), exactly.

    Raises:
        Unfit: as `insist_lot`; or a sample of more than all items.

    >>> round(float(nondetection(100, 5, 45)), 6), round(float(nondetection(100, 5, 44)), 6)
    (0.046206, 0.050736)
    """
    insist_lot(items, defects)
    insist(0 <= n <= items, "sample-of-items", n=n, items=items)
    few, many = sorted((n, defects))
    return Fraction(falling(items - many, few), falling(items, few)) if few <= items - many else Fraction(0)


class _Miss:
    """β(n) between bounds in integers, and n as it goes up and down by one: β(n) (N − n − d) = β(n + 1) (N − n)."""

    def __init__(self, items: int, defects: int, n: int) -> None:
        self.items, self.defects, self.n = items, defects, n
        few, many = sorted((n, defects))
        self.low, self.high, over = bounds_of_falling(items - many, few) if few <= items - many else (0, 0, 0)
        self.below_low, self.below_high, under = bounds_of_falling(items, few)
        up, down = max(over - under, 0), max(under - over, 0)
        self.low, self.high = self.low << up, self.high << up
        self.below_low, self.below_high = self.below_low << down, self.below_high << down

    def at_most(self, goal: Fraction) -> bool:
        """Whether β(n) ≤ goal: by the bounds, and where they do not decide, by all digits."""
        p, q = goal.numerator, goal.denominator
        if self.high * q <= self.below_low * p:
            return True
        if self.low * q > self.below_high * p:
            return False
        return nondetection(self.items, self.defects, self.n) <= goal

    def one_less(self) -> _Miss:
        """The same of n − 1."""
        left = self.items - self.n + 1
        if left <= self.defects:
            return _Miss(self.items, self.defects, self.n - 1)
        less = object.__new__(_Miss)
        less.items, less.defects, less.n = self.items, self.defects, self.n - 1
        less.low, less.high = self.low * left, self.high * left
        rest = left - self.defects
        less.below_low, less.below_high = self.below_low * rest, self.below_high * rest
        return less


def at_most(items: int, defects: int, n: int, goal: Fraction) -> bool:
    """Whether β(n) ≤ goal: decided by integers that bound both sides, and where these meet, by all their digits.

    >>> at_most(100, 1, 95, Fraction(1, 20)), at_most(100, 1, 94, Fraction(1, 20))
    (True, False)
    """
    return _Miss(items, defects, n).at_most(goal)


def smallest_sample(items: int, defects: int, goal: Fraction) -> int:
    """The smallest n with β(n) ≤ goal; proved, as is that n − 1 does not reach it.

    Raises:
        Unfit: as `insist_lot`, or a goal that is not between 0 and 1.

    >>> smallest_sample(100, 5, Fraction(1, 20)), smallest_sample(100, 1, Fraction(1, 20))
    (45, 95)
    """
    insist_lot(items, defects)
    insist(0 < goal < 1, "not-between-0-and-1", what="nondetection", value=goal)
    n = min(max(math.ceil((items - (defects - 1) / 2) * -math.expm1(logarithm(goal) / defects)), 1), items)
    while not (miss := _Miss(items, defects, n)).at_most(goal):
        n += 1
    while (miss := miss.one_less()).at_most(goal):
        n -= 1
    return n


def plan(items: int, defects: int, goal: Fraction) -> AttributePlan:
    """The plan for one lot whose defects are all seen when they are drawn.

    Raises:
        Unfit: as `smallest_sample`.

    >>> made = plan(100, 5, Fraction("0.05"))
    >>> made.n, made.iaea_n, made.corrected_n
    (45, 46, 45)
    """
    n = smallest_sample(items, defects, goal)
    return AttributePlan(
        items,
        defects,
        goal,
        n,
        nondetection(items, defects, n),
        nondetection(items, defects, n - 1),
        iaea(items, defects, goal),
        corrected(items, defects, goal),
    )


def smallest_defects(items: int, n: int, goal: Fraction) -> int | None:
    """The fewest defects that a sample of n misses with no more than the goal; `None` where it would miss any number.

    >>> smallest_defects(100, 45, Fraction(1, 20)), smallest_defects(100, 0, Fraction(1, 20))
    (5, None)
    """
    insist(0 <= n <= items, "sample-of-items", n=n, items=items)
    if n == 0:
        return None
    return 1 + bisect_left(range(1, items), True, key=lambda defects: at_most(items, defects, n, goal))

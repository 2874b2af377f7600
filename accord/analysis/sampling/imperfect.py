"""Samples whose defects are not always seen: each that is drawn is identified with a probability p, on its own.

    β(n) = Σ_k  C(d, k) C(N − d, n − k) / C(N, n) · (1 − p)^k

that is: k defects are drawn, and all of them are overlooked. A method that sees every defect has p = 1.
"""

from __future__ import annotations

import math
from fractions import Fraction

from accord.analysis.sampling.attributes import insist_lot, smallest_sample
from accord.analysis.sampling.attributes import nondetection as all_seen
from accord.analysis.unfit import insist

LARGEST_TERMS = 20_000
"""The most terms that are summed exactly."""


def nondetection(items: int, defects: int, n: int, seen: Fraction) -> Fraction:
    """β(n) with probability `seen` of identifying a defect that is drawn, exactly.

    Raises:
        Unfit: as `attributes.nondetection`; `seen` not above 0 and at most 1.

    >>> [round(float(nondetection(100, 5, 45, Fraction(seen))), 6) for seen in ("0.9", "0.5")]
    [0.070332, 0.276673]
    """
    _insist_seen(seen)
    if seen == 1:
        return all_seen(items, defects, n)
    insist_lot(items, defects)
    insist(0 <= n <= items, "sample-of-items", n=n, items=items)
    # C(d, k) C(N − d, n − k) / C(N, n) is the same with n and d exchanged: the shorter sum is taken.
    few, many = sorted((n, defects))
    first = max(0, few + many - items)
    insist(few - first <= LARGEST_TERMS, "too-many-terms", terms=few - first, most=LARGEST_TERMS)
    missed, whole = (1 - seen).numerator, (1 - seen).denominator
    ways = math.comb(few, first) * math.comb(items - few, many - first)
    total = 0
    for k in range(first, few + 1):
        total += ways * missed**k * whole ** (few - k)
        if k < few:
            ways = ways * (few - k) * (many - k) // ((k + 1) * (items - few - many + k + 1))
    return Fraction(total, math.comb(items, many) * whole**few)


def smallest_imperfect_sample(items: int, defects: int, goal: Fraction, seen: Fraction) -> int | None:
    """The smallest n with β(n) ≤ goal; `None` where not even all items are enough: (1 − p)^d is more than the goal.

    Raises:
        Unfit: as `nondetection`, or a goal that is not between 0 and 1.

    >>> smallest_imperfect_sample(100, 5, Fraction("0.05"), Fraction("0.9"))
    50
    >>> smallest_imperfect_sample(100, 1, Fraction("0.05"), Fraction("0.9")) is None
    True
    """
    _insist_seen(seen)
    least = smallest_sample(items, defects, goal)
    if seen == 1:
        return least
    if (1 - seen) ** defects > goal:
        return None
    low, high = least - 1, items
    while high - low > 1:
        middle = (low + high) // 2
        if nondetection(items, defects, middle, seen) <= goal:
            high = middle
        else:
            low = middle
    return high


def smallest_defects(items: int, n: int, goal: Fraction, seen: Fraction) -> int | None:
    """The fewest defects that a sample of n misses with no more than the goal; `None` where it would miss any number.

    Raises:
        Unfit: as `nondetection`, or a goal that is not between 0 and 1.

    >>> [smallest_defects(100, n, Fraction("0.05"), Fraction("0.9")) for n in (50, 1)]
    [5, None]
    """
    insist(0 < goal < 1, "not-between-0-and-1", what="nondetection", value=goal)
    if nondetection(items, items, n, seen) > goal:
        return None
    low, high = 0, items
    while high - low > 1:
        middle = (low + high) // 2
        if nondetection(items, middle, n, seen) <= goal:
            high = middle
        else:
            low = middle
    return high


def _insist_seen(seen: Fraction) -> None:
    insist(0 < seen <= 1, "not-above-0-up-to-1", what="detection", value=seen)

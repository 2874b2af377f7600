"""Samples whose defects are not always seen: each that is drawn is identified with a probability p, on its own.

    β(n) = Σ_k  C(d, k) C(N − d, n − k) / C(N, n) · (1 − p)^k

that is: k defects are drawn, and all of them are overlooked. A method that sees every defect has p = 1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

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
    # The same with n and d exchanged: the shorter course is taken.
    few, many = sorted((n, defects))
    insist(few <= LARGEST_TERMS, "too-many-terms", terms=few, most=LARGEST_TERMS)
    return Fraction(*next(islice(course(items, many, seen), few, None)))


def course(items: int, n: int, seen: Fraction) -> Iterator[tuple[int, int]]:
    """β for 0, 1, 2, … defects up to all items, as a quotient not yet shortened, each from the two before.

    With w = 1 − p, C(N, d) β is the coefficient e_d of x^d in f = (1 + w x)^n (1 + x)^(N − n). As f satisfies
    (1 + w x)(1 + x) f′ = (n w (1 + x) + (N − n)(1 + w x)) f,

        (d + 1) e_(d+1) = (n w + N − n − (1 + w) d) e_d + w (N − d + 1) e_(d−1)

    >>> [round(a / b, 3) for a, b in islice(course(100, 45, Fraction(1, 2)), 6)]
    [1.0, 0.775, 0.6, 0.464, 0.358, 0.277]
    """
    p, q = (1 - seen).numerator, (1 - seen).denominator
    before, now, of = 0, 1, 1  # e_(d−1) q^(d−1), e_d q^d, C(N, d) q^d
    for d in range(items + 1):
        yield now, of
        up = (n * p + (items - n) * q - (p + q) * d) * now + p * q * (items - d + 1) * before
        before, now, of = now, up // (d + 1), of * (items - d) * q // (d + 1)


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
    enough = bisect_left(range(least, items), True, key=lambda n: nondetection(items, defects, n, seen) <= goal)
    return least + enough


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
    return 1 + bisect_left(range(1, items), True, key=lambda defects: nondetection(items, defects, n, seen) <= goal)


def _insist_seen(seen: Fraction) -> None:
    insist(0 < seen <= 1, "not-above-0-up-to-1", what="detection", value=seen)

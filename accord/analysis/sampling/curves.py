"""Operating curves: what a sample misses for every number of defects, and the smallest sample for every goal."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import islice

from accord.analysis.exact import logarithm
from accord.analysis.sampling.attributes import insist_lot
from accord.analysis.sampling.imperfect import LARGEST_TERMS, course
from accord.analysis.unfit import insist

MOST_POINTS = 200


def operating_curve(items: int, n: int, most_defects: int, seen: Fraction = Fraction(1)) -> list[tuple[int, Fraction]]:
    """How often a sample of n misses each number of defects, none to `most_defects`; some where there are many.

    Raises:
        Unfit: as `imperfect.nondetection`; more defects than items.

    >>> [round(float(missed), 3) for _, missed in operating_curve(100, 45, 5)]
    [1.0, 0.55, 0.3, 0.162, 0.087, 0.046]
    """
    insist(1 <= most_defects <= items, "more-defects-than-items", defects=most_defects, items=items)
    insist_lot(items, 1)
    insist(0 <= n <= items, "sample-of-items", n=n, items=items)
    insist(0 < seen <= 1, "not-above-0-up-to-1", what="detection", value=seen)
    insist(most_defects <= LARGEST_TERMS, "too-many-terms", terms=most_defects, most=LARGEST_TERMS)
    step = -(-most_defects // MOST_POINTS)
    return [
        (d, Fraction(*missed))
        for d, missed in enumerate(islice(course(items, n, seen), most_defects + 1))
        if d % step == 0 or d == most_defects
    ]


def zero_acceptance(defective: Fraction, goal: Fraction) -> int:
    """The smallest sample of a lot without end in which this share is defective: ⌈ln β / ln(1 − share)⌉, exactly.

    Raises:
        Unfit: a share or a goal not between 0 and 1.

    >>> zero_acceptance(Fraction("0.05"), Fraction("0.05")), zero_acceptance(Fraction("0.01"), Fraction("0.01"))
    (59, 459)
    """
    insist(0 < defective < 1, "not-between-0-and-1", what="defective", value=defective)
    insist(0 < goal < 1, "not-between-0-and-1", what="nondetection", value=goal)
    good = 1 - defective
    n = max(1, math.floor(logarithm(goal) / logarithm(good)))
    while good**n > goal:
        n += 1
    while n > 1 and good ** (n - 1) <= goal:
        n -= 1
    return n

"""Inspections over time: n periods, m inspections, at most one violation. Exact values by recursion and in closed form.

In each period the inspector inspects or not, and the inspectee violates or not; both then know what happened. A
violation in an inspected period is found. Payoffs to the inspector: 1 for a violation found, −1 for one not found, 0
for none (M. Dresher, 1962; B. von Stengel, "Recursive inspection games", arXiv 1412.0129):

    v(n, m) = −C(n − 1, m) / Σ_{i ≤ m} C(n, i)

M. Maschler let the inspector announce his probabilities and commit himself to them. An inspectee who gains 1 by a
violation not found and loses b by one that is found then expects

    w(n, m) = C(n − 1, m) / Σ_{i ≤ m} C(n, i) b^(m − i)

and acts legally as long as inspections are left; the inspector loses 1 with that same probability, that of having none
left before the end. For b = 1 this is −v: in a game in which one side's gain is the other's loss nothing is won by
commitment.
"""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from accord.analysis.unfit import insist

MOST_PERIODS = 200


class Stage(NamedTuple):
    """The first period of a game, and its value."""

    value: Fraction
    """To the inspector in Dresher's game; to the inspectee in Maschler's."""
    inspects: Fraction
    """The probability with which the inspector inspects now."""
    violates: Fraction
    """The probability with which the inspectee violates now."""


def dresher(periods: int, inspections: int) -> Stage:
    """The value of Dresher's game and what both do first, by recursion.

    Raises:
        Unfit: no period, a negative number of inspections, or more periods than `MOST_PERIODS`.

    >>> dresher(2, 1)
    Stage(value=Fraction(-1, 3), inspects=Fraction(1, 3), violates=Fraction(1, 3))
    >>> dresher(12, 4).value
    Fraction(-165, 397)
    """
    _insist_game(periods, inspections)
    return _dresher(periods, inspections)


def dresher_closed(periods: int, inspections: int) -> Fraction:
    """The same value in closed form.

    >>> dresher_closed(12, 4)
    Fraction(-165, 397)
    """
    _insist_game(periods, inspections)
    ways = sum(math.comb(periods, i) for i in range(inspections + 1))
    return Fraction(-math.comb(periods - 1, inspections), ways)


def maschler(periods: int, inspections: int, loss: Fraction) -> Stage:
    """What the inspectee expects when the inspector commits himself, and what both do first.

    Args:
        periods: n.
        inspections: m.
        loss: b, what a violation that is found costs the inspectee, in gains by one that is not.

    Raises:
        Unfit: as `dresher`; a loss that is not positive.

    >>> maschler(2, 1, Fraction(3))
    Stage(value=Fraction(1, 5), inspects=Fraction(1, 5), violates=Fraction(0, 1))
    """
    _insist_game(periods, inspections)
    insist(loss > 0, "not-positive", what="loss", value=loss)
    value = maschler_closed(periods, inspections, loss)
    # He is indifferent: what he expects is 1 − p (1 + b).
    inspects = (1 - value) / (1 + loss) if inspections else Fraction(0)
    return Stage(value, inspects, Fraction(0) if inspections else Fraction(1))


def maschler_closed(periods: int, inspections: int, loss: Fraction) -> Fraction:
    """w(n, m) in closed form."""
    ways = sum((math.comb(periods, i) * loss ** (inspections - i) for i in range(inspections + 1)), Fraction(0))
    return math.comb(periods - 1, inspections) / ways


@cache
def _dresher(periods: int, inspections: int) -> Stage:
    if inspections == 0:
        return Stage(Fraction(-1), Fraction(0), Fraction(1))
    if inspections >= periods:
        return Stage(Fraction(0), Fraction(1), Fraction(0))
    # Inspected or not, and legal: the rest of the game. Of the matrix [[1, with], [−1, without]] nobody has a best row.
    with_one_less, with_all = _dresher(periods - 1, inspections - 1).value, _dresher(periods - 1, inspections).value
    both = 2 + with_all - with_one_less
    return Stage((with_all + with_one_less) / both, (with_all + 1) / both, (with_all - with_one_less) / both)


def _insist_game(periods: int, inspections: int) -> None:
    insist(1 <= periods <= MOST_PERIODS, "number-of-periods", periods=periods, most=MOST_PERIODS)
    insist(inspections >= 0, "negative", what="inspections", value=inspections)

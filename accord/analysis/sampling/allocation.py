"""A plan for several strata: samples so that no division of the goal quantity is missed more often than accepted.

The usual rule gives each stratum N_i(1 − β^(1/d_i)) by itself. Since d_i is a whole number of items, a division over
several strata may then be missed more often than β. Here samples in that proportion are enlarged until the worst
division, exactly, is missed no more often than β, and then made smaller stratum by stratum, the costliest first, until
in no stratum one item less would do. Such a plan cannot be reduced; that no other one is cheaper is not claimed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from accord.analysis.sampling.approximations import iaea
from accord.analysis.sampling.strata import Stratum, WorstSplit, worst_split
from accord.analysis.unfit import insist


class StrataPlan(NamedTuple):
    """Samples for strata, and why they are enough and none is too large."""

    samples: tuple[int, ...]
    worst: WorstSplit
    """Missed no more often than the goal."""
    one_less: tuple[WorstSplit | None, ...]
    """With one item less in a stratum: missed more often than the goal. `None` where nothing is drawn."""
    usual: tuple[int, ...]
    """N(1 − β^(1/d)), rounded up, each stratum by itself."""
    usual_worst: WorstSplit
    """What these would miss."""


def plan_strata(
    strata: Sequence[Stratum], quantity: Fraction, goal: Fraction, costs: Sequence[Fraction] = ()
) -> StrataPlan:
    """Samples that miss no division of a quantity more often than the goal, and are irreducible.

    Raises:
        Unfit: as `worst_split`; a goal not between 0 and 1; or what even all items looked at would miss more often.

    >>> lot = [Stratum("A", 40, Fraction(2)), Stratum("B", 200, Fraction(1, 2))]
    >>> made = plan_strata(lot, Fraction(8), Fraction(1, 5))
    >>> made.samples, made.usual, made.worst.nondetection <= Fraction(1, 5)
    ((13, 19), (14, 20), True)
    """
    insist(0 < goal < 1, "not-between-0-and-1", what="nondetection", value=goal)
    everything = [stratum.items for stratum in strata]
    insist(worst_split(strata, quantity, everything).nondetection <= goal, "not-reached-by-all-items", goal=goal)
    usual = tuple(_usual(stratum, quantity, goal) for stratum in strata)

    def enough(samples: Sequence[int]) -> bool:
        return worst_split(strata, quantity, samples).nondetection <= goal

    def enlarged(per_mille: int) -> list[int]:
        return [min(n, -(-max(m, 1) * per_mille // 1000)) for n, m in zip(everything, usual, strict=True)]

    most = max(-(-n * 1000 // max(m, 1)) for n, m in zip(everything, usual, strict=True))
    samples = enlarged(bisect_left(range(most), True, key=lambda part: enough(enlarged(part))))
    order = sorted(range(len(strata)), key=lambda i: (-(costs[i] if costs else 1), -samples[i], i))

    def instead(i: int, n: int) -> list[int]:
        return [*samples[:i], n, *samples[i + 1 :]]

    def enough_with(i: int, n: int) -> bool:
        return enough(instead(i, n))

    for i in order:
        samples[i] = bisect_left(range(samples[i]), True, key=partial(enough_with, i))
    one_less = tuple(worst_split(strata, quantity, instead(i, n - 1)) if n else None for i, n in enumerate(samples))
    return StrataPlan(
        tuple(samples), worst_split(strata, quantity, samples), one_less, usual, worst_split(strata, quantity, usual)
    )


def _usual(stratum: Stratum, quantity: Fraction, goal: Fraction) -> int:
    return min(stratum.items, iaea(stratum.items, stratum.needed(quantity), goal))

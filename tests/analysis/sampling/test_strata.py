"""Several strata and defects that may be overlooked: published values and brute force."""

from __future__ import annotations

import itertools
import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.analysis.sampling import imperfect
from accord.analysis.sampling.allocation import plan_strata
from accord.analysis.sampling.strata import Stratum, worst_split
from accord.analysis.unfit import Unfit

A, B = Stratum("A", 40, Fraction(2)), Stratum("B", 200, Fraction(1, 2))


def test_the_splits_of_two_strata() -> None:
    # Of M = 8 with samples of 14 and 20: what each division is missed with, and the worst of all.
    alone = [
        float(imperfect.nondetection(40, a, 14, Fraction(1)) if a else Fraction(1))
        * float(imperfect.nondetection(200, b, 20, Fraction(1)) if b else Fraction(1))
        for a, b in ((0, 16), (1, 12), (2, 8), (3, 4), (4, 0))
    ]
    assert [round(value, 5) for value in alone] == [0.17268, 0.17669, 0.17652, 0.17208, 0.16358]
    assert worst_split([A, B], Fraction(8), [14, 20]).taken == (1, 12)


@given(st.integers(1, 30), st.data())
def test_overlooked_defects_against_their_sum(items: int, data: st.DataObject) -> None:
    defects = data.draw(st.integers(1, items))
    n = data.draw(st.integers(0, items))
    seen = Fraction(data.draw(st.integers(1, 20)), 20)
    ways = Fraction(0)
    for k in range(min(n, defects) + 1):
        if n - k <= items - defects:
            ways += math.comb(defects, k) * math.comb(items - defects, n - k) * (1 - seen) ** k
    assert imperfect.nondetection(items, defects, n, seen) == ways / math.comb(items, n)


@given(st.integers(1, 40), st.data())
def test_the_smallest_sample_of_what_may_be_overlooked(items: int, data: st.DataObject) -> None:
    defects = data.draw(st.integers(1, items))
    seen = Fraction(data.draw(st.integers(1, 20)), 20)
    goal = Fraction(data.draw(st.integers(1, 99)), 100)
    all_sizes = [n for n in range(items + 1) if imperfect.nondetection(items, defects, n, seen) <= goal]
    assert imperfect.smallest_imperfect_sample(items, defects, goal, seen) == (all_sizes[0] if all_sizes else None)


@st.composite
def lots(draw: st.DrawFn) -> tuple[list[Stratum], Fraction, list[int]]:
    strata = [
        Stratum(
            name,
            draw(st.integers(1, 10)),
            Fraction(draw(st.integers(1, 12)), draw(st.integers(1, 3))),
            draw(st.sampled_from([Fraction(1), Fraction(9, 10), Fraction(1, 2)])),
        )
        for name in "ABC"[: draw(st.integers(1, 3))]
    ]
    held = sum((s.items * s.mass_per_item for s in strata), Fraction(0))
    quantity = min(held, Fraction(draw(st.integers(1, 60)), draw(st.integers(1, 5))))
    return strata, quantity, [draw(st.integers(0, s.items)) for s in strata]


@settings(max_examples=150)
@given(lots())
def test_the_worst_split_against_all_splits(lot: tuple[list[Stratum], Fraction, list[int]]) -> None:
    strata, quantity, samples = lot
    missed = Fraction(0)
    for taken in itertools.product(*(range(s.items + 1) for s in strata)):
        if sum(r * s.mass_per_item for r, s in zip(taken, strata, strict=True)) >= quantity:
            both = zip(strata, samples, taken, strict=True)
            missed = max(missed, math.prod(imperfect.nondetection(s.items, r, n, s.seen) for s, n, r in both if r))
    found = worst_split(strata, quantity, samples)
    assert found.nondetection == missed
    taken_mass = sum(r * s.mass_per_item for r, s in zip(found.taken, strata, strict=True))
    assert taken_mass >= quantity or missed == 0


@settings(max_examples=40, deadline=None)
@given(lots(), st.integers(1, 99))
def test_a_plan_reaches_its_goal_and_nothing_in_it_can_be_left_out(
    lot: tuple[list[Stratum], Fraction, list[int]], per_cent: int
) -> None:
    strata, quantity, _ = lot
    goal = Fraction(per_cent, 100)
    if worst_split(strata, quantity, [s.items for s in strata]).nondetection > goal:
        with pytest.raises(Unfit, match="not-reached-by-all-items"):
            plan_strata(strata, quantity, goal)
        return
    made = plan_strata(strata, quantity, goal)
    assert made.worst.nondetection <= goal
    for n, less in zip(made.samples, made.one_less, strict=True):
        assert (less is None) == (n == 0)
        assert less is None or less.nondetection > goal


@pytest.mark.parametrize(
    ("strata", "quantity", "samples", "code", "row"),
    [
        ([], 8, [], "number-of-strata", ""),
        ([A], 8, [1, 2], "sample-for-each-stratum", ""),
        ([A], 0, [1], "not-positive", ""),
        ([A], 81, [1], "less-than-the-goal-quantity", ""),
        ([A, B._replace(mass_per_item=Fraction(-1))], 8, [1, 1], "not-positive", "B"),
        ([A, B._replace(items=0)], 8, [1, 0], "number-of-items", "B"),
        ([A, B._replace(seen=Fraction(2))], 8, [1, 1], "not-above-0-up-to-1", "B"),
        ([A, B], 8, [1, 201], "sample-of-items", "B"),
        ([A._replace(mass_per_item=Fraction(1, 10**19))], Fraction(1, 10**19), [1], "", ""),
        ([A, B._replace(mass_per_item=Fraction(1, 3**40))], 8, [1, 1], "masses-too-fine", ""),
    ],
)
def test_rows_that_do_not_fit_are_named(
    strata: list[Stratum], quantity: int | Fraction, samples: list[int], code: str, row: str
) -> None:
    if not code:
        assert worst_split(strata, Fraction(quantity), samples).taken == (1,)
        return
    with pytest.raises(Unfit) as told:
        worst_split(strata, Fraction(quantity), samples)
    assert (told.value.code, told.value.row) == (code, row)

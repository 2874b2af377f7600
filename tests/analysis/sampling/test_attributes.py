"""Exact samples by attributes: published values, brute force, and the approximations beside them."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.analysis import exact
from accord.analysis.sampling import attributes
from accord.analysis.unfit import Unfit

EXACT_IAEA_CORRECTED = [
    (100, 5, "0.05", 45, 46, 45),
    (100, 10, "0.05", 25, 26, 25),
    (100, 1, "0.05", 95, 95, 95),
    (60, 6, "0.1", 19, 20, 19),
    (200, 10, "0.05", 51, 52, 51),
    (500, 25, "0.05", 56, 57, 56),
    (1000, 50, "0.05", 57, 59, 57),
    (1000, 10, "0.05", 258, 259, 258),
    (300, 8, "0.1", 75, 76, 75),
    (300, 8, "0.5", 25, 25, 25),
    (300, 8, "0.8", 9, 9, 9),
    (1550, 10, "0.05", 401, 402, 401),
    (1550, 31, "0.05", 142, 143, 142),
    (50, 2, "0.5", 15, 15, 15),
]
LOTS = {
    # Table layout of ISPM 31: lots of N, 95 % confidence for 5, 2, 1 % infested, then 99 %.
    100: (45, 78, 95, 59, 90, 99),
    200: (51, 105, 155, 73, 136, 180),
    500: (56, 129, 225, 83, 183, 300),
    1000: (57, 138, 258, 86, 204, 368),
    10000: (59, 148, 294, 90, 226, 448),
}


@pytest.mark.parametrize(("items", "defects", "goal", "n", "iaea", "corrected"), EXACT_IAEA_CORRECTED)
def test_the_smallest_sample_and_its_approximations(
    items: int, defects: int, goal: str, n: int, iaea: int, corrected: int
) -> None:
    made = attributes.plan(items, defects, Fraction(goal))
    assert (made.n, made.iaea_n, made.corrected_n) == (n, iaea, corrected)
    assert made.nondetection <= Fraction(goal) < made.n_minus_1_nondetection


@pytest.mark.parametrize("items", LOTS)
def test_lots_of_the_published_layout(items: int) -> None:
    found = tuple(
        attributes.smallest_sample(items, items * percent // 100, Fraction(goal))
        for goal in ("0.05", "0.01")
        for percent in (5, 2, 1)
    )
    assert found == LOTS[items]


@given(st.integers(1, 120), st.data())
def test_against_all_sample_sizes(items: int, data: st.DataObject) -> None:
    defects = data.draw(st.integers(1, items))
    goal = Fraction(data.draw(st.integers(1, 999)), 1000)
    ways = math.comb(items, defects)
    least = next(n for n in range(items + 1) if Fraction(math.comb(items - n, defects), ways) <= goal)
    assert attributes.smallest_sample(items, defects, goal) == least


@settings(max_examples=60)
@given(st.integers(2, 10**6), st.data())
def test_large_lots_are_decided_as_by_all_digits(items: int, data: st.DataObject) -> None:
    defects = data.draw(st.integers(1, min(items, 3000)))
    goal = Fraction(data.draw(st.sampled_from(["0.5", "0.05", "0.000000001", "1/3"])))
    n = attributes.smallest_sample(items, defects, goal)
    assert attributes.nondetection(items, defects, n) <= goal < attributes.nondetection(items, defects, n - 1)


@given(st.integers(5, 2000), st.sampled_from(["0.05", "0.1", "0.2", "0.5", "0.8"]), st.data())
def test_the_approximation_of_the_iaea_is_up_to_three_more(items: int, goal: str, data: st.DataObject) -> None:
    defects = data.draw(st.integers(1, items))
    made = attributes.plan(items, defects, Fraction(goal))
    assert made.iaea_n - made.n in (0, 1, 2, 3)


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_bounds_hold_the_product(top: int, count: int) -> None:
    count = min(count, top)
    low, high, shift = exact.bounds_of_falling(top, count)
    assert low << shift <= exact.falling(top, count) == math.perm(top, count) <= high << shift
    assert (high - low) << 180 <= high


@given(st.integers(1, 80), st.data())
def test_the_fewest_defects_that_are_found(items: int, data: st.DataObject) -> None:
    n = data.draw(st.integers(0, items))
    goal = Fraction(data.draw(st.integers(1, 99)), 100)
    fewest = attributes.smallest_defects(items, n, goal)
    found = [d for d in range(1, items + 1) if attributes.nondetection(items, d, n) <= goal]
    assert fewest == (found[0] if found else None)


@pytest.mark.parametrize(
    ("items", "defects", "goal", "code"),
    [
        (3, 5, "0.05", "more-defects-than-items"),
        (3, 0, "0.05", "no-defects"),
        (0, 1, "0.05", "number-of-items"),
        (10**7 + 1, 1, "0.05", "number-of-items"),
        (10, 1, "0", "not-between-0-and-1"),
        (10, 1, "1", "not-between-0-and-1"),
    ],
)
def test_what_cannot_be_planned_is_said(items: int, defects: int, goal: str, code: str) -> None:
    with pytest.raises(Unfit) as told:
        attributes.plan(items, defects, Fraction(goal))
    assert told.value.code == code


@pytest.mark.parametrize("text", ["", "-0.05", "0,05", ".5", "5%", "1e-3", "nan", "1/0", "05", "٠.٥", "0.05 "])
def test_a_probability_has_one_spelling(text: str) -> None:
    with pytest.raises(Unfit) as told:
        exact.probability(text, "nondetection", row="B")
    assert (told.value.code, told.value.row) == ("not-a-number", "B")

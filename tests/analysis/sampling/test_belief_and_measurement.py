"""Completeness, measured defects and operating curves: published values, and sums over all cases."""

from __future__ import annotations

import itertools
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.analysis.sampling.attributes import nondetection
from accord.analysis.sampling.completeness import Prior, belief
from accord.analysis.sampling.curves import operating_curve, zero_acceptance
from accord.analysis.sampling.variables import Method, d_test, identification
from accord.analysis.unfit import Unfit


def test_belief_after_clean_samples() -> None:
    assert belief(100, 19, Prior.even(100)).none == Fraction(20, 101)
    found = belief(100, 45, Prior.even(100), 4)
    assert (round(float(found.none), 6), round(float(found.at_most), 6)) == (0.455446, 0.956081)
    assert belief(100, 45, Prior(Fraction(1, 2), 100)).none == Fraction(920, 931)


def test_found_with_95_per_cent_is_not_none_with_95_per_cent() -> None:
    assert nondetection(100, 5, 45) < Fraction(5, 100)
    assert belief(100, 45, Prior.even(100)).none < Fraction(1, 2)


@given(st.integers(1, 40), st.data())
def test_against_the_sum_over_all_numbers_of_defects(items: int, data: st.DataObject) -> None:
    n = data.draw(st.integers(0, items))
    prior = Prior(Fraction(data.draw(st.integers(1, 20)), 20), data.draw(st.integers(1, items)))
    defects = data.draw(st.integers(0, items))
    weights = {0: prior.none}
    for d in range(1, prior.most + 1):
        weights[d] = (1 - prior.none) / prior.most * nondetection(items, d, n)
    total = sum(weights.values())
    found = belief(items, n, prior, defects)
    assert found.none == prior.none / total
    assert found.at_most == sum(w for d, w in weights.items() if d <= defects) / total
    assert found.mean == sum(d * w for d, w in weights.items()) / total


ZERO = {("0.05", "0.05"): 59, ("0.05", "0.01"): 90, ("0.05", "0.1"): 45, ("0.01", "0.05"): 299, ("0.01", "0.01"): 459}
ZERO |= {("0.1", "0.05"): 29, ("0.1", "0.1"): 22}


@pytest.mark.parametrize("case", ZERO)
def test_lots_without_end(case: tuple[str, str]) -> None:
    assert zero_acceptance(Fraction(case[0]), Fraction(case[1])) == ZERO[case]


@given(st.integers(1, 99), st.integers(1, 99))
def test_one_less_is_not_enough_of_a_lot_without_end(share: int, per_cent: int) -> None:
    n = zero_acceptance(Fraction(share, 100), Fraction(per_cent, 100))
    good = 1 - Fraction(share, 100)
    assert good**n <= Fraction(per_cent, 100)
    assert n == 1 or good ** (n - 1) > Fraction(per_cent, 100)


def test_an_operating_curve_falls_and_ends_where_it_is_asked_to() -> None:
    curve = operating_curve(5000, 120, 4999, Fraction("0.9"))
    assert (curve[0], curve[-1][0]) == ((0, Fraction(1)), 4999)
    assert all(one[1] > other[1] for one, other in itertools.pairwise(curve))
    assert len(curve) <= 402


def test_the_d_statistic_of_the_reference() -> None:
    found = d_test(200, 20, 1.0, 0.05, 0.02, 16.0, 0.05)
    assert (round(found.sigma_kg, 6), round(found.detection, 6)) == (4.582576, 0.9676)
    assert d_test(200, 20, 1.0, 0.05, 0.02, 0.0, 0.05).detection == pytest.approx(0.05)


def test_the_d_statistic_has_that_spread_in_simulations() -> None:
    generator, runs, n = np.random.default_rng(8), 40_000, 20
    own = generator.normal(0, 0.05, (runs, n))
    shared = generator.normal(0, 0.02, (runs, 1))
    simulated = 200 / n * (own + shared).sum(axis=1)
    assert simulated.std() == pytest.approx(d_test(200, n, 1.0, 0.05, 0.02, 16.0, 0.05).sigma_kg, rel=0.02)


def test_identification_is_the_false_alarm_rate_at_no_defect() -> None:
    method = Method("weighing", 0.01, 1.0)
    assert identification(method, 1e-12, 0.05) == pytest.approx(0.05)
    assert identification(method, 1.0, 0.05) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: belief(10, 11, Prior.even(10)), "sample-of-items"),
        (lambda: belief(10, 1, Prior(Fraction(1, 2), 11)), "more-defects-than-items"),
        (lambda: belief(10, 1, Prior(Fraction(3, 2), 5)), "share-not-between-0-and-1"),
        (lambda: belief(10, 10, Prior(Fraction(0), 5)), "prior-excludes-the-sample"),
        (lambda: operating_curve(10, 2, 11), "more-defects-than-items"),
        (lambda: zero_acceptance(Fraction(0), Fraction(1, 2)), "not-between-0-and-1"),
        (lambda: identification(Method("m", 0.0, 1.0), 0.5, 0.05), "not-positive"),
        (lambda: d_test(10, 0, 1.0, 0.1, 0.1, 1.0, 0.05), "sample-of-items"),
        (lambda: d_test(10, 1, 1.0, 0.0, 0.0, 1.0, 0.05), "not-positive"),
        (lambda: d_test(10, 1, 1.0, -0.1, 0.1, 1.0, 0.05), "negative"),
        (lambda: d_test(10, 1, float("nan"), 0.1, 0.1, 1.0, 0.05), "not-positive"),
    ],
)
def test_what_cannot_be_computed_is_said(call: object, code: str) -> None:
    with pytest.raises(Unfit) as told:
        call()  # type: ignore[operator]
    assert told.value.code == code

"""Balances: the five of the reference, their structure, and the ways in which an open peer goes wrong."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.analysis.balance.samples import Places, series_of_samples
from accord.analysis.balance.simulation import simulate
from accord.analysis.balance.statistics import covariance_kg2, factor, page, standardised, statistics
from accord.analysis.balance.terms import Series, Term, series_of
from accord.analysis.unfit import Unfit


def plant(balances: int = 5, measured: tuple[float, ...] = ()) -> Series:
    """One transfer in and out of 30 kg a balance, 50 kg in stock; 1 % and 1 % of flows, 0.5 % and 0.5 % of stock."""
    terms = [Term("inventory", "store", 50.0, t, t, 0.005, 0.005, "store") for t in range(balances + 1)]
    for t in range(balances):
        terms.append(Term("input", "in", 30.0, t + 0.5, t + 0.5, 0.01, 0.01, "in"))
        terms.append(Term("output", "out", 30.0, t + 0.5, t + 0.5, 0.01, 0.01, "out"))
    series = series_of(terms)
    return series._replace(muf_kg=np.array(measured)) if measured else series


FIVE = plant(5, (0.2, -0.5, 1.0, 0.3, 0.8))


def test_the_five_balances_of_the_reference() -> None:
    found = statistics(FIVE)
    assert np.allclose(np.diag(found.covariance_kg2), 0.485)
    assert np.allclose(np.diag(found.covariance_kg2, 1), 0.1175)
    assert np.allclose(found.covariance_kg2[np.triu_indices(5, 2)], 0.18)
    assert found.sitmuf.round(6).tolist() == [0.287183, -0.811715, 1.591772, 0.519237, 1.103093]
    assert found.cumuf_kg.round(9).tolist() == [0.2, -0.3, 0.7, 1.0, 1.8]
    assert found.sigma_cumuf_kg.round(6).tolist() == [0.696419, 1.097725, 1.511622, 1.930026, 2.350532]
    assert round(found.gemuf, 6) == 4.761517
    assert found.page.round(6).tolist() == [0.0, 0.0, 1.091772, 1.11101, 1.714103]


@given(st.lists(st.floats(-5, 5), min_size=5, max_size=5))
def test_the_global_statistic_is_that_of_the_independent_ones(measured: list[float]) -> None:
    found = statistics(FIVE._replace(muf_kg=np.array(measured)))
    direct = found.muf_kg @ np.linalg.inv(found.covariance_kg2) @ found.muf_kg
    assert found.gemuf == pytest.approx(direct, abs=1e-9)
    assert found.gemuf == pytest.approx((found.sitmuf**2).sum(), abs=1e-12)


def test_one_balance_has_one_period_of_flows_in_its_variance() -> None:
    # The peer counts two periods of throughput: 1.2511 instead of 0.6964 kg.
    assert statistics(FIVE).sigma_muf_kg[0] == pytest.approx(0.696419, abs=5e-7)


def test_the_first_and_the_last_balance_are_evaluated() -> None:
    # The peer puts a zero first and leaves the last one out.
    found = statistics(plant(6, (1.0, 0.0, 0.0, 0.0, 0.0, 1.0)))
    assert len(found.sitmuf) == 6
    assert found.sitmuf[0] == pytest.approx(1 / 0.696419, rel=1e-5)
    assert found.sitmuf[-1] > 0.5


def test_the_shared_error_of_a_constant_stock_cancels() -> None:
    # The peer adds it: 0.781 instead of 0.696 kg.
    stock = [Term("inventory", "store", 50.0, t, t, 0.0, 0.1, "store") for t in range(3)]
    flow = [Term("input", "in", 1.0, t, t, 0.01, 0.0, "in") for t in range(2)]
    assert np.allclose(np.diag(covariance_kg2(series_of([*stock, *flow]))), 0.01**2)


def test_a_transfer_at_a_boundary_counts_once() -> None:
    # The peer counts it in both balances.
    stock = [Term("inventory", "store", held, t, t, 0.01, 0.0, "s") for t, held in enumerate((0.0, 0.0, 10.0))]
    series = series_of([*stock, Term("input", "in", 10.0, 1.0, 1.0, 0.01, 0.0, "in")])
    assert series.muf_kg.tolist() == [0.0, 0.0]


def test_all_inputs_and_outputs_count() -> None:
    # The peer takes the last output only, and the opening inventory of the first balance only.
    stock = [Term("inventory", "store", held, t, t, 0.01, 0.0, "s") for t, held in enumerate((5.0, 5.0, 5.0))]
    flows = [
        Term("input", "in", 10.0, 0.1, 0.1, 0.01, 0.0, "in"),
        Term("output", "a", 4.0, 0.2, 0.2, 0.01, 0.0, "a"),
        Term("output", "b", 6.0, 0.3, 0.3, 0.01, 0.0, "b"),
    ]
    series = series_of([*stock, *flows])
    assert series.muf_kg.tolist() == [0.0, 0.0]
    assert statistics(series._replace(muf_kg=np.array([0.0, 1.0]))).sitmuf[1] > 0


def test_the_first_step_of_page_takes_k_off() -> None:
    # The peer begins with 1.
    assert page(np.ones(3)).tolist() == [0.5, 1.0, 1.5]


def test_a_single_run_can_be_made() -> None:
    # The peer fails for ten runs or fewer, also for the one that it makes where nothing is asked.
    (part,) = simulate(FIVE, 1, np.random.default_rng(1))
    assert part.shape == (1, 5)
    assert np.isfinite(part).all()


def test_a_flow_across_a_boundary_is_one_measurement() -> None:
    stock = [Term("inventory", "store", 0.0, t, t, 0.01, 0.0, "s") for t in range(3)]
    series = series_of([*stock, Term("input", "in", 8.0, 0.5, 1.5, 0.1, 0.0, "in")])
    assert series.muf_kg.tolist() == [4.0, 4.0]
    assert np.allclose(covariance_kg2(series), 0.16)


def test_samples_and_terms_have_the_same_balances() -> None:
    times, boundaries = np.arange(7.0), np.array([0.0, 3.0, 6.0])
    masses = np.random.default_rng(3).uniform(1, 9, (5, 7))
    errors = np.array([0.01, 0.02, 0.03, 0.04, 0.05])

    def places(some: slice) -> Places:
        return Places(masses[some], errors[some], 2 * errors[some])

    whole = series_of_samples(times, boundaries, places(slice(0, 2)), places(slice(2, 4)), places(slice(4, 5)))
    kinds = ("input", "input", "inventory", "inventory", "output")
    terms = [
        Term(kind, str(place), masses[place, t], float(t), float(t), errors[place], 2 * errors[place], str(place))
        for place, kind in enumerate(kinds)
        for t in range(7)
        if (kind == "inventory" and t % 3 == 0) or (kind != "inventory" and t < 6)
    ]
    single = series_of(terms)  # type: ignore[arg-type]
    assert np.allclose(whole.muf_kg, single.muf_kg)
    assert np.allclose(covariance_kg2(whole), covariance_kg2(single))


def test_independent_statistics_have_variance_one_whatever_the_structure() -> None:
    series = plant(4)
    lower = factor(covariance_kg2(series))
    spread = standardised(np.vstack([series.random_kg, series.systematic_kg]), lower)
    assert np.allclose(spread.T @ spread, np.eye(4))


STOCK = tuple(Term("inventory", "store", 5.0, t, t, 0.01, 0.0, "s", f"line {n}") for n, t in enumerate((0.0, 1.0), 2))
FLOW = Term("input", "in", 1.0, 0.5, 0.5, 0.01, 0.0, "in", "line 9")


@pytest.mark.parametrize(
    ("terms", "code", "row"),
    [
        ([*STOCK, FLOW._replace(mass_kg=-1.0)], "negative", "line 9"),
        ([*STOCK, FLOW._replace(mass_kg=float("nan"))], "not-a-number", "line 9"),
        ([*STOCK, FLOW._replace(random_rsd=-0.1)], "negative", "line 9"),
        ([*STOCK, FLOW._replace(until=0.4)], "ends-before-it-begins", "line 9"),
        ([*STOCK, FLOW._replace(since=1.0, until=1.0)], "outside-the-balances", "line 9"),
        ([*STOCK, FLOW._replace(since=-1.0)], "outside-the-balances", "line 9"),
        ([*STOCK, FLOW._replace(calibration="s", systematic_rsd=0.1)], "calibration-of-two-errors", "line 9"),
        ([STOCK[0], FLOW], "fewer-than-two-inventories", ""),
        ([*STOCK, STOCK[1]], "inventory-twice", "line 3"),
        ([*STOCK, STOCK[0]._replace(name="vault")], "inventory-missing", ""),
        ([*STOCK, STOCK[0]._replace(until=1.0, row="line 7")], "inventory-over-time", "line 7"),
        (
            [*STOCK, FLOW._replace(since=0.0, until=0.6), FLOW._replace(since=0.5, until=1.0, row="line 10")],
            "flows-overlap",
            "line 10",
        ),
    ],
)
def test_rows_that_do_not_fit_are_named(terms: list[Term], code: str, row: str) -> None:
    with pytest.raises(Unfit) as told:
        series_of(terms)
    assert (told.value.code, told.value.row) == (code, row)


@pytest.mark.parametrize(
    ("random", "code", "values"),
    [
        ([[1.0, -1.0]], "covariance-singular", {"balance": 2}),
        ([[1.0, 0.0]], "balance-without-error", {"balance": 2}),
        ([[1.0, np.inf]], "covariance-not-finite", {}),
    ],
)
def test_a_covariance_without_inverse_is_refused(random: list[list[float]], code: str, values: dict[str, int]) -> None:
    series = Series((0.0, 1.0, 2.0), np.zeros(2), np.array(random), np.zeros((0, 2)))
    with np.errstate(invalid="ignore"), pytest.raises(Unfit) as told:
        statistics(series)
    assert (told.value.code, told.value.values) == (code, values)

"""Alarms: run lengths as published, false-alarm rates and detection exact and simulated."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.analysis.balance import detection, runlength, simulation
from accord.analysis.balance.statistics import covariance_kg2, factor, page, standardised
from accord.analysis.balance.terms import Series
from accord.analysis.unfit import Unfit
from tests.analysis.balance.test_balance import plant

SHIFTS = (0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4)
MONTGOMERY = {
    # Two-sided, k = 0.5, to the three figures of Montgomery's table of average run lengths of the tabular CUSUM.
    4: (168, 74.2, 26.6, 13.3, 8.38, 4.75, 3.34, 2.62, 2.19, 1.71),
    5: (465, 139, 38.0, 17.0, 10.4, 5.75, 4.01, 3.11, 2.57, 2.01),
}


@pytest.mark.parametrize("h", MONTGOMERY)
def test_mean_run_lengths_are_those_published(h: int) -> None:
    found = [float(f"{runlength.mean_run_length_of_both(h, mu):.3g}") for mu in SHIFTS]
    assert found == pytest.approx(list(MONTGOMERY[h]))


def test_mean_run_lengths_of_one_sum() -> None:
    assert [round(runlength.mean_run_length(h), 3) for h in (3, 4, 5)] == [117.596, 335.368, 930.887]


def test_the_run_length_is_the_sum_of_the_probabilities_of_no_alarm() -> None:
    # Mean = Σ P(no alarm in the first n): two ways that share the kernel only.
    survived = 1 + sum(1 - runlength.alarm_probability(2.0, n, 1.0) for n in range(1, 80))
    assert survived == pytest.approx(runlength.mean_run_length(2.0, 1.0), rel=1e-9)


def test_a_wide_interval_has_nodes_enough() -> None:
    # With 96 nodes over 90 standard deviations the probability would come out nine times too small.
    generator, crossed, runs = np.random.default_rng(4), 0, 4_000
    for _ in range(4):
        crossed += int((page(generator.standard_normal((runs // 4, 2_000)), 0.0).max(axis=1) > 90).sum())
    exact = runlength.alarm_probability(90.0, 2_000, 0.0, 0.0)
    assert crossed / runs == pytest.approx(exact, abs=4.5 * np.sqrt(exact * (1 - exact) / runs))
    assert exact == pytest.approx(0.0830478776, abs=1e-9)


def test_the_first_step_alarms_as_a_normal_does() -> None:
    from scipy.stats import norm

    assert runlength.alarm_probability(2.0, 1, 0.7) == pytest.approx(norm.sf(2.0 + 0.5 - 0.7), rel=1e-12)


@given(st.floats(0.001, 0.5), st.integers(1, 30))
def test_every_threshold_keeps_its_false_alarm_rate(alpha: float, balances: int) -> None:
    covariance = np.eye(balances)
    at = detection.thresholds(covariance, alpha)
    none = detection.detection(covariance, np.zeros(balances), at)
    assert (none.sitmuf, none.cumuf, none.gemuf) == pytest.approx((alpha, alpha, alpha), rel=1e-6)
    # Without a positive sum there is no alarm: of few balances Page's test may alarm less often than allowed.
    assert none.page == pytest.approx(alpha, rel=1e-5) or (none.page < alpha and at.page < 1e-5)


def test_losses_are_found_as_often_in_simulations() -> None:
    series = plant(5)
    covariance = covariance_kg2(series)
    at = detection.thresholds(covariance, 0.05)
    loss = np.array([0.5, 1.5, 0.0, 1.0, 0.2])
    exact = detection.detection(covariance, loss, at)
    runs, alarms = 200_000, np.zeros(4)
    lower = factor(covariance)
    for part in simulation.simulate(series._replace(muf_kg=series.muf_kg + loss), runs, np.random.default_rng(5)):
        z = standardised(part, lower)
        alarms += [
            (z.max(axis=1) > at.sitmuf).sum(),
            (part.sum(axis=1) > at.cumuf_kg).sum(),
            ((z * z).sum(axis=1) > at.gemuf).sum(),
            (page(z).max(axis=1) > at.page).sum(),
        ]
    for found, expected in zip(alarms / runs, exact, strict=True):
        assert found == pytest.approx(expected, abs=4.5 * np.sqrt(expected * (1 - expected) / runs))


def test_simulated_and_computed_covariance_agree() -> None:
    series = plant(3)
    parts = np.vstack(list(simulation.simulate(series, 400_000, np.random.default_rng(11))))
    assert np.allclose(np.cov(parts.T), covariance_kg2(series), atol=0.005)


def test_what_is_drawn_together_has_the_same_covariance() -> None:
    generator = np.random.default_rng(2)
    random = np.vstack([np.diag(generator.uniform(0, 1, 4)) for _ in range(50)] + [generator.uniform(-1, 1, (30, 4))])
    series = Series(tuple(range(5)), np.zeros(4), random, generator.uniform(-1, 1, (3, 4)))
    together = simulation.aggregated(series)
    assert np.allclose(covariance_kg2(together), covariance_kg2(series))
    assert len(together.random_kg) == 34


@pytest.mark.long
def test_a_million_series() -> None:
    series = plant(20)
    lower = factor(covariance_kg2(series))
    at = detection.thresholds(covariance_kg2(series), 0.05)
    squares, alarms, runs = 0.0, 0, 1_000_000
    for part in simulation.simulate(series, runs, np.random.default_rng(7)):
        z = standardised(part, lower)
        squares += float((z * z).sum())
        alarms += int((z.max(axis=1) > at.sitmuf).sum())
    assert np.sqrt(squares / (runs * 20)) == pytest.approx(1.0, abs=0.005)
    assert alarms / runs == pytest.approx(0.05, rel=0.02)


def test_the_worst_split_is_the_hardest_to_find_for_the_best_test() -> None:
    covariance = covariance_kg2(plant(5))
    shares = detection.worst_split(covariance)
    assert shares.round(6).tolist() == [0.206787, 0.195475, 0.195475, 0.195475, 0.206787]
    lower = factor(covariance)

    def distance(split: np.ndarray) -> float:
        shift = standardised(2 * split, lower)
        return float(shift @ shift)

    assert distance(shares) == pytest.approx(4 / covariance.sum())
    generator = np.random.default_rng(1)
    for _ in range(200):
        assert distance(generator.dirichlet(np.ones(5))) > distance(shares)


AT = detection.thresholds(np.eye(2), 0.1)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: detection.thresholds(np.eye(2), 0.0), "not-between-0-and-1"),
        (lambda: detection.thresholds(np.eye(2), 1e-60), "false-alarm-too-small"),
        (
            lambda: detection.detection(np.eye(2), np.zeros(3), detection.thresholds(np.eye(2), 0.1)),
            "loss-for-each-balance",
        ),
        (lambda: detection.abrupt(3, 1.0, 4), "no-such-balance"),
        (lambda: detection.protracted(3, -1.0), "negative"),
        (lambda: detection.largest_sigma_kg(8.0, 0.6, 0.3), "detected-no-more-than-false"),
        (lambda: runlength.mean_run_length(float("nan")), "not-positive"),
        (lambda: runlength.alarm_probability(1.0, 0), "number-of-balances"),
        (lambda: runlength.alarm_probability(1.0, 2, [1.0]), "shift-for-each-balance"),
        (lambda: next(simulation.simulate(plant(2), 0, np.random.default_rng(1))), "number-of-runs"),
    ],
)
def test_what_cannot_be_computed_is_said(call: object, code: str) -> None:
    with pytest.raises(Unfit) as told:
        call()  # type: ignore[operator]
    assert told.value.code == code

"""The whole evaluation of a series: what alarms, and what simulation confirms."""

from __future__ import annotations

import numpy as np
import pytest

from accord.analysis.balance.detection import abrupt, protracted
from accord.analysis.balance.evaluation import evaluate, simulated
from accord.analysis.unfit import Unfit
from tests.analysis.balance.test_balance import FIVE, plant


def test_without_a_loss_nothing_alarms_and_a_large_one_is_found_by_all() -> None:
    assert evaluate(plant(5)).alarms == ()
    lost = evaluate(plant(5, (0.0, 0.0, 6.0, 0.0, 0.0)))
    assert {(alarm.test, alarm.balance) for alarm in lost.alarms} >= {("sitmuf", 3), ("gemuf", 5), ("page", 3)}
    assert all(alarm.value > alarm.threshold for alarm in lost.alarms)


def test_a_gain_is_an_alarm_of_the_global_statistic_alone() -> None:
    assert {alarm.test for alarm in evaluate(plant(5, (0.0, 0.0, 0.0, 0.0, -6.0))).alarms} == {"gemuf"}


def test_the_run_length_under_a_loss_is_shorter() -> None:
    found = evaluate(FIVE, loss_kg=protracted(5, 5.0))
    assert found.run_length_under_loss is not None
    assert found.run_length_under_loss < found.run_length


def test_simulation_confirms_what_is_computed() -> None:
    found = evaluate(FIVE, 0.1, 0.4, abrupt(5, 2.0, 2))
    again = simulated(found, 60_000, np.random.default_rng(3))
    assert again.sigma_muf_kg == pytest.approx(found.statistics.sigma_muf_kg, rel=0.015)
    assert again.sigma_cumuf_kg == pytest.approx(found.statistics.sigma_cumuf_kg, rel=0.015)
    assert again.sigma_sitmuf == pytest.approx(1.0, abs=0.005)
    assert again.false_alarms == pytest.approx((0.1,) * 4, abs=0.006)
    assert again.detection == pytest.approx(found.detection, abs=0.01)


def test_the_same_seed_gives_the_same_numbers_and_less_than_two_runs_are_refused() -> None:
    one, other = (simulated(evaluate(FIVE), 100, np.random.default_rng(8)) for _ in range(2))
    assert one.sigma_sitmuf == other.sigma_sitmuf
    assert one.detection is None
    with pytest.raises(Unfit, match="number-of-runs"):
        simulated(evaluate(FIVE), 1, np.random.default_rng(8))

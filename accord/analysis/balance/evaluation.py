"""All that is asked of a series: statistics, thresholds, alarms, how likely a loss is found, and the same simulated."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from accord.analysis.balance import runlength
from accord.analysis.balance.detection import Detection, Thresholds, detection, thresholds
from accord.analysis.balance.simulation import simulate
from accord.analysis.balance.statistics import REFERENCE_K, Statistics, factor, page, standardised, statistics
from accord.analysis.balance.terms import Floats, Series
from accord.analysis.unfit import insist

Test = Literal["sitmuf", "cumuf", "gemuf", "page"]
FALSE_ALARM = 0.05


class Alarm(NamedTuple):
    """A test that exceeds its threshold at a balance."""

    test: Test
    balance: int
    """From 1; of CUMUF and GEMUF the last, since they are looked at once, at the end."""
    value: float
    """CUMUF in kilograms, the others as their thresholds."""
    threshold: float


class Evaluation(NamedTuple):
    """What a series says, at a stated false-alarm rate over all its balances."""

    series: Series
    statistics: Statistics
    thresholds: Thresholds
    alarms: tuple[Alarm, ...]
    run_length: float
    """Balances until Page's test alarms although nothing is lost, on average."""
    loss_kg: Floats | None
    """For each balance."""
    detection: Detection | None
    """Of that loss."""
    run_length_under_loss: float | None
    """The same on average while the mean of all SITMUF is shifted as by that loss."""


class Simulated(NamedTuple):
    """The same from draws of every error."""

    runs: int
    sigma_muf_kg: Floats
    sigma_cumuf_kg: Floats
    sigma_sitmuf: float
    """Of all SITMUF together; one, if the covariance is right."""
    false_alarms: Detection
    """Shares of the runs without loss in which each test alarms."""
    detection: Detection | None
    """Shares of those with the loss."""


def evaluate(
    series: Series, false_alarm: float = FALSE_ALARM, k: float = REFERENCE_K, loss_kg: Floats | None = None
) -> Evaluation:
    """The evaluation of a series, computed.

    Args:
        series: the balances.
        false_alarm: the probability that a test alarms at any of them although nothing is lost.
        k: Page's, in standard deviations.
        loss_kg: for each balance, to ask how likely it is found (`detection.protracted`, `detection.abrupt`).

    Raises:
        Unfit: as `statistics.statistics`, `detection.thresholds` and `detection.detection`.

    >>> from accord.analysis.balance.terms import Series
    >>> two = Series((0.0, 1.0, 2.0), np.array([0.1, 2.0]), np.diag([0.5, 0.5]), np.zeros((0, 2)))
    >>> [(alarm.test, alarm.balance) for alarm in evaluate(two).alarms]
    [('sitmuf', 2), ('cumuf', 2), ('gemuf', 2), ('page', 2)]
    """
    found = statistics(series, k)
    at = thresholds(found.covariance_kg2, false_alarm, k)
    detected, shifted = None, None
    if loss_kg is not None:
        detected = detection(found.covariance_kg2, loss_kg, at)
        shift = standardised(loss_kg, factor(found.covariance_kg2))
        shifted = runlength.mean_run_length(at.page, float(shift.mean()), k)
    return Evaluation(
        series, found, at, _alarms(found, at), runlength.mean_run_length(at.page, 0.0, k), loss_kg, detected, shifted
    )


def _alarms(found: Statistics, at: Thresholds) -> tuple[Alarm, ...]:
    last = len(found.muf_kg)
    alarms = [Alarm("sitmuf", n, float(z), at.sitmuf) for n, z in enumerate(found.sitmuf, start=1) if z > at.sitmuf]
    if found.cumuf_kg[-1] > at.cumuf_kg:
        alarms.append(Alarm("cumuf", last, float(found.cumuf_kg[-1]), at.cumuf_kg))
    if found.gemuf > at.gemuf:
        alarms.append(Alarm("gemuf", last, found.gemuf, at.gemuf))
    alarms += [Alarm("page", n, float(s), at.page) for n, s in enumerate(found.page, start=1) if s > at.page]
    return tuple(alarms)


def simulated(evaluation: Evaluation, runs: int, generator: np.random.Generator) -> Simulated:
    """The evaluation again, from simulated errors: what agrees with it confirms its covariance and its rates.

    Raises:
        Unfit: fewer than two runs.
    """
    insist(runs >= 2, "number-of-runs", runs=runs)
    lower = factor(evaluation.statistics.covariance_kg2)
    at, loss = evaluation.thresholds, evaluation.loss_kg
    nothing_lost = evaluation.series._replace(muf_kg=np.zeros_like(evaluation.series.muf_kg))
    squares = np.zeros((2, at.balances))
    spread, alarms, found = 0.0, np.zeros(4), np.zeros(4)
    for part in simulate(nothing_lost, runs, generator):
        z = standardised(part, lower)
        squares += [(part**2).sum(axis=0), (np.cumsum(part, axis=1) ** 2).sum(axis=0)]
        spread += float((z**2).sum())
        alarms += _alarming(part, z, at)
        if loss is not None:
            found += _alarming(part + loss, z + standardised(loss, lower), at)
    muf, cumuf = np.sqrt(squares / runs)
    return Simulated(
        runs,
        muf,
        cumuf,
        float(np.sqrt(spread / (runs * at.balances))),
        Detection(*(float(count) / runs for count in alarms)),
        None if loss is None else Detection(*(float(count) / runs for count in found)),
    )


def _alarming(muf_kg: Floats, z: Floats, at: Thresholds) -> Floats:
    """In how many runs each test alarms, in the order of `Detection`."""
    return np.array(
        [
            (z.max(axis=1) > at.sitmuf).sum(),
            (muf_kg.sum(axis=1) > at.cumuf_kg).sum(),
            ((z * z).sum(axis=1) > at.gemuf).sum(),
            (page(z, at.k).max(axis=1) > at.page).sum(),
        ],
        dtype=float,
    )

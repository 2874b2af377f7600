"""Thresholds for a stated false-alarm rate over a stated horizon, and how likely each test then finds a loss.

For n balances whose SITMUF are independent standard normal without loss, the probability that any test below alarms in
the whole horizon is exactly the stated one:

    SITMUF  alarm when any exceeds Φ⁻¹((1 − α)^(1/n))
    CUMUF   at the end of the horizon: exceeds σ Φ⁻¹(1 − α); the best test against the worst-case division of a loss
    GEMUF   exceeds the upper α quantile of χ² with n degrees of freedom; of losses and gains alike
    Page    exceeds h, found from the run length

A loss m (per balance, in kilograms) shifts the SITMUF by δ = L⁻¹ m. Detection is exact for all four: independent
normals, a normal, a non-central χ² with δᵀδ, and the run length with the shifts in turn.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from accord.analysis.balance.runlength import alarm_probability, threshold
from accord.analysis.balance.statistics import REFERENCE_K, factor, standardised
from accord.analysis.balance.terms import Floats
from accord.analysis.unfit import insist

LEAST_FALSE_ALARM = 1e-6
"""Below it the numerical error of run lengths would count."""
FAR = 1e6
"""Of δᵀδ, with the most balances that there are."""


class Thresholds(NamedTuple):
    """When each test alarms; CUMUF in kilograms, the others in standard deviations (GEMUF in their squares)."""

    false_alarm: float
    balances: int
    sitmuf: float
    cumuf_kg: float
    gemuf: float
    page: float
    k: float


class Detection(NamedTuple):
    """The probability that each test alarms when a loss takes place."""

    sitmuf: float
    cumuf: float
    gemuf: float
    page: float


def thresholds(covariance: Floats, false_alarm: float, k: float = REFERENCE_K) -> Thresholds:
    """The thresholds for a horizon of all balances of a covariance.

    Raises:
        Unfit: a probability that is none; as `statistics.factor`.
    """
    from scipy.special import chdtri, ndtri

    insist(0 < false_alarm < 1, "not-between-0-and-1", what="false-alarm", value=false_alarm)
    insist(false_alarm >= LEAST_FALSE_ALARM, "false-alarm-too-small", least=LEAST_FALSE_ALARM, value=false_alarm)
    factor(covariance)
    balances = len(covariance)
    each = np.exp(np.log1p(-false_alarm) / balances)
    return Thresholds(
        false_alarm,
        balances,
        float(ndtri(each)),
        float(np.sqrt(covariance.sum()) * ndtri(1 - false_alarm)),
        float(chdtri(balances, false_alarm)),
        threshold(false_alarm, balances, k),
        k,
    )


def detection(covariance: Floats, loss_kg: Floats, at: Thresholds) -> Detection:
    """How likely each test finds a loss, given for each balance (nothing for most, where it is abrupt).

    Raises:
        Unfit: a loss that is no number, or not one for each balance; as `statistics.factor`.
    """
    from scipy.special import chndtr, log_ndtr, ndtr

    insist(loss_kg.shape == (len(covariance),), "loss-for-each-balance", losses=loss_kg.size, balances=len(covariance))
    insist(bool(np.isfinite(loss_kg).all()), "not-a-number", what="loss", value=loss_kg)
    shift = standardised(loss_kg, factor(covariance))
    spread = np.sqrt(covariance.sum())
    distance = float(shift @ shift)
    # Beyond, the alarm is certain to more digits than there are, and the distribution is not computed any more.
    found = (
        1.0 if distance > FAR else float(1 - chndtr(at.gemuf, at.balances, distance)) if distance else at.false_alarm
    )
    return Detection(
        float(-np.expm1(log_ndtr(at.sitmuf - shift).sum())),
        float(ndtr((loss_kg.sum() - at.cumuf_kg) / spread)),
        found,
        alarm_probability(at.page, at.balances, [float(d) for d in shift], at.k),
    )


def worst_split(covariance: Floats) -> Floats:
    """The shares of a loss over the balances that are hardest to find: in proportion to the row sums of the covariance.

    Against them the best test is CUMUF (Avenhaus and Jaech): δᵀδ is least, M² / Σ_ij.

    >>> worst_split(np.diag([1.0, 3.0])).tolist()
    [0.25, 0.75]
    """
    sums = covariance.sum(axis=1)
    found: Floats = sums / sums.sum()
    return found


def protracted(balances: int, total_kg: float) -> Floats:
    """A loss in equal parts."""
    insist(total_kg >= 0, "negative", what="loss", value=total_kg)
    return np.full(balances, total_kg / balances)


def abrupt(balances: int, total_kg: float, balance: int) -> Floats:
    """A loss all in one balance, counted from 1."""
    insist(total_kg >= 0, "negative", what="loss", value=total_kg)
    insist(1 <= balance <= balances, "no-such-balance", balance=balance, balances=balances)
    loss = np.zeros(balances)
    loss[balance - 1] = total_kg
    return loss


def largest_sigma_kg(loss_kg: float, false_alarm: float, detected: float) -> float:
    """σ_MUF with which a single balance finds a loss with this probability at this false-alarm rate.

    >>> round(largest_sigma_kg(8.0, 0.05, 0.95), 4), round(largest_sigma_kg(25.0, 0.05, 0.95), 4)
    (2.4318, 7.5995)
    """
    from scipy.special import ndtri

    for what, value in (("false-alarm", false_alarm), ("detection", detected)):
        insist(0 < value < 1, "not-between-0-and-1", what=what, value=value)
    insist(loss_kg > 0, "not-positive", what="loss", value=loss_kg)
    apart = ndtri(1 - false_alarm) + ndtri(detected)
    insist(apart > 0, "detected-no-more-than-false", detected=detected, false_alarm=false_alarm)
    return float(loss_kg / apart)

"""How long Page's sums run before they alarm: by Nyström's method on Gauss-Legendre nodes.

For S_t = max(0, S_{t−1} + z_t − k), z normal with mean μ and variance one, alarm at S_t > h, the mean number of steps
from S = s is L(s) = 1 + L(0) Φ(k − μ − s) + ∫₀ʰ L(x) φ(x + k − μ − s) dx; the probability that there is no alarm in the
first n steps obeys the same equation step by step. Two sums, upwards and downwards, alarm on average after
1 / (1/L⁺ + 1/L⁻).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.polynomial.legendre import leggauss

from accord.analysis.balance.terms import Floats
from accord.analysis.unfit import insist

NODES = 96
NODES_TO_H = 4
"""So many nodes at least to a standard deviation: φ is that wide, and a wide interval with few nodes would miss it."""
WITHIN = 1e-10
"""Of a threshold, in standard deviations."""


def mean_run_length(h: float, mu: float = 0.0, k: float = 0.5) -> float:
    """ARL of one sum that begins at zero, in balances.

    >>> round(mean_run_length(4.0), 3)
    335.368
    """
    at, weights = _nodes(h)
    stay, reset = _kernel(at, weights, mu, k)
    inner = np.linalg.solve(np.eye(len(at)) - stay, np.column_stack([np.ones(len(at)), reset]))
    start_stay, start_reset = _kernel_from(0.0, at, weights, mu, k)
    # L(0) = 1 + L(0)·reset(0) + stay(0)·L, and L = inner·(1, L(0)).
    return float((1 + start_stay @ inner[:, 0]) / (1 - start_reset - start_stay @ inner[:, 1]))


def mean_run_length_of_both(h: float, mu: float = 0.0, k: float = 0.5) -> float:
    """ARL of the sums upwards and downwards together.

    >>> round(mean_run_length_of_both(4.0), 3), round(mean_run_length_of_both(5.0, 1.0), 3)
    (167.684, 10.376)
    """
    return 1 / (1 / mean_run_length(h, mu, k) + 1 / mean_run_length(h, -mu, k))


def alarm_probability(h: float, balances: int, mu: float | Sequence[float] = 0.0, k: float = 0.5) -> float:
    """The probability of an alarm within so many balances; `mu` may be given for each of them.

    >>> round(alarm_probability(4.0, 20), 6), round(alarm_probability(5.0, 12), 6)
    (0.046568, 0.006661)
    """
    insist(balances >= 1, "number-of-balances", balances=balances)
    shifts = [mu] * balances if isinstance(mu, int | float) else list(mu)
    insist(len(shifts) == balances, "shift-for-each-balance", shifts=len(shifts), balances=balances)
    at, weights = _nodes(h)
    # From the end backwards: the probability of no alarm in the steps left, from each state.
    inside, zero = np.ones(len(at)), 1.0
    for shift, steps in itertools.groupby(reversed(shifts)):
        stay, reset = _kernel(at, weights, shift, k)
        start_stay, start_reset = _kernel_from(0.0, at, weights, shift, k)
        for _ in steps:
            inside, zero = reset * zero + stay @ inside, float(start_reset * zero + start_stay @ inside)
    return 1 - zero


def threshold(probability: float, balances: int, k: float = 0.5) -> float:
    """h, so that a sum without loss alarms within so many balances with this probability.

    >>> round(threshold(0.046568, 20), 3)
    4.0
    """
    insist(0 < probability < 1, "not-between-0-and-1", what="false-alarm", value=probability)
    high = 1.0
    while alarm_probability(high, balances, 0.0, k) > probability:
        high *= 2
    low = 1e-6
    if alarm_probability(low, balances, 0.0, k) <= probability:
        return low
    while high - low > WITHIN:
        middle = (low + high) / 2
        low, high = (middle, high) if alarm_probability(middle, balances, 0.0, k) > probability else (low, middle)
    return (low + high) / 2


def _nodes(h: float) -> tuple[Floats, Floats]:
    insist(np.isfinite(h) and h > 0, "not-positive", what="h", value=h)
    count = NODES
    while count < NODES_TO_H * h:
        count *= 2
    at, weights = _gauss_legendre(count)
    return (at + 1) * h / 2, weights * h / 2


@cache
def _gauss_legendre(count: int) -> tuple[Floats, Floats]:
    """Between −1 and 1; found once, since it takes longer than all that is done with them."""
    return leggauss(count)


def _kernel(at: Floats, weights: Floats, mu: float, k: float) -> tuple[Floats, Floats]:
    """From each node: to each node, and to zero."""
    from scipy.special import ndtr

    step = at[None, :] + k - mu - at[:, None]
    return np.exp(-step * step / 2) / np.sqrt(2 * np.pi) * weights, np.asarray(ndtr(k - mu - at))


def _kernel_from(start: float, at: Floats, weights: Floats, mu: float, k: float) -> tuple[Floats, float]:
    from scipy.special import ndtr

    step = at + k - mu - start
    return np.exp(-step * step / 2) / np.sqrt(2 * np.pi) * weights, float(ndtr(k - mu - start))

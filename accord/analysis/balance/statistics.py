"""What is computed from a series of balances: its covariance, and the statistics that look for a loss in it.

Σ      = Σ_i a_i a_iᵀ + Σ_g b_g b_gᵀ     a_i: a term's own standard deviations over the balances, b_g: a calibration's
CUMUF  = running sums of MUF
SITMUF = L⁻¹ MUF, with Σ = L Lᵀ           independent, of variance one when nothing is lost
GEMUF  = MUFᵀ Σ⁻¹ MUF = Σ SITMUF²
Page   : S_t = max(0, S_{t−1} + z_t − k), S_0 = 0, of the SITMUF
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from accord.analysis.balance.terms import Floats, Series
from accord.analysis.unfit import Unfit, insist

REFERENCE_K = 0.5
"""Page's k, in standard deviations: half of the shift that is looked for."""
LEAST_RATIO = 1e-10
"""Of the smallest pivot to the largest: below it a covariance counts as singular."""


class Statistics(NamedTuple):
    """The statistics of a series; masses in kilograms, the others in standard deviations."""

    muf_kg: Floats
    sigma_muf_kg: Floats
    covariance_kg2: Floats
    cumuf_kg: Floats
    sigma_cumuf_kg: Floats
    sitmuf: Floats
    gemuf: float
    page: Floats
    """Upwards: of losses."""
    page_downwards: Floats
    """The same of −SITMUF: of gains."""
    k: float


def covariance_kg2(series: Series) -> Floats:
    """The covariance of the balances: (balances, balances), in kilograms squared."""
    found: Floats = series.random_kg.T @ series.random_kg + series.systematic_kg.T @ series.systematic_kg
    return found


def factor(covariance: Floats) -> Floats:
    """L, lower triangular, with L Lᵀ the covariance.

    Raises:
        Unfit: a covariance that is not symmetric, not finite or singular; names the balance.
    """
    insist(bool(np.isfinite(covariance).all()), "covariance-not-finite")
    insist(bool(np.allclose(covariance, covariance.T)), "covariance-not-symmetric")
    for number, variance in enumerate(np.diag(covariance), start=1):
        insist(variance > 0, "balance-without-error", balance=number)
    scale = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(scale, scale)
    try:
        found: Floats = np.linalg.cholesky(correlation)
    except np.linalg.LinAlgError:
        found = np.zeros_like(covariance)
    if np.diag(found).min() ** 2 <= LEAST_RATIO:
        raise Unfit("covariance-singular", balance=_dependent(correlation))
    return scale[:, None] * found


def _dependent(correlation: Floats) -> int:
    """The first balance, from 1, that those before it determine."""
    return next(n for n in range(2, len(correlation) + 1) if np.linalg.eigvalsh(correlation[:n, :n])[0] <= LEAST_RATIO)


def standardised(muf_kg: Floats, lower: Floats) -> Floats:
    """SITMUF: of one series (balances,), or of many (runs, balances)."""
    from scipy.linalg import solve_triangular

    found: Floats = solve_triangular(lower, muf_kg.T, lower=True, check_finite=False).T
    return found


def page(z: Floats, k: float = REFERENCE_K) -> Floats:
    """Page's sums of a series (balances,) or of many (runs, balances).

    >>> page(np.array([1.0, 1.0, 1.0])).tolist()
    [0.5, 1.0, 1.5]
    """
    sums = np.zeros_like(z)
    last = np.zeros(z.shape[:-1])
    for t in range(z.shape[-1]):
        last = np.maximum(0.0, last + z[..., t] - k)
        sums[..., t] = last
    return sums


def statistics(series: Series, k: float = REFERENCE_K) -> Statistics:
    """All statistics of a series.

    Raises:
        Unfit: as `factor`; a k that is negative.
    """
    insist(k >= 0, "negative", what="k", value=k)
    covariance = covariance_kg2(series)
    z = standardised(series.muf_kg, factor(covariance))
    sums = np.tril(np.ones_like(covariance))
    return Statistics(
        series.muf_kg,
        np.sqrt(np.diag(covariance)),
        covariance,
        np.cumsum(series.muf_kg),
        np.sqrt(np.diag(sums @ covariance @ sums.T)),
        z,
        float(z @ z),
        page(z, k),
        page(-z, k),
        k,
    )

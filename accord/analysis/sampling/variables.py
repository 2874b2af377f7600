"""Defects that are part of an item: how likely one is identified by a measurement, and the D statistic of all of them.

A defect of the share γ of an item (gross: 1, partial: between, bias: of the size of the measurement's own error) is
identified when the operator's declared value exceeds the inspector's by more than a threshold:

    p(γ) = Φ((γ − t) / δ),   t = Φ⁻¹(1 − α) δ

δ is the relative standard deviation of the difference of both measurements, α the accepted rate of false alarms per
item.

    D = (N / n) Σ (declared − measured),   σ_D = N x √(σ_r² / n + σ_s²)

is the variables test for biases in all items: a diversion M is found with Φ(M / σ_D − Φ⁻¹(1 − α)) (Burr and others, EPJ
Nuclear Sciences & Technologies 2016, doi 10.1051/epjn/2016026).
"""

from __future__ import annotations

import math
from typing import NamedTuple

from accord.analysis.sampling.attributes import insist_lot
from accord.analysis.unfit import insist


class Method(NamedTuple):
    """A measurement."""

    name: str
    rsd: float
    """δ: relative standard deviation of the difference between declared and measured."""
    cost: float
    """Of one measurement, in the user's unit."""


class DTest(NamedTuple):
    """The D statistic of a stratum."""

    sigma_kg: float
    threshold_kg: float
    detection: float
    """The probability of finding the diversion asked for."""


def identification(method: Method, defect: float, false_alarm: float) -> float:
    """The probability that a defect of this share of an item is identified when the item is measured.

    Raises:
        Unfit: a share not above 0 and up to 1; an error that is not positive; a false-alarm rate not between 0 and 1.

    >>> round(identification(Method("fine", 0.01, 10.0), 0.05, 0.05), 4)
    0.9996
    >>> round(identification(Method("coarse", 0.2, 1.0), 0.05, 0.05), 4)
    0.0815
    """
    from scipy.special import ndtr, ndtri

    insist(0 < defect <= 1, "not-above-0-up-to-1", row=method.name, what="sizes", value=defect)
    insist(math.isfinite(method.rsd) and method.rsd > 0, "not-positive", row=method.name, what="rsd", value=method.rsd)
    insist(0 < false_alarm < 1, "not-between-0-and-1", row=method.name, what="false-alarm", value=false_alarm)
    return float(ndtr(defect / method.rsd - ndtri(1 - false_alarm)))


def d_test(
    items: int, n: int, mass_kg: float, random_rsd: float, systematic_rsd: float, diverted_kg: float, false_alarm: float
) -> DTest:
    """The D statistic: its standard deviation, its threshold, and how likely it finds a diversion from all items.

    Raises:
        Unfit: no items, a sample of none or of more than all; a mass, error or diversion that is negative; no error at
            all; a false-alarm rate not between 0 and 1.

    >>> found = d_test(200, 20, 1.0, 0.05, 0.02, 16.0, 0.05)
    >>> round(found.sigma_kg, 6), round(found.detection, 6)
    (4.582576, 0.9676)
    """
    from scipy.special import ndtr, ndtri

    insist_lot(items, 1)
    insist(1 <= n <= items, "sample-of-items", n=n, items=items)
    insist(math.isfinite(mass_kg) and mass_kg > 0, "not-positive", what="mass", value=mass_kg)
    for what, value in (("random_rsd", random_rsd), ("systematic_rsd", systematic_rsd), ("diverted", diverted_kg)):
        insist(math.isfinite(value) and value >= 0, "negative", what=what, value=value)
    insist(random_rsd + systematic_rsd > 0, "not-positive", what="random_rsd", value=0)
    insist(0 < false_alarm < 1, "not-between-0-and-1", what="false-alarm", value=false_alarm)
    sigma = items * mass_kg * math.sqrt(random_rsd**2 / n + systematic_rsd**2)
    limit = float(ndtri(1 - false_alarm))
    return DTest(sigma, limit * sigma, float(ndtr(diverted_kg / sigma - limit)))

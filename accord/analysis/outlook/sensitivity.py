"""Which assumptions matter: Sobol indices of the items left, summed over the years, and one assumption moved at a time.

What is looked at is the sum over the years of all that is left (item-years): it tells runs apart that all reach zero,
or none of which does. Indices come from `scipy.stats.sobol_indices` (Saltelli's design on a Sobol sequence): the
first-order index is the share of the variance that an assumption explains alone, the total one that with all its
interactions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from accord.analysis.balance.terms import Floats
from accord.analysis.outlook.projection import project
from accord.analysis.outlook.study import Study, insist_study
from accord.analysis.unfit import insist

MOST_POWER = 14


class Sensitivity(NamedTuple):
    """The indices of one assumption."""

    name: str
    first: float
    total: float


class Swing(NamedTuple):
    """Item-years when one assumption is at its 5 % and at its 95 %, all others in their middle."""

    name: str
    at_low: float
    middle: float
    """With all of them in their middle: the same in every row."""
    at_high: float


def sensitivity(study: Study, power: int, seed: int) -> tuple[Sensitivity, ...]:
    """Sobol indices of what is uncertain, from 2^power points; the largest total first, then by name.

    Raises:
        Unfit: as `insist_study`; nothing is uncertain, or nothing changes anything.
    """
    insist_study(study)
    insist(4 <= power <= MOST_POWER, "power-of-points", power=power, most=MOST_POWER)
    names = [name for name, _ in study.uncertain()]
    insist(bool(names), "nothing-uncertain")
    probe = _item_years(study, np.random.default_rng(seed).random((64, len(names))))
    insist(float(np.ptp(probe)) > 0, "nothing-changes")
    return indices(lambda u: _item_years(study, u), names, power, seed)


def indices(of: Callable[[Floats], Floats], names: Sequence[str], power: int, seed: int) -> tuple[Sensitivity, ...]:
    """Sobol indices of any function of independent probabilities: (points, names) in, (points,) out.

    Source: A. Saltelli et al., Computer Physics Communications 181 (2010) 259-270, the estimators of Table 2 that
    `scipy.stats.sobol_indices` takes.
    """
    from scipy.stats import sobol_indices, uniform

    found = sobol_indices(
        func=lambda u: of(np.asarray(u).T),
        n=2**power,
        dists=[uniform()] * len(names),
        rng=np.random.default_rng(seed),
    )
    rows = zip(names, np.ravel(found.first_order), np.ravel(found.total_order), strict=True)
    return tuple(
        sorted((Sensitivity(n, float(f), float(t)) for n, f, t in rows), key=lambda row: (-row.total, row.name))
    )


def swings(study: Study) -> tuple[Swing, ...]:
    """Each uncertain assumption moved alone; the widest first, then by name."""
    insist_study(study)
    names = [name for name, _ in study.uncertain()]
    points = np.full((2 * len(names) + 1, len(names)), 0.5)
    for column in range(len(names)):
        points[2 * column, column], points[2 * column + 1, column] = 0.05, 0.95
    if not names:
        return ()
    found = _item_years(study, points)
    low, high, middle = found[0:-1:2].tolist(), found[1::2].tolist(), float(found[-1])
    made = (Swing(name, low[n], middle, high[n]) for n, name in enumerate(names))
    return tuple(sorted(made, key=lambda row: (-abs(row.at_high - row.at_low), row.name)))


def _item_years(study: Study, u: Floats) -> Floats:
    found: Floats = project(study, u).left.sum(axis=(1, 2))
    return found

"""Many runs of a study, and what they show: quantiles of what is left, when zero is reached, what limits when.

Runs are drawn in parts of a fixed size; the numbers of a part depend on the seed and the part alone. So one process,
several, or a cluster (any executor of `concurrent.futures`, such as that of a Dask client) compute the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from accord.analysis.balance.terms import Floats
from accord.analysis.outlook.projection import RESOURCE, Projection, project
from accord.analysis.outlook.study import Study, insist_study
from accord.analysis.unfit import insist

PART = 1_000
MOST_RUNS = 1_000_000
MOST_NUMBERS = 60_000_000
"""Runs × years × States: what is left of each, in each run, is kept to the end (240 MB)."""
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


class Outlook(NamedTuple):
    """What the runs of a study show."""

    study: Study
    runs: int
    seed: int
    years: tuple[int, ...]
    """The end of each; the first is the year before the study, with the stocks at the beginning."""
    total: Floats
    """Quantiles of what all have left: (quantiles, years)."""
    by_state: Floats
    """The same of each State: (States, quantiles, years)."""
    zero_by: Floats
    """The share of runs in which nothing is left at the end of the year: (years,)."""
    zero_year: tuple[int | None, ...]
    """Quantiles of the year in which nothing is left any more; `None`: not within the years of the study."""
    deadlines_met: tuple[float, ...]
    """The share of runs that meet each deadline."""
    limits: Floats
    """The share of runs in which a limit holds: (States, years of the study, limits), as `projection` numbers them."""
    worked: Floats
    """Of each State's capacity, the share used, on average over the runs: (States, years of the study)."""
    verified: Floats
    """Of what verification has, the share used, on average over the runs: (resources, years of the study)."""


class _Part(NamedTuple):
    """Some of the runs: what is left in each, in seven digits, which is what travels; the others added up over them."""

    left: npt.NDArray[np.float32]
    limits: Floats
    met: Floats
    worked: Floats
    verified: Floats


def outlook(study: Study, runs: int, seed: int, executor: Executor | None = None) -> Outlook:
    """So many runs of a study.

    Args:
        study: its assumptions.
        runs: how many.
        seed: the same seed gives the same numbers, whatever computes them.
        executor: computes parts at the same time; without one, one after the other.

    Raises:
        Unfit: as `insist_study`; fewer than one run or more than `MOST_RUNS`, or than memory holds of such a study; a
            negative seed.
    """
    insist_study(study)
    insist(1 <= runs <= MOST_RUNS, "number-of-runs", runs=runs, most=MOST_RUNS)
    insist(seed >= 0, "negative", what="seed", value=seed)
    most = MOST_NUMBERS // ((study.years + 1) * len(study.states))
    insist(runs <= most, "number-of-runs", runs=runs, most=most)
    sizes = [min(PART, runs - done) for done in range(0, runs, PART)]
    jobs = ([study] * len(sizes), [seed] * len(sizes), range(len(sizes)), sizes)
    done: Iterable[_Part] = map(_part, *jobs) if executor is None else executor.map(_part, *jobs)
    left = np.empty((runs, study.years + 1, len(study.states)), dtype=np.float32)
    sums: list[Floats] = []
    for number, part in enumerate(done):
        left[number * PART : number * PART + len(part.left)] = part.left
        sums = [one + more for one, more in zip(sums, part[1:], strict=True)] if sums else list(part[1:])
    limits, met, worked, verified = (added / runs for added in sums)
    total = left.sum(axis=2, dtype=np.float64)
    zero_by = (total == 0).mean(axis=0)
    years = tuple(range(study.first_year - 1, study.first_year + study.years))
    return Outlook(
        study,
        runs,
        seed,
        years,
        _quantiles(total),
        np.stack([_quantiles(left[:, :, state]) for state in range(len(study.states))]),
        zero_by,
        tuple(_first(years, zero_by, quantile) for quantile in QUANTILES),
        tuple(float(share) for share in met),
        limits,
        worked.T,
        verified.T,
    )


def _part(study: Study, seed: int, number: int, runs: int) -> _Part:
    generator = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(number,)))
    found = project(study, generator.random((runs, len(study.uncertain()))))
    kinds = RESOURCE + len(study.resources)
    limits = np.stack([(found.limits == kind).sum(axis=0) for kind in range(kinds)], axis=-1)
    met = _met(study, found).sum(axis=0)
    return _Part(
        found.left.astype(np.float32),
        limits.transpose(1, 0, 2).astype(float),
        met,
        found.worked.sum(axis=0),
        found.verified.sum(axis=0),
    )


def _met(study: Study, found: Projection) -> Floats:
    """Which deadlines each run meets: (runs, deadlines)."""
    met = np.empty((len(found.left), len(study.deadlines)))
    names = [state.name for state in study.states]
    for number, deadline in enumerate(study.deadlines):
        some = (
            slice(None) if not deadline.state else slice(names.index(deadline.state), names.index(deadline.state) + 1)
        )
        left = found.left[:, :, some].sum(axis=2)
        met[:, number] = left[:, deadline.year - study.first_year + 1] <= deadline.left * left[:, 0] + 1e-9
    return met


def _quantiles(runs: npt.NDArray[np.floating]) -> Floats:
    """The quantiles over the first axis, by lines between runs. Sorting takes a tenth of `np.quantile`."""
    ordered = np.sort(np.moveaxis(runs, 0, -1), axis=-1)
    places = np.array(QUANTILES) * (len(runs) - 1)
    below = places.astype(int)
    above = np.minimum(below + 1, len(runs) - 1)
    lower, upper = ordered[..., below].astype(np.float64), ordered[..., above].astype(np.float64)
    found: Floats = lower + (upper - lower) * (places - below)
    return np.moveaxis(found, -1, 0)


def _first(years: tuple[int, ...], zero_by: Floats, share: float) -> int | None:
    """The first year by which at least this share of the runs has nothing left."""
    return next((year for year, reached in zip(years, zero_by, strict=True) if reached >= share - 1e-12), None)

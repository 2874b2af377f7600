"""What an outlook shows, for machines: one answer with every assumption in it, so that it can be computed again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

import msgspec

from accord.analysis.outlook.montecarlo import QUANTILES, Outlook
from accord.analysis.outlook.projection import CAPACITY, FINISHES, GATE, NOT_BEGUN, NOTHING_LEFT, RESOURCE
from accord.analysis.outlook.sensitivity import Sensitivity, Swing
from accord.analysis.outlook.study import Study
from accord.papers.outlooks import StudyFile, write_study

LIMITS = {
    NOTHING_LEFT: "nothing-left",
    NOT_BEGUN: "not-begun",
    GATE: "gate",
    CAPACITY: "capacity",
    FINISHES: "finishes",
}
"""What limits a State, by the numbers of `projection`; resources come after them."""
EXACT = 7
"""Significant digits for machines: what is left is kept in as many."""


class Computed(NamedTuple):
    """An outlook, and what was looked at beside it."""

    title: str
    outlook: Outlook
    swings: tuple[Swing, ...]
    """Empty where nothing is uncertain."""
    indices: tuple[Sensitivity, ...] = ()
    """Empty where they were not asked for."""


class LimitRow(msgspec.Struct, frozen=True):
    """The shares of runs, year by year, in which something limits a State."""

    state: str
    limit: str
    resource: str
    """The name of the resource where `limit` is `resource`."""
    shares: list[float]


class MetRow(msgspec.Struct, frozen=True):
    """A deadline, and the share of runs that meet it."""

    year: int
    state: str
    left: float
    met: float


class UseRow(msgspec.Struct, frozen=True):
    """Of a capacity, the share used, year by year, on average over the runs."""

    name: str
    kind: Literal["state", "resource"]
    used: list[float]


class SwingRow(msgspec.Struct, frozen=True):
    """Items left, added up over the years, with one assumption at its 5 %, in its middle, at its 95 %."""

    assumption: str
    at_low: float
    middle: float
    at_high: float
    first_index: float | None
    total_index: float | None


class QuantileRows(msgspec.Struct, frozen=True):
    """What so many of the runs have left at most: a list for each probability, with a number for each of the years."""

    probabilities: tuple[float, ...]
    total: list[list[float]]
    states: dict[str, list[list[float]]]


class OutlookAnswer(msgspec.Struct, frozen=True):
    """An outlook of fictional States: assumptions, not forecasts."""

    exercise: bool
    study: StudyFile
    runs: int
    seed: int
    years: tuple[int, ...]
    """Ends of years; the first is the year before the study."""
    quantiles: QuantileRows
    zero_by: list[float]
    """The share of runs with nothing left at the end of each of the years."""
    zero_year: tuple[int | None, ...]
    """For each probability, the year by whose end nothing is left; `null`: not within these years."""
    deadlines: tuple[MetRow, ...]
    limits: tuple[LimitRow, ...]
    """For the years of the study, which begin a year after the first of `years`."""
    use: tuple[UseRow, ...]
    sensitivity: tuple[SwingRow, ...]


def answer(computed: Computed) -> OutlookAnswer:
    """The answer for machines."""
    found, study = computed.outlook, computed.outlook.study
    names = [state.name for state in study.states]
    indices = {row.name: row for row in computed.indices}
    return OutlookAnswer(
        exercise=True,
        study=msgspec.json.decode(write_study(computed.title, study), type=StudyFile),
        runs=found.runs,
        seed=found.seed,
        years=found.years,
        quantiles=QuantileRows(
            QUANTILES,
            [_all_rounded(row) for row in found.total],
            {name: [_all_rounded(row) for row in found.by_state[place]] for place, name in enumerate(names)},
        ),
        zero_by=_all_rounded(found.zero_by),
        zero_year=found.zero_year,
        deadlines=tuple(
            MetRow(deadline.year, deadline.state, deadline.left, met)
            for deadline, met in zip(study.deadlines, found.deadlines_met, strict=True)
        ),
        limits=tuple(
            LimitRow(name, *limit_named(study, kind), _all_rounded(found.limits[place, :, kind]))
            for place, name in enumerate(names)
            for kind in range(RESOURCE + len(study.resources))
        ),
        use=(
            *(UseRow(name, "state", _all_rounded(found.worked[place])) for place, name in enumerate(names)),
            *(UseRow(one.name, "resource", _all_rounded(found.verified[n])) for n, one in enumerate(study.resources)),
        ),
        sensitivity=tuple(
            SwingRow(
                row.name,
                _rounded(row.at_low),
                _rounded(row.middle),
                _rounded(row.at_high),
                _rounded(indices[row.name].first) if row.name in indices else None,
                _rounded(indices[row.name].total) if row.name in indices else None,
            )
            for row in computed.swings
        ),
    )


def limit_named(study: Study, kind: int) -> tuple[str, str]:
    """The name of what limits, and of the resource where it is one.

    >>> limit_named(Study(2030, 1, ()), GATE)
    ('gate', '')
    """
    return (LIMITS[kind], "") if kind in LIMITS else ("resource", study.resources[kind - RESOURCE].name)


def _all_rounded(numbers: Iterable[float]) -> list[float]:
    return [_rounded(number) for number in numbers]


def _rounded(number: float) -> float:
    return float(f"{number:.{EXACT}g}")

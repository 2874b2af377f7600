"""What becomes of the stocks, year by year, for many runs of one study at once.

In a year each State takes apart the least of what is left, of what it can (less in the year in which it begins), and of
what the gates allow that were open when the year began. Verification is shared: where a resource is short, everybody's
work of that year is cut by the same factor, that of the shortest resource. Amounts are shares of items where a year
ends between two.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from accord.analysis.balance.terms import Floats
from accord.analysis.outlook.study import Study

NOTHING_LEFT, NOT_BEGUN, GATE, CAPACITY, FINISHES = range(5)
"""What limits a State in a year; after these, the resources in their order: `RESOURCE + r`."""
RESOURCE = 5
LITTLE = 1e-9
"""Of the stock at the beginning: less counts as nothing left."""


class Projection(NamedTuple):
    """Runs of a study."""

    left: Floats
    """Items at the beginning and after each year: (runs, years + 1, States)."""
    limits: npt.NDArray[np.int8]
    """What limited whom: (runs, years, States)."""
    worked: Floats
    """Of its own capacity in the year, what each State used: (runs, years, States); 0 of none."""
    verified: Floats
    """Of what verification has in the year, what was used: (runs, years, resources)."""


def project(study: Study, u: Floats) -> Projection:
    """The runs for probabilities `u` of the uncertain assumptions: (runs, `len(study.uncertain())`), each in [0, 1].

    The study is taken to be one that `insist_study` accepts.

    >>> from accord.analysis.outlook.study import State, exactly
    >>> one = Study(2030, 3, (State("Arcadia", exactly(100), exactly(40)),))
    >>> project(one, np.zeros((1, 0))).left[0, :, 0].tolist()
    [100.0, 60.0, 20.0, 0.0]
    """
    runs, states = len(u), len(study.states)
    value = _values(study, u)
    start = np.stack([value[f"{state.name}/items"] for state in study.states], axis=1)
    pace = np.stack([value[f"{state.name}/per_year"] for state in study.states], axis=1)
    delay = np.stack([value[f"{state.name}/delay_years"] for state in study.states], axis=1)
    year_has = np.stack([value[f"{r.name}/per_year"] for r in study.resources], axis=1) if study.resources else None
    item_takes = np.stack([value[f"{r.name}/per_item"] for r in study.resources], axis=1) if study.resources else None
    left = np.empty((runs, study.years + 1, states))
    limits = np.empty((runs, study.years, states), dtype=np.int8)
    worked = np.empty((runs, study.years, states))
    verified = np.empty((runs, study.years, len(study.resources)))
    left[:, 0] = start
    for year in range(study.years):
        now = left[:, year]
        can = pace * np.clip(year + 1 - delay, 0.0, 1.0)
        may = np.maximum(now - _floor(study, start, now), 0.0)
        want = np.minimum(np.minimum(now, can), may)
        limit = np.where(can < now, CAPACITY, FINISHES)
        limit = np.where(may < np.minimum(now, can), GATE, limit)
        limit = np.where(delay >= year + 1, NOT_BEGUN, limit)
        if year_has is not None and item_takes is not None:
            need = want.sum(axis=1)[:, None] * item_takes
            enough = np.divide(year_has, need, out=np.ones_like(need), where=need > year_has)
            shortest = enough.argmin(axis=1)
            share = enough[np.arange(runs), shortest]
            short = (share < 1)[:, None] & (want > 0)
            limit = np.where(short, RESOURCE + shortest[:, None], limit)
            want = want * share[:, None]
            verified[:, year] = need * share[:, None] / year_has
        after = now - want
        after[after <= LITTLE * start] = 0.0
        left[:, year + 1] = after
        limits[:, year] = np.where(now == 0, NOTHING_LEFT, limit)
        worked[:, year] = np.divide(want, can, out=np.zeros_like(want), where=can > 0)
    return Projection(left, limits, worked, verified)


def _values(study: Study, u: Floats) -> dict[str, Floats]:
    """Every assumption in every run."""
    uncertain = {name: column for column, (name, _) in enumerate(study.uncertain())}
    return {
        name: spread.at(u[:, uncertain[name]]) if name in uncertain else np.full(len(u), spread.low)
        for name, spread in study.parameters()
    }


def _floor(study: Study, start: Floats, now: Floats) -> Floats:
    """Below what each State may not go this year: (runs, States)."""
    floor = np.zeros_like(now)
    place = {state.name: number for number, state in enumerate(study.states)}
    for number, state in enumerate(study.states):
        for gate in state.gates:
            other = place[gate.after]
            closed = now[:, other] > gate.reached * start[:, other] + LITTLE * start[:, other]
            floor[:, number] = np.maximum(floor[:, number], np.where(closed, gate.below * start[:, number], 0.0))
    return floor

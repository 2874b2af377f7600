"""Outlooks: many runs of nine fictional States over forty years, against the same model run by run in plain Python."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import numpy as np

from accord.analysis.outlook.montecarlo import outlook
from accord.analysis.outlook.projection import LITTLE, project
from accord.analysis.outlook.study import Gate, Resource, Spread, State, Study
from accord.nodes.bench.measure import Result

RUNS, PEER_RUNS, MORE_RUNS = 10_000, 200, 100_000
LIMIT_S, RATIO = 2.0, 1.7
NAMES = "ABCDEFGHI"


def study() -> Study:
    """Nine States, two resources, a gate for each State but the first, forty years."""
    states = tuple(
        State(
            name,
            Spread(100 + 60 * n, 180 + 80 * n),
            Spread(6 + 2 * n, 12 + 4 * n, 8 + 3 * n),
            Spread(0, 1 + n / 2),
            (Gate(0.5, NAMES[n - 1], 0.6),) if n else (),
        )
        for n, name in enumerate(NAMES)
    )
    inspections = Resource("inspections", Spread(90, 160), Spread(1, 1.5))
    return Study(2031, 40, states, (inspections, Resource("hours", Spread(900, 1500), Spread(8, 14))))


def run() -> Iterator[Result]:
    """Time on one processor, the same from two processes, and the ratio to plain Python.

    Raises:
        AssertionError: plain Python comes to other numbers.
    """
    assumed = study()
    steps = f"{RUNS} runs, 9 States, 40 years, 2 resources, 8 gates: drawn, projected, quantiles"
    ours = min(_seconds(assumed) for _ in range(3))
    u = np.random.default_rng(1).random((PEER_RUNS, len(assumed.uncertain())))
    begun = time.process_time()
    plain = [one_run(assumed, row) for row in u.tolist()]
    peers = (time.process_time() - begun) * RUNS / PEER_RUNS
    assert np.allclose(project(assumed, u).left, plain, rtol=1e-12, atol=1e-9)
    yield Result(
        "outlook on one processor", ours, "s", steps, LIMIT_S, True,
        "the same model run by run in plain Python (the same numbers)", peers, peers / ours,
        note=f"peer: {PEER_RUNS} runs, without quantiles, scaled",
    )  # fmt: skip
    one, two, same = _processes(assumed)
    assert same
    yield Result(
        "outlook from two processes", two, "s", f"{MORE_RUNS} runs, as before; wall clock", None, True,
        "one process", one, one / two, RATIO, "the same numbers; processes started beforehand",
    )  # fmt: skip


def one_run(study: Study, u: list[float]) -> list[list[float]]:
    """One run, year by year and State by State: what is left at the beginning and after each year."""
    drawn = iter(u)
    value = {name: s.low if s.certain else _at(s, next(drawn)) for name, s in study.parameters()}
    start = {state.name: value[f"{state.name}/items"] for state in study.states}
    left = [dict(start)]
    for year in range(study.years):
        now, want = left[-1], {}
        for state in study.states:
            began = min(max(year + 1 - value[f"{state.name}/delay_years"], 0.0), 1.0)
            floor = 0.0
            for gate in state.gates:
                if now[gate.after] > (gate.reached + LITTLE) * start[gate.after]:
                    floor = max(floor, gate.below * start[state.name])
            may = max(now[state.name] - floor, 0.0)
            want[state.name] = min(now[state.name], value[f"{state.name}/per_year"] * began, may)
        share = 1.0
        for one in study.resources:
            need = sum(want.values()) * value[f"{one.name}/per_item"]
            if need > value[f"{one.name}/per_year"]:
                share = min(share, value[f"{one.name}/per_year"] / need)
        after = {name: now[name] - want[name] * share for name in now}
        left.append({name: 0.0 if items <= LITTLE * start[name] else items for name, items in after.items()})
    return [list(year.values()) for year in left]


def _at(spread: Spread, u: float) -> float:
    """As `Spread.at`, of one number."""
    wide = spread.high - spread.low
    if spread.mode is None:
        return spread.low + u * wide
    rise = (spread.mode - spread.low) / wide
    if u < rise:
        return spread.low + math.sqrt(u * rise) * wide
    return spread.high - math.sqrt((1 - u) * (1 - rise)) * wide


def _seconds(study: Study) -> float:
    begun = time.process_time()
    outlook(study, RUNS, 1)
    return time.process_time() - begun


def _processes(study: Study) -> tuple[float, float, bool]:
    """Seconds by the clock of one process and of two, the median round of three; whether the numbers are the same."""
    rounds = []
    for workers in (1, 2):
        with ProcessPoolExecutor(workers) as executor:
            outlook(study, 2_000, 1, executor)
            taken = []
            for _ in range(3):
                begun = time.perf_counter()
                found = outlook(study, MORE_RUNS, 1, executor)
                taken.append(time.perf_counter() - begun)
            rounds.append((sorted(taken)[1], found.total))
    (one, first), (two, second) = rounds
    return one, two, bool(np.array_equal(first, second))

"""Simulated balances: their statistics against what is exact, their time and memory, and hourly data of a plant.

The open program of this field, MAPIT, is not on the package index, so it is no peer here. The peer of the hourly data
is a plain NumPy program of our own: it draws an error for every sample of every run, as measured data would have it.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from accord.analysis.balance.evaluation import evaluate, simulated
from accord.analysis.balance.samples import Places, series_of_samples
from accord.analysis.balance.simulation import simulate
from accord.analysis.balance.statistics import covariance_kg2, factor, standardised
from accord.analysis.balance.terms import Floats, Series, Term, series_of
from accord.nodes.bench.measure import Result

BALANCES = 20
SERIES = 1_000_000
RUNS = 100_000
FALSE_ALARM = 0.05
SAMPLES, INPUTS, INVENTORIES, OUTPUTS = 8_400, 2, 26, 3
REALISATIONS = 500
PEER = "NumPy, an error drawn for every sample"


class Hourly(NamedTuple):
    """A year of hourly samples of a plant, and when balances are struck."""

    times: Floats
    boundaries: Floats
    inputs: Places
    inventories: Places
    outputs: Places


def plant(balances: int = BALANCES) -> Series:
    """A transfer in and out of 30 kg a balance and 50 kg in stock; 1 % and 1 % of flows, 0.5 % and 0.5 % of stock."""
    terms = [Term("inventory", "store", 50.0, t, t, 0.005, 0.005, "store") for t in range(balances + 1)]
    for t in range(balances):
        terms += [
            Term("input", "in", 30.0, t, t, 0.01, 0.01, "in"),
            Term("output", "out", 30.0, t, t, 0.01, 0.01, "out"),
        ]
    return series_of(terms)


def hourly(samples: int) -> Hourly:
    """A fictional plant: what goes in comes out, and its inventories stay."""
    generator = np.random.default_rng(1)

    def places(count: int, mass: Floats) -> Places:
        return Places(mass, np.full(count, 0.01), np.full(count, 0.005))

    flow = generator.uniform(0.9, 1.1, (1, samples))
    times = np.arange(float(samples))
    return Hourly(
        times,
        np.append(times[:: samples // BALANCES], times[-1]),
        places(INPUTS, np.repeat(flow / INPUTS, INPUTS, axis=0)),
        places(INVENTORIES, np.repeat(generator.uniform(1, 9, (INVENTORIES, 1)), samples, axis=1)),
        places(OUTPUTS, np.repeat(flow / OUTPUTS, OUTPUTS, axis=0)),
    )


def ours(data: Hourly, runs: int) -> Floats:
    """SITMUF of so many runs: the samples of a place and a balance have one error."""
    series = series_of_samples(*data)
    lower = factor(covariance_kg2(series))
    return np.vstack([standardised(part, lower) for part in simulate(series, runs, np.random.default_rng(2))])


def by_sample(data: Hourly, runs: int) -> Floats:
    """MUF of so many runs in kilograms, every sample with an error of its own: (runs, balances)."""
    generator = np.random.default_rng(3)
    cuts = np.searchsorted(data.times, data.boundaries)
    found = np.zeros((runs, len(cuts) - 1))
    for run in range(runs):
        for sign, places in ((1, data.inputs), (-1, data.outputs), (0, data.inventories)):
            own = generator.standard_normal(places.mass_kg.shape) * places.random_rsd[:, None]
            shared = generator.standard_normal(len(places.mass_kg)) * places.systematic_rsd
            measured = places.mass_kg * (1 + own + shared[:, None])
            if sign:
                within = measured[:, cuts[0] : cuts[-1]]
                found[run] += sign * np.add.reduceat(within, cuts[:-1] - cuts[0], axis=1).sum(axis=0)
            else:
                found[run] -= np.diff(measured[:, cuts].sum(axis=0))
    return found


def run() -> Iterator[Result]:
    """The statistics of a million series, a hundred thousand in time and memory, and the hourly data."""
    yield from _million()
    yield from _many()
    yield from _hourly()


def _million() -> Iterator[Result]:
    found = simulated(evaluate(plant(), FALSE_ALARM), SERIES, np.random.default_rng(7))
    steps = f"{SERIES:,} series of {BALANCES} balances simulated; exact: 1 and {FALSE_ALARM}"
    yield Result("SITMUF: standard deviation less one", abs(found.sigma_sitmuf - 1), "", steps, 0.005, True)
    for test, rate in found.false_alarms._asdict().items():
        name = f"{test.upper()}: false-alarm rate, relative to the exact one"
        yield Result(name, abs(rate / FALSE_ALARM - 1), "", steps, 0.02, True, note=f"rate {rate:.5f}")


def _many() -> Iterator[Result]:
    series = plant()
    begun = time.perf_counter()
    simulated(evaluate(series, FALSE_ALARM), RUNS, np.random.default_rng(7))
    taken = time.perf_counter() - begun
    tracemalloc.start()
    simulated(evaluate(series, FALSE_ALARM), RUNS, np.random.default_rng(7))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    steps = f"{RUNS:,} runs of {BALANCES} balances: errors drawn, all four tests"
    yield Result("balances simulated", taken, "s", steps, 5, True)
    yield Result("memory at its most while they are", most / 1e6, "MB", steps, 1_000, True)


def _hourly() -> Iterator[Result]:
    data = hourly(SAMPLES)
    begun = time.perf_counter()
    z = ours(data, REALISATIONS)
    taken = time.perf_counter() - begun
    begun = time.perf_counter()
    every = by_sample(data, REALISATIONS)
    theirs = time.perf_counter() - begun
    spread = standardised(every, factor(covariance_kg2(series_of_samples(*data)))).std()
    steps = f"{SAMPLES:,} samples of {INPUTS + INVENTORIES + OUTPUTS} places, {REALISATIONS} runs, {BALANCES} balances"
    note = f"SITMUF has a standard deviation of {z.std():.3f}, with the errors of every sample {spread:.3f}"
    yield Result("hourly data to SITMUF", taken, "s", steps, 2, True, PEER, theirs, theirs / taken, note=note)

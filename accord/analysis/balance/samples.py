"""Balances from samples of flows and inventories at many places and times, as instruments in a plant deliver them.

A flow sample counts in the balance [t_{j−1}, t_j) in which it was taken: one taken at the moment of a boundary, in the
balance that begins there, and in no other. An inventory counts at the boundaries alone.
Random errors of samples are independent, so the samples of a place and a balance have one error with the root of the
sum of their squares; the systematic error of a place is common to all its samples.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from accord.analysis.balance.terms import Floats, Series
from accord.analysis.unfit import insist


class Places(NamedTuple):
    """Samples of places of one kind."""

    mass_kg: Floats
    """(places, samples); of flows what passed since the sample before, of inventories what is there."""
    random_rsd: Floats
    """(places,)"""
    systematic_rsd: Floats
    """(places,)"""


def series_of_samples(
    times: Floats, boundaries: Floats, inputs: Places, inventories: Places, outputs: Places
) -> Series:
    """The balances between the boundaries.

    Args:
        times: when the samples were taken, rising: (samples,).
        boundaries: when the balances are struck; each is a time of a sample.
        inputs: flows in.
        inventories: what is there.
        outputs: flows out.

    Raises:
        Unfit: times that do not rise, a boundary without a sample, shapes that do not agree, a negative mass.
    """
    insist(len(times) > 0 and bool((np.diff(times) > 0).all()), "times-do-not-rise")
    insist(len(boundaries) >= 2 and bool((np.diff(boundaries) > 0).all()), "boundaries-do-not-rise")
    at = np.searchsorted(times, boundaries)
    there = (at < len(times)) & (times[np.minimum(at, len(times) - 1)] == boundaries)
    for boundary, known in zip(boundaries, there, strict=True):
        insist(bool(known), "boundary-without-sample", boundary=float(boundary))
    for name, places in (("inputs", inputs), ("inventories", inventories), ("outputs", outputs)):
        _insist_places(name, places, len(times))
    balances = len(boundaries) - 1
    muf, random, systematic = np.zeros(balances), [], []
    for sign, places in ((1.0, inputs), (-1.0, outputs)):
        within = places.mass_kg[:, at[0] : at[-1]]
        cuts = at[:-1] - at[0]
        sums = np.add.reduceat(within, cuts, axis=1)
        squares = np.add.reduceat(within * within, cuts, axis=1)
        muf += sign * sums.sum(axis=0)
        own = np.sqrt(squares) * places.random_rsd[:, None]
        random.append((own[:, :, None] * np.eye(balances)).reshape(-1, balances))
        systematic.append(sign * sums * places.systematic_rsd[:, None])
    held = inventories.mass_kg[:, at]
    change = np.eye(balances + 1)[:, :-1] - np.eye(balances + 1)[:, 1:]
    muf += (held @ change).sum(axis=0)
    own = held * inventories.random_rsd[:, None]
    # An inventory opens the balance that begins with it and closes the one that ends with it.
    change = np.eye(balances + 1)[:, :balances] - np.eye(balances + 1, k=-1)[:, :balances]
    random.append((own[:, :, None] * change).reshape(-1, balances))
    systematic.append((held @ change) * inventories.systematic_rsd[:, None])
    return Series(tuple(float(b) for b in boundaries), muf, np.vstack(random), np.vstack(systematic))


def _insist_places(name: str, places: Places, samples: int) -> None:
    shape = places.mass_kg.shape
    insist(len(shape) == 2 and shape[1] == samples, "samples-do-not-agree", row=name, samples=shape, times=samples)
    for what in ("random_rsd", "systematic_rsd"):
        errors = getattr(places, what)
        insist(errors.shape == (shape[0],), "errors-do-not-agree", row=name, what=what)
        insist(bool(np.isfinite(errors).all() and (errors >= 0).all()), "negative", row=name, what=what, value=errors)
    bad = np.argwhere(~(np.isfinite(places.mass_kg) & (places.mass_kg >= 0)))
    if len(bad):
        place, sample = (int(i) for i in bad[0])
        insist(
            False,
            "negative",
            row=f"{name} {place + 1}:{sample + 1}",
            what="measured-mass",
            value=places.mass_kg[place, sample],
        )

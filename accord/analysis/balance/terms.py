"""A series of balances as its measured terms: what was measured, with what errors, and in which balance it counts.

A balance of the half-open period [t_{j−1}, t_j) is

    MUF_j = inventory at t_{j−1} + inputs − outputs − inventory at t_j

Every term is one measured mass x(1 + R + S): R is its own (random) error, S is shared by all terms of one calibration
(systematic). A term stands in one balance, or in two with opposite signs (an inventory closes one and opens the next),
or is divided over several (a flow measured once across a boundary).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from accord.analysis.unfit import insist

Floats = npt.NDArray[np.float64]

Kind = Literal["inventory", "input", "output"]
MOST_BALANCES = 2_000


class Term(NamedTuple):
    """A measured mass."""

    kind: Kind
    name: str
    """Where or of what it was measured."""
    mass_kg: float
    since: float
    """When; for a flow over time, its beginning. In the unit of the times of the balances."""
    until: float
    """The same as `since` for an inventory and for a transfer at one moment."""
    random_rsd: float
    """Relative standard deviation of its own error."""
    systematic_rsd: float
    """Relative standard deviation of the error it shares."""
    calibration: str
    """What shares that error: terms of the same calibration have the same S."""
    row: str = ""
    """Where it stands in its table, for messages."""


class Series(NamedTuple):
    """Balances as arrays: what the statistics are computed from."""

    times: tuple[float, ...]
    """Of the inventories; one more than balances."""
    muf_kg: Floats
    """Of each balance, as measured: shape (balances,)."""
    random_kg: Floats
    """Standard deviations of errors that terms have of their own, with their signs: (terms, balances)."""
    systematic_kg: Floats
    """The same of errors shared by calibrations: (calibrations, balances)."""

    @property
    def balances(self) -> int:
        """How many."""
        return len(self.muf_kg)


def series_of(terms: Sequence[Term]) -> Series:
    """The balances between the inventories among the terms.

    Raises:
        Unfit: a mass or an error that is negative or no number, fewer than two inventories, an inventory that is
            missing at one of their times or stands there twice, flows of one name that overlap, a flow outside the
            times, a calibration with two errors.

    >>> terms = [Term("inventory", "store", 50.0, t, t, 0.005, 0.005, "scale") for t in (0.0, 1.0)]
    >>> terms.append(Term("input", "in", 30.0, 0.5, 0.5, 0.01, 0.01, "scale-in"))
    >>> terms.append(Term("output", "out", 29.0, 0.0, 0.0, 0.01, 0.01, "scale-out"))
    >>> series_of(terms).muf_kg.tolist()
    [1.0]
    """
    for term in terms:
        _insist_term(term)
    times = _times(terms)
    shared = _calibrations(terms)
    _insist_apart(terms)
    parts = np.array([_parts(term, times) for term in terms]) * np.array([[term.mass_kg] for term in terms])
    systematic = np.zeros((len(shared), len(times) - 1))
    for line, term in zip(parts, terms, strict=True):
        systematic[shared[term.calibration]] += line * term.systematic_rsd
    random = parts * np.array([[term.random_rsd] for term in terms])
    return Series(times, parts.sum(axis=0), random, systematic)


def _insist_term(term: Term) -> None:
    numbers = {"measured-mass": term.mass_kg, "random": term.random_rsd, "systematic": term.systematic_rsd}
    for what, value in numbers.items():
        insist(math.isfinite(value), "not-a-number", row=term.row, what=what, value=value)
        insist(value >= 0, "negative", row=term.row, what=what, value=value)
    insist(
        bool(np.isfinite([term.since, term.until]).all()), "not-a-number", row=term.row, what="time", value=term.since
    )
    insist(term.since <= term.until, "ends-before-it-begins", row=term.row, since=term.since, until=term.until)
    insist(term.kind != "inventory" or term.since == term.until, "inventory-over-time", row=term.row)


def _times(terms: Sequence[Term]) -> tuple[float, ...]:
    """The times of the inventories; each place has one at each of them."""
    taken = [term for term in terms if term.kind == "inventory"]
    times = tuple(sorted({term.since for term in taken}))
    insist(len(times) >= 2, "fewer-than-two-inventories", inventories=len(times))
    insist(len(times) <= MOST_BALANCES + 1, "too-many-balances", balances=len(times) - 1, most=MOST_BALANCES)
    seen: dict[tuple[str, float], Term] = {}
    for term in taken:
        insist((term.name, term.since) not in seen, "inventory-twice", row=term.row, name=term.name, at=term.since)
        seen[term.name, term.since] = term
    for name in sorted({term.name for term in taken}):
        for at in times:
            insist((name, at) in seen, "inventory-missing", name=name, at=at)
    for term in terms:
        outside = (
            term.until > times[-1] or term.since < times[0] or (term.since == times[-1] and term.kind != "inventory")
        )
        insist(not outside, "outside-the-balances", row=term.row, since=term.since, until=term.until)
    return times


def _calibrations(terms: Sequence[Term]) -> dict[str, int]:
    """The calibrations by number; each has one error."""
    errors: dict[str, float] = {}
    for term in terms:
        known = errors.setdefault(term.calibration, term.systematic_rsd)
        insist(known == term.systematic_rsd, "calibration-of-two-errors", row=term.row, calibration=term.calibration)
    return {name: number for number, name in enumerate(errors)}


def _insist_apart(terms: Sequence[Term]) -> None:
    """Flows of one name over time do not overlap."""
    flows = [term for term in terms if term.since < term.until]
    flows.sort(key=lambda term: (term.kind, term.name, term.since))
    for one, other in itertools.pairwise(flows):
        apart = (one.kind, one.name) != (other.kind, other.name) or one.until <= other.since
        insist(apart, "flows-overlap", row=other.row, name=other.name, since=other.since, until=one.until)


def _parts(term: Term, times: tuple[float, ...]) -> Floats:
    """How much of a term counts in each balance, with its sign."""
    starts, ends = np.array(times[:-1]), np.array(times[1:])
    if term.kind == "inventory":
        return np.asarray((starts == term.since).astype(float) - (ends == term.since))
    if term.since == term.until:
        share = ((starts <= term.since) & (term.since < ends)).astype(float)
    else:
        within = np.minimum(ends, term.until) - np.maximum(starts, term.since)
        share = np.maximum(within, 0.0) / (term.until - term.since)
    return share if term.kind == "input" else -share

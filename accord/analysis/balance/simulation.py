"""The same balances simulated: every term with an error of its own, every calibration with one that its terms share.

What is not told apart by any statistic is drawn together: terms that stand in the same balances in the same proportion
have a sum that is normal with the sum of their variances, exactly. So a year of hourly samples of a place is one draw
for each balance. `tests/analysis/balance` compares this with draws of every single sample.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from accord.analysis.balance.terms import Floats, Series
from accord.analysis.unfit import insist

CHUNK = 50_000
"""So many runs are drawn at a time: memory does not grow with their number."""


def aggregated(series: Series) -> Series:
    """The series with random errors that stand in one balance only drawn as one: the same distribution.

    Errors across balances (inventories, a flow over a boundary) are summed where they stand in the same proportion.
    """
    rows = series.random_kg[series.random_kg.any(axis=1)]
    size = np.sqrt((rows * rows).sum(axis=1))
    direction = rows / size[:, None]
    # The sign of a direction changes nothing of a normal error.
    first = np.argmax(direction != 0, axis=1)
    direction *= np.sign(direction[np.arange(len(direction)), first])[:, None]
    kinds, which = np.unique(np.round(direction, 12), axis=0, return_inverse=True)
    variance = np.bincount(which.ravel(), weights=size * size, minlength=len(kinds))
    return series._replace(random_kg=kinds * np.sqrt(variance)[:, None])


def simulate(series: Series, runs: int, generator: np.random.Generator, chunk: int = CHUNK) -> Iterator[Floats]:
    """MUF of so many runs, in kilograms, a part at a time: (runs in the part, balances).

    Nothing is lost in them beyond what the series itself says: its MUF is their mean. The numbers drawn depend on the
    generator and on the size of the parts alone.

    Raises:
        Unfit: fewer than one run.

    >>> from accord.analysis.balance.terms import Series
    >>> one = Series((0.0, 1.0), np.array([2.0]), np.array([[0.5]]), np.zeros((0, 1)))
    >>> [part.shape for part in simulate(one, 5, np.random.default_rng(1), chunk=3)]
    [(3, 1), (2, 1)]
    """
    insist(runs >= 1, "number-of-runs", runs=runs)
    drawn = aggregated(series)
    effects = np.vstack([drawn.random_kg, drawn.systematic_kg])
    for done in range(0, runs, chunk):
        errors = generator.standard_normal((min(chunk, runs - done), len(effects)))
        yield series.muf_kg + errors @ effects

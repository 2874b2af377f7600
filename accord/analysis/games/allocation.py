"""Inspections over places and periods: each place and period is a cell, and m cells are inspected, drawn by lot.

The inspectee may violate in one cell and gains g of it if that is not found; an inspection of the cell finds it with
probability p. The inspector makes the most that can be gained as small as possible: he covers cells with
probabilities c, Σ c ≤ m, so that

    g_i (1 − p_i c_i) ≤ v    in every cell

and v is the least for which that is possible. The inspectee can make sure of v by a lottery over cells, so v is the
value of the game; both are solved exactly in rationals. `tests/analysis/games` proves the value by what each side alone
guarantees.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from accord.analysis.unfit import insist

MOST_CELLS = 2_000


class Cell(NamedTuple):
    """A place in a period."""

    name: str
    gain: Fraction
    """Of a violation here that is not found."""
    found: Fraction
    """The probability that an inspection here finds it."""


class Allocation(NamedTuple):
    """The value of the game, and what both sides do."""

    value: Fraction
    """What the inspectee can be sure to gain on average, and no more."""
    covered: tuple[Fraction, ...]
    """The probability with which each cell is inspected; together at most the number of inspections."""
    violated: tuple[Fraction, ...]
    """The inspectee's lottery over the cells; together 1."""


def allocate(cells: Sequence[Cell], inspections: int) -> Allocation:
    """The equilibrium.

    Raises:
        Unfit: no cell or too many, a gain or a probability out of range, a negative number of inspections.

    >>> found = allocate([Cell("A", Fraction(2), Fraction(1)), Cell("B", Fraction(1), Fraction(1))], 1)
    >>> found.value, found.covered, found.violated
    (Fraction(2, 3), (Fraction(2, 3), Fraction(1, 3)), (Fraction(1, 3), Fraction(2, 3)))
    """
    insist(1 <= len(cells) <= MOST_CELLS, "number-of-cells", cells=len(cells), most=MOST_CELLS)
    insist(inspections >= 0, "negative", what="inspections", value=inspections)
    for cell in cells:
        insist(cell.gain > 0, "not-positive", row=cell.name, what="gain", value=cell.gain)
        insist(0 < cell.found <= 1, "not-above-0-up-to-1", row=cell.name, what="found", value=cell.found)
    value = _value(cells, inspections)
    covered = tuple(_cover(cell, value) for cell in cells)
    return Allocation(value, covered, _lottery(cells, covered, value))


def _cover(cell: Cell, value: Fraction) -> Fraction:
    """How often a cell must be inspected so that no more than the value is gained there."""
    return min(Fraction(1), max(Fraction(0), (1 - value / cell.gain) / cell.found))


def _value(cells: Sequence[Cell], inspections: int) -> Fraction:
    """The least v that so many inspections allow: between two gains, at which cells begin to be inspected."""
    # Where every cell is inspected always, this is still gained.
    least = max(cell.gain * (1 - cell.found) for cell in cells)
    corners = sorted({least, *(cell.gain for cell in cells if cell.gain > least)})

    def needed(value: Fraction) -> Fraction:
        return sum((_cover(cell, value) for cell in cells), Fraction(0))

    if needed(least) <= inspections:
        return least
    high = 1 + bisect_left(corners[1:-1], True, key=lambda value: needed(value) <= inspections)
    low = high - 1
    # Between two corners the need falls on a line.
    below, above = needed(corners[low]), needed(corners[high])
    share = (below - inspections) / (below - above)
    return corners[low] + share * (corners[high] - corners[low])


def _lottery(cells: Sequence[Cell], covered: Sequence[Fraction], value: Fraction) -> tuple[Fraction, ...]:
    """A lottery that gains the value whatever is inspected: each cell that is covered in proportion to 1/(g p)."""
    always = [n for n, cell in enumerate(cells) if cell.gain * (1 - cell.found) == value]
    if always:
        # Inspected always, and still worth it.
        return tuple(Fraction(int(n == always[0])) for n in range(len(cells)))
    weights = [
        1 / (cell.gain * cell.found) if cover > 0 else Fraction(0) for cell, cover in zip(cells, covered, strict=True)
    ]
    if not any(weights):
        best = max(range(len(cells)), key=lambda n: cells[n].gain)
        return tuple(Fraction(int(n == best)) for n in range(len(cells)))
    total = sum(weights, Fraction(0))
    return tuple(weight / total for weight in weights)

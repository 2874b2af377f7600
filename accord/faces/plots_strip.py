"""A strip of cells for each of several rows, year by year: in each cell the number of what holds there.

Numbers, not colours, tell what holds; how dark a cell is tells how often it does. Nothing is good or bad here.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from accord.faces.plots import ROW, SIDE, WIDTH, Tell, drawn, noted

HEAD, PITCH, CELL = 8, 46, 24


class Cell(NamedTuple):
    """What holds: its number in the key (0: nothing to show), and how often, from 0 to 1."""

    kind: int
    share: float


class Strip(NamedTuple):
    """A figure; names and text in the reader's language."""

    about: str
    """The text alternative."""
    first: int
    """The year of the first cell."""
    rows: Sequence[tuple[str, Sequence[Cell]]]
    """Names and their cells, one for each year."""
    key: Sequence[tuple[int, str]]
    """What the numbers mean."""
    notes: Sequence[str] = ()


def strip(figure: Strip, tell: Tell, *, rtl: bool = False, alone: bool = False) -> str:
    """The figure as SVG.

    Raises:
        ValueError: no row, or rows of different lengths.

    >>> found = strip(Strip("One.", 2031, [("A < B", [Cell(1, 0.5), Cell(0, 0)])], [(1, "waits")]), str)
    >>> "A &lt; B" in found, "1 = waits" in found
    (True, True)
    """
    years = len(figure.rows[0][1]) if figure.rows else 0
    if not years or any(len(cells) != years for _, cells in figure.rows):
        raise ValueError("a strip has at least one row, and all rows are as long")
    size = (WIDTH - 2 * SIDE) / years
    turned = ' direction="rtl"' if rtl else ""
    edge = WIDTH - SIDE if rtl else SIDE

    def left(year: int) -> float:
        return WIDTH - SIDE - size * (year + 1) if rtl else SIDE + size * year

    parts = []
    for number, (name, cells) in enumerate(figure.rows):
        top = HEAD + PITCH * number
        parts.append(f'<text x="{edge}" y="{top + 12}" text-anchor="start"{turned}>{escape(name)}</text>')
        lines = " ".join(f"M{SIDE + size * year:.1f},{top + 18} v{CELL}" for year in range(years + 1))
        parts.append(f'<path class="grid" d="{lines} M{SIDE},{top + 18} H{WIDTH - SIDE} m0,{CELL} H{SIDE}"/>')
        for year, cell in enumerate(cells):
            at = f"M{left(year):.1f},{top + 18} h{size:.1f} v{CELL} h-{size:.1f} Z"
            if cell.kind:
                parts.append(f'<path class="band" fill-opacity="{0.05 + 0.3 * cell.share:.2f}" d="{at}"/>')
            if cell.kind and size >= 7 * len(str(cell.kind)):
                middle = f'x="{left(year) + size / 2:.1f}" y="{top + 18 + CELL / 2 + 4:.1f}" text-anchor="middle"'
                parts.append(f"<text {middle}>{cell.kind}</text>")
    bottom = HEAD + PITCH * len(figure.rows)
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 200) if size * n >= 44)
    for year in range(0, years, step):
        text = escape(tell(figure.first + year))
        parts.append(f'<text x="{left(year) + size / 2:.1f}" y="{bottom + 12}" text-anchor="middle">{text}</text>')
    for number, (kind, name) in enumerate(figure.key, start=1):
        y = bottom + 14 + ROW * number
        parts.append(f'<text x="{edge}" y="{y}" text-anchor="start"{turned}>{kind} = {escape(name)}</text>')
    below = bottom + 20 + ROW * len(figure.key)
    told, more = noted(figure.notes, below, rtl)
    return drawn(figure.about, below + more, "".join(parts) + told, alone)

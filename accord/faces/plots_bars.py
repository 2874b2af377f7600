"""Bars across, the longest above: how far a result moves when one assumption moves (a tornado)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from accord.faces.plots import FOOT, SIDE, WIDTH, Tell, drawn, noted, ticks

HEAD, PITCH = 12, 38


class Bar(NamedTuple):
    """From a result to another, and what was moved between which values."""

    name: str
    start: float
    end: float


class Bars(NamedTuple):
    """A figure; names and text in the reader's language."""

    about: str
    """The text alternative."""
    x: str
    """What is measured, with its unit."""
    bars: Sequence[Bar]
    middle: float
    """What all bars are seen against."""
    notes: Sequence[str] = ()


def bars(figure: Bars, tell: Tell, *, rtl: bool = False, alone: bool = False) -> str:
    """The figure as SVG. The name of a bar stands above it; a notch marks the end that belongs to the lower value.

    Raises:
        ValueError: no bar.

    >>> found = bars(Bars("One.", "items", [Bar("a < b", 3, 9)], 5), str)
    >>> "a &lt; b" in found, found.count('class="band')
    (True, 1)
    """
    if not figure.bars:
        raise ValueError("a figure has at least one bar")
    ends = [figure.middle, *(end for bar in figure.bars for end in (bar.start, bar.end))]
    low, high = min(ends), max(ends)
    high = high if high > low else low + 1
    bottom = HEAD + PITCH * len(figure.bars)

    def x(value: float) -> float:
        along = (value - low) / (high - low) * (WIDTH - 2 * SIDE)
        return WIDTH - SIDE - along if rtl else SIDE + along

    turned = ' direction="rtl"' if rtl else ""
    edge = WIDTH - SIDE if rtl else SIDE
    parts = [f'<path class="limit" d="M{x(figure.middle):.1f},{HEAD} V{bottom}"/>']
    for number, bar in enumerate(figure.bars):
        top = HEAD + PITCH * number
        left, right = sorted((x(bar.start), x(bar.end)))
        name = f'<text x="{edge}" y="{top + 14}" text-anchor="start"{turned}>{escape(bar.name)}</text>'
        band = f'<path class="band shade2" d="M{left:.1f},{top + 20} H{right:.1f} v14 H{left:.1f} Z"/>'
        parts += [name, band, f'<path class="line" d="M{x(bar.start):.1f},{top + 18} v18"/>']
    for value in ticks(low, high):
        text = f'<text x="{x(value):.1f}" y="{bottom + 17}" text-anchor="middle">{escape(tell(value))}</text>'
        parts.append(f'<path class="grid" d="M{x(value):.1f},{HEAD} V{bottom + 4}"/>{text}')
    parts.append(f'<text x="{WIDTH / 2}" y="{bottom + FOOT - 6}" text-anchor="middle">{escape(figure.x)}</text>')
    told, below = noted(figure.notes, bottom + FOOT, rtl)
    return drawn(figure.about, bottom + FOOT + below, "".join(parts) + told, alone)

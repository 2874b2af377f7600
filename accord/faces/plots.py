"""Figures of numbers against numbers, drawn as SVG for pages and for files: lines, steps, dots, bands and limits.

A figure has a text alternative, and its numbers stand beside it (`columns`, `rows`). Lines differ by stroke, mark and
name, not by colour. The first axis runs in the direction of reading. Names come in the reader's language; what writes
numbers is handed in.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from html import escape
from textwrap import wrap
from typing import Literal, NamedTuple
from unicodedata import east_asian_width

WIDTH, HEIGHT = 640, 300
SIDE, TOP, FOOT, ROW = 56, 28, 44, 18
NOTE, LINE = 98, 15
"""Signs in a line of a note, of narrow letters; and its height."""
STROKES = ("", "6 3", "2 3", "9 3 2 3", "12 4", "4 2 1 2")
STYLE = (
    "svg{font:12px sans-serif;background:#fff;color:#1c1c1c}text{fill:currentColor}path{fill:none;stroke:currentColor}"
    ".grid{stroke-opacity:.2}.line{stroke-width:1.8}.limit{stroke-width:1;stroke-dasharray:1 3}"
    ".note{font-size:11px}.band{fill:currentColor;stroke:none}.shade0{fill-opacity:.1}.shade1{fill-opacity:.2}.shade2{fill-opacity:.35}"
)
"""What a figure in a file of its own looks like; the portal has the same in its sheet."""

Tell = Callable[[float], str]
"""Writes a number for the reader."""


class Curve(NamedTuple):
    """What is drawn of one name: in order of the first axis."""

    name: str
    points: Sequence[tuple[float, float]]
    form: Literal["line", "steps", "dots"] = "line"


class Band(NamedTuple):
    """From least to most, for each place on the first axis."""

    name: str
    points: Sequence[tuple[float, float, float]]
    shade: Literal[0, 1, 2] = 0


class Limit(NamedTuple):
    """A line across: a threshold (`axis="y"`), or a place on the first axis (`axis="x"`)."""

    name: str
    at: float
    axis: Literal["x", "y"] = "y"


class Plot(NamedTuple):
    """A figure; names and text in the reader's language."""

    about: str
    """The text alternative: what the figure shows, in a sentence."""
    x: str
    """The name of the first axis, with its unit."""
    y: str
    curves: Sequence[Curve] = ()
    bands: Sequence[Band] = ()
    limits: Sequence[Limit] = ()
    from_zero: bool = True
    """Whether the second axis begins at zero, or lower."""
    most: float | None = None
    """The end of the second axis, where it is known (a probability ends at 1)."""
    notes: Sequence[str] = ()
    """What is to be known with the figure, wherever it is shown: parameters, assumptions. Below the key."""


def columns(plot: Plot) -> tuple[str, ...]:
    """The heads of the table of a figure."""
    bands = [f"{band.name} {end}" for band in plot.bands for end in ("≥", "≤")]
    return (plot.x, *(curve.name for curve in plot.curves), *bands)


def rows(plot: Plot) -> list[tuple[float | None, ...]]:
    """The numbers of a figure, by the first axis; `None` where a line has no number there.

    >>> rows(Plot("", "x", "y", (Curve("a", [(1, 2), (2, 3)]), Curve("b", [(2, 5)]))))
    [(1, 2, None), (2, 3, 5)]
    """
    lines: list[dict[float, float]] = [dict(curve.points) for curve in plot.curves]
    for band in plot.bands:
        lines += [{x: low for x, low, _ in band.points}, {x: high for x, _, high in band.points}]
    places = sorted({x for line in lines for x in line})
    return [(x, *(line.get(x) for line in lines)) for x in places]


def svg(plot: Plot, tell: Tell, *, rtl: bool = False, alone: bool = False) -> str:
    """The figure as SVG.

    Args:
        plot: the figure.
        tell: writes the numbers of the axes.
        rtl: the first axis runs from right to left.
        alone: for a file of its own: with its look in it.

    Raises:
        ValueError: nothing to draw, or a number that is not finite.

    >>> drawn = svg(Plot("Two points.", "n", "β", (Curve("a < b", [(0, 1), (1, 0)]),)), str)
    >>> "a &lt; b" in drawn and 'aria-label="Two points."' in drawn
    True
    """
    frame = _Frame(plot, tell, rtl)
    named = [(curve.name, number) for number, curve in enumerate(plot.curves)]
    keyed = HEIGHT + ROW * (len(plot.bands) + len(named))
    told, below = noted(plot.notes, keyed, rtl)
    parts = [frame.axes(plot.x, plot.y)]
    parts += [frame.band(band) for band in plot.bands]
    parts += [frame.limit(limit) for limit in plot.limits]
    parts += [frame.curve(curve, number) for number, curve in enumerate(plot.curves)]
    parts += [frame.key(row, _swatch(band)) + frame.name(row, band.name) for row, band in enumerate(plot.bands)]
    for row, (name, number) in enumerate(named, start=len(plot.bands)):
        stroke = f'<path class="line" stroke-dasharray="{STROKES[number % len(STROKES)]}" d="M0,0 H28"/>'
        parts.append(frame.key(row, stroke) + frame.name(row, name))
    return drawn(plot.about, keyed + below, "".join(parts) + told, alone)


def drawn(about: str, height: int, inside: str, alone: bool) -> str:
    """A figure of the common width around what is drawn in it."""
    look = f"<style>{STYLE}</style>" if alone else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="plot" role="img" aria-label="{escape(about)}" '
        f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">{look}{inside}</svg>'
    )


def noted(notes: Sequence[str], top: int, rtl: bool) -> tuple[str, int]:
    """Notes as lines of text below a place, and the height that they take.

    >>> noted(["Seed 1."], 300, False)
    ('<text class="note" x="4" y="320" text-anchor="start">Seed 1.</text>', 30)
    """
    wide = any(east_asian_width(sign) in "WF" for note in notes for sign in note)
    lines = [line for note in notes for line in wrap(note, NOTE // 2 if wide else NOTE, break_on_hyphens=False)]
    place = f'x="{WIDTH - 4 if rtl else 4}"'
    turned = ' direction="rtl"' if rtl else ""
    texts = (
        f'<text class="note" {place} y="{top + 20 + LINE * n}" text-anchor="start"{turned}>{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    return "".join(texts), LINE * len(lines) + 15 if lines else 0


def ticks(least: float, most: float, about: int = 5) -> list[float]:
    """Round numbers from least to most, some five of them.

    >>> ticks(0, 1), ticks(0, 83)
    ([0.0, 0.2, 0.4, 0.6, 0.8, 1.0], [0.0, 20.0, 40.0, 60.0, 80.0])
    """
    rough = (most - least) / about
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= rough * 0.999)
    first, last = math.ceil(least / step - 1e-9), math.floor(most / step + 1e-9)
    return [round(step * n, 12) for n in range(first, last + 1)]


class _Frame:
    """Where numbers stand on the figure."""

    def __init__(self, plot: Plot, tell: Tell, rtl: bool) -> None:
        xs = [x for curve in plot.curves for x, _ in curve.points] + [x for band in plot.bands for x, *_ in band.points]
        ys = [y for curve in plot.curves for _, y in curve.points]
        ys += [y for band in plot.bands for _, *both in band.points for y in both]
        xs += [limit.at for limit in plot.limits if limit.axis == "x"]
        ys += [limit.at for limit in plot.limits if limit.axis == "y"]
        if not xs or not ys or not all(map(math.isfinite, (*xs, *ys))):
            raise ValueError("a figure has at least one point, and its numbers are finite")
        self.tell, self.rtl = tell, rtl
        self.left, self.right = min(xs), max(xs) if max(xs) > min(xs) else min(xs) + 1
        self.low = min(0.0, *ys) if plot.from_zero else min(ys)
        high = plot.most if plot.most is not None else max(ys)
        self.high = high if high > self.low else self.low + 1

    def x(self, value: float) -> float:
        along = (value - self.left) / (self.right - self.left) * (WIDTH - 2 * SIDE)
        return WIDTH - SIDE - along if self.rtl else SIDE + along

    def y(self, value: float) -> float:
        return TOP + (self.high - value) / (self.high - self.low) * (HEIGHT - TOP - FOOT)

    def axes(self, x: str, y: str) -> str:
        parts = []
        side, anchor = (WIDTH - SIDE + 6, "start") if self.rtl else (SIDE - 6, "end")
        for value in ticks(self.low, self.high):
            at = self.y(value)
            parts.append(f'<path class="grid" d="M{SIDE},{at:.1f} H{WIDTH - SIDE}"/>')
            parts.append(f'<text x="{side}" y="{at + 4:.1f}" text-anchor="{anchor}">{escape(self.tell(value))}</text>')
        for value in ticks(self.left, self.right):
            at = self.x(value)
            parts.append(f'<path class="grid" d="M{at:.1f},{HEIGHT - FOOT} v4"/>')
            text = escape(self.tell(value))
            parts.append(f'<text x="{at:.1f}" y="{HEIGHT - FOOT + 17}" text-anchor="middle">{text}</text>')
        middle = f'x="{WIDTH / 2}" y="{HEIGHT - 6}" text-anchor="middle"'
        start = f'x="{WIDTH - 4 if self.rtl else 4}" y="{TOP - 12}" text-anchor="start"'
        return "".join(parts) + f"<text {middle}>{escape(x)}</text><text {start}{self._turned()}>{escape(y)}</text>"

    def band(self, band: Band) -> str:
        there = " L".join(f"{self.x(x):.1f},{self.y(high):.1f}" for x, _, high in band.points)
        back = " L".join(f"{self.x(x):.1f},{self.y(low):.1f}" for x, low, _ in reversed(band.points))
        return f'<path class="band shade{band.shade}" d="M{there} L{back} Z"/>'

    def limit(self, limit: Limit) -> str:
        name = escape(limit.name)
        if limit.axis == "x":
            at = self.x(limit.at)
            line = f'<path class="limit" d="M{at:.1f},{TOP} V{HEIGHT - FOOT}"/>'
            near = self.right - limit.at > limit.at - self.left
            anchor = "start" if near else "end"
            beside = at + (4 if near != self.rtl else -4)
            return f'{line}<text x="{beside:.1f}" y="{TOP + 10}" text-anchor="{anchor}"{self._turned()}>{name}</text>'
        at = self.y(limit.at)
        line = f'<path class="limit" d="M{SIDE},{at:.1f} H{WIDTH - SIDE}"/>'
        end = SIDE + 4 if self.rtl else WIDTH - SIDE - 4
        return f'{line}<text x="{end}" y="{at - 4:.1f}" text-anchor="end"{self._turned()}>{name}</text>'

    def curve(self, curve: Curve, number: int) -> str:
        places = [(self.x(x), self.y(y)) for x, y in curve.points]
        if curve.form == "dots" or len(places) == 1:
            d = " ".join(f"M{x - 3:.1f},{y:.1f} h6 M{x:.1f},{y - 3:.1f} v6" for x, y in places)
            return f'<path class="line" d="{d}"/>'
        if curve.form == "steps":
            d = f"M{places[0][0]:.1f},{places[0][1]:.1f} " + " ".join(f"H{x:.1f} V{y:.1f}" for x, y in places[1:])
        else:
            d = "M" + " L".join(f"{x:.1f},{y:.1f}" for x, y in places)
        return f'<path class="line" stroke-dasharray="{STROKES[number % len(STROKES)]}" d="{d}"/>'

    def key(self, row: int, drawn: str) -> str:
        x = WIDTH - SIDE - 28 if self.rtl else SIDE
        return f'<g transform="translate({x},{HEIGHT + ROW * row + 6})">{drawn}</g>'

    def name(self, row: int, name: str) -> str:
        x = WIDTH - SIDE - 36 if self.rtl else SIDE + 36
        return f'<text x="{x}" y="{HEIGHT + ROW * row + 10}" text-anchor="start"{self._turned()}>{escape(name)}</text>'

    def _turned(self) -> str:
        return ' direction="rtl"' if self.rtl else ""


def _swatch(band: Band) -> str:
    return f'<path class="band shade{band.shade}" d="M0,-5 H28 V5 H0 Z"/>'

"""The chart of a series of figures, made on the server: one line for each source in each capacity, none preferred.

Lines differ by their strokes, marks and numbers, not by colour. Ranges are bars from their least to their most; what
happened over a period is a level from its first day to its last; what is no number stands in the list alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from accord.areas.commitments.figures import FigureLine
from accord.areas.commitments.measures import MEASURES
from accord.areas.commitments.totals import ends_of
from accord.faces.web.written import Written
from accord.world.progress.pages import TrendPoint

WIDTH, HEIGHT, EDGE, TOP = 640, 260, 32, 22
CLEAR = 14
"""How far numbers of lines stand apart at least."""
DASHES = ("", "6 3", "2 3", "9 3 2 3", "12 4", "4 2 1 2")
"""The strokes of lines, one after the other."""


class Point(NamedTuple):
    """A figure that is a number, in the first unit of its subject."""

    since: datetime.date | None
    day: datetime.date
    """Of a figure for a year: its first day; of what happened in it, its last."""
    least: float
    most: float
    yearly: bool = False
    """Whether its source tells the year alone."""


class Line(NamedTuple):
    """What one source tells in one capacity, of one territory and system."""

    first: FigureLine | TrendPoint
    points: tuple[Point, ...]
    level: bool = False
    """Whether each point holds until the next, so that the line goes in steps."""


def lines_of(figures: Sequence[FigureLine]) -> tuple[Line, ...]:
    """The lines of a series, in the order of their first figures; sources that give no number have none."""
    found: dict[tuple[object, ...], list[FigureLine]] = {}
    for row in figures:
        source = row.cite.source
        teller = (row.cite.fact_kind, *((source.document, source.publication) if source else ()))
        found.setdefault((*teller, row.territory, row.system), []).append(row)
    lines = (Line(rows[0], tuple(_points(rows))) for rows in found.values())
    return tuple(line for line in lines if line.points)


def _points(rows: Sequence[FigureLine]) -> list[Point]:
    told = ((row, ends_of(row.subject, row.figure)) for row in rows)
    return [
        Point(*_days(row), float(both[0]), float(both[1]), row.dated.isdecimal())
        for row, both in told
        if both is not None
    ]


def _days(row: FigureLine) -> tuple[datetime.date | None, datetime.date]:
    """The first day of a period, where the figure is of one, and the day at which its mark stands."""
    if not row.dated.isdecimal():
        return row.since, datetime.date.fromisoformat(row.dated)
    year = int(row.dated)
    if MEASURES[row.subject].over_a_period:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return None, datetime.date(year, 1, 1)


def series(w: Written, lines: Sequence[Line]) -> Markup:
    """The chart of figures; time runs in the direction of reading."""
    return drawing(w, lines, told_series(w, lines))


def drawing(w: Written, lines: Sequence[Line], told: str) -> Markup:
    """Lines as a chart, and what it shows in words."""
    points = [point for line in lines for point in line.points]
    first = min(point.since or point.day for point in points)
    last = max(point.day for point in points)
    most = max(point.most for point in points) or 1.0
    plot = _Plot(w.direction == "ltr", first, last, most)
    drawn = Markup("").join(_line(plot, number, line) for number, line in enumerate(lines, start=1))
    return Markup(
        '<svg class="series" role="img" aria-label="{}" viewBox="0 0 {} {}" width="{}" height="{}">{}</svg>'
    ).format(told, WIDTH, HEIGHT, WIDTH, HEIGHT, plot.axes() + drawn)


def told_series(w: Written, lines: Sequence[Line]) -> str:
    """What the chart of figures shows, in words."""
    subject = lines[0].first.subject
    assert subject is not None
    return w.say(
        "portal.series.about",
        subject=w.code("figure-subject", subject),
        unit=w.code("quantity-unit", MEASURES[subject].units[0]),
        **extent(w, lines),
    )


def extent(w: Written, lines: Sequence[Line]) -> dict[str, Any]:
    """How many lines there are, from when to when, between which amounts."""
    points = [point for line in lines for point in line.points]
    first = min(points, key=lambda point: point.since or point.day)
    last = max(points, key=lambda point: point.day)
    return {
        "lines": len(lines),
        "first": _dated(w, first.since or first.day, first),
        "last": _dated(w, last.day, last),
        "least": _short(min(point.least for point in points)),
        "most": _short(max(point.most for point in points)),
    }


def _dated(w: Written, day: datetime.date, point: Point) -> str:
    return w.names.dated(str(day.year) if point.yearly else day.isoformat())


def legend(w: Written, lines: Sequence[Line]) -> Markup:
    """Which line is whose: its number, its stroke, its kind of fact and its source."""
    return keyed(_whose(w, line.first) for line in lines)


def _whose(w: Written, line: FigureLine | TrendPoint) -> Iterator[Markup]:
    assert isinstance(line, FigureLine)
    yield escape(w.code("fact-kind", line.cite.fact_kind))
    if line.cite.source:
        yield w.source(line.cite.source)
    if line.territory:
        yield w.party(line.territory)
    if line.system:
        yield Markup('<bdi lang="">{}</bdi>').format(w.visible(line.system))


def keyed(lines: Iterable[Iterable[Markup]]) -> Markup:
    """Lines with their numbers and strokes, and what belongs to each."""
    rows = Markup("").join(
        Markup(
            '<li><svg class="series" aria-hidden="true" viewBox="0 0 40 10" width="40" height="10">'
            '<path d="M0,5 H40" stroke-dasharray="{}"/></svg> {}</li>'
        ).format(DASHES[number % len(DASHES)], Markup(" · ").join(told))
        for number, told in enumerate(lines)
    )
    return Markup('<ol class="lines">{}</ol>').format(rows)


class _Plot:
    """Where days and amounts stand on the chart."""

    def __init__(self, ltr: bool, first: datetime.date, last: datetime.date, most: float) -> None:
        self.ltr, self.first, self.last, self.most = ltr, first, last, most
        self._numbered: list[tuple[float, float]] = []

    def clear(self, x: float, y: float) -> tuple[float, float]:
        """Where the number of a line stands: as near above its end as it covers no other number, else below."""
        step = -CLEAR
        while any(abs(x - left) < CLEAR and abs(y - top) < CLEAR for left, top in self._numbered):
            if y + step < CLEAR:
                step = CLEAR
            y += step
        self._numbered.append((x, y))
        return x, y

    def x(self, day: datetime.date) -> float:
        """How far from the left a day stands."""
        along = (day - self.first).days / max((self.last - self.first).days, 1) * (WIDTH - 2 * EDGE)
        return EDGE + along if self.ltr else WIDTH - EDGE - along

    def y(self, amount: float) -> float:
        """How far from the top an amount stands."""
        return HEIGHT - EDGE - amount / self.most * (HEIGHT - EDGE - TOP)

    def axes(self) -> Markup:
        """The line of nothing and that of the most, with their amounts; the first and the last year."""
        edge, beside = (EDGE, EDGE - 6) if self.ltr else (WIDTH - EDGE, WIDTH - EDGE + 6)
        starts, ends = ("start", "end") if self.ltr else ("end", "start")
        drawn = '<path class="axis" d="M{},{:.1f} H{}"/><text x="{}" y="{:.1f}" text-anchor="{}">{}</text>'
        top, ground = self.y(self.most), self.y(0.0)
        levels = Markup(drawn).format(  # noqa: S704 - our own
            EDGE, top, WIDTH - EDGE, edge, top - 5, starts, _short(self.most)
        ) + Markup(drawn).format(EDGE, ground, WIDTH - EDGE, beside, ground + 4, ends, 0)  # noqa: S704 - our own
        days = (self.first,) if self.first.year == self.last.year else (self.first, self.last)
        return levels + Markup("").join(
            Markup('<text x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(self.x(day), HEIGHT - 8, day.year)
            for day in days
        )


def _line(plot: _Plot, number: int, line: Line) -> Markup:
    """A line with its marks, bars and number."""
    steps, marks, joined = [], [], "M"
    for point in () if line.level else line.points:
        x, least, most = plot.x(point.day), plot.y(point.least), plot.y(point.most)
        middle = (least + most) / 2
        if point.since is not None:
            marks.append(f"M{plot.x(point.since):.1f},{middle:.1f} H{x:.1f}")
        else:
            steps.append(f"{joined}{x:.1f},{middle:.1f}")
            joined = "L"
            marks.append(f"M{x - 2.5:.1f},{middle:.1f} h5 M{x:.1f},{middle - 2.5:.1f} v5")
        if point.least != point.most:
            marks.append(f"M{x - 4:.1f},{least:.1f} h8 M{x:.1f},{least:.1f} V{most:.1f} M{x - 4:.1f},{most:.1f} h8")
    end = line.points[-1]
    if line.level:
        steps = list(_steps(plot, line.points))
    beside, anchor = (6, "start") if plot.ltr else (-6, "end")
    return Markup(
        '<g><path d="{}" stroke-dasharray="{}"/><path class="marks" d="{}"/>'
        '<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text></g>'
    ).format(
        " ".join(steps) or "M0,0",
        DASHES[(number - 1) % len(DASHES)],
        " ".join(marks),
        *plot.clear(plot.x(end.day) + beside, plot.y((end.least + end.most) / 2) + 4),
        anchor,
        number,
    )


def _steps(plot: _Plot, points: Sequence[Point]) -> Iterator[str]:
    """Levels, joined where one begins on the day on which the one before ends."""
    before = None
    for point in points:
        y = plot.y(point.least)
        start = point.since or point.day
        yield f"V{y:.1f}" if before == start else f"M{plot.x(start):.1f},{y:.1f}"
        yield f"H{plot.x(point.day):.1f}"
        before = point.day


def _short(amount: float) -> str:
    """An amount without trailing noughts."""
    return f"{amount:.3f}".rstrip("0").rstrip(".")

"""The charts of how indicators changed: one for each indicator and subject, one line for each kind of fact and source.

A count is a level from the day on which it came about until the next; a figure is a mark on its day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from markupsafe import Markup, escape

from accord.areas.commitments.figures import FigureLine
from accord.areas.commitments.measures import MEASURES, Subject
from accord.areas.commitments.totals import ends_of
from accord.faces.web.seriescharts import Line, Point, drawing, extent, keyed
from accord.faces.web.written import Written
from accord.world.progress.listed import unit_of
from accord.world.progress.pages import IndicatorPage, TrendPoint

ROOM = 18_000
"""Bytes that the charts of a page take; those of figures beyond are on the pages of their subjects."""
_NONE = Markup("")


class Chart(NamedTuple):
    """The lines of one indicator and subject, and what they show in words."""

    about: str
    subject: Subject | None
    words: str
    svg: Markup
    legend: Markup

    @property
    def size(self) -> int:
        """In bytes."""
        return len(f"{self.words}{self.svg}{self.legend}".encode())


def trends(w: Written, page: IndicatorPage) -> tuple[Chart, ...]:
    """The charts of an element, in the order of its indicators; one whose values all fall on one day has none."""
    charts: dict[tuple[object, ...], dict[tuple[object, ...], list[TrendPoint]]] = {}
    for point in page.trend:
        charts.setdefault((point.indicator, point.subject), {}).setdefault(_whose(point), []).append(point)
    last = page.head.on or max((point.day for point in page.trend), default=None)
    made, room = [], ROOM
    for found in charts.values():
        drawn = tuple(_line(rows, last) for rows in found.values())
        lines = tuple(line for line in drawn if line.points)
        if len({point.day for line in lines for point in line.points}) > 1:
            chart = _chart(w, lines)
            room -= chart.size
            made.append(
                chart if room >= 0 or chart.subject is None else chart._replace(words="", svg=_NONE, legend=_NONE)
            )
    return tuple(made)


def _whose(point: TrendPoint) -> tuple[object, ...]:
    source = point.source
    told = () if source is None else (source.document, source.publication)
    return point.fact_kind, point.instrument, point.prohibition, point.prohibited_where, point.author, *told


def _line(rows: Sequence[TrendPoint], last: datetime.date | None) -> Line:
    return Line(rows[0], tuple(_points(rows, last)), level=all(row.figure is None for row in rows))


def _points(rows: Sequence[TrendPoint], last: datetime.date | None) -> Iterator[Point]:
    for row, after in zip_longest(rows, rows[1:]):
        if row.number_counted is not None:
            number = float(row.number_counted)
            until = last if after is None else after.day
            yield Point(row.day, max(until or row.day, row.day), number, number)
        elif row.subject is not None and row.figure is not None:
            both = ends_of(row.subject, row.figure)
            if both is not None:
                yield Point(None, row.day, float(both[0]), float(both[1]))


def _chart(w: Written, lines: tuple[Line, ...]) -> Chart:
    first = lines[0].first
    assert isinstance(first, TrendPoint)
    about, unit = w.code("indicator", first.indicator), w.code("indicator-unit", unit_of(first.indicator))
    if first.subject is not None:
        about = f"{about} ({w.code('figure-subject', first.subject)})"
        if first.figure is not None:
            unit = w.code("quantity-unit", MEASURES[first.subject].units[0])
    told = "portal.series.about" if any(not line.level for line in lines) else "portal.trend.about"
    words = w.say(told, subject=about, unit=unit, **extent(w, lines))
    return Chart(about, first.subject, words, drawing(w, lines, words), keyed(_told(w, line.first) for line in lines))


def _told(w: Written, line: FigureLine | TrendPoint) -> Iterator[Markup]:
    assert isinstance(line, TrendPoint)
    yield escape(w.code("fact-kind", line.fact_kind))
    if line.instrument:
        yield w.instrument(line.instrument)
    if line.prohibition:
        yield w.thing("prohibition", line.prohibition)
    if line.prohibited_where:
        yield escape(w.code("prohibited-where", line.prohibited_where))
    if line.author:
        yield w.party(line.author)
    if line.source:
        yield w.source(line.source)

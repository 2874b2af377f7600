"""The line of time of an approach, made on the server: a bar for each step and a mark for its deadline.

Drawn only from what the approach itself says: by its days, or, where it names none, by how long its steps take.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from accord.areas.programme.timing import TimeRow
from accord.faces.web.written import Written

WIDTH, ROW, EDGE, FOOT = 640, 40, 12, 26
LONGEST = 70
"""Characters of the name of a step; the whole name stands in its title and in the list of steps."""
LEAST = 3
"""A bar of a step without duration is still seen."""


class Bar(NamedTuple):
    """A step on the line of time: from, to, and its deadline, as numbers on one scale."""

    first: int | None
    last: int | None
    deadline: int | None


def dated(rows: Sequence[TimeRow]) -> bool:
    """Whether the line is one of days; else of units after the beginning."""
    return any(row.begins is not None or row.deadline is not None for row in rows)


def bars(rows: Sequence[TimeRow]) -> tuple[Bar, ...]:
    """The steps on one scale: days by the calendar, or units after the beginning of everything."""
    if dated(rows):
        return tuple(Bar(*(None if d is None else d.toordinal() for d in (r.begins, r.ends, r.deadline))) for r in rows)
    return tuple(Bar(row.starts_after, row.starts_after + row.lasting, None) for row in rows)


def timeline(w: Written, rows: Sequence[TimeRow], unit: str | None) -> Markup:
    """The chart; time runs in the direction of reading."""
    drawn = bars(rows)
    ends = [number for bar in drawn for number in bar if number is not None]
    first, last = min(ends), max(ends)

    def x(number: int) -> float:
        along = (number - first) / max(last - first, 1) * (WIDTH - 2 * EDGE)
        return EDGE + along if w.direction == "ltr" else WIDTH - EDGE - along

    lines = Markup("").join(
        _step(w, row, bar, number * ROW, None if bar.first is None or bar.last is None else (x(bar.first), x(bar.last)),
              None if bar.deadline is None else x(bar.deadline), unit)
        for number, (row, bar) in enumerate(zip(rows, drawn, strict=True))
    )  # fmt: skip
    height = len(rows) * ROW + FOOT
    found = {number: _tick(w, rows, number, unit) for number in (first, last)}
    ticks = Markup("").join(
        Markup('<text class="tick" x="{}" y="{}" text-anchor="{}">{}</text>').format(
            _px(x(number)), height - 6, "start" if number == first else "end", words
        )
        for number, words in found.items()
    )
    axis = Markup('<path class="axis" d="M{},{} H{}"/>').format(EDGE, height - FOOT + 4, WIDTH - EDGE)
    return Markup(
        '<svg class="timeline" role="img" aria-label="{}" viewBox="0 0 {} {}" width="{}" height="{}">{}</svg>'
    ).format("; ".join(told(w, row, unit) for row in rows), WIDTH, height, WIDTH, height, lines + axis + ticks)


def told(w: Written, row: TimeRow, unit: str | None) -> str:
    """A step on the line of time, in words."""
    parts = []
    if row.begins is not None and row.ends is not None:
        parts.append(w.say("view.timeline.days", first=w.names.day(row.begins), last=w.names.day(row.ends)))
    elif unit is not None:
        parts.append(_after(w, row, unit))
    else:
        parts.append(w.say("view.no-date"))
    if row.deadline is not None:
        parts.append(f"{w.label('deadline')}: {w.names.day(row.deadline)}")
    return f"{w.names.text(row.title)}: {', '.join(parts)}"


def _after(w: Written, row: TimeRow, unit: str) -> str:
    first, last = (w.count(unit, number) for number in (row.starts_after, row.starts_after + row.lasting))
    return w.say("view.timeline.units", first=first, last=last)


def _tick(w: Written, rows: Sequence[TimeRow], number: int, unit: str | None) -> str:
    if not dated(rows):
        return w.count(unit or "days", number)
    days = (day for row in rows for day in (row.begins, row.ends, row.deadline) if day is not None)
    return w.names.day(next(day for day in days if day.toordinal() == number))


def _step(
    w: Written,
    row: TimeRow,
    bar: Bar,
    top: int,
    span: tuple[float, float] | None,
    deadline: float | None,
    unit: str | None,
) -> Markup:
    """A step: its name, its bar, the mark of its deadline."""
    # Text runs in the direction of the page, so that its start is at the reader's side in both.
    at = EDGE if w.direction == "ltr" else WIDTH - EDGE
    name = w.names.text(row.title)
    shown = name if len(name) <= LONGEST else name[:LONGEST].rstrip() + "…"
    parts = [Markup('<text x="{}" y="{}" text-anchor="start">{}</text>').format(at, top + 14, w.visible(shown))]
    if span is not None:
        left, right = sorted(span)
        parts.append(
            Markup('<rect x="{}" y="{}" width="{}" height="12"/>').format(
                _px(left), top + 20, _px(max(right - left, LEAST))
            )
        )
    if deadline is not None:
        shape = f"M{_px(deadline)},{top + 17} l6,9 l-6,9 l-6,-9 z"
        parts.append(Markup('<path class="deadline" d="{}"/>').format(shape))
    return Markup("<g><title>{}</title>{}</g>").format(told(w, row, unit), Markup("").join(parts))


def _px(value: float) -> str:
    """A length, to a tenth."""
    return f"{value:.1f}"

"""All elements at one glance: one indicator of each, by kind of fact, and how much more there is to see.

The first of which something is recorded stands for an element, a count before a figure, since figures have several
sources and units; this ranks nothing. Where nothing is recorded of an element, it is unknown.
"""

from __future__ import annotations

import datetime
from itertools import groupby

from msgspec.structs import replace

from accord.areas.parties.cite import Part
from accord.world.progress.counting import FIGURES
from accord.world.progress.known import Known
from accord.world.progress.listed import IndicatorCode
from accord.world.progress.pages import IndicatorRow, indicators

LINES = 6
"""Most rows of one element."""


class ElementGlance(Part, frozen=True):
    """An element: one of its indicators, a row for each kind of fact; of how many others something is recorded."""

    element: str
    headlines: tuple[IndicatorRow, ...]
    """At least one; its value may be unknown, which is not nought."""
    others: int
    others_recorded: int


def glance(known: Known, *, on: datetime.date | None = None) -> tuple[ElementGlance, ...]:
    """Each element that has indicators, in the order of the text; kept until something is recorded."""
    return known.once(f"elements at a glance on {on}", lambda: _glance(known, on))


def _glance(known: Known, on: datetime.date | None) -> tuple[ElementGlance, ...]:
    found = indicators(known, on=on).indicators
    return tuple(_of(element, tuple(rows)) for element, rows in groupby(found, key=lambda row: row.element))


def _of(element: str, rows: tuple[IndicatorRow, ...]) -> ElementGlance:
    by_indicator: dict[IndicatorCode, list[IndicatorRow]] = {}
    for row in rows:
        by_indicator.setdefault(row.indicator, []).append(row)
    first = min(by_indicator.values(), key=_place)[0].indicator
    headlines = _short(by_indicator.pop(first))
    recorded = sum(_recorded(told) for told in by_indicator.values())
    return ElementGlance(
        element=element, headlines=tuple(headlines), others=len(by_indicator), others_recorded=recorded
    )


def _place(rows: list[IndicatorRow]) -> tuple[bool, bool]:
    return not _recorded(rows), rows[0].indicator_unit in (FIGURES, "intervals", "review-actions")


def _short(rows: list[IndicatorRow]) -> list[IndicatorRow]:
    """Of many subjects, how many sources tell of them."""
    if len(rows) <= LINES:
        return rows
    told = replace(rows[0], subject=None, value_known="by-source", number_counted=None, out_of=None, figure=None)
    return [replace(told, source=None, source_count=sum(row.source_count for row in rows))]


def _recorded(rows: list[IndicatorRow]) -> bool:
    return any(row.value_known != "unknown" for row in rows)

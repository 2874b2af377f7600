"""Days on which the body is said to have met, against the days of its meetings."""

from __future__ import annotations

from collections.abc import Iterator

from accord.papers.reading.findings import finding
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding

_AT_MEETINGS = ("dates", "considered-on", "adopted-on", "elected-on")
"""Spans of days on which something happened at a meeting."""


def days(reading: Reading) -> Iterator[Finding]:
    """Days of statements, introductions, elections and adoption that lie in no meeting of the document."""
    held = [_period(day) for meeting in reading.meetings for day in meeting.dates]
    if not held:
        return
    for unit in reading.units:
        for span in unit.spans:
            for day in span.value.split(",") if span.kind in _AT_MEETINGS and span.value else ():
                first, last = _period(day)
                if not any(a <= first and last <= b for a, b in held):
                    yield finding(unit.id, "date-outside", date=day)


def _period(day: str) -> tuple[str, str]:
    """First and last day of an ISO day or period.

    >>> _period("2031-05-12/2031-05-16"), _period("2031-06-23")
    (('2031-05-12', '2031-05-16'), ('2031-06-23', '2031-06-23'))
    """
    first, _, last = day.partition("/")
    return first, last or first

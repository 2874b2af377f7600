"""Deadlines never fire: whether one has passed is computed for the day asked about, or for the record's last moment."""

from __future__ import annotations

import datetime
from typing import Literal

Course = Literal["running", "last-day", "passed"]
_SECOND = 1_000_000


def course(
    until: datetime.date, time: str | None, offset: str | None, on: datetime.date | None, admitted: int
) -> Course:
    """Where a deadline stands on a day; without a day, at a moment (microseconds since 1970).

    A deadline without a time of day ends with its day, in universal time.

    >>> day = datetime.date(2015, 8, 30)
    >>> course(day, "18:00", "+02:00", day, 0), course(day, None, None, datetime.date(2015, 8, 31), 0)
    ('last-day', 'passed')
    >>> at = int(datetime.datetime(2015, 8, 30, 16, 0, tzinfo=datetime.UTC).timestamp()) * 1_000_000
    >>> course(day, "18:00", "+02:00", None, at), course(day, "18:00", "+02:00", None, at + 1)
    ('last-day', 'passed')
    """
    if on is not None:
        return "passed" if on > until else "last-day" if on == until else "running"
    if admitted > end(until, time, offset):
        return "passed"
    return "last-day" if admitted >= end(until - datetime.timedelta(days=1), time, offset) else "running"


def end(until: datetime.date, time: str | None, offset: str | None) -> int:
    """The last moment of a deadline, microseconds since 1970."""
    midnight = (until - datetime.date(1970, 1, 1)).days * 86_400
    if time is None:
        return (midnight + 86_400) * _SECOND - 1
    return (midnight + minutes(time) * 60 - minutes(offset or "+00:00") * 60) * _SECOND


def minutes(clock: str) -> int:
    """A time of day or an offset, in minutes.

    >>> minutes("18:05"), minutes("-03:30")
    (1085, -210)
    """
    sign, digits = (-1 if clock[0] == "-" else 1), clock.lstrip("+-")
    return sign * (int(digits[:2]) * 60 + int(digits[3:]))


def late(
    until: tuple[datetime.date, str | None, str | None],
    at: tuple[datetime.date | None, str | None, str | None],
    admitted: int | None,
) -> bool | None:
    """Whether something came after a deadline; `None` where what is known of its time does not tell.

    Args:
        until: day, time and offset of the deadline.
        at: day, time and offset of what came.
        admitted: when the record admitted it, where the party said it itself.

    >>> day = datetime.date(2015, 8, 30)
    >>> late((day, "18:00", "+00:00"), (day, None, None), None) is None
    True
    >>> late((day, "18:00", "+00:00"), (day, "19:30", "+02:00"), None)
    False
    """
    day, time, offset = at
    if day is None:
        return None if admitted is None else admitted > end(*until)
    if time is not None:
        return end(day, time, offset) > end(*until)
    if until[1] is None or abs((day - until[0]).days) > 1:
        return day > until[0]
    return None

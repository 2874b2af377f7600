"""The digest of a day: what is on, what comes next, what the record gained and what changed in a party's paragraphs.

Which hours it covers is asked for, never read from a clock: a morning and an evening digest are two spans.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left

from accord.areas.meetings.pages import instant
from accord.areas.negotiation.followed import ChangeEvent, changes
from accord.areas.parties.cite import Instant, Missing, Page, head
from accord.world.calendar import DateRow, Known, dates, dates_of
from accord.world.concerns import concerned, subject_of
from accord.world.entries import EntryRow, entry_row

MOST = 200
"""Entries that a digest tells one by one."""
AHEAD = datetime.timedelta(days=7)
"""How far a digest looks ahead."""
_SPAN = re.compile(r"^([01][0-9]|2[0-3]):([0-5][0-9])-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")
_MINUTE = 60_000_000


class DigestPage(Page, frozen=True, tag="digest"):
    """A day of the record, of a body or for a party: what is on, what is ahead, what is new."""

    day: datetime.date
    subject: str
    """As of the page of updates."""
    begins: Instant
    """The digest tells what the record admitted from this moment on."""
    until: Instant
    """And before this one."""
    on_the_day: tuple[DateRow, ...]
    ahead: tuple[DateRow, ...]
    """Of the seven days after it."""
    own_changes: tuple[ChangeEvent, ...]
    """In the paragraphs of a party."""
    entry_count: int
    gained: tuple[EntryRow, ...]
    """What the record gained about it, oldest first; of very many the last ones."""


def digest(
    known: Known, day: str, subject: str = "", hours: str = "00:00-24:00", *, on: datetime.date | None = None
) -> DigestPage:
    """The digest of a day.

    Args:
        subject: a body, a party, a document by its name, or as `updates` takes it; without one, the record.
        hours: from when until when, in universal time; one that ends no later than it begins began the day before.

    Raises:
        Missing: no day, no hours, or the record has no such thing.
    """
    try:
        when = datetime.date.fromisoformat(day)
        after, until = span(when, hours)
    except (ValueError, OverflowError):
        raise Missing("day", f"{day} {hours}".strip()) from None
    name = subject_of(known, subject)
    every = concerned(known)[name]
    first, last = (bisect_left(every, at, key=lambda index: _admitted(known, index)) for at in (after, until))
    shown = every[max(first, last - MOST) : last]
    return DigestPage(
        head=head(known, on),
        day=when,
        subject=name,
        begins=after,
        until=until,
        on_the_day=tuple(row for row in _dates(known, name, on) if row.first <= when <= row.last),
        ahead=tuple(row for row in _dates(known, name, on) if when < row.first <= when + AHEAD),
        own_changes=_changed(known, name, after, until),
        entry_count=last - first,
        gained=tuple(entry_row(known, index) for index in shown),
    )


def span(day: datetime.date, hours: str) -> tuple[int, int]:
    """From when until when a digest tells, microseconds since 1970; the end is not part of it.

    Raises:
        ValueError: no hours. OverflowError: before the calendar begins.

    >>> from datetime import date
    >>> begin, end = span(date(2013, 5, 14), "18:00-08:00")
    >>> (end - begin) // 3_600_000_000
    14
    """
    found = _SPAN.match(hours)
    if found is None:
        raise ValueError(f"{hours!r} are no hours, as 18:00-08:00")
    begins, _, ends = hours.partition("-")
    until = instant(day, "00:00", "+00:00") + _minutes(ends) * _MINUTE
    before = day if _minutes(begins) < _minutes(ends) else day - datetime.timedelta(days=1)
    return instant(before, begins, "+00:00"), until


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def _admitted(known: Known, index: int) -> int:
    entry = known.read(index)
    return known.admitted if entry is None else entry.admitted


def _dates(known: Known, subject: str, on: datetime.date | None) -> tuple[DateRow, ...]:
    """The dates of a body; for a party all that do not ask others; of a document those about it."""
    kind, _, name = subject.partition(":")
    if kind == "body":
        return dates_of(known, name, on)
    every = dates(known, on)
    if kind == "party":
        return tuple(row for row in every if not row.parties or name in row.parties)
    if kind in ("document", "unit"):
        return tuple(row for row in every if row.document == name.partition("#")[0])
    return every if kind == "record" else ()


def _changed(known: Known, subject: str, after: int, until: int) -> tuple[ChangeEvent, ...]:
    kind, _, party = subject.partition(":")
    if kind != "party":
        return ()
    return tuple(event for event in changes(known, party).events if after <= _admitted(known, event.entry) < until)

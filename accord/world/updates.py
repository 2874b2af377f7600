"""What the record gained about something: the entries that count, newest first. What feeds are made of."""

from __future__ import annotations

import datetime
from bisect import bisect_left

from accord.areas.parties.cite import EntryIndex, Missing, Page, head
from accord.world.concerns import Known, concerned, subject_of
from accord.world.entries import EntryRow, entry_row

AT_ONCE = 50
"""Entries on a page, and in a document of a feed."""


class UpdatesPage(Page, frozen=True, tag="updates"):
    """What the record gained about a body, a document, a unit of it, a proposal, a party, or at all: newest first."""

    subject: str
    """`body:AC.281`, `document:A/68/514`, `unit:A/68/514#para-27`, `proposal:AC.281/p-1`, `party:CHE`, or `record`."""
    entry_count: int
    gained: tuple[EntryRow, ...]
    older: EntryIndex | None
    """The page of the entries before this one asks for; `None` if there are none."""


def updates(known: Known, subject: str = "", before: str = "", *, on: datetime.date | None = None) -> UpdatesPage:
    """What the record gained about something; of it the newest entries, or those before an entry.

    Raises:
        Missing: the record has no such thing, or no entry of that number.
    """
    name = subject_of(known, subject)
    if before and not (before.isascii() and before.isdigit() and len(before) < 16):
        raise Missing("entry", before)
    entries = concerned(known)[name]
    end = bisect_left(entries, int(before)) if before else len(entries)
    start = max(0, end - AT_ONCE)
    return UpdatesPage(
        head=head(known, on),
        subject=name,
        entry_count=len(entries),
        gained=tuple(entry_row(known, index) for index in reversed(entries[start:end])),
        older=entries[start] if start else None,
    )

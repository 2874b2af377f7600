"""The first page: what this is, how much the record holds, what was said last."""

from __future__ import annotations

from accord.acts.values import Text
from accord.areas.bodies.pages import BodyCode
from accord.areas.parties.cite import Instant, Page, head
from accord.world.entries import EntryRow, entry_row
from accord.world.pages import Asked

LATEST = 8


class HomePage(Page, frozen=True, tag="home"):
    """What the record holds, and its latest entries."""

    title: Text | None
    body: BodyCode | None
    """The body, where the record has just one: its latest session."""
    sessions: int
    """Of that body; 0 where the record has several bodies or none."""
    size: int
    last_admitted: Instant | None
    without_effect: int
    refused: int
    """Entries that the gate refuses: none in a sound record."""
    missed: int
    """Entries that this copy of the program is too old to understand."""
    bodies: int
    parties: int
    documents: int
    meetings: int
    panels: int
    statements: int
    introductions: int
    entries: tuple[EntryRow, ...]


def home(known: Asked) -> HomePage:
    """The first page of a record."""
    founded = known.parties.tables.founded
    bodies, meetings = known.bodies.tables.bodies, known.meetings.tables
    return HomePage(
        head=head(known, None),
        title=None if founded is None else founded.act.title,
        body=known.bodies.only() or None,
        sessions=len(bodies) if known.bodies.only() else 0,
        size=known.size,
        last_admitted=known.admitted if known.size else None,
        without_effect=len(known.without_effect),
        refused=len(known.refused),
        missed=len(known.missed),
        bodies=len(bodies.keys() - known.bodies.tables.continued.keys()),
        parties=len(known.parties.tables.parties),
        documents=len(known.documents.tables.documents),
        meetings=len(meetings.meetings),
        panels=len(meetings.panels),
        statements=len(meetings.statements),
        introductions=len(meetings.introductions),
        entries=tuple(entry_row(known, index) for index in range(known.size - 1, max(-1, known.size - 1 - LATEST), -1)),
    )

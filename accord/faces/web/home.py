"""The first page: what this is, how much the record holds, what was said last."""

from __future__ import annotations

from accord.acts.values import Text
from accord.acts.vocabulary import name_of
from accord.areas.parties.cite import EntryIndex, Instant, Known, Page, Part, PartyCode, head
from accord.world.pages import Asked

LATEST = 8


class Latest(Part, frozen=True):
    """One of the last entries."""

    entry: EntryIndex
    verb: str
    party: PartyCode
    moment: Instant
    holds: bool


class HomePage(Page, frozen=True, tag="home"):
    """What the record holds, and its latest entries."""

    title: Text | None
    bodies: int
    parties: int
    documents: int
    meetings: int
    panels: int
    statements: int
    introductions: int
    entries: tuple[Latest, ...]


def home(known: Asked) -> HomePage:
    """The first page of a record."""
    founded = known.parties.tables.founded
    meetings = known.meetings.tables
    return HomePage(
        head=head(known, None),
        title=None if founded is None else founded.act.title,
        bodies=len(known.bodies.tables.bodies),
        parties=len(known.parties.tables.parties),
        documents=len(known.documents.tables.documents),
        meetings=len(meetings.meetings),
        panels=len(meetings.panels),
        statements=len(meetings.statements),
        introductions=len(meetings.introductions),
        entries=latest(known),
    )


def latest(known: Known) -> tuple[Latest, ...]:
    """The last entries, the newest first; those that this copy cannot read are left out."""
    found = []
    for index in range(known.size - 1, max(-1, known.size - 1 - LATEST), -1):
        entry = known.read(index)
        if entry is not None:
            found.append(
                Latest(
                    entry=index,
                    verb=name_of(entry.act),
                    party=entry.by,
                    moment=entry.admitted,
                    holds=index not in known.without_effect and index not in known.refused,
                )
            )
    return tuple(found)

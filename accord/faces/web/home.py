"""The first page: what this is, where each element stands, how much the record holds, what was said last."""

from __future__ import annotations

from accord.acts.values import Text
from accord.areas.bodies.pages import BodyCode
from accord.areas.parties.cite import Instant, Page, Part, head
from accord.areas.programme.parts import ElementName, in_source_order, paragraph
from accord.reference.trace import Class
from accord.world.asked import Asked
from accord.world.entries import EntryRow, entry_row
from accord.world.progress.glance import glance
from accord.world.progress.pages import IndicatorRow
from accord.world.tracing import TRACED

LATEST = 8


class ElementAtHome(Part, frozen=True):
    """An element of the programme: what the text did with it, and one of its indicators (A/68/514 ¶¶27-29)."""

    element: ElementName
    name: Text
    para: str
    """The paragraph of A/68/514 that it stands under, as a number; empty of what comes from another source."""
    unit: str | None
    """Its unit in that text."""
    text_class: Class | None
    headlines: tuple[IndicatorRow, ...]
    """A row for each kind of fact; none where it has no indicator."""
    others: int
    """Its other indicators."""
    others_recorded: int
    """Of these, those of which something is recorded."""


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
    proposals: int
    instruments: int
    undertakings: int
    elements: tuple[ElementAtHome, ...]
    """All elements of the record, in the order of the text, which is no hierarchy."""
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
        proposals=len(known.proposals.tables.proposals),
        instruments=len(known.instruments.tables.instruments),
        undertakings=len(known.commitments.tables.undertakings),
        elements=known.once("elements at home", lambda: _elements(known)),
        entries=tuple(entry_row(known, index) for index in range(known.size - 1, max(-1, known.size - 1 - LATEST), -1)),
    )


def _elements(known: Asked) -> tuple[ElementAtHome, ...]:
    recorded = known.programme.tables.elements
    if not recorded:
        return ()
    seen = {one.element: one for one in glance(known)}
    found = []
    for element in sorted(recorded, key=in_source_order):
        act, at = recorded[element].act, seen.get(element)
        _, text_class = paragraph(act.source)
        unit = act.source.place if act.source is not None and act.source.document == TRACED else None
        found.append(
            ElementAtHome(
                element=element,
                name=act.name,
                para="" if unit is None else unit.removeprefix("para-").partition("-")[0],
                unit=unit,
                text_class=text_class,
                headlines=() if at is None else at.headlines,
                others=0 if at is None else at.others,
                others_recorded=0 if at is None else at.others_recorded,
            )
        )
    return tuple(found)

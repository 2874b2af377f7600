"""What is recorded of the commitments of a State: a section of its page, from look-ups alone."""

from __future__ import annotations

import datetime

from accord.acts.values import KindOfFact
from accord.areas.commitments.attributed import (
    DesignationRow,
    DoctrineRow,
    designation_row,
    doctrine_row,
    within,
)
from accord.areas.commitments.figures import FigureLine, figure_line
from accord.areas.commitments.known import Known
from accord.areas.commitments.measures import SUBJECTS, Subject
from accord.areas.commitments.parts import CallRow, UndertakingRow, by_day, call_row, undertaking_row
from accord.areas.commitments.rows import Datum, by, told_from
from accord.areas.parties.cite import Part, Voice


class CommitmentsOfParty(Part, frozen=True):
    """Undertakings, figures, statements on doctrine, names given by others, and calls on a State (¶¶25-33, 40-44)."""

    undertakings: tuple[UndertakingRow, ...]
    undertakings_towards: tuple[UndertakingRow, ...]
    """Undertakings of others that are given to it."""
    figures: tuple[FigureLine, ...]
    """Of each subject and kind of fact what is told of the latest day; the series of each has the rest."""
    doctrine: tuple[DoctrineRow, ...]
    designations: tuple[DesignationRow, ...]
    """What others call it, and what it replied."""
    calls: tuple[CallRow, ...]
    """Calls that name it."""

    def number(self) -> int:
        """How many facts there are."""
        return len(self.voices())

    def voices(self) -> tuple[Voice | None, ...]:
        """Of each fact whether the State said it itself."""
        return tuple(row.cite.voice for name in self.__struct_fields__ for row in getattr(self, name))


def commitments_of(known: Known, party: str, on: datetime.date | None = None) -> CommitmentsOfParty | None:
    """The commitments of a party on a day; `None` where nothing of this is recorded of it."""
    lookups = known.commitment_lookups
    found = CommitmentsOfParty(
        undertakings=tuple(undertaking_row(known, on, fact) for fact in lookups.held_by[party]),
        undertakings_towards=tuple(undertaking_row(known, on, fact) for fact in lookups.given_to[party]),
        figures=tuple(figure_line(known, datum) for datum in latest(known, party, on)),
        doctrine=tuple(doctrine_row(known, on, fact) for fact in lookups.doctrine[party] if by_day(fact.act.on, on)),
        designations=tuple(
            designation_row(known, fact) for fact in lookups.designations[party] if within(fact.act, on)
        ),
        calls=tuple(call_row(known, fact) for fact in lookups.calls_on[party] if by_day(fact.act.on, on)),
    )
    return found if any(getattr(found, name) for name in found.__struct_fields__) else None


def latest(known: Known, party: str, on: datetime.date | None) -> list[Datum]:
    """Of each subject, kind of fact, territory and system the figures of the last day by a day, of every source."""
    found: dict[tuple[Subject, KindOfFact, str, str, str], list[Datum]] = {}
    batches = known.commitments.tables.batches
    for datum in known.commitment_lookups.figures_of[party]:
        row = datum.row
        if by(row, on):
            kind = batches[datum.entry].grounds.kind
            where = (row.party or "", row.territory or "", row.system or "")
            told = found.setdefault((row.subject, kind, *where), [])
            if told and told_from(told[-1].row) < told_from(row):
                told.clear()
            told.append(datum)
    places = sorted(found, key=lambda place: (SUBJECTS.index(place[0]), place[1:]))
    return [datum for place in places for datum in found[place]]

"""How figures are asked about: by subject, each kind of fact and each source apart; and one series with its history."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import Annotated, Literal, get_args

from msgspec import Meta

from accord.acts.entry import Entry
from accord.acts.facts import Fact
from accord.acts.values import KindOfFact, Source, Text
from accord.areas.commitments.acts import RecordFigures, Told
from accord.areas.commitments.known import Known
from accord.areas.commitments.lookups import EVERYBODY
from accord.areas.commitments.measures import MEASURES, SUBJECTS, Subject, Unit
from accord.areas.commitments.rows import Datum, Struck, by, dated, place_of, told_from
from accord.areas.commitments.totals import as_figure, at, ends, first_and_last, total
from accord.areas.parties import pages as parties
from accord.areas.parties.cite import (
    EntryIndex,
    FactCite,
    Missing,
    Page,
    Part,
    PartyCode,
    cite_fact,
    head,
)
from accord.areas.parties.pages import ReplyRow
from accord.areas.parties.rows import listed

Dated = Annotated[str, Meta(extra={"shown": "dated"})]
"""A day, `2013-08-30`; or a year where no day is told, `2013`."""
Computed = Literal["sum-of-one-source"]
"""Sums are computed by Accord, each from the figures of one source and one kind; nothing else is added up."""
Apart = Literal["kinds-stand-apart"]
"""Kinds of fact and sources stand beside each other; none is chosen, none are mixed."""


class SubjectRow(Part, frozen=True):
    """What figures there are about a subject."""

    subject: Subject
    elements: tuple[str, ...]
    """Codes of the elements that it belongs to, by the reading of the editors of this list."""
    figure_count: int
    party_count: int
    fact_kinds: tuple[KindOfFact, ...]
    first_valid: Dated
    last_valid: Dated


class FigureLine(Part, frozen=True):
    """A figure as its source tells it."""

    subject: Subject
    party: PartyCode | None
    """`None`: all States together, as the source counts them."""
    territory: PartyCode | None
    system: str | None
    since: datetime.date | None
    dated: Dated
    figure: Told
    contradicted: bool
    """Another source, or this one in another capacity, tells another figure for the same day."""
    note: Text | None
    cite: FactCite


class TotalRow(Part, frozen=True):
    """The figures of one source and one kind, added up over States."""

    fact_kind: KindOfFact
    source: Source
    figure: Told
    parties_counted: tuple[PartyCode, ...]
    no_number: tuple[PartyCode, ...]
    """States whose figure is no number, and so is not in it."""
    first_valid: Dated
    last_valid: Dated
    """Between these days or years lie the figures that are in it."""


class FiguresPage(Page, frozen=True, tag="figures"):
    """Figures: which subjects there are, or of one subject what each source tells (A/68/514 ¶27 (c), (f), (g), (i))."""

    subject: Subject | None
    unit: Unit | None
    subjects: tuple[SubjectRow, ...]
    figures: Sequence[FigureLine]
    """Of each State and source the figure of the day asked for; of what happens over periods all until then."""
    totals: tuple[TotalRow, ...]
    computed: Computed
    kinds_apart: Apart


class StruckRow(Part, frozen=True):
    """A figure that was taken back."""

    dated: Dated
    figure: Told
    told: EntryIndex
    struck_by: EntryIndex


class FigureChange(Part, frozen=True):
    """One correction of a figure: what it was, and what it is since."""

    dated: Dated
    was: Told
    now: Told
    corrected: EntryIndex
    by_entry: EntryIndex
    by: PartyCode


class FigurePage(Page, frozen=True, tag="figure"):
    """One series: what every source tells of one State and one subject, day by day, with every correction."""

    subject: Subject
    party: PartyCode | None
    unit: Unit
    elements: tuple[str, ...]
    figures: tuple[FigureLine, ...]
    kinds_apart: Apart
    struck: tuple[StruckRow, ...]
    replies: tuple[ReplyRow, ...]
    changes: tuple[FigureChange, ...]


def figure_line(known: Known, datum: Datum) -> FigureLine:
    """A figure."""
    row = datum.row
    return FigureLine(
        subject=row.subject,
        party=row.party,
        territory=row.territory,
        system=row.system,
        since=row.since,
        dated=dated(row),
        figure=row.figure,
        contradicted=contradicted(known, datum),
        note=row.note,
        cite=cited(known, datum),
    )


def cited(known: Known, datum: Datum) -> FactCite:
    """Where a figure comes from."""
    batch = known.commitments.tables.batches[datum.entry]
    fact = Fact(datum.entry, batch.by, batch, datum.corrected)
    return cite_fact(known, fact, datum.row.party)


def contradicted(known: Known, datum: Datum) -> bool:
    """Whether another figure of the same thing for the same day says something else."""
    mine = ends(datum) or datum.row.figure
    return any(
        (ends(other) or other.row.figure) != mine for other in known.commitment_lookups.places[place_of(datum.row)]
    )


def figures(known: Known, figure_subject: str = "", *, on: datetime.date | None = None) -> FiguresPage:
    """The subjects of which there are figures; with a subject, what each source tells of each State for a day.

    Raises:
        Missing: no such subject.
    """
    chosen = next((one for one in SUBJECTS if one == figure_subject), None)
    if figure_subject and chosen is None:
        raise Missing("subject", figure_subject)
    told: list[Datum] = []
    totals: tuple[TotalRow, ...] = ()
    if chosen is not None:
        cells = at(known, known.commitment_lookups.figures[chosen], on)
        told = [datum for of in cells.values() for data in of.values() for datum in data]
        told.sort(key=lambda datum: (datum.row.party or "", told_from(datum.row), datum.first))
        totals = total_rows(known, chosen, on)
    return FiguresPage(
        head=head(known, on),
        subject=chosen,
        unit=None if chosen is None else MEASURES[chosen].units[0],
        subjects=subject_rows(known, on) if chosen is None else (),
        figures=listed(told, partial(figure_line, known)),
        totals=totals,
        computed="sum-of-one-source",
        kinds_apart="kinds-stand-apart",
    )


def subject_rows(known: Known, on: datetime.date | None) -> tuple[SubjectRow, ...]:
    """The subjects of which there are figures by a day."""
    rows = []
    for subject in SUBJECTS:
        data = [datum for datum in known.commitment_lookups.figures[subject] if by(datum.row, on)]
        if data:
            first, last = first_and_last(data)
            kinds = {known.commitments.tables.batches[datum.entry].grounds.kind for datum in data}
            rows.append(
                SubjectRow(
                    subject=subject,
                    elements=MEASURES[subject].paragraphs,
                    figure_count=len(data),
                    party_count=len({datum.row.party for datum in data} - {None}),
                    fact_kinds=tuple(kind for kind in get_args(KindOfFact) if kind in kinds),
                    first_valid=first,
                    last_valid=last,
                )
            )
    return tuple(rows)


def total_rows(known: Known, subject: Subject, on: datetime.date | None) -> tuple[TotalRow, ...]:
    """The sums over States: one for each source in each capacity."""
    rows = []
    for teller, cells in sorted(at(known, known.commitment_lookups.figures[subject], on).items()):
        found = total(subject, cells)
        if found is not None:
            first, last = first_and_last(found.added)
            rows.append(
                TotalRow(
                    fact_kind=teller.kind,
                    source=Source(document=teller.document or None, publication=teller.publication or None),
                    figure=as_figure(found.least, found.most, MEASURES[subject].units[0]),
                    parties_counted=parties_of(found.added),
                    no_number=parties_of(found.no_number),
                    first_valid=first,
                    last_valid=last,
                )
            )
    return tuple(rows)


def parties_of(data: Iterable[Datum]) -> tuple[str, ...]:
    """The States of figures, each once, by their codes."""
    return tuple(sorted({datum.row.party for datum in data if datum.row.party is not None}))


def figure(known: Known, figure_subject: str, party: str = "", *, on: datetime.date | None = None) -> FigurePage:
    """One series of one State, or of all States together; by a day where one is asked for.

    Raises:
        Missing: no such subject or party.
    """
    chosen = next((one for one in SUBJECTS if one == figure_subject), None)
    if chosen is None:
        raise Missing("subject", figure_subject)
    if party:
        parties.entered(known, party)
    series = known.commitment_lookups.series[chosen, party or EVERYBODY]
    data = [datum for datum in series if by(datum.row, on)]
    entries = tuple(dict.fromkeys(entry for datum in data for entry in (*datum.corrected, datum.entry)))
    return FigurePage(
        head=head(known, on),
        subject=chosen,
        party=party or None,
        unit=MEASURES[chosen].units[0],
        elements=MEASURES[chosen].paragraphs,
        figures=tuple(figure_line(known, datum) for datum in data),
        kinds_apart="kinds-stand-apart",
        struck=tuple(struck_row(one) for one in taken_back(known, chosen, party, on)),
        replies=parties.reply_rows(known, entries),
        changes=changes(known, data),
    )


def taken_back(known: Known, subject: Subject, party: str, on: datetime.date | None) -> list[Struck]:
    """The figures of a series that were taken back, in the order of their days."""
    every = (one for rows in known.commitments.tables.struck.values() for one in rows)
    mine = (one for one in every if one.row.subject == subject and (one.row.party or EVERYBODY) == party)
    found = [one for one in mine if by(one.row, on)]
    return sorted(found, key=lambda one: (told_from(one.row), one.told))


def struck_row(one: Struck) -> StruckRow:
    """A figure that was taken back."""
    return StruckRow(dated=dated(one.row), figure=one.row.figure, told=one.told, struck_by=one.entry)


def changes(known: Known, data: Iterable[Datum]) -> tuple[FigureChange, ...]:
    """What each correction of these figures changed, oldest first; those whose entries are not at hand are left out."""
    found = []
    for datum in data:
        for before, after in pairwise((*datum.corrected, datum.entry)):
            old, new = known.read(before), known.read(after)
            if old is None or new is None:
                continue
            was, now = told_of(old, datum), told_of(new, datum)
            found.append(
                FigureChange(dated=dated(datum.row), was=was, now=now, corrected=before, by_entry=after, by=new.by)
            )
    return tuple(sorted(found, key=lambda one: (one.by_entry, one.dated)))


def told_of(entry: Entry[RecordFigures], datum: Datum) -> Told:
    """What an entry told where a figure stands now."""
    return next(row.figure for row in entry.act.figures if place_of(row) == place_of(datum.row))

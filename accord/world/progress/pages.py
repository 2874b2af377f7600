"""How indicators are asked about: all elements at a glance, and one with every fact its values rest on (¶¶27-29)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec.structs import replace

from accord.acts.values import KindOfFact, Source
from accord.areas.commitments.acts import Told
from accord.areas.commitments.figures import Dated
from accord.areas.commitments.measures import Subject
from accord.areas.commitments.rows import Datum
from accord.areas.coverage.rows import ProhibitionCode
from accord.areas.instruments.law import status, status_of
from accord.areas.instruments.periods import Standing
from accord.areas.instruments.rows import InstrumentCode
from accord.areas.parties.cite import FactCite, Missing, Page, Part, PartyCode, cite_fact, head
from accord.world.progress.counting import IndicatorUnit, Needed, Unreduced
from accord.world.progress.joined import conditions
from accord.world.progress.known import Known
from accord.world.progress.listed import INDICATORS, IndicatorCode, Listed, of_element
from accord.world.progress.rests import Line, ProhibitedWhere, Rest, Value, cite_of, source_of
from accord.world.progress.values import steps, values

ValueKnown = Literal["recorded", "by-source", "unknown"]
"""`unknown`: the record has nothing from which it follows, and that is not nought; `by-source`: several sources tell
figures, and the page of the element has each."""
IndicatorNote = Literal["computed-within-kind"]
"""Accord computes each value from facts of one kind; which facts belong to which element is its editors' reading."""


class IndicatorRow(Part, frozen=True):
    """What an indicator of an element comes to, from facts of one kind."""

    element: str
    indicator: IndicatorCode
    instrument: InstrumentCode | None
    subject: Subject | None
    prohibition: ProhibitionCode | None
    prohibited_where: ProhibitedWhere | None
    author: PartyCode | None
    """Of readings of texts: whose they are."""
    fact_kind: KindOfFact | None
    value_known: ValueKnown
    number_counted: int | None
    out_of: int | None
    figure: Told | None
    source: Source | None
    """Of a figure: whose figures it adds up."""
    indicator_unit: IndicatorUnit
    not_counted: int
    """Facts of which it is open whether they count, or that are no number."""
    undated_count: int
    """States of which it is not known whether they had joined by the day asked."""
    source_count: int
    first_valid: Dated | None
    """The days or years from which the facts hold, the first and the last; those not recorded are left out."""
    last_valid: Dated | None


class IndicatorsPage(Page, frozen=True, tag="indicators"):
    """All elements at a glance: their indicators on the day asked, each kind of fact apart (A/68/514 ¶¶27-29)."""

    indicator_note: IndicatorNote
    indicators: tuple[IndicatorRow, ...]


class RestRow(Part, frozen=True):
    """A fact that a value rests on."""

    indicator: IndicatorCode
    instrument: InstrumentCode | None
    subject: Subject | None
    prohibition: ProhibitionCode | None
    prohibited_where: ProhibitedWhere | None
    party: PartyCode | None
    territory: PartyCode | None
    system: str | None
    valid: Dated | None
    figure: Told | None
    is_counted: bool
    cite: FactCite


class AwaitedRow(Part, frozen=True):
    """A State whose consent a condition of entry into force names, and which is not bound on the day asked."""

    indicator: IndicatorCode
    instrument: InstrumentCode
    party: PartyCode
    legal_standing: Standing
    cite: FactCite
    """Of the condition."""


class TrendPoint(Part, frozen=True):
    """From a day on, what an indicator came to, by facts whose day is recorded."""

    indicator: IndicatorCode
    instrument: InstrumentCode | None
    subject: Subject | None
    prohibition: ProhibitionCode | None
    prohibited_where: ProhibitedWhere | None
    author: PartyCode | None
    fact_kind: KindOfFact
    source: Source | None
    day: datetime.date
    number_counted: int | None
    figure: Told | None


class IndicatorPage(Page, frozen=True, tag="indicator"):
    """The indicators of one element: values, every State's facts with their sources, and how they changed."""

    element: str
    indicator_note: IndicatorNote
    indicators: tuple[IndicatorRow, ...]
    awaited: tuple[AwaitedRow, ...]
    rests_on: tuple[RestRow, ...]
    trend: tuple[TrendPoint, ...]


def indicators(known: Known, *, on: datetime.date | None = None) -> IndicatorsPage:
    """All elements at a glance."""
    return IndicatorsPage(
        head=head(known, on),
        indicator_note="computed-within-kind",
        indicators=tuple(row for one in INDICATORS for row in at_a_glance(indicator_rows(known, one, on))),
    )


def indicator(known: Known, element: str, *, on: datetime.date | None = None) -> IndicatorPage:
    """The indicators of one element, by its code.

    Raises:
        Missing: no such element has indicators.
    """
    listed = of_element(element)
    if not listed:
        raise Missing("element", element)
    found = [(one, values(known, one.counts, on)) for one in listed]
    return IndicatorPage(
        head=head(known, on),
        element=element,
        indicator_note="computed-within-kind",
        indicators=tuple(row for one, told in found for row in _rows(known, one, told, on)),
        awaited=tuple(row for one in listed for row in awaited(known, one, on)),
        rests_on=tuple(
            rest_row(known, one, value, rest) for one, told in found for value in told for rest in value.rests
        ),
        trend=tuple(point for one in listed for point in trend(known, one, on)),
    )


def indicator_rows(known: Known, one: Listed, on: datetime.date | None) -> tuple[IndicatorRow, ...]:
    """The values of an indicator, one for each kind of fact; one that is unknown where there is none."""
    return _rows(known, one, values(known, one.counts, on), on)


def _rows(known: Known, one: Listed, found: tuple[Value, ...], on: datetime.date | None) -> tuple[IndicatorRow, ...]:
    return tuple(_row(known, one, value, on) for value in found) or (_unknown(one),)


def _unknown(one: Listed) -> IndicatorRow:
    return IndicatorRow(
        element=one.element,
        indicator=one.indicator,
        instrument=None,
        subject=None,
        prohibition=None,
        prohibited_where=None,
        author=None,
        fact_kind=None,
        value_known="unknown",
        number_counted=None,
        out_of=None,
        figure=None,
        source=None,
        indicator_unit=one.counts.unit,
        not_counted=0,
        undated_count=0,
        source_count=0,
        first_valid=None,
        last_valid=None,
    )


def _row(known: Known, one: Listed, value: Value, on: datetime.date | None) -> IndicatorRow:
    line = value.line
    valid = [rest.valid for rest in value.rests if rest.valid is not None]
    unknown = value.number is None and value.figure is None
    sources = {
        (source.document, source.publication) for source in (source_of(known, rest.ground) for rest in value.rests)
    }
    undated = () if line.instrument is None or on is None else status(known, line.instrument, on).values()
    return IndicatorRow(
        element=one.element,
        indicator=one.indicator,
        instrument=line.instrument,
        subject=line.subject,
        prohibition=line.prohibition,
        prohibited_where=line.where,
        author=line.author,
        fact_kind=line.kind,
        value_known="unknown" if unknown else "recorded",
        number_counted=value.number,
        out_of=value.out_of,
        figure=value.figure,
        source=line.source,
        indicator_unit=one.counts.unit,
        not_counted=0 if isinstance(one.counts, Unreduced) else sum(not rest.counted for rest in value.rests),
        undated_count=sum(held.undated for held in undated),
        source_count=len(sources),
        first_valid=min(valid, default=None),
        last_valid=max(valid, default=None),
    )


def at_a_glance(rows: Iterable[IndicatorRow]) -> Iterator[IndicatorRow]:
    """The rows of an indicator, those that differ only in their source as one row without a value."""
    found: dict[tuple[object, ...], list[IndicatorRow]] = {}
    for row in rows:
        found.setdefault(_place(row), []).append(row)
    for first, *others in found.values():
        if not others:
            yield first
            continue
        every = (first, *others)
        valid = [day for row in every for day in (row.first_valid, row.last_valid) if day is not None]
        yield replace(
            first,
            value_known="by-source",
            number_counted=None,
            figure=None,
            source=None,
            not_counted=sum(row.not_counted for row in every),
            source_count=len(every),
            first_valid=min(valid, default=None),
            last_valid=max(valid, default=None),
        )


def _place(row: IndicatorRow) -> tuple[object, ...]:
    return row.instrument, row.subject, row.prohibition, row.prohibited_where, row.author, row.fact_kind


def rest_row(known: Known, one: Listed, value: Value, rest: Rest) -> RestRow:
    """A fact that a value rests on."""
    ground = rest.ground
    told = ground.row if isinstance(ground, Datum) else None
    return RestRow(
        indicator=one.indicator,
        instrument=rest.instrument or value.line.instrument,
        subject=value.line.subject,
        prohibition=value.line.prohibition,
        prohibited_where=value.line.where,
        party=rest.party,
        territory=None if told is None else told.territory,
        system=None if told is None else told.system,
        valid=rest.valid,
        figure=rest.figure,
        is_counted=rest.counted,
        cite=cite_of(known, rest),
    )


def awaited(known: Known, one: Listed, on: datetime.date | None) -> Iterator[AwaitedRow]:
    """The States that conditions of entry into force wait for."""
    if isinstance(one.counts, Needed):
        name = one.counts.instrument
        for condition in conditions(known, name):
            for party in condition.listed:
                held = status_of(known, name, party, on)
                if held.standing in ("none", "signatory", "withdrawn"):
                    yield AwaitedRow(
                        indicator=one.indicator,
                        instrument=name,
                        party=party,
                        legal_standing=held.standing,
                        cite=cite_fact(known, known.instruments.tables.conditions[name], party),
                    )


def trend(known: Known, one: Listed, on: datetime.date | None) -> tuple[TrendPoint, ...]:
    """What an indicator came to, on each day on which that changed."""
    last: dict[Line, tuple[int | None, Told | None]] = {}
    found = []
    for day, value in steps(known, one.counts, on):
        line = value.line
        if last.get(line) != (value.number, value.figure):
            last[line] = value.number, value.figure
            found.append(
                TrendPoint(
                    indicator=one.indicator,
                    instrument=line.instrument,
                    subject=line.subject,
                    prohibition=line.prohibition,
                    prohibited_where=line.where,
                    author=line.author,
                    fact_kind=line.kind,
                    source=line.source,
                    day=day,
                    number_counted=value.number,
                    figure=value.figure,
                )
            )
    return tuple(found)

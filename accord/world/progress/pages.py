"""How indicators are asked about: all elements at a glance, and one with every fact its values rest on (¶¶27-29)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec.structs import replace

from accord.acts.values import KindOfFact, Source
from accord.areas.commitments.acts import Told
from accord.areas.commitments.measures import Subject
from accord.areas.instruments.law import status
from accord.areas.instruments.rows import InstrumentCode
from accord.areas.parties.cite import FactCite, Missing, Page, Part, PartyCode, head
from accord.world.progress.known import Known
from accord.world.progress.listed import INDICATORS, IndicatorCode, IndicatorUnit, Listed, of_element
from accord.world.progress.values import Rest, Value, cite_of, days, source_of, values

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
    first_valid: datetime.date | None
    """The days from which the facts hold, the first and the last; those that are not recorded are left out."""
    last_valid: datetime.date | None


class IndicatorsPage(Page, frozen=True, tag="indicators"):
    """All elements at a glance: their indicators on the day asked, each kind of fact apart (A/68/514 ¶¶27-29)."""

    indicator_note: IndicatorNote
    indicators: tuple[IndicatorRow, ...]


class RestRow(Part, frozen=True):
    """A fact that a value rests on."""

    indicator: IndicatorCode
    instrument: InstrumentCode | None
    subject: Subject | None
    party: PartyCode | None
    valid: datetime.date | None
    figure: Told | None
    is_counted: bool
    cite: FactCite


class TrendPoint(Part, frozen=True):
    """From a day on, what an indicator came to, by facts whose day is recorded."""

    indicator: IndicatorCode
    instrument: InstrumentCode | None
    subject: Subject | None
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
    found = [(one, value) for one in listed for value in values(known, one.counts, on)]
    return IndicatorPage(
        head=head(known, on),
        element=element,
        indicator_note="computed-within-kind",
        indicators=tuple(row for one in listed for row in indicator_rows(known, one, on)),
        rests_on=tuple(rest_row(known, one, value, rest) for one, value in found for rest in value.rests),
        trend=tuple(point for one in listed for point in trend(known, one, on)),
    )


def indicator_rows(known: Known, one: Listed, on: datetime.date | None) -> tuple[IndicatorRow, ...]:
    """The values of an indicator, one for each kind of fact; one that is unknown where there is none."""
    found = values(known, one.counts, on)
    if not found:
        return (
            IndicatorRow(
                element=one.element,
                indicator=one.indicator,
                instrument=None,
                subject=None,
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
            ),
        )
    return tuple(_row(known, one, value, on) for value in found)


def _row(known: Known, one: Listed, value: Value, on: datetime.date | None) -> IndicatorRow:
    valid = [rest.on for rest in value.rests if rest.on is not None]
    unknown = value.number is None and value.figure is None
    sources = {
        (source.document, source.publication) for source in (source_of(known, rest.ground) for rest in value.rests)
    }
    undated = () if value.instrument is None else status(known, value.instrument, on).values()
    return IndicatorRow(
        element=one.element,
        indicator=one.indicator,
        instrument=value.instrument,
        subject=value.subject,
        fact_kind=value.kind,
        value_known="unknown" if unknown else "recorded",
        number_counted=value.number,
        out_of=value.out_of,
        figure=value.figure,
        source=value.source,
        indicator_unit=one.counts.unit,
        not_counted=sum(not rest.counted for rest in value.rests),
        undated_count=sum(held.undated for held in undated),
        source_count=len(sources),
        first_valid=min(valid, default=None),
        last_valid=max(valid, default=None),
    )


def at_a_glance(rows: Iterable[IndicatorRow]) -> Iterator[IndicatorRow]:
    """The rows of an indicator, those that differ only in their source as one row without a value."""
    found: dict[tuple[object, ...], list[IndicatorRow]] = {}
    for row in rows:
        found.setdefault((row.instrument, row.subject, row.fact_kind), []).append(row)
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


def rest_row(known: Known, one: Listed, value: Value, rest: Rest) -> RestRow:
    """A fact that a value rests on."""
    return RestRow(
        indicator=one.indicator,
        instrument=value.instrument,
        subject=value.subject,
        party=rest.party,
        valid=rest.on,
        figure=rest.figure,
        is_counted=rest.counted,
        cite=cite_of(known, rest),
    )


def trend(known: Known, one: Listed, on: datetime.date | None) -> tuple[TrendPoint, ...]:
    """What an indicator came to, on each day on which that changed."""
    last: dict[tuple[object, ...], tuple[int | None, Told | None]] = {}
    found = []
    for day in days(known, one.counts, on):
        for value in values(known, one.counts, day):
            place = (value.instrument, value.subject, value.kind, value.source)
            if last.get(place) != (value.number, value.figure):
                last[place] = value.number, value.figure
                found.append(
                    TrendPoint(
                        indicator=one.indicator,
                        instrument=value.instrument,
                        subject=value.subject,
                        fact_kind=value.kind,
                        source=value.source,
                        day=day,
                        number_counted=value.number,
                        figure=value.figure,
                    )
                )
    return tuple(found)

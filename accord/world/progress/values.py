"""What an indicator comes to on a day: one value for each kind of fact, never across; none where none is known."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, get_args

from accord.acts.facts import Fact
from accord.acts.values import Grounds, KindOfFact, Source, Withheld
from accord.areas.commitments.acts import RecordUndertaking, StateDoctrine, Told
from accord.areas.commitments.families import PARAGRAPHS
from accord.areas.commitments.figures import cited
from accord.areas.commitments.measures import MEASURES, Subject
from accord.areas.commitments.rows import Datum, told_from
from accord.areas.commitments.standing import of_all
from accord.areas.commitments.totals import as_figure, at, ends, total
from accord.areas.instruments.acts import AllOfStates, RecordStage
from accord.areas.instruments.deeds import Deed
from accord.areas.instruments.law import deeds_of
from accord.areas.instruments.periods import Period, periods
from accord.areas.instruments.rows import RemarkRow, deed_cite, remark_rows
from accord.areas.instruments.stages import day_of, stage_on
from accord.areas.parties.cite import FactCite, cite_fact
from accord.world.progress.known import Known
from accord.world.progress.listed import (
    Answers,
    Bound,
    Counting,
    Figures,
    Needed,
    Statements,
    Undertakings,
    ZoneMembers,
    ZoneProtocols,
    ZoneReservations,
    Zones,
)

Day = datetime.date
Ground = Deed | Datum | RemarkRow | Fact[RecordStage] | Fact[RecordUndertaking] | Fact[StateDoctrine]
"""A recorded fact that a value rests on."""


class Rest(NamedTuple):
    """A fact that a value rests on: of which State, from which day, and whether it is in the number."""

    ground: Ground
    party: str | None
    on: Day | None
    figure: Told | None = None
    counted: bool = True


class Value(NamedTuple):
    """What facts of one kind come to."""

    kind: KindOfFact
    rests: tuple[Rest, ...]
    number: int | None = None
    figure: Told | None = None
    instrument: str | None = None
    subject: Subject | None = None
    source: Source | None = None
    """Of figures: the one source whose figures are added."""
    out_of: int | None = None
    """What the count is a part of, where a text says it."""


def values(known: Known, counts: Counting, on: Day | None) -> tuple[Value, ...]:
    """The values of an indicator on a day; none where the record has nothing."""
    match counts:
        case Undertakings():
            return tuple(_by_kind(known, _undertakings(known, counts, on)))
        case Statements():
            return tuple(_by_kind(known, _statements(known, counts, on)))
        case Figures():
            return tuple(value for subject in counts.subjects for value in _figures(known, subject, on))
        case Answers():
            return tuple(_answers(known, counts, on))
        case Bound():
            return tuple(_bound(known, counts.instrument, on))
        case Needed():
            return tuple(_needed(known, counts.instrument, on))
        case Zones():
            return tuple(_by_kind(known, _zones_begun(known, on)))
        case ZoneMembers():
            return tuple(value for zone in zones(known) for value in _members(known, zone, on))
        case ZoneProtocols():
            return tuple(value for one in _protocols(known) for value in _bound(known, one, on))
        case ZoneReservations():
            return tuple(_by_kind(known, _remarks(known, on)))


def cite_of(known: Known, rest: Rest) -> FactCite:
    """Where a fact that a value rests on comes from."""
    match rest.ground:
        case Deed() as deed:
            return deed_cite(known, deed)
        case Datum() as datum:
            return cited(known, datum)
        case RemarkRow() as remark:
            return remark.cite
        case fact:
            return cite_fact(known, fact, rest.party)


def zones(known: Known) -> tuple[str, ...]:
    """The instruments of zones of States' territories."""
    found = known.instruments.tables.instruments.items()
    return tuple(name for name, fact in found if fact.act.zone is not None and not fact.act.zone.beyond_territories)


def kind_of(known: Known, ground: Ground) -> KindOfFact:
    """Of which kind a fact is."""
    return ground.cite.fact_kind if isinstance(ground, RemarkRow) else _grounds(known, ground).kind


def source_of(known: Known, ground: Ground) -> Source:
    """Where a fact stands."""
    if isinstance(ground, RemarkRow):
        return ground.cite.source or Source()
    return _grounds(known, ground).source


def _grounds(known: Known, ground: Deed | Datum | Fact[Any]) -> Grounds:
    match ground:
        case Deed():
            return ground.grounds
        case Datum():
            return known.commitments.tables.batches[ground.entry].grounds
        case fact:
            grounds: Grounds = fact.act.grounds
            return grounds


def _by_kind(
    known: Known, rests: Iterable[Rest], instrument: str | None = None, out_of: int | None = None
) -> Iterator[Value]:
    """One count for each kind of fact; where it is open of every fact whether it counts, the count is not known."""
    found: dict[KindOfFact, list[Rest]] = {}
    for rest in rests:
        found.setdefault(kind_of(known, rest.ground), []).append(rest)
    for kind in get_args(KindOfFact):
        if kind in found:
            count = sum(rest.counted for rest in found[kind])
            yield Value(kind, tuple(found[kind]), count or None, instrument=instrument, out_of=out_of)


def _undertakings(known: Known, counts: Undertakings, on: Day | None) -> Iterator[Rest]:
    for family in counts.families:
        for fact in known.commitment_lookups.under[PARAGRAPHS[family][0]]:
            act = fact.act
            if act.matter == family and counts.force in (None, act.force):
                holds = of_all(known, fact, on)
                if holds not in ("not-yet", "does-not-hold"):
                    for party in act.holders[:1] if len(act.holders) == 1 else (None,):
                        yield Rest(fact, party, act.since, counted=holds == "holds")


def _statements(known: Known, counts: Statements, on: Day | None) -> Iterator[Rest]:
    for fact in known.commitments.tables.doctrine.values():
        act = fact.act
        made = on is None or act.on is None or act.on <= on
        over = act.until is not None and (on is None or act.until <= on)
        if act.matter in counts.topics and made and not over:
            yield Rest(fact, act.party, act.on, counted=on is None or act.on is not None)


def _figures(known: Known, subject: Subject, on: Day | None) -> Iterator[Value]:
    """The sum over States of each source, or what it tells of all States together where it tells of no State."""
    for teller, cells in sorted(at(known, known.commitment_lookups.figures[subject], on).items()):
        source = Source(document=teller.document or None, publication=teller.publication or None)
        found = total(subject, cells)
        if found is not None:
            rests = (*(_told(d) for d in found.added), *(_told(d, counted=False) for d in found.no_number))
            figure: Told | None = as_figure(found.least, found.most, MEASURES[subject].units[0])
        else:
            data = [datum for told in cells.values() for datum in told]
            whole = [d for d in data if d.row.party is None and not d.row.system and not d.row.territory]
            rests = tuple(_told(d, counted=d in whole) for d in data)
            figure = whole[0].row.figure if len(whole) == 1 else None
        yield Value(teller.kind, rests, figure=figure, subject=subject, source=source)


def _told(datum: Datum, *, counted: bool = True) -> Rest:
    return Rest(datum, datum.row.party, told_from(datum.row)[0], datum.row.figure, counted)


def _answers(known: Known, counts: Answers, on: Day | None) -> Iterator[Value]:
    """States by what they say of themselves: a State that answers both ways is under both."""
    found: dict[str, Rest] = {}
    for subject in counts.subjects:
        for teller, cells in at(known, known.commitment_lookups.figures[subject], on).items():
            if teller.kind == "declared":
                for datum in (datum for data in cells.values() for datum in data[-1:]):
                    given = isinstance(datum.row.figure, Withheld) if counts.withheld else ends(datum) is not None
                    if given and datum.row.party is not None:
                        found.setdefault(datum.row.party, _told(datum))
    if found:
        yield Value("declared", tuple(found.values()), len(found))


def _spans(known: Known, instrument: str) -> dict[str, tuple[Period, ...]]:
    """State → when it is bound."""
    return known.once(
        f"periods of {instrument}",
        lambda: {party: periods(deeds) for party, deeds in deeds_of(known, instrument).items()},
    )


def _consents(known: Known, instrument: str, on: Day | None) -> Iterator[Rest]:
    for party, spans in _spans(known, instrument).items():
        for span in spans[-1:] if on is None else spans:
            if span.holds(on):
                yield Rest(span.by, party, span.by.on)


def _bound(known: Known, instrument: str, on: Day | None) -> Iterator[Value]:
    return _by_kind(known, _consents(known, instrument, on), instrument)


def _needed(known: Known, instrument: str, on: Day | None) -> Iterator[Value]:
    rule = known.instruments.tables.conditions.get(instrument)
    for one in () if rule is None else rule.act.entry_conditions:
        if isinstance(one, AllOfStates):
            rests = (rest for rest in _consents(known, instrument, on) if rest.party in one.listed)
            yield from _by_kind(known, rests, instrument, one.number or len(one.listed))


def _members(known: Known, zone: str, on: Day | None) -> Iterator[Value]:
    fact = known.instruments.tables.instruments[zone]
    stage = stage_on(known.instruments.tables.stages.get(zone, ()), on)
    if fact.act.kind == "declared-status":
        rests = (Rest(stage, party, stage.act.on) for party in fact.act.open_to) if stage is not None else ()
        return _by_kind(known, rests, zone)
    return _bound(known, zone, on)


def _zones_begun(known: Known, on: Day | None) -> Iterator[Rest]:
    tables = known.instruments.tables
    for zone in zones(known):
        stage = stage_on(tables.stages.get(zone, ()), on)
        declared = tables.instruments[zone].act.kind == "declared-status"
        if stage is not None and (stage.act.stage == "in-force" or declared):
            yield Rest(stage, None, stage.act.on)


def _protocols(known: Known) -> Iterator[str]:
    for zone in zones(known):
        for act in known.instrument_lookups.below[zone]:
            if act.act.kind == "protocol":
                yield act.act.instrument


def _remarks(known: Known, on: Day | None) -> Iterator[Rest]:
    for name in (*zones(known), *_protocols(known)):
        for row in remark_rows(known, known.instrument_lookups.reservations[name], on):
            if row.remark_stands:
                yield Rest(row, row.state, row.on)


def days(known: Known, counts: Counting, on: Day | None) -> list[Day]:
    """The days on which an indicator may have changed, up to a day; what has no day is on none."""
    return sorted({day for day in _days(known, counts) if day is not None and (on is None or day <= on)})


def _days(known: Known, counts: Counting) -> Iterator[Day | None]:
    match counts:
        case Undertakings():
            for family in counts.families:
                for fact in known.commitment_lookups.under[PARAGRAPHS[family][0]]:
                    turns = known.commitment_lookups.turns[fact.act.undertaking]
                    yield from (fact.act.since, fact.act.until, *(turn.act.on for turn in turns))
        case Statements():
            for said in known.commitments.tables.doctrine.values():
                yield from (said.act.on, said.act.until)
        case Figures() | Answers():
            for subject in counts.subjects:
                yield from (told_from(datum.row)[0] for datum in known.commitment_lookups.figures[subject])
        case Bound() | Needed():
            yield from _joined(known, counts.instrument)
        case ZoneProtocols():
            for one in _protocols(known):
                yield from _joined(known, one)
        case Zones() | ZoneMembers() | ZoneReservations():
            for zone in zones(known):
                yield from _joined(known, zone)
                yield from (day_of(stage) for stage in known.instruments.tables.stages.get(zone, ()))


def _joined(known: Known, instrument: str) -> Iterator[Day | None]:
    for spans in _spans(known, instrument).values():
        for span in spans:
            yield from (span.since if span.dated else None, span.until)

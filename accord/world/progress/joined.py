"""The States that are bound by instruments and zones, as indicators count them.

When a State is bound, or an instrument is in force for it, is made once for a record of one size as spans of days; any
day is then a comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from accord.areas.instruments.acts import AllOfStates
from accord.areas.instruments.deeds import Deed
from accord.areas.instruments.law import deeds_of, law_of
from accord.areas.instruments.periods import Law, held, in_force_for, periods
from accord.areas.instruments.rows import remark_rows
from accord.areas.instruments.stages import day_of, stage_on
from accord.world.progress.counting import ZoneRemarks
from accord.world.progress.known import Known
from accord.world.progress.rests import Day, Line, Rest, Series, by_kind, fixed, series


class Span(NamedTuple):
    """From a day until before another, something holds for a State."""

    since: Day
    until: Day | None
    lasting: bool
    """Whether it holds by all that is recorded, whatever the day."""
    dated: bool
    rest: Rest

    def holds(self, on: Day | None) -> bool:
        """Whether it holds on a day; without a day, by all that is recorded."""
        return self.lasting if on is None else self.since <= on and (self.until is None or on < self.until)


def bound(known: Known, instrument: str, named: tuple[str, ...] = (), whole: int | None = None) -> Series:
    """The States bound by an instrument, of those named if some are; out of those to which alone it is open, if any."""
    entered = known.instruments.tables.instruments.get(instrument)
    open_to = () if entered is None else entered.act.open_to
    out_of = whole if named else len(open_to) or whole
    line = Line("depositary", instrument)
    spans = [one for one in consents(known, instrument) if not named or one.rest.party in named]
    return series(
        lambda on: by_kind(known, (one.rest for one in spans if one.holds(on)), line, out_of),
        lambda: ends(spans),
    )


def needed(known: Known, instrument: str) -> Iterator[Series]:
    """For each condition that names States: those of them that are bound."""
    for one in conditions(known, instrument):
        yield bound(known, instrument, one.listed, one.number or len(one.listed))


def conditions(known: Known, instrument: str) -> tuple[AllOfStates, ...]:
    """The conditions of entry into force that name States."""
    rule = known.instruments.tables.conditions.get(instrument)
    every = () if rule is None else rule.act.entry_conditions
    return tuple(one for one in every if isinstance(one, AllOfStates))


def ends(spans: Iterable[Span]) -> Iterator[Day | None]:
    """The recorded days on which spans begin and end."""
    for one in spans:
        yield from (one.since if one.dated else None, one.until)


def consents(known: Known, instrument: str) -> tuple[Span, ...]:
    """When States are bound by an instrument."""

    def make() -> Iterator[Span]:
        for party, deeds in deeds_of(known, instrument).items():
            found = periods(deeds)
            for one in found:
                rest = Rest(one.by, party, fixed(one.by.on))
                yield Span(one.since, one.until, one is found[-1] and one.ended_by is None, one.dated, rest)

    return known.once(f"consents to {instrument}", lambda: tuple(make()))


def in_force(known: Known, instrument: str) -> tuple[Span, ...]:
    """When an instrument is in force for States."""

    def make() -> Iterator[Span]:
        law = law_of(known, instrument)
        for party, deeds in deeds_of(known, instrument).items():
            yield from _in_force(party, deeds, law)

    return known.once(f"in force of {instrument}", lambda: tuple(make()))


def _in_force(party: str, deeds: tuple[Deed, ...], law: Law) -> Iterator[Span]:
    """The standing of a State changes on these days alone."""
    spans = periods(deeds)
    days = {day for deed in deeds for day in (deed.day, deed.ends)}
    days |= {day for one in spans for day in (in_force_for(deeds, one, law),) if day is not None}
    days |= {day for day in (law.since, law.until) if day is not None}
    now = held(deeds, law).standing == "party"
    since, by = None, None
    for day in sorted(days):
        found = held(deeds, law, day)
        if found.standing == "party":
            since, by = since or day, by or found.period
        elif since is not None and by is not None:
            yield Span(since, day, lasting=False, dated=by.dated, rest=Rest(by.by, party, fixed(by.by.on)))
            since, by = None, None
    if since is not None and by is not None:
        yield Span(since, None, now, by.dated, Rest(by.by, party, fixed(by.by.on)))


def zones(known: Known) -> tuple[str, ...]:
    """The instruments of zones of States' territories."""
    found = known.instruments.tables.instruments.items()
    return tuple(name for name, fact in found if fact.act.zone is not None and not fact.act.zone.beyond_territories)


def protocols(known: Known) -> tuple[str, ...]:
    """The protocols to them."""
    below = known.instrument_lookups.below
    return tuple(one.act.instrument for zone in zones(known) for one in below[zone] if one.act.kind == "protocol")


def members(known: Known, zone: str) -> Series:
    """The States of a zone: bound by its treaty, or those that declared it, from its first stage on."""
    act = known.instruments.tables.instruments[zone].act
    if act.kind != "declared-status":
        return bound(known, zone)
    stages = known.instruments.tables.stages.get(zone, ())

    def declared(on: Day | None) -> Iterator[Rest]:
        stage = stage_on(stages, on)
        if stage is not None:
            yield from (Rest(stage, party, fixed(stage.act.on)) for party in act.open_to)

    line = Line("depositary", zone)
    return series(lambda on: by_kind(known, declared(on), line), lambda: map(day_of, stages))


def zones_at(known: Known, *, proposed: bool) -> Series:
    """The zones that are in force or declared; or that are proposed or negotiated."""
    tables = known.instruments.tables

    def found(on: Day | None) -> Iterator[Rest]:
        for zone in zones(known):
            stage = stage_on(tables.stages.get(zone, ()), on)
            if stage is not None:
                declared = tables.instruments[zone].act.kind == "declared-status"
                early = stage.act.stage in ("proposed", "under-negotiation")
                if early if proposed else stage.act.stage == "in-force" or (declared and not early):
                    yield Rest(stage, None, fixed(stage.act.on), instrument=zone)

    return series(
        lambda on: by_kind(known, found(on)),
        lambda: (day_of(stage) for zone in zones(known) for stage in tables.stages.get(zone, ())),
    )


def remarks(known: Known, counts: ZoneRemarks) -> Series:
    """What States said about zones and their protocols: that stands on a day, or was withdrawn as a whole by then.

    Of what has no day it is not known whether it had been said.
    """
    about = (*zones(known), *protocols(known))
    every = [row for name in about for row in known.instrument_lookups.reservations[name]]

    def found(on: Day | None) -> Iterator[Rest]:
        for row in remark_rows(known, tuple(every), on):
            if row.remark_stands != counts.withdrawn:
                dated = on is None or row.on is not None
                yield Rest(row, row.state, fixed(row.on), counted=dated, instrument=row.instrument)

    def days() -> Iterator[Day | None]:
        for row in remark_rows(known, tuple(every), None):
            yield from (row.on, *(one.on for one in row.withdrawals))

    return series(lambda on: by_kind(known, found(on)), days)

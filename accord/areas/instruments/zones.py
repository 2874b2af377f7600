"""How zones are asked about: members, protocols, reservations and interpretations; coverage in words (¶27 (h))."""

from __future__ import annotations

import datetime

from accord.acts.values import Text
from accord.areas.instruments.acts import EnterInstrument, LegalStage, Zone
from accord.areas.instruments.known import Known
from accord.areas.instruments.law import deeds_of, is_bound, status, status_of
from accord.areas.instruments.rows import (
    InstrumentCode,
    RemarkRow,
    StandingRow,
    remark_rows,
    standing_row,
)
from accord.areas.instruments.stages import stage_on
from accord.areas.parties.cite import FactCite, Page, Part, PartyCode, cite_fact, head


class ProtocolRow(Part, frozen=True):
    """A protocol to the treaty of a zone: where each State to which it is open stands, and what was said about it."""

    instrument: InstrumentCode
    legal_stage: LegalStage | None
    standings: tuple[StandingRow, ...]
    remarks_made: tuple[RemarkRow, ...]


class ZoneRow(Part, frozen=True):
    """A zone on the day asked: the States bound by its instrument, those that signed only, where it applies."""

    instrument: InstrumentCode
    zone_name: Text
    regions: tuple[Text, ...]
    """Where it applies, in words; no boundary."""
    beyond_territories: bool
    """Whether it is of no State's territory: then who is bound by its instrument is in no zone."""
    legal_stage: LegalStage | None
    since: datetime.date | None
    zone_members: tuple[PartyCode, ...]
    """Bound by its instrument; of a declared status, the States that declared it, from its first stage on."""
    signatories_only: tuple[PartyCode, ...]
    undated_count: int
    protocols: tuple[ProtocolRow, ...]
    remarks_made: tuple[RemarkRow, ...]
    cite: FactCite


class ZonesPage(Page, frozen=True, tag="zones"):
    """The zones: who belongs to each on the day asked, and where States stand towards their protocols."""

    zones: tuple[ZoneRow, ...]


def zones(known: Known, *, on: datetime.date | None = None) -> ZonesPage:
    """The zones, in the order in which they were entered."""
    found = known.instruments.tables.instruments.items()
    rows = tuple(_zone(known, name, fact.act.zone, on) for name, fact in found if fact.act.zone is not None)
    return ZonesPage(head=head(known, on), zones=rows)


def _zone(known: Known, instrument: str, zone: Zone, on: datetime.date | None) -> ZoneRow:
    fact = known.instruments.tables.instruments[instrument]
    lookups = known.instrument_lookups
    found = status(known, instrument, on)
    bound = tuple(party for party, held in found.items() if is_bound(held, on))
    stage = stage_on(known.instruments.tables.stages.get(instrument, ()), on)
    if fact.act.kind == "declared-status" and (on is None or stage is not None):
        bound = fact.act.open_to
    return ZoneRow(
        instrument=instrument,
        zone_name=zone.name,
        regions=zone.regions,
        beyond_territories=zone.beyond_territories,
        legal_stage=None if stage is None else stage.act.stage,
        since=None if stage is None else stage.act.on,
        zone_members=bound,
        signatories_only=tuple(party for party, held in found.items() if held.standing == "signatory"),
        undated_count=sum(held.undated for held in found.values()),
        protocols=tuple(_protocol(known, one.act, on) for one in lookups.below[instrument]),
        remarks_made=remark_rows(known, lookups.reservations[instrument], on),
        cite=cite_fact(known, fact, *fact.act.open_to),
    )


def _protocol(known: Known, entered: EnterInstrument, on: datetime.date | None) -> ProtocolRow:
    name = entered.instrument
    stage = stage_on(known.instruments.tables.stages.get(name, ()), on)
    states = tuple(dict.fromkeys((*entered.open_to, *deeds_of(known, name))))
    return ProtocolRow(
        instrument=name,
        legal_stage=None if stage is None else stage.act.stage,
        standings=tuple(standing_row(known, name, one, status_of(known, name, one, on), on) for one in states),
        remarks_made=remark_rows(known, known.instrument_lookups.reservations[name], on),
    )

"""How instruments are asked about: all of them, and one: what it says, its stage, for whom it holds."""

from __future__ import annotations

import datetime

from accord.acts.facts import Fact
from accord.acts.values import Language, Text
from accord.areas.instruments.acts import InstrumentKind, LegalStage, RecordStage, SummariseArticle
from accord.areas.instruments.deeds import Deed
from accord.areas.instruments.entering import EnteringRow, entering_row
from accord.areas.instruments.known import Known
from accord.areas.instruments.law import entered, status, tally
from accord.areas.instruments.overtime import OverTime, over_time
from accord.areas.instruments.rows import (
    ConflictRow,
    InstrumentCode,
    InstrumentRow,
    RemarkRow,
    StandingRow,
    conflict_rows,
    instrument_row,
    remark_rows,
    shown_on,
    standing_row,
)
from accord.areas.instruments.stages import day_of, stage_on
from accord.areas.instruments.votes import AdoptionVotes, only_voted, votes_on
from accord.areas.parties.cite import (
    Correction,
    FactCite,
    Page,
    Part,
    PartyCode,
    cite_fact,
    head,
    history,
)


class InstrumentsPage(Page, frozen=True, tag="instruments"):
    """The register of instruments of law: the stage of each, and how many States stand how, on the day asked."""

    law: tuple[InstrumentRow, ...]


class DepositaryRow(Part, frozen=True):
    """Where instruments of ratification are deposited."""

    depositary: str
    party: PartyCode | None
    name: Text | None
    city: Text | None


class ZoneOf(Part, frozen=True):
    """Where an instrument applies, in words; no boundary."""

    name: Text
    regions: tuple[Text, ...]


class LegalStageRow(Part, frozen=True):
    """A stage of an instrument and the day from which it was in it."""

    legal_stage: LegalStage
    since: datetime.date | None
    successor: InstrumentCode | None
    note: Text | None
    cite: FactCite


class ArticleRow(Part, frozen=True):
    """An article, summarised or in its own words."""

    provision: str
    summary: Text
    verbatim: bool
    cite: FactCite


class StatusSource(Part, frozen=True):
    """A source of the status: of how many States it tells something that stands."""

    state_count: int
    cite: FactCite


class InstrumentPage(Page, frozen=True, tag="instrument"):
    """An instrument: what it is, its stage, where each State stands on the day asked, and from which sources."""

    instrument: InstrumentCode
    kind: InstrumentKind
    name: Text
    short: Text | None
    symbol: str | None
    """The reference under which it is published."""
    parent: InstrumentCode | None
    opened_on: datetime.date | None
    open_to: tuple[PartyCode, ...]
    authentic: tuple[Language, ...]
    """Of the six languages, those in which its text is authentic; empty where that is not recorded."""
    zone: ZoneOf | None
    cite: FactCite
    legal_stage: LegalStage | None
    signed_count: int
    consented_count: int
    party_count: int | None
    undated_count: int
    depositaries: tuple[DepositaryRow, ...]
    legal_stages: tuple[LegalStageRow, ...]
    conflicts: tuple[ConflictRow, ...]
    standings: tuple[StandingRow, ...]
    adoption_votes: tuple[AdoptionVotes, ...]
    over_time: tuple[OverTime, ...]
    entering: EnteringRow | None
    articles: tuple[ArticleRow, ...]
    remarks_made: tuple[RemarkRow, ...]
    below: tuple[InstrumentRow, ...]
    """Its protocols, or the agreements that follow it."""
    status_sources: tuple[StatusSource, ...]
    history: tuple[Correction, ...]


def instruments(known: Known, *, on: datetime.date | None = None) -> InstrumentsPage:
    """The register of instruments."""
    rows = tuple(instrument_row(known, name, on) for name in known.instruments.tables.instruments)
    return InstrumentsPage(head=head(known, on), law=rows)


def instrument(known: Known, instrument: str, *, on: datetime.date | None = None) -> InstrumentPage:
    """One instrument.

    Raises:
        Missing: no such instrument.
    """
    fact = entered(known, instrument)
    act = fact.act
    lookups = known.instrument_lookups
    stages = known.instruments.tables.stages.get(instrument, ())
    stage = stage_on(stages, on)
    found = tally(known, instrument, on)
    standings = (
        standing_row(known, instrument, party, held, on)
        for party, held in status(known, instrument, on).items()
        if not only_voted(known.instruments.deeds(instrument, party))
    )
    return InstrumentPage(
        head=head(known, on),
        instrument=instrument,
        kind=act.kind,
        name=act.name,
        short=act.short,
        symbol=act.symbol,
        parent=act.parent,
        opened_on=act.opened_on,
        open_to=act.open_to,
        authentic=act.authentic,
        zone=None if act.zone is None else ZoneOf(name=act.zone.name, regions=act.zone.regions),
        cite=cite_fact(known, fact, *act.open_to),
        legal_stage=None if stage is None else stage.act.stage,
        signed_count=found.signed,
        consented_count=found.consented,
        party_count=found.parties,
        undated_count=found.undated,
        depositaries=tuple(
            DepositaryRow(depositary=one.depositary, party=one.party, name=one.name, city=one.city)
            for one in act.depositaries
        ),
        legal_stages=tuple(
            stage_row(known, one) for one in sorted(stages, key=day_of) if on is None or day_of(one) <= on
        ),
        conflicts=conflict_rows(known, instrument, on),
        standings=tuple(row for row in standings if shown_on(row, on)),
        adoption_votes=votes_on(known, instrument, on),
        over_time=over_time(known, instrument, on),
        entering=entering_row(known, instrument, on),
        articles=tuple(article_row(known, one) for one in lookups.articles[instrument]),
        remarks_made=remark_rows(known, lookups.reservations[instrument], on),
        below=tuple(instrument_row(known, one.act.instrument, on) for one in lookups.below[instrument]),
        status_sources=source_rows(known, instrument),
        history=history(known, fact),
    )


def stage_row(known: Known, fact: Fact[RecordStage]) -> LegalStageRow:
    """A stage."""
    act = fact.act
    return LegalStageRow(
        legal_stage=act.stage, since=act.on, successor=act.successor, note=act.note, cite=cite_fact(known, fact)
    )


def article_row(known: Known, fact: Fact[SummariseArticle]) -> ArticleRow:
    """An article."""
    act = fact.act
    return ArticleRow(provision=act.provision, summary=act.summary, verbatim=act.verbatim, cite=cite_fact(known, fact))


def source_rows(known: Known, instrument: str) -> tuple[StatusSource, ...]:
    """The sources of the status, entry by entry."""
    found: dict[int, set[str]] = {}
    told: dict[int, Deed] = {}
    for deeds in known.instrument_lookups.by_instrument[instrument]:
        for deed in deeds:
            found.setdefault(deed.entry, set()).add(deed.party)
            told.setdefault(deed.entry, deed)
    batches = known.instruments.tables.batches
    rows = []
    for entry in sorted(found):
        fact: Fact[object] = Fact(entry, batches[entry].by, told[entry])
        rows.append(StatusSource(state_count=len(found[entry]), cite=cite_fact(known, fact, *found[entry])))
    return tuple(rows)

"""The rows that pages of coverage share: prohibitions, readings, who disputes them."""

from __future__ import annotations

import datetime
from typing import Annotated

from msgspec import Meta

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.coverage.acts import Binds, DisputeReading, NameProhibition, Reach
from accord.areas.coverage.known import Known
from accord.areas.coverage.matrix import Reading
from accord.areas.coverage.rules import reading_key
from accord.areas.instruments.acts import LegalStage
from accord.areas.instruments.rows import InstrumentCode
from accord.areas.instruments.rules import key
from accord.areas.instruments.stages import stage_on
from accord.areas.parties.cite import FactCite, Part, PartyCode, cite_fact

ProhibitionCode = Annotated[str, Meta(extra={"shown": "prohibition"})]
"""A prohibition: faces show its name and lead to its page."""


class ProhibitionRow(Part, frozen=True):
    """A prohibition: by how many instruments, to how many of the States shown, on the day asked."""

    prohibition: ProhibitionCode
    name: Text
    note: Text | None
    instrument_count: int
    """In which somebody reads it, at whatever stage."""
    state_count: int
    """To whom an instrument in force for them prohibits it."""
    added_count: int | None
    """Of the others, those for whom the instrument asked about would add it; `None`: none was asked about."""
    cite: FactCite


class DisputeRow(Part, frozen=True):
    """Who disputes a reading, and in which words."""

    party: PartyCode
    prohibition: ProhibitionCode | None
    text: Text
    verbatim: bool
    on: datetime.date | None
    cite: FactCite


class ReadingRow(Part, frozen=True):
    """What an author reads in a provision: for whom, where, on which condition, disputed by whom."""

    instrument: InstrumentCode
    legal_stage: LegalStage | None
    provision: str
    summary: Text | None
    """Of the provision, or of the article that it is in (`1` of `1.1.a`), where the record has one."""
    author: PartyCode
    prohibits: tuple[ProhibitionCode, ...]
    binds: Binds
    bound_named: tuple[PartyCode, ...]
    reach: Reach
    reach_said: Text | None
    condition: Text | None
    disputes: tuple[DisputeRow, ...]
    cite: FactCite


def reading_row(known: Known, fact: Reading, on: datetime.date | None) -> ReadingRow:
    """A reading."""
    act = fact.act
    stage = stage_on(known.instruments.tables.stages.get(act.instrument, ()), on)
    articles = known.instruments.tables.articles
    whole, _, _ = act.provision.partition(".")
    article = articles.get(key(act.instrument, act.provision)) or articles.get(key(act.instrument, whole))
    return ReadingRow(
        instrument=act.instrument,
        legal_stage=None if stage is None else stage.act.stage,
        provision=act.provision,
        summary=None if article is None else article.act.summary,
        author=act.author,
        prohibits=act.prohibits,
        binds=act.binds,
        bound_named=act.bound_named,
        reach=act.reach,
        reach_said=act.reach_said,
        condition=act.condition,
        disputes=tuple(dispute_row(known, one) for one in disputes_of(known, fact, on)),
        cite=cite_fact(known, fact, act.author),
    )


def disputes_of(known: Known, reading: Reading, on: datetime.date | None) -> tuple[Fact[DisputeReading], ...]:
    """Who disputes a reading by a day."""

    def make() -> dict[str, tuple[Fact[DisputeReading], ...]]:
        found: dict[str, tuple[Fact[DisputeReading], ...]] = {}
        for fact in known.coverage.tables.disputes.values():
            name = reading_key(fact.act)
            found[name] = (*found.get(name, ()), fact)
        return found

    by_reading = known.once("disputes of coverage", make)
    rows = by_reading.get(reading_key(reading.act), ())
    return tuple(one for one in rows if on is None or one.act.on is None or one.act.on <= on)


def dispute_row(known: Known, fact: Fact[DisputeReading]) -> DisputeRow:
    """Who disputes."""
    act = fact.act
    return DisputeRow(
        party=act.party,
        prohibition=act.prohibition,
        text=act.text,
        verbatim=act.verbatim,
        on=act.on,
        cite=cite_fact(known, fact, act.party),
    )


def prohibition_row(
    known: Known, fact: Fact[NameProhibition], instruments: int, states: int, added: int | None
) -> ProhibitionRow:
    """A prohibition, with what was counted of it."""
    act = fact.act
    return ProhibitionRow(
        prohibition=act.prohibition,
        name=act.name,
        note=act.note,
        instrument_count=instruments,
        state_count=states,
        added_count=added,
        cite=cite_fact(known, fact),
    )

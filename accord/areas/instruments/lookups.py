"""What pages look instruments up by: what States did, by instrument and by State; what belongs to an instrument."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact
from accord.acts.index import Index
from accord.acts.view import View, on
from accord.areas.instruments.acts import (
    EnterInstrument,
    MakeReservation,
    RecordStatus,
    StrikeInstrumentFact,
    SummariseArticle,
)
from accord.areas.instruments.deeds import Deed
from accord.areas.instruments.rules import key
from accord.areas.instruments.view import Instruments

Deeds = tuple[Deed, ...]


class InstrumentLookups(View):
    """The look-ups over the tables of instruments."""

    def __init__(self, instruments: Instruments) -> None:
        tables = self._tables = instruments.tables
        self.by_instrument = Index(tables.deeds, lambda deeds: [deeds[0].instrument], _place)
        """What each State did about an instrument, State by State."""
        self.by_party = Index(tables.deeds, lambda deeds: [deeds[0].party], _place)
        """What a State did, instrument by instrument."""
        self.articles = Index(tables.articles, _instrument, _printed)
        self.reservations = Index(tables.reservations, _instrument, _first)
        self.reservations_of = Index(tables.reservations, lambda fact: [fact.act.state], _first)
        """What a State said about instruments."""
        self.below = Index(tables.instruments, _parent, _first)
        """Protocols of an instrument, and agreements that follow a model."""

    @on(EnterInstrument)
    def enter(self, entry: Entry[EnterInstrument]) -> None:
        self.below.touch(entry.act.instrument)

    @on(SummariseArticle)
    def summarise(self, entry: Entry[SummariseArticle]) -> None:
        self.articles.touch(key(entry.act.instrument, entry.act.provision))

    @on(RecordStatus)
    def record_status(self, entry: Entry[RecordStatus]) -> None:
        act = entry.act
        for party in {*(row.party for row in act.deeds), *act.struck}:
            name = key(act.instrument, party)
            self.by_instrument.touch(name)
            self.by_party.touch(name)

    @on(MakeReservation)
    def reserve(self, entry: Entry[MakeReservation]) -> None:
        name = key(entry.act.instrument, entry.act.reservation)
        self.reservations.touch(name)
        self.reservations_of.touch(name)

    @on(StrikeInstrumentFact)
    def strike(self, entry: Entry[StrikeInstrumentFact]) -> None:
        for fact in self.articles[entry.act.instrument]:
            self.articles.touch(key(fact.act.instrument, fact.act.provision))
        for remark in self.reservations[entry.act.instrument]:
            name = key(remark.act.instrument, remark.act.reservation)
            self.reservations.touch(name)
            self.reservations_of.touch(name)


def _place(deeds: Deeds) -> tuple[str, str]:
    return deeds[0].instrument, deeds[0].party


def _first(fact: Fact[Any]) -> int:
    return fact.first


def _printed(fact: Fact[SummariseArticle]) -> tuple[bool, int, int]:
    return fact.act.place is None, fact.act.place or 0, fact.first


def _instrument(fact: Fact[Any]) -> Iterator[str]:
    yield fact.act.instrument


def _parent(fact: Fact[EnterInstrument]) -> Iterator[str]:
    if fact.act.parent is not None:
        yield fact.act.parent

"""What we know of instruments: the register, articles, stages, conditions, what States did and said about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Row, Tables, View, on
from accord.areas.instruments import rules
from accord.areas.instruments.acts import (
    ActionKind,
    EnterInstrument,
    MakeReservation,
    RecordStage,
    RecordStatus,
    SetConditions,
    StrikeInstrumentFact,
    SummariseArticle,
    WithdrawReservation,
)
from accord.areas.instruments.deeds import Deed, deed
from accord.areas.instruments.rules import key
from accord.areas.parties.view import Parties


class Batch(Row, frozen=True):
    """An entry that told rows of the status of an instrument: who said it, of which action."""

    by: str
    instrument: str
    action: ActionKind


class InstrumentTables(Tables):
    """Keyed by the instrument, or by `instrument/article`, `instrument/party`, `instrument/reservation`."""

    instruments: dict[str, Fact[EnterInstrument]] = {}
    articles: dict[str, Fact[SummariseArticle]] = {}
    stages: dict[str, tuple[Fact[RecordStage], ...]] = {}
    conditions: dict[str, Fact[SetConditions]] = {}
    deeds: dict[str, tuple[Deed, ...]] = {}
    """What a State did about an instrument, in the order in which it was told."""
    entries: dict[str, tuple[int, ...]] = {}
    """Every entry that said something of what a State did about an instrument, corrected and struck ones too."""
    batches: dict[int, Batch] = {}
    reservations: dict[str, Fact[MakeReservation]] = {}
    withdrawn: dict[str, tuple[Fact[WithdrawReservation], ...]] = {}


class Instruments(View):
    tables: InstrumentTables

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.tables = InstrumentTables()

    def deeds(self, instrument: str, party: str) -> tuple[Deed, ...]:
        """What a State did about an instrument."""
        return self.tables.deeds.get(key(instrument, party), ())

    def standing(self, instrument: str, entry: int) -> Fact[Any] | None:
        """What stands by an entry about an instrument, other than the status of States."""
        return next((found for found, _ in self._facts(instrument) if found.entry == entry), None)

    def _facts(self, instrument: str) -> Iterator[tuple[Fact[Any], tuple[dict[str, Any], str]]]:
        """Each fact of an instrument that can be struck, with its table and its name there."""
        tables = self.tables
        for stage in tables.stages.get(instrument, ()):
            yield stage, (tables.stages, instrument)
        if instrument in tables.conditions:
            yield tables.conditions[instrument], (tables.conditions, instrument)
        one: dict[str, Fact[Any]]
        for one in (tables.articles, tables.reservations):
            for name, found in one.items():
                if found.act.instrument == instrument:
                    yield found, (one, name)
        for name, several in tables.withdrawn.items():
            for back in several:
                if back.act.instrument == instrument:
                    yield back, (tables.withdrawn, name)

    @on(EnterInstrument, when={1: rules.may_enter})
    def enter(self, entry: Entry[EnterInstrument]) -> None:
        self._keep(self.tables.instruments, entry.act.instrument, entry)

    @on(SummariseArticle, when={1: rules.may_summarise})
    def summarise(self, entry: Entry[SummariseArticle]) -> None:
        self._keep(self.tables.articles, key(entry.act.instrument, entry.act.provision), entry)

    @on(RecordStage, when={1: rules.may_record_stage})
    def stage(self, entry: Entry[RecordStage]) -> None:
        self._add(self.tables.stages, entry.act.instrument, entry)

    @on(SetConditions, when={1: rules.may_set_conditions})
    def set_conditions(self, entry: Entry[SetConditions]) -> None:
        self._keep(self.tables.conditions, entry.act.instrument, entry)

    @on(RecordStatus, when={1: rules.may_record_status})
    def record_status(self, entry: Entry[RecordStatus]) -> None:
        act = entry.act
        tables = self.tables
        tables.batches[entry.index] = Batch(entry.by, act.instrument, act.action)
        corrected: dict[str, tuple[int, ...]] = {}
        for party in dict.fromkeys((*(row.party for row in act.deeds), *act.struck)):
            name = key(act.instrument, party)
            tables.entries[name] = (*tables.entries.get(name, ()), entry.index)
            if act.corrects is not None:
                out = [d for d in tables.deeds[name] if d.entry == act.corrects]
                corrected[party] = (*out[0].corrected, act.corrects)
                _put(tables.deeds, name, tuple(d for d in tables.deeds[name] if d.entry != act.corrects))
        for row in act.deeds:
            name = key(act.instrument, row.party)
            new = deed(entry.index, act.instrument, act.action, row, act.grounds, corrected.get(row.party, ()))
            tables.deeds[name] = (*tables.deeds.get(name, ()), new)

    @on(MakeReservation, when={1: rules.may_make_reservation})
    def make_reservation(self, entry: Entry[MakeReservation]) -> None:
        self._keep(self.tables.reservations, key(entry.act.instrument, entry.act.reservation), entry)

    @on(WithdrawReservation, when={1: rules.may_withdraw_reservation})
    def withdraw_reservation(self, entry: Entry[WithdrawReservation]) -> None:
        self._add(self.tables.withdrawn, key(entry.act.instrument, entry.act.reservation), entry)

    @on(StrikeInstrumentFact, when={1: rules.may_strike})
    def strike(self, entry: Entry[StrikeInstrumentFact]) -> None:
        act = entry.act
        table, name = next(where for found, where in self._facts(act.instrument) if found.entry == act.entry)
        rows = table[name]
        _put(table, name, tuple(one for one in rows if one.entry != act.entry) if isinstance(rows, tuple) else ())
        if table is self.tables.reservations:
            self.tables.withdrawn.pop(name, None)

    @staticmethod
    def _keep(table: dict[str, Fact[Any]], name: str, entry: Entry[Any]) -> None:
        table[name] = fact(entry, table.get(name))

    @staticmethod
    def _add(table: dict[str, tuple[Fact[Any], ...]], name: str, entry: Entry[Any]) -> None:
        """One more of several facts; a correction takes the place of the one it corrects."""
        rows = table.get(name, ())
        old = next((row for row in rows if row.entry == entry.act.corrects), None)
        table[name] = (*(row for row in rows if row is not old), fact(entry, old))


def _put(table: dict[str, Any], name: str, rows: tuple[Any, ...]) -> None:
    """Rows under a name, or no name where there are no rows."""
    if rows:
        table[name] = rows
    else:
        del table[name]

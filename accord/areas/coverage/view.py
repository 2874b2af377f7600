"""What we know of coverage: prohibitions, who reads them in which provision, who disputes it, developments of law."""

from __future__ import annotations

from typing import Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Tables, View, on
from accord.areas.coverage import rules
from accord.areas.coverage.acts import (
    DisputeReading,
    MapProhibition,
    NameProhibition,
    RecordDevelopment,
    Strikable,
    StrikeCoverage,
)
from accord.areas.instruments.view import Instruments
from accord.areas.parties.view import Parties


class CoverageTables(Tables):
    prohibitions: dict[str, Fact[NameProhibition]] = {}
    readings: dict[str, Fact[MapProhibition]] = {}
    """Keyed by `instrument/provision author`."""
    disputes: dict[str, Fact[DisputeReading]] = {}
    """Keyed by the reading, the party and the prohibition."""
    developments: dict[str, Fact[RecordDevelopment]] = {}


class Coverage(View):
    tables: CoverageTables

    def __init__(self, parties: Parties, instruments: Instruments) -> None:
        self.parties = parties
        self.instruments = instruments
        self.tables = CoverageTables()

    def standing(self, of: Strikable, entry: int) -> tuple[str, Fact[Any] | None]:
        """What stands by an entry, and its key."""
        return next(((name, row) for name, row in self._table(of).items() if row.entry == entry), ("", None))

    def _table(self, of: Strikable) -> dict[str, Fact[Any]]:
        tables = self.tables
        found: dict[Strikable, dict[str, Fact[Any]]] = {
            "reading": tables.readings,
            "dispute": tables.disputes,
            "development": tables.developments,
        }
        return found[of]

    @on(NameProhibition, when={1: rules.may_name})
    def name(self, entry: Entry[NameProhibition]) -> None:
        self._keep(self.tables.prohibitions, entry.act.prohibition, entry)

    @on(MapProhibition, when={1: rules.may_map})
    def map(self, entry: Entry[MapProhibition]) -> None:
        self._keep(self.tables.readings, rules.reading_key(entry.act), entry)

    @on(DisputeReading, when={1: rules.may_dispute})
    def dispute(self, entry: Entry[DisputeReading]) -> None:
        self._keep(self.tables.disputes, rules.dispute_key(entry.act), entry)

    @on(RecordDevelopment, when={1: rules.may_record_development})
    def develop(self, entry: Entry[RecordDevelopment]) -> None:
        self._keep(self.tables.developments, entry.act.development, entry)

    @on(StrikeCoverage, when={1: rules.may_strike})
    def strike(self, entry: Entry[StrikeCoverage]) -> None:
        name, _ = self.standing(entry.act.strikable, entry.act.entry)
        del self._table(entry.act.strikable)[name]
        if entry.act.strikable == "reading":
            for other in [one for one, row in self.tables.disputes.items() if rules.reading_key(row.act) == name]:
                del self.tables.disputes[other]

    @staticmethod
    def _keep(table: dict[str, Fact[Any]], name: str, entry: Entry[Any]) -> None:
        table[name] = fact(entry, table.get(name))

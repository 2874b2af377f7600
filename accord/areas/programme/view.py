"""What we know of elements and approaches: who tabled, classified, mapped and supports them, and what became them."""

from __future__ import annotations

from typing import Any

import msgspec

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Tables, View, on
from accord.areas.bodies.view import Bodies
from accord.areas.parties.view import Parties
from accord.areas.programme import rules
from accord.areas.programme.acts import (
    ClassifyElement,
    DeclareSupport,
    MapApproach,
    RelateIssue,
    TableApproach,
    TableElement,
    TraceElement,
    UntraceElement,
    WithdrawSupport,
)
from accord.areas.programme.rows import Support
from accord.areas.proposals.view import Proposals


class ProgrammeTables(Tables):
    elements: dict[str, Fact[TableElement]] = {}
    classifications: dict[str, dict[str, Fact[ClassifyElement]]] = {}
    """Element → author → classification."""
    issues: dict[str, Fact[RelateIssue]] = {}
    approaches: dict[str, Fact[TableApproach]] = {}
    mappings: dict[str, dict[str, Fact[MapApproach]]] = {}
    """Approach → author → mapping."""
    supports: dict[str, dict[str, tuple[Support, ...]]] = {}
    """What is supported (`element 27-a`) → party → each time that it did, in the order recorded."""
    traces: dict[str, Fact[TraceElement]] = {}
    """Element, proposal and author (`27-a AC.1/p-1 ST-A`) → link."""


class Programme(View):
    tables: ProgrammeTables

    def __init__(self, parties: Parties, bodies: Bodies, proposals: Proposals) -> None:
        self.parties = parties
        self.bodies = bodies
        self.proposals = proposals
        self.tables = ProgrammeTables()

    def parts(self, element: str) -> tuple[str, ...]:
        """The elements that are parts of one, in the order recorded."""
        return tuple(label for label, fact in self.tables.elements.items() if fact.act.part_of == element)

    def readings(self, approach: str) -> dict[str, Fact[MapApproach]]:
        """The mappings of an approach that name elements, by author."""
        return {author: said for author, said in self.tables.mappings.get(approach, {}).items() if said.act.elements}

    @on(TableElement, when={1: rules.may_table_element})
    def table_element(self, entry: Entry[TableElement]) -> None:
        self._keep(self.tables.elements, entry.act.element, entry)

    @on(ClassifyElement, when={1: rules.may_classify})
    def classify(self, entry: Entry[ClassifyElement]) -> None:
        self._keep(self.tables.classifications.setdefault(entry.act.element, {}), entry.act.author, entry)

    @on(RelateIssue, when={1: rules.may_relate})
    def relate(self, entry: Entry[RelateIssue]) -> None:
        self._keep(self.tables.issues, entry.act.issue, entry)

    @on(TableApproach, when={1: rules.may_table_approach})
    def table_approach(self, entry: Entry[TableApproach]) -> None:
        self._keep(self.tables.approaches, entry.act.approach, entry)

    @on(MapApproach, when={1: rules.may_map})
    def map(self, entry: Entry[MapApproach]) -> None:
        self._keep(self.tables.mappings.setdefault(entry.act.approach, {}), entry.act.author, entry)

    @on(DeclareSupport, when={1: rules.may_declare})
    def declare(self, entry: Entry[DeclareSupport]) -> None:
        parties = self.tables.supports.setdefault(rules.target(entry.act), {})
        before = parties.get(entry.act.party, ())
        standing = before[-1].said if before and before[-1].ended is None else None
        kept = before if standing is None else before[:-1]
        parties[entry.act.party] = (*kept, Support(fact(entry, standing)))

    @on(WithdrawSupport, when={1: rules.may_withdraw_support})
    def withdraw(self, entry: Entry[WithdrawSupport]) -> None:
        parties = self.tables.supports[rules.target(entry.act)]
        *before, last = parties[entry.act.party]
        ended = msgspec.structs.replace(last, ended=entry.index, until=entry.act.on)
        parties[entry.act.party] = (*before, ended)

    @on(TraceElement, when={1: rules.may_trace})
    def trace(self, entry: Entry[TraceElement]) -> None:
        self._keep(self.tables.traces, rules.trace(entry.act), entry)

    @on(UntraceElement, when={1: rules.may_untrace})
    def untrace(self, entry: Entry[UntraceElement]) -> None:
        del self.tables.traces[rules.trace(entry.act)]

    @staticmethod
    def _keep(table: dict[str, Fact[Any]], name: str, entry: Entry[Any]) -> None:
        table[name] = fact(entry, table.get(name))

"""What we know of texts: units by document and language, patterns of lists, consideration, adoption."""

from __future__ import annotations

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Tables, View, on
from accord.areas.bodies.view import Bodies
from accord.areas.documents.view import Documents
from accord.areas.drafting import rules
from accord.areas.drafting.acts import AdoptReport, ConsiderReport, RecordPattern, RecordUnit, StrikeText
from accord.areas.drafting.rules import pattern_key, struck_key, unit_key
from accord.areas.meetings.view import Meetings
from accord.areas.parties.view import Parties


class DraftingTables(Tables):
    units: dict[str, dict[str, Fact[RecordUnit]]] = {}
    """Document → language/unit → text unit."""
    patterns: dict[str, dict[str, Fact[RecordPattern]]] = {}
    considerations: dict[str, Fact[ConsiderReport]] = {}
    adoptions: dict[str, Fact[AdoptReport]] = {}


class Drafting(View):
    tables: DraftingTables

    def __init__(self, parties: Parties, bodies: Bodies, documents: Documents, meetings: Meetings) -> None:
        self.parties = parties
        self.bodies = bodies
        self.documents = documents
        self.meetings = meetings
        self.tables = DraftingTables()

    def units(self, document: str, language: str) -> list[Fact[RecordUnit]]:
        """The units of a document in a language, in the document's order."""
        found = (f for f in self.tables.units.get(document, {}).values() if f.act.language == language)
        return sorted(found, key=lambda f: (f.act.place, f.entry))

    @on(RecordUnit, when={1: rules.may_record_unit})
    def record_unit(self, entry: Entry[RecordUnit]) -> None:
        act = entry.act
        units = self.tables.units.setdefault(act.document, {})
        units[unit_key(act)] = fact(entry, units.get(unit_key(act)))

    @on(RecordPattern, when={1: rules.may_record_pattern})
    def record_pattern(self, entry: Entry[RecordPattern]) -> None:
        act = entry.act
        patterns = self.tables.patterns.setdefault(act.document, {})
        patterns[pattern_key(act)] = fact(entry, patterns.get(pattern_key(act)))

    @on(StrikeText, when={1: rules.may_strike_text})
    def strike_text(self, entry: Entry[StrikeText]) -> None:
        act = entry.act
        if act.of is None:
            del self.tables.units[act.document][unit_key(act)]
        else:
            del self.tables.patterns[act.document][struck_key(act)]

    @on(ConsiderReport, when={1: rules.may_consider})
    def consider(self, entry: Entry[ConsiderReport]) -> None:
        act = entry.act
        self.tables.considerations[act.body] = fact(entry, self.tables.considerations.get(act.body))

    @on(AdoptReport, when={1: rules.may_adopt})
    def adopt(self, entry: Entry[AdoptReport]) -> None:
        act = entry.act
        self.tables.adoptions[act.body] = fact(entry, self.tables.adoptions.get(act.body))

"""What we know of commitments: undertakings and what became of them, figures, doctrine, names, calls."""

from __future__ import annotations

from typing import Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Tables, View, on
from accord.areas.commitments import rules
from accord.areas.commitments.acts import (
    AssessImplementation,
    AttributeDesignation,
    Origin,
    RecordCall,
    RecordFigures,
    RecordUndertaking,
    StateDoctrine,
    StrikeCommitment,
    TurnUndertaking,
)
from accord.areas.commitments.rows import Batch, Datum, Struck, name_of, place_of
from accord.areas.parties.view import Parties
from accord.areas.programme.view import Programme

REGISTERS = ("undertakings", "turns", "assessments", "doctrine", "designations", "calls")
"""Tables of facts that may be taken back as a whole; figures are corrected instead."""


class CommitmentTables(Tables):
    """Keyed by label; turns and assessments by `undertaking:label`, figures by the name that `rows.name_of` gives."""

    undertakings: dict[str, Fact[RecordUndertaking]] = {}
    turns: dict[str, Fact[TurnUndertaking]] = {}
    assessments: dict[str, Fact[AssessImplementation]] = {}
    batches: dict[int, Batch] = {}
    """By entry, of those that told figures."""
    figures: dict[str, Datum] = {}
    struck: dict[str, tuple[Struck, ...]] = {}
    doctrine: dict[str, Fact[StateDoctrine]] = {}
    designations: dict[str, Fact[AttributeDesignation]] = {}
    """By `party:designation:author`, and of whom."""
    calls: dict[str, Fact[RecordCall]] = {}
    taken_back: dict[int, tuple[str, str]] = {}
    """Entry → the register in which it stood, and its name there."""


class Commitments(View):
    tables: CommitmentTables

    def __init__(self, parties: Parties, programme: Programme) -> None:
        self.parties = parties
        self.programme = programme
        self.tables = CommitmentTables()

    # What rules and pages look up.

    @staticmethod
    def within(undertaking: str, label: str) -> str:
        """The name of a turn or an assessment: labels hold no colon."""
        return f"{undertaking}:{label}"

    @staticmethod
    def designation(act: AttributeDesignation) -> str:
        """The name of what an author calls a State."""
        return ":".join((act.party, act.designation, act.author, act.whose or ""))

    def of_origin(self, origin: Origin) -> str | None:
        """The undertaking that is this action of a review, if one is recorded."""
        facts = self.tables.undertakings.items()
        return next((label for label, undertaken in facts if undertaken.act.origin == origin), None)

    def standing(self, entry: int) -> tuple[str, str] | None:
        """The register in which a fact of this entry stands, and its name there."""
        for register in REGISTERS:
            for name, told in self.register(register).items():
                if told.entry == entry:
                    return register, name
        return None

    def register(self, name: str) -> dict[str, Fact[Any]]:
        """The table of this name."""
        table: dict[str, Fact[Any]] = getattr(self.tables, name)
        return table

    def rests_on(self, undertaking: str) -> bool:
        """Whether turns, assessments or calls are recorded of an undertaking."""
        tables = self.tables
        others: tuple[Any, ...] = (tables.turns, tables.assessments, tables.calls)
        return any(told.act.undertaking == undertaking for table in others for told in table.values())

    # Undertakings.

    @on(RecordUndertaking, when={1: rules.may_undertake})
    def undertake(self, entry: Entry[RecordUndertaking]) -> None:
        self._keep(self.tables.undertakings, entry.act.undertaking, entry)

    @on(TurnUndertaking, when={1: rules.may_turn})
    def turn(self, entry: Entry[TurnUndertaking]) -> None:
        self._keep(self.tables.turns, self.within(entry.act.undertaking, entry.act.step), entry)

    @on(AssessImplementation, when={1: rules.may_assess})
    def assess(self, entry: Entry[AssessImplementation]) -> None:
        self._keep(self.tables.assessments, self.within(entry.act.undertaking, entry.act.assessment), entry)

    # Figures.

    @on(RecordFigures, when={1: rules.may_tell})
    def tell(self, entry: Entry[RecordFigures]) -> None:
        act, figures = entry.act, self.tables.figures
        before = {} if act.corrects is None else self._take_out(act.corrects, act)
        names = []
        for row in act.figures:
            name = name_of(row, act.grounds)
            old = before.pop(place_of(row), None)
            corrected = () if old is None else (*old.corrected, old.entry)
            figures[name] = Datum(entry.index, row, corrected)
            names.append(name)
        self.tables.batches[entry.index] = Batch(entry.index, entry.by, act.grounds, tuple(names))
        for old in before.values():
            name = name_of(old.row, self.tables.batches[old.entry].grounds)
            gone = Struck(entry.index, old.entry, old.row)
            self.tables.struck[name] = (*self.tables.struck.get(name, ()), gone)

    def _take_out(self, corrects: int, act: RecordFigures) -> dict[tuple[Any, ...], Datum]:
        """Takes the rows that a correction strikes or gives anew out of their batch: by what they are figures of."""
        tables = self.tables
        batch = tables.batches[corrects]
        again = {name_of(row, act.grounds) for row in act.figures} & set(batch.figures)
        names = {name_of(row, batch.grounds) for row in act.struck} | again
        left = tuple(name for name in batch.figures if name not in names)
        tables.batches[corrects] = Batch(batch.entry, batch.by, batch.grounds, left)
        taken = (tables.figures.pop(name) for name in batch.figures if name in names)
        return {place_of(datum.row): datum for datum in taken}

    # Doctrine, names, calls.

    @on(StateDoctrine, when={1: rules.may_state})
    def state(self, entry: Entry[StateDoctrine]) -> None:
        self._keep(self.tables.doctrine, entry.act.statement, entry)

    @on(AttributeDesignation, when={1: rules.may_attribute})
    def attribute(self, entry: Entry[AttributeDesignation]) -> None:
        self._keep(self.tables.designations, self.designation(entry.act), entry)

    @on(RecordCall, when={1: rules.may_call})
    def call(self, entry: Entry[RecordCall]) -> None:
        self._keep(self.tables.calls, entry.act.call, entry)

    @on(StrikeCommitment, when={1: rules.may_strike})
    def strike(self, entry: Entry[StrikeCommitment]) -> None:
        found = self.standing(entry.act.entry)
        assert found is not None
        register, name = found
        del self.register(register)[name]
        self.tables.taken_back[entry.act.entry] = found

    @staticmethod
    def _keep(table: dict[str, Fact[Any]], name: str, entry: Entry[Any]) -> None:
        table[name] = fact(entry, table.get(name))

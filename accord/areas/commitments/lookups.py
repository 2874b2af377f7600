"""What pages look commitments up by: their parties, their undertaking, their element; figures by subject and State."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact
from accord.acts.index import Index
from accord.acts.view import View, on
from accord.areas.commitments.acts import (
    Actor,
    AssessImplementation,
    AttributeDesignation,
    RecordCall,
    RecordFigures,
    RecordUndertaking,
    StateDoctrine,
    StrikeCommitment,
    TurnUndertaking,
)
from accord.areas.commitments.families import PARAGRAPHS
from accord.areas.commitments.rows import Datum, name_of, place_of, span, told_from
from accord.areas.commitments.view import Commitments

EVERYBODY = ""
"""Stands for all States together, where figures are looked up by State."""


class CommitmentLookups(View):
    """The look-ups over the registers of commitments, facts in the order of their days."""

    def __init__(self, commitments: Commitments) -> None:
        self._commitments = commitments
        tables = commitments.tables
        self.held_by = Index(tables.undertakings, lambda fact: fact.act.holders, _first)
        self.given_to = Index(tables.undertakings, lambda fact: fact.act.beneficiaries, _first)
        self.under = Index(tables.undertakings, _elements, _first)
        """Undertakings under the elements that their matter belongs to."""
        self.reviewed = Index(tables.undertakings, _reviewed, _first)
        """Actions of reviews under the actor to whom they are addressed."""
        self.turns = Index(tables.turns, _undertaking, _by_day)
        self.assessments = Index(tables.assessments, _undertaking, _by_day)
        self.calls_for = Index(tables.calls, _undertaking, _by_day)
        self.calls_about = Index(tables.calls, lambda fact: [fact.act.element], _by_day)
        """Under the code of the element."""
        self.calls_of = Index(tables.calls, lambda fact: [fact.act.actor], _by_day)
        """Under the actor that is called on."""
        self.calls_on = Index(tables.calls, lambda fact: fact.act.called, _by_day)
        """Under each party that the source names."""
        self.figures = Index(tables.figures, lambda datum: [datum.row.subject], _in_time)
        self.series = Index(tables.figures, lambda datum: [(datum.row.subject, datum.row.party or EVERYBODY)], _in_time)
        """Under the subject and the State."""
        self.places = Index(tables.figures, lambda datum: [place_of(datum.row)], _in_time)
        """Under what they are figures of: who tells otherwise of the same stands beside."""
        self.figures_of = Index(tables.figures, _states, _in_time)
        self.doctrine = Index(tables.doctrine, lambda fact: [fact.act.party], _by_day)
        self.designations = Index(tables.designations, lambda fact: [fact.act.party], _first)
        self._of: dict[str, tuple[Index[str, Any, Any], ...]] = {
            "undertakings": (self.held_by, self.given_to, self.under, self.reviewed),
            "turns": (self.turns,),
            "assessments": (self.assessments,),
            "doctrine": (self.doctrine,),
            "designations": (self.designations,),
            "calls": (self.calls_for, self.calls_about, self.calls_of, self.calls_on),
        }
        """Register → the look-ups over it."""

    @on(RecordUndertaking)
    def undertake(self, entry: Entry[RecordUndertaking]) -> None:
        self._touch("undertakings", entry.act.undertaking)

    @on(TurnUndertaking)
    def turn(self, entry: Entry[TurnUndertaking]) -> None:
        self._touch("turns", Commitments.within(entry.act.undertaking, entry.act.step))

    @on(AssessImplementation)
    def assess(self, entry: Entry[AssessImplementation]) -> None:
        self._touch("assessments", Commitments.within(entry.act.undertaking, entry.act.assessment))

    @on(StateDoctrine)
    def state(self, entry: Entry[StateDoctrine]) -> None:
        self._touch("doctrine", entry.act.statement)

    @on(AttributeDesignation)
    def attribute(self, entry: Entry[AttributeDesignation]) -> None:
        self._touch("designations", Commitments.designation(entry.act))

    @on(RecordCall)
    def call(self, entry: Entry[RecordCall]) -> None:
        self._touch("calls", entry.act.call)

    @on(StrikeCommitment)
    def strike(self, entry: Entry[StrikeCommitment]) -> None:
        self._touch(*self._commitments.tables.taken_back[entry.act.entry])

    @on(RecordFigures)
    def tell(self, entry: Entry[RecordFigures]) -> None:
        act, batches = entry.act, self._commitments.tables.batches
        names = [name_of(row, act.grounds) for row in act.figures]
        if act.corrects is not None:
            names += [name_of(row, batches[act.corrects].grounds) for row in act.struck]
        for name in dict.fromkeys(names):
            for index in (self.figures, self.series, self.places, self.figures_of):
                index.touch(name)

    def _touch(self, register: str, name: str) -> None:
        for index in self._of[register]:
            index.touch(name)


def _first(fact: Fact[Any]) -> int:
    return fact.first


def _by_day(fact: Fact[Any]) -> tuple[bool, datetime.date, int]:
    """In the order of their days; those whose day is not recorded come last."""
    return fact.act.on is None, fact.act.on or datetime.date.max, fact.first


def _in_time(datum: Datum) -> tuple[Any, ...]:
    row = datum.row
    where = (row.subject, row.party or "", row.territory or "", row.system or "")
    return (*told_from(row), span(row), *where, datum.entry)


def _undertaking(fact: Fact[Any]) -> Iterator[str]:
    if fact.act.undertaking is not None:
        yield fact.act.undertaking


def _elements(fact: Fact[RecordUndertaking]) -> tuple[str, ...]:
    return PARAGRAPHS[fact.act.matter]


def _reviewed(fact: Fact[RecordUndertaking]) -> Iterator[Actor]:
    if fact.act.origin is not None and fact.act.addressed is not None:
        yield fact.act.addressed


def _states(datum: Datum) -> Iterator[str]:
    for party in (datum.row.party, datum.row.territory):
        if party is not None:
            yield party

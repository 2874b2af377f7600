"""How the five bodies of law are asked about: their developments since the advisory opinion of 1996."""

from __future__ import annotations

import datetime
from typing import get_args

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.coverage.acts import BodyOfLaw, RecordDevelopment
from accord.areas.coverage.known import Known
from accord.areas.instruments.rows import InstrumentCode
from accord.areas.parties.cite import FactCite, Missing, Page, Part, cite_fact, head


class DevelopmentRow(Part, frozen=True):
    """A development of a body of law."""

    development: str
    body_of_law: BodyOfLaw
    on: datetime.date | None
    name: Text
    summary: Text
    verbatim: bool
    instrument: InstrumentCode | None
    cite: FactCite


class DevelopmentsPage(Page, frozen=True, tag="law-developments"):
    """Developments of five bodies of law, by day, those without a recorded day last (A/68/514 ¶¶38-39)."""

    body_of_law: BodyOfLaw | None
    """The one that alone was asked about."""
    developments: tuple[DevelopmentRow, ...]


def law_developments(known: Known, body_of_law: str = "", *, on: datetime.date | None = None) -> DevelopmentsPage:
    """The developments, of all five bodies of law or of one.

    Raises:
        Missing: no such body of law.
    """
    asked: BodyOfLaw | None = next((one for one in get_args(BodyOfLaw) if one == body_of_law), None)
    if body_of_law and asked is None:
        raise Missing("body-of-law", body_of_law)
    facts = [
        fact
        for fact in known.coverage.tables.developments.values()
        if asked in (None, fact.act.body_of_law) and (on is None or fact.act.on is None or fact.act.on <= on)
    ]
    return DevelopmentsPage(
        head=head(known, on),
        body_of_law=asked,
        developments=tuple(_row(known, fact) for fact in sorted(facts, key=_place)),
    )


def _place(fact: Fact[RecordDevelopment]) -> tuple[bool, datetime.date, int]:
    return fact.act.on is None, fact.act.on or datetime.date.max, fact.first


def _row(known: Known, fact: Fact[RecordDevelopment]) -> DevelopmentRow:
    act = fact.act
    return DevelopmentRow(
        development=act.development,
        body_of_law=act.body_of_law,
        on=act.on,
        name=act.name,
        summary=act.summary,
        verbatim=act.verbatim,
        instrument=act.instrument,
        cite=cite_fact(known, fact),
    )

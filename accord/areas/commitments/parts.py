"""The parts of pages about undertakings: rows of the registers, steps, assessments, calls."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.commitments.acts import (
    Actor,
    AssessImplementation,
    Force,
    RecordCall,
    RecordUndertaking,
    Sides,
    Status,
    Turn,
    TurnUndertaking,
)
from accord.areas.commitments.families import Family
from accord.areas.commitments.known import Known
from accord.areas.commitments.standing import Holding, holding, of_all, turned
from accord.areas.documents.pages import SymbolText
from accord.areas.parties.cite import FactCite, Part, PartyCode, cite_fact

UndertakingName = Annotated[str, Meta(extra={"shown": "undertaking"})]
"""An undertaking: faces link it to its page."""
Manner = Literal["claimed", "reported", "assessed"]
"""In which of the three ways somebody says how far an undertaking is implemented."""
MANNERS: dict[str, Manner] = {"declared": "claimed", "reported": "reported", "assessed": "assessed"}
"""Kind of fact → the manner of an assessment that rests on it."""


class UndertakingRow(Part, frozen=True):
    """An undertaking in a register (A/68/514 ¶¶13, 25-28)."""

    undertaking: UndertakingName
    title: Text
    matter: Family
    sided: Sides
    force: Force | None
    holders: tuple[PartyCode, ...]
    addressed: Actor | None
    """Who is to act, where its source names no party."""
    since: datetime.date | None
    until: datetime.date | None
    holding: Holding
    turned: tuple[Turn, ...]
    """What was said last of it."""
    cite: FactCite


class ReviewRow(Part, frozen=True):
    """An action or practical step of a review conference (A/68/514 ¶25)."""

    document: SymbolText
    number: str
    """As its document numbers it, with the letter of its part."""
    undertaking: UndertakingName
    title: Text
    matter: Family
    addressed: Actor | None
    holders: tuple[PartyCode, ...]
    claimed: int
    """Statements on its implementation by those who undertook it, about themselves."""
    reported: int
    assessed: int
    cite: FactCite


class HolderRow(Part, frozen=True):
    """One who undertook it, and whether it holds for that one."""

    party: PartyCode
    holding: Holding
    turned: tuple[Turn, ...]


class BenchmarkRow(Part, frozen=True):
    """A step that the text of an undertaking names, and by when (A/68/514 ¶28 (a))."""

    text: Text
    due: datetime.date | None


class TurnedRow(Part, frozen=True):
    """What a source says that became of an undertaking."""

    turned: Turn
    holder: PartyCode | None
    """`None`: all who undertook it."""
    given: datetime.date | None
    text: Text | None
    cite: FactCite


class AssessmentRow(Part, frozen=True):
    """How far an undertaking is implemented, in the words of one source (A/68/514 ¶¶25-26)."""

    manner: Manner
    author: PartyCode
    party: PartyCode | None
    """Whose implementation; `None`: that of all who undertook it."""
    status: Status
    given: datetime.date | None
    differs: bool
    """Another source says another thing of the same."""
    text: Text | None
    cite: FactCite


class CallRow(Part, frozen=True):
    """Who calls on whom to act (A/68/514 ¶¶40-44)."""

    author: PartyCode | None
    """`None`: its source calls."""
    actor: Actor
    called: tuple[PartyCode, ...]
    element: str | None
    undertaking: UndertakingName | None
    text: Text | None
    given: datetime.date | None
    cite: FactCite


class OriginPart(Part, frozen=True):
    """Where an action of a review stands."""

    document: SymbolText
    number: str


def undertaking_row(known: Known, on: datetime.date | None, fact: Fact[RecordUndertaking]) -> UndertakingRow:
    """An undertaking as it stands on a day."""
    act = fact.act
    turns = known.commitment_lookups.turns[act.undertaking]
    return UndertakingRow(
        undertaking=act.undertaking,
        title=act.title,
        matter=act.matter,
        sided=act.sided,
        force=act.force,
        holders=act.holders,
        addressed=act.addressed,
        since=act.since,
        until=act.until,
        holding=of_all(known, fact, on),
        turned=turned(turns, None, on),
        cite=cite_fact(known, fact, *act.holders),
    )


def review_row(known: Known, on: datetime.date | None, fact: Fact[RecordUndertaking]) -> ReviewRow:
    """An action of a review, with how many say what of its implementation."""
    act = fact.act
    assert act.origin is not None
    manners = [row.manner for row in assessment_rows(known, act.undertaking, on)]
    return ReviewRow(
        document=act.origin.document,
        number=number_of(act),
        undertaking=act.undertaking,
        title=act.title,
        matter=act.matter,
        addressed=act.addressed,
        holders=act.holders,
        claimed=manners.count("claimed"),
        reported=manners.count("reported"),
        assessed=manners.count("assessed"),
        cite=cite_fact(known, fact, *act.holders),
    )


def number_of(act: RecordUndertaking) -> str:
    """The number of an action in its document, `5 (e)`; empty where it is none."""
    if act.origin is None:
        return ""
    point = act.origin.point
    return f"{act.origin.number}" if point is None else f"{act.origin.number} ({point})"


def holder_rows(known: Known, act: RecordUndertaking, on: datetime.date | None) -> tuple[HolderRow, ...]:
    """For each who undertook it whether it holds."""
    turns = known.commitment_lookups.turns[act.undertaking]
    return tuple(
        HolderRow(party=party, holding=holding(act, turns, party, on), turned=turned(turns, party, on))
        for party in act.holders
    )


def turn_rows(known: Known, act: RecordUndertaking, on: datetime.date | None) -> tuple[TurnedRow, ...]:
    """What is said to have become of an undertaking until a day, and what has no day."""
    turns: Sequence[Fact[TurnUndertaking]] = known.commitment_lookups.turns[act.undertaking]
    return tuple(
        TurnedRow(
            turned=fact.act.turned,
            holder=fact.act.holder,
            given=fact.act.on,
            text=fact.act.text,
            cite=cite_fact(known, fact, *((fact.act.holder,) if fact.act.holder else act.holders)),
        )
        for fact in turns
        if by_day(fact.act.on, on)
    )


def assessment_rows(known: Known, undertaking: str, on: datetime.date | None) -> tuple[AssessmentRow, ...]:
    """What is said of the implementation of an undertaking until a day, and what has no day, side by side."""
    facts: Sequence[Fact[AssessImplementation]] = known.commitment_lookups.assessments[undertaking]
    told = [fact for fact in facts if by_day(fact.act.on, on)]
    latest: dict[tuple[str, str | None], datetime.date] = {}
    for act in (fact.act for fact in told):
        if act.on is not None:
            latest[act.author, act.party] = max(act.on, latest.get((act.author, act.party), act.on))

    def counts(act: AssessImplementation) -> bool:
        return act.on in (None, latest.get((act.author, act.party)))

    said: dict[str | None, set[Status]] = {}
    for act in (fact.act for fact in told):
        if counts(act):
            said.setdefault(act.party, set()).add(act.status)
    return tuple(
        AssessmentRow(
            manner=MANNERS[fact.act.grounds.kind],
            author=fact.act.author,
            party=fact.act.party,
            status=fact.act.status,
            given=fact.act.on,
            differs=counts(fact.act) and len(said[fact.act.party]) > 1,
            text=fact.act.text,
            cite=cite_fact(known, fact, fact.act.author),
        )
        for fact in told
    )


def call_row(known: Known, fact: Fact[RecordCall]) -> CallRow:
    """A call to act."""
    act = fact.act
    return CallRow(
        author=act.author,
        actor=act.actor,
        called=act.called,
        element=act.element,
        undertaking=act.undertaking,
        text=act.text,
        given=act.on,
        cite=cite_fact(known, fact, act.author),
    )


def by_day(day: datetime.date | None, on: datetime.date | None) -> bool:
    """Whether something belongs to what is told for a day: it was by then, or its day is not recorded."""
    return on is None or day is None or day <= on

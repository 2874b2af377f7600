"""How undertakings are asked about: the register with its facets, one undertaking, the actions of reviews, calls."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from typing import Literal

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.commitments.acts import Actor, Force, RecordUndertaking, Sides
from accord.areas.commitments.families import PARAGRAPHS, Family
from accord.areas.commitments.known import Known
from accord.areas.commitments.parts import (
    AssessmentRow,
    BenchmarkRow,
    CallRow,
    HolderRow,
    OriginPart,
    ReviewRow,
    TurnedRow,
    UndertakingName,
    UndertakingRow,
    assessment_rows,
    by_day,
    call_row,
    holder_rows,
    number_of,
    review_row,
    turn_rows,
    undertaking_row,
)
from accord.areas.commitments.standing import Holding, of_all
from accord.areas.documents.pages import SymbolText
from accord.areas.parties import pages as parties
from accord.areas.parties.cite import Correction, FactCite, Missing, Page, Part, PartyCode, cite_fact, head, history
from accord.areas.parties.pages import ReplyRow
from accord.areas.parties.rows import listed

UndertakingFacet = Literal["matter", "sided", "force", "holder", "element", "holding"]
FACETS: tuple[UndertakingFacet, ...] = ("matter", "sided", "force", "holder", "element", "holding")
Implementation = Literal["as-sources-say"]
"""How far something is implemented is what somebody says of it; pages add nothing and choose nothing."""


class UndertakingFacetRow(Part, frozen=True):
    """How many undertakings there are of a matter, of a State ..."""

    facet: UndertakingFacet
    value: str
    undertaking_count: int


class UndertakingsPage(Page, frozen=True, tag="undertakings"):
    """Undertakings in the order in which they were recorded, all of them or those of one facet (¶¶13, 25-28)."""

    facet: UndertakingFacet | None
    value: str | None
    undertakings: Sequence[UndertakingRow]
    facets: tuple[UndertakingFacetRow, ...]


class UndertakingPage(Page, frozen=True, tag="undertaking"):
    """One undertaking: what its source says of it, what became of it, and who says how far it is implemented."""

    undertaking: UndertakingName
    title: Text
    text: Text | None
    verbatim: bool
    matter: Family
    elements: tuple[str, ...]
    """The codes of the elements to which its matter belongs, by the reading of the editors of this list."""
    sided: Sides
    force: Force | None
    holders: tuple[HolderRow, ...]
    addressed: Actor | None
    beneficiaries: tuple[PartyCode, ...]
    benefits: Actor | None
    conditions: Text | None
    benchmarks: tuple[BenchmarkRow, ...]
    since: datetime.date | None
    until: datetime.date | None
    holding: Holding
    origin: OriginPart | None
    turns: tuple[TurnedRow, ...]
    assessments: tuple[AssessmentRow, ...]
    implementation: Implementation
    calls: tuple[CallRow, ...]
    replies: tuple[ReplyRow, ...]
    cite: FactCite
    history: tuple[Correction, ...]


class ReviewRegister(Part, frozen=True):
    """The actions and practical steps of one document of a review conference, in its order."""

    document: SymbolText
    actions: tuple[ReviewRow, ...]


class ReviewCommitmentsPage(Page, frozen=True, tag="review-commitments"):
    """The actions and practical steps of review conferences (A/68/514 ¶25), a second register in the same form."""

    registers: tuple[ReviewRegister, ...]
    implementation: Implementation


class CallsPage(Page, frozen=True, tag="calls"):
    """Who calls on whom to act (A/68/514 ¶¶40-44), all of it or what concerns one element."""

    element: str | None
    calls: Sequence[CallRow]


def facet_values(known: Known, fact: Fact[RecordUndertaking], on: datetime.date | None) -> dict[str, tuple[str, ...]]:
    """What an undertaking is filed under, facet by facet."""
    act = fact.act
    return {
        "matter": (act.matter,),
        "sided": (act.sided,),
        "force": () if act.force is None else (act.force,),
        "holder": act.holders,
        "element": PARAGRAPHS[act.matter],
        "holding": (of_all(known, fact, on),),
    }


def undertakings(
    known: Known, facet: str = "", value: str = "", *, on: datetime.date | None = None
) -> UndertakingsPage:
    """The undertakings that are no actions of a review; with a facet and a value, those filed under it.

    Raises:
        Missing: no such facet.
    """
    chosen = next((one for one in FACETS if one == facet), None)
    if facet and (chosen is None or not value):
        raise Missing("facet", facet)
    every = [fact for fact in known.commitments.tables.undertakings.values() if fact.act.origin is None]
    filed = {fact.entry: facet_values(known, fact, on) for fact in every}
    counted: dict[tuple[UndertakingFacet, str], int] = {}
    for values in filed.values():
        for one in FACETS:
            for told in values[one]:
                counted[one, told] = counted.get((one, told), 0) + 1
    wanted = [fact for fact in every if chosen is None or value in filed[fact.entry][chosen]]
    return UndertakingsPage(
        head=head(known, on),
        facet=chosen,
        value=value or None,
        undertakings=listed(wanted, partial(undertaking_row, known, on)),
        facets=tuple(
            UndertakingFacetRow(facet=one, value=told, undertaking_count=number)
            for (one, told), number in sorted(counted.items(), key=lambda item: (FACETS.index(item[0][0]), item[0][1]))
        ),
    )


def undertaking(known: Known, undertaking: str, *, on: datetime.date | None = None) -> UndertakingPage:
    """One undertaking.

    Raises:
        Missing: no such undertaking.
    """
    fact = known.commitments.tables.undertakings.get(undertaking)
    if fact is None:
        raise Missing("undertaking", undertaking)
    act = fact.act
    calls = known.commitment_lookups.calls_for[undertaking]
    return UndertakingPage(
        head=head(known, on),
        undertaking=undertaking,
        title=act.title,
        text=act.text,
        verbatim=act.verbatim,
        matter=act.matter,
        elements=PARAGRAPHS[act.matter],
        sided=act.sided,
        force=act.force,
        holders=holder_rows(known, act, on),
        addressed=act.addressed,
        beneficiaries=act.beneficiaries,
        benefits=act.benefits,
        conditions=act.conditions,
        benchmarks=tuple(BenchmarkRow(text=one.text, due=one.due) for one in act.benchmarks),
        since=act.since,
        until=act.until,
        holding=of_all(known, fact, on),
        origin=None if act.origin is None else OriginPart(document=act.origin.document, number=number_of(act)),
        turns=turn_rows(known, act, on),
        assessments=assessment_rows(known, undertaking, on),
        implementation="as-sources-say",
        calls=tuple(call_row(known, call) for call in calls if by_day(call.act.on, on)),
        replies=parties.reply_rows(known, (*fact.corrected, fact.entry)),
        cite=cite_fact(known, fact, *act.holders),
        history=history(known, fact),
    )


def review_commitments(known: Known, *, on: datetime.date | None = None) -> ReviewCommitmentsPage:
    """The actions of review conferences, document by document, each in the order of its numbers."""
    found: dict[str, list[tuple[tuple[int, str], Fact[RecordUndertaking]]]] = {}
    for fact in known.commitments.tables.undertakings.values():
        origin = fact.act.origin
        if origin is not None:
            found.setdefault(origin.document, []).append(((origin.number, origin.point or ""), fact))
    return ReviewCommitmentsPage(
        head=head(known, on),
        registers=tuple(
            ReviewRegister(
                document=document,
                actions=tuple(
                    review_row(known, on, fact) for _, fact in sorted(found[document], key=lambda one: one[0])
                ),
            )
            for document in sorted(found)
        ),
        implementation="as-sources-say",
    )


def calls(known: Known, element: str = "", *, on: datetime.date | None = None) -> CallsPage:
    """The calls to act, in the order of their days; of one element where its code is given."""
    every = known.commitment_lookups.calls_about
    facts = every[element] if element else tuple(known.commitments.tables.calls.values())
    told = [fact for fact in facts if by_day(fact.act.on, on)]
    if not element:
        told.sort(key=lambda fact: (fact.act.on is None, fact.act.on or datetime.date.max, fact.first))
    return CallsPage(head=head(known, on), element=element or None, calls=listed(told, partial(call_row, known)))

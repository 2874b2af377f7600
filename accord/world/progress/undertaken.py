"""Undertakings and statements that indicators count: each once, whoever and however many made it."""

from __future__ import annotations

from collections.abc import Iterator

from accord.acts.facts import Fact
from accord.areas.commitments.acts import RecordUndertaking
from accord.areas.commitments.families import PARAGRAPHS
from accord.areas.commitments.standing import of_all
from accord.world.progress.counting import ReviewActions, Statements, Undertakings
from accord.world.progress.known import Known
from accord.world.progress.rests import Day, Rest, Series, by_kind, fixed, series


def undertakings(known: Known, counts: Undertakings | ReviewActions) -> Series:
    """Those that hold on a day; of those of which it is open, it is not counted."""
    return series(lambda on: by_kind(known, _holding(known, counts, on)), lambda: _turning(known, counts))


def _counted(known: Known, counts: Undertakings | ReviewActions) -> Iterator[Fact[RecordUndertaking]]:
    """Those of its families and register, and of its force or of none that is recorded."""
    reviews = isinstance(counts, ReviewActions)
    force = None if isinstance(counts, ReviewActions) else counts.force
    for family in counts.families:
        for fact in known.commitment_lookups.under[PARAGRAPHS[family][0]]:
            act = fact.act
            if (
                act.matter == family
                and (act.origin is not None) == reviews
                and (not force or act.force in (None, force))
            ):
                yield fact


def _holding(known: Known, counts: Undertakings | ReviewActions, on: Day | None) -> Iterator[Rest]:
    force = None if isinstance(counts, ReviewActions) else counts.force
    for fact in _counted(known, counts):
        act = fact.act
        holds = of_all(known, fact, on)
        if holds not in ("not-yet", "does-not-hold"):
            party = act.holders[0] if len(act.holders) == 1 else None
            yield Rest(fact, party, fixed(act.since), counted=holds == "holds" and force in (None, act.force))


def _turning(known: Known, counts: Undertakings | ReviewActions) -> Iterator[Day | None]:
    for fact in _counted(known, counts):
        turns = known.commitment_lookups.turns[fact.act.undertaking]
        yield from (fact.act.since, fact.act.until, *(turn.act.on for turn in turns))


def statements(known: Known, counts: Statements) -> Series:
    """Those that were made by a day and not taken back."""
    return series(lambda on: by_kind(known, _made(known, counts, on)), lambda: _saying(known, counts))


def _made(known: Known, counts: Statements, on: Day | None) -> Iterator[Rest]:
    for fact in known.commitments.tables.doctrine.values():
        act = fact.act
        made = on is None or act.on is None or act.on <= on
        over = act.until is not None and (on is None or act.until <= on)
        if act.matter in counts.topics and made and not over:
            yield Rest(fact, act.party, fixed(act.on), counted=on is None or act.on is not None)


def _saying(known: Known, counts: Statements) -> Iterator[Day | None]:
    for said in known.commitments.tables.doctrine.values():
        if said.act.matter in counts.topics:
            yield from (said.act.on, said.act.until)

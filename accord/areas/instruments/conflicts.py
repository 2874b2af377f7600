"""Where the recorded facts about an instrument do not fit together. Each conflict is named; every fact stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from accord.areas.instruments.deeds import AFTER_SIGNING, CONSENT, ENDS, VOTES, Deed
from accord.areas.instruments.known import Known
from accord.areas.instruments.law import assessed, deeds_of, law_of
from accord.areas.instruments.periods import Law, held, periods
from accord.areas.instruments.stages import Stage

ConflictKind = Literal[
    "two-days",
    "two-votes",
    "before-opening",
    "bound-before-signature",
    "end-without-consent",
    "announced-not-shown",
    "list-differs",
    "not-open-to-it",
    "two-stage-days",
    "computed-differs",
]
"""`two-days`: sources give different days for the same action. `announced-not-shown`: a withdrawal was announced, and
no depositary shows it. `list-differs`: a list says that it is not in force for a State of which others say it is, or
that a State has not signed of which others say it has. `two-votes`: sources tell two votes of one State.
`computed-differs`: the recorded day of entry into force is not the one that follows from its conditions."""

_ONCE = CONSENT | ENDS | {"signature"}
"""Actions that a State does once, until an end lets it begin anew."""


class Conflict(NamedTuple):
    """A conflict, the State it concerns, and the entries and days that are against each other."""

    kind: ConflictKind
    party: str | None
    entries: tuple[int, ...]
    days: tuple[datetime.date, ...]


def conflicts(known: Known, instrument: str, on: datetime.date | None = None) -> tuple[Conflict, ...]:
    """The conflicts of an instrument, those that had begun by a day."""
    found = known.once(f"conflicts of {instrument}", lambda: tuple(_conflicts(known, instrument)))
    return tuple(one for one in found if on is None or not one.days or min(one.days) <= on)


def _conflicts(known: Known, instrument: str) -> Iterator[Conflict]:
    entered = known.instruments.tables.instruments[instrument]
    law = law_of(known, instrument)
    yield from _of_stages(known, instrument)
    for party, deeds in deeds_of(known, instrument).items():
        opened = entered.act.opened_on
        early = [d for d in deeds if opened is not None and d.on is not None and d.on < opened]
        if opened is not None and early:
            yield Conflict("before-opening", party, (entered.entry, *_entries(*early)), (opened, *_days(*early)))
        open_to = entered.act.open_to
        if open_to and party not in open_to:
            yield Conflict("not-open-to-it", party, (entered.entry, *_entries(*deeds)), ())
        yield from _of_state(party, deeds, law)


def _of_state(party: str, deeds: tuple[Deed, ...], law: Law) -> Iterator[Conflict]:
    consents = periods(deeds)
    for one, other in combinations([d for d in deeds if d.on is not None and d.action in _ONCE], 2):
        if one.action == other.action and one.on != other.on and _one_deposit(one, other, deeds):
            yield Conflict("two-days", party, _entries(one, other), _days(one, other))
    for one, other in combinations([d for d in deeds if d.action in VOTES], 2):
        if one.action != other.action:
            yield Conflict("two-votes", party, _entries(one, other), _days(one, other))
    signed = min((d.on for d in deeds if d.action == "signature" and d.on is not None), default=None)
    by = [d for d in deeds if d.action == "signature" and d.on == signed]
    for d in deeds:
        if d.action in AFTER_SIGNING and d.on is not None and signed is not None and d.on < signed:
            yield Conflict("bound-before-signature", party, _entries(d, *by), _days(d, *by))
        if d.action in ENDS and not any(period.ended_by == d or period.until == d.ends for period in consents):
            yield Conflict("end-without-consent", party, _entries(d), _days(d))
        if d.action == "withdrawal-announced" and not any(other.action in ENDS for other in deeds):
            yield Conflict("announced-not-shown", party, _entries(d, *(p.by for p in consents)), _days(d))
        if d.action == "not-signed" and held(deeds, law, d.day).standing != "none":
            yield Conflict("list-differs", party, _entries(d, *by, *(p.by for p in consents)), (d.day,))
        if d.action == "not-in-force" and held(deeds, law, d.day).standing in ("party", "suspended"):
            yield Conflict("list-differs", party, _entries(d, *(p.by for p in consents)), (d.day,))


def _of_stages(known: Known, instrument: str) -> Iterator[Conflict]:
    stages: tuple[Stage, ...] = known.instruments.tables.stages.get(instrument, ())
    for one, other in combinations(stages, 2):
        alike = one.act.stage == other.act.stage != "suspended"
        if alike and one.act.on is not None and other.act.on is not None and one.act.on != other.act.on:
            days = tuple(sorted((one.act.on, other.act.on)))
            yield Conflict("two-stage-days", None, (one.entry, other.entry), days)
    rule = known.instruments.tables.conditions.get(instrument)
    assessment = assessed(known, instrument)
    if rule is None or assessment is None or not assessment.dated:
        return
    for stage in stages:
        day = stage.act.on
        if stage.act.stage == "in-force" and day is not None and day != assessment.computed:
            against = () if assessment.computed is None else (assessment.computed,)
            yield Conflict("computed-differs", None, (stage.entry, rule.entry), (day, *against))


def _one_deposit(one: Deed, other: Deed, deeds: tuple[Deed, ...]) -> bool:
    """Whether two rows of different days are about one deposit: with the same depositary, and no end between them.

    A row that names no depositary is about any of them whose day it gives.
    """
    if any(_between(end, one, other) for end in deeds if end.action in ENDS):
        return False
    if one.depositary == other.depositary:
        return True
    unnamed = [d for d in (one, other) if d.depositary is None]
    alike = [d for d in deeds if d.action == one.action and d.depositary is not None]
    return bool(unnamed) and all(d.on != unnamed[0].on for d in alike)


def _between(end: Deed, one: Deed, other: Deed) -> bool:
    first, last = sorted((one.day, other.day))
    return first < end.ends <= last


def _entries(*deeds: Deed) -> tuple[int, ...]:
    return tuple(dict.fromkeys(deed.entry for deed in deeds))


def _days(*deeds: Deed) -> tuple[datetime.date, ...]:
    return tuple(sorted({deed.on for deed in deeds if deed.on is not None}))

"""The state of the law on a day: for each instrument, where every State stands.

What does not depend on the day is made once for a record of one size; the rest is a few comparisons for each State.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from accord.acts.facts import Fact
from accord.areas.instruments.acts import EnterInstrument, InForceFor, SetConditions
from accord.areas.instruments.conditions import Assessment, Counted, Stay, Stays, assess, counted
from accord.areas.instruments.deeds import Deed
from accord.areas.instruments.known import Known
from accord.areas.instruments.periods import Held, Law, held, in_force_for, periods
from accord.areas.instruments.stages import day_of, in_force_since, over_since
from accord.areas.parties.cite import Missing


class Tally(NamedTuple):
    """How many States stand how towards an instrument on a day."""

    signed: int = 0
    """Whose signature stands, also where they are bound since."""
    consented: int = 0
    """Bound by an act of their own, whether or not it is in force for them."""
    parties: int | None = 0
    """For whom it is in force on that day; `None` where nothing recorded says when it is."""
    suspended: int = 0
    withdrawn: int = 0
    undated: int = 0
    """Of whom an action is recorded without its day, so that it is not known whether it had been done."""


def entered(known: Known, instrument: str) -> Fact[EnterInstrument]:
    """An instrument of the register.

    Raises:
        Missing: no such instrument.
    """
    fact = known.instruments.tables.instruments.get(instrument)
    if fact is None:
        raise Missing("instrument", instrument)
    return fact


def deeds_of(known: Known, instrument: str) -> dict[str, tuple[Deed, ...]]:
    """State → what it did about an instrument."""

    def make() -> dict[str, tuple[Deed, ...]]:
        return {deeds[0].party: deeds for deeds in known.instrument_lookups.by_instrument[instrument]}

    return known.once(f"deeds of {instrument}", make)


def law_of(known: Known, instrument: str) -> Law:
    """What of an instrument decides for whom it holds: the recorded day of entry into force, else the computed one."""

    def make() -> Law:
        stages = known.instruments.tables.stages.get(instrument, ())
        rule = known.instruments.tables.conditions.get(instrument)
        begun, over = in_force_since(stages), over_since(stages)
        since = None if begun is None else day_of(begun)
        if since is None and rule is not None:
            assessment = assessed(known, instrument)
            since = None if assessment is None else assessment.computed
        each = None if rule is None else rule.act.each
        waivable = rule is not None and rule.act.waivable
        return Law(since, None if over is None else day_of(over), each, waivable)

    return known.once(f"law of {instrument}", make)


def status(known: Known, instrument: str, on: datetime.date | None = None) -> dict[str, Held]:
    """Where each State stands towards an instrument, of those of which an action is recorded."""
    law = law_of(known, instrument)
    return {party: held(deeds, law, on) for party, deeds in deeds_of(known, instrument).items()}


def status_of(known: Known, instrument: str, party: str, on: datetime.date | None = None) -> Held:
    """Where a State stands towards an instrument."""
    return held(known.instruments.deeds(instrument, party), law_of(known, instrument), on)


def state_of_law(known: Known, on: datetime.date | None = None) -> dict[str, dict[str, Held]]:
    """Instrument → State → where it stands on a day: the whole."""
    return {name: status(known, name, on) for name in known.instruments.tables.instruments}


def tally(known: Known, instrument: str, on: datetime.date | None = None) -> Tally:
    """How many States stand how."""
    found = status(known, instrument, on).values()
    return Tally(
        signed=sum(one.signed is not None for one in found),
        consented=sum(is_bound(one, on) for one in found),
        parties=sum(one.standing == "party" for one in found) if tells_when(known, instrument) else None,
        suspended=sum(one.standing == "suspended" for one in found),
        withdrawn=sum(one.standing == "withdrawn" for one in found),
        undated=sum(one.undated for one in found),
    )


def tells_when(known: Known, instrument: str) -> bool:
    """Whether anything recorded says when an instrument is in force: a day, conditions, a list of States."""
    if law_of(known, instrument).since is not None or instrument in known.instruments.tables.conditions:
        return True
    return any(d.action in ("in-force", "waiver") for deeds in deeds_of(known, instrument).values() for d in deeds)


def is_bound(one: Held, on: datetime.date | None) -> bool:
    """Whether a State's own consent holds on the day for which its standing was asked."""
    return one.period is not None and one.period.holds(on)


def assessed(known: Known, instrument: str, on: datetime.date | None = None) -> Assessment | None:
    """How the conditions of an instrument stand on a day; `None` where none are recorded."""
    rule: Fact[SetConditions] | None = known.instruments.tables.conditions.get(instrument)
    if rule is None:
        return None
    return assess(_counted(known, instrument, rule.act), rule.act, on)


def _counted(known: Known, instrument: str, rule: SetConditions) -> tuple[Counted, ...]:
    def make() -> tuple[Counted, ...]:
        others = [one.instrument for one in rule.entry_conditions if isinstance(one, InForceFor)]
        found = known.instruments.tables.instruments[instrument]
        in_force = {other: in_force_stays(known, other) for other in others}
        return counted(rule, found.act, consent_stays(known, instrument), signed_stays(known, instrument), in_force)

    return known.once(f"conditions of {instrument}", make)


def consent_stays(known: Known, instrument: str) -> Stays:
    """When each State is bound."""
    return {
        party: tuple(Stay(one.since, one.until, one.dated) for one in periods(deeds))
        for party, deeds in deeds_of(known, instrument).items()
    }


def signed_stays(known: Known, instrument: str) -> Stays:
    """When the signature of each State stands."""
    found: Stays = {}
    for party, deeds in deeds_of(known, instrument).items():
        signed = min((d for d in deeds if d.action == "signature"), key=lambda d: d.day, default=None)
        if signed is not None:
            back = (d.ends for d in deeds if d.action == "withdrawal-of-signature" and d.ends > signed.day)
            found[party] = (Stay(signed.day, min(back, default=None), signed.on is not None),)
    return found


def in_force_stays(known: Known, instrument: str) -> Stays:
    """When an instrument is in force for each State."""
    law = law_of(known, instrument)
    found: dict[str, list[Stay]] = {}
    for party, deeds in deeds_of(known, instrument).items():
        for one in periods(deeds):
            since = in_force_for(deeds, one, law)
            until = one.until if law.until is None else min(law.until, one.until or law.until)
            if since is not None and (until is None or since < until):
                found.setdefault(party, []).append(Stay(since, until, one.dated))
    return {party: tuple(stays) for party, stays in found.items()}

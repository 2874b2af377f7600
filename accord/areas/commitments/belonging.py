"""Who belongs to an actor that sources name (A/68/514 ¶¶40-44), by records and never by an opinion of this program.

A nuclear-weapon State is one by the group of that name in the record, a member of a zone by the status of its
instrument, a State of Annex 2 by the condition that lists it, an organisation by the register of parties.
Method: `docs/methods/actors.md`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, Literal, Protocol, get_args

from accord.acts.values import KindOfFact, Text
from accord.areas.commitments.acts import Actor, Designation
from accord.areas.commitments.known import Known as OfCommitments
from accord.areas.instruments.acts import AllOfStates
from accord.areas.instruments.known import Known as OfInstruments
from accord.areas.instruments.law import deeds_of, is_bound, status_of
from accord.areas.instruments.periods import Standing
from accord.areas.instruments.rows import InstrumentCode, deed_cite
from accord.areas.instruments.stages import stage_on
from accord.areas.parties.acts import PartyKind, Sector
from accord.areas.parties.cite import Cite, FactCite, Part, PartyCode, cite, cite_entry, cite_fact

NUCLEAR_WEAPON_STATES = "npt-nuclear-weapon-states"
"""The group under which a record has the States that the NPT so calls (article IX, paragraph 3)."""
TEST_BAN = "ctbt"
"""The code of the instrument whose condition of entry into force lists the States of Annex 2 (¶28 (c))."""

ToldBy = Literal[
    "group-in-the-record",
    "status-of-instruments",
    "list-in-a-condition",
    "register-of-parties",
    "attributed-by-sources",
    "source-of-each-call",
]
"""What says who belongs to an actor; `source-of-each-call`: nothing in the record but the sources that name it."""
TOLD_BY: dict[Actor, ToldBy] = {
    "all-states": "register-of-parties",
    "states-parties": "source-of-each-call",
    "nuclear-weapon-states": "group-in-the-record",
    "non-nuclear-weapon-states": "source-of-each-call",
    "possessor-states": "attributed-by-sources",
    "states-in-alliances": "attributed-by-sources",
    "annex-2-states": "list-in-a-condition",
    "zone-members": "status-of-instruments",
    "conference-on-disarmament": "source-of-each-call",
    "international-organisations": "register-of-parties",
    "parliaments": "register-of-parties",
    "civil-society": "register-of-parties",
    "academia": "register-of-parties",
    "other": "source-of-each-call",
}
KINDS: dict[Actor, PartyKind] = {
    "all-states": "state",
    "international-organisations": "organisation",
    "civil-society": "civil-society",
}
SECTORS: dict[Actor, Sector] = {"parliaments": "parliament", "academia": "academia"}
NAMES: dict[Actor, tuple[Designation, ...]] = {
    "possessor-states": ("possessor",),
    "states-in-alliances": ("host", "extended-deterrence"),
}
"""Actor → what sources call the States that they count among it."""


class Known(OfCommitments, OfInstruments, Protocol):
    """What belonging to an actor is asked of."""


class ActorMember(Part, frozen=True):
    """One who belongs to an actor, and by what record."""

    party: PartyCode
    actor: Actor
    cite: Cite
    instrument: InstrumentCode | None = None
    """By whose status or condition."""
    named_list: Text | None = None
    """What the list of the condition is called."""
    group: PartyCode | None = None
    legal_standing: Standing | None = None
    """Where it stands towards the instrument, on the day asked."""
    since: datetime.date | None = None
    fact_kind: KindOfFact | None = None
    """Of a fact of law; the register of parties and groups has none."""
    checked: datetime.date | None = None
    """When such a fact was last looked up."""


def roles_of(known: Known, party: str, on: datetime.date | None = None) -> tuple[ActorMember, ...]:
    """To which actors a party belongs by records, besides being one of all States."""
    actors = (actor for actor in get_args(Actor) if actor != "all-states")
    return tuple(row for actor in actors for row in members(known, actor, on, party))


def members(known: Known, actor: Actor, on: datetime.date | None, party: str | None = None) -> Iterator[ActorMember]:
    """Who belongs to an actor on a day, by records; of one party alone where it is named."""
    match TOLD_BY[actor]:
        case "group-in-the-record":
            yield from _of_group(known, actor, on, party)
        case "status-of-instruments":
            yield from _of_zones(known, actor, on, party)
        case "list-in-a-condition":
            yield from _of_list(known, actor, on, party)
        case "register-of-parties":
            yield from _of_register(known, actor, party)


def _of_group(known: Known, actor: Actor, on: datetime.date | None, party: str | None) -> Iterator[ActorMember]:
    stays = known.parties.tables.members.get(NUCLEAR_WEAPON_STATES, {})
    for member in stays if party is None else {party} & stays.keys():
        for stay in stays[member]:
            if stay.holds(on):
                grounds = cite_entry(known, stay.entry, member, NUCLEAR_WEAPON_STATES)
                yield ActorMember(
                    actor=actor, party=member, cite=grounds, group=NUCLEAR_WEAPON_STATES, since=stay.since
                )


def _of_zones(known: Known, actor: Actor, on: datetime.date | None, party: str | None) -> Iterator[ActorMember]:
    """Who is bound by the instrument of a zone of States' territories, or declared its own territory to be one."""
    tables = known.instruments.tables
    for name, fact in tables.instruments.items():
        if fact.act.zone is None or fact.act.zone.beyond_territories:
            continue
        if fact.act.kind == "declared-status":
            stage = stage_on(tables.stages.get(name, ()), on)
            for state in () if stage is None else fact.act.open_to:
                if stage is not None and party in (None, state):
                    yield _of_law(actor, state, name, cite_fact(known, stage, state), since=stage.act.on)
            continue
        for state in deeds_of(known, name) if party is None else [party]:
            held = status_of(known, name, state, on)
            if is_bound(held, on) and held.period is not None:
                found = deed_cite(known, held.period.by)
                yield _of_law(actor, state, name, found, legal_standing=held.standing, since=held.period.by.on)


def _of_list(known: Known, actor: Actor, on: datetime.date | None, party: str | None) -> Iterator[ActorMember]:
    """Who is on the list of States whose ratification the test ban needs."""
    fact = known.instruments.tables.conditions.get(TEST_BAN)
    for condition in () if fact is None else fact.act.entry_conditions:
        if fact is not None and isinstance(condition, AllOfStates):
            for state in condition.listed if party is None else {party} & set(condition.listed):
                held = status_of(known, TEST_BAN, state, on)
                yield _of_law(
                    actor,
                    state,
                    TEST_BAN,
                    cite_fact(known, fact),
                    named_list=condition.name,
                    legal_standing=held.standing,
                    since=held.period.by.on if held.period is not None and is_bound(held, on) else None,
                )


def _of_law(actor: Actor, party: str, instrument: str, found: FactCite, **more: Any) -> ActorMember:
    plain = Cite(**{field: getattr(found, field) for field in Cite.__struct_fields__})
    of: dict[str, Any] = {"fact_kind": found.fact_kind, "checked": found.checked, **more}
    return ActorMember(actor=actor, party=party, cite=plain, instrument=instrument, **of)


def _of_register(known: Known, actor: Actor, party: str | None) -> Iterator[ActorMember]:
    register = known.parties.tables.parties
    for code in register if party is None else {party} & register.keys():
        fact = register[code]
        if fact.act.sector == SECTORS[actor] if actor in SECTORS else fact.act.kind == KINDS[actor]:
            yield ActorMember(actor=actor, party=code, cite=cite(known, fact, code))

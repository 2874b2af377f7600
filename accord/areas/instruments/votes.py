"""How States voted on the adoption of an instrument, as of a resolution; a vote binds nobody."""

from __future__ import annotations

import datetime

from accord.areas.instruments.acts import ActionKind
from accord.areas.instruments.deeds import VOTES, Deed
from accord.areas.instruments.known import Known
from accord.areas.instruments.law import deeds_of
from accord.areas.instruments.rows import InstrumentCode, deed_cite
from accord.areas.parties.cite import FactCite, Part, PartyCode


class AdoptionVotes(Part, frozen=True):
    """The States that voted one way, by what is recorded. One of which two votes are recorded stands under both."""

    action: ActionKind
    state_count: int
    states: tuple[PartyCode, ...]


class AdoptionVote(Part, frozen=True):
    """How a State voted, on its own page."""

    instrument: InstrumentCode
    action: ActionKind
    on: datetime.date | None
    cite: FactCite


def votes_on(known: Known, instrument: str, on: datetime.date | None = None) -> tuple[AdoptionVotes, ...]:
    """The votes on an instrument that were cast by a day; empty where none is recorded."""
    found: dict[ActionKind, list[str]] = {}
    for party, deeds in deeds_of(known, instrument).items():
        for action in {deed.action for deed in deeds if is_vote(deed) and _cast(deed, on)}:
            found.setdefault(action, []).append(party)
    return tuple(
        AdoptionVotes(action=action, state_count=len(found[action]), states=tuple(found[action]))
        for action in VOTES
        if action in found
    )


def votes_of(known: Known, party: str, on: datetime.date | None = None) -> tuple[AdoptionVote, ...]:
    """How a State voted by a day, in the order of the days; votes without a day come last."""
    cast = [
        deed
        for deeds in known.instrument_lookups.by_party[party]
        for deed in deeds
        if is_vote(deed) and _cast(deed, on)
    ]
    return tuple(
        AdoptionVote(instrument=deed.instrument, action=deed.action, on=deed.on, cite=deed_cite(known, deed))
        for deed in sorted(cast, key=lambda deed: (deed.on is None, deed.day, deed.instrument, deed.entry))
    )


def is_vote(deed: Deed) -> bool:
    """Whether it is a vote, and nothing by which the State stands towards the instrument."""
    return deed.action in VOTES


def only_voted(deeds: tuple[Deed, ...]) -> bool:
    """Whether all that is recorded of a State and an instrument are votes."""
    return all(is_vote(deed) for deed in deeds)


def _cast(deed: Deed, on: datetime.date | None) -> bool:
    return on is None or deed.day <= on

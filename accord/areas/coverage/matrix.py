"""What covers whom on a day: prohibitions × instruments × States, by the readings of named authors.

A set of prohibitions is the bits of one number, by the order in which they were named. For each instrument the
readings make one such set for each State, and the day decides for which States the instrument is in force.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from accord.acts.facts import Fact
from accord.areas.coverage.acts import MapProhibition, NameProhibition
from accord.areas.coverage.known import Known
from accord.areas.instruments.law import status, status_of
from accord.areas.parties.cite import Missing

Reading = Fact[MapProhibition]
ANYWHERE = "anywhere"
"""The scope of what applies anywhere, without condition."""


class Bits(NamedTuple):
    """The prohibitions that a reading finds, and for whom."""

    prohibited: int
    scope: str
    """Where it applies and on which condition, so that equal ones can be told (`scope_of`)."""
    named: frozenset[str]
    but: bool
    """Whether those named are left out; without names, everybody is in."""

    def of(self, party: str) -> int:
        """What is prohibited to a State that is bound by the instrument."""
        return self.prohibited if (party in self.named) != self.but else 0


class Matrix(NamedTuple):
    """For each State, instrument by instrument, the set of what is prohibited to it."""

    prohibitions: tuple[str, ...]
    covered: dict[str, dict[str, int]]
    """State → instrument → set; nothing where nothing is prohibited."""
    scoped: dict[str, dict[str, int]]
    """State → scope → set, by all instruments together."""
    not_known: dict[str, tuple[str, ...]]
    """State → instruments of which it is not known whether it had joined them by that day."""
    parties: dict[str, int]
    """Instrument → for how many of the States asked about it is in force."""

    def set_of(self, labels: Iterable[str]) -> int:
        """Prohibitions as a set."""
        return sum(1 << self.prohibitions.index(label) for label in set(labels) if label in self.prohibitions)

    def labels(self, bits: int) -> tuple[str, ...]:
        """A set as prohibitions."""
        return tuple(label for place, label in enumerate(self.prohibitions) if bits >> place & 1)

    def all_of(self, party: str) -> int:
        """What any instrument prohibits to a State, wherever and on whatever condition."""
        return union(self.covered.get(party, {}).values())

    def within(self, party: str, scope: str) -> int:
        """What is prohibited to a State in a scope, or anywhere and without condition."""
        found = self.scoped.get(party, {})
        return found.get(scope, 0) | found.get(ANYWHERE, 0)

    def instruments(self, party: str, prohibition: int) -> tuple[str, ...]:
        """The instruments that prohibit something to a State: one prohibition, by its place."""
        return tuple(name for name, bits in self.covered.get(party, {}).items() if bits >> prohibition & 1)


def union(sets: Iterable[int]) -> int:
    """Sets as one.

    >>> union([1, 4])
    5
    """
    found = 0
    for one in sets:
        found |= one
    return found


def scope_of(act: MapProhibition) -> str:
    """The scope of a reading: the same for all that apply anywhere, and for all that apply to the party's territory.

    Zones, environments, States described and conditions are told in words, so that each provision has its own.
    """
    if act.condition is None and act.reach in ("anywhere", "own-territory"):
        return act.reach
    return f"{act.instrument}/{act.provision}"


def binds(fact: Reading, party: str) -> bool:
    """Whether a reading finds that a provision binds a State, if the instrument does."""
    act = fact.act
    return act.binds == "parties" or (party in act.bound_named) == (act.binds == "named-parties")


def ordered(known: Known) -> tuple[Fact[NameProhibition], ...]:
    """The prohibitions as their source lists them, those without a place last."""
    facts = known.coverage.tables.prohibitions.values()
    return tuple(sorted(facts, key=lambda one: (one.act.place is None, one.act.place or 0, one.first)))


def named(known: Known, label: str) -> Fact[NameProhibition]:
    """A prohibition.

    Raises:
        Missing: none of that name.
    """
    fact = known.coverage.tables.prohibitions.get(label)
    if fact is None:
        raise Missing("prohibition", label)
    return fact


def readings(known: Known, author: str = "") -> dict[str, tuple[Reading, ...]]:
    """Instrument → its readings, by all authors or one, in the order recorded.

    Raises:
        Missing: no such party.
    """
    if author and not known.parties.known(author):
        raise Missing("party", author)

    def make() -> dict[str, tuple[Reading, ...]]:
        found: dict[str, tuple[Reading, ...]] = {}
        for fact in known.coverage.tables.readings.values():
            if author in ("", fact.act.author):
                found[fact.act.instrument] = (*found.get(fact.act.instrument, ()), fact)
        return found

    return known.once(f"readings of coverage {author}", make)


def binding(order: tuple[str, ...], facts: Iterable[Reading]) -> tuple[Bits, ...]:
    """The readings of an instrument as sets."""
    return tuple(
        Bits(
            sum(1 << order.index(label) for label in fact.act.prohibits),
            scope_of(fact.act),
            frozenset(fact.act.bound_named),
            fact.act.binds != "named-parties",
        )
        for fact in facts
    )


def states(known: Known) -> tuple[str, ...]:
    """The States of the register, whatever their standing (`counted.py`)."""

    def make() -> tuple[str, ...]:
        return tuple(code for code, fact in known.parties.tables.parties.items() if fact.act.kind == "state")

    return known.once("states of coverage", make)


def matrix(known: Known, author: str = "", on: datetime.date | None = None, of: str = "") -> Matrix:
    """The whole on a day, by the readings of all authors or of one.

    Args:
        of: a State; then its row alone, and of others nothing is asked.
    """
    order = tuple(fact.act.prohibition for fact in ordered(known))
    covered: dict[str, dict[str, int]] = {}
    scoped: dict[str, dict[str, int]] = {}
    not_known: dict[str, tuple[str, ...]] = {}
    parties: dict[str, int] = {}
    for instrument, facts in readings(known, author).items():
        sets = binding(order, facts)
        parties[instrument] = 0
        found = {of: status_of(known, instrument, of, on)} if of else status(known, instrument, on)
        for party, held in found.items():
            if held.standing == "party":
                parties[instrument] += 1
                bits = union(one.of(party) for one in sets)
                if bits:
                    covered.setdefault(party, {})[instrument] = bits
                    scopes = scoped.setdefault(party, {})
                    for one in sets:
                        scopes[one.scope] = scopes.get(one.scope, 0) | one.of(party)
            elif held.undated:
                not_known[party] = (*not_known.get(party, ()), instrument)
    return Matrix(order, covered, scoped, not_known, parties)

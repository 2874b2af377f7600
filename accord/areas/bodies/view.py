"""What we know of bodies: mandate, service, officers, friends of the chair, agenda, modalities."""

from __future__ import annotations

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Tables, View, on
from accord.areas.bodies import rules
from accord.areas.bodies.acts import (
    AdoptAgenda,
    ContinueBody,
    DecideModalities,
    ElectOfficer,
    EstablishBody,
    NameFriend,
    RecordCapacity,
    ReleaseFriend,
    ReleaseOfficer,
    ServiceBody,
)
from accord.areas.parties.view import Parties

OBSERVING = ("organisation", "civil-society")
"""Kinds of parties that take part as observers where nothing else is recorded."""


class BodyTables(Tables):
    bodies: dict[str, Fact[EstablishBody]] = {}
    services: dict[str, Fact[ServiceBody]] = {}
    officers: dict[str, dict[str, Fact[ElectOfficer]]] = {}
    """Body → office → who holds it; a second vice-chair under `vice-chair-2`."""
    friends: dict[str, dict[str, Fact[NameFriend]]] = {}
    """Body → State → Friend of the Chair."""
    agendas: dict[str, Fact[AdoptAgenda]] = {}
    modalities: dict[str, Fact[DecideModalities]] = {}
    capacities: dict[str, dict[str, Fact[RecordCapacity]]] = {}
    """Body → party → in which capacity it takes part."""
    continued: dict[str, Fact[ContinueBody]] = {}
    """Further session of a body → the act that says so."""


class Bodies(View):
    tables: BodyTables

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.tables = BodyTables()

    def sessions(self, body: str) -> list[str]:
        """A body and its further sessions, the earliest first: by year, by the session reported to, by entry."""
        continued = self.tables.continued
        first = continued[body].act.of if body in continued else body
        codes = [first, *(code for code, fact in continued.items() if fact.act.of == first)]
        facts = [self.tables.bodies[code] for code in codes if code in self.tables.bodies]
        facts.sort(key=lambda f: (f.act.year or 0, f.act.reports_to_session or 0, f.first))
        return [fact.act.body for fact in facts]

    def only(self) -> str:
        """The latest session of the only body of the record; empty where there is none, or several."""
        bodies = self.tables.bodies
        sessions = self.sessions(next(iter(bodies))) if bodies else []
        return sessions[-1] if sessions and len(sessions) == len(bodies) else ""

    def observes(self, body: str, party: str) -> bool:
        """Whether a party takes part in a body as an observer."""
        recorded = self.tables.capacities.get(body, {}).get(party)
        if recorded is not None:
            return recorded.act.capacity == "observer"
        return self.parties.tables.parties[party].act.kind in OBSERVING

    def may(self, body: str, party: str, right: str) -> bool:
        """Whether a party may do in a body what members may, and observers by a right accorded to them."""
        recorded = self.tables.capacities.get(body, {}).get(party)
        return not self.observes(body, party) or (recorded is not None and right in recorded.act.rights)

    @on(EstablishBody, when={1: rules.may_establish})
    def establish(self, entry: Entry[EstablishBody]) -> None:
        act = entry.act
        self.tables.bodies[act.body] = fact(entry, self.tables.bodies.get(act.body))

    @on(ContinueBody, when={1: rules.may_continue})
    def continue_body(self, entry: Entry[ContinueBody]) -> None:
        act = entry.act
        self.tables.continued[act.body] = fact(entry, self.tables.continued.get(act.body))

    @on(ServiceBody, when={1: rules.may_service})
    def service(self, entry: Entry[ServiceBody]) -> None:
        act = entry.act
        self.tables.services[act.body] = fact(entry, self.tables.services.get(act.body))

    @on(ElectOfficer, when={1: rules.may_elect})
    def elect(self, entry: Entry[ElectOfficer]) -> None:
        act = entry.act
        offices = self.tables.officers.setdefault(act.body, {})
        key = rules.seat(offices, act)
        offices[key] = fact(entry, offices.get(key))

    @on(ReleaseOfficer, when={1: rules.may_release_officer})
    def release_officer(self, entry: Entry[ReleaseOfficer]) -> None:
        act = entry.act
        offices = self.tables.officers[act.body]
        key = rules.holder(offices, act)
        assert key is not None
        del offices[key]

    @on(NameFriend, when={1: rules.may_name})
    def name(self, entry: Entry[NameFriend]) -> None:
        act = entry.act
        friends = self.tables.friends.setdefault(act.body, {})
        friends[act.state] = fact(entry, friends.get(act.state))

    @on(ReleaseFriend, when={1: rules.may_release})
    def release(self, entry: Entry[ReleaseFriend]) -> None:
        act = entry.act
        del self.tables.friends[act.body][act.state]

    @on(AdoptAgenda, when={1: rules.may_adopt})
    def adopt(self, entry: Entry[AdoptAgenda]) -> None:
        act = entry.act
        self.tables.agendas[act.body] = fact(entry, self.tables.agendas.get(act.body))

    @on(DecideModalities, when={1: rules.may_decide})
    def decide(self, entry: Entry[DecideModalities]) -> None:
        act = entry.act
        self.tables.modalities[act.body] = fact(entry, self.tables.modalities.get(act.body))

    @on(RecordCapacity, when={1: rules.may_record_capacity})
    def record_capacity(self, entry: Entry[RecordCapacity]) -> None:
        act = entry.act
        capacities = self.tables.capacities.setdefault(act.body, {})
        capacities[act.party] = fact(entry, capacities.get(act.party))

"""When an act about a body counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.facts import Fact
from accord.acts.rulings import insist
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice

if TYPE_CHECKING:
    from accord.areas.bodies.view import Bodies


SHARED = ("vice-chair", "moderator")
"""Offices that several may hold."""


def seat(offices: Mapping[str, Fact[Any]], act: Any) -> str:
    """The key of an officer in the table: the office; of an office that several hold, `vice-chair-2` for the second.

    A correction keeps the seat of the entry that it corrects, and a person the seat that it has.
    """
    if act.office not in SHARED:
        return str(act.office)
    held = {key: fact for key, fact in offices.items() if fact.act.office == act.office}
    for key, fact in held.items():
        mends = fact.entry == act.corrects if act.corrects is not None else fact.act.person.name == act.person.name
        if mends:
            return key
    number = 1
    while act.corrects is None and _seat(act.office, number) in held:
        number += 1
    return _seat(act.office, number)


def _seat(office: str, number: int) -> str:
    return office if number == 1 else f"{office}-{number}"


def holder(offices: Mapping[str, Fact[Any]], act: Any) -> str | None:
    """The key of the one officer that a release names, if it is one."""
    found = [k for k, f in offices.items() if f.act.office == act.office and act.name in (None, f.act.person.name)]
    return found[0] if len(found) == 1 else None


def insist_body(bodies: Bodies, body: str | None) -> None:
    """The body is established."""
    insist(body is None or body in bodies.tables.bodies, "unknown-body")


def insist_voters(bodies: Bodies, body: str | None, *parties: str) -> None:
    """An observer takes no part in decisions (rule 124: members have a vote); of no body in particular, all may."""
    observing = body is not None and any(bodies.observes(body, party) for party in parties)
    insist(not observing, "observer-may-not-vote")


def insist_sponsors(bodies: Bodies, body: str | None, *parties: str) -> None:
    """Who submits is a member, or an observer to which that was accorded; of no body in particular, all may."""
    allowed = body is None or all(bodies.may(body, party, "sponsorship") for party in parties)
    insist(allowed, "observer-may-not-sponsor")


def may_establish(entry: Entry[Any], view: Bodies) -> None:
    """By the secretariat or a recorder with the source."""
    act = entry.act
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.bodies.get(act.body))


def may_continue(entry: Entry[Any], view: Bodies) -> None:
    """Both bodies are established; the first is no session of a third, and nothing is a session of the second."""
    act = entry.act
    insist_body(view, act.body)
    insist_body(view, act.of)
    table = view.tables.continued
    insist(act.of != act.body and act.of not in table, "a-session-itself")
    insist(all(fact.act.of != act.body for fact in table.values()), "a-session-itself")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, table.get(act.body))


def may_service(entry: Entry[Any], view: Bodies) -> None:
    """The body is established."""
    act = entry.act
    insist_body(view, act.body)
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.services.get(act.body))


def may_elect(entry: Entry[Any], view: Bodies) -> None:
    """The body is established, the State known.

    A second vice-chair or moderator stands beside the first; of the other offices there is one.
    """
    act = entry.act
    insist_body(view, act.body)
    insist_parties(view.parties, act.state)
    insist_voice(entry, view.parties)
    offices = view.tables.officers.get(act.body, {})
    insist_correction(entry, view.parties, offices.get(seat(offices, act)))


def may_release_officer(entry: Entry[Any], view: Bodies) -> None:
    """One person of that name holds the office now; the one who recorded it or the secretariat says so."""
    act = entry.act
    offices = view.tables.officers.get(act.body, {})
    key = holder(offices, act)
    insist(key is not None, "not-an-officer")
    assert key is not None
    insist_voice(entry, view.parties)
    insist(entry.by in (offices[key].by, view.parties.secretariat), "not-the-recorder")


def may_name(entry: Entry[Any], view: Bodies) -> None:
    """The State is known and not named yet."""
    act = entry.act
    insist_body(view, act.body)
    insist_parties(view.parties, act.state)
    insist_voice(entry, view.parties, act.state)
    insist_correction(entry, view.parties, view.tables.friends.get(act.body, {}).get(act.state), act.state)


def may_release(entry: Entry[Any], view: Bodies) -> None:
    """The State is a friend now; the one who recorded it, the State or the secretariat says so."""
    act = entry.act
    current = view.tables.friends.get(act.body, {}).get(act.state)
    insist(current is not None, "not-a-friend")
    assert current is not None
    insist_voice(entry, view.parties, act.state)
    insist(entry.by in (current.by, act.state, view.parties.secretariat), "not-the-recorder")


def may_adopt(entry: Entry[Any], view: Bodies) -> None:
    """Items are numbered from 1 without a gap."""
    act = entry.act
    insist_body(view, act.body)
    insist([item.number for item in act.items] == list(range(1, len(act.items) + 1)), "items-out-of-order")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.agendas.get(act.body))


def may_decide(entry: Entry[Any], view: Bodies) -> None:
    """The body is established; each kind of participant is named once."""
    act = entry.act
    insist_body(view, act.body)
    insist(len(set(act.admitted)) == len(act.admitted), "named-twice")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.modalities.get(act.body))


def may_record_capacity(entry: Entry[Any], view: Bodies) -> None:
    """The body is established and the party known; rights are accorded to observers, each named once."""
    act = entry.act
    insist_body(view, act.body)
    insist_parties(view.parties, act.party)
    insist(act.capacity == "observer" or not act.rights, "rights-of-a-member")
    insist(len(set(act.rights)) == len(act.rights), "named-twice")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.capacities.get(act.body, {}).get(act.party))

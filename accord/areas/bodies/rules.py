"""When an act about a body counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.rulings import insist
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice

if TYPE_CHECKING:
    from accord.areas.bodies.view import Bodies


def insist_body(bodies: Bodies, body: str | None) -> None:
    """The body is established."""
    insist(body is None or body in bodies.tables.bodies, "unknown-body")


def may_establish(entry: Entry[Any], view: Bodies) -> None:
    """By the secretariat or a recorder with the source."""
    act = entry.act
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.bodies.get(act.body))


def may_service(entry: Entry[Any], view: Bodies) -> None:
    """The body is established."""
    act = entry.act
    insist_body(view, act.body)
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.services.get(act.body))


def may_elect(entry: Entry[Any], view: Bodies) -> None:
    """The body is established, the State known."""
    act = entry.act
    insist_body(view, act.body)
    insist_parties(view.parties, act.state)
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.officers.get(act.body, {}).get(act.office))


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

"""When an act about meetings counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.rulings import insist
from accord.areas.bodies.rules import insist_body
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice

if TYPE_CHECKING:
    from accord.areas.meetings.view import Meetings


def key(body: str, label: str) -> str:
    """The key of a record of a body in its tables."""
    return f"{body}/{label}"


def may_hold(entry: Entry[Any], view: Meetings) -> None:
    """The last day is not before the first."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist(act.first <= act.last, "ends-before-it-begins")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.meetings.get(key(act.body, act.meeting)))


def may_hold_panel(entry: Entry[Any], view: Meetings) -> None:
    """Moderator's State and the affiliations are known parties."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist_parties(view.parties, act.moderator_state)
    for panellist in act.panellists:
        insist_parties(view.parties, panellist.affiliation, *panellist.affiliations)
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.panels.get(key(act.body, act.panel)))


def may_state(entry: Entry[Any], view: Meetings) -> None:
    """A party or an official speaks, not both; a group spoken for is known.

    Whether the speaker is a member of the group is shown beside the statement and does
    not decide whether it counts: the source may know more than the record.
    """
    act = entry.act
    insist_body(view.bodies, act.body)
    insist((act.speaker is None) != (act.official is None), "one-speaker")
    insist_parties(view.parties, act.speaker, act.on_behalf_of)
    insist_voice(entry, view.parties, act.speaker)
    current = view.tables.statements.get(key(act.body, act.statement))
    # Whose statement it is, is what the record holds, not what the correction claims.
    insist_correction(entry, view.parties, current, current.act.speaker if current else None)


def may_introduce(entry: Entry[Any], view: Meetings) -> None:
    """Introducers, those represented and the paper are known; an inferred paper is marked so."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist(bool(act.introducers) != act.by_chair, "one-introducer")
    insist_parties(view.parties, *act.introducers, *act.on_behalf_of)
    insist(act.document is None or act.document in view.documents.tables.documents, "unknown-document")
    insist(not act.inferred or act.document is not None, "nothing-inferred")
    insist_voice(entry, view.parties, *act.introducers)
    current = view.tables.introductions.get(key(act.body, act.introduction))
    insist_correction(entry, view.parties, current, *(current.act.introducers if current else ()))


def may_submit(entry: Entry[Any], view: Meetings) -> None:
    """The submitter is a known party."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist_parties(view.parties, act.submitter)
    insist_voice(entry, view.parties, act.submitter)
    insist_correction(entry, view.parties, view.tables.submissions.get(key(act.body, act.submitter)), act.submitter)


def may_discuss(entry: Entry[Any], view: Meetings) -> None:
    """A person facilitates, or the Chair, not both."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist(not (act.by_chair and act.facilitator), "one-facilitator")
    insist_parties(view.parties, act.facilitator_state)
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.themes.get(key(act.body, act.theme)))


def may_strike(entry: Entry[Any], view: Meetings) -> None:
    """The record stands; the one who recorded it or the secretariat strikes it."""
    act = entry.act
    current = view.register(act.register).get(key(act.body, act.label))
    insist(current is not None, "no-such-record")
    assert current is not None
    insist(entry.by in (current.by, view.parties.secretariat), "not-the-recorder")

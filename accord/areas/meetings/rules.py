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


def single(body: str, number: int) -> str:
    """The key of a single meeting in its tables."""
    return f"{body}/{number}"


def present(body: str, number: int, party: str) -> str:
    """The key of a party's attendance in its table."""
    return f"{body}/{number}/{party}"


def insist_times(act: Any) -> None:
    """A time has the offset of the venue's clocks, and an end has a beginning before it."""
    insist(act.offset is not None or (act.starts is None and act.ends is None), "no-offset")
    insist(act.ends is None or (act.starts is not None and act.starts < act.ends), "ends-before-it-begins")


def insist_meeting(view: Meetings, body: str, number: int) -> None:
    """The meeting is scheduled."""
    insist(single(body, number) in view.tables.scheduled, "no-such-meeting")


def insist_waiting(view: Meetings, body: str, number: int) -> None:
    """The meeting is scheduled, and neither cancelled nor convened."""
    insist_meeting(view, body, number)
    name = single(body, number)
    insist(name not in view.tables.cancelled, "meeting-cancelled")
    insist(not view.tables.sittings.get(name), "already-convened")


def may_schedule(entry: Entry[Any], view: Meetings) -> None:
    """Times have the venue's offset; the items are of the agenda, where one is adopted."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist_times(act)
    agenda = view.bodies.tables.agendas.get(act.body)
    known = None if agenda is None else [item.number for item in agenda.act.items]
    insist(known is None or all(item in known for item in act.items), "no-such-item")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.scheduled.get(single(act.body, act.number)))


def may_postpone(entry: Entry[Any], view: Meetings) -> None:
    """The meeting waits to be held; a time stands with its day."""
    act = entry.act
    insist_waiting(view, act.body, act.number)
    insist(act.to is not None or act.starts is None, "no-day")
    insist_times(act)
    insist_voice(entry, view.parties)


def may_cancel(entry: Entry[Any], view: Meetings) -> None:
    """The meeting waits to be held."""
    act = entry.act
    insist_waiting(view, act.body, act.number)
    insist_voice(entry, view.parties)


def may_convene(entry: Entry[Any], view: Meetings) -> None:
    """The meeting is scheduled and not cancelled; once convened, it was suspended, and resumes no earlier."""
    act = entry.act
    insist_meeting(view, act.body, act.number)
    insist_parties(view.parties, act.presiding_state)
    name = single(act.body, act.number)
    insist(name not in view.tables.cancelled, "meeting-cancelled")
    sittings = view.tables.sittings.get(name, ())
    if sittings:
        closed = sittings[-1].closed
        insist(closed is not None, "in-session")
        assert closed is not None
        insist(closed.act.how == "suspended", "meeting-over")
        insist(not before((act.on, act.time), sittings[-1].end), "ends-before-it-begins")
    insist_voice(entry, view.parties)


def may_close(entry: Entry[Any], view: Meetings) -> None:
    """The meeting is in session, and ends no earlier than it was convened."""
    act = entry.act
    insist_meeting(view, act.body, act.number)
    sittings = view.tables.sittings.get(single(act.body, act.number), ())
    insist(sittings and sittings[-1].closed is None, "not-in-session")
    convened = sittings[-1].convened.act
    insist(not before((act.on or convened.on, act.time), (convened.on, convened.time)), "ends-before-it-begins")
    insist_voice(entry, view.parties)


def before(one: tuple[Any, str | None], other: tuple[Any, str | None]) -> bool:
    """Whether a day and time is before another; without a time it may be any of its day.

    >>> before((1, "10:00"), (1, "11:00")), before((1, None), (1, "11:00")), before((2, None), (1, "11:00"))
    (True, False, False)
    """
    (day, time), (other_day, other_time) = one, other
    if day != other_day:
        return bool(day < other_day)
    return time is not None and other_time is not None and time < other_time


def may_strike_meeting(entry: Entry[Any], view: Meetings) -> None:
    """The entry named is what was recorded last of the meeting; the recorder or the secretariat strikes it."""
    act = entry.act
    insist_meeting(view, act.body, act.number)
    current = view.latest(single(act.body, act.number))
    insist(act.strikes == current.entry, "not-the-current-entry")
    insist(entry.by in (current.by, view.parties.secretariat), "not-the-recorder")


def may_attend(entry: Entry[Any], view: Meetings) -> None:
    """The meeting was convened; the party itself says so, or whoever keeps the list."""
    act = entry.act
    insist_meeting(view, act.body, act.number)
    insist(view.tables.sittings.get(single(act.body, act.number)), "not-convened")
    insist_parties(view.parties, act.party)
    insist_voice(entry, view.parties, act.party)
    current = view.tables.attendances.get(present(act.body, act.number, act.party))
    insist_correction(entry, view.parties, current, act.party)


def may_strike_attendance(entry: Entry[Any], view: Meetings) -> None:
    """The attendance stands; the one who recorded it, the party or the secretariat strikes it."""
    act = entry.act
    current = view.tables.attendances.get(present(act.body, act.number, act.party))
    insist(current is not None, "no-such-record")
    assert current is not None
    insist(entry.by in (current.by, act.party, view.parties.secretariat), "not-the-recorder")


def may_adopt_programme(entry: Entry[Any], view: Meetings) -> None:
    """Revisions follow one another without a gap; the slots stand in the order of days and parts of days."""
    act = entry.act
    insist_body(view.bodies, act.body)
    programmes = view.tables.programmes
    insist(act.revision == 0 or key(act.body, str(act.revision - 1)) in programmes, "revision-out-of-order")
    parts = ("morning", "afternoon", "evening")
    places = [(slot.day, parts.index(slot.part)) for slot in act.slots]
    insist(places == sorted(places), "slots-out-of-order")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, programmes.get(key(act.body, str(act.revision))))


def may_strike(entry: Entry[Any], view: Meetings) -> None:
    """The record stands; the one who recorded it or the secretariat strikes it."""
    act = entry.act
    current = view.register(act.register).get(key(act.body, act.label))
    insist(current is not None, "no-such-record")
    assert current is not None
    insist(entry.by in (current.by, view.parties.secretariat), "not-the-recorder")

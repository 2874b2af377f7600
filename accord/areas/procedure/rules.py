"""When an act about procedure counts: when what it says can have happened at all.

An act that breaks a rule of procedure counts: the Chair let it pass, and that stands; the
product notes the rule beside it (`order.notes`). Only what cannot be has no effect: a vote
on a proposal that was withdrawn, more votes than members, an appeal against no ruling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.rulings import insist
from accord.areas.bodies.rules import insist_body, insist_sponsors, insist_voters
from accord.areas.meetings.rules import single
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice
from accord.areas.procedure.events import event_of
from accord.areas.procedure.possible import (
    can_begin,
    can_close,
    can_count,
    can_decide,
    can_explain,
    can_go_on,
    can_lift,
    can_move,
    can_object,
    can_open,
    can_order,
    can_pass_over,
    can_place,
    can_raise,
    can_result,
    can_rule,
    can_speak,
    can_withdraw,
)

if TYPE_CHECKING:
    from accord.areas.procedure.view import Procedures


def insist_recorded(entry: Entry[Any], view: Procedures) -> None:
    """What the Chair or the body does: of an established body, recorded by the secretariat or from a source."""
    insist_body(view.bodies, entry.act.body)
    insist_voice(entry, view.parties)


def insist_said(entry: Entry[Any], view: Procedures, *parties: str | None) -> None:
    """Of an established body, about parties that are known; said by one of them, the secretariat, or a recorder."""
    insist_body(view.bodies, entry.act.body)
    insist_parties(view.parties, *parties)
    insist_voice(entry, view.parties, *parties)


def insist_mover(view: Procedures, body: str, party: str | None) -> None:
    """Who moves or speaks to a procedural motion is a member, or an observer to which that was accorded."""
    insist(party is None or view.bodies.may(body, party, "motions"), "observer-may-not-move")


def may_adopt(entry: Entry[Any], view: Procedures) -> None:
    """Shares are of one whole, and each motion is named once; the document is registered."""
    act = entry.act
    changes = act.changes
    insist(act.document is None or act.document in view.documents.tables.documents, "unknown-document")
    if changes is not None:
        shares = (changes.quorum_to_open, changes.quorum_to_decide, changes.majority, changes.majority_to_reconsider)
        insist(all(share is None or share.numerator <= share.denominator for share in shares), "more-than-all")
        named = [one.motion for one in changes.speakers]
        insist(len(set(named)) == len(named), "named-twice")
    insist_recorded(entry, view)
    insist_correction(entry, view.parties, view.tables.adopted.get(act.body))


def may_open(entry: Entry[Any], view: Procedures) -> None:
    """The next meeting of the body, or the one that was suspended; present and members are given together."""
    act = entry.act
    insist_recorded(entry, view)
    insist(single(act.body, act.number) not in view.meetings.tables.cancelled, "meeting-cancelled")
    insist((act.members is None) == (act.present is None), "members-and-present")
    latest = view.latest(act.body)
    if latest is not None and latest != act.number:
        insist(act.number > latest, "not-the-next-meeting")
        insist(view.floor(act.body, latest).state not in ("open", "suspended"), "another-meeting-open")
    can_open(view.floor(act.body, act.number), event_of(act))


def may_count(entry: Entry[Any], view: Procedures) -> None:
    """The meeting is open."""
    insist_recorded(entry, view)
    can_count(view.floor_of(entry.act), event_of(entry.act))


def may_close(entry: Entry[Any], view: Procedures) -> None:
    """The meeting is open, or suspended and adjourned then."""
    insist_recorded(entry, view)
    can_close(view.floor_of(entry.act), event_of(entry.act))


def may_debate(entry: Entry[Any], view: Procedures) -> None:
    """The meeting is open."""
    insist_recorded(entry, view)
    can_go_on(view.floor_of(entry.act), event_of(entry.act))


def may_put(entry: Entry[Any], view: Procedures) -> None:
    """Its sponsors are known; it comes under a label of its own."""
    act = entry.act
    insist_said(entry, view, *act.sponsors)
    insist(len(set(act.sponsors)) == len(act.sponsors), "named-twice")
    insist_sponsors(view.bodies, act.body, *act.sponsors)
    can_place(view.floor_of(act), event_of(act))


def may_move(entry: Entry[Any], view: Procedures) -> None:
    """The mover is known; whether the motion is in order now, is noted and not judged here."""
    insist_said(entry, view, entry.act.mover)
    insist_mover(view, entry.act.body, entry.act.mover)
    can_move(view.floor_of(entry.act), event_of(entry.act))


def may_speak(entry: Entry[Any], view: Procedures) -> None:
    """The motion is pending; how many have spoken is noted and not judged here."""
    insist_said(entry, view, entry.act.speaker)
    insist_mover(view, entry.act.body, entry.act.speaker)
    can_speak(view.floor_of(entry.act), event_of(entry.act))


def may_withdraw(entry: Entry[Any], view: Procedures) -> None:
    """It is before the meeting; that its proposer withdraws it, is noted and not judged here."""
    insist_said(entry, view, entry.act.party)
    can_withdraw(view.floor_of(entry.act), event_of(entry.act))


def may_raise(entry: Entry[Any], view: Procedures) -> None:
    """No other point of order awaits its ruling."""
    insist_said(entry, view, entry.act.party)
    insist(view.bodies.may(entry.act.body, entry.act.party, "points-of-order"), "observer-may-not-raise-points")
    can_raise(view.floor_of(entry.act), event_of(entry.act))


def may_rule(entry: Entry[Any], view: Procedures) -> None:
    """There is something to rule on."""
    insist_recorded(entry, view)
    can_rule(view.floor_of(entry.act), event_of(entry.act))


def may_order(entry: Entry[Any], view: Procedures) -> None:
    """The questions are before the meeting."""
    insist_recorded(entry, view)
    can_order(view.floor_of(entry.act), event_of(entry.act))


def may_begin(entry: Entry[Any], view: Procedures) -> None:
    """Nothing else is being voted."""
    insist_recorded(entry, view)
    can_begin(view.floor_of(entry.act), event_of(entry.act))


def may_record(entry: Entry[Any], view: Procedures) -> None:
    """The votes recorded by member are as many as the result says, each member once."""
    act = entry.act
    insist_recorded(entry, view)
    insist_parties(view.parties, *(one.party for one in act.votes))
    insist_voters(view.bodies, act.body, *(one.party for one in act.votes))
    insist(len({one.party for one in act.votes}) == len(act.votes), "named-twice")
    if act.votes:
        given = [one.vote for one in act.votes]
        counted = (given.count("yes"), given.count("no"), given.count("abstain"))
        insist(counted == (act.in_favour, act.against, act.abstaining), "votes-differ")
    can_result(view.floor_of(act), event_of(act))


def may_explain(entry: Entry[Any], view: Procedures) -> None:
    """The question is or was before the meeting."""
    insist_said(entry, view, entry.act.party)
    insist_voters(view.bodies, entry.act.body, entry.act.party)
    can_explain(view.floor_of(entry.act), event_of(entry.act))


def may_decide(entry: Entry[Any], view: Procedures) -> None:
    """It is before the meeting; an objection that stands is noted and not judged here."""
    insist_recorded(entry, view)
    can_decide(view.floor_of(entry.act), event_of(entry.act))


def may_object(entry: Entry[Any], view: Procedures) -> None:
    """It is before the meeting; an objection that is lifted was made."""
    act = entry.act
    insist_said(entry, view, act.party)
    insist_voters(view.bodies, act.body, act.party)
    if act.lifted:
        can_lift(view.floor_of(act), event_of(act))
    else:
        can_object(view.floor_of(act), event_of(act))


def may_pass_over(entry: Entry[Any], view: Procedures) -> None:
    """The question is before the meeting."""
    insist_recorded(entry, view)
    can_pass_over(view.floor_of(entry.act), event_of(entry.act))


def may_strike(entry: Entry[Any], view: Procedures) -> None:
    """A step of the latest meeting, by its recorder or the secretariat; what came after can stand without it."""
    act = entry.act
    insist_recorded(entry, view)
    insist(view.latest(act.body) == act.number, "not-the-latest-meeting")
    steps = view.tables.steps.get(single(act.body, act.number), ())
    struck = next((one for one in steps if one.entry == act.step), None)
    insist(struck is not None, "no-such-step")
    assert struck is not None
    insist(entry.by in (struck.by, view.parties.secretariat), "not-the-recorder")
    insist(view.without(act.body, act.number, act.step) is not None, "later-steps-need-it")

"""What can happen on the floor of a meeting, and what cannot: two things are not voted at once, nor one withdrawn.

Out of order is another matter (`order.notes`): what breaks a rule can happen, and stands if the Chair lets it pass.
"""

from __future__ import annotations

from accord.acts.rulings import insist
from accord.areas.procedure.floor import DECIDED, Event, Floor, stands


def insist_open(floor: Floor) -> None:
    """The meeting is open."""
    insist(floor.state == "open", "meeting-not-open")


def insist_pending(floor: Floor, label: str) -> None:
    """A motion or a question that is before the meeting now."""
    question = floor.question(label)
    if question is not None:
        insist(question.state != "withdrawn", "withdrawn")
        insist(question.state == "pending", "not-pending")
    else:
        insist(floor.motion(label), "not-before-the-meeting")


def insist_decidable(floor: Floor, label: str) -> None:
    """What can be decided: neither withdrawn nor ruled out. To decide a second time is possible, if not in order."""
    insist_open(floor)
    question = floor.question(label)
    if question is None:
        insist(floor.motion(label), "not-before-the-meeting")
    else:
        insist(question.state != "withdrawn", "withdrawn")
        insist(question.state in ("pending", *DECIDED), "not-pending")


def can_open(floor: Floor, event: Event) -> None:
    """It is not open, or it was suspended; no more are present than there are members."""
    insist(floor.state != "open", "meeting-is-open")
    insist(floor.state != "adjourned", "meeting-is-over")
    insist(not event.counts or event.counts[1] <= event.counts[0], "more-than-members")


def can_count(floor: Floor, event: Event) -> None:
    """No more are present than there are members."""
    insist_open(floor)
    insist(floor.members is None or event.counts[0] <= floor.members, "more-than-members")


def can_close(floor: Floor, event: Event) -> None:
    """It is open, or suspended and does not resume."""
    insist(floor.state == "open" or (floor.state == "suspended" and event.what == "adjourned"), "meeting-not-open")


def can_go_on(floor: Floor, event: Event) -> None:
    """The meeting is open."""
    insist_open(floor)


def can_close_list(floor: Floor, event: Event) -> None:
    """There is a debate, and its list is open."""
    insist_open(floor)
    item = floor.debated(floor.item)
    insist(item is not None, "not-before-the-meeting")
    assert item is not None
    insist(not item.list_closed, "list-closed")


def can_reopen_list(floor: Floor, event: Event) -> None:
    """There is a debate, and its list is closed."""
    insist_open(floor)
    item = floor.debated(floor.item)
    insist(item is not None, "not-before-the-meeting")
    assert item is not None
    insist(item.list_closed, "list-open")


def can_speak_in_debate(floor: Floor, event: Event) -> None:
    """There is a debate."""
    insist_open(floor)
    insist(floor.debated(floor.item), "not-before-the-meeting")


def can_waive_reply(floor: Floor, event: Event) -> None:
    """The party asked for the right of reply on the item at this meeting."""
    insist_open(floor)
    insist((floor.item, event.by) in floor.replies, "no-reply-asked")


def can_place(floor: Floor, event: Event) -> None:
    """Under a label of its own, or withdrawn before and introduced again; what it amends is there and stands."""
    insist_open(floor)
    insist(floor.motion(event.on) is None and event.on not in floor.settled, "label-used")
    same = floor.question(event.on)
    if same is not None:
        insist(same.state == "withdrawn", "label-used")
        insist(same.of == event.of and same.kind == event.what, "another-question")
    insist((event.what == "amendment") == bool(event.of), "amends-nothing")
    if event.of:
        amended = floor.question(event.of)
        insist(amended is not None, "not-before-the-meeting")
        assert amended is not None
        insist(amended.state != "withdrawn", "withdrawn")
        insist(amended.state in ("pending", *DECIDED), "not-pending")


def can_withdraw(floor: Floor, event: Event) -> None:
    """It is before the meeting."""
    insist_open(floor)
    insist_pending(floor, event.on)


def can_move(floor: Floor, event: Event) -> None:
    """Under a label of its own, none of its kind pending; what it is about is there and in a state for it."""
    insist_open(floor)
    used = floor.question(event.on) is not None or floor.motion(event.on) is not None or event.on in floor.settled
    insist(not used, "label-used")
    insist(floor.moved(event.what, event.of) is None, "motion-is-pending")
    if event.what == "appeal":
        insist(floor.ruling is not None and not floor.ruling.appealed, "no-ruling")
    insist((event.what in ("competence", "reconsider", "divide")) == bool(event.of), "motion-about")
    if event.of:
        question = floor.question(event.of)
        insist(question is not None, "not-before-the-meeting")
        assert question is not None
        insist(question.state != "withdrawn", "withdrawn")
        if event.what == "reconsider":
            insist(question.state in DECIDED, "not-decided")
            insist(stands(floor, question.of), "not-pending")
        else:
            insist(question.state in ("pending", *DECIDED), "not-pending")
    if event.what == "divide":
        insist(len(set(event.labels)) == len(event.labels) >= 2, "two-parts")
        taken = (*(q.label for q in floor.questions), *(m.label for m in floor.motions), *floor.settled, event.on)
        insist(not set(event.labels) & set(taken), "label-used")
    else:
        insist(not event.labels, "two-parts")


def can_speak(floor: Floor, event: Event) -> None:
    """The motion is pending."""
    insist_open(floor)
    insist(floor.motion(event.on), "not-before-the-meeting")


def can_object(floor: Floor, event: Event) -> None:
    """It is before the meeting, and the party does not object already."""
    insist_open(floor)
    insist_pending(floor, event.on)
    target = floor.motion(event.on) or floor.question(event.on)
    insist(target is None or event.by not in target.objections, "objects-already")


def can_lift(floor: Floor, event: Event) -> None:
    """The party objects."""
    insist_open(floor)
    target = floor.motion(event.on) or floor.question(event.on)
    insist(target is not None and event.by in target.objections, "no-objection")


def can_raise(floor: Floor, event: Event) -> None:
    """No other point of order awaits its ruling."""
    insist_open(floor)
    insist(not floor.point, "point-is-pending")


def can_rule(floor: Floor, event: Event) -> None:
    """There is a point of order to rule on, or the Chair rules something out; no appeal waits for its vote."""
    insist_open(floor)
    insist(floor.moved("appeal") is None, "appeal-is-pending")
    insist(floor.point or event.of, "nothing-to-rule-on")
    if event.of:
        insist_pending(floor, event.of)


def can_order(floor: Floor, event: Event) -> None:
    """Each question once, and each is before the meeting."""
    insist_open(floor)
    insist(len(set(event.labels)) == len(event.labels), "named-twice")
    for label in event.labels:
        insist(floor.question(label), "not-before-the-meeting")
        insist_pending(floor, label)


def can_pass_over(floor: Floor, event: Event) -> None:
    """The question is before the meeting."""
    insist_open(floor)
    insist(floor.question(event.on), "not-before-the-meeting")
    insist_pending(floor, event.on)


def can_begin(floor: Floor, event: Event) -> None:
    """One thing is voted at a time; an appeal alone may come between."""
    insist_decidable(floor, event.on)
    motion = floor.motion(event.on)
    appeal = motion is not None and motion.kind == "appeal"
    insist(floor.voting != event.on and (not floor.voting or (appeal and not floor.held)), "voting-on-another")


def can_result(floor: Floor, event: Event) -> None:
    """Of what is being voted, and by no more than are there."""
    insist_decidable(floor, event.on)
    motion = floor.motion(event.on)
    appeal = motion is not None and motion.kind == "appeal" and not floor.held
    insist(floor.voting in ("", event.on) or appeal, "voting-on-another")
    there = floor.present if floor.present is not None else floor.members
    insist(there is None or sum(event.counts) <= there, "more-votes-than-members")


def can_decide(floor: Floor, event: Event) -> None:
    """It is before the meeting, and not being voted."""
    insist_decidable(floor, event.on)
    insist(not floor.voting, "voting-on-another")


def can_explain(floor: Floor, event: Event) -> None:
    """The question is or was before the meeting."""
    insist_open(floor)
    question = floor.question(event.on)
    insist(question is not None, "not-before-the-meeting")
    assert question is not None
    insist(question.state != "withdrawn", "withdrawn")

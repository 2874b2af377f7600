"""What is out of order: the rule that an event breaks, and how. The Chair judges; this only tells.

An event that is possible and breaks a rule still happens: what the Chair lets pass stands.
So these are notes beside the record, never a condition of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from accord.acts.view import Row
from accord.areas.procedure.floor import DECIDED, Event, Floor, Motion, Question
from accord.areas.procedure.sets import TOPIC_OF, Procedure, Topic

Breach = Literal[
    "too-few-to-open",
    "too-few-to-decide",
    "point-of-order-first",
    "appeal-first",
    "motion-first",
    "not-debated",
    "enough-in-favour",
    "enough-against",
    "spoke-already",
    "voting-has-begun",
    "no-debate-now",
    "debate-is-adjourned",
    "debate-is-closed",
    "list-is-closed",
    "enough-replies",
    "circulated-too-late",
    "draft-report-too-late",
    "not-its-proposer",
    "amended-already",
    "decided-already",
    "competence-first",
    "division-first",
    "parts-first",
    "amendment-first",
    "another-order-decided",
    "submitted-earlier",
    "objection-stands",
    "own-proposal",
    "by-consensus-only",
]


class Note(Row, frozen=True):
    """A rule that an event breaks: what it speaks of, its number, and how it is broken."""

    topic: Topic
    rule: int
    breach: Breach


Found = Iterator[tuple[Topic, Breach]]


def notes(rules: Procedure, floor: Floor, event: Event) -> tuple[Note, ...]:
    """The rules that an event would break here; none where it is in order.

    Only rules that the set has: of the rest the Chair decides.
    """
    numbers = rules.numbers
    if not numbers:
        return ()
    found = []
    for topic, breach in (*_before_all(floor, event), *_BROKEN[event.kind](rules, floor, event)):
        number = numbers.get(topic)
        if number is not None:
            found.append(Note(topic, number, breach))
    return tuple(found)


_BETWEEN = ("rule", "count")
"""What may come at any time, also between a point of order and its ruling or during a vote."""


def _before_all(floor: Floor, event: Event) -> Found:
    """What nothing else may come before: a point of order, an appeal, a vote that has begun."""
    if event.kind in _BETWEEN:
        return
    if floor.point and event.kind != "raise":
        yield "point-of-order", "point-of-order-first"
    appeal = floor.moved("appeal")
    if appeal is not None:
        if event.on != appeal.label:
            yield "point-of-order", "appeal-first"
    elif floor.voting and event.kind != "raise" and not _of_the_vote(floor, event):
        yield "conduct-of-voting", "voting-has-begun"


def _of_the_vote(floor: Floor, event: Event) -> bool:
    if event.kind == "move":
        return event.what == "appeal"
    return event.on == floor.voting and event.kind in ("result", "withdraw")


def _nothing(rules: Procedure, floor: Floor, event: Event) -> Found:
    return iter(())


def _open(rules: Procedure, floor: Floor, event: Event) -> Found:
    if event.counts and rules.open is not None and not rules.open.met(event.counts[1], event.counts[0]):
        yield "quorum", "too-few-to-open"


def _motion_first(rules: Procedure, floor: Floor, rank: int) -> Found:
    """A motion of higher precedence is pending."""
    if any(motion.kind != "appeal" and rules.rank(motion.kind) < rank for motion in floor.motions):
        yield "precedence", "motion-first"


def _other_business(rules: Procedure, floor: Floor, event: Event) -> Found:
    return _motion_first(rules, floor, len(rules.precedence))


def _debate(rules: Procedure, floor: Floor, event: Event) -> Found:
    yield from _other_business(rules, floor, event)
    item = floor.debated(event.on)
    if item is not None and item.debate == "closed":
        yield "close-debate", "debate-is-closed"


def _inscribe(rules: Procedure, floor: Floor, event: Event) -> Found:
    item = floor.debated(floor.item)
    if item is None:
        return
    if item.list_closed:
        yield "list-of-speakers", "list-is-closed"
    if item.debate != "open":
        yield _ended(item.debate)


def _reply(rules: Procedure, floor: Floor, event: Event) -> Found:
    if event.by and rules.reply_seconds and floor.replies.count((floor.item, event.by)) >= len(rules.reply_seconds):
        yield "right-of-reply", "enough-replies"


def _ended(debate: str) -> tuple[Topic, Breach]:
    if debate == "closed":
        return "close-debate", "debate-is-closed"
    return "adjourn-debate", "debate-is-adjourned"


def _place(rules: Procedure, floor: Floor, event: Event) -> Found:
    amended = floor.question(event.of)
    if amended is not None and amended.state in DECIDED:
        yield "reconsideration", "decided-already"


def _withdraw(rules: Procedure, floor: Floor, event: Event) -> Found:
    question = floor.question(event.on)
    motion = floor.motion(event.on)
    proposers = question.sponsors if question is not None else (motion.mover if motion is not None else "",)
    if event.by not in proposers:
        yield "withdrawal", "not-its-proposer"
    if any(one.of == event.on and one.kind == "amendment" and one.state == "adopted" for one in floor.questions):
        yield "withdrawal", "amended-already"
    if event.on in (floor.voting, floor.held):
        yield "withdrawal", "voting-has-begun"


def _move(rules: Procedure, floor: Floor, event: Event) -> Found:
    yield from _motion_first(rules, floor, rules.rank(event.what))
    if event.what in ("adjourn-debate", "close-debate"):
        item = floor.debated(floor.item)
        if item is None:
            yield TOPIC_OF[event.what], "no-debate-now"
        elif item.debate != "open":
            yield _ended(item.debate)
    elif event.what in ("competence", "divide"):
        question = floor.question(event.of)
        if question is not None and question.state in DECIDED:
            yield "reconsideration", "decided-already"


def _speak(rules: Procedure, floor: Floor, event: Event) -> Found:
    motion = floor.motion(event.on)
    assert motion is not None, "nobody speaks to a motion that is not pending"
    yield from _motion_first(rules, floor, rules.rank(motion.kind))
    topic, limit = TOPIC_OF[motion.kind], rules.limit(motion.kind)
    if limit.in_favour == limit.against == 0:
        yield topic, "not-debated"
        return
    if event.what == "in-favour" and limit.in_favour is not None and motion.in_favour >= limit.in_favour:
        yield topic, "enough-in-favour"
    if event.what == "against" and limit.against is not None and motion.against >= limit.against:
        yield topic, "enough-against"
    if event.by == motion.mover or event.by in motion.spoke:
        yield topic, "spoke-already"


def _begin(rules: Procedure, floor: Floor, event: Event) -> Found:
    if rules.by_consensus:
        yield "consensus", "by-consensus-only"
    yield from _decision(rules, floor, event)


def _result(rules: Procedure, floor: Floor, event: Event) -> Found:
    if floor.voting != event.on:
        yield from _begin(rules, floor, event)
        return
    if rules.by_consensus:
        yield "consensus", "by-consensus-only"
    yield from _enough(rules, floor)


def _decide(rules: Procedure, floor: Floor, event: Event) -> Found:
    motion, question = floor.motion(event.on), floor.question(event.on)
    if motion is not None and motion.objections:
        yield TOPIC_OF[motion.kind] if motion.kind == "divide" else "majority", "objection-stands"
    if question is not None and question.objections:
        yield "consensus" if rules.by_consensus else "majority", "objection-stands"
    yield from _decision(rules, floor, event)


def _enough(rules: Procedure, floor: Floor) -> Found:
    if rules.decide is None or floor.present is None or floor.members is None:
        return
    if not rules.decide.met(floor.present, floor.members):
        yield "quorum", "too-few-to-decide"


def _decision(rules: Procedure, floor: Floor, event: Event) -> Found:
    """What stands before a decision on a motion or a question."""
    yield from _enough(rules, floor)
    motion = floor.motion(event.on)
    if motion is not None:
        yield from _motion_first(rules, floor, rules.rank(motion.kind))
        return
    question = floor.question(event.on)
    assert question is not None, "nothing is decided that is not before the meeting"
    yield from _other_business(rules, floor, event)
    yield from _before_a_question(rules, floor, question)


def _before_a_question(rules: Procedure, floor: Floor, question: Question) -> Found:
    label = question.label
    if question.state in DECIDED:
        yield "reconsideration", "decided-already"
    item = floor.debated(question.item)
    if item is not None and item.debate == "adjourned":
        yield "adjourn-debate", "debate-is-adjourned"
    if floor.moved("competence", label) is not None:
        yield "competence", "competence-first"
    if floor.moved("divide", label) is not None:
        yield "division", "division-first"
    waiting = [one for one in floor.questions if one.state == "pending"]
    if any(one.of == label and one.kind == "amendment" for one in waiting):
        yield "amendments", "amendment-first"
    if any(one.of == label and one.kind == "part" for one in waiting):
        yield "division", "parts-first"
    if question.kind == "proposal" and _late(floor, rules.notice, question):
        yield "submission", "circulated-too-late"
    if question.kind == "report" and _late(floor, rules.report_notice, question):
        yield "draft-report", "draft-report-too-late"
    yield from _in_turn(floor, question, waiting)


def _late(floor: Floor, days: int | None, question: Question) -> bool:
    """Whether it was circulated fewer days before the meeting than the rule asks; where a day is unknown, no."""
    if days is None or floor.day is None or question.circulated is None:
        return False
    return floor.day - question.circulated < days


def _in_turn(floor: Floor, question: Question, waiting: list[Question]) -> Found:
    """Whether another of the same kind comes first: by the order decided, else proposals as they were submitted."""
    if question.kind not in ("proposal", "amendment"):
        return
    topic: Topic = "proposals" if question.kind == "proposal" else "amendments"
    rivals = [
        one
        for one in waiting
        if one.kind == question.kind and one.of == question.of and one.item == question.item and one is not question
    ]
    order = floor.order
    if question.label in order:
        mine = order.index(question.label)
        if any(one.label in order[:mine] for one in rivals):
            yield topic, "another-order-decided"
        return
    if any(one.label in order for one in rivals):
        yield topic, "another-order-decided"
    elif question.kind == "proposal":
        placed = [one.label for one in floor.questions]
        if any(placed.index(one.label) < placed.index(question.label) for one in rivals):
            yield topic, "submitted-earlier"


def _explain(rules: Procedure, floor: Floor, event: Event) -> Found:
    yield from _other_business(rules, floor, event)
    question = floor.question(event.on)
    if question is not None and event.by in question.sponsors:
        yield "conduct-of-voting", "own-proposal"


_BROKEN: dict[str, Callable[[Procedure, Floor, Event], Found]] = {
    "open": _open,
    "count": _nothing,
    "close": _nothing,
    "debate": _debate,
    "close-list": _nothing,
    "reopen-list": _nothing,
    "inscribe": _inscribe,
    "reply": _reply,
    "waive-reply": _nothing,
    "place": _place,
    "withdraw": _withdraw,
    "move": _move,
    "speak": _speak,
    "object": _nothing,
    "lift": _nothing,
    "raise": _nothing,
    "rule": _nothing,
    "order": _nothing,
    "pass-over": _other_business,
    "begin": _begin,
    "result": _result,
    "decide": _decide,
    "explain": _explain,
}


def next_motion(rules: Procedure, floor: Floor) -> Motion | None:
    """The pending motion that is dealt with first; of those that no rule orders, the first that was moved."""
    return min(floor.motions, key=lambda motion: rules.rank(motion.kind), default=None)

"""What an event changes: the floor before it, the floor after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from msgspec.structs import replace

from accord.areas.procedure.floor import (
    GONE,
    DebateState,
    Event,
    Floor,
    Item,
    Motion,
    Question,
    QuestionKind,
    Ruling,
    stands,
)
from accord.areas.procedure.sets import MotionKind, Procedure

Effect = Callable[[Procedure, Floor, Event], Floor]


def after(rules: Procedure, floor: Floor, event: Event) -> Floor:
    """The floor after an event that is possible (`rules.can_...`); out of order or not, it happened."""
    return _EFFECTS[event.kind](rules, floor, event)


def carried(rules: Procedure, floor: Floor, on: str, counts: tuple[int, ...]) -> bool:
    """Whether a vote carries what was voted: votes equally divided reject it, and abstentions do not count.

    Sources: A/520/Rev.20, rules 123, 125, 126, 133.
    """
    motion = floor.motion(on)
    share = rules.reconsider if motion is not None and motion.kind == "reconsider" else rules.majority
    in_favour, against = counts[0], counts[1]
    return in_favour > against and share.met(in_favour, in_favour + against)


def _open(rules: Procedure, floor: Floor, event: Event) -> Floor:
    day = floor.day if event.day is None else event.day
    if not event.counts:
        return replace(floor, state="open", day=day)
    return replace(floor, state="open", day=day, members=event.counts[0], present=event.counts[1])


def _count(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return replace(floor, present=event.counts[0])


def _close(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return _leave(floor, event.what)


def _leave(floor: Floor, state: str) -> Floor:
    """The meeting is suspended, or over. What was being voted is not voted any more; of a meeting that is over
    no motion or point of order is left, and the questions remain for the next one."""
    floor = replace(floor, state=state, voting="", held="")
    if state == "suspended":
        return floor
    settled = (*floor.settled, *(motion.label for motion in floor.motions))
    return replace(floor, motions=(), settled=settled, point="", ruling=None)


def reopened(floor: Floor) -> Floor:
    """The floor with which the next meeting of the body begins: questions and debates go on."""
    return Floor(item=floor.item, items=floor.items, questions=floor.questions, order=floor.order)


def _debate(rules: Procedure, floor: Floor, event: Event) -> Floor:
    floor = replace(floor, item=event.on)
    if floor.debated(event.on) is None:
        return replace(floor, items=(*floor.items, Item(event.on)))
    return _debated(floor, debate="open")


def _debated(floor: Floor, debate: DebateState | None = None, list_closed: bool | None = None) -> Floor:
    """The debate on the present item, changed."""

    def changed(item: Item) -> Item:
        if item.label != floor.item:
            return item
        return Item(
            item.label,
            item.debate if debate is None else debate,
            item.list_closed if list_closed is None else list_closed,
        )

    return replace(floor, items=tuple(changed(item) for item in floor.items))


def _close_list(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return _debated(floor, list_closed=True)


def _reopen_list(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return _debated(floor, list_closed=False)


def _same(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return floor


def _reply(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return replace(floor, replies=(*floor.replies, (floor.item, event.by)))


def _waive_reply(rules: Procedure, floor: Floor, event: Event) -> Floor:
    replies = list(floor.replies)
    replies.remove((floor.item, event.by))
    return replace(floor, replies=tuple(replies))


def _place(rules: Procedure, floor: Floor, event: Event) -> Floor:
    placed = Question(
        event.on, cast(QuestionKind, event.what), event.of, event.labels, floor.item, event.effect, event.day
    )
    if floor.question(event.on) is None:
        return replace(floor, questions=(*floor.questions, placed))
    return _with(floor, placed)


def _with(floor: Floor, question: Question) -> Floor:
    return replace(floor, questions=tuple(question if q.label == question.label else q for q in floor.questions))


def _becomes(floor: Floor, label: str, state: str) -> Floor:
    """A question in another state."""
    question = floor.question(label)
    assert question is not None, "only what is before the meeting changes"
    floor = _with(floor, replace(question, state=state, objections=()))
    return _vote_over(_gone(floor, label, state) if state in GONE else floor, label)


def _gone(floor: Floor, label: str, state: str) -> Floor:
    """What hangs on a question that goes away goes with it: amendments and parts, and motions about any of them."""
    for motion in floor.motions:
        if motion.about == label:
            floor = _without(floor, motion.label)
    for one in floor.questions:
        if one.of == label:
            floor = _becomes(floor, one.label, state) if one.state == "pending" else _gone(floor, one.label, state)
    return floor


def _vote_over(floor: Floor, label: str) -> Floor:
    if floor.voting == label:
        return replace(floor, voting=floor.held, held="")
    return replace(floor, held="") if floor.held == label else floor


def _without(floor: Floor, label: str) -> Floor:
    """A motion is no longer pending."""
    left = tuple(motion for motion in floor.motions if motion.label != label)
    return _vote_over(replace(floor, motions=left, settled=(*floor.settled, label)), label)


def _withdraw(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return _without(floor, event.on) if floor.motion(event.on) is not None else _becomes(floor, event.on, "withdrawn")


def _move(rules: Procedure, floor: Floor, event: Event) -> Floor:
    motion = Motion(event.on, cast(MotionKind, event.what), event.by, event.of, event.labels)
    floor = replace(floor, motions=(*floor.motions, motion))
    if event.what == "appeal":
        assert floor.ruling is not None, "an appeal is against a ruling"
        floor = replace(floor, ruling=replace(floor.ruling, appealed=True))
    return floor


def _moved(floor: Floor, motion: Motion) -> Floor:
    return replace(floor, motions=tuple(motion if m.label == motion.label else m for m in floor.motions))


def _speak(rules: Procedure, floor: Floor, event: Event) -> Floor:
    motion = floor.motion(event.on)
    assert motion is not None, "nobody speaks to a motion that is not pending"
    in_favour = event.what == "in-favour"
    return _moved(
        floor,
        replace(
            motion,
            spoke=(*motion.spoke, event.by),
            in_favour=motion.in_favour + in_favour,
            against=motion.against + (not in_favour),
        ),
    )


def _object(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return _objections(floor, event, add=True)


def _lift(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return _objections(floor, event, add=False)


def _objections(floor: Floor, event: Event, *, add: bool) -> Floor:
    target = floor.motion(event.on) or floor.question(event.on)
    assert target is not None, "an objection is to something before the meeting"
    others = tuple(party for party in target.objections if party != event.by)
    objections = (*others, event.by) if add else others
    if isinstance(target, Motion):
        return _moved(floor, replace(target, objections=objections))
    return _with(floor, replace(target, objections=objections))


def _raise(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return replace(floor, point=event.by)


def _rule(rules: Procedure, floor: Floor, event: Event) -> Floor:
    upheld, struck = event.what == "upheld", floor.motion(event.of)
    floor = replace(floor, point="", ruling=Ruling(upheld, event.of, struck))
    if struck is not None:
        return _without(floor, event.of)
    return _becomes(floor, event.of, "ruled-out") if event.of else floor


def _overrule(floor: Floor) -> Floor:
    """The ruling is overruled: what it put out of order is before the meeting again, unless another took its place."""
    ruling = floor.ruling
    assert ruling is not None, "an appeal is against a ruling"
    floor = replace(floor, ruling=None)
    if ruling.struck is not None:
        if floor.moved(ruling.struck.kind, ruling.struck.about) is not None or not _there(floor, ruling.struck):
            return floor
        settled = tuple(label for label in floor.settled if label != ruling.strikes)
        return replace(floor, motions=(*floor.motions, ruling.struck), settled=settled)
    question = floor.question(ruling.strikes)
    if question is None or question.state != "ruled-out" or not stands(floor, question.of):
        return floor
    return _with(floor, replace(question, state="pending"))


def _there(floor: Floor, motion: Motion) -> bool:
    """Whether what a motion is about is still before the meeting."""
    about = floor.question(motion.about)
    return stands(floor, motion.about) and (about is None or stands(floor, about.of))


def _order(rules: Procedure, floor: Floor, event: Event) -> Floor:
    others = tuple(label for label in floor.order if label not in event.labels)
    return replace(floor, order=(*event.labels, *others))


def _pass_over(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return _becomes(floor, event.on, "not-voted")


def _begin(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return replace(floor, voting=event.on, held=floor.voting)


def _result(rules: Procedure, floor: Floor, event: Event) -> Floor:
    if floor.voting != event.on:
        floor = _begin(rules, floor, event)
    return _decided(floor, event.on, carried(rules, floor, event.on, event.counts))


def _decide(rules: Procedure, floor: Floor, event: Event) -> Floor:
    return _decided(floor, event.on, True)


def _decided(floor: Floor, label: str, carries: bool) -> Floor:
    motion = floor.motion(label)
    if motion is None:
        return _parts(_becomes(floor, label, "adopted" if carries else "rejected"), label)
    floor = _without(floor, label)
    return _carried_motion(floor, motion) if carries else floor


def _parts(floor: Floor, label: str) -> Floor:
    """A question all of whose parts were voted down is rejected as a whole (A/520/Rev.20, rule 129)."""
    part = floor.question(label)
    if part is None or part.kind != "part":
        return floor
    whole = floor.question(part.of)
    parts = [one for one in floor.questions if one.of == part.of and one.kind == "part"]
    if whole is None or whole.state != "pending" or any(one.state != "rejected" for one in parts):
        return floor
    return _becomes(floor, whole.label, "rejected")


def _carried_motion(floor: Floor, motion: Motion) -> Floor:
    match motion.kind:
        case "appeal":
            return _overrule(floor)
        case "suspend-meeting":
            return _leave(floor, "suspended")
        case "adjourn-meeting":
            return _leave(floor, "adjourned")
        case "adjourn-debate":
            return _debated(floor, debate="adjourned")
        case "close-debate":
            return _debated(floor, debate="closed")
        case "reconsider":
            return _becomes(floor, motion.about, "pending")
        case "divide":
            whole = floor.question(motion.about)
            assert whole is not None, "what is divided is before the meeting"
            parts = (
                Question(one, "part", motion.about, whole.sponsors, whole.item)
                for one in motion.parts
                if floor.question(one) is None
            )
            return replace(floor, questions=(*floor.questions, *parts))
    # What a time limit or a decision on competence entails is for the body: no rule says it in a way to compute.
    return floor


_EFFECTS: dict[str, Effect] = {
    "open": _open,
    "count": _count,
    "close": _close,
    "debate": _debate,
    "close-list": _close_list,
    "reopen-list": _reopen_list,
    "inscribe": _same,
    "reply": _reply,
    "waive-reply": _waive_reply,
    "place": _place,
    "withdraw": _withdraw,
    "move": _move,
    "speak": _speak,
    "object": _object,
    "lift": _lift,
    "raise": _raise,
    "rule": _rule,
    "order": _order,
    "pass-over": _pass_over,
    "begin": _begin,
    "result": _result,
    "decide": _decide,
    "explain": _same,
}

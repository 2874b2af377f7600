"""What is in order next, by whom, and what is not, and why: for the Chair of a meeting.

The answers are the machine's own. Each step that somebody might take is tried by those whom the rules
might treat in another way than the rest (who moved, sponsored, spoke or objected), and by one who stands for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from accord.acts.view import Row
from accord.areas.procedure.floor import DECIDED, Event, Floor, Kind
from accord.areas.procedure.machine import impossible
from accord.areas.procedure.order import Note, notes
from accord.areas.procedure.sets import MOTIONS, Procedure

NEW = "+"
"""Stands for a label that nothing has yet."""
OTHERS = "*"
"""Stands for every party that is not named on the floor."""
CHAIR = ""

BY_CHAIR = (
    "open",
    "close",
    "debate",
    "close-list",
    "reopen-list",
    "reply",
    "rule",
    "order",
    "pass-over",
    "begin",
    "result",
    "decide",
)
"""What the Chair does, or the body through the Chair. All else is done by delegations; the Chair may move, too."""


LIST_STEPS: tuple[Kind, ...] = ("close-list", "reopen-list", "inscribe", "reply", "waive-reply")


class Offer(Row, frozen=True):
    """A step that might come next, without who takes it."""

    event: Event
    by: tuple[str, ...]
    """Who may take it: parties, or `OTHERS` for all but those who may not; `CHAIR`; nobody where it is not in order."""
    not_by: tuple[str, ...] = ()
    """Parties who may not, where others may."""
    notes: tuple[Note, ...] = ()
    """The rules that it would break, by those who may not."""
    impossible: str | None = None
    """Why it cannot happen at all."""


def offers(procedure: Procedure, floor: Floor) -> tuple[Offer, ...]:
    """Every step that might come next, in order or not."""
    return tuple(_offer(procedure, floor, event) for event in candidates(floor))


def _offer(procedure: Procedure, floor: Floor, event: Event) -> Offer:
    may: list[str] = []
    not_by: list[str] = []
    broken: tuple[Note, ...] = ()
    cannot: str | None = None
    for party in _by(floor, event):
        tried = replace(event, by=party)
        reason = impossible(floor, tried)
        found = () if reason is not None else notes(procedure, floor, tried)
        if reason is None and not found:
            may.append(party)
        else:
            not_by.append(party)
            broken, cannot = broken or found, cannot or reason
    if OTHERS in may:
        may = [party for party in may if party in (OTHERS, CHAIR)]
    if may:
        return Offer(event, tuple(may), tuple(not_by), broken)
    return Offer(event, (), (), broken, None if broken else cannot)


def _by(floor: Floor, event: Event) -> tuple[str, ...]:
    if event.kind in BY_CHAIR:
        return (CHAIR,)
    if event.kind == "waive-reply":
        return (*dict.fromkeys(party for item, party in floor.replies if party and item == floor.item), OTHERS)
    parties = (*concerned(floor, event.on), OTHERS)
    return (*parties, CHAIR) if event.kind in ("move", "withdraw") else parties


def concerned(floor: Floor, label: str) -> tuple[str, ...]:
    """The parties that a motion or question names, whom a rule about it may treat in another way than the rest."""
    motion, question = floor.motion(label), floor.question(label)
    found = () if motion is None else (motion.mover, *motion.spoke, *motion.objections)
    found += () if question is None else (*question.sponsors, *question.objections)
    return tuple(dict.fromkeys(party for party in found if party))


def candidates(floor: Floor) -> Iterator[Event]:
    """The steps that might come next, without who takes them."""
    yield Event("open")
    for state in ("suspended", "adjourned"):
        yield Event("close", what=state)
    if floor.state != "open":
        return
    yield Event("debate", on=NEW)
    yield from (Event("debate", on=item.label) for item in floor.items)
    yield Event("raise")
    yield Event("rule", what="upheld")
    if floor.item:
        yield from (Event(kind) for kind in LIST_STEPS)
    for motion_kind in MOTIONS:
        if motion_kind not in ("competence", "reconsider", "divide"):
            yield Event("move", on=NEW, what=motion_kind)
    for kind in ("proposal", "report", "decision"):
        yield Event("place", on=NEW, what=kind)
    for motion in floor.motions:
        for side in ("in-favour", "against"):
            yield Event("speak", on=motion.label, what=side)
        yield from _of_either(motion.label, decidable=True, pending=True)
    for question in floor.questions:
        yield from _of_question(floor, question.label)
    if any(question.state == "pending" for question in floor.questions):
        yield Event("order", labels=tuple(q.label for q in floor.questions if q.state == "pending"))


def _of_either(label: str, *, decidable: bool, pending: bool) -> Iterator[Event]:
    if pending:
        yield from (Event(kind, on=label) for kind in ("withdraw", "object", "lift"))
        yield Event("rule", what="upheld", of=label)
    if decidable:
        yield from (Event("begin", on=label), Event("result", on=label, counts=(0, 0, 0)), Event("decide", on=label))


def _of_question(floor: Floor, label: str) -> Iterator[Event]:
    question = floor.question(label)
    assert question is not None, "only questions on the floor are asked about"
    if question.state == "withdrawn":
        yield Event("place", on=label, what=question.kind, of=question.of)
        return
    yield Event("explain", on=label)
    pending, decidable = question.state == "pending", question.state in ("pending", *DECIDED)
    yield from _of_either(label, decidable=decidable, pending=pending)
    if pending:
        yield Event("pass-over", on=label)
    if decidable:
        yield Event("place", on=NEW, what="amendment", of=label)
        yield Event("move", on=NEW, what="competence", of=label)
        yield Event("move", on=NEW, what="divide", of=label, labels=(NEW + "1", NEW + "2"))
        yield Event("move", on=NEW, what="reconsider", of=label)

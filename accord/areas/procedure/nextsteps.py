"""The steps that are in order next and those that are not, drawn together for a reader, each with its rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from accord.areas.parties.cite import Part, PartyCode
from accord.areas.procedure.floor import Floor
from accord.areas.procedure.offers import CHAIR, NEW, OTHERS, Offer
from accord.areas.procedure.order import Breach
from accord.areas.procedure.sets import Procedure, Topic
from accord.areas.procedure.steps import StepName, step_name, topic_of

Who = Literal["chair", "any-member", "these", "any-member-or-chair"]


FIRST: tuple[StepName, ...] = ("rule", "result", "begin", "decide", "speak-in-favour", "speak-against")
"""Steps that deal with what is pending: told before the others."""
OBVIOUS = ("open", "close", "rule", "lift", "close-list", "reopen-list", "waive-reply")
"""What nobody asks about where it cannot be: a meeting that is open is not opened."""


class NextStep(Part, frozen=True):
    """A step that is in order: on what, by whom, and the rule that says so. Without a rule: the set has none."""

    step_name: StepName
    targets: tuple[str, ...]
    """Motions or questions; empty where it is about none, or about a new one."""
    who: Who
    these: tuple[PartyCode, ...]
    """The parties who may, where not any member may."""
    not_by: tuple[PartyCode, ...]
    """Parties who may not, where any other may."""
    precedence: int | None
    """Of a motion: its place in the order of procedural motions, 1 before all others but an appeal."""
    rule: int | None
    topic: Topic | None


class NotInOrder(Part, frozen=True):
    """A step that is not in order now: the rule it would break, or why it cannot happen."""

    step_name: StepName
    targets: tuple[str, ...]
    rule: int | None
    breach: Breach | None
    reason: str | None


def next_steps(procedure: Procedure, floor: Floor, offered: Sequence[Offer]) -> tuple[NextStep, ...]:
    """What is in order next, steps that differ in their target alone drawn together."""
    drawn: dict[tuple[object, ...], tuple[Offer, list[str]]] = {}
    for offer in offered:
        if offer.by:
            alike = (step_name(offer.event), offer.by, offer.not_by, _topic(procedure, floor, offer))
            drawn.setdefault(alike, (offer, []))[1].extend(_target(offer))
    rows = (_next_step(procedure, floor, offer, tuple(targets)) for offer, targets in drawn.values())
    return tuple(
        sorted(rows, key=lambda row: (row.step_name not in FIRST, row.precedence or len(procedure.precedence)))
    )


def not_in_order(offered: Sequence[Offer]) -> tuple[NotInOrder, ...]:
    """What is not in order, steps for the same reason drawn together; what cannot be, only where somebody might try."""
    drawn: dict[tuple[StepName, int | None, Breach | None, str | None], list[str]] = {}
    for offer in offered:
        if not offer.by and (offer.notes or offer.event.kind not in OBVIOUS):
            first = offer.notes[0] if offer.notes else None
            rule, breach = (None, None) if first is None else (first.rule, first.breach)
            drawn.setdefault((step_name(offer.event), rule, breach, offer.impossible), []).extend(_target(offer))
    return tuple(
        NotInOrder(step_name=name, targets=tuple(targets), rule=rule, breach=breach, reason=reason)
        for (name, rule, breach, reason), targets in drawn.items()
    )


def _next_step(procedure: Procedure, floor: Floor, offer: Offer, targets: tuple[str, ...]) -> NextStep:
    topic = _topic(procedure, floor, offer)
    who: Who = "chair"
    if OTHERS in offer.by:
        who = "any-member-or-chair" if CHAIR in offer.by else "any-member"
    elif offer.by != (CHAIR,):
        who = "these"
    ranked = offer.event.kind == "move" and offer.event.what in procedure.precedence
    return NextStep(
        step_name=step_name(offer.event),
        targets=targets,
        who=who,
        these=tuple(party for party in offer.by if party != CHAIR) if who == "these" else (),
        not_by=tuple(party for party in offer.not_by if party not in (CHAIR, OTHERS)) if OTHERS in offer.by else (),
        precedence=(procedure.rank(offer.event.what) or None) if ranked else None,
        rule=None if topic is None else procedure.numbers.get(topic),
        topic=topic if topic in procedure.numbers else None,
    )


def _topic(procedure: Procedure, floor: Floor, offer: Offer) -> Topic | None:
    motion = floor.motion(offer.event.on)
    return topic_of(offer.event, None if motion is None else motion.kind, procedure.by_consensus)


def _target(offer: Offer) -> tuple[str, ...]:
    event = offer.event
    label = event.of if event.on in ("", NEW) else event.on
    return (label,) if label else ()

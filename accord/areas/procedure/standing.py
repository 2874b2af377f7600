"""How the floor of a meeting is asked about: what is pending, what is in order next and why, what happened."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.areas.bodies.pages import BodyCode, established
from accord.areas.parties.cite import Cite, Missing, Page, Part, PartyCode, cite, cite_entry, head
from accord.areas.procedure.acts import Method
from accord.areas.procedure.floor import DebateState, Floor, MeetingState, Motion, QuestionKind, QuestionState, Side
from accord.areas.procedure.nextsteps import NextStep, NotInOrder, next_steps, not_in_order
from accord.areas.procedure.offers import offers
from accord.areas.procedure.order import Breach, next_motion
from accord.areas.procedure.rulebook import Known
from accord.areas.procedure.sets import MotionKind, Procedure, SetName
from accord.areas.procedure.steps import StepName, step_name
from accord.areas.procedure.view import Step
from accord.areas.procedure.voting import Why, turns

OnTie = Literal["rejected", "ruling-stands"]


class Quorum(Part, frozen=True):
    """Who must be there, and who is. `None`: no rule, or not known."""

    members: int | None
    present: int | None
    needed_to_open: int | None
    needed_to_decide: int | None
    may_decide: bool | None


class PendingMotion(Part, frozen=True):
    """A motion that is pending, highest precedence first; how many may still speak (`None`: no limit)."""

    motion: str
    motion_kind: MotionKind
    mover: PartyCode | None
    """Without one, the Chair."""
    about: str | None
    comes_next: bool
    spoke: tuple[PartyCode, ...]
    left_in_favour: int | None
    left_against: int | None
    objections: tuple[PartyCode, ...]


class OpenQuestion(Part, frozen=True):
    """A question before the meeting, in its turn of the voting. Without a decision the turn is a suggestion."""

    turn: int
    question: str
    question_kind: QuestionKind
    amends: str | None
    sponsors: tuple[PartyCode, ...]
    turn_reason: Why
    objections: tuple[PartyCode, ...]


class SettledQuestion(Part, frozen=True):
    """A question that is not pending any more."""

    question: str
    question_kind: QuestionKind
    became: QuestionState


class Ballot(Part, frozen=True):
    """A vote: its result, and by whom, where that was recorded."""

    question: str
    method: Method
    in_favour: int
    against: int
    abstaining: int
    voted_for: tuple[PartyCode, ...]
    voted_against: tuple[PartyCode, ...]
    abstained: tuple[PartyCode, ...]
    cite: Cite


class OutOfOrder(Part, frozen=True):
    """A rule that a step broke. The step stands: the Chair let it pass."""

    rule: int
    breach: Breach


class StepTaken(Part, frozen=True):
    """Something that happened in the meeting."""

    step_name: StepName
    party: PartyCode | None
    question: str | None
    out_of_order: tuple[OutOfOrder, ...]
    cite: Cite


class FloorPage(Page, frozen=True, tag="floor"):
    """What is before a meeting, what is in order next and why, what is not, and what happened."""

    body: BodyCode
    number: int
    rules: SetName | None
    meeting_state: MeetingState
    item: str | None
    debate: DebateState | None
    list_closed: bool | None
    quorum: Quorum | None
    point_of_order: PartyCode | None
    """Who rose to a point of order on which the Chair has not ruled."""
    being_voted: str | None
    on_a_tie: OnTie | None
    """What equally divided votes mean for what is being voted."""
    motions: tuple[PendingMotion, ...]
    questions: tuple[OpenQuestion, ...]
    in_order: tuple[NextStep, ...]
    not_in_order: tuple[NotInOrder, ...]
    settled_questions: tuple[SettledQuestion, ...]
    ballots: tuple[Ballot, ...]
    steps_taken: tuple[StepTaken, ...]


def floor(known: Known, body: str, number: str, *, on: datetime.date | None = None) -> FloorPage:
    """What is before a meeting of a body.

    Raises:
        Missing: no such body, or nothing is on record of the floor of its meeting of that number.
    """
    name = established(known, body).act.body
    tables = known.procedures.tables
    key = f"{name}/{int(number)}" if number.isascii() and number.isdigit() and len(number) < 6 else ""
    if key not in tables.steps:
        raise Missing("meeting", number)
    now, procedure, adopted = tables.floors[key], known.procedures.procedure(name), tables.adopted.get(name)
    item, offered = now.debated(now.item), offers(procedure, now)
    return FloorPage(
        head=head(known, on),
        body=name,
        number=int(number),
        rules=None if adopted is None else adopted.act.rules,
        meeting_state=now.state,
        item=now.item or None,
        debate=None if item is None else item.debate,
        list_closed=None if item is None else item.list_closed,
        quorum=quorum(procedure, now),
        point_of_order=now.point or None,
        being_voted=now.voting or None,
        on_a_tie=on_a_tie(now),
        motions=motions(procedure, now),
        questions=open_questions(now),
        in_order=next_steps(procedure, now, offered),
        not_in_order=not_in_order(offered),
        settled_questions=tuple(
            SettledQuestion(question=q.label, question_kind=q.kind, became=q.state)
            for q in now.questions
            if q.state != "pending"
        ),
        ballots=tuple(ballot(known, one.entry) for one in tables.steps[key] if one.entry in tables.votes),
        steps_taken=tuple(step_taken(known, one) for one in reversed(tables.steps[key])),
    )


def quorum(procedure: Procedure, now: Floor) -> Quorum | None:
    """Who must be there, and who is; `None` where the rules ask for no quorum and nobody was counted."""
    members, open_, decide = now.members, procedure.open, procedure.decide
    if members is None and now.present is None and open_ is None and decide is None:
        return None
    known = members is not None and now.present is not None and decide is not None
    return Quorum(
        members=members,
        present=now.present,
        needed_to_open=None if members is None or open_ is None else open_.least(members),
        needed_to_decide=None if members is None or decide is None else decide.least(members),
        may_decide=decide.met(now.present, members) if known else None,  # type: ignore[union-attr, arg-type]
    )


def on_a_tie(now: Floor) -> OnTie | None:
    """What equally divided votes mean for what is being voted."""
    if not now.voting:
        return None
    motion = now.motion(now.voting)
    return "ruling-stands" if motion is not None and motion.kind == "appeal" else "rejected"


def motions(procedure: Procedure, now: Floor) -> tuple[PendingMotion, ...]:
    """The pending motions, highest precedence first."""
    first = next_motion(procedure, now)
    return tuple(
        PendingMotion(
            motion=motion.label,
            motion_kind=motion.kind,
            mover=motion.mover or None,
            about=motion.about or None,
            comes_next=motion is first,
            spoke=tuple(dict.fromkeys(motion.spoke)),
            left_in_favour=left(procedure, motion, "in-favour"),
            left_against=left(procedure, motion, "against"),
            objections=motion.objections,
        )
        for motion in sorted(now.motions, key=lambda motion: procedure.rank(motion.kind))
    )


def left(procedure: Procedure, motion: Motion, side: Side) -> int | None:
    """How many may still speak on a side of a motion; `None` where the rules have no limit."""
    limit = procedure.limit(motion.kind)
    most, spoke = (limit.in_favour, motion.in_favour) if side == "in-favour" else (limit.against, motion.against)
    return None if most is None else max(0, most - spoke)


def open_questions(now: Floor) -> tuple[OpenQuestion, ...]:
    """The questions before the meeting, in the order of voting."""
    return tuple(
        OpenQuestion(
            turn=number,
            question=turn.question.label,
            question_kind=turn.question.kind,
            amends=turn.question.of or None,
            sponsors=turn.question.sponsors,
            turn_reason=turn.why,
            objections=turn.question.objections,
        )
        for number, turn in enumerate(turns(now), start=1)
    )


def ballot(known: Known, entry: int) -> Ballot:
    """A vote that was recorded."""
    fact = known.procedures.tables.votes[entry]
    act = fact.act

    def of(choice: str) -> tuple[str, ...]:
        return tuple(one.party for one in act.votes if one.vote == choice)

    return Ballot(
        question=act.question,
        method=act.method,
        in_favour=act.in_favour,
        against=act.against,
        abstaining=act.abstaining,
        voted_for=of("yes"),
        voted_against=of("no"),
        abstained=of("abstain"),
        cite=cite(known, fact),
    )


def step_taken(known: Known, step: Step) -> StepTaken:
    """Something that happened, with the rules it broke."""
    event = step.event
    return StepTaken(
        step_name=step_name(event),
        party=event.by or None,
        question=event.on or event.of or None,
        out_of_order=tuple(OutOfOrder(rule=note.rule, breach=note.breach) for note in step.notes),
        cite=cite_entry(known, step.entry, event.by or None),
    )

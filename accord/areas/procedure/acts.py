"""What can be said about procedure: the rules of a body, and what happens on the floor of its meetings.

A meeting is its body and its number. What the Chair does is recorded by the secretariat, or
by a recorder with the source; a delegation may say itself what it does. Rule numbers are
those of the committees of the General Assembly (A/520/Rev.20) and, marked CD, of the
Conference on Disarmament (CD/8/Rev.10).
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import Body, Count, Day, Document, Index, Label, Line, Party, Source, Text, Value
from accord.acts.vocabulary import Act
from accord.areas.meetings.acts import MeetingNumber
from accord.areas.procedure.sets import MotionKind, SetName
from accord.areas.speakers.acts import ReplyTime, Seconds

Days = Annotated[int, Meta(ge=0, le=366)]
Speakers = Annotated[int, Meta(ge=0, le=200)]
Part = Annotated[int, Meta(ge=1, le=100)]
Minutes = Annotated[int, Meta(ge=1, le=600)]

QuestionKind = Literal["proposal", "amendment", "report", "decision"]
Effect = Literal["adds", "deletes", "replaces", "revises"]
Side = Literal["in-favour", "against"]
Method = Literal["show-of-hands", "roll-call", "recorded", "non-recorded", "unknown"]
Choice = Literal["yes", "no", "abstain"]
Ending = Literal["suspended", "adjourned"]
When = Literal["before", "after"]
Mode = Literal["consensus", "without-a-vote"]


class ShareOf(Value):
    """A share, as two thirds. One half means more than half; any other share is met when it is equalled."""

    numerator: Part
    denominator: Part


class SpeakersOn(Value):
    """How many may speak to a motion, beside its proposer."""

    motion: MotionKind
    in_favour: Speakers
    against: Speakers


class Changes(Value):
    """What a body does otherwise than the set: each field that is given replaces what the set says."""

    quorum_to_open: ShareOf | None = None
    """Of the members."""
    quorum_to_decide: ShareOf | None = None
    majority: ShareOf | None = None
    """Of members present and voting."""
    majority_to_reconsider: ShareOf | None = None
    notice: Days | None = None
    """Days between the circulation of a proposal and the meeting; 0 for none."""
    report_notice: Days | None = None
    by_consensus: bool | None = None
    speakers: tuple[SpeakersOn, ...] = ()
    reply_seconds: Annotated[tuple[Seconds, ...], Meta(max_length=9)] | None = None
    """Of a party's first reply at a meeting on an item, the second, and so on: it has as many. None given: no limit."""
    reply_time: ReplyTime | None = None


class AdoptProcedure(Act, tag="procedure.adopt/1"):
    """A body adopts its rules of procedure: a set, and what it does otherwise."""

    body: Body
    rules: SetName
    changes: Changes | None = None
    document: Document | None = None
    on: Day | None = None
    source: Source | None = None
    corrects: Index | None = None


class OpenFloor(Act, tag="floor.open/1"):
    """The Chair declares a meeting open, or resumes one that was suspended (rule 108)."""

    body: Body
    number: MeetingNumber
    on: Day | None = None
    members: Count | None = None
    """Of the body. With it, how many are present."""
    present: Count | None = None
    source: Source | None = None


class CountPresent(Act, tag="floor.count/1"):
    """How many members are present now (rule 108)."""

    body: Body
    number: MeetingNumber
    present: Count
    source: Source | None = None


class CloseFloor(Act, tag="floor.close/1"):
    """The Chair suspends the meeting, or declares it adjourned, without a motion."""

    body: Body
    number: MeetingNumber
    status: Ending
    source: Source | None = None


class OpenDebate(Act, tag="debate.open/1"):
    """The meeting takes up an item; a debate that was adjourned may go on."""

    body: Body
    number: MeetingNumber
    item: Label
    source: Source | None = None


class PutQuestion(Act, tag="question.put/1"):
    """A proposal, an amendment or a draft report comes before the meeting (rule 120; CD rule 44)."""

    body: Body
    number: MeetingNumber
    question: Label
    """The symbol of the draft, or a label."""
    kind: QuestionKind
    amends: Label | None = None
    sponsors: tuple[Party, ...] = ()
    effect: Effect | None = None
    """Of an amendment: what it does to the text, for the order that is suggested."""
    circulated: Day | None = None
    source: Source | None = None


class MoveMotion(Act, tag="motion.move/1"):
    """A delegation, or the Chair, moves a procedural motion (rules 113-118, 121, 123, 129). None needs a second."""

    body: Body
    number: MeetingNumber
    motion: Label
    kind: MotionKind
    mover: Party | None = None
    """Without one, the Chair."""
    about: Label | None = None
    """The proposal, of a motion on competence, reconsideration or division."""
    parts: tuple[Label, ...] = ()
    """Of a division: the parts to be voted separately."""
    minutes: Minutes | None = None
    """Of a time limit."""
    source: Source | None = None


class SpeakToMotion(Act, tag="motion.speak/1"):
    """A delegation speaks for or against a pending motion (rules 114, 116, 117, 123, 129)."""

    body: Body
    number: MeetingNumber
    motion: Label
    speaker: Party
    side: Side
    source: Source | None = None


class WithdrawMotion(Act, tag="motion.withdraw/1"):
    """A proposer withdraws a motion or a proposal; any member may introduce it again (rule 122)."""

    body: Body
    number: MeetingNumber
    withdrawn: Label
    party: Party | None = None
    """Without one, the Chair."""
    source: Source | None = None


class RaisePoint(Act, tag="point.raise/1"):
    """A representative rises to a point of order, on which the Chair rules at once (rule 113)."""

    body: Body
    number: MeetingNumber
    party: Party
    text: Text | None = None
    source: Source | None = None


class MakeRuling(Act, tag="point.rule/1"):
    """The Chair rules on a point of order, or rules a motion or question out of order (rule 113)."""

    body: Body
    number: MeetingNumber
    upheld: bool
    rules_out: Label | None = None
    """The motion or question that is ruled out of order."""
    text: Text | None = None
    source: Source | None = None


class DecideOrder(Act, tag="voting.order/1"):
    """The order in which pending amendments or proposals are voted, first to last (rules 130, 131)."""

    body: Body
    number: MeetingNumber
    questions: Annotated[tuple[Label, ...], Meta(min_length=1, max_length=500)]
    source: Source | None = None


class BeginVoting(Act, tag="voting.begin/1"):
    """The Chair announces the beginning of voting on a motion or question (rules 127, 128)."""

    body: Body
    number: MeetingNumber
    question: Label
    method: Method = "unknown"
    source: Source | None = None


class VoteOf(Value):
    """How a member voted."""

    party: Party
    vote: Choice


class RecordVote(Act, tag="voting.result/1"):
    """The result of a vote, and each member's vote where it was recorded (rules 125-127, 133).

    On an appeal, in favour means in favour of overruling the Chair.
    """

    body: Body
    number: MeetingNumber
    question: Label
    method: Method = "unknown"
    in_favour: Count
    against: Count
    abstaining: Count
    votes: tuple[VoteOf, ...] = ()
    source: Source | None = None


class ExplainVote(Act, tag="vote.explain/1"):
    """A delegation explains its vote, before or after the voting (rule 128)."""

    body: Body
    number: MeetingNumber
    question: Label
    party: Party
    when: When
    text: Text | None = None
    source: Source | None = None


class TakeDecision(Act, tag="decision.take/1"):
    """The Chair takes it that the meeting decides, without a vote or by consensus (CD rule 18)."""

    body: Body
    number: MeetingNumber
    question: Label
    """A motion or a question. A request for division to which nobody objects is granted so (rule 129)."""
    mode: Mode
    source: Source | None = None


class ObjectToDecision(Act, tag="decision.object/1"):
    """A delegation objects to a decision without a vote, or to a division; or no longer does (rule 129; CD rule 18)."""

    body: Body
    number: MeetingNumber
    question: Label
    party: Party
    lifted: bool = False
    text: Text | None = None
    source: Source | None = None


class PassOver(Act, tag="question.pass/1"):
    """A question is not put to the vote: a rival was adopted, or the body so decides (rules 130, 131)."""

    body: Body
    number: MeetingNumber
    question: Label
    source: Source | None = None


class StrikeStep(Act, tag="floor.strike/1"):
    """Takes back a mistaken transcription of a step in the latest meeting; the struck entry stays in the record."""

    body: Body
    number: MeetingNumber
    step: Index
    """The entry of the step."""
    reason: Line
    source: Source | None = None


ACTS = (
    AdoptProcedure,
    OpenFloor,
    CountPresent,
    CloseFloor,
    OpenDebate,
    PutQuestion,
    MoveMotion,
    SpeakToMotion,
    WithdrawMotion,
    RaisePoint,
    MakeRuling,
    DecideOrder,
    BeginVoting,
    RecordVote,
    ExplainVote,
    TakeDecision,
    ObjectToDecision,
    PassOver,
    StrikeStep,
)

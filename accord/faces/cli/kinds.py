"""What the types of a page say about how a value is shown: marks, and families of codes."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, Literal, get_args, get_origin

import msgspec

from accord.areas.bodies.acts import Capacity, Mode, ObserverRight, Office, Participation
from accord.areas.documents.acts import InstrumentForm, Kind, Submitter
from accord.areas.drafting.acts import UnitKind
from accord.areas.meetings.acts import (
    Category,
    Ending,
    HoldMeetings,
    MakeStatement,
    PartOfDay,
    ScheduleMeeting,
    SingleKind,
)
from accord.areas.meetings.pages import MeetingDays, Participant
from accord.areas.meetings.pages import Status as MeetingStatus
from accord.areas.negotiation.acts import PositionKind
from accord.areas.negotiation.amending import AmendmentState, Operation, Standing
from accord.areas.negotiation.bracketed import BracketFinding
from accord.areas.negotiation.changes import Settled
from accord.areas.negotiation.compared import DifferenceKind
from accord.areas.negotiation.followed import Event
from accord.areas.negotiation.languages import LanguageDifference
from accord.areas.negotiation.positions import AgreementState, SilenceState
from accord.areas.negotiation.timing import Course
from accord.areas.parties.acts import PartyKind, RevokeKey
from accord.areas.speakers.acts import Level, OrderRule, Passing, ReplyTime
from accord.faces.cli.kinds_of_commitments import FAMILIES as OF_COMMITMENTS
from accord.faces.cli.kinds_of_coverage import FAMILIES as OF_COVERAGE
from accord.faces.cli.kinds_of_documents import FAMILIES as OF_DOCUMENTS
from accord.faces.cli.kinds_of_instruments import FAMILIES as OF_INSTRUMENTS
from accord.faces.cli.kinds_of_procedure import FAMILIES as OF_PROCEDURE
from accord.faces.cli.kinds_of_programme import FAMILIES as OF_PROGRAMME
from accord.faces.cli.kinds_of_progress import FAMILIES as OF_PROGRESS
from accord.faces.cli.kinds_of_proposals import FAMILIES as OF_PROPOSALS
from accord.reference.trace import Class
from accord.world.entries import Shows, ShowsNot
from accord.world.exercising import NegotiationState, Task
from accord.world.tracing import TraceVerb


@cache
def families() -> dict[tuple[Any, ...], str]:
    """A set of codes → the family of words for them."""

    def of(struct: type[msgspec.Struct], field: str) -> tuple[Any, ...]:
        return get_args(next(f.type for f in msgspec.structs.fields(struct) if f.name == field))

    return (
        {
            get_args(PartyKind): "party-kind",
            get_args(Kind): "kind",
            get_args(Submitter): "submitter",
            get_args(InstrumentForm): "instrument-form",
            get_args(Office): "office",
            get_args(Mode): "mode",
            get_args(Participation): "participation",
            get_args(Capacity): "capacity",
            get_args(ObserverRight): "observer-right",
            get_args(UnitKind): "unit-kind",
            of(HoldMeetings, "kind"): "meeting-kind",
            of(MakeStatement, "occasion"): "occasion",
            get_args(SingleKind): "meeting-kind",
            get_args(PartOfDay): "part-of-day",
            get_args(Category): "category",
            get_args(Ending): "ending",
            get_args(MeetingStatus): "meeting-status",
            get_args(Level): "level",
            get_args(OrderRule): "order-rule",
            get_args(ReplyTime): "reply-time",
            get_args(Passing): "passing",
            of(ScheduleMeeting, "access"): "access",
            of(RevokeKey, "reason"): "key-reason",
            of(Participant, "how"): "how",
            of(MeetingDays, "over_cap"): "over-cap",
            ("consensus", "without-a-vote", "vote", "unknown"): "mode",
            get_args(PositionKind): "position-kind",
            get_args(Settled): "bracket-state",
            get_args(AmendmentState): "amendment-state",
            get_args(Operation): "operation",
            get_args(Standing): "standing",
            get_args(LanguageDifference): "language-difference",
            of(BracketFinding, "finding"): "bracket-finding",
            get_args(DifferenceKind): "difference",
            get_args(Event): "draft-event",
            get_args(AgreementState): "agreement-state",
            get_args(SilenceState): "silence-state",
            get_args(Course): "course",
            get_args(NegotiationState): "negotiation-state",
            get_args(Task): "task",
            ("said", "recorded"): "voice",
            get_args(Class): "trace",
            get_args(TraceVerb): "trace",
            get_args(Shows): "check-shows",
            get_args(ShowsNot): "check-shows-not",
        }
        | OF_PROPOSALS
        | OF_PROGRAMME
        | OF_PROGRESS
        | OF_PROCEDURE
        | OF_DOCUMENTS
        | OF_COMMITMENTS
        | OF_INSTRUMENTS
        | OF_COVERAGE
    )


@lru_cache(1024)
def bare(type_: Any) -> Any:
    """A type without its `None`."""
    choices = [choice for choice in get_args(type_) if choice is not type(None)]
    return choices[0] if type(None) in get_args(type_) and len(choices) == 1 else type_


def mark(type_: Any) -> str | None:
    """What a type is marked to be shown as."""
    for found in getattr(bare(type_), "__metadata__", ()):
        if isinstance(found, msgspec.Meta) and found.extra:
            return str(found.extra.get("shown"))
    return None


@lru_cache(1024)
def codes(type_: Any) -> tuple[Any, ...]:
    """The codes of a type that is a choice of codes; of a list of them too."""
    plain = bare(type_)
    if get_origin(plain) is tuple and get_args(plain):
        plain = get_args(plain)[0]
    return get_args(plain) if get_origin(plain) is Literal else ()

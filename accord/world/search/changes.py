"""Which subjects an act touches: what a follower of the record makes anew after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accord.acts.entry import Entry
from accord.areas.bodies.acts import AdoptAgenda, ElectOfficer, EstablishBody, ReleaseOfficer, ServiceBody
from accord.areas.commitments.acts import RecordUndertaking, StrikeCommitment
from accord.areas.documents.acts import (
    IssueVersion,
    JoinSponsors,
    LeaveSponsors,
    ReceiveInstrument,
    RegisterDocument,
    RestoreDocument,
    WithdrawDocument,
)
from accord.areas.drafting.acts import RecordPattern, RecordUnit, StrikeText
from accord.areas.instruments.acts import EnterInstrument, StrikeInstrumentFact, SummariseArticle
from accord.areas.meetings.acts import (
    ConveneMeeting,
    DiscussTheme,
    HoldMeetings,
    HoldPanel,
    IntroducePaper,
    MakeStatement,
    ScheduleMeeting,
    StrikeMeeting,
    StrikeRecord,
    SubmitViews,
)
from accord.areas.meetings.rules import key
from accord.areas.negotiation.acts import (
    ExplainPosition,
    JoinAmendment,
    LeaveAmendment,
    OpenDraft,
    ProposeAmendment,
    ProposeSubamendment,
    ReviseDraft,
    TranslateUnit,
    WriteUnit,
)
from accord.areas.parties.acts import EnterParty, JoinGroup, LeaveGroup, Reply
from accord.areas.programme.acts import TableApproach, TableElement
from accord.areas.proposals.acts import AmendProposal, JoinProposal, LeaveProposal, MakeCompilation, TableProposal
from accord.areas.speakers.acts import Inscribe, OpenList, RecordTranslation, WithdrawInscription
from accord.world.search.kinds import Kind
from accord.world.search.subject import Scope
from accord.world.world import World

_LABELLED: dict[Any, tuple[Kind, str]] = {
    HoldMeetings: ("meeting", "meeting"),
    HoldPanel: ("panel", "panel"),
    MakeStatement: ("statement", "statement"),
    IntroducePaper: ("introduction", "introduction"),
    SubmitViews: ("submission", "submitter"),
    DiscussTheme: ("theme", "theme"),
    ScheduleMeeting: ("single-meeting", "number"),
    ConveneMeeting: ("single-meeting", "number"),
    StrikeMeeting: ("single-meeting", "number"),
    OpenList: ("speakers-list", "list"),
    Inscribe: ("speakers-list", "list"),
    WithdrawInscription: ("speakers-list", "list"),
    RecordTranslation: ("statement", "statement"),
    TableProposal: ("proposal", "proposal"),
    JoinProposal: ("proposal", "proposal"),
    LeaveProposal: ("proposal", "proposal"),
    AmendProposal: ("proposal", "proposal"),
    MakeCompilation: ("compilation", "compilation"),
}
"""Acts about what a body has under a label: the kind of it, and the field that labels it."""

_OF_A_DRAFT: dict[Any, tuple[Kind, str]] = {
    WriteUnit: ("draft-unit", "unit"),
    TranslateUnit: ("draft-unit", "unit"),
    ProposeAmendment: ("amendment", "amendment"),
    ProposeSubamendment: ("amendment", "amendment"),
    JoinAmendment: ("amendment", "amendment"),
    LeaveAmendment: ("amendment", "amendment"),
    ExplainPosition: ("position", "position"),
}
"""Acts about what a draft has under a label."""


def touched(entry: Entry[Any]) -> Iterator[Scope]:
    """The subjects that an act which counts is about."""
    act = entry.act
    match act:
        case EnterParty():
            yield Scope("party", act.party)
        case EstablishBody() | ServiceBody():
            yield Scope("body", act.body)
        case ElectOfficer() | ReleaseOfficer():
            yield Scope("officer", act.body, below=True)
        case ReceiveInstrument():
            yield Scope("instrument", act.sha256)
        case EnterInstrument() | SummariseArticle() | StrikeInstrumentFact():
            yield Scope("law", act.instrument)
        case RecordUndertaking():
            yield Scope("undertaking", act.undertaking)
        case TableElement():
            yield Scope("element", act.element)
        case TableApproach():
            yield Scope("approach", act.approach)
        case AdoptAgenda():
            yield Scope("agenda-item", act.body, below=True)
        case (
            RegisterDocument()
            | WithdrawDocument()
            | RestoreDocument()
            | JoinSponsors()
            | LeaveSponsors()
            | IssueVersion()
        ):
            yield Scope("document", act.symbol)
        case RecordUnit() | RecordPattern() | StrikeText():
            yield Scope("paragraph", act.document, below=True)
        case StrikeRecord():
            yield Scope(act.register, key(act.body, act.label))
        case Reply():
            yield Scope("reply", str(entry.index))
        case OpenDraft() | ReviseDraft():
            yield Scope("draft-unit", act.draft, below=True)
        case _ if type(act) in _LABELLED:
            kind, field = _LABELLED[type(act)]
            yield Scope(kind, key(act.body, str(getattr(act, field))))
        case _ if type(act) in _OF_A_DRAFT:
            kind, field = _OF_A_DRAFT[type(act)]
            yield Scope(kind, f"{act.draft} {getattr(act, field)}")


def renamed(entry: Entry[Any]) -> str | None:
    """The party whose name an act corrects: whatever names it reads otherwise now."""
    act = entry.act
    return str(act.party) if isinstance(act, EnterParty) and act.corrects is not None else None


def reworded(entry: Entry[Any], world: World) -> Iterator[Scope]:
    """The texts whose words an act may change, because their slots are bound to what it records.

    Those of the same body; of a party, all: its name stands in any of them. An undertaking that is taken back too:
    the act that does it names its entry alone.
    """
    act = entry.act
    if isinstance(act, StrikeCommitment):
        register, name = world.commitments.tables.taken_back[act.entry]
        if register == "undertakings":
            yield Scope("undertaking", name)
    if not world.drafting.tables.units or isinstance(act, RecordUnit | RecordPattern | StrikeText):
        return
    documents = world.documents.tables.documents
    body = getattr(act, "body", None)
    if body is None and (symbol := getattr(act, "symbol", None)) in documents:
        body = documents[symbol].act.body
    everywhere = isinstance(act, JoinGroup | LeaveGroup) or renamed(entry) is not None
    if body is None and not everywhere:
        return
    for symbol in world.drafting.tables.units:
        if everywhere or (symbol in documents and documents[symbol].act.body == body):
            yield Scope("paragraph", symbol, below=True)

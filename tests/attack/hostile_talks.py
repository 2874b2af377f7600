"""What was said to do harm in talks: on floors, about proposals, in drafts and about documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from accord.areas.documents.acts import CirculateDocument, OpenWindow, ReissueDocument, RelateDocument
from accord.areas.meetings.acts import (
    CancelMeeting,
    RecordAttendance,
    ScheduleMeeting,
    StrikeAttendance,
    StrikeMeeting,
)
from accord.areas.negotiation.acts import (
    AnswerDeadline,
    BreakSilence,
    ExplainPosition,
    GiveAgreement,
    OpenDraft,
    OpenSilence,
    ProposeAmendment,
    ProposeSubamendment,
    ReviseDraft,
    SetDeadline,
    TranslateUnit,
    WriteUnit,
)
from accord.areas.negotiation.changes import AddUnit, AmendText, changes_hash
from accord.areas.negotiation.difference import difference
from accord.areas.negotiation.rules import is_text
from accord.areas.negotiation.text import digest
from accord.areas.procedure.acts import (
    AdoptProcedure,
    ExplainVote,
    MakeRuling,
    MoveMotion,
    ObjectToDecision,
    OpenDebate,
    OpenFloor,
    PutQuestion,
    RaisePoint,
    RecordVote,
    StrikeStep,
    VoteOf,
)
from accord.areas.proposals.acts import (
    AmendProposal,
    ConfirmProposal,
    FollowProposal,
    JoinProposal,
    LinkTarget,
    LinkTrace,
    MakeCompilation,
    OpenCorrections,
    RequestCorrection,
    SettleCorrection,
    SourceUnit,
    TableProposal,
    UnlinkTrace,
)
from accord.areas.speakers.acts import ReopenList, RequestReply, StrikeSpeech
from tests.pages.small_record import day

if TYPE_CHECKING:
    from tests.attack.hostile import Hostile

DRAFT = "A/AC.99/L.1"


def tell_talks(h: Hostile, attacks: list[str]) -> None:
    """Every act that has words, with words that attack."""
    tell_floor(h)
    tell_proposals(h)
    tell_draft(h, [attack for attack in attacks if is_text(attack)])
    tell_documents(h)
    tell_struck(h)


def tell_floor(h: Hostile) -> None:
    """A meeting in which everything that can have a text has one."""
    at: dict[str, Any] = {"body": "WG", "number": 1}
    h.counts("EDITOR", AdoptProcedure(body="WG", rules="ga-committee", source=h.source()))
    for act in (
        OpenFloor(on=day(5, 15), members=3, present=3, **at),
        OpenDebate(item="1", **at),
        PutQuestion(question="A/AC.99/L.1", kind="proposal", sponsors=("ST-A",), **at),
        RaisePoint(party="CHE", text=h.text(), **at),
        MakeRuling(upheld=False, text=h.text(), **at),
        MoveMotion(motion="m-1", kind="close-debate", mover="ST-A", **at),
        ObjectToDecision(question="A/AC.99/L.1", party="CHE", text=h.text(), **at),
        ExplainVote(question="A/AC.99/L.1", party="CHE", when="before", text=h.text(), **at),
        RecordVote(
            question="m-1", in_favour=1, against=0, abstaining=0, votes=(VoteOf(party="ST-A", vote="yes"),), **at
        ),
    ):
        h.counts("EDITOR", msgspec.structs.replace(act, source=h.source()))
    h.counts("EDITOR", RequestReply(body="WG", list="general", party="ST-A", to="CHE", source=h.source()))


def tell_proposals(h: Hostile) -> None:
    """Proposals, who stands by them, a list of them, and what is asked about it."""
    of: dict[str, Any] = {"body": "WG", "proposal": "p-1"}
    where = (SourceUnit(document="A/99/100", unit="para-1"), SourceUnit(statement="s-1"))
    for act in (
        TableProposal(title=h.text(), text=h.text(), verbatim=True, sources=where, sponsors=("CHE",), **of),
        TableProposal(title=h.text(), body="WG", proposal="p-2", themes=("theme-1",)),
        JoinProposal(party="ST-A", capacity="supporter", reservation=h.text(), **of),
        AmendProposal(version=2, text=h.text(), title=h.text(), amenders=("CHE",), **of),
        FollowProposal(followup="f-1", forum="other", forum_name=h.text(), followed="discussed", **of),
        LinkTrace(
            link="l-1",
            trace_kind="reflected-in",
            target=LinkTarget(document="A/99/100", unit="para-1"),
            author="EDITOR",
            note=h.text(),
            **of,
        ),
        LinkTrace(link="l-2", trace_kind="implemented-by", target=LinkTarget(measure=h.text()), author="EDITOR", **of),
        MakeCompilation(body="WG", compilation="list-1", title=h.text()),
        OpenCorrections(body="WG", window="w-1", compilation="list-1", opens=day(9, 1), deadline=day(9, 9)),
        RequestCorrection(body="WG", request="r-1", window="w-1", requester="CHE", text=h.text(), proposal="p-1"),
        SettleCorrection(body="WG", request="r-1", outcome="accepted", text=h.text()),
    ):
        h.counts("EDITOR", msgspec.structs.replace(act, source=h.source()))


def tell_draft(h: Hostile, attacks: list[str]) -> None:
    """A draft whose paragraphs, amendments and translations are attacks."""
    by: dict[str, Any] = {"draft": DRAFT}
    h.counts("EDITOR", OpenDraft(language="en", text_author="ST-A", slash=True, source=h.source(), **by))
    for place, attack in enumerate(attacks, 1):
        written = WriteUnit(
            unit=f"u-{place}", kind="paragraph", number=f"{place}.", place=place, text=attack, source=h.source(), **by
        )
        h.counts("EDITOR", written)
    for name, new in enumerate(attacks[1:4] + attacks[-3:], 1):
        old = attacks[name - 1] + f"[{new}]"
        edits = difference(attacks[name - 1], old)
        asked = (AmendText(unit=f"u-{name}", base=digest(attacks[name - 1]), edits=edits),)
        act = ProposeAmendment(
            amendment=f"A.{name}", changes=asked, sponsors=("CHE",), note=h.text(), source=h.source(), **by
        )
        h.counts("EDITOR", act)
    added = AddUnit(unit="u-new", after="u-1", kind="paragraph", text=attacks[2])
    h.counts(
        "EDITOR",
        ProposeAmendment(amendment="A.new", changes=(added,), sponsors=("ST-A",), source=h.source(), **by),
    )
    for name, to, text in (
        ("A.new-a", "A.new", attacks[2]),
        ("A.new-b", "A.new", attacks[2]),
        ("A.3-a", "A.3", f"{attacks[2]}[{attacks[3]}]"),
    ):
        amended = h.world.negotiation.tables.amendments[DRAFT][to].act
        (change,) = amended.changes
        edits = difference(text, text[:-1] + attacks[-4 if name == "A.new-b" else -3] + text[-1:])
        asked = (AmendText(unit=change.unit, base=digest(text), edits=edits),)
        of_another = ProposeSubamendment(
            amendment=name,
            amends=to,
            to=changes_hash(amended.changes),
            changes=asked,
            sponsors=("CHE",),
            note=h.text(),
            source=h.source(),
            **by,
        )
        h.counts("EDITOR", of_another)
    h.counts("EDITOR", ReviseDraft(merges=("A.1", "A.2", "A.new", "A.new-a"), source=h.source(), **by))
    silence: dict[str, Any] = {"silence_procedure": "S.1", **by}
    for one in (
        TranslateUnit(unit="u-1", language="fr", of_text=digest(attacks[0]), text=attacks[3], **by),
        ExplainPosition(position="P.1", party="CHE", kind="reservation", units=("u-1",), text=h.text(), **by),
        GiveAgreement(party="ST-A", ad_referendum=True, **by),
        SetDeadline(deadline="D.1", until=day(8, 1), subject=h.text(), **by),
        AnswerDeadline(deadline="D.1", party="CHE", text=h.text(), **by),
        OpenSilence(opened_by="ST-A", until=day(8, 2), subject=h.text(), **silence),
        BreakSilence(party="CHE", text=h.text(), **silence),
    ):
        h.counts("EDITOR", msgspec.structs.replace(one, source=h.source()))


def tell_struck(h: Hostile) -> None:
    """What is taken back, with the reason why."""
    of: dict[str, Any] = {"body": "WG"}
    scheduled = ScheduleMeeting(number=2, kind="plenary", on=day(5, 16), source=h.source(), **of)
    h.counts("EDITOR", scheduled)
    cancelled = h.counts("EDITOR", CancelMeeting(number=2, reason=h.text(), source=h.source(), **of))
    present = RecordAttendance(number=1, party="CHE", category="state", source=h.source(), **of)
    h.counts("EDITOR", present)
    step = h.world.procedures.tables.steps["WG/1"][-1].entry
    for act in (
        StrikeMeeting(number=2, strikes=cancelled, reason=h.words()[:200], **of),
        StrikeAttendance(number=1, party="CHE", reason=h.words()[:200], **of),
        StrikeSpeech(speech="x", reason=h.words()[:200], **of),
        StrikeStep(number=1, step=step, reason=h.words()[:200], source=h.source(), **of),
        UnlinkTrace(link="l-2", reason=h.words()[:200], **of),
        ConfirmProposal(proposal="p-1", party="ST-A", version=2, reservation=h.text(), source=h.source(), **of),
        ReopenList(list="general", declared_by=h.person(), source=h.source(), **of),
    ):
        h.counts("EDITOR", act)


def tell_documents(h: Hostile) -> None:
    """What is said of documents beside themselves."""
    of: dict[str, Any] = {"symbol": "A/AC.99/WP.2"}
    for act in (
        OpenWindow(body="WG", submission_window="w-1", deadline=day(5, 1), rule="other", title=h.text()),
        CirculateDocument(stage="circulated", on=day(5, 2), **of),
        RelateDocument(kinship="corrects", document="A/AC.99/WP.1", **of),
        ReissueDocument(reissue=1, on=day(5, 3), reason=h.text(), **of),
    ):
        h.counts("EDITOR", msgspec.structs.replace(act, source=h.source()))

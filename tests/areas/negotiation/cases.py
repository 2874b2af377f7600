"""The cases of the rules about negotiated drafts."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from accord.areas.bodies.acts import RecordCapacity
from accord.areas.documents.acts import RegisterDocument
from accord.areas.negotiation.acts import (
    AdoptDraft,
    AnswerDeadline,
    BreakSilence,
    ConfirmAgreement,
    ExplainPosition,
    GiveAgreement,
    JoinAmendment,
    LeaveAmendment,
    OpenDraft,
    OpenSilence,
    ProposeAmendment,
    ProposeSubamendment,
    ReviseDraft,
    SetDeadline,
    TranslateUnit,
    WithdrawAmendment,
    WithdrawPosition,
    WriteUnit,
)
from accord.areas.negotiation.changes import (
    AddUnit,
    AmendText,
    Change,
    DeleteUnit,
    MoveUnit,
    Rewording,
    SettleBracket,
    changes_hash,
)
from accord.areas.negotiation.difference import difference
from accord.areas.negotiation.edits import Drop, Keep, Put
from accord.areas.negotiation.text import digest
from tests.areas.cases import BODY, PAPER, REPORT, Case, changed, common
from tests.scene import said, source

TEXT = "States shall act [promptly]."
SECOND = "They shall report."
REVISION = "A/AC.900/WP.1/Rev.1"
NOBODYS = "A/AC.900/L.9"
DAY = date(2015, 8, 30)

OPEN = OpenDraft(draft=PAPER, language="en", text_author="ST-A", facilitator="ST-B", source=source())
WRITE = WriteUnit(draft=PAPER, unit="para-1", kind="paragraph", number="1", place=1, text=TEXT, source=source())
SECOND_UNIT = changed(WRITE, unit="para-2", number="2", place=2, text=SECOND)
AMEND = AmendText(unit="para-1", base=digest(TEXT), edits=difference(TEXT, "All States shall act [promptly]."))
LIFT = SettleBracket(unit="para-1", base=digest(TEXT), start=17, settled="agreed")
ADD = AddUnit(unit="para-1-bis", after="para-1", kind="paragraph", text="New.")
DELETE = DeleteUnit(unit="para-2", base=digest(SECOND))
MOVE = MoveUnit(unit="para-2")


OBSERVER = ("editor", RecordCapacity(body=BODY, party="ST-A", capacity="observer", source=source()))
ACCORDED = ("editor", changed(OBSERVER[1], rights=("sponsorship",)))


def amendment(name: str, *asked: Change, sponsors: tuple[str, ...] = ("ST-A",)) -> ProposeAmendment:
    return ProposeAmendment(draft=PAPER, amendment=name, changes=asked, sponsors=sponsors, source=source())


def subamendment(name: str, of: ProposeAmendment, *asked: Rewording) -> ProposeSubamendment:
    return ProposeSubamendment(
        draft=PAPER,
        amendment=name,
        amends=of.amendment,
        to=changes_hash(of.changes),
        changes=asked,
        sponsors=("ST-B",),
        source=source(),
    )


PROPOSE = amendment("A.1", AMEND, sponsors=("ST-A", "ST-C"))
AMENDED = "All States shall act [promptly]."
MOST = AmendText(unit="para-1", base=digest(AMENDED), edits=difference(AMENDED, "Most States shall act [promptly]."))
SUBAMEND = subamendment("A.1-a", PROPOSE, MOST)
ADDS = amendment("A.2", ADD, LIFT)
NEWER = AmendText(unit="para-1-bis", base=digest("New."), edits=difference("New.", "Newer."))
JOIN = JoinAmendment(draft=PAPER, amendment="A.1", sponsor="ST-B", source=source())
LEAVE = LeaveAmendment(draft=PAPER, amendment="A.1", sponsor="ST-A", source=source())
WITHDRAW = WithdrawAmendment(draft=PAPER, amendment="A.1", source=source())
REVISE = ReviseDraft(draft=PAPER, merges=("A.1",), document=REVISION, source=source())
ADOPT = AdoptDraft(draft=PAPER, document=REPORT, mode="consensus", on=DAY, source=source())
EXPLAIN = ExplainPosition(
    draft=PAPER, position="P.1", party="ST-A", kind="reservation", units=("para-1",), text=said("No."), source=source()
)
WITHDRAW_POSITION = WithdrawPosition(draft=PAPER, position="P.1", source=source())
AGREE = GiveAgreement(draft=PAPER, party="ST-A", units=("para-1",), ad_referendum=True, source=source())
CONFIRM = ConfirmAgreement(draft=PAPER, party="ST-A", confirmed=True, source=source())
DEADLINE = SetDeadline(
    draft=PAPER, deadline="D.1", until=DAY, time="18:00", offset="+02:00", addressees=("ST-A",), source=source()
)
ANSWER = AnswerDeadline(draft=PAPER, deadline="D.1", party="ST-A", source=source())
SILENCE = OpenSilence(
    draft=PAPER, silence_procedure="S.1", opened_by="ST-B", until=DAY, time="18:00", offset="+02:00", source=source()
)
BREAK = BreakSilence(
    draft=PAPER,
    silence_procedure="S.1",
    party="ST-A",
    units=("para-1",),
    on=DAY,
    time="17:59",
    offset="+02:00",
    source=source(),
)
TRANSLATE = TranslateUnit(
    draft=PAPER, unit="para-1", language="fr", of_text=digest(TEXT), text="Les États agissent.", source=source()
)

OPENED = (("editor", OPEN),)
WRITTEN = (*OPENED, ("editor", WRITE), ("editor", SECOND_UNIT))
ASKED = (*WRITTEN, ("editor", PROPOSE))
SUBASKED = (*ASKED, ("editor", SUBAMEND))
REGISTERED = (*ASKED, ("secretariat", RegisterDocument(symbol=REVISION, body=BODY, kind="draft")))
REVISED = (*REGISTERED, ("editor", REVISE))
ADOPTED = (*ASKED, ("editor", ADOPT))
EXPLAINED = (*WRITTEN, ("editor", EXPLAIN))
AGREED = (*WRITTEN, ("editor", AGREE))
DUE = (*WRITTEN, ("editor", DEADLINE))
SILENT = (*WRITTEN, ("editor", SILENCE))
BODILESS = (
    OBSERVER,
    ("secretariat", RegisterDocument(symbol=NOBODYS, kind="draft")),
    ("editor", changed(OPEN, draft=NOBODYS)),
    ("editor", changed(WRITE, draft=NOBODYS)),
)
BODILESS_AMENDMENT = changed(PROPOSE, draft=NOBODYS)

HOLDS = (
    Case("may_open", "a recorder says that a paper is negotiated", OPEN),
    Case("may_write", "a recorder writes a paragraph", WRITE, before=OPENED),
    Case("may_propose", "a recorder says who asks for other words", PROPOSE, before=WRITTEN),
    Case("may_subamend", "a recorder says who asks for other words of an amendment", SUBAMEND, before=ASKED),
    Case("may_join", "a recorder says who joined an amendment", JOIN, before=ASKED),
    Case("may_leave", "a recorder says who left an amendment", LEAVE, before=ASKED),
    Case("may_withdraw", "a recorder says that an amendment is withdrawn", WITHDRAW, before=ASKED),
    Case("may_revise", "a recorder says what was merged into a revision", REVISE, before=REGISTERED),
    Case("may_adopt", "a recorder says how the draft was adopted", ADOPT, before=WRITTEN),
    Case("may_explain", "a recorder says a party's position", EXPLAIN, before=WRITTEN),
    Case("may_withdraw_position", "a recorder says that a position is withdrawn", WITHDRAW_POSITION, before=EXPLAINED),
    Case("may_agree", "a recorder says that a party agreed ad referendum", AGREE, before=WRITTEN),
    Case("may_confirm", "a recorder says that the capital confirmed", CONFIRM, before=AGREED),
    Case("may_set_deadline", "a recorder says until when replies are asked for", DEADLINE, before=WRITTEN),
    Case("may_answer", "a recorder says what a party replied", ANSWER, before=DUE),
    Case("may_open_silence", "a recorder says that a silence procedure was opened", SILENCE, before=WRITTEN),
    Case("may_break_silence", "a recorder says who broke the silence", BREAK, before=SILENT),
    Case("may_translate", "a recorder gives a paragraph in another language", TRANSLATE, before=WRITTEN),
)

ON_DRAFTS: tuple[Any, ...] = (
    WRITE,
    PROPOSE,
    SUBAMEND,
    JOIN,
    LEAVE,
    WITHDRAW,
    REVISE,
    ADOPT,
    EXPLAIN,
    WITHDRAW_POSITION,
    AGREE,
    CONFIRM,
)
ON_DRAFTS += (DEADLINE, ANSWER, SILENCE, BREAK, TRANSLATE)
RULES = {type(case.act): case.rule for case in HOLDS}
UNDER_WAY = {
    WRITE: changed(WRITE, unit="para-3"),
    PROPOSE: changed(PROPOSE, amendment="A.2"),
    SUBAMEND: SUBAMEND,
    JOIN: JOIN,
    LEAVE: LEAVE,
    WITHDRAW: WITHDRAW,
    REVISE: changed(REVISE, document=None),
    DEADLINE: DEADLINE,
    SILENCE: SILENCE,
}


def other(change: Any, **fields: Any) -> Any:
    """The same change with other fields."""
    return msgspec.structs.replace(change, **fields)


def refused(
    rule: str, sentence: str, asked: Change, reason: str, before: tuple[tuple[str, object], ...] = WRITTEN
) -> Case:
    return Case(rule, sentence, amendment("A.9", asked), reason, before=before)  # type: ignore[arg-type]


CASES = (
    *HOLDS,
    *(case for holds in HOLDS for case in common("negotiation", holds)),
    *(Case(RULES[type(act)], "of a paper that is not negotiated", act, "unknown-draft") for act in ON_DRAFTS),
    *(
        Case(RULES[type(act)], "of a draft that is adopted", later, "draft-adopted", before=ADOPTED)
        for act, later in UNDER_WAY.items()
    ),
    # Drafts and their first text.
    Case("may_open", "a paper that is not registered", changed(OPEN, draft="A/AC.900/L.9"), "unknown-document"),
    Case("may_open", "by an author who is not in the register", changed(OPEN, text_author="nobody"), "unknown-party"),
    Case("may_open", "the author", changed(OPEN, source=None), by="ST-A"),
    Case(
        "may_open",
        "corrected when a paragraph is written",
        lambda s: changed(OPEN, slash=True, corrects=s.last - 2),
        "already-written",
        before=WRITTEN,
    ),
    Case("may_write", "the author", changed(WRITE, source=None), by="ST-A", before=OPENED),
    Case("may_write", "a text with a line break", changed(WRITE, text="a\nb"), "not-a-text", before=OPENED),
    Case("may_write", "a text in two directions", changed(WRITE, text="a\u202eb"), "not-a-text", before=OPENED),
    Case("may_write", "a text that begins with a mark", changed(WRITE, text="\u20dda"), "not-a-text", before=OPENED),
    Case("may_write", "after a revision", changed(WRITE, unit="para-3"), "already-revised", before=REVISED),
    Case(
        "may_write",
        "corrected when somebody asked to amend it",
        lambda s: changed(WRITE, text="Other.", corrects=s.last - 2),
        "already-amended",
        before=ASKED,
    ),
    Case(
        "may_write",
        "an alternative",
        changed(WRITE, unit="para-1-bis", number="1 bis", alternative_to="para-1"),
        before=WRITTEN,
    ),
    Case(
        "may_write", "an alternative to nothing", changed(WRITE, alternative_to="para-9"), "unknown-unit", before=OPENED
    ),
    Case(
        "may_write",
        "an alternative to itself",
        changed(WRITE, alternative_to="para-1"),
        "alternative-to-itself",
        before=OPENED,
    ),
    # Amendments.
    Case(
        "may_propose",
        "a party for itself",
        changed(PROPOSE, sponsors=("ST-A",), source=None),
        by="ST-A",
        before=WRITTEN,
    ),
    Case(
        "may_propose",
        "a party names another",
        changed(PROPOSE, sponsors=("ST-A", "ST-B")),
        "others-join-themselves",
        by="ST-A",
        before=WRITTEN,
    ),
    Case("may_propose", "a sponsor nobody knows", changed(PROPOSE, sponsors=("x",)), "unknown-party", before=WRITTEN),
    Case("may_propose", "a sponsor twice", changed(PROPOSE, sponsors=("ST-A",) * 2), "named-twice", before=WRITTEN),
    Case("may_propose", "one paragraph twice", amendment("A.2", AMEND, LIFT), "named-twice", before=WRITTEN),
    Case("may_propose", "under a name that is taken", PROPOSE, "amendment-already-there", before=ASKED),
    Case("may_propose", "everything at once", amendment("A.2", AMEND, ADD, DELETE), before=WRITTEN),
    Case("may_propose", "a paragraph moved to the beginning", amendment("A.2", MOVE), before=WRITTEN),
    Case("may_propose", "a bracket lifted", amendment("A.2", LIFT), before=WRITTEN),
    Case(
        "may_propose",
        "after a paragraph that comes with it",
        amendment("A.2", ADD, other(ADD, unit="x", after="para-1-bis")),
        before=WRITTEN,
    ),
    Case("may_propose", "a text that is no longer current", amendment("A.2", AMEND), before=REVISED),
    refused("may_propose", "a paragraph that is not there", other(AMEND, unit="para-9"), "unknown-unit"),
    refused("may_propose", "after a paragraph that is not there", other(ADD, after="para-9"), "unknown-unit"),
    refused("may_propose", "moved after itself", other(MOVE, after="para-2"), "after-itself"),
    refused("may_propose", "a text that the paragraph never had", other(AMEND, base="0" * 64), "unknown-base"),
    refused(
        "may_propose",
        "edits of less than the text",
        other(AMEND, edits=(Put(text="x"), Keep(n=3))),
        "edits-do-not-fit",
    ),
    refused("may_propose", "edits that change nothing", other(AMEND, edits=(Keep(n=len(TEXT)),)), "edits-do-not-fit"),
    refused("may_propose", "a bracket that is not there", other(LIFT, start=3), "no-such-bracket"),
    refused("may_propose", "an option that is not there", other(LIFT, option=1), "no-such-bracket"),
    refused(
        "may_propose", "a new paragraph under a name that is taken", other(ADD, unit="para-2"), "unit-already-there"
    ),
    refused(
        "may_propose",
        "a new paragraph that another amendment adds",
        ADD,
        "unit-already-there",
        before=(*WRITTEN, ("editor", amendment("A.1", ADD))),
    ),
    refused("may_propose", "a new paragraph of two lines", other(ADD, text="a\nb"), "not-a-text"),
    # Amendments to amendments.
    *(
        Case("may_subamend", sentence, changed(SUBAMEND, **fields), reason, by=by, before=before)
        for sentence, fields, reason, by, before in (
            ("a party for itself", {"source": None}, None, "ST-B", ASKED),
            ("a party names others", {"sponsors": ("ST-B", "ST-A")}, "others-join-themselves", "ST-B", ASKED),
            ("a sponsor nobody knows", {"sponsors": ("x",)}, "unknown-party", "editor", ASKED),
            ("a sponsor twice", {"sponsors": ("ST-B",) * 2}, "named-twice", "editor", ASKED),
            ("under the name of the amendment", {"amendment": "A.1"}, "amendment-already-there", "editor", ASKED),
            ("to what is not there", {"amends": "A.9"}, "amendment-not-open", "editor", ASKED),
            ("to an amendment that is merged", {}, "amendment-not-open", "editor", REVISED),
            (
                "to another amendment to it",
                {"amendment": "A.1-b", "amends": "A.1-a"},
                "amends-a-subamendment",
                "editor",
                SUBASKED,
            ),
            ("to another than is named", {"to": "0" * 64}, "other-amendment", "editor", ASKED),
            (
                "of a paragraph that the amendment leaves",
                {"changes": (other(MOST, unit="para-2"),)},
                "not-in-the-amendment",
                "editor",
                ASKED,
            ),
            (
                "of the text before the amendment",
                {"changes": (other(MOST, base=digest(TEXT)),)},
                "unknown-base",
                "editor",
                ASKED,
            ),
            (
                "edits of less than the amended text",
                {"changes": (other(MOST, edits=(Put(text="x"), Keep(n=3))),)},
                "edits-do-not-fit",
                "editor",
                ASKED,
            ),
            (
                "of words that the amendment leaves as they are",
                {"changes": (other(MOST, edits=difference(AMENDED, "All States act [promptly].")),)},
                "beyond-the-amendment",
                "editor",
                ASKED,
            ),
            (
                "a bracket that the amendment did not put",
                {
                    "changes": (
                        SettleBracket(unit="para-1", base=digest(AMENDED), start=AMENDED.index("["), settled="agreed"),
                    )
                },
                "beyond-the-amendment",
                "editor",
                ASKED,
            ),
            (
                "a bracket that is not there",
                {"changes": (SettleBracket(unit="para-1", base=digest(AMENDED), start=3, settled="agreed"),)},
                "no-such-bracket",
                "editor",
                ASKED,
            ),
            (
                "that leaves nothing of it",
                {"changes": (other(MOST, edits=difference(AMENDED, TEXT)),)},
                "undoes-the-amendment",
                "editor",
                ASKED,
            ),
        )
    ),
    Case(
        "may_subamend",
        "of a paragraph that the amendment adds",
        subamendment("A.2-a", ADDS, NEWER),
        before=(*ASKED, ("editor", ADDS)),
    ),
    Case(
        "may_subamend",
        "words where the amendment takes signs out",
        subamendment(
            "A.2-a",
            ADDS,
            AmendText(
                unit="para-1",
                base=digest("States shall act promptly."),
                edits=difference("States shall act promptly.", "States shall act fairly promptly."),
            ),
        ),
        before=(*ASKED, ("editor", ADDS)),
    ),
    Case(
        "may_subamend",
        "to a late amendment",
        subamendment("A.2-a", amendment("A.2", LIFT, ADD), NEWER),
        before=(*REVISED, ("editor", amendment("A.2", LIFT, ADD))),
    ),
    Case("may_join", "an amendment to an amendment", changed(JOIN, amendment="A.1-a", sponsor="ST-A"), before=SUBASKED),
    Case(
        "may_join",
        "one that fell with the amendment",
        changed(JOIN, amendment="A.1-a", sponsor="ST-A"),
        "amendment-not-open",
        before=(*SUBASKED, ("editor", WITHDRAW)),
    ),
    Case(
        "may_revise",
        "an amendment with the one to it",
        changed(REVISE, merges=("A.1-a", "A.1"), document=None),
        before=SUBASKED,
    ),
    Case(
        "may_revise",
        "an amendment to an amendment alone",
        changed(REVISE, merges=("A.1-a",), document=None),
        "without-its-amendment",
        before=SUBASKED,
    ),
    Case(
        "may_revise",
        "amendments to one amendment that want different words",
        changed(REVISE, merges=("A.1", "A.1-a", "A.1-b"), document=None),
        "amendments-clash",
        before=(
            *SUBASKED,
            (
                "editor",
                subamendment(
                    "A.1-b", PROPOSE, other(MOST, edits=difference(AMENDED, "Some States shall act [promptly]."))
                ),
            ),
        ),
    ),
    Case(
        "may_revise",
        "amendments that together leave nothing of a new paragraph",
        changed(REVISE, merges=("A.2", "A.2-a", "A.2-b"), document=None),
        "not-a-text",
        before=(
            *ASKED,
            ("editor", ADDS),
            *(
                ("editor", subamendment(name, ADDS, other(NEWER, edits=edits)))
                for name, edits in (("A.2-a", (Drop(n=3), Keep(n=1))), ("A.2-b", (Keep(n=3), Drop(n=1))))
            ),
        ),
    ),
    Case("may_join", "the party itself", changed(JOIN, source=None), by="ST-B", before=ASKED),
    Case("may_join", "a party nobody knows", changed(JOIN, sponsor="x"), "unknown-party", before=ASKED),
    Case("may_join", "a sponsor", changed(JOIN, sponsor="ST-A"), "already-a-sponsor", before=ASKED),
    Case("may_join", "one that left comes back", changed(JOIN, sponsor="ST-A"), before=(*ASKED, ("editor", LEAVE))),
    Case("may_join", "an amendment that is not there", JOIN, "amendment-not-open", before=WRITTEN),
    Case("may_join", "an amendment that is merged", JOIN, "amendment-not-open", before=REVISED),
    Case("may_leave", "who is no sponsor", changed(LEAVE, sponsor="ST-B"), "not-a-sponsor", before=ASKED),
    Case("may_leave", "a withdrawn amendment", LEAVE, "amendment-not-open", before=(*ASKED, ("editor", WITHDRAW))),
    Case("may_withdraw", "one of several sponsors", WITHDRAW, "others-sponsor-it", by="ST-A", before=ASKED),
    Case(
        "may_withdraw",
        "the only sponsor",
        WITHDRAW,
        by="ST-A",
        before=(*ASKED, ("editor", changed(LEAVE, sponsor="ST-C"))),
    ),
    Case("may_withdraw", "a merged amendment", WITHDRAW, "amendment-not-open", before=REVISED),
    # Revisions and adoption.
    Case("may_revise", "the facilitator, orally", changed(REVISE, document=None, source=None), by="ST-B", before=ASKED),
    Case("may_revise", "an amendment twice", changed(REVISE, merges=("A.1", "A.1")), "named-twice", before=REGISTERED),
    Case(
        "may_revise",
        "an amendment that is not there",
        changed(REVISE, merges=("A.9",)),
        "amendment-not-open",
        before=REGISTERED,
    ),
    Case("may_revise", "under a symbol that is not registered", REVISE, "unknown-document", before=ASKED),
    Case("may_revise", "under the draft's own symbol", changed(REVISE, document=PAPER), "already-issued", before=ASKED),
    Case(
        "may_revise",
        "amendments that want different words",
        changed(REVISE, merges=("A.1", "A.2"), document=None),
        "amendments-clash",
        before=(
            *ASKED,
            ("editor", amendment("A.2", other(AMEND, edits=difference(TEXT, "Those States shall act [promptly].")))),
        ),
    ),
    Case(
        "may_revise",
        "together more than a paragraph may have",
        changed(REVISE, merges=("A.1", "A.2", "A.3"), document=None),
        "not-a-text",
        before=(
            *ASKED,
            *(
                (
                    "editor",
                    amendment(f"A.{n}", other(AMEND, edits=difference(TEXT, TEXT[:at] + "x" * 15_000 + TEXT[at:]))),
                )
                for n, at in ((2, 9), (3, 20))
            ),
        ),
    ),
    Case(
        "may_revise",
        "a late amendment that does not collide",
        changed(REVISE, merges=("A.2",), document=None),
        before=(*REVISED, ("editor", amendment("A.2", LIFT))),
    ),
    Case(
        "may_revise",
        "a late amendment that collides",
        changed(REVISE, merges=("A.2",), document=None),
        "amendments-clash",
        before=(
            *REVISED,
            ("editor", amendment("A.2", other(AMEND, edits=difference(TEXT, "Those States shall act [promptly].")))),
        ),
    ),
    Case("may_adopt", "a draft without text", ADOPT, "nothing-written", before=OPENED),
    Case(
        "may_adopt", "under no registered symbol", changed(ADOPT, document="A/1/1"), "unknown-document", before=WRITTEN
    ),
    Case("may_adopt", "votes without a vote", changed(ADOPT, in_favour=3), "no-vote-recorded", before=WRITTEN),
    Case("may_adopt", "by a vote", changed(ADOPT, mode="vote", in_favour=3, against=0, abstaining=1), before=WRITTEN),
    # Positions and agreement.
    Case("may_explain", "the party itself", changed(EXPLAIN, source=None), by="ST-A", before=WRITTEN),
    Case(
        "may_explain", "on behalf of nobody known", changed(EXPLAIN, on_behalf_of="x"), "unknown-party", before=WRITTEN
    ),
    Case("may_explain", "of no paragraph of it", changed(EXPLAIN, units=("para-9",)), "unknown-unit", before=WRITTEN),
    Case(
        "may_explain",
        "corrected when it is withdrawn",
        lambda s: changed(EXPLAIN, corrects=s.last - 1),
        "already-withdrawn",
        before=(*EXPLAINED, ("editor", WITHDRAW_POSITION)),
    ),
    Case("may_explain", "after adoption", EXPLAIN, before=ADOPTED),
    Case("may_withdraw_position", "one that is not there", WITHDRAW_POSITION, "no-such-record", before=WRITTEN),
    Case(
        "may_withdraw_position",
        "twice",
        WITHDRAW_POSITION,
        "already-withdrawn",
        before=(*EXPLAINED, ("editor", WITHDRAW_POSITION)),
    ),
    Case("may_agree", "a party nobody knows", changed(AGREE, party="x"), "unknown-party", before=WRITTEN),
    Case("may_agree", "to no paragraph of it", changed(AGREE, units=("para-9",)), "unknown-unit", before=WRITTEN),
    Case("may_agree", "again, to a later text", AGREE, before=AGREED),
    Case("may_confirm", "what nobody agreed to", CONFIRM, "not-ad-referendum", before=WRITTEN),
    Case(
        "may_confirm",
        "what needs no confirmation",
        CONFIRM,
        "not-ad-referendum",
        before=(*WRITTEN, ("editor", changed(AGREE, ad_referendum=False))),
    ),
    Case("may_confirm", "twice", CONFIRM, "already-confirmed", before=(*AGREED, ("editor", CONFIRM))),
    Case("may_confirm", "after agreeing again", CONFIRM, before=(*AGREED, ("editor", CONFIRM), ("editor", AGREE))),
    # Deadlines and silence.
    Case("may_set_deadline", "the facilitator", changed(DEADLINE, source=None), by="ST-B", before=WRITTEN),
    Case("may_set_deadline", "for nobody known", changed(DEADLINE, addressees=("x",)), "unknown-party", before=WRITTEN),
    Case("may_set_deadline", "a time of nowhere", changed(DEADLINE, offset=None), "no-offset", before=WRITTEN),
    Case("may_answer", "to what was not asked", ANSWER, "no-such-record", before=WRITTEN),
    Case("may_answer", "a party that was not asked", changed(ANSWER, party="ST-B"), "not-addressed", before=DUE),
    Case(
        "may_answer",
        "a party nobody knows",
        changed(ANSWER, party="x"),
        "unknown-party",
        before=(*WRITTEN, ("editor", changed(DEADLINE, addressees=()))),
    ),
    Case("may_open_silence", "the facilitator", changed(SILENCE, source=None), by="ST-B", before=WRITTEN),
    Case(
        "may_open_silence", "opened by nobody known", changed(SILENCE, opened_by="x"), "unknown-party", before=WRITTEN
    ),
    Case("may_open_silence", "a time of nowhere", changed(SILENCE, offset=None), "no-offset", before=WRITTEN),
    Case("may_break_silence", "where there is none", BREAK, "no-such-record", before=WRITTEN),
    Case("may_break_silence", "a party nobody knows", changed(BREAK, party="x"), "unknown-party", before=SILENT),
    Case(
        "may_break_silence", "on no paragraph of it", changed(BREAK, units=("para-9",)), "unknown-unit", before=SILENT
    ),
    Case("may_break_silence", "a time of nowhere", changed(BREAK, offset=None), "no-offset", before=SILENT),
    Case("may_break_silence", "twice", BREAK, "already-broken", before=(*SILENT, ("editor", BREAK))),
    Case("may_break_silence", "late, which is shown", changed(BREAK, on=date(2015, 9, 30)), before=SILENT),
    # Translations.
    Case("may_translate", "of no paragraph of it", changed(TRANSLATE, unit="para-9"), "unknown-unit", before=WRITTEN),
    Case(
        "may_translate",
        "into its own language",
        changed(TRANSLATE, language="en"),
        "language-of-the-draft",
        before=WRITTEN,
    ),
    Case("may_translate", "two lines", changed(TRANSLATE, text="a\nb"), "not-a-text", before=WRITTEN),
    Case("may_translate", "of another text", changed(TRANSLATE, of_text="0" * 64), "unknown-base", before=WRITTEN),
    Case("may_translate", "of a text that is no longer current", TRANSLATE, before=REVISED),
    # Observers of the body to which the draft belongs.
    Case("may_propose", "by an observer", PROPOSE, "observer-may-not-sponsor", before=(*WRITTEN, OBSERVER)),
    Case("may_propose", "by an observer to which that was accorded", PROPOSE, before=(*WRITTEN, ACCORDED)),
    Case(
        "may_subamend",
        "by an observer",
        changed(SUBAMEND, sponsors=("ST-B", "ST-A")),
        "observer-may-not-sponsor",
        before=(*ASKED, OBSERVER),
    ),
    Case(
        "may_subamend",
        "by an observer to which that was accorded",
        changed(SUBAMEND, sponsors=("ST-B", "ST-A")),
        before=(*ASKED, ACCORDED),
    ),
    Case(
        "may_join",
        "an observer",
        changed(JOIN, sponsor="ST-A"),
        "observer-may-not-sponsor",
        before=(*ASKED, ("editor", LEAVE), OBSERVER),
    ),
    Case(
        "may_join",
        "an observer to which that was accorded",
        changed(JOIN, sponsor="ST-A"),
        before=(*ASKED, ("editor", LEAVE), ACCORDED),
    ),
    Case("may_agree", "an observer", AGREE, "observer-may-not-vote", before=(*WRITTEN, ACCORDED)),
    Case("may_break_silence", "an observer", BREAK, "observer-may-not-vote", before=(*SILENT, ACCORDED)),
    Case("may_propose", "of a draft of no body in particular", BODILESS_AMENDMENT, before=BODILESS),
)

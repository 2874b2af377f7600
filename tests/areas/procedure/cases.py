"""The cases of the rules about procedure: what cannot have happened has no effect; what breaks a rule counts."""

from __future__ import annotations

from datetime import date
from typing import Any

from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import RecordCapacity
from accord.areas.meetings.acts import CancelMeeting, ScheduleMeeting
from accord.areas.procedure.acts import (
    AdoptProcedure,
    BeginVoting,
    Changes,
    CloseFloor,
    CountPresent,
    DecideOrder,
    ExplainVote,
    MakeRuling,
    MoveMotion,
    ObjectToDecision,
    OpenDebate,
    OpenFloor,
    PassOver,
    PutQuestion,
    RaisePoint,
    RecordVote,
    ShareOf,
    SpeakersOn,
    SpeakToMotion,
    StrikeStep,
    TakeDecision,
    VoteOf,
    WithdrawMotion,
)
from tests.areas.cases import BODY, PAPER, Case, changed, common
from tests.scene import Scene, source

DRAFT = "A/AC.900/L.1"
AT: dict[str, Any] = {"body": BODY, "number": 1, "source": source()}

ADOPT = AdoptProcedure(
    body=BODY,
    rules="ga-committee",
    changes=Changes(
        majority=ShareOf(numerator=2, denominator=3),
        speakers=(SpeakersOn(motion="close-debate", in_favour=0, against=3),),
    ),
    source=source(),
)
OPEN = OpenFloor(on=date(2015, 8, 20), members=9, present=6, **AT)
COUNT = CountPresent(present=7, **AT)
SUSPEND = CloseFloor(status="suspended", **AT)
RISE = CloseFloor(status="adjourned", **AT)
DEBATE = OpenDebate(item="1", **AT)
PUT = PutQuestion(question=DRAFT, kind="proposal", sponsors=("ST-A", "ST-B"), circulated=date(2015, 8, 19), **AT)
AMEND = PutQuestion(question="amendment-1", kind="amendment", amends=DRAFT, sponsors=("ST-C",), effect="deletes", **AT)
MOVE = MoveMotion(motion="m-1", kind="close-debate", mover="ST-A", **AT)
DIVIDE = MoveMotion(motion="m-2", kind="divide", mover="ST-A", about=DRAFT, parts=("part-1", "part-2"), **AT)
RECONSIDER = MoveMotion(motion="m-3", kind="reconsider", mover="ST-A", about=DRAFT, **AT)
APPEAL = MoveMotion(motion="m-4", kind="appeal", mover="ST-B", **AT)
SPEAK = SpeakToMotion(motion="m-1", speaker="ST-B", side="against", **AT)
WITHDRAW = WithdrawMotion(withdrawn=DRAFT, party="ST-A", **AT)
RAISE = RaisePoint(party="ST-A", **AT)
RULE = MakeRuling(upheld=False, **AT)
RULE_OUT = MakeRuling(upheld=True, rules_out=DRAFT, **AT)
ORDER = DecideOrder(questions=(DRAFT,), **AT)
BEGIN = BeginVoting(question=DRAFT, **AT)
RESULT = RecordVote(question=DRAFT, in_favour=3, against=2, abstaining=1, **AT)
BY_STATE = RecordVote(
    question=DRAFT,
    method="recorded",
    in_favour=1,
    against=1,
    abstaining=1,
    votes=(
        VoteOf(party="ST-A", vote="yes"),
        VoteOf(party="ST-B", vote="no"),
        VoteOf(party="ST-C", vote="abstain"),
    ),
    **AT,
)
EXPLAIN = ExplainVote(question=DRAFT, party="ST-C", when="after", **AT)
DECIDE = TakeDecision(question=DRAFT, mode="without-a-vote", **AT)
OBJECT = ObjectToDecision(question=DRAFT, party="ST-B", **AT)
LIFT = changed(OBJECT, lifted=True)
PASS = PassOver(question=DRAFT, **AT)


def said(*acts: Act) -> tuple[tuple[str, Act], ...]:
    """Acts that the editor records, in this order."""
    return tuple(("editor", act) for act in acts)


def strike(scene: Scene) -> Act:
    """Strikes the last step."""
    return StrikeStep(step=scene.last, reason="recorded twice", **AT)


OBSERVER = RecordCapacity(body=BODY, party="ST-Z", capacity="observer", source=source())
SPONSOR = changed(OBSERVER, rights=("sponsorship",))
MOVER = changed(OBSERVER, rights=("motions",))
RISER = changed(OBSERVER, rights=("points-of-order",))
VOTE_OF_OBSERVER = changed(BY_STATE, votes=(*BY_STATE.votes[:2], VoteOf(party="ST-Z", vote="abstain")))

OPENED = said(OPEN)
DEBATED = said(OPEN, DEBATE)
PLACED = said(OPEN, PUT)
MOVED = said(OPEN, DEBATE, MOVE)
GONE = said(OPEN, PUT, WITHDRAW)

HOLDS = (
    Case("may_adopt", "a recorder says which rules apply", ADOPT),
    Case("may_open", "a recorder says that the meeting was opened", OPEN),
    Case("may_count", "a recorder says how many are present", COUNT, before=OPENED),
    Case("may_close", "the meeting is suspended", SUSPEND, before=OPENED),
    Case("may_debate", "an item is taken up", DEBATE, before=OPENED),
    Case("may_put", "a proposal comes before the meeting", PUT, before=OPENED),
    Case("may_move", "a delegation moves the closure of the debate", MOVE, before=DEBATED),
    Case("may_speak", "a delegation speaks against", SPEAK, before=MOVED),
    Case("may_withdraw", "a sponsor withdraws the proposal", WITHDRAW, before=PLACED),
    Case("may_raise", "a representative rises to a point of order", RAISE, before=OPENED),
    Case("may_rule", "the Chair rules on it", RULE, before=said(OPEN, RAISE)),
    Case("may_order", "the order of voting is decided", ORDER, before=PLACED),
    Case("may_begin", "voting begins", BEGIN, before=PLACED),
    Case("may_record", "the result of a vote", RESULT, before=PLACED),
    Case("may_explain", "a delegation explains its vote", EXPLAIN, before=PLACED),
    Case("may_decide", "a decision without a vote", DECIDE, before=PLACED),
    Case("may_object", "a delegation objects", OBJECT, before=PLACED),
    Case("may_pass_over", "a question is not put to the vote", PASS, before=PLACED),
    Case("may_strike", "the recorder strikes the last step", strike, before=PLACED),
)


def without(rule: str, act: Act, *before: Act) -> list[Case]:
    """The meeting is not open: before it opens."""
    return [Case(rule, "before the meeting is open", act, "meeting-not-open", before=said(*before))]


def of_a_label(rule: str, act: Act, field: str = "question") -> list[Case]:
    """What an act is about is not there, or was withdrawn, or was passed over."""
    nothing = changed(act, **{field: (("nothing",) if field == "questions" else "nothing")})
    return [
        Case(rule, "of what is not before the meeting", nothing, "not-before-the-meeting", before=OPENED),
        Case(rule, "of what was withdrawn", act, "withdrawn", before=GONE),
        Case(rule, "of what was passed over", act, "not-pending", before=said(OPEN, PUT, PASS)),
    ]


CASES = (
    *HOLDS,
    *(case for holds in HOLDS for case in common("procedure", holds)),
    # rules of the body
    Case("may_adopt", "a set without changes", changed(ADOPT, changes=None)),
    Case("may_adopt", "a document nobody registered", changed(ADOPT, document="A/70/9"), "unknown-document"),
    Case("may_adopt", "a registered document", changed(ADOPT, document=PAPER)),
    Case(
        "may_adopt",
        "a majority of three halves",
        changed(ADOPT, changes=Changes(majority=ShareOf(numerator=3, denominator=2))),
        "more-than-all",
    ),
    Case(
        "may_adopt",
        "speakers on a motion twice",
        changed(ADOPT, changes=Changes(speakers=(SpeakersOn(motion="divide", in_favour=1, against=1),) * 2)),
        "named-twice",
    ),
    # the meeting
    Case("may_open", "nobody counted", changed(OPEN, members=None, present=None)),
    Case("may_open", "present without members", changed(OPEN, members=None), "members-and-present"),
    Case("may_open", "more present than members", changed(OPEN, present=10), "more-than-members"),
    Case("may_open", "too few present: the Chair let it pass", changed(OPEN, present=0)),
    Case("may_open", "a second time", OPEN, "meeting-is-open", before=OPENED),
    Case("may_open", "after it was suspended", OPEN, before=said(OPEN, SUSPEND)),
    Case("may_open", "after it was over", OPEN, "meeting-is-over", before=said(OPEN, RISE)),
    Case("may_open", "the next while this one is open", changed(OPEN, number=2), "another-meeting-open", before=OPENED),
    Case(
        "may_open",
        "the next while this one is suspended",
        changed(OPEN, number=2),
        "another-meeting-open",
        before=said(OPEN, SUSPEND),
    ),
    Case("may_open", "the next after this one", changed(OPEN, number=2), before=said(OPEN, RISE)),
    Case(
        "may_open",
        "one before the latest",
        OPEN,
        "not-the-next-meeting",
        before=said(changed(OPEN, number=2), changed(RISE, number=2)),
    ),
    Case(
        "may_open",
        "one that was cancelled",
        OPEN,
        "meeting-cancelled",
        before=said(
            ScheduleMeeting(body=BODY, number=1, kind="plenary", on=date(2015, 8, 20), source=source()),
            CancelMeeting(body=BODY, number=1, source=source()),
        ),
    ),
    *without("may_count", COUNT),
    Case("may_count", "more than there are members", changed(COUNT, present=10), "more-than-members", before=OPENED),
    *without("may_close", RISE),
    Case("may_close", "suspended and then over", RISE, before=said(OPEN, SUSPEND)),
    Case("may_close", "suspended twice", SUSPEND, "meeting-not-open", before=said(OPEN, SUSPEND)),
    *without("may_debate", DEBATE),
    # questions
    *without("may_put", PUT),
    Case("may_put", "a sponsor named twice", changed(PUT, sponsors=("ST-A", "ST-A")), "named-twice", before=OPENED),
    Case("may_put", "a sponsor nobody knows", changed(PUT, sponsors=("ST-Q",)), "unknown-party", before=OPENED),
    Case("may_put", "under the label of another", PUT, "label-used", before=PLACED),
    Case("may_put", "under the label of a motion", changed(PUT, question="m-1"), "label-used", before=MOVED),
    Case("may_put", "withdrawn and introduced again by another", changed(PUT, sponsors=("ST-C",)), before=GONE),
    Case("may_put", "introduced again as something else", changed(PUT, kind="report"), "another-question", before=GONE),
    Case("may_put", "an amendment", AMEND, before=PLACED),
    Case("may_put", "an amendment to an amendment", changed(AMEND, question="amendment-2", amends="amendment-1"),
         before=said(OPEN, PUT, AMEND)),
    Case("may_put", "an amendment to an adopted proposal is out of order, and counts", AMEND,
         before=said(OPEN, PUT, DECIDE)),
    Case("may_put", "an amendment to nothing", changed(AMEND, amends=None), "amends-nothing", before=PLACED),
    Case("may_put", "a proposal that amends", changed(AMEND, kind="proposal"), "amends-nothing", before=PLACED),
    Case("may_put", "an amendment to what is not there", AMEND, "not-before-the-meeting", before=OPENED),
    Case("may_put", "an amendment to what was withdrawn", AMEND, "withdrawn", before=GONE),
    Case("may_put", "an amendment to what was passed over", AMEND, "not-pending", before=said(OPEN, PUT, PASS)),
    # motions
    *without("may_move", MOVE),
    Case("may_move", "the Chair moves", changed(MOVE, mover=None), before=DEBATED),
    Case("may_move", "without a debate: out of order, and counts", MOVE, before=OPENED),
    Case("may_move", "a mover nobody knows", changed(MOVE, mover="ST-Q"), "unknown-party", before=DEBATED),
    Case("may_move", "under the label of another", changed(MOVE, kind="suspend-meeting"), "label-used", before=MOVED),
    Case("may_move", "another of its kind", changed(MOVE, motion="m-9"), "motion-is-pending", before=MOVED),
    Case("may_move", "of lower precedence: out of order, and counts", MOVE,
         before=said(OPEN, DEBATE, changed(MOVE, motion="m-0", kind="suspend-meeting"))),
    Case("may_move", "an appeal against no ruling", APPEAL, "no-ruling", before=OPENED),
    Case("may_move", "an appeal against a ruling", APPEAL, before=said(OPEN, RAISE, RULE)),
    Case("may_move", "a closure about a proposal", changed(MOVE, about=DRAFT), "motion-about", before=PLACED),
    Case("may_move", "a division of nothing", changed(DIVIDE, about=None), "motion-about", before=PLACED),
    Case("may_move", "a division", DIVIDE, before=PLACED),
    Case("may_move", "a division of what is not there", DIVIDE, "not-before-the-meeting", before=OPENED),
    Case("may_move", "a division of what was withdrawn", DIVIDE, "withdrawn", before=GONE),
    Case("may_move", "a division of what was passed over", DIVIDE, "not-pending", before=said(OPEN, PUT, PASS)),
    Case("may_move", "a division into one part", changed(DIVIDE, parts=("part-1",)), "two-parts", before=PLACED),
    Case("may_move", "a part with the label of the whole", changed(DIVIDE, parts=(DRAFT, "part-1")), "label-used",
         before=PLACED),
    Case("may_move", "a closure in parts", changed(MOVE, parts=("part-1", "part-2")), "two-parts", before=DEBATED),
    Case("may_move", "reconsidering what is not decided", RECONSIDER, "not-decided", before=PLACED),
    Case("may_move", "reconsidering what was adopted", RECONSIDER, before=said(OPEN, PUT, DECIDE)),
    *without("may_speak", SPEAK),
    Case("may_speak", "to no motion", SPEAK, "not-before-the-meeting", before=DEBATED),
    Case("may_speak", "in favour of closure: out of order, and counts", changed(SPEAK, side="in-favour"), before=MOVED),
    Case("may_speak", "a speaker nobody knows", changed(SPEAK, speaker="ST-Q"), "unknown-party", before=MOVED),
    *without("may_withdraw", WITHDRAW),
    *of_a_label("may_withdraw", WITHDRAW, "withdrawn"),
    Case("may_withdraw", "a motion", changed(WITHDRAW, withdrawn="m-1"), before=MOVED),
    Case("may_withdraw", "by another: out of order, and counts", changed(WITHDRAW, party="ST-C"), before=PLACED),
    Case("may_withdraw", "by a party nobody knows", changed(WITHDRAW, party="ST-Q"), "unknown-party", before=PLACED),
    # points of order and rulings
    *without("may_raise", RAISE),
    Case("may_raise", "while one waits", changed(RAISE, party="ST-B"), "point-is-pending", before=said(OPEN, RAISE)),
    Case("may_raise", "by a party nobody knows", changed(RAISE, party="ST-Q"), "unknown-party", before=OPENED),
    *without("may_rule", RULE),
    Case("may_rule", "on nothing", RULE, "nothing-to-rule-on", before=OPENED),
    Case("may_rule", "a proposal out of order", RULE_OUT, before=PLACED),
    *of_a_label("may_rule", RULE_OUT, "rules_out"),
    Case("may_rule", "while an appeal waits", changed(RULE_OUT, rules_out="m-4"), "appeal-is-pending",
         before=said(OPEN, RAISE, RULE, APPEAL)),
    # voting
    *without("may_order", ORDER),
    *of_a_label("may_order", ORDER, "questions"),
    Case("may_order", "a question twice", changed(ORDER, questions=(DRAFT, DRAFT)), "named-twice", before=PLACED),
    *without("may_begin", BEGIN),
    *of_a_label("may_begin", BEGIN),
    Case("may_begin", "while another is voted", changed(BEGIN, question="amendment-1"), "voting-on-another",
         before=said(OPEN, PUT, AMEND, BEGIN)),
    Case("may_begin", "an appeal during a vote", changed(BEGIN, question="m-4"),
         before=said(OPEN, PUT, BEGIN, RAISE, RULE, APPEAL)),
    *without("may_record", RESULT),
    *of_a_label("may_record", RESULT),
    Case("may_record", "of what is being voted", RESULT, before=said(OPEN, PUT, BEGIN)),
    Case("may_record", "while another is voted", changed(RESULT, question="amendment-1"), "voting-on-another",
         before=said(OPEN, PUT, AMEND, BEGIN)),
    Case("may_record", "by more than are there", changed(RESULT, in_favour=9), "more-votes-than-members",
         before=PLACED),
    Case("may_record", "votes by State", BY_STATE, before=PLACED),
    Case("may_record", "votes by State that do not add up", changed(BY_STATE, in_favour=2), "votes-differ",
         before=PLACED),
    Case("may_record", "a State twice", changed(BY_STATE, votes=BY_STATE.votes * 2), "named-twice", before=PLACED),
    Case("may_record", "a State nobody knows", changed(BY_STATE, votes=(VoteOf(party="ST-Q", vote="yes"),)),
         "unknown-party", before=PLACED),
    *without("may_explain", EXPLAIN),
    *of_a_label("may_explain", EXPLAIN)[:2],
    Case("may_explain", "a sponsor its own: out of order, and counts", changed(EXPLAIN, party="ST-A"), before=PLACED),
    Case("may_explain", "by a party nobody knows", changed(EXPLAIN, party="ST-Q"), "unknown-party", before=PLACED),
    # decisions without a vote
    *without("may_decide", DECIDE),
    *of_a_label("may_decide", DECIDE),
    Case("may_decide", "while it is voted", DECIDE, "voting-on-another", before=said(OPEN, PUT, BEGIN)),
    Case("may_decide", "over an objection: out of order, and counts", DECIDE, before=said(OPEN, PUT, OBJECT)),
    *without("may_object", OBJECT),
    *of_a_label("may_object", OBJECT),
    Case("may_object", "twice", OBJECT, "objects-already", before=said(OPEN, PUT, OBJECT)),
    Case("may_object", "no longer", LIFT, before=said(OPEN, PUT, OBJECT)),
    Case("may_object", "no longer, who never did", LIFT, "no-objection", before=PLACED),
    Case("may_object", "by a party nobody knows", changed(OBJECT, party="ST-Q"), "unknown-party", before=PLACED),
    *without("may_pass_over", PASS),
    *of_a_label("may_pass_over", PASS),
    # observers
    Case("may_put", "by an observer", changed(PUT, sponsors=("ST-A", "ST-Z")), "observer-may-not-sponsor",
         before=said(OPEN, OBSERVER)),
    Case("may_put", "by an observer to which that was accorded", changed(PUT, sponsors=("ST-Z",)),
         before=said(OPEN, SPONSOR)),
    Case("may_move", "by an observer", changed(MOVE, mover="ST-Z"), "observer-may-not-move",
         before=said(OPEN, DEBATE, RISER)),
    Case("may_move", "by an observer to which that was accorded", changed(MOVE, mover="ST-Z"),
         before=said(OPEN, DEBATE, MOVER)),
    Case("may_speak", "an observer", changed(SPEAK, speaker="ST-Z"), "observer-may-not-move",
         before=said(OPEN, DEBATE, MOVE, OBSERVER)),
    Case("may_raise", "an observer", changed(RAISE, party="ST-Z"), "observer-may-not-raise-points",
         before=said(OPEN, SPONSOR)),
    Case("may_raise", "an observer to which that was accorded", changed(RAISE, party="ST-Z"),
         before=said(OPEN, RISER)),
    Case("may_record", "with the vote of an observer", VOTE_OF_OBSERVER, "observer-may-not-vote",
         before=said(OPEN, PUT, changed(OBSERVER, rights=("motions", "sponsorship", "points-of-order")))),
    Case("may_record", "with the vote of one that observes elsewhere", VOTE_OF_OBSERVER, before=PLACED),
    Case("may_explain", "an observer", changed(EXPLAIN, party="ST-Z"), "observer-may-not-vote",
         before=said(OPEN, PUT, OBSERVER)),
    Case("may_object", "an observer", changed(OBJECT, party="ST-Z"), "observer-may-not-vote",
         before=said(OPEN, PUT, OBSERVER)),
    # striking
    Case("may_strike", "a step of another meeting", lambda s: changed(strike(s), number=2), "not-the-latest-meeting",
         before=PLACED),
    Case("may_strike", "an entry that is no step", lambda s: changed(strike(s), step=0), "no-such-step", before=PLACED),
    Case("may_strike", "another recorder's step", strike, "not-the-recorder", by="editor-2", before=PLACED),
    Case("may_strike", "the secretariat strikes it", strike, by="secretariat", before=PLACED),
    Case("may_strike", "a step on which later ones rest", lambda s: changed(strike(s), step=s.last - 1),
         "later-steps-need-it", before=said(OPEN, PUT, WITHDRAW)),
    Case("may_strike", "a step without which the later ones stand", lambda s: changed(strike(s), step=s.last - 1),
         before=said(OPEN, COUNT, PUT)),
)  # fmt: skip

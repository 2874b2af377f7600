"""Each rule of the committees of the General Assembly as a table: what is in order and what is noted (A/520/Rev.20)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from accord.areas.procedure.effects import carried
from accord.areas.procedure.floor import Event, Floor, Item, Motion, Question
from accord.areas.procedure.machine import impossible, step
from accord.areas.procedure.order import notes
from accord.areas.procedure.sets import GA_COMMITTEE as GA
from accord.areas.procedure.sets import MOTIONS, TOPIC_OF
from accord.areas.procedure.voting import turns

OPEN = Floor(state="open", members=193, present=120, item="1", items=(Item("1"),), day=100)
DRAFT = Question("L.1", "proposal", sponsors=("ST-A",), item="1", circulated=99)


def broken(floor: Floor, event: Event) -> list[tuple[int, str]]:
    """The rules that an event breaks, by number; the event can happen."""
    assert impossible(floor, event) is None
    return [(note.rule, note.breach) for note in notes(GA, floor, event)]


def through(floor: Floor, *events: Event) -> Floor:
    """The floor after events."""
    for event in events:
        floor = step(GA, floor, event)
    return floor


def with_motion(kind: str, **more: object) -> Floor:
    """A floor with a motion of ST-A pending, about the draft where it is about one."""
    about = "L.1" if kind in ("competence", "reconsider", "divide") else ""
    motion = Motion("m", kind, "ST-A", about, **more)  # type: ignore[arg-type]
    return replace(OPEN, motions=(motion,), questions=(DRAFT,))


@pytest.mark.parametrize(
    ("present", "found"), [(48, [(108, "too-few-to-open")]), (49, []), (193, [])], ids=["48", "49", "193"]
)
def test_rule_108_a_quarter_opens_a_meeting_of_193(present: int, found: list[tuple[int, str]]) -> None:
    assert broken(Floor(), Event("open", counts=(193, present))) == found


@pytest.mark.parametrize("kind", ["begin", "result", "decide"])
@pytest.mark.parametrize(("present", "enough"), [(96, False), (97, True), (None, True)])
def test_rule_108_a_majority_decides(kind: str, present: int | None, enough: bool) -> None:
    floor = replace(OPEN, present=present, questions=(DRAFT,))
    event = Event(kind, on="L.1", counts=(1, 0, 0) if kind == "result" else ())  # type: ignore[arg-type]
    assert broken(floor, event) == ([] if enough else [(108, "too-few-to-decide")])


def test_rule_113_the_chair_rules_on_a_point_of_order_before_anything_else() -> None:
    floor = through(replace(OPEN, questions=(DRAFT,)), Event("raise", "ST-B"))
    for event in (Event("begin", on="L.1"), Event("move", "ST-C", "m", "suspend-meeting"), Event("inscribe", "ST-C")):
        assert (113, "point-of-order-first") in broken(floor, event)
    assert broken(floor, Event("rule", what="upheld")) == []


def test_rule_113_an_appeal_is_voted_at_once_without_debate() -> None:
    floor = through(
        replace(OPEN, questions=(DRAFT,)),
        Event("raise", "ST-B"),
        Event("rule", what="not-upheld"),
        Event("move", "ST-B", "m", "appeal"),
    )
    assert broken(floor, Event("begin", on="L.1"))[0] == (113, "appeal-first")
    assert broken(floor, Event("speak", "ST-C", "m", "against")) == [(113, "not-debated")]
    assert broken(floor, Event("begin", on="m")) == []


@pytest.mark.parametrize(("counts", "stands"), [((60, 59, 1), False), ((60, 60, 0), True), ((59, 60, 0), True)])
def test_rule_113_a_ruling_stands_unless_a_majority_overrules_it(counts: tuple[int, ...], stands: bool) -> None:
    floor = through(
        replace(OPEN, questions=(DRAFT,)),
        Event("rule", what="upheld", of="L.1"),
        Event("move", "ST-A", "m", "appeal"),
        Event("result", on="m", counts=counts),
    )
    draft = floor.question("L.1")
    assert draft is not None
    assert draft.state == ("ruled-out" if stands else "pending")


@pytest.mark.parametrize("kind", MOTIONS)
@pytest.mark.parametrize("side", ["in-favour", "against"])
@pytest.mark.parametrize("spoken", [0, 1, 2, 3])
def test_rules_114_116_117_118_121_123_129_who_may_speak_to_a_motion(kind: str, side: str, spoken: int) -> None:
    most = {
        "appeal": (0, 0), "suspend-meeting": (0, 0), "adjourn-meeting": (0, 0), "adjourn-debate": (2, 2),
        "close-debate": (0, 2), "limit-time": (2, 2), "competence": (9, 9), "reconsider": (0, 2), "divide": (2, 2),
    }[kind]  # fmt: skip
    number = {
        "appeal": 113, "suspend-meeting": 118, "adjourn-meeting": 118, "adjourn-debate": 116, "close-debate": 117,
        "limit-time": 114, "competence": 121, "reconsider": 123, "divide": 129,
    }[kind]  # fmt: skip
    given = {"in_favour": spoken} if side == "in-favour" else {"against": spoken}
    floor = with_motion(kind, spoke=tuple(f"ST-{n}" for n in range(spoken)), **given)
    found = broken(floor, Event("speak", "ST-Z", "m", side))
    if most == (0, 0):
        assert found == [(number, "not-debated")]
    elif spoken < most[side == "against"]:
        assert found == []
    else:
        assert found == [(number, "enough-in-favour" if side == "in-favour" else "enough-against")]
    assert TOPIC_OF[kind] in GA.numbers


def test_rule_116_the_proposer_speaks_by_moving_and_nobody_twice() -> None:
    floor = with_motion("adjourn-debate", spoke=("ST-B",), against=1)
    for party in ("ST-A", "ST-B"):
        assert broken(floor, Event("speak", party, "m", "in-favour")) == [(116, "spoke-already")]


def test_rule_115_a_closed_list_stays_closed_and_the_chair_may_accord_a_reply() -> None:
    floor = through(OPEN, Event("close-list"))
    assert broken(floor, Event("inscribe", "ST-B")) == [(115, "list-is-closed")]
    assert broken(floor, Event("reply", "ST-B")) == []
    assert through(floor, Event("debate", on="1")).items == (Item("1", list_closed=True),)


@pytest.mark.parametrize(("kind", "number", "breach"), [
    ("adjourn-debate", 116, "debate-is-adjourned"), ("close-debate", 117, "debate-is-closed"),
])  # fmt: skip
def test_rules_116_117_no_debate_goes_on_once_it_is_adjourned_or_closed(kind: str, number: int, breach: str) -> None:
    floor = through(with_motion(kind), Event("result", on="m", counts=(60, 59, 0)))
    assert broken(floor, Event("inscribe", "ST-B")) == [(number, breach)]
    assert broken(floor, Event("move", "ST-B", "m2", "close-debate")) == [(number, breach)]
    voting = broken(floor, Event("begin", on="L.1"))
    assert voting == ([(116, "debate-is-adjourned")] if kind == "adjourn-debate" else [])


def test_rules_116_117_a_debate_is_adjourned_or_closed_only_while_there_is_one() -> None:
    floor = replace(OPEN, item="", items=())
    assert broken(floor, Event("move", "ST-B", "m", "adjourn-debate")) == [(116, "no-debate-now")]
    assert broken(floor, Event("move", "ST-B", "m", "close-debate")) == [(117, "no-debate-now")]


@pytest.mark.parametrize(("kind", "state"), [("suspend-meeting", "suspended"), ("adjourn-meeting", "adjourned")])
def test_rule_118_a_meeting_is_suspended_or_adjourned_by_vote(kind: str, state: str) -> None:
    assert through(with_motion(kind), Event("result", on="m", counts=(2, 1, 0))).state == state
    assert through(with_motion(kind), Event("result", on="m", counts=(1, 1, 0))).state == "open"


RANKS = ("suspend-meeting", "adjourn-meeting", "adjourn-debate", "close-debate", "limit-time")


@pytest.mark.parametrize("pending", RANKS)
@pytest.mark.parametrize("moved", RANKS)
def test_rule_119_only_a_motion_of_higher_precedence_may_be_moved(pending: str, moved: str) -> None:
    if pending == moved:
        assert impossible(with_motion(pending), Event("move", "ST-B", "m2", moved)) == "motion-is-pending"
        return
    found = broken(with_motion(pending), Event("move", "ST-B", "m2", moved))
    assert found == ([(119, "motion-first")] if RANKS.index(moved) > RANKS.index(pending) else [])


@pytest.mark.parametrize("pending", MOTIONS[1:])
def test_rule_119_the_four_motions_go_before_a_vote_on_a_proposal(pending: str) -> None:
    found = broken(with_motion(pending), Event("begin", on="L.1"))
    assert ((119, "motion-first") in found) == (pending in RANKS[:4])


@pytest.mark.parametrize(("circulated", "late"), [(98, False), (99, False), (100, True), (None, False)])
def test_rule_120_a_proposal_is_circulated_the_day_before(circulated: int | None, late: bool) -> None:
    floor = replace(OPEN, questions=(replace(DRAFT, circulated=circulated),))
    assert broken(floor, Event("begin", on="L.1")) == ([(120, "circulated-too-late")] if late else [])
    amendment = Question("A", "amendment", "L.1", ("ST-B",), "1", circulated=100)
    assert broken(replace(floor, questions=(*floor.questions, amendment)), Event("begin", on="A")) == []


def test_rule_121_competence_is_decided_before_the_proposal() -> None:
    assert broken(with_motion("competence"), Event("begin", on="L.1")) == [(121, "competence-first")]
    assert broken(with_motion("competence"), Event("begin", on="m")) == []


@pytest.mark.parametrize(("event", "breach"), [
    (Event("withdraw", "ST-A", "L.1"), None),
    (Event("withdraw", "ST-B", "L.1"), "not-its-proposer"),
])  # fmt: skip
def test_rule_122_the_proposer_withdraws(event: Event, breach: str | None) -> None:
    assert broken(replace(OPEN, questions=(DRAFT,)), event) == ([] if breach is None else [(122, breach)])


def test_rule_122_not_once_amended_nor_once_voting_has_begun_and_anybody_may_introduce_it_again() -> None:
    amended = replace(OPEN, questions=(DRAFT, Question("A", "amendment", "L.1", ("ST-B",), state="adopted")))
    assert broken(amended, Event("withdraw", "ST-A", "L.1")) == [(122, "amended-already")]
    floor = through(replace(OPEN, questions=(DRAFT,)), Event("begin", on="L.1"))
    assert broken(floor, Event("withdraw", "ST-A", "L.1")) == [(122, "voting-has-begun")]
    floor = through(replace(OPEN, questions=(DRAFT,)), Event("withdraw", "ST-A", "L.1"))
    assert impossible(floor, Event("begin", on="L.1")) == "withdrawn"
    assert broken(floor, Event("place", on="L.1", what="proposal", labels=("ST-C",))) == []


@pytest.mark.parametrize(("counts", "again"), [((66, 34, 20), False), ((66, 33, 21), True), ((67, 33, 0), True)])
def test_rule_123_two_thirds_reconsider(counts: tuple[int, ...], again: bool) -> None:
    floor = replace(OPEN, questions=(replace(DRAFT, state="adopted"),))
    assert broken(floor, Event("begin", on="L.1")) == [(123, "decided-already")]
    floor = through(floor, Event("move", "ST-B", "m", "reconsider", "L.1"), Event("result", on="m", counts=counts))
    draft = floor.question("L.1")
    assert draft is not None
    assert draft.state == ("pending" if again else "adopted")


@pytest.mark.parametrize(("counts", "adopted"), [
    ((2, 1, 0), True), ((1, 2, 0), False), ((1, 0, 119), True), ((1, 1, 100), False), ((0, 0, 5), False),
])  # fmt: skip
def test_rules_125_126_133_a_majority_of_those_voting_and_a_tie_rejects(counts: tuple[int, ...], adopted: bool) -> None:
    assert carried(GA, replace(OPEN, questions=(DRAFT,)), "L.1", counts) is adopted


def test_rule_128_only_a_point_of_order_interrupts_the_voting() -> None:
    floor = through(replace(OPEN, questions=(DRAFT,)), Event("begin", on="L.1"))
    for event in (Event("inscribe", "ST-B"), Event("explain", "ST-B", "L.1"), Event("object", "ST-B", "L.1")):
        assert broken(floor, event) == [(128, "voting-has-begun")]
    assert broken(floor, Event("raise", "ST-B")) == []
    assert broken(floor, Event("result", on="L.1", counts=(2, 1, 0))) == []


def test_rule_128_a_sponsor_does_not_explain_its_vote_on_its_own_proposal() -> None:
    floor = replace(OPEN, questions=(DRAFT,))
    assert broken(floor, Event("explain", "ST-A", "L.1", "before")) == [(128, "own-proposal")]
    assert broken(floor, Event("explain", "ST-B", "L.1", "before")) == []


def test_rule_129_a_division_without_objection_is_granted_and_with_one_is_voted() -> None:
    floor = through(
        replace(OPEN, questions=(DRAFT,)), Event("move", "ST-B", "m", "divide", "L.1", ("part-1", "part-2"))
    )
    assert broken(floor, Event("decide", on="m")) == []
    assert broken(floor, Event("begin", on="L.1")) == [(129, "division-first")]
    assert broken(through(floor, Event("object", "ST-C", "m")), Event("decide", on="m")) == [(129, "objection-stands")]
    divided = through(floor, Event("decide", on="m"))
    assert broken(divided, Event("begin", on="L.1")) == [(129, "parts-first")]


@pytest.mark.parametrize(("first", "second", "state"), [
    ((2, 1, 0), (1, 2, 0), "pending"), ((1, 2, 0), (2, 1, 0), "pending"), ((1, 2, 0), (1, 1, 0), "rejected"),
])  # fmt: skip
def test_rule_129_all_parts_rejected_reject_the_whole(
    first: tuple[int, ...], second: tuple[int, ...], state: str
) -> None:
    floor = through(
        replace(OPEN, questions=(DRAFT,)),
        Event("move", "ST-B", "m", "divide", "L.1", ("part-1", "part-2")),
        Event("decide", on="m"),
        Event("result", on="part-1", counts=first),
        Event("result", on="part-2", counts=second),
    )
    draft = floor.question("L.1")
    assert draft is not None
    assert draft.state == state


def amended() -> Floor:
    """A proposal with amendments that add, delete and replace, and one to an amendment."""

    def amendment(label: str, effect: str, of: str = "L.1") -> Question:
        return Question(label, "amendment", of, ("ST-B",), "1", effect)

    questions = (DRAFT, amendment("adds", "adds"), amendment("deletes", "deletes"), amendment("replaces", "replaces"))
    return replace(OPEN, questions=(*questions, amendment("sub", "adds", "replaces")))


def test_rule_130_amendments_go_first_and_an_amendment_to_one_before_it() -> None:
    assert broken(amended(), Event("begin", on="L.1")) == [(130, "amendment-first")]
    assert broken(amended(), Event("begin", on="replaces")) == [(130, "amendment-first")]
    assert broken(amended(), Event("begin", on="sub")) == []


def test_rule_130_the_order_is_a_suggestion_until_the_chair_decides() -> None:
    assert [(turn.question.label, turn.why) for turn in turns(amended())] == [
        ("deletes", "deletes"),
        ("sub", "amendment-to-amendment"),
        ("replaces", "replaces"),
        ("adds", "adds"),
        ("L.1", "submitted"),
    ]
    assert broken(amended(), Event("begin", on="adds")) == [], "what is furthest removed is for the Chair to judge"
    decided = through(amended(), Event("order", labels=("adds", "deletes")))
    assert [turn.question.label for turn in turns(decided)] == ["adds", "deletes", "sub", "replaces", "L.1"]
    assert broken(decided, Event("begin", on="deletes")) == [(130, "another-order-decided")]
    assert broken(decided, Event("begin", on="adds")) == []


def test_rule_131_proposals_in_the_order_of_submission_unless_the_body_decides_otherwise() -> None:
    floor = replace(OPEN, questions=(DRAFT, replace(DRAFT, label="L.2")))
    assert broken(floor, Event("begin", on="L.2")) == [(131, "submitted-earlier")]
    decided = through(floor, Event("order", labels=("L.2", "L.1")))
    assert broken(decided, Event("begin", on="L.2")) == []
    assert broken(decided, Event("begin", on="L.1")) == [(131, "another-order-decided")]
    passed = through(floor, Event("pass-over", on="L.1"))
    assert broken(passed, Event("begin", on="L.2")) == []

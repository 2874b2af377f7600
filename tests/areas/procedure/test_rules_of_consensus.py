"""The rules of a body that decides by consensus (CD/8/Rev.10), local changes, and a body without rules."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from accord.areas.procedure.acts import AdoptProcedure, Changes, ShareOf, SpeakersOn
from accord.areas.procedure.events import procedure_of
from accord.areas.procedure.floor import Event, Floor, Item, Motion, Question
from accord.areas.procedure.order import notes
from accord.areas.procedure.rulebook import figures, provisions
from accord.areas.procedure.sets import CONSENSUS, GA_COMMITTEE, NO_RULES, Limit, Procedure, Share
from accord.areas.procedure.steps import step_name, topic_of

REPORT = Question("CD/1", "report", sponsors=(), circulated=86)
OPEN = Floor(state="open", item="1", items=(Item("1"),), day=100, questions=(REPORT,))


def broken(procedure: Procedure, floor: Floor, event: Event) -> list[tuple[int, str]]:
    return [(note.rule, note.breach) for note in notes(procedure, floor, event)]


@pytest.mark.parametrize("kind", ["begin", "result"])
def test_cd_rule_18_a_body_that_decides_by_consensus_does_not_vote(kind: str) -> None:
    event = Event(kind, on="CD/1", counts=(1, 0, 0) if kind == "result" else ())  # type: ignore[arg-type]
    assert broken(CONSENSUS, OPEN, event) == [(18, "by-consensus-only")]


def test_cd_rule_18_there_is_no_consensus_while_one_objects() -> None:
    objected = replace(OPEN, questions=(replace(REPORT, objections=("ST-A",)),))
    assert broken(CONSENSUS, objected, Event("decide", on="CD/1")) == [(18, "objection-stands")]
    assert broken(CONSENSUS, OPEN, Event("decide", on="CD/1")) == []


@pytest.mark.parametrize(("day", "late"), [(86, False), (87, True), (None, False)])
def test_cd_rule_44_the_draft_report_is_there_two_weeks_before(day: int | None, late: bool) -> None:
    floor = replace(OPEN, questions=(replace(REPORT, circulated=day),))
    assert broken(CONSENSUS, floor, Event("decide", on="CD/1")) == ([(44, "draft-report-too-late")] if late else [])


def test_what_the_set_has_no_rule_on_is_left_to_the_chair() -> None:
    floor = replace(OPEN, motions=(Motion("m", "close-debate", "ST-A", in_favour=9),), point="ST-B")
    assert broken(CONSENSUS, floor, Event("speak", "ST-A", "m", "in-favour")) == []
    assert broken(NO_RULES, floor, Event("decide", on="CD/1")) == []


def test_a_local_change_replaces_what_the_set_says_and_nothing_else() -> None:
    changes = Changes(
        quorum_to_open=ShareOf(numerator=1, denominator=3),
        majority=ShareOf(numerator=2, denominator=3),
        notice=0,
        speakers=(SpeakersOn(motion="close-debate", in_favour=1, against=3),),
    )
    changed = procedure_of(AdoptProcedure(body="AC.900", rules="ga-committee", changes=changes))
    assert (changed.open, changed.majority, changed.notice) == (Share(1, 3), Share(2, 3), 0)
    assert (changed.decide, changed.reconsider) == (GA_COMMITTEE.decide, GA_COMMITTEE.reconsider)
    assert changed.limit("close-debate") == Limit(1, 3)
    assert changed.limit("divide") == GA_COMMITTEE.limit("divide")
    rows = {row.rule: row for row in provisions(changed, GA_COMMITTEE)}
    assert {number for number, row in rows.items() if row.changed} == {108, 117, 120, 125}
    assert (rows[108].figures, rows[117].figures, rows[123].figures) == ("1/3; > 1/2", "1 + 3", "2/3; 0 + 2")


def test_a_consensus_mode_may_be_a_local_change() -> None:
    adopted = AdoptProcedure(body="AC.900", rules="ga-committee", changes=Changes(by_consensus=True))
    assert procedure_of(adopted).by_consensus
    assert procedure_of(AdoptProcedure(body="AC.900", rules="consensus")) == CONSENSUS


def test_a_rule_without_numbers_has_no_figures() -> None:
    assert figures(GA_COMMITTEE, "one-vote") is None
    assert figures(CONSENSUS, "draft-report") == "14"


def test_every_motion_names_the_rule_about_it() -> None:
    move = Event("move", "ST-A", "m", "divide", "L.1")
    assert (step_name(move), topic_of(move, None, False)) == ("move-divide", "division")
    assert topic_of(Event("decide", on="CD/1"), None, True) == "consensus"

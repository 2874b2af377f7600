"""The pages of procedure: the rules of a body with its changes, and the floor of a meeting for its Chair."""

from __future__ import annotations

from typing import Any

import pytest

from accord.areas.parties.cite import Missing
from accord.world.pages import ask
from tests.pages.small_record import Small


def get(small: Small, name: str, *arguments: str) -> Any:
    return ask(small.world, name, arguments, None, small.data)


def test_the_rules_of_a_body_are_told_one_by_one_with_its_changes(small: Small) -> None:
    page = get(small, "rules", "WG")
    assert (page.rules, page.rules_document) == ("ga-committee", "A/520/Rev.20")
    rows = {row.rule: row for row in page.provisions}
    assert list(rows) == sorted(rows)
    assert [(n, rows[n].figures) for n in rows if rows[n].changed] == [(117, "1 + 2")]
    assert {n for n in rows if not rows[n].computed} == {109, 110, 111, 112, 124, 127, 132}
    assert [(row.number, row.meeting_state) for row in page.floors] == [(9, "open")]


def test_the_floor_tells_who_may_still_speak_and_what_a_tie_means(small: Small) -> None:
    page = get(small, "floor", "WG", "9")
    (motion,) = page.motions
    assert (motion.motion, motion.motion_kind, motion.comes_next) == ("motion-1", "close-debate", True)
    assert (motion.left_in_favour, motion.left_against) == (1, 0)
    assert (page.quorum.needed_to_open, page.quorum.needed_to_decide, page.quorum.may_decide) == (2, 4, True)
    assert [(row.question, row.became) for row in page.settled_questions] == [("L.9", "rejected")], "a tie rejects"
    (ballot,) = page.ballots
    assert (ballot.voted_for, ballot.voted_against, ballot.abstained) == (("CHE",), ("AUT",), ("IRL",))


def test_the_floor_tells_what_is_in_order_next_by_whom_and_the_rule(small: Small) -> None:
    page = get(small, "floor", "WG", "9")
    steps = {row.step_name: row for row in page.in_order}
    assert (steps["begin"].targets, steps["begin"].who, steps["begin"].rule) == (("motion-1",), "chair", 117)
    favour = steps["speak-in-favour"]
    assert (favour.who, set(favour.not_by), favour.rule) == ("any-member", {"CRI", "IRL"}, 117)
    assert (steps["move-suspend-meeting"].precedence, steps["move-suspend-meeting"].rule) == (1, 118)
    assert steps["withdraw"].rule == 122
    assert page.in_order[0].targets == ("motion-1",), "what is pending comes first"
    assert steps["object"].rule is None
    amiss = {(row.step_name, row.rule, row.breach): row.targets for row in page.not_in_order if row.breach}
    assert amiss["speak-against", 117, "enough-against"] == ("motion-1",)
    assert set(amiss["begin", 119, "motion-first"]) == {"L.7", "L.8", "L.9", "L.10"}
    assert ("move-appeal", "no-ruling") in {(row.step_name, row.reason) for row in page.not_in_order}


def test_what_was_out_of_order_stands_with_the_rule_beside_it(small: Small) -> None:
    page = get(small, "floor", "WG", "9")
    latest = page.steps_taken[0]
    assert (latest.step_name, latest.party) == ("speak-against", "IRL")
    assert [(note.rule, note.breach) for note in latest.out_of_order] == [(117, "spoke-already")]
    assert all(not row.out_of_order for row in page.steps_taken[1:])
    assert [(row.question, row.turn, row.turn_reason) for row in page.questions] == [
        ("L.10", 1, "adds"),
        ("L.7", 2, "submitted"),
        ("L.8", 3, "submitted"),
    ]


@pytest.mark.parametrize("number", ["8", "x", "-9", "999999999", "9.0", "٩"])
def test_a_meeting_that_is_not_on_record_is_missing(small: Small, number: str) -> None:
    with pytest.raises(Missing):
        get(small, "floor", "WG", number)

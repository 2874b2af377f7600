"""The third meeting of the exercise: all of it counts, and one step is noted as out of order."""

from __future__ import annotations

from accord.areas.procedure.view import Procedures
from accord.stories import exercise
from accord.stories.exercise_procedure import AMENDMENT, DRAFT
from tests.replay.test_replay import played


def procedures() -> Procedures:
    return played().world.procedures


def test_one_speaker_too_many_stands_with_the_rule_beside_it() -> None:
    steps = procedures().tables.steps[f"{exercise.BODY}/3"]
    noted = [(step.event.kind, step.event.by, note.rule, note.breach) for step in steps for note in step.notes]
    assert noted == [("speak", exercise.STATES[0], 117, "enough-against")]
    assert len(steps) == 14


def test_a_tie_rejects_the_amendment_and_the_draft_is_adopted_without_a_vote() -> None:
    floor = procedures().floor(exercise.BODY, 3)
    assert {question.label: question.state for question in floor.questions} == {
        DRAFT: "adopted",
        AMENDMENT: "rejected",
    }
    assert (floor.state, [item.debate for item in floor.items]) == ("adjourned", ["closed"])

"""The exercise: fictional States in their own voices; one act has no effect, and the record says why."""

from __future__ import annotations

import pytest

from accord.acts.entry import read
from accord.areas.meetings.acts import MakeStatement
from accord.areas.parties.acts import RegisterKey
from accord.reference.states import find_states, states
from accord.stories import exercise as story
from accord.stories.summary import summarise
from accord.world.digest import world_digest
from accord.world.vocabulary import VOCABULARY
from tests.scene import Scene, key_of, replay

RECORD = "exercise.example/record"


KEYS = {name: key_of(name) for name in story.SIGNERS}


@pytest.fixture(scope="module")
def scene() -> Scene:
    scene = Scene(RECORD)
    story.exercise(lambda act, by, signers: scene.does(by, act, signers=signers), KEYS)
    return scene


def test_the_record_says_that_it_is_an_exercise(scene: Scene) -> None:
    assert scene.world.exercise


def test_all_but_one_act_counts_and_that_one_says_why(scene: Scene) -> None:
    assert scene.world.without_effect == {scene.last - 1: "not-a-recorder"}


def test_its_states_are_no_states_of_the_world(scene: Scene) -> None:
    for state in story.STATES:
        assert state not in states()
        said = scene.world.parties.tables.parties[state].act.name
        assert said is not None
        for language, name in said.said.items():
            assert not list(find_states(name, language)), name


def test_the_correction_and_the_reply_are_about_what_the_editor_recorded(scene: Scene) -> None:
    entry, _, _ = read(story.RECORDED_AT, scene.entries[story.RECORDED_AT], VOCABULARY)
    assert isinstance(entry.act, MakeStatement)
    assert entry.by == story.EDITOR
    fact = scene.world.meetings.tables.statements[f"{story.BODY}/statement-3"]
    assert (fact.by, fact.corrected) == ("ST-CORDESSA", (story.RECORDED_AT,))
    assert scene.world.parties.tables.replies[story.RECORDED_AT][0].by == "ST-CORDESSA"


def test_a_statement_was_said_by_one_and_signed_by_the_delegate(scene: Scene) -> None:
    fact = scene.world.meetings.tables.statements[f"{story.BODY}/statement-1"]
    entry, _, _ = read(fact.entry, scene.entries[fact.entry], VOCABULARY)
    assert (entry.by, entry.keys) == ("ST-BELMORA", (key_of("ST-ARVENIA").vkey.keyid,))


def test_who_left_the_paper_is_no_sponsor(scene: Scene) -> None:
    assert scene.world.documents.sponsors(story.PAPER) == ("ST-ARVENIA",)


def test_every_state_has_a_key_because_it_is_fictional(scene: Scene) -> None:
    held = {row.party for row in scene.world.parties.tables.keys.values()}
    assert set(story.STATES) <= held


def test_folding_anew_gives_the_same_world(scene: Scene) -> None:
    assert world_digest(replay(scene.entries, RECORD, verify=True)) == world_digest(scene.world)


def test_the_summary_counts_the_exercise(scene: Scene) -> None:
    summary = summarise(scene.world, story.BODY, 0)
    assert (summary.counts["states"], summary.counts["statements"], summary.counts["documents"]) == (3, 4, 1)
    assert summary.checked.without_effect == 1


def test_every_key_is_registered_with_the_secretariat_beside_it(scene: Scene) -> None:
    for index, data in enumerate(scene.entries):
        entry, _, _ = read(index, data, VOCABULARY)
        if isinstance(entry.act, RegisterKey):
            assert len(entry.keys) == 2

"""The meetings of the exercise: the list runs in its order, times add up, a translation is tied to words."""

from __future__ import annotations

import pytest

from accord.stories import exercise as story
from accord.stories import exercise_meetings as meetings
from accord.world.pages import ask
from tests.scene import Scene, key_of

KEYS = {name: key_of(name) for name in story.SIGNERS}


@pytest.fixture(scope="module")
def scene() -> Scene:
    scene = Scene("exercise.example/record")
    story.exercise(lambda act, by, signers: scene.does(by, act, signers=signers), KEYS)
    return scene


def get(scene: Scene, name: str, *arguments: str) -> object:
    return ask(scene.world, name, arguments, data=lambda n: scene.entries[n])


def test_the_group_speaks_first_then_those_who_exchanged_places_then_the_observer(scene: Scene) -> None:
    page = get(scene, "list", "general-exchange")
    assert [(row.party, row.on_behalf_of, row.reply) for row in page.done] == [
        ("ST-ARVENIA", story.GROUP, False),
        ("ST-CORDESSA", None, False),
        ("ST-BELMORA", None, False),
        (meetings.OBSERVER, None, False),
        ("ST-BELMORA", None, True),
    ]
    assert all(row.in_turn for row in page.done)
    assert page.done[0].members == ("ST-ARVENIA", "ST-BELMORA")
    assert page.is_closed
    assert page.closings[0].consent
    assert (page.waiting, page.speaking, page.replies_asked) == ((), None, ())


def test_the_times_add_up_by_party_group_and_category(scene: Scene) -> None:
    page = get(scene, "times")
    assert (page.speeches, page.timed, page.seconds_used) == (5, 5, 470 + 330 + 240 + 180 + 95)
    assert {row.party: row.seconds_used for row in page.time_by_party}["ST-BELMORA"] == 240 + 95
    assert {row.category: (row.parties, row.seconds_used) for row in page.time_by_category} == {
        "state": (3, 470 + 330 + 240 + 95),
        "civil-society": (1, 180),
    }
    assert [(row.group, row.members, row.seconds_used) for row in page.time_by_group] == [(story.GROUP, 2, 470)]


def test_one_speech_is_over_its_limit_and_says_by_how_much(scene: Scene) -> None:
    rows = {row.speech: row.over for row in get(scene, "list", "general-exchange").done}
    assert rows == {"speech-1": 0, "speech-2": 30, "speech-3": 0, "speech-4": 0, "reply-1": 0}


def test_translations_stand_beside_the_statement_and_say_what_they_are(scene: Scene) -> None:
    page = get(scene, "statement", "statement-4")
    assert page.statement.cite.entry == meetings.STATED_AT
    assert [(row.language, row.is_official, row.cite.voice, row.of_earlier_words) for row in page.translations] == [
        ("en", True, "recorded", False),
        ("es", False, "said", False),
    ]
    assert [row.speech for row in page.speeches] == ["speech-3"]


def test_meetings_were_held_as_the_programme_says_after_its_revision(scene: Scene) -> None:
    page = get(scene, "programme")
    slots = [(day.day.day, slot.number, slot.status, slot.is_new) for day in page.days for slot in day.slots]
    assert slots == [(1, 1, "rose", False), (2, 2, "rose", False), (4, 3, "rose", True)]
    days = get(scene, "meetings").days
    assert (days.convened_days, days.span_days, days.cap_days, days.over_cap) == (3, 4, 5, "not-shown")


def test_delegations_say_themselves_that_they_were_present(scene: Scene) -> None:
    rows = get(scene, "meeting", "2").attendance
    assert [(row.party, row.cite.voice) for row in rows] == [
        ("ST-ARVENIA", "said"),
        ("ST-BELMORA", "said"),
        ("ST-CORDESSA", "said"),
        (meetings.OBSERVER, "recorded"),
    ]

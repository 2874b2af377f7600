"""What we know of meetings: records in printed order, corrected and struck."""

from __future__ import annotations

import pytest

from accord.acts.entry import read
from accord.areas.bodies.acts import EstablishBody
from accord.areas.meetings.acts import MakeStatement, StrikeRecord
from accord.areas.meetings.view import in_order
from accord.world.vocabulary import VOCABULARY
from tests.areas.cases import BODY, changed, stage
from tests.areas.meetings.cases import STATE
from tests.scene import Scene, said, source


@pytest.fixture
def scene() -> Scene:
    return stage()


def spoken(scene: Scene) -> list[str]:
    return [fact.act.statement for fact in in_order(scene.world.meetings.tables.statements, BODY)]


def speaks(label: str, place: int | None = None) -> MakeStatement:
    return MakeStatement(
        body=BODY, statement=label, speaker="ST-A", occasion="general-exchange", place=place, source=source()
    )


def test_records_stand_by_their_printed_place_then_as_recorded(scene: Scene) -> None:
    for label, place in (("c", None), ("b", 2), ("a", 1), ("d", None)):
        assert scene.does("editor", speaks(label, place)).counts
    assert spoken(scene) == ["a", "b", "c", "d"]


def test_a_corrected_record_keeps_its_place(scene: Scene) -> None:
    scene.does("editor", speaks("a"))
    first = scene.last
    scene.does("editor", speaks("b"))
    scene.does("editor", changed(speaks("a"), speaker="ST-B", corrects=first))
    assert spoken(scene) == ["a", "b"]


def test_a_struck_record_is_gone_from_the_view_and_stays_in_the_record(scene: Scene) -> None:
    scene.does("editor", STATE)
    said_at = scene.last
    strike = StrikeRecord(body=BODY, register="statement", label="statement-1", reason="a mistake")
    assert scene.does("editor", strike).counts
    assert spoken(scene) == []
    assert read(said_at, scene.entries[said_at], VOCABULARY)[0].act == STATE


def test_what_was_struck_can_be_recorded_anew(scene: Scene) -> None:
    scene.does("editor", STATE)
    scene.does("editor", StrikeRecord(body=BODY, register="statement", label="statement-1", reason="a mistake"))
    assert scene.does("editor", STATE).counts


def test_two_bodies_may_use_the_same_labels(scene: Scene) -> None:

    scene.does("secretariat", EstablishBody(body="AC.901", name=said("Another"), resolution="A/RES/69/901"))
    assert scene.does("editor", STATE).counts
    assert scene.does("editor", changed(STATE, body="AC.901")).counts
    assert len(scene.world.meetings.tables.statements) == 2

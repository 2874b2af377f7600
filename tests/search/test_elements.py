"""Elements and approaches are found by their names, what they say, who tabled them; an element by its paragraph too."""

from __future__ import annotations

from typing import Any

import pytest

from accord.acts.values import Source
from accord.areas.programme.acts import TableApproach, TableElement
from tests.areas.cases import changed, stage
from tests.scene import Scene, said
from tests.search.conftest import asking, catch_up, indexed

ELEMENT = TableElement(
    element="27-h",
    name=said("Zones without such weapons"),
    summary=said("Lanterns at every gate"),
    source=Source(document="A/68/514", place="para-27-h"),
)
APPROACH = TableApproach(
    approach="plan",
    name=said("A plan of action"),
    orders="yes",
    conditions="not-said",
    dates="no",
    source=Source(document="A/68/514", place="para-20"),
)


def found(scene: Scene, index: Any, typed: str, kind: str) -> list[tuple[str, ...]]:
    groups = asking(scene, index)(typed, "en", kind).groups
    return [(hit.page, *hit.arguments) for group in groups for hit in group.hits]


@pytest.fixture
def told() -> Scene:
    """A scene with an element and an approach."""
    scene = stage()
    assert scene.does("editor", ELEMENT).counts
    assert scene.does("editor", APPROACH).counts
    return scene


@pytest.mark.parametrize("typed", ["27 (h)", "第27段(h)", "para. 27(h)", "zones", "lanterns", "27-h"])
def test_an_element_is_found_by_its_paragraph_and_by_what_it_says(told: Scene, typed: str) -> None:
    assert found(told, indexed(told), typed, "element") == [("element", "27-h")]


def test_an_approach_is_found_by_its_name(told: Scene) -> None:
    index = indexed(told)
    assert found(told, index, "plan of action", "approach") == [("approach", "plan")]
    assert found(told, index, "lanterns", "approach") == []


def test_what_is_corrected_is_found_as_it_stands_now(told: Scene) -> None:
    index = indexed(told)
    entry = told.last - 1
    assert told.does("editor", changed(ELEMENT, summary=said("Candles"), corrects=entry)).counts
    catch_up(index, told)
    assert found(told, index, "candles", "element") == [("element", "27-h")]
    assert found(told, index, "lanterns", "element") == []

"""Undertakings are found by their titles, texts and matters, and by who undertook them, until they are taken back."""

from __future__ import annotations

from typing import Any

from accord.areas.commitments.acts import StrikeCommitment
from tests.areas.cases import changed, stage
from tests.areas.commitments.cases import UNDERTAKE
from tests.scene import Scene, said
from tests.search.conftest import asking, catch_up, indexed


def found(scene: Scene, index: Any, typed: str) -> list[tuple[str, ...]]:
    """The undertakings that are found."""
    groups = asking(scene, index)(typed, "en", "undertaking").groups
    return [(hit.page, *hit.arguments) for group in groups for hit in group.hits]


def undertaken() -> Scene:
    """A scene with one undertaking, `moratorium`."""
    scene = stage()
    assert scene.does("editor", UNDERTAKE).counts
    return scene


def test_an_undertaking_is_found_by_all_that_names_it() -> None:
    scene = undertaken()
    index = indexed(scene)
    for typed in ("A moratorium", "conduct no tests", "moratorium"):
        assert found(scene, index, typed) == [("undertaking", "moratorium")], typed
    assert found(scene, index, "lanterns") == []


def test_an_undertaking_is_found_as_it_stands_and_no_more_once_it_is_taken_back() -> None:
    scene = undertaken()
    index = indexed(scene)
    corrected = changed(UNDERTAKE, title=said("Lanterns"), corrects=scene.last)
    assert scene.does("editor", corrected).counts
    catch_up(index, scene)
    assert found(scene, index, "lanterns") == [("undertaking", "moratorium")]
    assert scene.does("editor", StrikeCommitment(entry=scene.last, reason="by mistake")).counts
    catch_up(index, scene)
    assert found(scene, index, "lanterns") == []

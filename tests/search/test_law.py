"""Instruments of law are found by their names, codes and references, and by what their articles are about."""

from __future__ import annotations

from typing import Any

from accord.areas.instruments.acts import StrikeInstrumentFact, SummariseArticle
from tests.areas.instruments.told import enter, of_list, of_states, says
from tests.pages.small_record import Small, small_record
from tests.scene import said
from tests.search.conftest import asking, catch_up, indexed


def found(told: Any, typed: str) -> list[tuple[str, ...]]:
    """The instruments that are found."""
    ask = asking(told, indexed(told))
    return [(hit.page, *hit.arguments) for group in ask(typed, "en", "law").groups for hit in group.hits]


def test_an_instrument_is_found_by_all_that_names_it() -> None:
    small: Small = small_record()
    for typed in ("Example treaty", "Treaty on an example zone", "T-1", "A/RES/50/900", "weapons zone"):
        assert ("instrument", "T-1") in found(small, typed), typed
    assert found(small, "lanterns") == []


def test_an_article_that_is_struck_is_found_no_more() -> None:
    scene = of_states()
    index = indexed(scene)
    enter(scene, "T-2")
    act = SummariseArticle(instrument="T-2", provision="I", summary=said("Lighthouses."), grounds=of_list())
    entry = says(scene, act)
    catch_up(index, scene)
    assert [group.hits[0].arguments for group in asking(scene, index)("lighthouses", "en", "law").groups] == [("T-2",)]
    says(scene, StrikeInstrumentFact(instrument="T-2", entry=entry, reason="Of another."))
    catch_up(index, scene)
    assert asking(scene, index)("lighthouses", "en", "law").groups == ()

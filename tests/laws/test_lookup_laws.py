"""Laws of look-ups: followed act by act they are what is made anew from the tables."""

from __future__ import annotations

from typing import Any

import pytest

from accord.acts.index import Index
from accord.world.lookups import Lookups, lookups
from accord.world.snapshots import decode, encode
from tests.laws.teller import Seeded
from tests.laws.whole import Teller


def indexes(found: Lookups) -> dict[str, Index[Any, Any, Any]]:
    """Every index, by its name."""
    named: dict[str, Index[Any, Any, Any]] = {}
    for area, view in vars(found).items():
        for name, value in vars(view).items():
            several = value if isinstance(value, dict) else {"": value}
            named |= {f"{area}.{name}.{key}": one for key, one in several.items() if isinstance(one, Index)}
    return named


def whole(index: Index[Any, Any, Any]) -> dict[Any, tuple[Any, ...]]:
    return {key: index[key] for key in index}


@pytest.mark.parametrize("seed", range(6))
def test_what_is_followed_is_what_is_made_anew(seed: int) -> None:
    teller = Teller(Seeded(seed))
    followed = indexes(lookups(teller.world))
    for index in followed.values():
        list(index)  # From here on it is told of changes.
    for _ in range(8):
        teller.tells(25)
        anew = indexes(Lookups(teller.world))
        assert list(followed) == list(anew)
        for name, index in anew.items():
            assert whole(followed[name]) == whole(index), name


def test_a_world_from_a_snapshot_has_the_same_lookups_and_corrections() -> None:
    teller = Teller(Seeded(68514))
    teller.tells(250)
    again = decode(encode(teller.world))
    assert again.corrected == teller.world.corrected != {}
    ours, theirs = indexes(lookups(teller.world)), indexes(lookups(again))
    assert any(whole(index) for index in ours.values())
    assert {name: whole(index) for name, index in ours.items()} == {name: whole(i) for name, i in theirs.items()}


def test_every_act_that_was_corrected_knows_by_which() -> None:
    teller = Teller(Seeded(27))
    teller.tells(250)
    facts = [f for f in teller.world.documents.tables.documents.values() if f.corrected]
    assert facts, "the story corrects a document"
    for fact in facts:
        steps = (*fact.corrected, fact.entry)
        assert [teller.world.corrected[old] for old in steps[:-1]] == list(steps[1:])

"""What the portal is measured with: every act counts, and every page has something to show."""

from __future__ import annotations

import random

import pytest

from accord.acts import entry as entries
from accord.acts.vocabulary import Act
from accord.nodes.bench import addresses, corpus, session
from accord.world.pages import PAGES, ask
from accord.world.world import World

ACTS = 200


def made() -> World:
    world = World(corpus.RECORD)
    keys = tuple(sorted(signer.vkey.keyid for signer in (corpus.SECRETARIAT, corpus.EDITOR)))
    said: list[tuple[Act, str]] = [(act, by) for act, by, _ in corpus.start()]
    said += [(act, "editor") for act in (*corpus.mix(ACTS), *session.session())]
    for place, (act, by) in enumerate(said):
        world.step(entries.Entry(place, place, by, act, place.to_bytes(32), keys))
    return world


@pytest.fixture(scope="module")
def world() -> World:
    return made()


def test_every_act_counts(world: World) -> None:
    assert world.size > 15_000
    assert (world.without_effect, world.refused) == ({}, {})


@pytest.mark.parametrize("name", [name for name in PAGES if name != "entry"])
def test_every_page_can_be_asked(world: World, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "ACTS", ACTS)
    chance = random.Random(name)
    for _ in range(3):
        assert 0 < ask(world, name, addresses.arguments(name, chance)).head.at <= world.size

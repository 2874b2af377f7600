from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.acts.entry import read
from accord.faces.web.search.called import Called
from accord.faces.web.search.follower import Reports
from accord.papers.importing import plan
from accord.papers.reading import read as read_report
from accord.stories import demonstration as story
from accord.world.search.found import search
from accord.world.search.index import Index
from accord.world.search.page import SearchPage
from accord.world.vocabulary import VOCABULARY
from tests.scene import Scene, key_of

SEEDS = Path(os.environ.get("ACCORD_SEED", Path(__file__).parents[3] / "shared" / "seeds"))
REPORT = SEEDS / "A-68-514.zh.txt"

Ask = Callable[..., SearchPage]


def told() -> Scene:
    """The demonstration in memory."""
    keys = {party: key_of(party) for party in (story.SECRETARIAT, story.EDITOR)}
    scene = Scene("accord.example/demonstration")
    story.demonstration(lambda act, by, signers: scene.does(by, act, signers=signers), keys)
    scene.keys |= {party: [key] for party, key in keys.items()}
    return scene


def imports(scene: Scene) -> None:
    """The editor records what the real report says."""
    for act in plan(read_report(REPORT.read_text(encoding="utf-8")), scene.world, story.EDITOR).acts:
        assert scene.does(story.EDITOR, act).counts


def indexed(scene: Scene) -> Index:
    """An index made in one go."""
    index = Index(scene.world.record, Reports())
    catch_up(index, scene)
    return index


def catch_up(index: Index, scene: Scene) -> None:
    index.follow(scene.world, lambda n: read(n, scene.entries[n], VOCABULARY)[0], len(scene.entries).to_bytes(4))


def asking(scene: Scene, index: Index) -> Ask:
    """Asks the index of a scene."""

    def ask(typed: str, lang: str = "en", kind: object = None) -> SearchPage:
        return search(index, scene.world, typed, lang, Called(lang, scene.world), kind)  # type: ignore[arg-type]

    return ask


@pytest.fixture(scope="session")
def demonstration() -> Ask:
    """A search of the demonstration."""
    scene = told()
    return asking(scene, indexed(scene))


@pytest.fixture(scope="session")
def with_report() -> Ask:
    """A search of the demonstration with the words of the real report."""
    if not REPORT.is_file():
        pytest.skip("the report is not here: set ACCORD_SEED")
    scene = told()
    imports(scene)
    return asking(scene, indexed(scene))

"""Laws of proposals over records told by chance: nothing comes from itself, and nobody stands where it does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from accord.acts.entry import read
from accord.acts.vocabulary import name_of
from accord.areas.meetings.rules import key
from accord.areas.proposals.acts import ACTS as KINDS
from accord.areas.proposals.listing import digest_of, listed
from accord.areas.proposals.pages import proposal
from accord.world.asked import asked
from accord.world.digest import world_digest
from accord.world.snapshots import decode, encode
from accord.world.vocabulary import VOCABULARY
from tests.laws.proposals import ProposalTeller
from tests.laws.teller import Seeded
from tests.scene import Scene, replay

ACTS = 2_500


@pytest.fixture(scope="module")
def scene() -> Scene:
    teller = ProposalTeller(Seeded(2013))
    teller.tells(ACTS)
    return teller.scene


def descendants(scene: Scene, name: str) -> Iterator[str]:
    """All that a proposal was merged or divided into, step by step; a circle would never end, so it is cut."""
    view = scene.world.proposals
    body = name.partition("/")[0]
    found = [key(body, label) for label in view.into(name)]
    for other in found:
        yield other
        found += [key(body, label) for label in view.into(other) if key(body, label) not in found]


def test_chance_reaches_every_fold_of_proposals(scene: Scene) -> None:
    counted = {
        name_of(read(index, data, VOCABULARY)[0].act)
        for index, data in enumerate(scene.entries)
        if index not in scene.world.without_effect
    }
    assert {name_of(kind) for kind in KINDS} <= counted


def test_the_same_record_gives_the_same_world(scene: Scene) -> None:
    assert world_digest(replay(scene.entries)) == world_digest(scene.world)


def test_nothing_becomes_part_of_itself(scene: Scene) -> None:
    for name in scene.world.proposals.tables.proposals:
        assert name not in descendants(scene, name)


def test_what_stands_was_merged_into_nothing_and_what_was_merged_or_divided_was_so_into_something(scene: Scene) -> None:
    view = scene.world.proposals
    for name in view.tables.proposals:
        assert bool(view.into(name)) == (view.state(name) in ("merged", "divided"))


def test_nobody_stands_by_a_text_that_there_is_not_and_each_stand_but_the_last_has_ended(scene: Scene) -> None:
    view = scene.world.proposals
    for name, stands in view.tables.stands.items():
        for rows in stands.values():
            assert all(1 <= row.version <= view.version(name) for row in rows)
            assert all(row.ended is not None for row in rows[:-1])


def test_texts_are_numbered_without_a_gap(scene: Scene) -> None:
    for amended in scene.world.proposals.tables.amendments.values():
        assert list(amended) == list(range(2, len(amended) + 2))


def test_a_list_has_exactly_what_stands_each_under_each_theme_once(scene: Scene) -> None:
    view = scene.world.proposals
    for body in scene.world.bodies.tables.bodies:
        lines = listed(view, body)
        assert len({(line.theme, line.proposal) for line in lines}) == len(lines)
        assert {key(body, line.proposal) for line in lines} == {
            n for n in view.of_body(body) if view.state(n) == "standing"
        }
        assert digest_of(view, body, lines) == digest_of(view, body, listed(view, body))


def test_a_snapshot_brings_back_every_text_and_every_list(scene: Scene) -> None:
    thawed = decode(encode(scene.world))
    assert world_digest(thawed) == world_digest(scene.world)
    for name in scene.world.proposals.tables.proposals:
        assert thawed.proposals.wording(name) == scene.world.proposals.wording(name)
    for body in scene.world.bodies.tables.bodies:
        assert listed(thawed.proposals, body) == listed(scene.world.proposals, body)


def test_every_proposal_has_a_page_whose_lineage_ends(scene: Scene) -> None:
    known = asked(scene.world, lambda index: scene.entries[index])
    for fact in scene.world.proposals.tables.proposals.values():
        page = proposal(known, fact.act.proposal, fact.act.body)
        assert len({row.proposal for row in page.lineage}) <= len(scene.world.proposals.tables.proposals)

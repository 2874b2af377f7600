"""Laws of every record: what follows from the same entries, from their order, and from a preview."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.acts.entry import read
from accord.acts.gate import Refused
from accord.acts.symbols import normal
from accord.acts.vocabulary import Act
from accord.world.audit import audit
from accord.world.digest import world_digest
from accord.world.vocabulary import AREAS, VOCABULARY
from tests.acts.drawing import acts
from tests.laws.teller import Drawn, Seeded
from tests.laws.whole import Teller, begun, told
from tests.scene import RECORD, peopled, replay

SEEDS = range(5)
LENGTH = 250


def teller(luck: Seeded | Drawn) -> Teller:
    return Teller(luck, begun())


@pytest.mark.parametrize("seed", SEEDS)
def test_most_acts_of_a_told_record_count(seed: int) -> None:
    world = told(seed, LENGTH).world
    assert len(world.without_effect) < world.size / 2


def test_chance_tells_acts_of_every_area() -> None:
    counted = {
        type(read(index, data, VOCABULARY)[0].act)
        for scene in (told(seed, 10_000).scene for seed in (6, 7, 9))
        for index, data in enumerate(scene.entries)
        if index not in scene.world.without_effect
    }
    for area in (
        "meetings",
        "speakers",
        "proposals",
        "negotiation",
        "procedure",
        "instruments",
        "coverage",
        "programme",
        "commitments",
    ):
        assert [act.__name__ for act in AREAS[area] if act not in counted] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_record_gives_the_same_world(seed: int) -> None:
    one, other = told(seed, LENGTH), told(seed, LENGTH)
    assert one.scene.entries == other.scene.entries
    assert world_digest(one.world) == world_digest(other.world)


@pytest.mark.parametrize("seed", SEEDS)
def test_folding_anew_gives_the_world_that_grew(seed: int) -> None:
    scene = told(seed, LENGTH).scene
    again = replay(scene.entries, verify=True)
    assert world_digest(again) == world_digest(scene.world)
    assert again.without_effect == scene.world.without_effect


@pytest.mark.parametrize("seed", SEEDS)
def test_an_audit_finds_the_world_that_grew(seed: int) -> None:
    scene = told(seed, LENGTH).scene
    world, tally = audit(RECORD, lambda: scene.entries)
    assert world_digest(world) == world_digest(scene.world)
    assert (tally.entries, tally.without_effect) == (LENGTH, len(scene.world.without_effect))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_prefix_never_changes(seed: int) -> None:
    """What was known after an entry is known for ever: later entries add, and rule nothing anew."""
    growing = teller(Seeded(seed))
    digests = {}
    for _ in range(6):
        growing.tells(30)
        digests[len(growing.scene.entries)] = world_digest(growing.world)
    entries, rulings = growing.scene.entries, growing.world.without_effect
    for size, digest in digests.items():
        before = replay(entries[:size])
        assert world_digest(before) == digest
        assert before.without_effect == {index: why for index, why in rulings.items() if index < size}


@pytest.mark.parametrize("seed", SEEDS)
def test_another_order_is_another_world_or_another_reason(seed: int) -> None:
    scene = told(seed, LENGTH).scene
    swapped = [*scene.entries[:-2], scene.entries[-1], scene.entries[-2]]
    with pytest.raises(Refused, match="no later than"):
        replay(swapped)


@settings(max_examples=100)
@given(st.data())
def test_a_preview_is_the_ruling_and_changes_nothing(data: st.DataObject) -> None:
    growing = teller(Drawn(data))
    for _ in range(12):
        proposed = growing.proposes()
        if proposed is None:
            continue
        by, act, signers = proposed
        before = world_digest(growing.world)
        preview = growing.world.judge(growing.scene.entry(by, act, signers=signers))
        assert world_digest(growing.world) == before
        assert growing.scene.does(by, act, signers=signers) == preview


@settings(max_examples=100)
@given(st.data())
def test_an_act_without_effect_changes_no_table(data: st.DataObject) -> None:
    growing = teller(Drawn(data))
    for _ in range(12):
        proposed = growing.proposes()
        if proposed is None:
            continue
        by, act, signers = proposed
        before = msgspec.msgpack.encode(growing.world.tables())
        counted = growing.scene.does(by, act, signers=signers).counts
        assert counted == (growing.scene.last not in growing.world.without_effect)
        if not counted:
            assert msgspec.msgpack.encode(growing.world.tables()) == before


@settings(max_examples=100)
@given(st.lists(acts(), min_size=1, max_size=4), st.sampled_from(["ST-A", "editor", "secretariat"]))
def test_any_act_at_all_is_ruled_on_and_never_breaks_the_world(drawn: list[Act], by: str) -> None:
    scene = peopled()
    for act in drawn:
        try:
            scene.does(by, act)
        except Refused as refused:
            if refused.reason not in ("unknown-key", "malformed"):
                raise
    assert world_digest(replay(scene.entries)) == world_digest(scene.world)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_act_is_not_admitted_twice(seed: int) -> None:
    scene = told(seed, 60).scene
    for data in scene.entries[1::7]:
        envelope = data.split(b'"envelope":', 1)[1][:-1]
        with pytest.raises(Refused) as refused:
            scene.admits(envelope)
        assert refused.value.reason == "repeated"


@pytest.mark.parametrize("seed", SEEDS)
def test_keys_are_judged_where_they_stand(seed: int) -> None:
    """Every signature stands on a key that was in force at its entry, whatever became of the key later."""
    scene = told(seed, LENGTH).scene
    keys = scene.world.parties.tables.keys
    assert any(row.revoked is not None for row in keys.values())
    world = replay(())
    for data in scene.entries:
        entry, _, _ = world.open(data)
        for keyid in entry.keys:
            row = keys.get(keyid)
            if row is not None:
                assert row.entry <= entry.index
                assert row.revoked is None or entry.index <= row.revoked
        world.step(entry)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_world_holds_hangs_together(seed: int) -> None:
    world = told(seed, 400).world
    register = world.parties.tables.parties
    for group, members in world.parties.tables.members.items():
        assert {group, *members} <= register.keys()
        for rows in members.values():
            assert all(row.ended is not None for row in rows[:-1]), "only the last stay is open"
    for symbol, sponsors in world.documents.tables.sponsorships.items():
        assert symbol in world.documents.tables.documents
        assert normal(symbol) == symbol
        assert sponsors.keys() <= register.keys()
    for key in world.parties.tables.keys.values():
        assert key.party in register
    for name, fact in world.meetings.tables.statements.items():
        assert name == f"{fact.act.body}/{fact.act.statement}"
        assert fact.act.body in world.bodies.tables.bodies
    secretariat = world.parties.secretariat
    assert any(key.party == secretariat and key.revoked is None for key in world.parties.tables.keys.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_fact_remembers_what_it_corrected_in_order(seed: int) -> None:
    world = told(seed, 400).world
    facts = [
        *world.parties.tables.parties.values(),
        *world.documents.tables.documents.values(),
        *world.meetings.tables.statements.values(),
        *world.bodies.tables.bodies.values(),
    ]
    assert any(fact.corrected for fact in facts)
    for fact in facts:
        chain = [*fact.corrected, fact.entry]
        assert chain == sorted(set(chain))
        assert fact.act.corrects == (fact.corrected[-1] if fact.corrected else None)

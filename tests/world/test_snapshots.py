"""A world from a snapshot is the world that was folded, and goes on as it would have; damage never makes another."""

from __future__ import annotations

import random

import msgspec
import pytest

from accord.acts.gate import Refused
from accord.areas.parties.acts import AdoptEdition, EnterParty, Reply
from accord.wire.codec import Malformed
from accord.world import snapshots
from accord.world.audit import follow
from accord.world.digest import world_digest
from accord.world.world import World
from tests.scene import RECORD, Scene, founded, said
from tests.world.told import entries, told

ROOT = bytes(range(32))


def folded(count: int) -> World:
    """The world after the first entries, folded."""
    world = World(RECORD)
    follow(world, entries()[:count])
    return world


def restarted(world: World) -> World:
    """The same world, from its snapshot."""
    return snapshots.decode(snapshots.encode(world, ROOT), ROOT)


def same(one: World, other: World) -> None:
    """Insists that two worlds know the same."""
    assert world_digest(one) == world_digest(other)
    assert one.act_ids == other.act_ids
    for part in ("record", "size", "admitted", "without_effect", "refused", "missed", "complete", "exercise", "last"):
        assert getattr(one, part) == getattr(other, part), part
    for mine, theirs in zip(one.views, other.views, strict=True):
        assert msgspec.msgpack.encode(mine.tables) == msgspec.msgpack.encode(theirs.tables)


def test_a_snapshot_keeps_every_table_ruling_and_act_id() -> None:
    world = folded(len(entries()))
    assert world.without_effect
    same(world, restarted(world))


def test_rows_from_a_snapshot_are_the_rows_that_were_folded() -> None:
    world = folded(len(entries()))
    other = restarted(world)
    for mine, theirs in zip(world.views, other.views, strict=True):
        for name in mine.tables.__struct_fields__:
            ours, again = getattr(mine.tables, name), getattr(theirs.tables, name)
            if isinstance(ours, dict):
                assert dict(again.items()) == ours, name
            else:
                assert again == ours, name
    same(world, other)


@pytest.mark.parametrize("share", range(1, 10))
def test_after_a_restart_anywhere_the_rest_folds_as_without_one(share: int) -> None:
    at = len(entries()) * share // 10
    world = restarted(folded(at))
    follow(world, entries()[at:])
    same(folded(len(entries())), world)


@pytest.mark.long
def test_after_a_restart_at_every_entry_the_rest_folds_as_without_one() -> None:
    whole, growing = folded(len(entries())), World(RECORD)
    for at in range(len(entries())):
        world = restarted(growing)
        follow(world, entries()[at:])
        same(whole, world)
        follow(growing, entries()[at : at + 1])


def test_a_snapshot_of_a_snapshot_is_the_same_bytes() -> None:
    data = snapshots.encode(folded(len(entries())), ROOT)
    assert snapshots.encode(snapshots.decode(data, ROOT), ROOT) == data


def test_a_world_from_a_snapshot_knows_a_repeated_act() -> None:
    world = restarted(folded(20))
    tally = follow(world, [entries()[5]])
    assert (tally.entries, world.refused) == (1, {20: "out-of-time"})


def test_a_world_with_refused_and_missed_entries_keeps_their_places() -> None:
    world = folded(10)
    follow(world, [b"no entry", *entries()[10:12]])
    assert list(world.refused) == [10]
    other = restarted(world)
    same(world, other)
    for each in (world, other):
        follow(each, [b"none either"])
    same(world, other)


def test_an_edition_this_copy_does_not_know_stays_where_it_was_adopted() -> None:
    scene = founded()
    scene.does("secretariat", AdoptEdition(edition=7))
    scene.enters("ST-A")
    assert list(scene.world.missed) == [1]
    assert not scene.world.complete
    same(scene.world, restarted(scene.world))


def test_a_story_goes_on_from_a_snapshot() -> None:
    scene = told()
    scene.world = restarted(scene.world)
    again: Scene = told()
    for each in (scene, again):
        each.does("ST-A", Reply(to=7, text=said("Once more")))
        each.does("ST-A", EnterParty(party="ST-A", kind="state", name=said("State A"), corrects=each.last))
        with pytest.raises(Refused):
            each.admits(each.entries[-1])
    same(scene.world, again.world)


# --------------------------------------------------------------------------------- damage


def test_a_snapshot_opens_only_under_its_own_root() -> None:
    data = snapshots.encode(folded(5), ROOT)
    for other in (b"", bytes(32), ROOT[:-1], ROOT + b"\0"):
        with pytest.raises(Malformed):
            snapshots.decode(data, other)


@pytest.mark.parametrize("flip", [0x01, 0x80, 0xFF])
def test_a_flipped_byte_anywhere_is_noticed(flip: int) -> None:
    data = bytearray(snapshots.encode(folded(5), ROOT))
    for place in range(len(data)):
        data[place] ^= flip
        with pytest.raises(Malformed):
            snapshots.decode(bytes(data), ROOT)
        data[place] ^= flip


def test_a_part_of_a_snapshot_is_no_snapshot() -> None:
    data = snapshots.encode(folded(5), ROOT)
    for length in range(len(data)):
        with pytest.raises(Malformed):
            snapshots.decode(data[:length], ROOT)
    with pytest.raises(Malformed):
        snapshots.decode(data + b"\0", ROOT)


def test_garbage_is_no_snapshot() -> None:
    for length in (0, 1, 31, 32, 33, 100, 5000):
        with pytest.raises(Malformed):
            snapshots.decode(random.randbytes(length), ROOT)


def test_what_another_program_wrote_under_a_right_digest_is_no_snapshot() -> None:
    for other in (b"", b"\x90", msgspec.msgpack.encode({"format": "accord-snapshot-1"}), random.randbytes(200)):
        with pytest.raises(Malformed):
            snapshots.decode(snapshots._digest(ROOT, other) + other, ROOT)


def test_tables_of_other_code_under_a_right_digest_are_no_snapshot() -> None:
    body = snapshots.encode(folded(5), ROOT)[32:]
    head = msgspec.msgpack.decode(body)
    for change in (
        lambda tables: tables.pop(),
        lambda tables: tables[0].update(spare={}),
        lambda tables: tables.reverse(),
    ):
        parts = msgspec.msgpack.decode(body)
        change(parts[-1])
        other = msgspec.msgpack.encode(parts)
        with pytest.raises(Malformed):
            snapshots.decode(snapshots._digest(ROOT, other) + other, ROOT)
    assert head == msgspec.msgpack.decode(body)

"""A copy believes nothing that the checkpoint, the policy and what it saw before do not bear out."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from accord.acts.entry import frame
from accord.areas.parties.acts import Reply
from accord.client import copy as copies
from accord.client.check import check_record
from accord.client.copy import Copy
from accord.keys.check import BadSignature
from accord.log.policy import Party, Policy, QuorumMissed
from accord.log.reader import TileReader
from accord.log.store import NotStored
from accord.nodes.folder import own_policy
from accord.nodes.shelf import FolderShelf
from accord.wire.codec import Malformed
from accord.wire.tree import ProofFailed
from accord.world import snapshots
from accord.world.audit import follow
from accord.world.digest import world_digest
from accord.world.world import World
from tests.client.made import POLICY, Folder, log_keys, recorded, witness
from tests.scene import RECORD, Scene, founded, peopled, said
from tests.world.told import long_entries as entries


def replying(count: int, start: int = 0) -> Scene:
    """A scene with as many replies."""
    scene = peopled()
    for number in range(start, start + count):
        scene.does("ST-A", Reply(to=0, text=said(f"Reply {number}")))
    return scene


def overwrite(path: Path, data: bytes) -> None:
    """Puts other bytes into a file that must never change."""
    os.chmod(path, 0o644)
    path.write_bytes(data)


def put(source: Path, target: Path) -> None:
    """Replaces what is served of one record by what is served of another."""
    shutil.rmtree(target / "tile")
    shutil.copytree(source / "tile", target / "tile")
    shutil.copy(source / "checkpoint", target / "checkpoint")


@pytest.fixture
def record(tmp_path: Path) -> Folder:
    """A record of the demonstration: more than one tile."""
    folder = Folder(tmp_path / "record").holds(entries()[:200], framed=True)
    return folder


def test_a_copy_folds_what_the_record_holds(record: Folder) -> None:
    copy = record.copy()
    world = World(RECORD)
    follow(world, entries()[:200])
    assert world_digest(copy.world) == world_digest(world)
    assert copy.size == 200
    assert copy.tally.entries == 200


def test_a_copy_that_catches_up_is_the_copy_that_starts_late(record: Folder) -> None:
    early = record.copy()
    for start in range(200, len(entries()), 13):
        record.holds(entries()[start : start + 13], framed=True)
        tally = early.catch_up()
        assert tally.entries == min(13, len(entries()) - start)
        assert world_digest(early.world) == world_digest(record.copy().world)
        assert early.frontier.root() == early.root == record.copy().root
    assert early.catch_up().entries == 0


@pytest.mark.parametrize("size", [0, 1, 77, 200])
def test_what_was_known_at_a_moment_is_what_a_copy_knew_then(record: Folder, size: int) -> None:
    world = World(RECORD)
    follow(world, entries()[:size])
    assert world_digest(record.copy().as_of(size)) == world_digest(world)


@pytest.mark.parametrize("size", [-1, 201])
def test_no_moment_lies_outside_the_record(record: Folder, size: int) -> None:
    with pytest.raises(ValueError, match="has 200 entries"):
        record.copy().as_of(size)


def test_what_was_known_is_not_told_from_entries_that_were_altered(record: Folder) -> None:
    copy = record.copy()
    path = next(path for path in sorted(record.path.glob("tile/entries/**/*")) if path.is_file())
    data = path.read_bytes()
    overwrite(path, data.replace(b'"admitted":17', b'"admitted":16', 1))
    with pytest.raises(ProofFailed):
        copy.as_of(100)


def test_a_copy_from_a_snapshot_is_the_copy_from_scratch(record: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "SNAPSHOT_EVERY", 50)
    assert record.copy(shelf=True).tally.entries == 200
    assert record.copy(shelf=True).tally.entries == 0
    record.holds(entries()[200:], framed=True)
    late = record.copy(shelf=True)
    assert late.tally.entries == len(entries()) - 200
    scratch = record.copy()
    assert world_digest(late.world) == world_digest(scratch.world)
    assert late.world.act_ids == scratch.world.act_ids
    assert late.frontier.edge == scratch.frontier.edge


def test_a_copy_that_follows_in_small_steps_keeps_snapshots_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "SNAPSHOT_EVERY", 50)
    record = Folder(tmp_path / "record").holds(entries()[:10], framed=True)
    copy = record.copy(shelf=True)
    for start in range(10, 200, 10):
        record.holds(entries()[start : start + 10], framed=True)
        copy.catch_up()
    kept = [size for size, _, _ in FolderShelf(record.path).find(1000)]
    assert kept == [180, 120]
    assert record.copy(shelf=True).tally.entries == 20


# --------------------------------------------------------------------------------- snapshots that do not fit


def shelf_file(record: Folder) -> Path:
    """The one snapshot of a record."""
    (path,) = (record.path / "snapshots").glob("*.msgpack")
    return path


@pytest.fixture
def kept(record: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A record with a snapshot."""
    monkeypatch.setattr(copies, "SNAPSHOT_EVERY", 50)
    record.copy(shelf=True)
    return record


def insist_folded_again(record: Folder) -> None:
    """Insists that the next copy takes nothing from the shelf and knows what the record says."""
    copy = record.copy(shelf=True)
    assert copy.tally.entries == 200
    assert world_digest(copy.world) == world_digest(record.copy().world)


def test_a_snapshot_of_other_code_is_not_used(kept: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accord.nodes.shelf.code_digest", lambda: "0" * 64)
    insist_folded_again(kept)


@pytest.mark.parametrize("part", [0, 1, 2, 3])
def test_a_snapshot_under_another_name_is_not_used(kept: Folder, part: int) -> None:
    path = shelf_file(kept)
    names = path.stem.split("-")
    names[part] = {0: "199", 1: "0" * 64, 2: "0" * 16, 3: "0" * 8}[part]
    path.rename(path.with_name("-".join(names) + ".msgpack"))
    insist_folded_again(kept)


def test_a_snapshot_larger_than_the_record_is_not_used(kept: Folder) -> None:
    path = shelf_file(kept)
    path.rename(path.with_name(path.name.replace("200-", "201-")))
    insist_folded_again(kept)


def test_a_snapshot_of_another_record_of_the_same_size_is_not_used(kept: Folder, tmp_path: Path) -> None:
    other = Folder(tmp_path / "other").holds(replying(200 - len(peopled().entries)).entries, framed=True)
    copy = other.copy(shelf=True)
    assert copy.size == 200
    shelf_file(kept).write_bytes(shelf_file(other).read_bytes())
    insist_folded_again(kept)


@pytest.mark.parametrize("damage", ["empty", "cut", "longer", "garbage", "flipped"])
def test_a_damaged_snapshot_is_not_used(kept: Folder, damage: str) -> None:
    path = shelf_file(kept)
    data = path.read_bytes()
    flipped = bytearray(data)
    flipped[len(data) // 2] ^= 4
    path.write_bytes(
        {"empty": b"", "cut": data[:-1], "longer": data + b"\0", "garbage": b"\x9a" * 500, "flipped": bytes(flipped)}[
            damage
        ]
    )
    insist_folded_again(kept)


def test_a_snapshot_that_came_with_the_record_is_not_used(
    kept: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record is handed on as a folder: a snapshot in it could show another world than its entries."""
    lie = record_of_another_world(tmp_path, kept)
    insist_folded_again(kept)
    shelf_file(kept).unlink()
    with monkeypatch.context() as another:
        another.setenv("XDG_STATE_HOME", str(tmp_path / "another user"))
        FolderShelf(kept.path).keep(200, kept.copy().root, lie)
        assert kept.copy(shelf=True).world.parties.tables.parties.keys() == {"secretariat"}
    insist_folded_again(kept)


def record_of_another_world(tmp_path: Path, record: Folder) -> bytes:
    """Puts a snapshot that fits in size, root and digest in the place of the true one; its bytes."""
    path, root = shelf_file(record), record.copy().root
    world = founded().world
    world.size = 200
    world.act_ids = {number.to_bytes(32): number for number in range(200)}
    data = snapshots.encode(world, root)
    path.write_bytes(path.read_bytes()[:32] + data)
    return data


@pytest.mark.parametrize("key", [b"", b"x" * 31, b"x" * 33])
def test_a_damaged_key_of_snapshots_means_no_snapshots(
    kept: Folder, tmp_path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state" / "accord").mkdir(parents=True)
    (tmp_path / "state" / "accord" / "snapshots.key").write_bytes(key)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    insist_folded_again(kept)


def test_a_user_without_a_home_has_no_snapshots(kept: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    insist_folded_again(kept)


def test_the_key_of_snapshots_is_for_its_owner_alone(
    kept: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    insist_folded_again(kept)
    path = tmp_path / "state" / "accord" / "snapshots.key"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [item.name for item in path.parent.iterdir()] == ["snapshots.key"]
    assert kept.copy(shelf=True).tally.entries == 0


def test_a_shelf_that_is_full_of_nonsense_is_no_fault(kept: Folder) -> None:
    folder = kept.path / "snapshots"
    for name in ("x", "1-2-3.msgpack", "-".join(("a", "b", "c")) + ".msgpack", "5-zz-0.msgpack"):
        (folder / name).write_bytes(b"")
    assert kept.copy(shelf=True).tally.entries == 0
    shutil.rmtree(folder)
    folder.write_bytes(b"a file where a folder should be")
    assert kept.copy(shelf=True).tally.entries == 200


# --------------------------------------------------------------------------------- records that changed


def insist_refused(copy: Copy, error: type[Exception], words: str) -> None:
    """Insists that a copy does not follow, and still knows what it knew."""
    digest, size, root, note = world_digest(copy.world), copy.size, copy.root, copy.note
    for _ in range(2):
        with pytest.raises(error, match=words):
            copy.catch_up()
        assert (world_digest(copy.world), copy.size, copy.root, copy.note) == (digest, size, root, note)


def test_a_record_that_shrank_is_noticed(record: Folder, tmp_path: Path) -> None:
    copy = record.copy()
    shorter = Folder(tmp_path / "shorter").holds(entries()[:150], framed=True)
    put(shorter.path, record.path)
    insist_refused(copy, ProofFailed, "shrank from 200 entries to 150")


@pytest.mark.parametrize("size", [200, 230, 257])
def test_a_record_that_forked_is_noticed(record: Folder, tmp_path: Path, size: int) -> None:
    copy = record.copy()
    others = replying(size - len(peopled().entries))
    put(recorded(tmp_path / "fork", others).path, record.path)
    insist_refused(copy, ProofFailed, "root of the checkpoint")


def test_a_record_that_forked_behind_a_snapshot_is_noticed(kept: Folder, tmp_path: Path) -> None:
    fork = [*entries()[:30], *entries()[31:202]]
    put(Folder(tmp_path / "fork").holds(fork, framed=True).path, kept.path)
    copy = kept.copy(shelf=True)
    assert copy.tally.entries == 201


def test_an_entry_that_was_altered_is_noticed(record: Folder) -> None:
    path = record.path / "tile/entries/000.p/200"
    data = bytearray(path.read_bytes())
    for place in range(0, len(data), 997):
        data[place] ^= 1
        overwrite(path, bytes(data))
        with pytest.raises((ProofFailed, Malformed)):
            record.copy()
        data[place] ^= 1


def test_an_entry_that_was_altered_after_a_copy_was_made_is_noticed_by_the_check(record: Folder) -> None:
    path = record.path / "tile/entries/000.p/200"
    copy = record.copy()
    data = path.read_bytes()
    overwrite(path, data.replace(b'"admitted":17', b'"admitted":16', 1))
    with pytest.raises(ProofFailed, match="entry 0 is not the one that was recorded"):
        check_record(copy.reader, POLICY)


def test_a_tile_that_was_altered_is_noticed(kept: Folder) -> None:
    path = kept.path / "tile/0/000.p/200"
    data = bytearray(path.read_bytes())
    data[128 * 32] ^= 1
    overwrite(path, bytes(data))
    # The snapshot stands on the tile's hashes, which no longer lead to its root: everything is folded again.
    assert kept.copy(shelf=True).tally.entries == 200
    with pytest.raises(ProofFailed, match="tile"):
        check_record(kept.reader, POLICY)


def test_a_missing_tile_is_named(record: Folder) -> None:
    (record.path / "tile/entries/000.p/200").unlink()
    with pytest.raises(ProofFailed, match=r"missing: tile/entries/000"):
        record.copy()


def test_an_altered_byte_of_the_checkpoint_is_noticed(record: Folder) -> None:
    path = record.path / "checkpoint"
    data = bytearray(path.read_bytes())
    for place in range(0, len(data), 5):
        data[place] ^= 1
        overwrite(path, bytes(data))
        with pytest.raises((Malformed, BadSignature, ProofFailed)):
            record.copy()
        data[place] ^= 1
    overwrite(path, bytes(data))
    record.copy()


def test_a_checkpoint_altered_under_a_copy_is_noticed_and_put_back_is_followed(record: Folder) -> None:
    copy = record.copy()
    path = record.path / "checkpoint"
    data = path.read_bytes()
    overwrite(path, data.replace(b"\n200\n", b"\n199\n"))
    insist_refused(copy, BadSignature, "not signed")
    overwrite(path, b"")
    insist_refused(copy, Malformed, "note")
    path.unlink()
    insist_refused(copy, Malformed, "not a record")
    path.write_bytes(data)
    assert copy.catch_up().entries == 0


def test_a_record_of_another_origin_is_noticed(record: Folder, tmp_path: Path) -> None:
    origin = "other.example/record"
    both = Policy(logs=(*POLICY.logs, *(Party(key.vkey) for key in log_keys(origin=origin))))
    copy = record.copy(both)
    put(Folder(tmp_path / "other", origin=origin).holds(entries()[:200], framed=True).path, record.path)
    insist_refused(copy, ProofFailed, "calls itself 'other.example/record' now")


def test_acts_said_into_another_record_are_named_and_without_effect(tmp_path: Path) -> None:
    other = Folder(tmp_path / "other", origin="other.example/record").holds(entries()[:9], framed=True)
    policy = own_policy(tuple(Party(key.vkey) for key in other.signers))
    copy = other.copy(policy)
    assert copy.world.refused == dict.fromkeys(range(9), "other-record")
    report, _ = check_record(other.reader, policy)
    assert not report.ok
    assert report.failures[3] == "entry 3: refused by the gate: other-record"


def test_a_log_with_other_keys_is_not_believed(record: Folder) -> None:
    for keys in (log_keys("stranger"), log_keys("stranger")[:1], [log_keys()[0], log_keys("stranger")[1]]):
        policy = own_policy(tuple(Party(key.vkey) for key in keys))
        with pytest.raises((BadSignature, QuorumMissed)):
            record.copy(policy)


def test_a_log_that_leaves_out_a_key_is_not_believed(tmp_path: Path) -> None:
    weak = Folder(tmp_path / "weak", signers=log_keys()[:1]).holds(entries()[:3], framed=True)
    with pytest.raises(QuorumMissed, match="did not sign with"):
        weak.copy()


def test_a_copy_asks_for_the_quorum_of_its_policy(record: Folder) -> None:
    one = witness(1)
    policy = Policy(logs=POLICY.logs, witnesses={"one": Party(one.vkey)}, quorum="one")
    with pytest.raises(QuorumMissed, match="'one' is not met"):
        record.copy(policy)


# --------------------------------------------------------------------------------- a store that changes its mind


class Fickle:
    """A store that serves true bytes when they are hashed, and others when they are folded."""

    def __init__(self, record: Folder, lie: bytes) -> None:
        self._store = record.reader.store
        self._lie = lie
        self.times = 0

    def read(self, path: str) -> bytes:
        data = self._store.read(path)
        if path.startswith("tile/entries"):
            self.times += 1
            if self.times == 2:
                return data.replace(self._lie, self._lie.swapcase())
        return data

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)


def test_what_is_served_the_second_time_is_what_was_hashed_the_first(tmp_path: Path) -> None:
    scene = replying(30)
    record = recorded(tmp_path / "record", scene)
    lie = scene.entries[20][-60:-20]
    fickle = Fickle(record, lie)
    with pytest.raises(ProofFailed, match="entry 20 changed while it was read"):
        Copy(TileReader(fickle), POLICY)  # type: ignore[arg-type]
    early = recorded(tmp_path / "early", peopled())
    copy = early.copy()
    put(record.path, early.path)
    fickle = Fickle(record, lie)
    copy.reader.store = fickle  # type: ignore[assignment]
    with pytest.raises(ProofFailed, match="entry 20 changed while it was read"):
        copy.catch_up()
    assert copy.world.size == copy.frontier.size == 20
    # What was folded was true, so the copy goes on from there.
    assert copy.catch_up().entries == len(scene.entries) - 20
    assert world_digest(copy.world) == world_digest(record.copy().world)


def test_a_check_is_of_the_entries_that_were_folded(tmp_path: Path) -> None:
    """A server could show true tiles first, and then entries with the tile that belongs to them."""
    scene, other = replying(30), replying(30, start=100)
    record, lie = recorded(tmp_path / "record", scene), recorded(tmp_path / "lie", other)

    class Later(Fickle):
        def read(self, path: str) -> bytes:
            self.times += path.startswith("tile/entries")
            if self.times and path.startswith("tile/"):
                return lie.reader.store.read(path)
            return self._store.read(path)

    assert [len(data) for data in scene.entries] != [len(data) for data in other.entries]
    with pytest.raises(ProofFailed, match="changed while they were read"):
        check_record(TileReader(Later(record, b"")), POLICY)  # type: ignore[arg-type]


def test_a_file_that_vanishes_between_two_readings_is_named(record: Folder) -> None:
    class Vanishing(Fickle):
        def read(self, path: str) -> bytes:
            if path.startswith("tile/entries") and self.times:
                raise NotStored(f"{path}: gone")
            return super().read(path)

    with pytest.raises(ProofFailed, match="missing"):
        Copy(TileReader(Vanishing(record, b"")), POLICY)  # type: ignore[arg-type]


def test_an_entry_put_in_by_hand_is_named_by_its_index(tmp_path: Path) -> None:
    scene = peopled()
    data = [*scene.entries, b"by hand", frame(2**52, b"{}")]
    report, world = check_record(Folder(tmp_path / "r").holds(data, framed=True).reader, POLICY)
    at = len(scene.entries)
    assert report.failures == (
        f"entry {at}: refused by the gate: malformed",
        f"entry {at + 1}: refused by the gate: malformed",
    )
    assert not report.ok
    assert world.size == report.size == at + 2

"""Reading straight from tiles: the same proofs as from memory, and every changed byte is found and named."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from accord.log.checkpoint import check_checkpoint
from accord.log.files import FileStore
from accord.log.memory import MemoryStore
from accord.log.reader import TileReader
from accord.log.tiles import tiles_of
from accord.wire.codec import Malformed
from accord.wire.tree import ProofFailed, Tree, check_inclusion, check_subtree_consistency, leaf_hash, leaf_hashes
from tests.log.made import SIGNERS, filled, started, submission, submissions

KEYS = [signer.vkey for signer in SIGNERS]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("record")
    filled(directory, 70_000).close()
    return directory


def test_proofs_from_tiles_are_those_from_memory(record: Path) -> None:
    reader = TileReader(FileStore(record))
    whole = Tree(leaf_hashes(reader.entries()))
    assert whole.root() == reader.root() == reader.checkpoint.root
    assert list(reader.leaf_hashes(65_530, 65_600)) == list(leaf_hashes(reader.entries(65_530, 65_600)))
    chance = random.Random(1)
    for size in [
        70_000,
        69_999,
        65_537,
        65_536,
        65_535,
        257,
        256,
        255,
        2,
        1,
        *(chance.randrange(1, 70_000) for _ in range(40)),
    ]:
        index, old = chance.randrange(size), chance.randrange(size) + 1
        assert reader.root(size) == whole.root(size)
        assert reader.prove_inclusion(index, size) == whole.prove_inclusion(index, size)
        assert reader.prove_consistency(old, size) == whole.prove_consistency(old, size)
        check_inclusion(
            leaf_hash(reader.entry(index)), index, size, reader.prove_inclusion(index, size), whole.root(size)
        )
    part = Tree(leaf_hashes(reader.entries(65_536, 70_000))).root()
    check_subtree_consistency(65_536, 70_000, 70_000, part, whole.root(), reader.prove_subtree(65_536, 70_000))


def test_what_is_not_in_the_log_cannot_be_asked_for(record: Path) -> None:
    reader = TileReader(FileStore(record))
    for ask in (
        lambda: reader.prove_inclusion(70_000),
        lambda: reader.prove_inclusion(0, 70_001),
        lambda: reader.prove_consistency(0),
        lambda: list(reader.entries(5, 4)),
        lambda: list(reader.entries(0, 70_001)),
        lambda: reader.prove_subtree(1, 3),
    ):
        with pytest.raises(ValueError):
            ask()


def test_a_reader_follows_a_growing_log(tmp_path: Path) -> None:
    store = MemoryStore()
    with started(tmp_path, store=store) as writer:
        writer.append([submission(0)])
        reader = TileReader(store)
        for end in range(7, 1100, 97):
            writer.append(submissions(writer.size, end))
            old = reader.size
            assert reader.audit() == old  # also with tiles that have grown or become full meanwhile
            reader.refresh()
            reader.prove_consistency(old)
            proof = reader.prove_inclusion(end - 1)
            check_inclusion(leaf_hash(reader.entry(end - 1)), end - 1, end, proof, reader.checkpoint.root)


@pytest.mark.parametrize("sizes", [(1,), (2, 5), (256,), (250, 300, 307), (512, 515)])
def test_every_changed_byte_of_every_file_is_found_and_named(tmp_path: Path, sizes: tuple[int, ...]) -> None:
    with started(tmp_path) as writer:
        for size in sizes:
            writer.append(submissions(writer.size, size))
    store = MemoryStore()
    for path in (tmp_path / "tile").rglob("*"):
        if path.is_file():
            store.files[str(path.relative_to(tmp_path))] = path.read_bytes()
    store.files["checkpoint"] = (tmp_path / "checkpoint").read_bytes()
    needed = {tile.path for tile in tiles_of(sizes[-1])}
    assert needed <= set(store.files)
    assert TileReader(store).audit() == sizes[-1]
    chance = random.Random(0)
    for path, data in list(store.files.items()):
        if path == "checkpoint":
            continue
        places = (
            range(len(data)) if len(data) < 400 else sorted({*chance.sample(range(len(data)), 60), 0, len(data) - 1})
        )
        for place in places:
            store.files[path] = data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]
            with pytest.raises(ProofFailed, match="tile/"):
                TileReader(store).audit()
        for other in (data[:-1], data + b"\0", b""):
            store.files[path] = other
            with pytest.raises(ProofFailed, match="tile/"):
                TileReader(store).audit()
        store.files[path] = data
        if path in needed:
            del store.files[path]
            with pytest.raises(ProofFailed, match="tile/"):
                TileReader(store).audit()
            store.files[path] = data
    assert TileReader(store).audit() == sizes[-1]


def test_every_changed_byte_of_a_checkpoint_is_found(tmp_path: Path) -> None:
    with filled(tmp_path, 3) as writer:
        data = writer.checkpoint
    for place in range(len(data)):
        for bit in (0, 1, 5) if place > 400 else range(8):
            with pytest.raises(ValueError):
                check_checkpoint(data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :], KEYS, exact=True)
    for other in (data[:-1], data + b"\n", data[1:], b"", data * 2):
        with pytest.raises(ValueError):
            check_checkpoint(other, KEYS, exact=True)


def test_a_folder_without_a_checkpoint_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(Malformed, match="not a record"):
        TileReader(FileStore(tmp_path))

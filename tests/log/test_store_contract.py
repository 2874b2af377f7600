"""What every store promises, asked of each of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.log.checkpoint import Checkpoint, sign_checkpoint
from accord.log.files import FileStore
from accord.log.memory import MemoryStore
from accord.log.store import AlreadyDifferent, Listed, NotStored, Store
from accord.wire.tree import empty_root, leaf_hash
from tests.log.made import LOG_KEY, ORIGIN

MAKERS: list[Callable[[Path], Store]] = [FileStore, lambda _: MemoryStore()]
A, B = "tile/0/000.p/1", "tile/entries/000.p/1"


@pytest.fixture(params=MAKERS, ids=["files", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    made: Store = request.param(tmp_path)
    return made


def test_what_was_created_is_read(store: Store) -> None:
    store.create({A: b"a" * 32, B: b""})
    assert (store.read(A), store.read(B)) == (b"a" * 32, b"")


def test_what_is_not_there_is_said_to_be_missing(store: Store) -> None:
    for path in (A, "checkpoint"):
        with pytest.raises(NotStored, match=path):
            store.read(path)


def test_the_same_bytes_may_be_created_again_and_others_not(store: Store) -> None:
    store.create({A: b"a"})
    store.create({A: b"a", B: b"b"})
    for other in (b"", b"x", b"aa"):
        with pytest.raises(AlreadyDifferent, match=A):
            store.create({A: other})
    assert (store.read(A), store.read(B)) == (b"a", b"b")


def test_names_are_listed(store: Store) -> None:
    assert isinstance(store, Listed)
    assert store.names("tile/0/000.p") == []
    store.create({A: b"1", "tile/0/000.p/7": b"2", B: b"3"})
    assert sorted(store.names("tile/0/000.p")) == ["1", "7"]


def test_the_checkpoint_is_replaced(store: Store) -> None:
    empty = sign_checkpoint(Checkpoint(ORIGIN, 0, empty_root()), [LOG_KEY], 0)
    store.replace("checkpoint", empty)
    assert store.read("checkpoint") == empty
    store.create({A: leaf_hash(b""), B: b"\0\0"})
    one = sign_checkpoint(Checkpoint(ORIGIN, 1, leaf_hash(b"")), [LOG_KEY], 0)
    store.replace("checkpoint", one)
    assert store.read("checkpoint") == one


def test_partial_tiles_go_when_the_full_one_is_there(store: Store) -> None:
    other = "tile/0/000.p/255"
    store.create({A: b"1", other: b"2", B: b"3"})
    store.create({"tile/0/000": b"4"})
    store.drop([A])
    assert store.read(other) == b"2"
    store.drop([A, other])
    for path in (A, other):
        with pytest.raises(NotStored):
            store.read(path)
    assert (store.read("tile/0/000"), store.read(B)) == (b"4", b"3")


def test_files_are_read_only_and_nothing_is_left_beside_them(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    (tmp_path / "tile/0/000.p").mkdir(parents=True)
    (tmp_path / f"{A}.new").write_bytes(b"what a dead writer left")
    store.create({A: b"a", B: b"b"})
    assert sorted(path for path in map(str, tmp_path.rglob("*")) if path.endswith(".new")) == []
    assert {oct(os.stat(tmp_path / path).st_mode & 0o777) for path in (A, B)} == {"0o444"}


def test_the_fake_notices_a_writer_that_breaks_the_order() -> None:
    store = MemoryStore()
    one = sign_checkpoint(Checkpoint(ORIGIN, 1, leaf_hash(b"")), [LOG_KEY], 0)
    with pytest.raises(AssertionError, match="is not there"):
        store.replace("checkpoint", one)
    store.create({A: leaf_hash(b""), B: b"\0\0"})
    store.replace("checkpoint", one)
    with pytest.raises(AssertionError, match="shrank"):
        store.replace("checkpoint", sign_checkpoint(Checkpoint(ORIGIN, 0, empty_root()), [LOG_KEY], 0))
    with pytest.raises(AssertionError, match="two roots"):
        store.replace("checkpoint", sign_checkpoint(Checkpoint(ORIGIN, 1, leaf_hash(b"x")), [LOG_KEY], 0))
    with pytest.raises(AssertionError, match="dropped without a full"):
        store.drop([A])
    with pytest.raises(AssertionError, match="is full"):
        store.drop(["tile/0/000"])

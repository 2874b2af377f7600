"""Any moment of a record is the world that a copy knew then, from whichever mark it is folded."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from accord.acts.entry import frame, unframe
from accord.areas.parties.acts import Reply
from accord.client import moments
from accord.client.moments import Moments
from accord.wire import codec
from accord.wire.tree import ProofFailed
from accord.world.digest import world_digest
from tests.client.made import Folder
from tests.client.test_copy import overwrite
from tests.scene import peopled, said
from tests.world.told import long_entries as entries

SIZE = 200


@pytest.fixture
def record(tmp_path: Path) -> Folder:
    """A record of the demonstration."""
    return Folder(tmp_path / "record").holds(entries()[:SIZE], framed=True)


def unsigned(data: bytes) -> bytes:
    """An entry with a signature that does not verify."""
    framed = unframe(data)
    (signature,) = framed.envelope.signatures
    wrong = msgspec.structs.replace(signature, sig=bytes([signature.sig[0] ^ 1]) + signature.sig[1:])
    envelope = msgspec.structs.replace(framed.envelope, signatures=(wrong,))
    return frame(framed.admitted, codec.encode(envelope))


def grown(told: Moments) -> Moments:
    """Moments that went through the whole record."""
    while not told.grow(17):
        pass
    return told


@pytest.mark.parametrize("size", [0, 1, 49, 50, 51, 149, SIZE])
@pytest.mark.parametrize("prepared", [False, True], ids=["without marks", "with marks"])
def test_a_moment_is_what_the_record_knew_then(
    record: Folder, monkeypatch: pytest.MonkeyPatch, size: int, prepared: bool
) -> None:
    monkeypatch.setattr(moments, "APART", 50)
    copy = record.copy()
    told = grown(Moments(copy)) if prepared else Moments(copy)
    assert (told.bytes > 0) == prepared
    assert world_digest(told.world(size)) == world_digest(copy.as_of(size))
    assert told.world(size).act_ids == copy.as_of(size).act_ids


def test_a_record_that_grows_gets_further_marks(record: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "APART", 20)
    copy = record.copy()
    told = grown(Moments(copy))
    before = told.bytes
    record.holds(entries()[SIZE:], framed=True)
    copy.catch_up()
    assert told.grow(1)
    assert told.bytes > before
    size = copy.size - 1
    assert world_digest(told.world(size)) == world_digest(copy.as_of(size))


def test_marks_and_worlds_stay_within_their_bounds(record: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "APART", 10)
    copy = record.copy()
    full = grown(Moments(copy)).bytes
    monkeypatch.setattr(moments, "KEPT_BYTES", full // 4)
    told = grown(Moments(copy))
    assert 0 < told.bytes <= full // 4
    first = told.world(120)
    assert told.world(120) is first
    for size in range(130, 130 + moments.KEPT_WORLDS):
        told.world(size)
    assert told.world(120) is not first
    assert world_digest(told.world(120)) == world_digest(copy.as_of(120))


@pytest.mark.parametrize("size", [-1, SIZE + 1])
def test_no_moment_lies_outside_the_record(record: Folder, size: int) -> None:
    with pytest.raises(ValueError, match="has 200 entries"):
        Moments(record.copy()).world(size)


def test_altered_entries_make_no_moment(record: Folder) -> None:
    told = Moments(record.copy())
    path = next(path for path in sorted(record.path.glob("tile/entries/**/*")) if path.is_file())
    overwrite(path, path.read_bytes().replace(b'"admitted":17', b'"admitted":16', 1))
    for ask in (lambda: told.world(100), lambda: told.grow(100)):
        with pytest.raises(ProofFailed):
            ask()


def test_a_missing_part_is_named(record: Folder) -> None:
    told = Moments(record.copy())
    for path in record.path.glob("tile/entries/**/*"):
        if path.is_file():
            path.unlink()
    with pytest.raises(ProofFailed, match="missing"):
        told.world(100)


def test_what_the_gate_refused_then_is_refused_at_every_later_moment(tmp_path: Path) -> None:
    """A signature that does not verify is not verified again: the copy that did so is asked."""
    scene = peopled()
    scene.does("ST-A", Reply(to=0, text=said("A reply")))
    record = Folder(tmp_path / "record").holds([*scene.entries[:-1], unsigned(scene.entries[-1])], framed=True)
    copy = record.copy()
    assert copy.world.refused
    assert Moments(copy).world(copy.size).refused == copy.world.refused
    assert world_digest(Moments(copy).world(copy.size)) == world_digest(copy.world)

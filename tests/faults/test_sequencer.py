"""Each step of a commit fails, once before it had an effect and once after: nothing acknowledged is lost."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from accord.log import sequencer as module
from accord.log.checkpoint import check_checkpoint
from accord.log.files import FileStore
from accord.log.reader import TileReader
from accord.log.sequencer import RecordStopped, Sequencer
from accord.wire.tree import Tree, check_consistency, leaf_hashes
from tests.log.made import SIGNERS, filled, identify, opened, started, submission, submissions

STEPS = [
    "_ahead.write",
    "_ahead.read",
    "_commit.swap",
    "_store.create",
    "_store.replace",
    "_store.drop",
    "_identities.add",
]
COMMITTED_BEFORE = STEPS.index("_commit.swap")


class Fault(OSError):
    """The fault a test injects."""


def break_step(writer: Sequencer, step: str, persisted: bool) -> None:
    """Makes a step fail, before or after it has done its work."""
    part, method = step.split(".")
    real: Callable[..., Any] = getattr(getattr(writer, part), method)

    def failing(*arguments: Any) -> None:
        if persisted:
            real(*arguments)
        raise Fault(5, f"{step} failed")

    setattr(getattr(writer, part), method, failing)


def insist_whole(directory: Path, at_least: int) -> int:
    """Every tile fits the checkpoint, which both keys signed, and no submission is in twice; returns the size."""
    reader = TileReader(FileStore(directory))
    assert reader.audit() >= at_least
    check_checkpoint(reader.checkpoint_bytes, [signer.vkey for signer in SIGNERS], exact=True)
    identities = list(map(identify, reader.entries()))
    assert len(set(identities)) == len(identities)
    return reader.size


@pytest.mark.parametrize("persisted", [False, True], ids=["not persisted", "persisted but reported failed"])
@pytest.mark.parametrize(
    ("step", "before", "batch"),
    [
        (step, before, batch)
        for step in STEPS
        for before, batch in ((0, 1), (3, 4), (250, 10), (255, 1), (256, 256), (511, 300))
        if step != "_store.drop" or before % 256 + batch >= 256 > 256 - before % 256  # a partial tile becomes full
    ],
)
def test_a_fault_in_any_step_loses_nothing(tmp_path: Path, step: str, persisted: bool, before: int, batch: int) -> None:
    writer = filled(tmp_path, before)
    seen = writer.checkpoint
    break_step(writer, step, persisted)
    with pytest.raises(RecordStopped, match="failed"):
        writer.append(submissions(before, before + batch))
    with pytest.raises(RecordStopped, match="has stopped"):
        writer.append([submission(before)])
    writer.close()

    committed = STEPS.index(step) > COMMITTED_BEFORE or (step == "_commit.swap" and persisted)
    with opened(tmp_path) as writer:
        assert writer.size == before + (batch if committed else 0)
        assert insist_whole(tmp_path, before) == writer.size
        again = writer.append(submissions(max(0, before - 2), before + batch + 1))
        assert [receipt.index for receipt in again] == list(range(max(0, before - 2), before + batch + 1))
        assert [receipt.fresh for receipt in again[-batch - 1 :]] == [not committed] * batch + [True]
    assert insist_whole(tmp_path, before + batch + 1) == before + batch + 1
    insist_consistent(tmp_path, [seen])


@pytest.mark.parametrize("persisted", [False, True])
@pytest.mark.parametrize("again", ["_store.create", "_store.replace"])
@pytest.mark.parametrize("first", ["_commit.swap", "_store.create"])
def test_a_fault_while_recovering_from_a_fault_loses_nothing(
    tmp_path: Path, first: str, again: str, persisted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = filled(tmp_path, 250)
    break_step(writer, first, persisted=first == "_commit.swap")
    with pytest.raises(RecordStopped):
        writer.append(submissions(250, 520))
    writer.close()

    method = again.split(".")[1]
    real = getattr(FileStore, method)

    def failing(self: FileStore, *arguments: Any) -> None:
        if persisted:
            real(self, *arguments)
        raise Fault(5, "failed again")

    with monkeypatch.context() as patch:
        patch.setattr(FileStore, method, failing)
        with pytest.raises(Fault):
            opened(tmp_path)
    with opened(tmp_path) as writer:
        assert writer.size == 520
    assert insist_whole(tmp_path, 520) == 520


def insist_consistent(directory: Path, notes: list[bytes]) -> None:
    """Every checkpoint that was ever signed is a prefix of the record as it is now."""
    reader = TileReader(FileStore(directory))
    for note in notes:
        checkpoint, _ = check_checkpoint(note, [signer.vkey for signer in SIGNERS], exact=True)
        if checkpoint.size:
            proof = reader.prove_consistency(checkpoint.size)
            check_consistency(checkpoint.size, reader.size, checkpoint.root, reader.checkpoint.root, proof)


def flips() -> Iterator[tuple[str, Callable[[Sequencer, pytest.MonkeyPatch], None]]]:
    """Ways in which one bit turns between taking a batch and signing it."""

    def turned(data: bytes, place: int = -1) -> bytes:
        other = bytearray(data)
        other[place] ^= 4
        return bytes(other)

    def in_the_file(writer: Sequencer, patch: pytest.MonkeyPatch) -> None:
        real = writer._ahead.write

        def write(batch: Any) -> None:
            real(type(batch)(batch.start, batch.admitted, (*batch.entries[:-1], turned(batch.entries[-1]))))

        patch.setattr(writer._ahead, "write", write)

    def in_what_is_read_back(writer: Sequencer, patch: pytest.MonkeyPatch) -> None:
        real = writer._ahead.read

        def read() -> Any:
            batch = real()
            assert batch is not None
            return type(batch)(batch.start, batch.admitted, (turned(batch.entries[0]), *batch.entries[1:]))

        patch.setattr(writer._ahead, "read", read)

    def in_a_kept_hash(writer: Sequencer, _: pytest.MonkeyPatch) -> None:
        writer._edge.rows[0][3] = turned(writer._edge.rows[0][3])

    def in_a_kept_hash_above(writer: Sequencer, _: pytest.MonkeyPatch) -> None:
        writer._edge.rows[1][0] = turned(writer._edge.rows[1][0])

    def in_the_edge(writer: Sequencer, _: pytest.MonkeyPatch) -> None:
        writer._frontier.edge[0] = turned(writer._frontier.edge[0])

    def in_a_kept_entry(writer: Sequencer, _: pytest.MonkeyPatch) -> None:
        writer._edge.bundle[2] = turned(writer._edge.bundle[2])

    def in_a_tile(kind: str) -> Callable[[Sequencer, pytest.MonkeyPatch], None]:
        def turn(_: Sequencer, patch: pytest.MonkeyPatch) -> None:
            real = module.stage

            def stage(*arguments: Any) -> Any:
                edge, files = real(*arguments)
                for path in files:
                    if path.startswith(kind):
                        files[path] = turned(files[path], len(files[path]) // 2)
                        return edge, files
                raise AssertionError(f"no {kind} was staged")

            patch.setattr(module, "stage", stage)

        return turn

    yield "in the file", in_the_file
    yield "in what is read back", in_what_is_read_back
    yield "in a kept hash", in_a_kept_hash
    yield "in a kept hash above", in_a_kept_hash_above
    yield "in the edge", in_the_edge
    yield "in a kept entry", in_a_kept_entry
    for kind in ("tile/entries/", "tile/0/", "tile/1/"):
        yield f"in a staged {kind}", in_a_tile(kind)


@pytest.mark.parametrize(("where", "turn"), list(flips()), ids=[name for name, _ in flips()])
def test_a_bit_that_turns_before_signing_is_never_signed(
    tmp_path: Path, where: str, turn: Callable[[Sequencer, pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = filled(tmp_path, 300)
    before = writer.checkpoint
    with monkeypatch.context() as patch:
        turn(writer, patch)
        with pytest.raises(RecordStopped):
            writer.append(submissions(300, 600))
    writer.close()
    assert (tmp_path / "checkpoint").read_bytes() == before
    with opened(tmp_path) as writer:
        assert writer.checkpoint == before
        writer.append(submissions(300, 600))
    assert insist_whole(tmp_path, 600) == 600


@pytest.mark.parametrize("seed", range(12))
def test_any_mix_of_appends_faults_and_restarts_keeps_every_signed_checkpoint(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    writer = started(tmp_path)
    signed, recorded = [writer.checkpoint], dict[int, int]()
    real_sign = Sequencer._sign
    for _ in range(25):
        numbers = [chance.randrange(900) for _ in range(chance.choice([1, 2, 30, 120]))]
        if chance.random() < 0.4:
            break_step(writer, chance.choice(STEPS), chance.random() < 0.5)
        try:
            receipts = writer.append([submission(number) for number in numbers])
        except RecordStopped:
            writer.close()
            writer = opened(tmp_path)
        else:
            for number, receipt in zip(numbers, receipts, strict=True):
                assert recorded.setdefault(number, receipt.index) == receipt.index
        signed.append(writer.checkpoint)
    writer.close()
    assert Sequencer._sign is real_sign
    insist_whole(tmp_path, len(recorded))
    insist_consistent(tmp_path, signed)
    entries = list(TileReader(FileStore(tmp_path)).entries())
    for number, index in recorded.items():
        assert entries[index][8:] == b"act %d" % number
    assert Tree(leaf_hashes(entries)).root() == TileReader(FileStore(tmp_path)).checkpoint.root


def test_tiles_that_were_changed_behind_the_writer_stop_it(tmp_path: Path) -> None:
    filled(tmp_path, 300).close()
    tile = tmp_path / "tile" / "0" / "001.p" / "44"
    tile.chmod(0o644)
    data = bytearray(tile.read_bytes())
    data[7] ^= 1
    tile.write_bytes(data)
    with pytest.raises(RecordStopped, match="put them back from a mirror"):
        opened(tmp_path)


@pytest.mark.parametrize("cut", [0, 1, 30, 60, 200, -1])
def test_a_torn_write_ahead_file_is_as_good_as_none(tmp_path: Path, cut: int) -> None:
    filled(tmp_path, 40).close()
    ahead = tmp_path / "writer" / "ahead"
    ahead.write_bytes(ahead.read_bytes()[:cut])
    with opened(tmp_path) as writer:
        assert writer.append([submission(40)])[0].index == 40
    assert insist_whole(tmp_path, 41) == 41

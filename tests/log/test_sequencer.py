"""The writer: numbers, times, receipts, one at a time, and the same record after a restart."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from accord.keys.signers import signer_from_seed
from accord.keys.vkey import ED25519
from accord.log.checkpoint import check_checkpoint, parse_checkpoint, sign_text
from accord.log.committer import GroupCommitter
from accord.log.files import FileStore
from accord.log.lock import Busy
from accord.log.memory import MemoryStore
from accord.log.note import Note, format_note, parse_note
from accord.log.reader import TileReader
from accord.log.record import new_log_keys, new_record, read_log_keys
from accord.log.sequencer import RecordStopped, Sequencer, Submission
from accord.wire.codec import Malformed
from accord.wire.tree import Frontier, leaf_hashes
from tests.log.made import (
    LOG_KEY,
    ORIGIN,
    SIGNERS,
    WITNESS,
    counted_clock,
    filled,
    frame,
    identify,
    opened,
    python,
    started,
    submission,
    submissions,
)  # fmt: skip


def test_submissions_get_places_and_times_in_order(tmp_path: Path) -> None:
    with started(tmp_path) as writer:
        receipts = writer.append(submissions(0, 3)) + writer.append(submissions(3, 5))
    assert [receipt.index for receipt in receipts] == [0, 1, 2, 3, 4]
    times = [receipt.admitted or 0 for receipt in receipts]
    assert times == sorted(set(times))
    assert list(TileReader(FileStore(tmp_path)).entries()) == [
        frame(moment, b"act %d" % number) for number, moment in enumerate(times)
    ]


def test_the_checkpoint_bears_both_signatures_and_the_root(tmp_path: Path) -> None:
    with filled(tmp_path, 300) as writer:
        note = writer.checkpoint
    assert (tmp_path / "checkpoint").read_bytes() == note
    checkpoint, verified = check_checkpoint(note, [signer.vkey for signer in SIGNERS], exact=True)
    assert [line.vkey for line in verified] == [signer.vkey for signer in SIGNERS]
    reader = TileReader(FileStore(tmp_path))
    frontier = Frontier()
    frontier.extend(leaf_hashes(reader.entries()))
    assert (checkpoint.size, checkpoint.root) == (300, frontier.root()) == (300, reader.root())


def test_a_clock_that_steps_back_reorders_nothing(tmp_path: Path) -> None:
    moments = iter([5_000_000, 4_000_000, 9_000_000])
    with started(tmp_path, clock=lambda: next(moments)) as writer:
        times = [writer.append([submission(number)])[0].admitted for number in range(3)]
    assert times == [5_000_000, 5_000_001, 9_000_000]


def test_the_same_submission_gets_its_first_place(tmp_path: Path) -> None:
    with started(tmp_path) as writer:
        first = writer.append([submission(0), submission(1), submission(0)])
        again = writer.append([submission(1), submission(2)])
        assert [(r.index, r.fresh) for r in first + again] == [(0, True), (1, True), (0, False), (1, False), (2, True)]
        assert writer.size == 3
    with opened(tmp_path) as writer:
        assert [(r.index, r.fresh) for r in writer.append(submissions(0, 4))] == [
            (0, False),
            (1, False),
            (2, False),
            (3, True),
        ]


def test_identities_that_share_their_first_bytes_are_told_apart(tmp_path: Path) -> None:
    def twin(last: int) -> Submission:
        return Submission(b"\x07" * 31 + bytes([last]), b"%d" % last)

    with started(tmp_path, identify=lambda entry: b"\x07" * 31 + bytes([int(entry[8:])])) as writer:
        assert [r.index for r in writer.append([twin(1), twin(2), twin(1), twin(3)])] == [0, 1, 0, 2]
        assert [(r.index, r.fresh) for r in writer.append([twin(2), twin(4), twin(3)])] == [
            (1, False),
            (3, True),
            (2, False),
        ]


@pytest.mark.parametrize("loss", ["gone", "behind", "garbage at the end", "too long"])
def test_a_lost_index_of_identities_is_made_again_from_the_entries(tmp_path: Path, loss: str) -> None:
    filled(tmp_path, 600).close()
    path = tmp_path / "writer" / "identities"
    data = path.read_bytes()
    assert len(data) == 600 * 32
    if loss == "gone":
        path.unlink()
    else:
        path.write_bytes(
            {"behind": data[:3210], "garbage at the end": data[:-32] + bytes(32), "too long": data * 2}[loss]
        )
    with opened(tmp_path) as writer:
        assert [(r.index, r.fresh) for r in writer.append(submissions(598, 601))] == [
            (598, False),
            (599, False),
            (600, True),
        ]


def test_a_bad_submission_changes_nothing(tmp_path: Path) -> None:
    with started(tmp_path) as writer:
        before = writer.checkpoint
        with pytest.raises(Malformed, match="65536 bytes"):
            writer.append([submission(0), Submission(bytes(32), bytes(65528))])
        with pytest.raises(Malformed, match="31 bytes"):
            writer.append([submission(0), Submission(bytes(31), b"")])
        assert (writer.size, writer.checkpoint) == (0, before)
        assert writer.append([Submission(bytes(32), bytes(65527))])[0].fresh
        assert writer.append([]) == []


def test_a_clock_that_fails_stops_the_writer(tmp_path: Path) -> None:
    def broken() -> int:
        raise OSError("no time source")

    with started(tmp_path, clock=broken) as writer:
        with pytest.raises(RecordStopped, match="no time source"):
            writer.append([submission(0)])
        with pytest.raises(RecordStopped, match="has stopped"):
            writer.append([submission(0)])


def test_a_second_writer_is_refused_or_waits(tmp_path: Path) -> None:
    writer = started(tmp_path)
    with pytest.raises(Busy, match=f"process {os.getpid()}"):
        opened(tmp_path)
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(opened, tmp_path, wait_s=20.0)
        time.sleep(0.05)
        writer.append([submission(0)])
        writer.close()
        with waiting.result() as second:
            assert second.size == 1


TWO_WRITERS = """
import sys
from pathlib import Path
from tests.log.made import opened, submission
numbers = range(int(sys.argv[2]), int(sys.argv[3]))
for number in numbers:
    with opened(Path(sys.argv[1]), wait_s=60.0) as writer:
        print(number, writer.append([submission(number)])[0].index)
"""


def test_two_processes_on_one_record_take_turns(tmp_path: Path) -> None:
    started(tmp_path).close()
    with ThreadPoolExecutor() as pool:
        ends = list(pool.map(lambda part: python(TWO_WRITERS, tmp_path, *part), [(0, 12), (8, 20)]))
    assert [end.returncode for end in ends] == [0, 0], ends
    places = dict(tuple(map(int, line.split())) for end in ends for line in end.stdout.splitlines())
    assert sorted(places) == list(range(20))
    assert sorted(places.values()) == list(range(20))
    assert TileReader(FileStore(tmp_path)).audit() == 20


def test_threads_share_batches_and_each_gets_its_own_receipt(tmp_path: Path) -> None:
    with started(tmp_path) as writer:
        committer = GroupCommitter(writer)
        with ThreadPoolExecutor(8) as pool:
            futures = list(pool.map(lambda number: committer.submit(submission(number % 150)), range(300)))
        receipts = [future.result(30) for future in futures]
        committer.close()
        assert writer.size == 150
    entries = list(TileReader(FileStore(tmp_path)).entries())
    for number, receipt in enumerate(receipts):
        assert entries[receipt.index][8:] == b"act %d" % (number % 150)
    assert sum(receipt.fresh for receipt in receipts) == 150


def test_one_bad_submission_does_not_spoil_the_batch_of_others(tmp_path: Path) -> None:
    with started(tmp_path) as writer:
        committer = GroupCommitter(writer, gather_s=0.2)
        good, bad, also = (
            committer.submit(s) for s in (submission(0), Submission(bytes(32), bytes(65530)), submission(1))
        )
        assert {good.result(9).index, also.result(9).index} == {0, 1}
        with pytest.raises(Malformed):
            bad.result(9)
        committer.close()
        with pytest.raises(RecordStopped):
            committer.submit(submission(2))


def test_after_a_fault_every_waiting_submission_hears_of_it(tmp_path: Path) -> None:
    with started(tmp_path) as writer:
        writer._store.replace = None  # type: ignore[assignment, method-assign]
        committer = GroupCommitter(writer, gather_s=0.1)
        futures = [committer.submit(submission(number)) for number in range(5)]
        for future in futures:
            with pytest.raises(RecordStopped):
                future.result(9)
        committer.close()
    with opened(tmp_path) as writer:
        assert writer.size == 5  # it was committed; only the acknowledgement was lost


def test_tiles_may_lie_elsewhere(tmp_path: Path) -> None:
    store = MemoryStore()
    with started(tmp_path, store=store) as writer:
        for number in range(0, 700, 50):
            writer.append(submissions(number, number + 50))
    assert TileReader(store).audit() == 700
    dropped = [step.split()[1] for step in store.steps if step.startswith("drop")]
    assert {"tile/entries/000.p/50", "tile/0/000.p/250", "tile/0/001.p/44"} <= set(dropped)
    kept = [f"tile/{level}/002.p/{width}" for level in ("entries", "0") for width in (38, 88, 138, 188)]
    assert sorted(path for path in store.files if ".p/" in path) == sorted([*kept, "tile/1/000.p/1", "tile/1/000.p/2"])


def test_witnesses_lines_are_published_and_survive_a_restart(tmp_path: Path) -> None:
    with filled(tmp_path, 3) as writer:
        note = parse_note(writer.checkpoint)
        cosigned = format_note(Note(note.text, (*note.signatures, sign_text(WITNESS, note.text, 1_700_000_000))))
        writer.publish(cosigned)
        with pytest.raises(Malformed):
            writer.publish(format_note(Note(note.text, note.signatures[1:])))
    with opened(tmp_path):
        assert (tmp_path / "checkpoint").read_bytes() == cosigned


def test_a_record_is_started_once_and_only_where_there_is_none(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    with pytest.raises(FileExistsError, match="a record already"):
        new_record(tmp_path, ORIGIN, SIGNERS, counted_clock())
    (tmp_path / "writer" / "commit.sqlite").unlink()
    with pytest.raises(Malformed, match="can only be read"):
        opened(tmp_path)
    assert TileReader(FileStore(tmp_path)).audit() == 3


def test_the_keys_of_a_record_are_made_once_and_hidden(tmp_path: Path) -> None:
    signers = new_log_keys(tmp_path, ORIGIN)
    assert [s.vkey for s in read_log_keys(tmp_path)] == [s.vkey for s in signers]
    assert oct((tmp_path / "writer").stat().st_mode & 0o777) == "0o700"
    with pytest.raises(FileExistsError):
        new_log_keys(tmp_path, ORIGIN)
    new_record(tmp_path, ORIGIN, signers, counted_clock())
    with pytest.raises(Malformed, match="not the keys of the record"):
        Sequencer(tmp_path, ORIGIN, SIGNERS, counted_clock(), frame, identify)
    with pytest.raises(Malformed, match="not named by the origin"):
        Sequencer(tmp_path, "other.example", SIGNERS, counted_clock(), frame, identify)


def test_exactly_one_file_is_named_checkpoint(tmp_path: Path) -> None:
    filled(tmp_path, 300).close()
    assert [path for path in tmp_path.rglob("*checkpoint*")] == [tmp_path / "checkpoint"]  # noqa: C416


def test_a_database_put_back_from_a_backup_is_noticed(tmp_path: Path) -> None:
    filled(tmp_path, 3).close()
    backup = (tmp_path / "writer" / "commit.sqlite").read_bytes()
    with opened(tmp_path) as writer:
        writer.append(submissions(3, 6))
    (tmp_path / "writer" / "commit.sqlite").write_bytes(backup)
    with pytest.raises(RecordStopped, match="put back from a backup"):
        opened(tmp_path)


def test_an_origin_that_no_line_can_carry_is_refused(tmp_path: Path) -> None:
    for origin in ("", "two words", "a+b", "x" * 256):
        with pytest.raises(Malformed):
            new_record(tmp_path, origin, SIGNERS, counted_clock())
    other = signer_from_seed(ORIGIN, ED25519, b"\x09" * 32)
    with pytest.raises(Malformed, match="one Ed25519 key"):
        new_record(tmp_path, ORIGIN, [LOG_KEY, other], counted_clock())
    assert not (tmp_path / "checkpoint").exists()


def test_a_record_opens_in_less_than_two_seconds(tmp_path: Path) -> None:
    filled(tmp_path, 20_000).close()
    begin = time.perf_counter()
    with opened(tmp_path) as writer:
        assert writer.size == 20_000
    assert time.perf_counter() - begin < 2
    assert parse_checkpoint((tmp_path / "checkpoint").read_bytes()).size == 20_000

"""Several processes on one record: writers take turns, die at any moment, and readers read all the while."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.acts.envelope import act_id, parse
from accord.client.check import check_record
from accord.client.copy import SNAPSHOT_EVERY
from accord.log.body import Checkpoint
from accord.log.checkpoint import check_checkpoint, parse_checkpoint
from accord.log.reader import TileReader
from accord.nodes.folder import read_policy, store_of
from accord.nodes.records import open_copy
from accord.nodes.writer import Writer
from accord.wire.tree import check_consistency
from accord.world.digest import world_digest
from tests.nodes.made import LOGS, START, made, reply
from tests.nodes.submitting import acknowledged, started

FOREVER = 10**7


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with its first entries."""
    return made(tmp_path / "record")


def insist_consistent(path: Path, seen: list[Checkpoint]) -> None:
    """Insists that the record now published only added to every state that was seen of it."""
    reader = TileReader(store_of(path))
    now, signatures = check_checkpoint(reader.checkpoint_bytes, [log.vkey for log in LOGS], exact=True)
    assert len(signatures) == 2
    for before in seen:
        assert before.size <= now.size
        proof = reader.prove_consistency(before.size, now.size)
        check_consistency(before.size, now.size, before.root, now.root, proof)


def insist_holds(path: Path, acts: dict[int, int]) -> None:
    """Insists that the record holds every acknowledged act where it was said to stand, once each, and checks."""
    report, world = check_record(TileReader(store_of(path)), read_policy(path))
    assert report.ok, report.failures
    assert len(world.act_ids) == world.size
    for number, index in acts.items():
        assert world.act_ids[act_id(parse(reply(number)).payload)] == index


# --------------------------------------------------------------------------------- several writers


def test_writers_that_wait_take_turns(record: Path) -> None:
    processes = [started(record, 1000 * turn, 40, 4, wait_s=30) for turn in range(3)]
    acts: dict[int, int] = {}
    for process in processes:
        output, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        acts |= acknowledged(output)
    assert len(acts) == 120
    assert sorted(acts.values()) == list(range(START, START + 120))
    insist_holds(record, acts)


def test_a_writer_that_does_not_wait_is_refused_and_harms_nothing(record: Path) -> None:
    with Writer(record, LOGS) as writer:
        writer.submit([reply(1)])
        process = started(record, 100, 5, 1)
        output, _ = process.communicate(timeout=30)
        assert f"(process {os.getpid()}) holds this record" in output
        assert "submit to it, or wait" in output
        writer.submit([reply(2)])
    insist_holds(record, {1: START, 2: START + 1})


def test_a_writer_that_waits_follows_one_that_is_killed(record: Path) -> None:
    first = started(record, 0, FOREVER, 3)
    assert first.stdout is not None
    assert first.stdout.readline() == "open\n"
    second = started(record, FOREVER, 10, 5, wait_s=30)
    time.sleep(0.2)
    first.kill()
    acts = acknowledged(first.communicate()[0]) | acknowledged(second.communicate(timeout=60)[0])
    assert len([number for number in acts if number >= FOREVER]) == 10
    insist_holds(record, acts)


# --------------------------------------------------------------------------------- killed writers


def kill_in_a_loop(record: Path, kills: int, generator: random.Random) -> None:
    """Kills a writer again and again while it submits; between, insists on what was promised."""
    seen: list[Checkpoint] = []
    acts: dict[int, int] = {}
    first = 0
    for _ in range(kills):
        process = started(record, first, FOREVER, generator.choice((1, 1, 2, 7, 300)))
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        until = time.monotonic() + generator.uniform(0, 0.15)
        while time.monotonic() < until:
            seen.append(parse_checkpoint((record / "checkpoint").read_bytes()))
            time.sleep(0.002)
        process.kill()
        said = acknowledged(process.communicate()[0])
        acts |= said
        began = time.monotonic()
        with Writer(record, LOGS, wait_s=0) as writer:
            assert time.monotonic() - began < 2
            size = writer.world.size
            for number, index in said.items():
                assert writer.world.act_ids[act_id(parse(reply(number)).payload)] == index
            # What was not acknowledged may be there or not; submitted again, it is there once.
            again = range(first, first + len(said) + 5)
            for number, receipt in zip(again, writer.submit([reply(number) for number in again]), strict=True):
                assert acts.get(number, receipt.index) == receipt.index
                assert receipt.fresh == (receipt.index >= size)
                acts[number] = receipt.index
        insist_consistent(record, seen)
        first = max(acts) + 1
    assert len(set(acts.values())) == len(acts)
    insist_holds(record, acts)


def test_a_writer_killed_at_any_moment_loses_nothing_that_it_acknowledged(record: Path) -> None:
    kill_in_a_loop(record, 4, random.Random(1))


@pytest.mark.long
def test_a_writer_killed_fifty_times_loses_nothing_that_it_acknowledged(record: Path) -> None:
    kill_in_a_loop(record, 50, random.Random(2))


# --------------------------------------------------------------------------------- readers


@pytest.fixture
def busy(record: Path) -> Iterator[Path]:
    """A record that another process is writing."""
    process = started(record, 0, FOREVER, 7)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    try:
        yield record
    finally:
        process.kill()
        process.communicate()


def test_a_copy_of_a_record_that_is_being_written_always_verifies(busy: Path) -> None:
    copy = open_copy(busy)
    sizes = [copy.size]
    until = time.monotonic() + 1.5
    while len(set(sizes)) < 20 or (time.monotonic() < until and copy.size < 2 * SNAPSHOT_EVERY):
        copy.catch_up()
        sizes.append(copy.size)
        assert time.monotonic() < until + 20
    assert sizes == sorted(sizes)
    assert copy.world.size == copy.size
    assert not copy.world.refused
    fresh = open_copy(busy)
    copy.catch_up()
    if fresh.size == copy.size:
        assert world_digest(fresh.world) == world_digest(copy.world)


def test_a_check_of_a_record_that_is_being_written_is_of_one_checkpoint(busy: Path) -> None:
    seen = []
    for _ in range(5):
        report, world = check_record(TileReader(store_of(busy)), read_policy(busy))
        assert report.ok
        assert report.size == world.size
        seen.append(report.size)
    assert seen == sorted(seen)


@pytest.fixture
def read_only(record: Path) -> Iterator[Path]:
    """A record in folders that this process may read and not write, as from a disc or another's account."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        path = Path(folder) / "record"
        shutil.copytree(record, path, ignore=shutil.ignore_patterns("writer"))
        folders = [Path(place) for place, _, _ in os.walk(path)]
        user = os.geteuid()
        for place in folders:
            place.chmod(0o555)
        try:
            if user == 0:
                os.seteuid(65534)
            yield path
        finally:
            os.seteuid(user)
            for place in folders:
                place.chmod(0o755)


def test_a_record_that_can_only_be_read_is_read(record: Path, read_only: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accord.client.copy.SNAPSHOT_EVERY", 0)
    with pytest.raises(PermissionError):
        (read_only / "snapshots").mkdir()
    copy = open_copy(read_only)
    assert copy.tally.entries == START
    assert not (read_only / "snapshots").exists()
    assert check_record(copy.reader, read_policy(read_only))[0].ok

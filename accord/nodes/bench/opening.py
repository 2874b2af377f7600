"""A large record opened from its snapshot, and the time until a receipt under load."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from accord.acts.gate import Refused
from accord.acts.vocabulary import UnknownAct
from accord.client.say import Receipt
from accord.keys.signers import signer_from_seed
from accord.keys.vkey import COSIGNATURE_MLDSA44, ED25519
from accord.log.committer import GroupCommitter
from accord.log.policy import Party
from accord.log.record import new_record
from accord.nodes.bench import corpus
from accord.nodes.bench.measure import Result, fsync_ms
from accord.nodes.folder import own_policy, write_policy
from accord.nodes.writer import Writer
from accord.world import snapshots
from accord.world.world import World

MILLION = 1_000_000

_OPEN = """
import resource, sys, time
from pathlib import Path
from accord.world import snapshots
data = Path(sys.argv[1]).read_bytes()
began = time.perf_counter()
world = snapshots.decode(data)
row = world.meetings.tables.statements["WG/s0"]
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, world.size)
"""


def million() -> Iterator[Result]:
    """A record of a million acts opens from a snapshot, in a process of its own."""
    world = World(corpus.RECORD)
    for entry in corpus.typed(MILLION):
        world.step(entry)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "snapshot"
        path.write_bytes(snapshots.encode(world))
        del world
        said = subprocess.run(
            [sys.executable, "-c", _OPEN, str(path)], capture_output=True, text=True, check=True
        ).stdout.split()
        megabytes = path.stat().st_size / 1e6
    yield Result(
        "a million acts open from a snapshot",
        float(said[0]),
        "s",
        f"snapshot of {megabytes:.0f} MB decoded, one row read; rows thaw when read; " + corpus.MIX,
        target=3,
        at_most=True,
    )
    yield Result(
        "memory of a million acts",
        float(said[1]),
        "GB",
        "largest resident size of the process that opened it",
        target=2,
        at_most=True,
    )


def receipts() -> Iterator[Result]:
    """99th percentile of the time from handing in an act to its receipt, at 1,000 acts a second."""
    sealed = corpus.signed(5_000)
    start = len(corpus.start())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "record"
        logs = [signer_from_seed(corpus.RECORD, kind, b"\x03" * 32) for kind in (ED25519, COSIGNATURE_MLDSA44)]
        new_record(folder, corpus.RECORD, logs, lambda: 1)
        write_policy(folder, own_policy(tuple(Party(log.vkey) for log in logs)))
        _, fsync = fsync_ms(folder)
        with Writer(folder, logs) as writer:
            writer.submit(sealed[:start])
            committer: GroupCommitter[bytes, Receipt | Refused | UnknownAct] = GroupCommitter(writer)
            spent: list[float] = []
            done = threading.Semaphore(0)
            began = time.perf_counter()
            for number, envelope in enumerate(sealed[start:]):
                due = began + number / 1000
                while (now := time.perf_counter()) < due:
                    time.sleep(due - now)

                def arrived(_: object, handed: float = due) -> None:
                    spent.append((time.perf_counter() - handed) * 1000)
                    done.release()

                committer.submit(envelope).add_done_callback(arrived)
            for _ in range(len(sealed) - start):
                done.acquire()
            committer.close()
    spent.sort()
    yield Result(
        "receipt at 1,000 acts/s, 99th percentile",
        spent[int(len(spent) * 0.99)],
        "ms",
        "from the due moment to the receipt (recorded: durable, log-signed, published); "
        f"median {statistics.median(spent):.1f} ms",
        target=25 + 3 * fsync,
        at_most=True,
        note=f"target: 25 ms and three fsyncs of {fsync:.2f} ms (99th percentile of this disk)",
    )

"""Acts: audit, admission and fold, against raw signature verification and against eventsourcing's replay."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from accord.acts.gate import bad_signatures
from accord.acts.values import Text
from accord.client.check import check_record
from accord.keys.signers import Signer, signer_from_seed
from accord.keys.vkey import COSIGNATURE_MLDSA44, ED25519
from accord.log.files import FileStore
from accord.log.policy import Party, Policy
from accord.log.reader import TileReader
from accord.nodes.bench import corpus
from accord.nodes.bench.measure import Result, rate, wall
from accord.nodes.folder import own_policy, write_policy
from accord.nodes.writer import Writer
from accord.wire.tree import Frontier, leaf_hash
from accord.world.world import World

ACTS = 20_000
BATCH = 1_024
RAW = "raw Ed25519 verification (PyNaCl) of the same signatures, same run"


def run() -> Iterator[Result]:
    """Audit on one core and two, durable admission, fold with and without decoding."""
    sealed = corpus.signed(ACTS)
    data = corpus.framed(sealed)
    world = World(corpus.RECORD)
    checks = []
    for entry in data:
        opened, _, signatures = world.open(entry)
        checks += signatures
        world.step(opened)

    def raw() -> int:
        bad_signatures(checks)
        return len(checks)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "record"
        policy, admission = admit(folder, sealed)
        verified = wall(raw)
        yield Result(
            "durable admission in batches",
            admission,
            "acts/s",
            f"gate, signatures on all processors, sequencer with fsync, fold; batches of {BATCH:,}; " + corpus.MIX,
            peer=RAW,
            peer_value=verified,
            ratio=admission / verified,
            ratio_target=0.7,
        )

        def audit() -> int:
            return check_record(TileReader(FileStore(folder)), policy)[0].size

        one, verified = 0.0, 0.0
        for _ in range(3):
            verified = max(verified, wall(raw, 1))
            one = max(one, wall(audit, 1))
        yield Result(
            "audit on one core",
            one,
            "acts/s",
            "read tiles, decode, gate, signature, hash, proof to the root, fold, ruling, world digest; " + corpus.MIX,
            peer=RAW,
            peer_value=verified,
            ratio=one / verified,
            ratio_target=0.8,
        )
        with ProcessPoolExecutor(1) as workers:
            workers.submit(int).result()

            def audit_with() -> int:
                return check_record(TileReader(FileStore(folder)), policy, workers, 1)[0].size

            two = wall(audit_with, 3)
        yield Result(
            "audit on two cores",
            two,
            "acts/s",
            "the same, one more process verifying signatures",
            peer="the audit on one core, same run",
            peer_value=one,
            ratio=two / one,
            ratio_target=1.8,
        )
    yield from _folds(data)


def admit(folder: Path, sealed: list[bytes]) -> tuple[Policy, float]:
    """Makes a record in a folder and admits these envelopes: its policy, and acts a second."""
    from accord.log.record import new_record

    signers = logs()
    new_record(folder, corpus.RECORD, signers, lambda: 1)
    policy = own_policy(tuple(Party(log.vkey) for log in signers))
    write_policy(folder, policy)
    with Writer(folder, signers) as writer:
        began = time.perf_counter()
        for first in range(0, len(sealed), BATCH):
            writer.submit(sealed[first : first + BATCH])
        return policy, len(sealed) / (time.perf_counter() - began)


def logs() -> list[Signer]:
    """The signers of the log of such a record."""
    return [signer_from_seed(corpus.RECORD, kind, b"\x03" * 32) for kind in (ED25519, COSIGNATURE_MLDSA44)]


def _folds(data: list[bytes]) -> Iterator[Result]:
    decoded: list[Any] = list(corpus.typed(ACTS))

    def fold() -> int:
        world = World(corpus.RECORD)
        for entry in decoded:
            world.step(entry)
        assert not world.without_effect, "every act of the mix counts"
        return len(decoded)

    yield Result(
        "fold of decoded acts",
        rate(fold),
        "acts/s CPU",
        "rule, fold and ruling of decoded acts; " + corpus.MIX,
        target=400_000,
    )

    def decode() -> int:
        world = World(corpus.RECORD)
        edge = Frontier()
        for entry in data:
            opened, _, _ = world.open(entry)
            world.step(opened)
            edge.append(leaf_hash(entry))
        return len(data)

    ours = rate(decode)
    replay = _eventsourcing()
    yield Result(
        "decode, hash and fold",
        ours,
        "acts/s CPU",
        "decode and one-spelling check, gate without signatures, act and leaf hashes, root, rule, fold",
        target=120_000,
        peer="eventsourcing 9.5 replay of a log from SQLite in memory, decode and apply, no rules or hashes",
        peer_value=replay,
        ratio=ours / replay if replay else None,
    )


def _eventsourcing() -> float | None:
    """Events replayed in a second by the peer: from its SQLite recorder, decoded and applied to an aggregate."""
    try:
        from eventsourcing.application import Application
        from eventsourcing.domain import Aggregate, event
    except ImportError:
        return None

    class Group(Aggregate):  # type: ignore[misc, unused-ignore]
        def __init__(self) -> None:
            self.statements: dict[str, str] = {}

        @event("Stated")  # type: ignore[misc, untyped-decorator, unused-ignore]
        def state(self, statement: str, speaker: str, text: str) -> None:
            self.statements[statement] = speaker

    app: Any = Application(env={"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": ":memory:"})
    group = Group()
    count = 5_000
    for number in range(count):
        group.state(statement=f"s{number}", speaker=f"S{number % 200}", text=str(Text.__name__))
    app.save(group)

    def replay() -> int:
        app.repository.get(group.id)
        return count

    return rate(replay)

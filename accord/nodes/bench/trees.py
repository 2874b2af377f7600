"""The tree in memory and on disk: appends and inclusion proofs, against pymerkle."""

from __future__ import annotations

import hashlib
import random
import tempfile
from collections.abc import Iterator

from accord.keys.signers import signer_from_seed
from accord.keys.vkey import COSIGNATURE_MLDSA44, ED25519
from accord.log.files import FileStore
from accord.log.reader import TileReader
from accord.log.record import new_record
from accord.log.sequencer import Sequencer, Submission
from accord.nodes.bench.measure import Result, interleaved, rate
from accord.wire.tree import Tree, leaf_hash, prove_inclusion

SIZE = 65_536


def run() -> Iterator[Result]:
    """Appends in memory, proofs in memory, proofs straight from tile files."""
    from pymerkle import InmemoryTree

    entries = [b"act %d" % number for number in range(SIZE)]

    def append_ours() -> int:
        tree = Tree()
        for entry in entries:
            tree.append(leaf_hash(entry))
        return SIZE

    def append_peer() -> int:
        tree = InmemoryTree(algorithm="sha256")
        for entry in entries:
            tree.append_entry(entry)
        return SIZE

    ours, peer, ratio = interleaved(append_ours, append_peer)
    yield Result(
        "append in memory",
        ours,
        "entries/s CPU",
        "leaf hash and every tree node, one entry at a time",
        target=600_000,
        peer="pymerkle 7 InmemoryTree",
        peer_value=peer,
        ratio=ratio,
        ratio_target=6,
    )

    tree, other = Tree(), InmemoryTree(algorithm="sha256")
    for entry in entries:
        tree.append(leaf_hash(entry))
        other.append_entry(entry)
    drawn = _drawn(SIZE)

    def prove_ours() -> int:
        for index in drawn:
            prove_inclusion(tree, index, SIZE)
        return len(drawn)

    def prove_peer() -> int:
        for index in drawn[:200]:
            other.prove_inclusion(index + 1, SIZE)
        return 200

    ours, peer, ratio = interleaved(prove_ours, prove_peer)
    yield Result(
        "inclusion proof in memory",
        ours,
        "proofs/s CPU",
        f"random entries of {SIZE:,}, whole path",
        target=90_000,
        peer="pymerkle 7 InmemoryTree",
        peer_value=peer,
        ratio=ratio,
        ratio_target=6,
    )

    size = 70_000
    with tempfile.TemporaryDirectory() as folder:
        signers = [signer_from_seed("bench.example/log", kind, b"\x03" * 32) for kind in (ED25519, COSIGNATURE_MLDSA44)]
        new_record(folder, "bench.example/log", signers, lambda: 1)

        def frame(admitted: int, body: bytes) -> bytes:
            return b"%d %s" % (admitted, body)

        with Sequencer(folder, "bench.example/log", signers, lambda: 1, frame, _identity) as log:
            for first in range(0, size, 7_000):
                log.append([_submission(number) for number in range(first, first + 7_000)])
        drawn = _drawn(size)

        def prove_from_files() -> int:
            reader = TileReader(FileStore(folder))
            for index in drawn:
                reader.prove_inclusion(index)
            return len(drawn)

        yield Result(
            "inclusion proof from tile files",
            rate(prove_from_files),
            "proofs/s CPU",
            f"a new reader for every 2,000 random entries of {size:,}: files opened, parsed, path made",
            target=3_000,
        )


def _drawn(size: int) -> list[int]:
    """2,000 indices below `size`, the same in every run."""
    dice = random.Random(7)  # noqa: S311 (nothing secret is drawn)
    return [dice.randrange(size) for _ in range(2000)]


def _identity(entry: bytes) -> bytes:
    return hashlib.sha256(entry.partition(b" ")[2]).digest()


def _submission(number: int) -> Submission:
    body = b"act %d" % number
    return Submission(hashlib.sha256(body).digest(), body)

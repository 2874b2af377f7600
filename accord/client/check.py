"""Checking a whole record: every byte of every tile, every signature, every rule, from the first act on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor

import msgspec

from accord.log.policy import Policy, check_policy
from accord.log.reader import TileReader
from accord.wire import base64
from accord.wire.tree import Frontier, ProofFailed
from accord.world.audit import audit
from accord.world.digest import world_digest
from accord.world.world import World


class Report(msgspec.Struct, frozen=True):
    """What a check of a record found. `failures` is empty where all is well."""

    ok: bool
    origin: str
    size: int
    root: str
    """Base64, as in the checkpoint."""
    world: str
    """Digest of every table and ruling."""
    signatures: int
    proofs: int
    """Entries whose hash was recomputed and led to the root."""
    rulings: int
    without_effect: int
    witnesses: int
    complete: bool
    failures: tuple[str, ...] = ()


def check_record(
    reader: TileReader,
    policy: Policy,
    workers: Executor | None = None,
    at_once: int = 1,
    progress: Callable[[int], None] | None = None,
) -> tuple[Report, World]:
    """Folds a record anew and says what was checked and what does not hold.

    Raises:
        Malformed, BadSignature, QuorumMissed: the checkpoint itself cannot be believed.
        ProofFailed: a tile differs from what the checkpoint's root stands for; names it.
    """
    checked = check_policy(reader.checkpoint_bytes, policy)
    checkpoint = checked.checkpoint
    reader.audit_hashes()

    edge = Frontier()

    def entries() -> Iterator[bytes]:
        nonlocal edge
        edge = Frontier()
        for bundle in range(-(-checkpoint.size // 256)):
            some, hashes = reader.check_bundle(bundle)
            edge.extend(hashes)
            yield from some

    world, tally = audit(checkpoint.origin, entries, workers, at_once, progress)
    if world.size != checkpoint.size:
        raise ProofFailed(f"{world.size} entries were read where the checkpoint covers {checkpoint.size}")
    # The tiles were read before, and may have been others then: what counts is the root of what was folded.
    if edge.root() != checkpoint.root:
        raise ProofFailed("the entries changed while they were read: they do not have the root of the checkpoint")
    failures = [f"entry {index}: refused by the gate: {reason}" for index, reason in world.refused.items()]
    failures += [f"entry {index}: {what}" for index, what in world.missed.items()]
    report = Report(
        ok=not failures,
        origin=checkpoint.origin,
        size=checkpoint.size,
        root=base64.encode(checkpoint.root),
        world=world_digest(world),
        signatures=tally.signatures,
        proofs=checkpoint.size,
        rulings=tally.entries - len(world.refused) - len(world.missed),
        without_effect=tally.without_effect,
        witnesses=len(checked.witnesses),
        complete=world.complete,
        failures=tuple(failures),
    )
    return report, world

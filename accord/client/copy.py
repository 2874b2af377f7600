"""A verified copy of a record: its world, folded here, and the checkpoint it agrees with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from accord.log.policy import Checked, Policy, check_policy
from accord.log.reader import TileReader
from accord.wire.codec import Malformed
from accord.wire.tree import Frontier, ProofFailed, leaf_hash
from accord.world import snapshots
from accord.world.audit import Tally, follow
from accord.world.world import World

SNAPSHOT_EVERY = 2000
"""Entries gained after which a copy keeps a snapshot."""


class Shelf(Protocol):
    """Where a copy keeps snapshots: bytes by name, a cache that may be lost at any time."""

    def find(self, fits: int) -> Iterator[tuple[int, bytes, bytes]]:
        """Snapshots of at most `fits` entries, the largest first: size, root, bytes."""

    def keep(self, size: int, root: bytes, data: bytes) -> None:
        """Keeps a snapshot; failing to do so is no fault."""


class Copy:
    """A record as its reader folded it: nothing the server says is believed beyond what proofs show.

    Raises (from `catch_up` and construction):
        Malformed, BadSignature, QuorumMissed: the checkpoint does not satisfy the policy.
        ProofFailed: the entries are not those the checkpoint covers, or the record shrank or forked.
    """

    def __init__(self, reader: TileReader, policy: Policy, shelf: Shelf | None = None) -> None:
        self.reader = reader
        self.policy = policy
        self.shelf = shelf
        self.checked: Checked = check_policy(reader.checkpoint_bytes, policy)
        self.world = World(self.checked.checkpoint.origin)
        self.frontier = Frontier()
        self._start_from_snapshot()
        self.tally = self.catch_up()

    @property
    def size(self) -> int:
        """How many entries the copy covers."""
        return self.checked.checkpoint.size

    @property
    def root(self) -> bytes:
        """The root of the tree over these entries."""
        return self.checked.checkpoint.root

    def catch_up(self) -> Tally:
        """Reads what the record gained: checkpoint under the policy, entries through the gate, root recomputed."""
        self.reader.refresh()
        checked = check_policy(self.reader.checkpoint_bytes, self.policy)
        checkpoint = checked.checkpoint
        if checkpoint.origin != self.world.record:
            raise ProofFailed(f"the record calls itself {checkpoint.origin!r} now; it was {self.world.record!r}")
        if checkpoint.size < self.world.size:
            raise ProofFailed(f"the record shrank from {self.world.size} entries to {checkpoint.size}")
        # The root comes first: entries that the checkpoint does not cover never reach the world.
        edge = self.frontier.copy()
        edge.extend(leaf_hash(data) for data in self.reader.entries(self.world.size, checkpoint.size))
        if edge.root() != checkpoint.root:
            raise ProofFailed(
                f"the {checkpoint.size} entries do not have the root of the checkpoint:"
                " the record was altered, or it is not the one this copy knows"
            )
        gained = checkpoint.size - self.world.size
        tally = follow(self.world, self.reader.entries(self.world.size, checkpoint.size))
        self.frontier, self.checked = edge, checked
        if gained > SNAPSHOT_EVERY and self.shelf is not None:
            self.shelf.keep(checkpoint.size, checkpoint.root, snapshots.encode(self.world))
        return tally

    def _start_from_snapshot(self) -> None:
        if self.shelf is None:
            return
        for size, root, data in self.shelf.find(self.size):
            try:
                edge = _edge(self.reader, size)
                world = snapshots.decode(data)
            except (Malformed, LookupError):
                continue
            if edge.root() != root:
                continue
            if world.size == size and world.record == self.world.record:
                self.world, self.frontier = world, edge
                return


def _edge(reader: TileReader, size: int) -> Frontier:
    """The right edge of the first `size` entries, from the tiles."""
    edge: list[bytes] = []
    start = 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            edge.append(reader.node(level, start >> level))
            start += 1 << level
    return Frontier(size, edge)

"""A verified copy of a record: its world, folded here, and the checkpoint it agrees with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from accord.log.policy import Checked, Policy, check_policy
from accord.log.reader import TileReader
from accord.log.store import NotStored
from accord.wire.codec import Malformed
from accord.wire.tree import Frontier, ProofFailed, check_consistency, leaf_hash
from accord.world import snapshots
from accord.world.audit import Tally, follow
from accord.world.world import World

SNAPSHOT_EVERY = 2000
"""Entries gained after which a copy keeps a snapshot; of a long record, a sixteenth of it."""


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
        self.note = reader.checkpoint_bytes
        """The checkpoint this copy agrees with, as it was signed; the reader may have read a later one since."""
        self._kept = 0
        self._roots: dict[int, bytes] = {}
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

    def root_at(self, size: int) -> bytes:
        """The root of the tree over the first `size` entries, proven to be what the whole tree grew from.

        Raises:
            ProofFailed: the tiles are not those the checkpoint covers.
        """
        if size == self.size:
            return self.root
        if size not in self._roots:
            root = self.reader.root(size)
            if size:
                check_consistency(size, self.size, root, self.root, self.reader.prove_consistency(size, self.size))
            self._roots[size] = root
        return self._roots[size]

    def catch_up(self) -> Tally:
        """Reads what the record gained: checkpoint under the policy, entries through the gate, root recomputed."""
        self.reader.refresh()
        checked = check_policy(self.reader.checkpoint_bytes, self.policy)
        checkpoint = checked.checkpoint
        if checkpoint.origin != self.world.record:
            raise ProofFailed(f"the record calls itself {checkpoint.origin!r} now; it was {self.world.record!r}")
        if checkpoint.size < self.world.size:
            raise ProofFailed(f"the record shrank from {self.world.size} entries to {checkpoint.size}")
        note = self.reader.checkpoint_bytes
        # The root comes first: entries that the checkpoint does not cover never reach the world. They are read
        # twice and not kept; what is served the second time must be what was hashed the first.
        start = self.world.size
        leaves: list[bytes] = []
        edge = self.frontier.copy()
        try:
            leaves = [leaf_hash(data) for data in self.reader.entries(start, checkpoint.size)]
            edge.extend(leaves)
            if edge.root() != checkpoint.root:
                raise ProofFailed(
                    f"the {checkpoint.size} entries do not have the root of the checkpoint:"
                    " the record was altered, or it is not the one this copy knows"
                )
            tally = follow(self.world, _same(self.reader.entries(start, checkpoint.size), leaves, start))
        except NotStored as error:
            raise ProofFailed(f"a part of the record is missing: {error.args[0]}") from None
        finally:
            self.frontier.extend(leaves[: self.world.size - start])
        self.checked, self.note = checked, note
        if checkpoint.size - self._kept > max(SNAPSHOT_EVERY, checkpoint.size // 16):
            self.keep_snapshot()
        return tally

    def as_of(self, size: int) -> World:
        """What the record knew after its first `size` entries, folded anew.

        Every entry up to the checkpoint is hashed again: the first ones are believed because the root of all is right.

        Raises:
            ValueError: the copy has not so many entries.
            ProofFailed: the entries are not those the checkpoint covers.
        """
        if not 0 <= size <= self.size:
            raise ValueError(f"the record has {self.size} entries, not {size}")
        world, edge = World(self.world.record), Frontier()

        def hashed(start: int, end: int) -> Iterator[bytes]:
            for data in self.reader.entries(start, end):
                edge.extend([leaf_hash(data)])
                yield data

        try:
            follow(world, hashed(0, size))
            for _ in hashed(size, self.size):
                pass
        except NotStored as error:
            raise ProofFailed(f"a part of the record is missing: {error.args[0]}") from None
        if edge.root() != self.root:
            raise ProofFailed(f"the {self.size} entries do not have the root of the checkpoint")
        return world

    def keep_snapshot(self) -> None:
        """Puts the world on the shelf, so that the next to open the record need not fold it again."""
        if self.shelf is not None:
            size, root = self.world.size, self.frontier.root()
            self.shelf.keep(size, root, snapshots.encode(self.world, root))
            self._kept = size

    def _start_from_snapshot(self) -> None:
        if self.shelf is None:
            return
        for size, root, data in self.shelf.find(self.size):
            try:
                edge = _edge(self.reader, size)
                if edge.root() != root:
                    continue
                world = snapshots.decode(data, root)
            except (Malformed, LookupError):
                continue
            if world.size == size and world.record == self.world.record:
                self.world, self.frontier, self._kept = world, edge, size
                return


def _same(entries: Iterator[bytes], leaves: list[bytes], start: int) -> Iterator[bytes]:
    """The entries, as long as they are those that were hashed before."""
    for place, data in enumerate(entries):
        if leaf_hash(data) != leaves[place]:
            raise ProofFailed(f"entry {start + place} changed while it was read")
        yield data


def _edge(reader: TileReader, size: int) -> Frontier:
    """The right edge of the first `size` entries, from the tiles."""
    edge: list[bytes] = []
    start = 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            edge.append(reader.node(level, start >> level))
            start += 1 << level
    return Frontier(size, edge)

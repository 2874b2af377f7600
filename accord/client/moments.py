"""The worlds of a copy as they were: what the record knew after any of its entries, soon and in bounded memory."""

from __future__ import annotations

import zlib
from collections import OrderedDict

import msgspec

from accord.acts.gate import Refused
from accord.acts.vocabulary import UnknownAct
from accord.client.copy import Copy
from accord.log.store import NotStored
from accord.wire.tree import Frontier, ProofFailed, check_consistency, leaf_hash
from accord.world import snapshots
from accord.world.world import World

APART = 500
"""Entries between two marks, at first: what is folded again before a moment can be shown."""
KEPT_BYTES = 64_000_000
"""Of marks."""
KEPT_WORLDS = 3
"""Of those that were asked for last."""
_FAST = 1


class _Mark(msgspec.Struct, frozen=True):
    """A world at a moment as bytes, and the right edge of the tree up to it."""

    edge: list[bytes]
    frozen: bytes


class Moments:
    """What a record knew after its first so many entries, for readers who do not wait.

    A world is folded from the nearest mark before the moment. The entries that it is made of are proved to be part of
    the tree that the copy agrees with; their signatures were verified when the copy read them and are not again.
    """

    def __init__(self, copy: Copy) -> None:
        self.copy = copy
        self._marks: dict[int, _Mark] = {}
        self._worlds: OrderedDict[int, World] = OrderedDict()
        self._apart = APART
        self._going: tuple[World, Frontier] | None = (World(copy.world.record), Frontier())
        """The world that `grow` takes through the record, until it has come to its end."""

    @property
    def bytes(self) -> int:
        """Of the marks in memory."""
        return sum(len(mark.frozen) for mark in self._marks.values())

    def world(self, size: int) -> World:
        """What the record knew after its first `size` entries. The caller reads it and never feeds it.

        Raises:
            ValueError: the copy has not so many entries.
            ProofFailed: the entries are not those that the copy verified.
        """
        if not 0 <= size <= self.copy.size:
            raise ValueError(f"the record has {self.copy.size} entries, not {size}")
        if size not in self._worlds:
            self._worlds[size] = self._made(size)
            while len(self._worlds) > KEPT_WORLDS:
                self._worlds.popitem(last=False)
        self._worlds.move_to_end(size)
        return self._worlds[size]

    def grow(self, entries: int) -> bool:
        """Goes on through the record by at most so many entries, leaving marks. True when nothing is left to do.

        Called now and then by whoever owns the time, so that no reader waits for a long record to be folded.
        """
        if self._going is None:
            if self.copy.size - max(self._marks, default=0) >= self._apart:
                self._mark(self.copy.world, self.copy.frontier)
            return True
        world, frontier = self._going
        due = max(self._marks, default=0) + self._apart
        end = min(world.size + entries, due, self.copy.size)
        frontier = self._fold(world, frontier, end)
        if world.size == due:
            self._mark(world, frontier)
        self._going = None if world.size == self.copy.size else (world, frontier)
        return self._going is None

    def _made(self, size: int) -> World:
        start = max((at for at in self._marks if at <= size), default=0)
        if start:
            mark = self._marks[start]
            frontier = Frontier(start, mark.edge)
            world = snapshots.decode(zlib.decompress(mark.frozen), frontier.root())
        else:
            world, frontier = World(self.copy.world.record), Frontier()
        self._fold(world, frontier, size)
        return world

    def _fold(self, world: World, before: Frontier, end: int) -> Frontier:
        """Feeds a world the entries up to `end`, once the tree over them, returned, is shown to be part of the copy's.

        Of no entries at all there is nothing to show.
        """
        frontier = before.copy()
        try:
            entries = list(self.copy.reader.entries(world.size, end))
            frontier.extend(leaf_hash(data) for data in entries)
            if end:
                proof = self.copy.reader.prove_consistency(end, self.copy.size)
                check_consistency(end, self.copy.size, frontier.root(), self.copy.root, proof)
        except NotStored as error:
            raise ProofFailed(f"a part of the record is missing: {error.args[0]}") from None
        _feed(world, entries, self.copy.world)
        return frontier

    def _mark(self, world: World, frontier: Frontier) -> None:
        frozen = zlib.compress(snapshots.encode(world, frontier.root()), _FAST)
        self._marks[world.size] = _Mark(list(frontier.edge), frozen)
        while self.bytes > KEPT_BYTES and len(self._marks) > 1:
            # Every other one goes, and those to come lie twice as far apart.
            self._apart *= 2
            for at in sorted(self._marks)[::2]:
                del self._marks[at]


def _feed(world: World, entries: list[bytes], verified: World) -> None:
    """Folds entries as the world did in which their signatures were verified: what was refused is passed over again."""
    for data in entries:
        reason = verified.refused.get(world.size)
        if reason is not None:
            world.pass_over(Refused(reason, "refused when it was verified"))
            continue
        try:
            entry, _, _ = world.open(data)
        except UnknownAct as unknown:
            world.miss(unknown)
        else:
            world.step(entry)

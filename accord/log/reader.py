"""Reads a log straight from its tiles: entries, leaf hashes and proofs, without loading the log."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

from accord.log.checkpoint import parse_checkpoint
from accord.log.staging import fold, read_tile
from accord.log.store import Listed, NotStored, Store
from accord.log.tiles import ENTRIES, WIDTH, Tile, parse_bundle, parse_hashes, parse_path, tiles_of, width_at
from accord.wire import tree
from accord.wire.codec import Malformed
from accord.wire.tree import ProofFailed, Tree, leaf_hashes

CHECKPOINT = "checkpoint"
CACHED_TILES = 1024
"""Tiles whose inner nodes are kept: at most some 40 MB."""


class TileReader:
    """A log as its checkpoint states it.

    The checkpoint is parsed, not believed: check its signatures with `policy.check_policy`. Proofs are
    handed out as the tiles give them; whoever receives one checks it. `audit` reads and checks every tile.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._trees: OrderedDict[tuple[int, int], Tree] = OrderedDict()
        self._last: tuple[int, int, list[bytes]] = (-1, 0, [])
        """The bundle that the last single entry stood in, and the size it was read at."""
        self.refresh()

    def refresh(self) -> None:
        """Reads the checkpoint again; tiles stay cached, since they only grow.

        Raises:
            Malformed: no checkpoint there, or not one.
        """
        try:
            self.checkpoint_bytes = self.store.read(CHECKPOINT)
        except NotStored as error:
            raise Malformed(f"{error.args[0]}: this is not a record, or it was never published") from None
        self.checkpoint = parse_checkpoint(self.checkpoint_bytes)

    @property
    def size(self) -> int:
        """How many entries the checkpoint covers."""
        return self.checkpoint.size

    def entries(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """The entries [start, end), in order.

        Not checked here: that they are the ones the checkpoint covers (`audit`, or a proof each).

        Raises:
            NotStored, Malformed: a bundle is missing or damaged; names it.
        """
        end = self._insist_range(start, end)
        while start < end:
            index = start // WIDTH
            stop = min(end, (index + 1) * WIDTH)
            yield from self._bundle(index)[start % WIDTH : stop - index * WIDTH]
            start = stop

    def entry(self, index: int) -> bytes:
        """One entry. Who asks for one after another has each bundle read once."""
        self._insist_range(index, index + 1)
        at, size, entries = self._last
        if (at, size) != (index // WIDTH, self.size):
            entries = self._bundle(index // WIDTH)
            self._last = (index // WIDTH, self.size, entries)
        return entries[index % WIDTH]

    def leaf_hashes(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """The leaf hashes [start, end), from the tiles of level 0."""
        end = self._insist_range(start, end)
        while start < end:
            index = start // WIDTH
            stop = min(end, (index + 1) * WIDTH)
            yield from self._hashes(0, index)[start % WIDTH : stop - index * WIDTH]
            start = stop

    def node(self, level: int, index: int, /) -> bytes:
        """The hash of a full node, as `wire.tree.Nodes` asks for it."""
        within = level % 8
        place = index << within
        return self._tree(level // 8, place // WIDTH, (place % WIDTH) + (1 << within)).node(
            within, (place % WIDTH) >> within
        )

    def root(self, size: int | None = None) -> bytes:
        """The root of the first `size` entries, from the tiles; by default what the checkpoint should state."""
        size = self.size if size is None else size
        return tree.subtree_root(self, 0, size) if size else tree.empty_root()

    def prove_inclusion(self, index: int, size: int | None = None) -> list[bytes]:
        """The proof that entry `index` is among the first `size`."""
        return tree.prove_inclusion(self, index, self._insist_size(size))

    def prove_consistency(self, old: int, new: int | None = None) -> list[bytes]:
        """The proof that the log of `new` entries only added to its state of `old`."""
        return tree.prove_consistency(self, old, self._insist_size(new))

    def prove_subtree(self, start: int, end: int, size: int | None = None) -> list[bytes]:
        """The proof that [start, end) is part of the log of `size` entries."""
        return tree.prove_subtree(self, start, end, self._insist_size(size))

    def check_bundle(self, index: int) -> tuple[list[bytes], list[bytes]]:
        """The entries of bundle `index` and their leaf hashes, each checked against the tile of level 0.

        Raises:
            ProofFailed: names the bundle and the entry that differs, or the tile that cannot be read.
        """
        tile = Tile(ENTRIES, index, width_at(ENTRIES, index, self.size))
        try:
            entries, hashes = self._bundle(index), self._hashes(0, index)
        except (NotStored, Malformed) as error:
            raise ProofFailed(str(error)) from None
        made = leaf_hashes(entries)
        if made != hashes:
            place = next((at for at, (a, b) in enumerate(zip(made, hashes, strict=False)) if a != b), len(made))
            raise ProofFailed(f"{tile.path}: entry {index * WIDTH + place} is not the one that was recorded")
        return entries, made

    def audit(self) -> int:
        """Insists that every byte of every tile is what the checkpoint's root stands for; returns the size.

        In a store of one's own it also reads the narrower partial tiles that earlier checkpoints left beside the last
        tile of each level.

        Raises:
            ProofFailed: names the first file that differs, is missing or cannot be read.
        """
        for index in range(-(-self.size // WIDTH)):
            self.check_bundle(index)
        return self.audit_hashes()

    def audit_hashes(self) -> int:
        """`audit` without the entries: for those who hash the entries themselves."""
        rows: list[list[bytes]] = []
        for tile in tiles_of(self.size):
            if tile.level == ENTRIES:
                continue
            try:
                row = parse_hashes(read_tile(self.store, tile), tile.width)
            except (NotStored, Malformed) as error:
                raise ProofFailed(f"{tile.path}: {_reason(error)}") from None
            if tile.level == len(rows):
                rows.append([])
            if tile.width < WIDTH:
                rows[tile.level] = row
            else:
                above = Tile(tile.level + 1, tile.index // WIDTH, 0)
                try:
                    wanted = self._hashes(above.level, above.index)[tile.index % WIDTH]
                except (NotStored, Malformed) as error:
                    raise ProofFailed(str(error)) from None
                if tree.root(row) != wanted:
                    raise ProofFailed(f"{tile.path}: the hash over it is not the one in level {above.level}")
        if fold(rows) != self.checkpoint.root:
            raise ProofFailed(f"the tiles do not have the root of the checkpoint of {self.size} entries")
        self._audit_leftovers()
        return self.size

    def _audit_leftovers(self) -> None:
        if not isinstance(self.store, Listed):
            return
        level = ENTRIES
        while filled := self.size >> (8 * max(level, 0)):
            last = Tile(level, filled // WIDTH, filled % WIDTH)
            folder = f"{last.full.path}.p"
            for name in sorted(self.store.names(folder)) if last.width else []:
                path = f"{folder}/{name}"
                try:
                    tile, data = parse_path(path), self.store.read(path)
                except NotStored:
                    continue  # it became full meanwhile
                except Malformed:
                    raise ProofFailed(f"{path}: does not belong to a log") from None
                fits = tile.width > last.width or read_tile(self.store, last).startswith(data)
                if not (fits and self._fits(tile, data)):
                    raise ProofFailed(f"{path}: differs from the tile of the checkpoint")
            level += 1

    def _fits(self, tile: Tile, data: bytes) -> bool:
        """Whether a partial tile has as many entries or hashes as its name says."""
        try:
            parse_bundle(data, tile.width) if tile.level == ENTRIES else parse_hashes(data, tile.width)
        except Malformed:
            return False
        return True

    def _insist_size(self, size: int | None) -> int:
        size = self.size if size is None else size
        if not 0 <= size <= self.size:
            raise ValueError(f"the log has {self.size} entries, not {size}")
        return size

    def _insist_range(self, start: int, end: int | None) -> int:
        end = self._insist_size(end)
        if not 0 <= start <= end:
            raise ValueError(f"there are no entries [{start}, {end}) in a log of {self.size}")
        return end

    def _bundle(self, index: int) -> list[bytes]:
        tile = Tile(ENTRIES, index, width_at(ENTRIES, index, self.size))
        try:
            return parse_bundle(read_tile(self.store, tile), tile.width)
        except Malformed as error:
            raise Malformed(f"{tile.path}: {error}") from None

    def _hashes(self, level: int, index: int) -> list[bytes]:
        tile = Tile(level, index, width_at(level, index, self.size))
        try:
            return parse_hashes(read_tile(self.store, tile), tile.width)
        except Malformed as error:
            raise Malformed(f"{tile.path}: {error}") from None

    def _tree(self, level: int, index: int, needed: int) -> Tree:
        """A tile with its inner nodes; a partial one is read again once it has grown."""
        key = level, index
        found = self._trees.get(key)
        if found is not None and found.size >= needed:
            self._trees.move_to_end(key)
            return found
        found = Tree(self._hashes(level, index))
        if found.size < needed:
            raise NotStored(f"the tile {index} of level {level} has {found.size} hashes, {needed} are needed")
        self._trees[key] = found
        if len(self._trees) > CACHED_TILES:
            self._trees.popitem(last=False)
        return found


def _reason(error: Exception) -> str:
    return "missing" if isinstance(error, NotStored) else str(error)

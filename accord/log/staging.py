"""What a batch of entries changes: the tiles to be written, and the second computation of the root from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from accord.log.store import NotStored, Store
from accord.log.tiles import (
    ENTRIES,
    WIDTH,
    Tile,
    format_bundle,
    pack_entries,
    parse_bundle,
    parse_hashes,
    parse_path,
    width_at,
)
from accord.wire.codec import Malformed
from accord.wire.tree import Frontier, ProofFailed, empty_root, leaf_hashes, root


@dataclass
class RightEdge:
    """The partial tiles at the end of a log, as a writer keeps them between batches.

    `rows[level]` holds the hashes of the partial tile of that level, at most 255; `bundle` holds the
    entries of the partial bundle, each behind its length.
    """

    size: int = 0
    rows: list[list[bytes]] = field(default_factory=lambda: [[]])
    bundle: list[bytes] = field(default_factory=list)

    def root(self) -> bytes:
        """The root, folded from the tiles, lowest level first: not the way `Frontier` computes it."""
        return fold(self.rows)

    def frontier(self) -> Frontier:
        """The same edge as the nodes of the tree it is made of."""
        nodes: list[bytes] = []
        for row in reversed(self.rows):
            place = 0
            for height in reversed(range(8)):
                if len(row) >> height & 1:
                    nodes.append(root(row[place : place + (1 << height)]))
                    place += 1 << height
        return Frontier(self.size, nodes)


def fold(rows: Sequence[Sequence[bytes]]) -> bytes:
    """The root of a log from the hashes of its partial tiles, lowest level first.

    What is ragged below stands as one more hash, the last, in the row above.

    >>> one, two = leaf_hashes([b"1", b"2"])
    >>> fold([[one, two]]) == root([one, two])
    True
    """
    ragged: list[bytes] = []
    for row in rows:
        if row or ragged:
            ragged = [root([*row, *ragged])]
    return ragged[0] if ragged else empty_root()


def stage(edge: RightEdge, entries: Sequence[bytes]) -> tuple[RightEdge, dict[str, bytes]]:
    """The edge after these entries, and the tiles to be written, by path; the old edge stays as it is.

    >>> after, files = stage(RightEdge(), [b"act"])
    >>> sorted(files), after.size
    (['tile/0/000.p/1', 'tile/entries/000.p/1'], 1)
    """
    files: dict[str, bytes] = {}
    bundle = edge.bundle + pack_entries(entries)
    index = edge.size // WIDTH
    while len(bundle) >= WIDTH:
        files[Tile(ENTRIES, index).path] = b"".join(bundle[:WIDTH])
        bundle, index = bundle[WIDTH:], index + 1
    if bundle and entries:
        files[Tile(ENTRIES, index, len(bundle)).path] = b"".join(bundle)
    rows = list(edge.rows)
    added = leaf_hashes(entries)
    level = 0
    while added:
        if level == len(rows):
            rows.append([])
        row = rows[level] + added
        index = (edge.size >> (8 * level)) // WIDTH
        added = []
        while len(row) >= WIDTH:
            files[Tile(level, index).path] = b"".join(row[:WIDTH])
            added.append(root(row[:WIDTH]))
            row, index = row[WIDTH:], index + 1
        if row:
            files[Tile(level, index, len(row)).path] = b"".join(row)
        rows[level] = row
        level += 1
    return RightEdge(edge.size + len(entries), rows, bundle), files


def check_staged(edge: RightEdge, size: int, files: Mapping[str, bytes], expected: bytes) -> None:
    """Insists that the tiles about to be written are those of the log of `size` entries with the expected root.

    This is the second computation of the root. It starts from the very bytes that will be served: entries
    to leaf hashes, full tiles to their place in the tile above, partial tiles to the root. A log that signs a
    root its tiles do not have is lost for ever (the Yeti 2022 log, by one flipped bit).

    Args:
        edge: the edge before the batch, for the levels that the batch leaves alone.

    Raises:
        ProofFailed: names the tile that does not fit.
    """
    by_tile = {parse_path(path): data for path, data in files.items()}
    try:
        hashes = {t: parse_hashes(data, t.width) for t, data in by_tile.items() if t.level != ENTRIES}
        for tile, data in by_tile.items():
            if tile.level == ENTRIES:
                leaves = leaf_hashes(parse_bundle(data, tile.width))
                if hashes.get(Tile(0, tile.index, tile.width)) != leaves:
                    raise ProofFailed(f"{tile.path} and the hashes of its entries differ")
    except Malformed as error:
        raise ProofFailed(f"the staged tiles of size {size} are damaged: {error}") from None
    for tile, row in hashes.items():
        if tile.width == WIDTH:
            above = Tile(tile.level + 1, tile.index // WIDTH, width_at(tile.level + 1, tile.index // WIDTH, size))
            if hashes.get(above, [])[tile.index % WIDTH :][:1] != [root(row)]:
                raise ProofFailed(f"{tile.path} is not what {above.path} says it is")
    rows: list[Sequence[bytes]] = []
    level = 0
    while filled := size >> (8 * level):
        tile = Tile(level, filled // WIDTH, filled % WIDTH)
        unchanged = level < len(edge.rows) and edge.size >> (8 * level) == filled
        rows.append([] if not tile.width else edge.rows[level] if unchanged else hashes.get(tile, []))
        if len(rows[-1]) != tile.width:
            raise ProofFailed(f"{tile.path} is not among the tiles to be written")
        level += 1
    if fold(rows) != expected:
        raise ProofFailed(f"the tiles of size {size} and the appended hashes have different roots")


def load_edge(store: Store, size: int) -> RightEdge:
    """The edge of a log of `size` entries, from its tiles.

    Raises:
        NotStored: a tile is missing.
        ProofFailed: the last entries and their hashes differ.
        Malformed: a tile of a wrong length.
    """
    edge = RightEdge(size)
    level = 0
    while filled := size >> (8 * level):
        row: list[bytes] = []
        if filled % WIDTH:
            tile = Tile(level, filled // WIDTH, filled % WIDTH)
            row = parse_hashes(read_tile(store, tile), tile.width)
        edge.rows[level:] = [row]
        level += 1
    if size % WIDTH:
        tile = Tile(ENTRIES, size // WIDTH, size % WIDTH)
        entries = parse_bundle(read_tile(store, tile), tile.width)
        if leaf_hashes(entries) != edge.rows[0]:
            raise ProofFailed(f"{tile.path} and the hashes of its entries differ")
        edge.bundle = pack_entries(entries)
    return edge


def read_tile(store: Store, tile: Tile) -> bytes:
    """The bytes of a tile; of a partial one also from the full tile that has taken its place.

    Raises:
        NotStored: neither is there.
        Malformed: the full tile is too short.
    """
    try:
        return store.read(tile.path)
    except NotStored:
        if tile.width == WIDTH:
            raise
    whole = store.read(tile.full.path)
    if tile.level == ENTRIES:
        return format_bundle(parse_bundle(whole, WIDTH)[: tile.width])
    return whole[: tile.width * 32]

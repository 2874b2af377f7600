"""Tiles: the tree and its entries cut into files of 256 that never change (C2SP tlog-tiles, height 8)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.wire.codec import Malformed
from accord.wire.tree import HASH_SIZE

WIDTH = 256
ENTRIES = -1
"""The level of entry bundles, which stand beside level 0."""
LARGEST_ENTRY = 65535
LARGEST_LEVEL = 7
"""8 levels of 256 hold 2^64 entries."""

_PATH = re.compile(r"tile/(entries|[0-7])/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?")
_pack_length = struct.Struct(">H").pack


@dataclass(frozen=True, order=True)
class Tile:
    """A tile: its level (`ENTRIES` for entry bundles), its number, and how many of its 256 places are filled."""

    level: int
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Its name below the log's prefix.

        >>> Tile(0, 1234067, 5).path
        'tile/0/x001/x234/067.p/5'
        >>> Tile(ENTRIES, 3).path
        'tile/entries/003'
        """
        number = f"{self.index % 1000:03d}"
        rest = self.index // 1000
        while rest:
            number = f"x{rest % 1000:03d}/{number}"
            rest //= 1000
        level = "entries" if self.level == ENTRIES else str(self.level)
        return f"tile/{level}/{number}" + (f".p/{self.width}" if self.width != WIDTH else "")

    @property
    def full(self) -> Tile:
        """The same tile when all its places are filled."""
        return Tile(self.level, self.index)


def parse_path(path: str) -> Tile:
    """The tile that a path names, in the one allowed way.

    Raises:
        Malformed: another form, a group of zeros too many, a width that is not 1 to 255.

    >>> parse_path("tile/0/x001/x234/067.p/5") == Tile(0, 1234067, 5)
    True
    """
    match = _PATH.fullmatch(path)
    if match is None:
        raise Malformed(f"not the path of a tile: {path[:60]!r}")
    level, number, width = match.groups()
    tile = Tile(
        ENTRIES if level == "entries" else int(level),
        int(number.replace("x", "").replace("/", "")),
        int(width) if width else WIDTH,
    )
    if tile.path != path:
        raise Malformed(f"not the one spelling of a tile's path: {path[:60]!r}")
    return tile


def width_at(level: int, index: int, size: int) -> int:
    """How many places of a tile are filled in a log of `size` entries: 0 to 256.

    >>> width_at(0, 273, 70000), width_at(1, 1, 70000), width_at(2, 0, 70000)
    (112, 17, 1)
    """
    return max(0, min(WIDTH, (size >> (8 * max(level, 0))) - index * WIDTH))


def tiles_of(size: int) -> Iterator[Tile]:
    """Every tile that a log of `size` entries consists of, entry bundles first, then level by level.

    >>> [tile.path for tile in tiles_of(256)]
    ['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1']
    """
    level = ENTRIES
    while filled := size >> (8 * max(level, 0)):
        for index in range(filled >> 8):
            yield Tile(level, index)
        if filled & 0xFF:
            yield Tile(level, filled >> 8, filled & 0xFF)
        level += 1


def format_bundle(entries: Sequence[bytes]) -> bytes:
    """An entry bundle: each entry behind its length in two bytes.

    Raises:
        Malformed: an entry beyond 65535 bytes.

    >>> format_bundle([b"ab", b""])
    b'\\x00\\x02ab\\x00\\x00'
    """
    return b"".join(pack_entries(entries))


def pack_entries(entries: Sequence[bytes]) -> list[bytes]:
    """Each entry behind its length.

    Raises:
        Malformed: an entry beyond 65535 bytes.
    """
    try:
        return [_pack_length(len(entry)) + entry for entry in entries]
    except struct.error:
        size = max(map(len, entries))
        raise Malformed(f"an entry of {size} bytes; at most {LARGEST_ENTRY} fit, put the rest in the vault") from None


def parse_bundle(data: bytes, width: int) -> list[bytes]:
    """The `width` entries of a bundle.

    Raises:
        Malformed: more or fewer of them, or a length that runs past the end.

    >>> parse_bundle(b"\\x00\\x02ab\\x00\\x00", 2)
    [b'ab', b'']
    """
    entries: list[bytes] = []
    place, end = 0, len(data)
    while place + 2 <= end:
        stop = place + 2 + (data[place] << 8 | data[place + 1])
        entries.append(data[place + 2 : stop])
        place = stop
    if place != end or len(entries) != width:
        raise Malformed(f"a bundle that does not hold exactly {width} entries")
    return entries


def parse_hashes(data: bytes, width: int) -> list[bytes]:
    """The `width` hashes of a tile.

    Raises:
        Malformed: another length.
    """
    if len(data) != width * HASH_SIZE:
        raise Malformed(f"a tile of {len(data)} bytes where {width} hashes have {width * HASH_SIZE}")
    return [data[place : place + HASH_SIZE] for place in range(0, len(data), HASH_SIZE)]

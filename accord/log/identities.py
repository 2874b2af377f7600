"""Which submission became which entry: an index that can always be made again from the entries."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

IDENTITY_SIZE = 32
SYNCED_EVERY = 4096
DOUBTED = 2 * SYNCED_EVERY
"""How many of the last identities the sequencer makes again from the entries when it opens the record."""

_KEY = 8
_LOADED_AT_ONCE = 1 << 15


class Identities:
    """The identities of all entries in a flat file, 32 bytes each, in order; their first eight bytes in memory.

    Why not a table in SQLite: identities are hashes, so each of them dirties a page of its own. Measured at
    1,000,000 entries that costs 7 microseconds a submission and stalls of 50 ms when pages are copied back; this
    costs one, and some 110 MB of memory a million.

    Not the record: the file is synced every 4096 entries only. After a power cut what came later may be wrong,
    so the last 8192 are made again from the entries. Eight bytes can be made to collide on purpose, so every
    match is compared in full.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._first: dict[bytes, int | tuple[int, ...]] = {}
        self.size = 0
        self._synced = 0

    def load(self, size: int) -> None:
        """Reads what can be relied on, of a record with `size` entries; what is missing is to be added.

        After this `self.size` says how many entries are covered.
        """
        held = os.fstat(self._descriptor).st_size // IDENTITY_SIZE
        covered = min(held, max(0, size - DOUBTED))
        os.ftruncate(self._descriptor, covered * IDENTITY_SIZE)
        while self.size < covered:
            count = min(_LOADED_AT_ONCE, covered - self.size)
            data = os.pread(self._descriptor, count * IDENTITY_SIZE, self.size * IDENTITY_SIZE)
            self._remember(data[place : place + IDENTITY_SIZE] for place in range(0, len(data), IDENTITY_SIZE))
        self._synced = self.size

    def find(self, identities: Sequence[bytes]) -> dict[bytes, int]:
        """The first index of each of these that was recorded before."""
        found: dict[bytes, int] = {}
        for identity in identities:
            places = self._first.get(identity[:_KEY])
            if places is not None:
                for place in (places,) if isinstance(places, int) else places:
                    if os.pread(self._descriptor, IDENTITY_SIZE, place * IDENTITY_SIZE) == identity:
                        found[identity] = place
                        break
        return found

    def add(self, identities: Iterable[bytes]) -> None:
        """Adds the identities of the entries that follow.

        Raises:
            OSError: the disk failed.
        """
        every = list(identities)
        for start in range(0, len(every), SYNCED_EVERY):  # so that never more than `DOUBTED` are not synced
            some = every[start : start + SYNCED_EVERY]
            data, place = b"".join(some), self.size * IDENTITY_SIZE
            if len(data) != len(some) * IDENTITY_SIZE or os.pwrite(self._descriptor, data, place) != len(data):
                raise OSError("the index of identities could not be written in full")
            self._remember(some)
            if self.size - self._synced >= SYNCED_EVERY:
                self.sync()

    def sync(self) -> None:
        """Makes what was added durable."""
        os.fsync(self._descriptor)
        self._synced = self.size

    def close(self) -> None:
        """Gives the file back."""
        os.close(self._descriptor)

    def _remember(self, identities: Iterable[bytes]) -> None:
        first = self._first
        place = self.size
        for identity in identities:
            key = identity[:_KEY]
            earlier = first.setdefault(key, place)
            if earlier != place:
                # The same eight bytes: the same identity once more, or another. `find` tries the earliest first.
                first[key] = (*((earlier,) if isinstance(earlier, int) else earlier), place)
            place += 1
        self.size = place

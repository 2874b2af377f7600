"""Which submission became which entry: an index that can be made again from the entries."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

IDENTITY_SIZE = 32
_ASKED_AT_ONCE = 500


class Identities:
    """First index of each identity, with the number of entries it covers, in `identities.sqlite`.

    Not the record: synchronous=NORMAL, so that after a power cut it may be behind, never torn. The sequencer
    brings it up to date from the entries when it opens.
    """

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
        execute = self._connection.execute
        execute("PRAGMA journal_mode=WAL")
        execute("PRAGMA synchronous=NORMAL")
        execute("BEGIN IMMEDIATE")
        execute("CREATE TABLE IF NOT EXISTS first (identity BLOB PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID")
        execute("CREATE TABLE IF NOT EXISTS covered (one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL)")
        execute("INSERT OR IGNORE INTO covered VALUES (1, 0)")
        execute("COMMIT")

    @property
    def size(self) -> int:
        """How many entries are covered."""
        return int(self._connection.execute("SELECT size FROM covered").fetchone()[0])

    def find(self, identities: Sequence[bytes]) -> dict[bytes, int]:
        """The first index of each of these that was recorded before."""
        found: dict[bytes, int] = {}
        for place in range(0, len(identities), _ASKED_AT_ONCE):
            some = identities[place : place + _ASKED_AT_ONCE]
            marks = ",".join("?" * len(some))
            found.update(self._connection.execute(f"SELECT * FROM first WHERE identity IN ({marks})", some))  # noqa: S608
        return found

    def add(self, start: int, identities: Iterable[bytes]) -> None:
        """Adds the identities of the entries from `start` on; one that is there keeps its first index."""
        rows = [(identity, place) for place, identity in enumerate(identities, start)]
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        try:
            self._connection.executemany("INSERT OR IGNORE INTO first VALUES (?, ?)", rows)
            execute("UPDATE covered SET size = ?", (start + len(rows),))
            execute("COMMIT")
        except sqlite3.Error:
            if self._connection.in_transaction:
                execute("ROLLBACK")
            raise

    def forget(self, size: int) -> None:
        """Drops everything from index `size` on."""
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        execute("DELETE FROM first WHERE place >= ?", (size,))
        execute("UPDATE covered SET size = min(size, ?)", (size,))
        execute("COMMIT")

    def close(self) -> None:
        """Gives the database back."""
        self._connection.close()

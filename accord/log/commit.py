"""The commit point: the last signed checkpoint, exchanged in SQLite for the next one or not at all."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path


class LostCommit(RuntimeError):
    """The committed state is not the one this writer knows: a second writer, or a database put back from a backup."""


@dataclass(frozen=True)
class Committed:
    """What the log has bound itself to: size, root, the signed note, and the time of the last entry in microseconds."""

    size: int
    root: bytes
    note: bytes
    admitted: int


class CommitStore:
    """One row in `commit.sqlite`, written ahead by SQLite with synchronous=FULL.

    The file must never be put back from a backup: a log that forgets what it signed can sign another history.
    """

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")

    def start(self, origin: str, first: Committed) -> None:
        """Stores the first state of a new log.

        Raises:
            LostCommit: there is one already.
        """
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._connection.execute(
                "CREATE TABLE IF NOT EXISTS committed (one INTEGER PRIMARY KEY CHECK (one = 1), origin TEXT NOT NULL,"
                " size INTEGER NOT NULL, root BLOB NOT NULL, note BLOB NOT NULL, admitted INTEGER NOT NULL)"
            )
            self._connection.execute(
                "INSERT INTO committed VALUES (1, ?, ?, ?, ?, ?)",
                (origin, first.size, first.root, first.note, first.admitted),
            )
            self._connection.execute("COMMIT")
        except sqlite3.IntegrityError:
            self._connection.execute("ROLLBACK")
            raise LostCommit("this log was already started") from None

    def read(self) -> tuple[str, Committed] | None:
        """Origin and committed state; `None` if the log was never started."""
        if not self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'committed'").fetchone():
            return None
        row = self._connection.execute("SELECT origin, size, root, note, admitted FROM committed").fetchone()
        return (row[0], Committed(*row[1:])) if row else None

    def swap(self, old: Committed, new: Committed) -> None:
        """Puts `new` in the place of `old`, durably, if `old` is still what is there.

        Raises:
            LostCommit: it is not.
            sqlite3.Error: the disk failed; whether `new` is committed is known only after reading again.
        """
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        changed = execute(
            "UPDATE committed SET size = ?, root = ?, note = ?, admitted = ? WHERE one = 1 AND size = ? AND root = ?",
            (new.size, new.root, new.note, new.admitted, old.size, old.root),
        ).rowcount
        if changed != 1:
            execute("ROLLBACK")
            raise LostCommit(f"the committed log does not have the {old.size} entries this writer wrote; restart it")
        execute("COMMIT")  # The commit point: before this line returns nothing was said, after it everything was.

    def close(self) -> None:
        """Gives the database back."""
        self._connection.close()

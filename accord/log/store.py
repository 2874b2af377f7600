"""Where a log's files lie: four methods, so that a folder, a fake and a bucket can stand for each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, runtime_checkable


class NotStored(LookupError):
    """There is nothing under this path."""


class AlreadyDifferent(Exception):
    """A path that must never change holds other bytes: the store was damaged or has two writers."""


class Store(Protocol):
    """Files by path. Paths are relative, with `/`, and come from the log, never from a stranger."""

    def read(self, path: str, /) -> bytes:
        """The bytes under a path.

        Raises:
            NotStored: there are none.
        """

    def create(self, files: Mapping[str, bytes], /) -> None:
        """Stores files that never change; when this returns, all of them are durable.

        Storing the same bytes again is allowed: recovery does.

        Raises:
            AlreadyDifferent: a path holds other bytes; nothing under it was changed.
            OSError: the disk failed; any part of the files may be there.
        """

    def replace(self, path: str, data: bytes, /) -> None:
        """Stores the one kind of file that changes, the checkpoint: readers see the old bytes or the new.

        Raises:
            OSError: the disk failed; the old or the new bytes are there.
        """

    def drop(self, paths: Iterable[str], /) -> None:
        """Removes these partial tiles, which full ones have taken the place of; what is gone is passed over.

        Not durable: a partial tile that comes back after a crash is still true.
        """


@runtime_checkable
class Listed(Protocol):
    """A store of one's own, whose names can be listed. A stranger's log is asked only for what its checkpoint needs."""

    def names(self, folder: str, /) -> list[str]:
        """The names of the files in a folder, in no order; none if there is no such folder."""

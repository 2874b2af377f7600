"""A store in a folder: files appear whole, durable and read-only, and are never overwritten."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from accord.log.store import AlreadyDifferent, NotStored

BESIDE = ".new"
"""Ending of a file that is being written. One writer at a time holds the log, so the name is free."""


class FileStore:
    """Files below `root`, which may be served as they lie.

    Every file goes: open beside, write, fsync, close, rename, and then fsync of its folder. An fsync that
    fails is not repeated, and the file is not read back: the kernel may hold pages that the disk does not.
    """

    def __init__(self, root: Path | str) -> None:
        self.root = os.fspath(root)
        self._durable: set[str] = set()

    def read(self, path: str, /) -> bytes:
        """The bytes under a path."""
        try:
            descriptor = os.open(f"{self.root}/{path}", os.O_RDONLY | os.O_CLOEXEC)
        except (FileNotFoundError, NotADirectoryError):
            raise NotStored(f"{path}: not in {self.root}") from None
        try:
            data = os.read(descriptor, os.fstat(descriptor).st_size + 1)
            while more := os.read(descriptor, 1 << 20):
                data += more
            return data
        finally:
            os.close(descriptor)

    def create(self, files: Mapping[str, bytes], /) -> None:
        """Stores files that never change, and makes them durable together."""
        folders: dict[str, None] = {}
        renames: list[tuple[str, str]] = []
        for path, data in files.items():
            name = f"{self.root}/{path}"
            folder = os.path.dirname(name)
            if folder not in self._durable:
                folders.update(dict.fromkeys(self._make_folder(folder)))
            folders[folder] = None
            if self._insist_same(path, name, data):
                continue
            _write_durably(name + BESIDE, data, 0o444)
            renames.append((name + BESIDE, name))
        for beside, name in renames:
            os.rename(beside, name)
        for folder in folders:
            _sync_folder(folder)
        self._durable.update(folders)

    def replace(self, path: str, data: bytes, /) -> None:
        """Stores a file that may change, and makes it durable."""
        name = f"{self.root}/{path}"
        _write_durably(name + BESIDE, data, 0o644)
        os.rename(name + BESIDE, name)
        _sync_folder(os.path.dirname(name))

    def drop(self, paths: Iterable[str], /) -> None:
        """Removes partial tiles, and their folders once empty; not synced, for what comes back does no harm."""
        folders: set[str] = set()
        for path in paths:
            name = f"{self.root}/{path}"
            folders.add(os.path.dirname(name))
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                os.unlink(name)
        for folder in folders:
            with contextlib.suppress(OSError):
                os.rmdir(folder)
                self._durable.discard(folder)

    def names(self, folder: str, /) -> list[str]:
        """The names of the files in a folder, without those that are being written."""
        try:
            return [name for name in os.listdir(f"{self.root}/{folder}") if not name.endswith(BESIDE)]
        except (FileNotFoundError, NotADirectoryError):
            return []

    def _make_folder(self, folder: str) -> list[str]:
        """Makes a folder and those above it; returns the folders whose lists of names have to be synced.

        Also for folders that are there: an earlier writer may have died between making and syncing them.
        """
        if folder == self.root or folder in self._durable:
            return []
        above = os.path.dirname(folder)
        changed = self._make_folder(above)
        with contextlib.suppress(FileExistsError):
            os.mkdir(folder, 0o755)
        return [*changed, above]

    def _insist_same(self, path: str, name: str, data: bytes) -> bool:
        """Whether the file is there already; then it is made durable, for nobody knows how the last try ended."""
        try:
            descriptor = os.open(name, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            return False
        try:
            if os.read(descriptor, len(data) + 1) != data:
                raise AlreadyDifferent(
                    f"{self.root}/{path}: holds other bytes than the log would write; nothing changed"
                )
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name + BESIDE)
        return True


def _write_durably(name: str, data: bytes, mode: int) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.unlink(name)
    descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: str) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

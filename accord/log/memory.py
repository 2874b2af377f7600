"""A store in memory that inspects what it is given: a writer that breaks a promise fails at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from accord.log.checkpoint import parse_checkpoint
from accord.log.store import AlreadyDifferent, NotStored
from accord.log.tiles import WIDTH, parse_path, tiles_of

CHECKPOINT = "checkpoint"


class MemoryStore:
    """Files in a dictionary, for tests.

    It raises `AssertionError` when a checkpoint is published before the tiles it needs, when a checkpoint
    shrinks or contradicts the one before, when a path is no tile's, and when a tile is dropped that has no full
    one in its place. `steps` lists what was done, in order.
    """

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.steps: list[str] = []

    def read(self, path: str, /) -> bytes:
        """The bytes under a path."""
        try:
            return self.files[path]
        except KeyError:
            raise NotStored(f"{path}: not stored") from None

    def create(self, files: Mapping[str, bytes], /) -> None:
        """Stores tiles."""
        for path, data in files.items():
            parse_path(path)
            if self.files.get(path, data) != data:
                raise AlreadyDifferent(f"{path}: holds other bytes than the log would write; nothing changed")
        self.files.update(files)
        self.steps += [f"create {path}" for path in files]

    def replace(self, path: str, data: bytes, /) -> None:
        """Publishes the checkpoint."""
        assert path == CHECKPOINT, f"{path} is not a file that may change"
        new = parse_checkpoint(data)
        if path in self.files:
            old = parse_checkpoint(self.files[path])
            assert old.origin == new.origin, f"the origin changed from {old.origin} to {new.origin}"
            assert old.size <= new.size, f"the checkpoint shrank from {old.size} to {new.size}"
            assert old.size != new.size or old.root == new.root, f"two roots at size {new.size}"
        for tile in tiles_of(new.size):
            assert tile.path in self.files, f"{tile.path} is not there and the checkpoint of {new.size} needs it"
        self.files[path] = data
        self.steps.append(f"replace {path} {new.size}")

    def drop(self, paths: Iterable[str], /) -> None:
        """Removes partial tiles."""
        for path in paths:
            tile = parse_path(path)
            assert tile.width != WIDTH, f"{path} is full and was dropped"
            assert tile.full.path in self.files, f"{path} was dropped without a full tile"
            if self.files.pop(path, None) is not None:
                self.steps.append(f"drop {path}")

    def names(self, folder: str, /) -> list[str]:
        """The names of the files in a folder."""
        start = f"{folder}/"
        return [path[len(start) :] for path in self.files if path.startswith(start) and "/" not in path[len(start) :]]

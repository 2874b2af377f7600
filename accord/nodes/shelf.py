"""Snapshots on disk: a cache that only this user's own program fills and reads.

DIR/snapshots/<size>-<root>-<code>-<key>.msgpack = HMAC-SHA-256(key, name || digest) || snapshot, which starts with its
own SHA-256, the digest. The key lies with the user and not with the record. A record is copied and handed on as a
folder: without the key, whoever hands it on could put a snapshot into it, and so show another world than the entries'.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

SNAPSHOTS = "snapshots"
KEPT_SNAPSHOTS = 2
KEY_FILE = "snapshots.key"
_SIZE = 32


class FolderShelf:
    """Snapshots in `DIR/snapshots`, named by size, root, the digest of the code and the user's key.

    Where the user has no place for a key, or the folder cannot be written, there are no snapshots, and no fault.
    """

    def __init__(self, directory: Path | str) -> None:
        self._folder = Path(directory) / SNAPSHOTS

    def beside(self, name: str) -> FolderShelf:
        """The shelf of another cache of this record, in a folder below the snapshots: kept in the same way."""
        other = FolderShelf(self._folder.parent)
        other._folder = self._folder / name
        return other

    def find(self, fits: int) -> Iterator[tuple[int, bytes, bytes]]:
        """Snapshots of this user and this code, of at most `fits` entries, the largest first."""
        key = _key(make=False)
        if key is None:
            return
        for size, root, path in self._named(key):
            if 0 < size <= fits:
                try:
                    with path.open("rb") as file:
                        mark, data = file.read(_SIZE), file.read()
                except OSError:
                    continue
                if hmac.compare_digest(mark, _mark(key, path.name, data)):
                    yield size, root, data

    def keep(self, size: int, root: bytes, data: bytes) -> None:
        """Keeps a snapshot and drops this user's older ones; on a full or read-only disk it simply does not."""
        key = _key(make=True)
        if key is None:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"{size}-{root.hex()}-{_ending(key)}"
            beside = path.with_suffix(f".{os.getpid()}")
            try:
                with beside.open("wb") as file:
                    file.write(_mark(key, path.name, data))
                    file.write(data)
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)
            keep = {kept for _, _, kept in self._named(key)[:KEPT_SNAPSHOTS]}
            for other in self._folder.glob(f"*-{_name(key)}.msgpack"):
                if other not in keep:
                    other.unlink(missing_ok=True)

    def _named(self, key: bytes) -> list[tuple[int, bytes, Path]]:
        found = []
        for path in self._folder.glob(f"*-{_ending(key)}"):
            size, root, _ = (*path.name.split("-"), "", "")[:3]
            with contextlib.suppress(ValueError):
                found.append((int(size), bytes.fromhex(root), path))
        return sorted(found, key=lambda item: -item[0])


@cache
def code_digest() -> str:
    """SHA-256 over the program's own rules, folds and types: a snapshot of other code is never used."""
    digest = hashlib.sha256()
    for room in ("wire", "acts", "areas", "world"):
        _digest_folder(resources.files("accord") / room, room, digest)
    return digest.hexdigest()


def _digest_folder(folder: Traversable, name: str, digest: hashlib._Hash) -> None:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir() and item.name != "__pycache__":
            _digest_folder(item, f"{name}/{item.name}", digest)
        elif item.name.endswith(".py"):
            digest.update(f"{name}/{item.name}\n".encode() + hashlib.sha256(item.read_bytes()).digest())


def _key(make: bool) -> bytes | None:
    """This user's key, 32 random bytes made once; `None` where there is none and none can be kept."""
    try:
        place = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
        path = Path(place) / "accord" / KEY_FILE
        if make and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside = path.with_suffix(f".{os.getpid()}")
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(secrets.token_bytes(_SIZE))
            with contextlib.suppress(FileExistsError):
                os.link(beside, path)  # if two processes make one, the first stays
            beside.unlink()
        key = path.read_bytes()
    except (OSError, RuntimeError):
        return None
    return key if len(key) == _SIZE else None


def _name(key: bytes) -> str:
    """What of a key may be seen."""
    return hashlib.sha256(b"accord snapshots\n" + key).hexdigest()[:8]


def _ending(key: bytes) -> str:
    return f"{code_digest()[:16]}-{_name(key)}.msgpack"


def _mark(key: bytes, name: str, data: bytes) -> bytes:
    """Binds a snapshot to its name and the key; its first bytes are the digest of the rest."""
    return hmac.digest(key, name.encode() + b"\n" + data[:_SIZE], "sha256")

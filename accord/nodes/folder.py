"""The folder of a record on disk: tiles and checkpoint to be served, policy, snapshots, the writer's own part.

DIR/checkpoint, DIR/tile/   the log, to be served as it lies
DIR/policy                  whose checkpoints to believe (C2SP tlog-policy)
DIR/snapshots/              a cache; delete it at any time
DIR/writer/                 private: keys, lock, what is being committed
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from accord.log.files import FileStore
from accord.log.policy import Party, Policy, format_policy, parse_policy
from accord.wire.codec import Malformed

POLICY = "policy"
SNAPSHOTS = "snapshots"
KEPT_SNAPSHOTS = 2


def store_of(directory: Path | str) -> FileStore:
    """The tiles of the record.

    Raises:
        Malformed: the folder holds no record.
    """
    if not (Path(directory) / "checkpoint").is_file():
        raise Malformed(f"{directory}: there is no record here (no file named checkpoint); make one with: accord new")
    return FileStore(directory)


def read_policy(directory: Path | str) -> Policy:
    """The policy that lies beside the record.

    Raises:
        Malformed: it is missing or not a policy.
    """
    path = Path(directory) / POLICY
    try:
        return parse_policy(path.read_bytes())
    except OSError as error:
        raise Malformed(
            f"{path}: the record's policy cannot be read ({error.strerror}); name one with --policy"
        ) from None
    except Malformed as error:
        raise Malformed(f"{path}: {error}") from None


def write_policy(directory: Path | str, policy: Policy) -> None:
    """Writes the record's policy, once."""
    path = Path(directory) / POLICY
    with path.open("xb") as file:
        file.write(format_policy(policy))


def own_policy(logs: tuple[Party, ...]) -> Policy:
    """The policy of a record without witnesses: its own log keys, no quorum."""
    return Policy(logs=logs)


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


class FolderShelf:
    """Snapshots in `DIR/snapshots`, named by size, root and the digest of the code that wrote them."""

    def __init__(self, directory: Path | str) -> None:
        self._folder = Path(directory) / SNAPSHOTS

    def find(self, fits: int) -> Iterator[tuple[int, bytes, bytes]]:
        """Snapshots of this code and of at most `fits` entries, the largest first."""
        for size, root, path in self._named():
            if 0 < size <= fits:
                try:
                    data = path.read_bytes()
                except OSError:
                    continue
                yield size, root, data

    def keep(self, size: int, root: bytes, data: bytes) -> None:
        """Keeps a snapshot and drops older ones; on a full or read-only disk it simply does not."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            path = self._folder / f"{size}-{root.hex()}-{code_digest()[:16]}.msgpack"
            beside = path.with_suffix(f".{os.getpid()}")
            beside.write_bytes(data)
            beside.replace(path)
            keep = {kept for _, _, kept in self._named()[:KEPT_SNAPSHOTS]}
            for other in self._folder.glob("*.msgpack"):
                if other not in keep:
                    other.unlink(missing_ok=True)

    def _named(self) -> list[tuple[int, bytes, Path]]:
        found = []
        for path in self._folder.glob(f"*-{code_digest()[:16]}.msgpack"):
            size, root, _ = (*path.stem.split("-"), "", "")[:3]
            with contextlib.suppress(ValueError):
                found.append((int(size), bytes.fromhex(root), path))
        return sorted(found, key=lambda item: -item[0])

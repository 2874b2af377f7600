"""The folder of a record: what is served, and what is the writer's own.

DIR/checkpoint, DIR/tile/...    to be served as they lie
DIR/writer/                     0700: lock, write-ahead file, commit.sqlite, identities, keys/
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from accord.keys.files import read_key, write_key
from accord.keys.signers import Signer, new_signer
from accord.keys.vkey import COSIGNATURE_MLDSA44, ED25519, check_name
from accord.log.checkpoint import Checkpoint, sign_checkpoint
from accord.log.commit import CommitStore, Committed
from accord.log.files import FileStore
from accord.log.lock import WriterLock
from accord.log.policy import LOG_KINDS
from accord.log.reader import CHECKPOINT
from accord.wire.codec import Malformed
from accord.wire.tree import empty_root

WRITER = "writer"
KEY_FILES = {ED25519: "log-ed25519.key", COSIGNATURE_MLDSA44: "log-mldsa44.key"}


def new_log_keys(directory: Path | str, origin: str) -> list[Signer]:
    """Makes the two keys of a log, Ed25519 and ML-DSA-44, and keeps them in `DIR/writer/keys`.

    Raises:
        FileExistsError: there are keys already; they are never overwritten.
    """
    signers = [new_signer(origin, kind) for kind in KEY_FILES]
    folder = writer_folder(directory, make=True) / "keys"
    folder.mkdir(mode=0o700, exist_ok=True)
    for signer in signers:
        write_key(folder / KEY_FILES[signer.vkey.kind], signer)
    return signers


def read_log_keys(directory: Path | str) -> list[Signer]:
    """The keys in `DIR/writer/keys`.

    Raises:
        Malformed: a key is missing, readable by others, or damaged; names the file.
    """
    return [read_key(Path(directory) / WRITER / "keys" / name) for name in KEY_FILES.values()]


def new_record(directory: Path | str, origin: str, signers: Sequence[Signer], clock: Callable[[], int]) -> None:
    """Starts an empty log in a folder: its committed state and its published checkpoint of size 0.

    Args:
        clock: microseconds since 1970.

    Raises:
        FileExistsError: there is a record in the folder already.
        Malformed: an origin that no key can be named by, or signers of another origin or kind.
        Busy: another process is starting it.
    """
    check_log_signers(origin, signers)
    folder = writer_folder(directory, make=True)
    lock = WriterLock(folder / "lock")
    try:
        store = FileStore(directory)
        commit = CommitStore(folder / "commit.sqlite")
        try:
            if commit.read() is not None or (Path(directory) / CHECKPOINT).exists():
                raise FileExistsError(f"{directory}: there is a record already; choose an empty folder")
            moment = clock()
            note = sign_checkpoint(Checkpoint(origin, 0, empty_root()), signers, moment // 1_000_000)
            commit.start(origin, Committed(0, empty_root(), note, 0))
            store.replace(CHECKPOINT, note)
        finally:
            commit.close()
    finally:
        lock.close()
    for path in (folder, Path(directory), Path(directory).resolve().parent):
        _sync(path)


def check_log_signers(origin: str, signers: Sequence[Signer]) -> None:
    """Insists on keys that may sign this log: named by its origin, Ed25519 among them, none twice.

    Raises:
        Malformed: says which key does not fit.
    """
    check_name(origin)
    kinds = [signer.vkey.kind for signer in signers]
    for signer in signers:
        if signer.vkey.name != origin:
            raise Malformed(f"the key {signer.vkey.keyid} is not named by the origin {origin!r} of the log")
        if signer.vkey.kind not in LOG_KINDS:
            raise Malformed(f"the key {signer.vkey.keyid} is of a kind that signs no logs")
    if ED25519 not in kinds or len(set(kinds)) != len(kinds):
        raise Malformed(f"the log {origin!r} needs one Ed25519 key and at most one ML-DSA-44 key")


def writer_folder(directory: Path | str, make: bool = False) -> Path:
    """`DIR/writer`, for the writer alone."""
    folder = Path(directory) / WRITER
    if make:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

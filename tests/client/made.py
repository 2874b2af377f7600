"""Records in folders that are the same in every run: seeded keys, a counted clock, the acts of a scene."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from accord.acts import entry as entries
from accord.client.copy import Copy
from accord.keys.signers import Signer, signer_from_seed
from accord.keys.vkey import COSIGNATURE_ED25519, COSIGNATURE_MLDSA44, ED25519
from accord.log.files import FileStore
from accord.log.policy import Party, Policy, format_policy
from accord.log.reader import TileReader
from accord.log.record import new_record
from accord.log.sequencer import Sequencer, Submission
from accord.nodes.folder import own_policy
from accord.nodes.shelf import FolderShelf
from tests.scene import RECORD, START, Scene


def log_keys(name: str = "log", origin: str = RECORD) -> list[Signer]:
    """The two keys of a log."""
    return [
        signer_from_seed(origin, kind, hashlib.sha256(f"{name} {kind}".encode()).digest())
        for kind in (ED25519, COSIGNATURE_MLDSA44)
    ]


def witness(number: int, kind: int = COSIGNATURE_ED25519) -> Signer:
    """The key of a witness."""
    seed = hashlib.sha256(f"witness {number} {kind}".encode()).digest()
    return signer_from_seed(f"witness.example/{number}", kind, seed)


POLICY = own_policy(tuple(Party(signer.vkey) for signer in log_keys()))


def ticking(start: int = START) -> Callable[[], int]:
    """A clock that is a second later each time."""
    moment = start

    def read() -> int:
        nonlocal moment
        moment += 1_000_000
        return moment

    return read


class Folder:
    """A record in a folder, kept by a log that takes any bytes: so that it can hold what no writer would admit."""

    def __init__(self, path: Path, signers: Sequence[Signer] | None = None, origin: str = RECORD) -> None:
        self.path = path
        self.signers = list(signers or log_keys(origin=origin))
        self.origin = origin
        new_record(path, origin, self.signers, ticking())
        (path / "policy").write_bytes(format_policy(own_policy(tuple(Party(s.vkey) for s in self.signers))))

    def holds(self, envelopes: Iterable[bytes], framed: bool = False) -> Folder:
        """Records acts as they are; with `framed`, whole entries with the times they bear."""
        frame = (lambda admitted, body: body) if framed else entries.frame
        with Sequencer(self.path, self.origin, self.signers, ticking(), frame, identify) as log:
            log.append(
                [
                    Submission(hashlib.sha256(b"%d" % n + body).digest(), body)
                    for n, body in enumerate(envelopes, log.size)
                ]
            )
        return self

    @property
    def reader(self) -> TileReader:
        """A fresh reader."""
        return TileReader(FileStore(self.path))

    def copy(self, policy: Policy | None = None, shelf: bool = False) -> Copy:
        """A fresh copy."""
        return Copy(self.reader, policy or POLICY, FolderShelf(self.path) if shelf else None)


def identify(entry: bytes) -> bytes:
    """An identity for any bytes."""
    return hashlib.sha256(entry).digest()


def recorded(path: Path, scene: Scene) -> Folder:
    """The record of a scene in a folder, with the very entries of the scene."""
    return Folder(path, origin=scene.record).holds(scene.entries, framed=True)

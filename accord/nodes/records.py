"""Making and opening records on this machine."""

from __future__ import annotations

import secrets
from pathlib import Path

import msgspec

from accord.acts.values import Text
from accord.areas.parties.acts import FoundRecord
from accord.client.copy import Copy
from accord.client.say import sign
from accord.keys.files import write_key
from accord.keys.signers import new_signer
from accord.keys.vkey import ED25519
from accord.log.policy import Party
from accord.log.reader import TileReader
from accord.log.record import new_log_keys
from accord.log.record import new_record as new_log
from accord.nodes.clock import now_us
from accord.nodes.folder import own_policy, read_policy, store_of, write_policy
from accord.nodes.shelf import FolderShelf
from accord.nodes.writer import Writer

SECRETARIAT_KEY = "secretariat.key"


class NewRecord(msgspec.Struct, frozen=True):
    """A record just made: its origin, the log's keys, and where the secretariat's key lies."""

    origin: str
    vkeys: tuple[str, ...]
    secretariat: str
    secretariat_key: Path


def nonce() -> int:
    """A random number that makes an act unlike any other of the same words."""
    return secrets.randbelow(2**53)


def new_record(
    directory: Path | str,
    origin: str,
    secretariat: str = "secretariat",
    name: Text | None = None,
    title: Text | None = None,
    exercise: bool = False,
) -> NewRecord:
    """Makes an empty record with its log keys and policy, and founds it: the first act names its secretariat.

    Raises:
        FileExistsError: there is a record in the folder.
        Malformed: an origin that no key can be named by.
    """
    directory = Path(directory)
    signer = new_signer(f"{secretariat}.{origin}", ED25519)  # a name too long for a key must leave no half record
    logs = new_log_keys(directory, origin)
    new_log(directory, origin, logs, now_us)
    write_policy(directory, own_policy(tuple(Party(signer.vkey) for signer in logs)))
    path = directory / "writer" / "keys" / SECRETARIAT_KEY
    write_key(path, signer)
    plain = Text(original="en", said={"en": origin})
    founding = FoundRecord(
        secretariat=secretariat, name=name or plain, title=title or plain, vkey=str(signer.vkey), exercise=exercise
    )
    with Writer(directory, logs) as writer:
        writer.submit([sign(founding, secretariat, origin, nonce(), [signer])])
    return NewRecord(origin, tuple(str(log.vkey) for log in logs), secretariat, path)


def open_copy(directory: Path | str) -> Copy:
    """A verified copy of a record on this machine, from its latest snapshot where there is one.

    Raises:
        Malformed: no record there, or not in order.
        ProofFailed, BadSignature, QuorumMissed: what the copy cannot verify.
    """
    return Copy(TileReader(store_of(directory)), read_policy(directory), FolderShelf(directory))

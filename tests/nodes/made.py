"""A founded record in a folder with an editor and a State, and envelopes to submit to it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from accord.acts.envelope import sign
from accord.acts.values import Text
from accord.acts.vocabulary import Act
from accord.areas.parties.acts import EnterParty, FoundRecord, RegisterKey, Reply
from accord.keys.signers import Signer, signer_from_seed
from accord.keys.vkey import COSIGNATURE_MLDSA44, ED25519
from accord.log.policy import Party
from accord.log.record import new_record
from accord.nodes.folder import own_policy, write_policy
from accord.nodes.writer import Writer

RECORD = "record.example/nodes"


def key_of(party: str, number: int = 1, kind: int = ED25519) -> Signer:
    """The key of a party, the same in every run."""
    seed = hashlib.sha256(f"nodes {party} {number}".encode()).digest()
    return signer_from_seed(f"{party.lower()}.example/{number}", kind, seed)


LOGS = [signer_from_seed(RECORD, kind, bytes([kind]) * 32) for kind in (ED25519, COSIGNATURE_MLDSA44)]
SECRETARIAT = key_of("secretariat")
STATE = key_of("ST-A")


def text(words: str) -> Text:
    """An English text."""
    return Text(original="en", said={"en": words})


def says(act: Act, by: str = "ST-A", nonce: int = 0, signers: tuple[Signer, ...] | None = None) -> bytes:
    """A signed act."""
    return sign(act, by, RECORD, nonce, signers or (key_of(by),))


def reply(number: int) -> bytes:
    """The reply with a number, by the State: the same bytes whenever it is asked for."""
    return says(Reply(to=0, text=text(f"Reply {number}")), nonce=number)


def founding() -> list[bytes]:
    """What a record starts with: its founding, a State, the key of the State."""
    return [
        says(
            FoundRecord(secretariat="secretariat", name=text("S"), title=text("T"), vkey=str(SECRETARIAT.vkey)),
            "secretariat",
        ),
        says(EnterParty(party="ST-A", kind="state", name=text("State A")), "secretariat"),
        says(RegisterKey(party="ST-A", vkey=str(STATE.vkey)), "secretariat", 0, (SECRETARIAT, STATE)),
    ]


START = 3
"""Entries after `founding`."""


def empty(path: Path) -> Path:
    """A record without entries."""
    new_record(path, RECORD, LOGS, lambda: 1)
    write_policy(path, own_policy(tuple(Party(log.vkey) for log in LOGS)))
    return path


def made(path: Path) -> Path:
    """A record with its first entries."""
    empty(path)
    with Writer(path, LOGS) as writer:
        writer.submit(founding())
    return path

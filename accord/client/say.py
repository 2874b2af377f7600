"""Saying something: preview, sign, submit, receipt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from accord.acts import envelope as envelopes
from accord.acts.entry import Entry
from accord.acts.vocabulary import Act
from accord.keys.signers import Signer
from accord.world.world import Ruling, World


class Receipt(msgspec.Struct, frozen=True):
    """What became of a submitted act: its place in the record, and whether it counts there."""

    index: int
    act_id: str
    """SHA-256 in hexadecimal."""
    fresh: bool
    """False where the same act was in the record already; `index` is then its first place."""
    counts: bool
    reason: str | None = None


class Transport(Protocol):
    """The way to a record's writer: in this process, or over a network."""

    def submit(self, envelopes: Sequence[bytes]) -> list[Receipt]:
        """Hands in signed acts, in order; returns when all are durable and published.

        Raises:
            Refused: the gate does not admit one of them; those before it are recorded.
        """


def preview(world: World, act: Act, by: str, keys: Sequence[str] = ()) -> Ruling:
    """Whether the act would count if it came next. Changes nothing."""
    return world.judge(Entry(world.size, world.admitted + 1, by, act, b"", tuple(sorted(keys))))


def sign(act: Act, by: str, record: str, nonce: int, signers: Sequence[Signer]) -> bytes:
    """The signed envelope of an act; see `acts.envelope.sign`."""
    return envelopes.sign(act, by, record, nonce, signers)

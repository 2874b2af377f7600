"""Bundles put together by hand, as a forger would: any entries as keys, any policy, the digest made anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from accord.client.bundle import FORMAT, Bundle, Proven
from accord.log.policy import Policy, format_policy
from accord.log.proof import LogProof, format_proof
from accord.log.reader import TileReader
from accord.wire import codec

SEAL = len(b',"sha256":""}') + 64


def sealed(body: bytes) -> bytes:
    """The parts of a bundle behind the digest that belongs to them."""
    return b'%s,"sha256":"%s"}' % (body, hashlib.sha256(body).hexdigest().encode())


def resealed(data: bytes) -> bytes:
    """A bundle that was altered, with the digest of what it is now."""
    return sealed(data[:-SEAL])


def assembled(
    reader: TileReader, index: int, keys: Iterable[int], policy: Policy, checkpoint: bytes | None = None
) -> bytes:
    """A bundle of an entry with these entries as its keys."""
    size = reader.size
    bundle = Bundle(
        entry=reader.entry(index),
        format=FORMAT,
        keys=tuple(Proven(reader.entry(i), i, tuple(reader.prove_inclusion(i, size))) for i in keys),
        policy=format_policy(policy).decode(),
        proof=format_proof(
            LogProof(index, tuple(reader.prove_inclusion(index, size)), checkpoint or reader.checkpoint_bytes)
        ).decode(),
        sha256="",
    )
    return sealed(codec.encode(bundle)[: -len(b',"sha256":""}')])

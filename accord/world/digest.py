"""The digest of a world: one number that two copies compare.

It covers every table of every view, in the order in which the fold made it, and every
ruling. A fold is deterministic, so equal records give equal digests, after a restart
from a snapshot too.
"""

from __future__ import annotations

import hashlib

import msgspec

from accord.world.world import World

_encoder = msgspec.msgpack.Encoder()


def world_digest(world: World) -> str:
    """SHA-256 over (record, size, rulings, tables), in hexadecimal.

    >>> world_digest(World("example.org/record"))[:8] == world_digest(World("example.org/record"))[:8]
    True
    """
    digest = hashlib.sha256(b"accord world 1\n")
    digest.update(_encoder.encode([world.record, world.size, world.without_effect, world.refused, world.missed]))
    for name, tables in world.tables().items():
        digest.update(_encoder.encode([name, tables]))
    return digest.hexdigest()

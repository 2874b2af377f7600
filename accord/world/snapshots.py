"""Snapshots: a world as bytes, so that a restart need not fold a long record again.

A local cache, never downloaded, never evidence: `accord check` always folds anew. A
snapshot is used only under the same (size, root, code digest); where it does not fit or
does not read, the record is folded again.
"""

from __future__ import annotations

import gc
import hashlib

import msgspec

from accord.acts.vocabulary import name_of
from accord.wire.codec import Malformed
from accord.world.thawing import freeze, thaw
from accord.world.vocabulary import VOCABULARY
from accord.world.world import World

_FORMAT = "accord-snapshot-2"
_DIGEST_SIZE = 32


class _Head(msgspec.Struct, frozen=True, array_like=True):
    format: str
    record: str
    size: int
    admitted: int
    without_effect: dict[int, str]
    refused: dict[int, str]
    missed: dict[int, str]
    corrected: dict[int, int]
    last: dict[str, int]
    """By the name of the act on the wire."""
    act_ids: bytes
    """32 bytes for each act in the order of entries; refused and missed entries have none."""
    indices: list[int] | None
    """The entries of `act_ids` where these are not simply 0, 1, 2, ..."""
    tables: list[msgspec.Raw]


_encoder = msgspec.msgpack.Encoder()
_heads = msgspec.msgpack.Decoder(_Head)


def encode(world: World, root: bytes = b"") -> bytes:
    """The bytes of a world, behind their SHA-256.

    Rows are read long after a snapshot was opened, so a flipped bit must show before: hence the digest.

    Args:
        root: the root of the tree over the world's entries; who opens the snapshot must name the same.

    >>> decode(encode(World("example.org/record"))).record
    'example.org/record'
    """
    dense = len(world.act_ids) == world.size
    head = _Head(
        format=_FORMAT,
        record=world.record,
        size=world.size,
        admitted=world.admitted,
        without_effect=world.without_effect,
        refused=world.refused,
        missed=world.missed,
        corrected=world.corrected,
        last={name_of(act): entry for act, entry in world.last.items()},
        act_ids=b"".join(world.act_ids),
        indices=None if dense else list(world.act_ids.values()),
        tables=[msgspec.Raw(freeze(view.tables)) for view in world.views],
    )
    body = _encoder.encode(head)
    return _digest(root, body) + body


def decode(data: bytes, root: bytes = b"") -> World:
    """The world that `encode` wrote.

    Raises:
        Malformed: not a snapshot of this program, of another root, or damaged.
    """
    body = memoryview(data)[_DIGEST_SIZE:]
    if _digest(root, body) != data[:_DIGEST_SIZE]:
        raise Malformed("not a snapshot, or a damaged one: its SHA-256 is another")
    # Millions of small objects that live on: collecting while making them would only cost time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        head = _heads.decode(body)
        if head.format != _FORMAT:
            raise Malformed(f"a snapshot in the format {head.format!r}")
        world = World(head.record)
        if len(head.tables) != len(world.views):
            raise Malformed("a snapshot of other areas")
        for view, raw in zip(world.views, head.tables, strict=True):
            view.tables = thaw(raw, type(view.tables))
        ids = head.act_ids
        keys = (ids[at : at + 32] for at in range(0, len(ids), 32))
        world.act_ids = dict(zip(keys, head.indices if head.indices is not None else range(head.size), strict=True))
        world.size = head.size
        world.admitted = head.admitted
        world.without_effect = head.without_effect
        world.refused = head.refused
        world.missed = head.missed
        world.corrected = head.corrected
        world.last = {VOCABULARY.by_name[name]: entry for name, entry in head.last.items()}
        world.judge_by_edition()
        return world
    except (msgspec.MsgspecError, ValueError, KeyError, TypeError) as error:
        raise Malformed(f"not a snapshot of this program: {error}") from None
    finally:
        if collecting:
            gc.enable()


def _digest(root: bytes, body: bytes | memoryview) -> bytes:
    digest = hashlib.sha256(b"%s\n%d\n%s" % (_FORMAT.encode(), len(root), root))
    digest.update(body)
    return digest.digest()

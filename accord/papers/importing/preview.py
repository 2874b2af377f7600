"""A world to try acts on: the same tables, copied as deep as a fold changes them."""

from __future__ import annotations

import hashlib
from typing import Any

from msgspec.structs import asdict

from accord.acts.entry import Entry
from accord.acts.vocabulary import Act
from accord.wire import codec
from accord.world.world import Ruling, World


def preview(world: World) -> World:
    """A world equal to `world` that can take further acts without changing it. Rows are shared: they are frozen.

    >>> preview(World("example.org/r")).size
    0
    """
    copy = World(world.record)
    for ours, theirs in zip(copy.views, world.views, strict=True):
        tables = type(theirs.tables)(**{name: _copied(value) for name, value in asdict(theirs.tables).items()})
        ours.tables = tables
    copy.size, copy.admitted = world.size, world.admitted
    return copy


def _copied(value: Any) -> Any:
    return {key: _copied(inner) for key, inner in value.items()} if isinstance(value, dict) else value


def try_act(world: World, by: str, act: Act) -> Ruling:
    """What becomes of an act said next by a party, judged and folded in a preview."""
    identity = hashlib.sha256(b"%d %s" % (world.size, codec.encode(act))).digest()
    return world.step(Entry(world.size, world.admitted + 1, by, act, identity, ()))

"""A site over a world in memory: no log stands behind it, and its roots are numbers."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from accord.faces.web.site import Site
from accord.world.world import World


class Standing:
    """A copy of a record as far as pages ask for one."""

    def __init__(self, world: World, data: Callable[[int], bytes]) -> None:
        self.world = world
        self.reader: Any = SimpleNamespace(entry=data)

    @property
    def size(self) -> int:
        return self.world.size

    def root_at(self, size: int) -> bytes:
        return size.to_bytes(32)


def standing(world: World, data: Callable[[int], bytes]) -> Site:
    """A site of a world and its entries."""
    return Site(Standing(world, data))  # type: ignore[arg-type]

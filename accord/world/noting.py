"""What is read of a world while somebody is asked, noted as it happens; and when what was read changed last.

Nothing that reads a world says what it reads. It is given likenesses of the world, its views and its look-ups, in which
each look at a table, an index or the size of the record leaves a mark: what is not marked was not read. What was made
from a world holds as long as no part that was read for it has heard an act since; so it is kept, and so it is dated.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from accord.acts.view import View
from accord.world.lookups import lookups
from accord.world.world import World

Made = TypeVar("Made")
V = TypeVar("V", bound=View)

SIZE, CORRECTIONS, WITHOUT_EFFECT, REFUSED, MISSED = (1 << place for place in range(5))
"""Parts of a world that are no views; each part is a bit. Whoever reads the size depends on every entry."""

_PARTS = {"corrected": CORRECTIONS, "without_effect": WITHOUT_EFFECT, "refused": REFUSED, "missed": MISSED}


class Noting:
    """Notes what is read of a world through likenesses.

    >>> world = World("example.org/record")
    >>> noting = Noting(world)
    >>> noting.during(lambda: noting.world.record)
    ('example.org/record', 0)
    >>> _, read = noting.during(lambda: noting.world.bodies.sessions("AC.1"))
    >>> read == noting.part(world.bodies), read == noting.part(world.meetings)
    (True, False)
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._lookups = lookups(world)
        self._parts = {type(view): SIZE << place for place, view in enumerate(world.views, MISSED.bit_length())}
        self._heard = {self._parts[type(view)]: set(view.folds) for view in world.views}
        for name, found in vars(self._lookups).items():
            # A look-up is a part of its area: it changes with the tables that it is made of.
            part = self._parts[type(getattr(world, name))]
            self._parts[type(found)] = part
            self._heard[part] |= set(found.folds)
        self._rulings = {WITHOUT_EFFECT: world.without_effect, REFUSED: world.refused, MISSED: world.missed}
        self._seen: dict[int, View] = {}
        self._size = world.size
        self.read = 0
        """The parts read since somebody began to listen."""
        self.stamps = _Stamps(self._stamp)
        """Parts → how many entries the record had when one of them changed last. Hold after `follow`."""
        self.world: World = _Seen(self, world)
        """The world, in a likeness."""

    def part(self, view: View) -> int:
        """The part that a view or look-up is, as a bit."""
        return self._parts[type(view)]

    def seen(self, view: V) -> V:
        """A view or look-up in a likeness: the same methods over the same tables, and a look at these is noted."""
        made = self._seen.get(id(view))
        if made is None:
            made = object.__new__(_likeness(type(view)))  # type: ignore[arg-type]
            vars(made).update(_of=view, _noting=self, _part=self.part(view))
            self._seen[id(view)] = made
        return made  # type: ignore[return-value]

    def during(self, make: Callable[[], Made]) -> tuple[Made, int]:
        """What is made, and the parts that were read for it; who listens around it hears of these too."""
        before, self.read = self.read, 0
        try:
            return make(), self.read
        finally:
            self.read |= before

    def stamp(self, read: int) -> int:
        """How many entries the record had when one of these parts changed last; at least its first one is counted."""
        self.follow()
        return self.stamps[read]

    def follow(self) -> None:
        """Forgets what changed when, if the record grew since."""
        if self._size != self._world.size:
            self._size = self._world.size
            self.stamps.clear()

    def _stamp(self, read: int) -> int:
        world = self._world
        if read & (read - 1):
            return max(self.stamps[1 << place] for place in range(read.bit_length()) if read >> place & 1)
        if read in self._heard:
            entries = [world.last[act] for act in self._heard[read] if act in world.last]
        elif read == CORRECTIONS:
            entries = list(world.corrected.values())[-1:]
        elif read:
            entries = [world.size - 1] if read == SIZE else list(self._rulings[read])[-1:]
        else:
            entries = []
        return max(entries, default=min(world.size, 1) - 1) + 1


class _Stamps(dict[int, int]):
    """Stamps by parts, each found when it is first asked for."""

    def __init__(self, find: Callable[[int], int]) -> None:
        self._find = find

    def __missing__(self, read: int) -> int:
        stamp = self[read] = self._find(read)
        return stamp


@cache
def _likeness(kind: type[View]) -> type[View]:
    """The class of the likenesses of a view: its methods and properties, and nothing of its own to read."""

    def look(self: Any, name: str) -> Any:
        found = getattr(self._of, name)
        if isinstance(found, View):
            found = self._noting.seen(found)
            vars(self)[name] = found
        else:
            self._noting.read |= self._part
        return found

    return type(kind.__name__, (kind,), {"__getattr__": look})


class _Seen(World):
    """A world in a likeness. What it was founded as never changes; of all else a look is noted."""

    def __init__(self, noting: Noting, world: World) -> None:
        self._noting = noting
        self._of = world
        self.record = world.record

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._of, name)
        if isinstance(found, View):
            found = self._noting.seen(found)
            vars(self)[name] = found
        else:
            self._noting.read |= _PARTS.get(name, SIZE)
        return found

    @property
    def complete(self) -> bool:
        """Whether every act up to here is known to this copy: once it is not, it stays so."""
        found = self._of.complete
        self._noting.read |= MISSED if found else 0
        return found

    @property
    def exercise(self) -> bool:
        """Whether the record is an exercise: its first entry says so for good."""
        if "_exercise" not in vars(self):
            if not self._of.size:
                self._noting.read |= SIZE
                return False
            self._exercise = self._of.exercise
        return self._exercise

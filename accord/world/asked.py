"""A world as pages ask it, and what they ask of it: noted, kept, and dated by what was read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import msgspec

from accord.acts.entry import Entry, read, unframe
from accord.acts.envelope import Envelope
from accord.acts.vocabulary import UnknownAct
from accord.areas.parties.cite import Made, Page
from accord.areas.parties.rows import Rows
from accord.wire.codec import Malformed
from accord.world.lookups import lookups
from accord.world.noting import Noting
from accord.world.vocabulary import VOCABULARY
from accord.world.world import World

KEPT_ENTRIES = 5_000
"""Of entries read for pages, in memory."""
KEPT_MADE = 5_000
"""Of what several pages ask."""
READERS = 4
"""Ways to one world's entries that are kept."""

T = TypeVar("T")


class Dated(msgspec.Struct, Generic[T], frozen=True, gc=False):
    """Something made from a record, the parts of it that were read, and their stamp: until that changes, it holds."""

    value: T
    read: int
    stamp: int


class Asked:
    """A world as pages ask it: its views, its rulings, and its entries through `data` where they are at hand.

    It lives as long as the world, and follows it: what was read of entries stays read, what was made from views is made
    again when they changed.
    """

    def __init__(self, world: World, data: Callable[[int], bytes] | None = None) -> None:
        self._of = world
        self._data = data
        self._entries: dict[int, Entry[Any] | None] = {}
        self._made: dict[str, Dated[Any]] = {}
        self.noting = Noting(world)
        self.world = self.noting.world
        """The world itself, as it may be read for a page."""
        self.record = world.record
        seen, found = self.noting.seen, lookups(world)
        self.parties = seen(world.parties)
        self.bodies = seen(world.bodies)
        self.documents = seen(world.documents)
        self.meetings = seen(world.meetings)
        self.speakers = seen(world.speakers)
        self.proposals = seen(world.proposals)
        self.drafting = seen(world.drafting)
        self.negotiation = seen(world.negotiation)
        self.procedures = seen(world.procedures)
        self.instruments = seen(world.instruments)
        self.coverage = seen(world.coverage)
        self.programme = seen(world.programme)
        self.commitments = seen(world.commitments)
        self.party_lookups = seen(found.parties)
        self.document_lookups = seen(found.documents)
        self.meeting_lookups = seen(found.meetings)
        self.instrument_lookups = seen(found.instruments)
        self.programme_lookups = seen(found.programme)
        self.commitment_lookups = seen(found.commitments)

    @property
    def size(self) -> int:
        """Entries of the record."""
        return self.world.size

    @property
    def at(self) -> int:
        """The size for the head of a page, without depending on it: `answer` puts a stamp in its place."""
        return self._of.size

    @property
    def admitted(self) -> int:
        """The moment of the last entry."""
        return self.world.admitted

    @property
    def without_effect(self) -> dict[int, str]:
        """Entry → reason, of the acts on record without effect."""
        return self.world.without_effect

    @property
    def refused(self) -> dict[int, str]:
        """Entry → reason, of entries the gate refuses."""
        return self.world.refused

    @property
    def missed(self) -> dict[int, str]:
        """Entry → what, of acts this copy does not know."""
        return self.world.missed

    @property
    def exercise(self) -> bool:
        """Whether the record is an exercise."""
        return self.world.exercise

    @property
    def complete(self) -> bool:
        """Whether every act up to here is known to this copy."""
        return self.world.complete

    def holds(self, index: int) -> bool:
        """Whether the record has an entry of this number: if so, it always will."""
        return 0 <= index < self._of.size or 0 <= index < self.size

    def ruled(self, index: int) -> str | None:
        """Why an entry that there is has no effect, `None` if it has: that never changes."""
        of = self._of if self.holds(index) else self.world
        return of.without_effect.get(index) or of.refused.get(index) or of.missed.get(index)

    def read(self, index: int) -> Entry[Any] | None:
        """The entry at an index; `None` where entries are not at hand or this copy cannot read it."""
        if self._data is None:
            return None
        if index not in self._entries:
            if len(self._entries) > KEPT_ENTRIES:
                self._entries.clear()
            try:
                self._entries[index] = read(index, self._data(index), VOCABULARY)[0]
            except (UnknownAct, Malformed):
                self._entries[index] = None
        return self._entries[index]

    def envelope(self, index: int) -> Envelope | None:
        """The envelope of an entry; `None` where entries are not at hand."""
        try:
            return None if self._data is None else unframe(self._data(index)).envelope
        except Malformed:
            return None

    def corrected_by(self, index: int) -> int | None:
        """The later entry that corrects this one, if there is one."""
        return self.world.corrected.get(index)

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What several pages ask, made once until something read for it changes."""
        kept = self._made.pop(name, None)
        if kept is None or not self.still(kept):
            kept = self.dated(make)
        self.noting.read |= kept.read
        self._made[name] = kept
        if len(self._made) > KEPT_MADE:
            del self._made[next(iter(self._made))]
        made: Made = kept.value
        return made

    def dated(self, make: Callable[[], T]) -> Dated[T]:
        """What is made, with what was read for it."""
        made, read = self.noting.during(make)
        return Dated(made, read, self.noting.stamp(read))

    def still(self, kept: Dated[Any]) -> bool:
        """Whether what was made would be made again as it is."""
        return self.noting.stamp(kept.read) == kept.stamp

    def answer(self, question: Callable[[], Page]) -> Page:
        """The answer to the question of a page, with its stamp in its head."""
        found = self.dated(lambda: _looked_at(question()))
        return stamped(found.value, found.stamp)


def stamped(page: Page, stamp: int) -> Page:
    """A page with a stamp in its head."""
    return msgspec.structs.replace(page, head=msgspec.structs.replace(page.head, at=stamp))


def asked(world: World, data: Callable[[int], bytes] | None = None) -> Asked:
    """A world as pages ask it: the same one as long as the world lives."""
    known = world.readers.get(data)
    if known is None:
        if len(world.readers) >= READERS:
            world.readers.clear()
        known = world.readers[data] = Asked(world, data)
    return known


def _looked_at(page: Page) -> Page:
    """A page, after a look at a row of each long list: what rows are made from is read too, though later."""
    for name in page.__struct_fields__:
        value = getattr(page, name)
        if isinstance(value, Rows):
            value[0]
    return page

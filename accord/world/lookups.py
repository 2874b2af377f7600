"""The look-ups of all areas over one world, kept up to date as it is folded."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from accord.areas.commitments.lookups import CommitmentLookups
from accord.areas.documents.lookups import DocumentLookups
from accord.areas.instruments.lookups import InstrumentLookups
from accord.areas.meetings.lookups import MeetingLookups
from accord.areas.parties.lookups import PartyLookups
from accord.areas.programme.lookups import ProgrammeLookups
from accord.world.world import World


class Lookups:
    """What pages look rows up by. Each is made when a page first needs it: a world that is only folded has none."""

    def __init__(self, world: World) -> None:
        self.parties = PartyLookups(world.parties)
        self.documents = DocumentLookups(world.documents)
        self.meetings = MeetingLookups(world.meetings)
        self.instruments = InstrumentLookups(world.instruments)
        self.programme = ProgrammeLookups(world.programme)
        self.commitments = CommitmentLookups(world.commitments)
        for view in (self.parties, self.documents, self.meetings, self.instruments, self.programme, self.commitments):
            world.listen(view)


_of: WeakKeyDictionary[World, Lookups] = WeakKeyDictionary()


def lookups(world: World) -> Lookups:
    """The look-ups of a world: the same ones as long as it lives."""
    found = _of.get(world)
    if found is None:
        found = _of[world] = Lookups(world)
    return found

"""How many States a page counts, by their standing at the United Nations where the record has it.

Who is a Member or an observer is told by memberships of two groups, each with its source. Without such groups in the
record, or for a State in neither, the standing is not known here, and the page says so.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection

from accord.areas.coverage.known import Known
from accord.areas.parties.cite import Part

MEMBERS = "un-members"
OBSERVERS = "un-observers"


class StatesCounted(Part, frozen=True):
    """How many States: Members of the United Nations, observers, others, each apart."""

    states_together: int
    un_members: int
    un_observers: int
    in_neither: int
    """In neither group, as far as the record tells."""


def counted(known: Known, parties: Collection[str], on: datetime.date | None) -> StatesCounted:
    """States by their standing on a day."""
    members = set(known.parties.members(MEMBERS, on)).intersection(parties)
    observers = set(known.parties.members(OBSERVERS, on)).intersection(parties) - members
    return StatesCounted(
        states_together=len(parties),
        un_members=len(members),
        un_observers=len(observers),
        in_neither=len(parties) - len(members) - len(observers),
    )

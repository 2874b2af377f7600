"""The rows of the tables of the programme that are more than an act that holds."""

from __future__ import annotations

import datetime

from accord.acts.facts import Fact
from accord.acts.view import Row
from accord.areas.programme.acts import DeclareSupport


class Support(Row, frozen=True):
    """A party supports something, from the entry that says so until the one that withdraws it."""

    said: Fact[DeclareSupport]
    ended: int | None = None
    until: datetime.date | None = None
    """The day on which it was withdrawn, where one is recorded."""

    def holds(self, on: datetime.date | None) -> bool:
        """Whether it stands on a day; without a day, whether it has not been withdrawn.

        Withdrawn on a day that is not recorded, it is taken to stand on none.
        """
        if on is None or (self.ended is not None and self.until is None):
            return self.ended is None
        since = self.said.act.on
        return (since is None or since <= on) and (self.until is None or on < self.until)

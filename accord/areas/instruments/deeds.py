"""What a State did about an instrument, as one row tells it, and how its day is placed among days."""

from __future__ import annotations

import datetime

from accord.acts.values import Grounds, Source, Text
from accord.acts.view import Row
from accord.areas.instruments.acts import ActionKind, StatusRow

CONSENT: frozenset[ActionKind] = frozenset(
    {"ratification", "acceptance", "approval", "accession", "succession", "exchange", "bound", "in-force"}
)
"""By which a State is bound, or has been; `bound`, `in-force`: a list says that it is."""
AFTER_SIGNING: frozenset[ActionKind] = frozenset({"ratification", "acceptance", "approval"})
"""Of them, those that follow the State's own signature (Vienna Convention on the Law of Treaties, article 14)."""
ENDS: frozenset[ActionKind] = frozenset({"withdrawal", "withdrawal-of-ratification"})
VOTES: tuple[ActionKind, ...] = ("vote-in-favour", "vote-against", "vote-abstaining")
"""How a State voted on the adoption, in the order in which results are printed; it says nothing of being bound."""


class Deed(Row, frozen=True):
    """One row of the status of an instrument."""

    entry: int
    instrument: str
    action: ActionKind
    party: str
    on: datetime.date | None
    effective: datetime.date | None
    depositary: str | None
    named_as: str | None
    grounds: Grounds
    """Its own source in them, where the row has one."""
    listed: datetime.date
    """The day of the list that shows it; on that day at the latest it had been done."""
    note: Text | None
    corrected: tuple[int, ...] = ()

    @property
    def day(self) -> datetime.date:
        """From which it counts: its own day, else that of the list."""
        return self.on or self.listed

    @property
    def ends(self) -> datetime.date:
        """Of an action that ends something: from which day it does."""
        return self.effective or self.day

    @property
    def source(self) -> Source:
        """Where it stands."""
        return self.grounds.source


def deed(
    entry: int,
    instrument: str,
    action: ActionKind,
    row: StatusRow,
    grounds: Grounds,
    corrected: tuple[int, ...] = (),
) -> Deed:
    """A row as a deed."""
    own = grounds if row.source is None else Grounds(source=row.source, kind=grounds.kind, checked=grounds.checked)
    return Deed(
        entry=entry,
        instrument=instrument,
        action=action,
        party=row.party,
        on=row.on,
        effective=row.effective,
        depositary=row.depositary,
        named_as=row.named_as,
        grounds=own,
        listed=own.source.on or own.checked,
        note=row.note,
        corrected=corrected,
    )


def same(one: Deed, other: Deed) -> bool:
    """Whether two rows say the same from the same source."""

    def said(deed: Deed) -> tuple[object, ...]:
        return deed.action, deed.party, deed.on, deed.effective, deed.depositary, deed.source

    return said(one) == said(other)

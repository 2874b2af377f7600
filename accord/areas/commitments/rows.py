"""The rows of the tables of commitments, and the names under which figures stand in them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from accord.acts.values import Grounds, Quantity, Ranged, Stated
from accord.acts.view import Row
from accord.areas.commitments.acts import FigureName, FigureRow, Told
from accord.areas.commitments.measures import MEASURES


class Batch(Row, frozen=True):
    """What the figures of one entry rest on, and which of them stand."""

    entry: int
    by: str
    grounds: Grounds
    figures: tuple[str, ...]


class Datum(Row, frozen=True):
    """A figure that stands: the entry that tells it, and those that it corrects, oldest first."""

    entry: int
    row: FigureRow
    corrected: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        """The entry that first told the figure."""
        return self.corrected[0] if self.corrected else self.entry


class Struck(Row, frozen=True):
    """A figure that was taken back and nothing came in its place."""

    entry: int
    """That took it back."""
    told: int
    """That had told it."""
    row: FigureRow


def name_of(row: FigureName, grounds: Grounds) -> str:
    """The name of a figure: two of one name contradict each other, because one source tells both of one day.

    What follows the kind of fact is the source; only there a stroke may stand in a part.
    """
    source = grounds.source
    since = "" if row.since is None else row.since.isoformat()
    where = (row.subject, row.party or "", row.territory or "", row.system or "", since, dated(row))
    return "/".join((*where, grounds.kind, source.document or "", source.publication or ""))


def place_of(row: FigureName) -> tuple[object, ...]:
    """What a row is a figure of, whoever tells it."""
    return row.subject, row.party, row.territory, row.system, row.since, row.on, row.year


def dated(row: FigureName) -> str:
    """The day for which a figure holds, `2013-08-30`; or the year where its source names no day, `2013`."""
    return str(row.year) if row.on is None else row.on.isoformat()


def span(row: FigureName) -> tuple[datetime.date, datetime.date]:
    """The first and the last day for which a figure holds; a period whose first day is not told has always been."""
    if row.on is None:
        assert row.year is not None
        return datetime.date(row.year, 1, 1), datetime.date(row.year, 12, 31)
    if MEASURES[row.subject].over_a_period:
        return row.since or datetime.date.min, row.on
    return row.on, row.on


def told_from(row: FigureName) -> tuple[datetime.date, bool]:
    """From which day a figure is told: what there was, from its day or year; what happened, when that is over.

    Figures are in the order of these: one for a year stands before those for its days.
    """
    first, last = span(row)
    return last if MEASURES[row.subject].over_a_period else first, row.on is not None


def by(row: FigureName, on: datetime.date | None) -> bool:
    """Whether a figure is told for a day."""
    return on is None or told_from(row)[0] <= on


def quantities(told: Told) -> Iterator[Quantity]:
    """The amounts that a figure holds: one, the two ends of a range, or none."""
    match told:
        case Stated():
            yield told.quantity
        case Ranged():
            yield from (told.least, told.most)

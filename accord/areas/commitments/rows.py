"""The rows of the tables of commitments, and the names under which figures stand in them."""

from __future__ import annotations

from collections.abc import Iterator

from accord.acts.values import Grounds, Quantity, Ranged, Stated
from accord.acts.view import Row
from accord.areas.commitments.acts import FigureName, FigureRow, Told


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
    where = (row.subject, row.party or "", row.territory or "", row.system or "", since, row.on.isoformat())
    return "/".join((*where, grounds.kind, source.document or "", source.publication or ""))


def place_of(row: FigureName) -> tuple[object, ...]:
    """What a row is a figure of, whoever tells it."""
    return row.subject, row.party, row.territory, row.system, row.since, row.on


def quantities(told: Told) -> Iterator[Quantity]:
    """The amounts that a figure holds: one, the two ends of a range, or none."""
    match told:
        case Stated():
            yield told.quantity
        case Ranged():
            yield from (told.least, told.most)

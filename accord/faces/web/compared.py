"""What templates of elements and approaches ask beyond the values of the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from accord.areas.parties.cite import Part
from accord.areas.programme.comparing import ComparedRow
from accord.areas.programme.parts import MappingRow
from accord.faces.web.written import Written
from accord.world.progress.pages import RestRow


def telling(rows: Sequence[Part], *columns: str) -> tuple[str, ...]:
    """Of columns, those that tell something of any of the rows; a number always does.

    >>> from accord.areas.programme.timing import Duration
    >>> telling((Duration(amount=0, unit="days"),), "amount", "unit")
    ('amount', 'unit')
    """
    return tuple(name for name in columns if any(getattr(row, name) not in (None, ()) for row in rows))


def by_state(w: Written, rows: Sequence[RestRow]) -> list[RestRow]:
    """Facts that values rest on, value after value, each in the order of the names of States in the language."""
    order = {code: place for place, code in enumerate(w.names.sorted({row.party for row in rows if row.party}))}

    def of_value(row: RestRow) -> tuple[object, ...]:
        return row.indicator, row.subject, row.prohibition, row.prohibited_where

    def place(row: RestRow) -> int:
        return order.get(row.party or "", -1)

    return [row for _, same in groupby(rows, key=of_value) for row in sorted(same, key=place)]


def in_mapping(row: ComparedRow, mapping: MappingRow) -> bool:
    """Whether an element stands in a mapping."""
    return any((one.approach, one.author) == (mapping.approach, mapping.author) for one in row.in_mappings)

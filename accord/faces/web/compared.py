"""What templates of elements and approaches ask beyond the values of the page."""

from __future__ import annotations

from collections.abc import Sequence

from accord.areas.parties.cite import Part
from accord.areas.programme.comparing import ComparedRow
from accord.areas.programme.parts import MappingRow


def telling(rows: Sequence[Part], *columns: str) -> tuple[str, ...]:
    """Of columns, those that tell something of any of the rows; a number always does.

    >>> from accord.areas.programme.timing import Duration
    >>> telling((Duration(amount=0, unit="days"),), "amount", "unit")
    ('amount', 'unit')
    """
    return tuple(name for name in columns if any(getattr(row, name) not in (None, ()) for row in rows))


def in_mapping(row: ComparedRow, mapping: MappingRow) -> bool:
    """Whether an element stands in a mapping."""
    return any((one.approach, one.author) == (mapping.approach, mapping.author) for one in row.in_mappings)

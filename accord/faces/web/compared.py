"""What templates of elements and approaches ask beyond the values of the page."""

from __future__ import annotations

from collections.abc import Sequence

from accord.areas.programme.comparing import ComparedRow
from accord.areas.programme.pages import ElementRow
from accord.areas.programme.parts import MappingRow


def element_columns(elements: Sequence[ElementRow]) -> tuple[str, ...]:
    """The columns of a list of elements: those that tell nothing of any are left out."""
    told = {
        "element": True,
        "name": True,
        "part_of": any(row.part_of for row in elements),
        "sponsor": any(row.sponsor for row in elements),
        "trace_verb": any(row.trace_verb for row in elements),
        "mapped_by": True,
        "proposal_count": True,
        "supporter_count": True,
        "cite": True,
    }
    return tuple(name for name, wanted in told.items() if wanted)


def in_mapping(row: ComparedRow, mapping: MappingRow) -> bool:
    """Whether an element stands in a mapping."""
    return any((one.approach, one.author) == (mapping.approach, mapping.author) for one in row.in_mappings)

"""The numbers of units: as printed, else after the unit they follow or stand for: 5 *bis*, 5 *ter*, 5 *quater*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accord.areas.negotiation.rows import UnitRow

SUFFIXES = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")


def suffix(n: int) -> str:
    """The word for the n-th that comes under a number, counted from 1, the first after the number itself.

    >>> suffix(1), suffix(3), suffix(12)
    ('bis', 'quater', '(13)')
    """
    return SUFFIXES[n - 1] if n <= len(SUFFIXES) else f"({n + 1})"


def numbers(units: Mapping[str, UnitRow], order: Sequence[str]) -> dict[str, str]:
    """The number of each unit of a draft, in its order; of paragraphs and items that have none of their own, made.

    An alternative is counted under the unit that it would stand for, any other under the last numbered one before it.
    """
    found: dict[str, str] = {}
    counted: dict[str, int] = {}
    last = ""
    for unit in order:
        row = units[unit]
        if row.number:
            found[unit] = last = row.number
            continue
        instead = None if row.alternative_to is None else units.get(row.alternative_to)
        under = last if instead is None else instead.number
        if under and row.kind in ("paragraph", "item", "subitem"):
            counted[under] = counted.get(under, 0) + 1
            found[unit] = f"{under} {suffix(counted[under])}"
        else:
            found[unit] = ""
    return found

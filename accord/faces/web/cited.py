"""Which entries a page cites: what its foot names and its check leads to."""

from __future__ import annotations

from itertools import islice
from typing import Any

import msgspec

from accord.areas.parties.cite import Cite, Page
from accord.areas.parties.rows import Rows

CITED = 40
"""Entries that a page names at its foot."""
_LOOKED_INTO = (msgspec.Struct, tuple, Rows)


def entries_of(value: Page) -> tuple[tuple[int, ...], int]:
    """The first entries that a page cites, each once in the order of the page, and how many citations there are."""
    found: dict[int, None] = {}
    beyond = 0

    def look(value: Any) -> None:
        nonlocal beyond
        if isinstance(value, Cite):
            found.setdefault(value.entry)
        elif isinstance(value, msgspec.Struct):
            for name in value.__struct_fields__:
                inner = getattr(value, name)
                if isinstance(inner, _LOOKED_INTO):
                    look(inner)
        elif isinstance(value, Rows):
            begun = len(found)
            found.update(dict.fromkeys(islice(value.entries, CITED)))
            beyond += len(value) - (len(found) - begun)
        elif value and isinstance(value[0], msgspec.Struct):
            for item in value:
                look(item)

    look(value)
    return tuple(islice(found, CITED)), len(found) + beyond

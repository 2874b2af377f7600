"""Where the recorded facts were found: the sources that the tables of facts name by a code."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from accord.reference.table import table

Kind = Literal["declared", "depositary", "reported", "estimated", "transcribed", "assessed"]


class SourceOfFacts(msgspec.Struct, frozen=True):
    """A source: who stands behind its facts, what it is, where it was found, and when it was last looked up."""

    source: str
    kind: Kind
    publisher: str
    title: str
    address: str
    checked: date
    note: str | None
    read_at: str | None
    """Which parts were read, and where; not cited."""

    def cited(self) -> str:
        """The source as pages cite it, with what a reader must know of it.

        >>> sources()["unoda-2018"].cited().partition(" (")[0]
        'United Nations Office for Disarmament Affairs, Treaties Database, 10 July 2018, treaties.unoda.org'
        """
        found = f"{self.publisher}, {self.title}, {self.address}"
        return found if self.note is None else f"{found} ({self.note.rstrip('.')})"


@cache
def sources() -> Mapping[str, SourceOfFacts]:
    """All sources by code."""
    return MappingProxyType({row.source: row for row in table("sources", SourceOfFacts)})

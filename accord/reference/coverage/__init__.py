"""Which provision prohibits what, as the editors read the texts; developments of five bodies of law since 1996.

Sources and known problems: the `.toml` beside each table. Several codes in one column stand with spaces between them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from accord.reference.table import table
from accord.reference.wording import Wording


class ProhibitionRow(msgspec.Struct, frozen=True):
    """A prohibition; `place` is its order in the table and ranks nothing.

    Without a source of its own it is one that paragraph 35 of A/68/514 names.
    """

    prohibition: str
    place: int
    note: str | None
    source: str | None


class ReadingRow(msgspec.Struct, frozen=True):
    """What the editors read in a provision; `list` is the code of a list of States."""

    instrument: str
    provision: str
    prohibits: str
    binds: Literal["parties", "named-parties", "parties-but-named"]
    list: str | None
    reach: Literal["anywhere", "zone", "own-territory", "environments", "towards-named"]
    reach_wording: str | None
    condition: str | None
    source: str


class DevelopmentRow(msgspec.Struct, frozen=True):
    """A development of a body of law."""

    development: str
    body_of_law: Literal["humanitarian", "human-rights", "environmental", "criminal", "criminal-court"]
    on: date
    instrument: str | None
    publication: str


@cache
def prohibitions() -> tuple[ProhibitionRow, ...]:
    """All prohibitions."""
    return table("coverage/prohibitions", ProhibitionRow)


@cache
def readings() -> tuple[ReadingRow, ...]:
    """All readings."""
    return table("coverage/readings", ReadingRow)


@cache
def developments() -> tuple[DevelopmentRow, ...]:
    """All developments."""
    return table("coverage/developments", DevelopmentRow)


@cache
def wording() -> Mapping[str, Wording]:
    """The editors' words, by key."""
    return MappingProxyType({row.key: row for row in table("coverage/wording", Wording)})

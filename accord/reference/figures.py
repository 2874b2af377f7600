"""Figures as their sources give them: warheads, tests, fissile material, declarations under New START.

Figures of different kinds and sources stand beside each other; nothing here chooses among them or adds them up.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Annotated, Literal

import msgspec

from accord.reference.table import table
from accord.reference.wording import Wording

Amount = Annotated[str, msgspec.Meta(pattern=r"^[0-9]+(\.[0-9]*[1-9])?$(?!\n)")]
"""A decimal number in its shortest spelling; never a float."""

TABLES = (
    "arsenals/stockpiles",
    "arsenals/categories",
    "arsenals/tests",
    "fissile/estimates",
    "fissile/totals",
    "fissile/excess",
    "fissile/civil_plutonium",
    "newstart/aggregate",
    "newstart/systems",
)


class FigureFact(msgspec.Struct, frozen=True):
    """One figure of one source.

    Attributes:
        iso3: the State; `None` for all States together, `NNWS` for all non-nuclear-weapon States of the source.
        year: where the source gives no day.
        told: `withheld` where the State did not provide it, `unknown` where it was not found.
        amount: with a range, the central estimate where there is one.
    """

    subject: str
    iso3: str | None
    system: str | None
    year: int | None
    on: date | None
    told: Literal["stated", "range", "withheld", "unknown"]
    amount: Amount | None
    least: Amount | None
    most: Amount | None
    unit: Literal["warheads", "launchers", "items", "tests", "t"]
    derived: Literal["yes"] | None
    note: str | None
    read_in: str | None
    source: str


@cache
def figures(name: str) -> tuple[FigureFact, ...]:
    """The figures of one of `TABLES`.

    >>> sum(int(row.amount or 0) for row in figures("arsenals/tests"))
    2056
    """
    return table(name, FigureFact)


@cache
def notes() -> Mapping[str, Wording]:
    """What a reader must know of facts, by key; `{since}`, `{until}` and `{amount}` are filled in."""
    return MappingProxyType({row.key: row for row in table("notes", Wording)})

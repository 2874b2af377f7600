"""Where each paragraph of A/68/514 is in the product. Columns and known problems: `trace.toml`."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from accord.reference.table import table

Class = Literal["operates", "discussed", "proposed", "extension"]

NOT_STRONGER = {
    "operates": frozenset(
        {"decided", "met", "supported", "opened", "elected", "adopted", "received", "addressed", "expressed"}
        | {"conducted", "took-stock", "exchanged", "spoke", "introduced", "focused", "considered"}
    ),
    "discussed": frozenset({"discussed", "considered", "explored", "noted", "emphasised"}),
    "proposed": frozenset({"proposed", "may-include"}),
    "extension": frozenset({"adds"}),
}
"""Class → the verbs that are not stronger than it."""


class Line(msgspec.Struct, frozen=True):
    """A line of the table as it lies."""

    para: str
    verb: str
    class_: Class = msgspec.field(name="class")
    pages: str | None = None
    commands: str | None = None
    indicators: str | None = None


class Trace(msgspec.Struct, frozen=True):
    """A paragraph, or an item of one: the verb of the text, its class, and what answers to it."""

    para: str
    verb: str
    class_: Class = msgspec.field(name="class")
    pages: tuple[str, ...]
    commands: tuple[str, ...]
    indicators: tuple[str, ...]


@cache
def rows() -> tuple[Trace, ...]:
    """Every paragraph in the order of the report.

    >>> [(row.para, row.verb, row.class_) for row in rows()][5]
    ('6', 'elected', 'operates')
    """
    return tuple(
        Trace(line.para, line.verb, line.class_, _names(line.pages), _names(line.commands), _names(line.indicators))
        for line in table("trace", Line)
    )


def _names(cell: str | None) -> tuple[str, ...]:
    return tuple((cell or "").split())

"""The blocks of pages: tables and parts of them, lists, facts, sections, data as it was signed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from markupsafe import Markup, escape


class Cell(msgspec.Struct, frozen=True):
    """A cell: what is shown, and what it is sorted by where that differs."""

    html: Markup
    sort: str | None = None
    href: str = ""
    """The page of what the row is about, where it has one."""


class Column(msgspec.Struct, frozen=True):
    """A column: its name in addresses, its label, its kind (`text`, `number`, `cite`), the order it is in, its link."""

    name: str
    label: str
    kind: str
    order: str = "none"
    href: str = ""


class Leaf(msgspec.Struct, frozen=True):
    """A part of the rows of a long table: its number, its address, whether it is the one shown."""

    number: int
    href: str
    here: bool


class Table(msgspec.Struct, frozen=True):
    """Rows under headers, under a name that addresses can sort by."""

    name: str
    label: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: Markup | None = None
    """What holds of every row."""
    total: int = 0
    """Rows in all, where these are a part of them."""
    leaves: tuple[Leaf, ...] = ()
    """The parts near this one, the first and the last; empty where all rows are here."""

    @property
    def body(self) -> Markup:
        """The rows as elements of a table. Not in a template: it would take half the time of a page of lists."""
        kinds = ["" if column.kind == "text" else f' class="{escape(column.kind)}"' for column in self.columns]
        out = []
        for row in self.rows:
            out.append("<tr>")
            for kind, cell in zip(kinds, row, strict=True):
                sort = "" if cell.sort is None else f' data-sort="{escape(cell.sort)}"'
                out.append(f"<td{kind}{sort}>{cell.html}</td>")
            out.append("</tr>\n")
        return Markup("".join(out))  # noqa: S704 - every part is escaped, or HTML already


class Listing(msgspec.Struct, frozen=True):
    """The rows of a list that are shown, under a name that addresses can take parts by."""

    name: str
    label: str
    rows: Sequence[Any]
    total: int
    start: int = 0
    """How many rows come before these."""
    leaves: tuple[Leaf, ...] = ()
    """As of a table."""


class Facts(msgspec.Struct, frozen=True):
    """Names and what they are."""

    rows: tuple[tuple[str, Markup], ...]


class Raw(msgspec.Struct, frozen=True):
    """Data as it was signed."""

    label: str
    json: str


class Section(msgspec.Struct, frozen=True):
    """A part under a heading of its own."""

    name: str
    label: str
    blocks: tuple[Any, ...]

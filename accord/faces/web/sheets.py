"""Any page as facts, tables and sections, told by its types: what a page without a template of its own is shown by."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from accord.acts.values import Person, Text
from accord.areas.parties.cite import Cite, Page, Part
from accord.areas.parties.rows import Rows
from accord.faces.web.blocks import Cell, Column, Facts, Leaf, Listing, Raw, Section, Table
from accord.faces.web.called import NAMED, OF_A_BODY
from accord.faces.web.fields import fields_of, shown_as
from accord.faces.web.visible import legible
from accord.faces.web.written import Written
from accord.words.orders import sort_key

LABELS = ("meeting",)
"""Fields that hold a label which tells nobody anything: the other columns say what it stands for."""
LONGEST = 250
"""Rows that a list may show whole; then it comes in parts."""
LEAF = 25
"""Rows in a part."""
FEW = 10
"""Rows in a part where no more of them fit on the page; so many are always shown."""
ROOM = 50_000
"""Bytes of rows on a page: a list that would take more than is left comes in parts too."""
TAGS = 25
"""Bytes of what is around a cell."""
A_LINE = 700
"""Bytes that a row of a list takes, where it is no table."""


_Told = tuple[tuple[str, ...], Markup | None, tuple[tuple[Cell, ...], ...]]
_Written = _Told | None
"""Columns, what holds of every row, and cells: of the first rows, where they were written to see how long they are."""


class Sheets:
    """Makes the blocks of a page."""

    def __init__(self, w: Written, sort: str = "", leaf: str = "") -> None:
        self.w = w
        self.sort = sort
        self.leaf = leaf
        self._room = ROOM

    def drawn(self, drawing: str) -> str:
        """Leaves less room for tables: a drawing stands on the page."""
        self._room -= len(drawing.encode())
        return ""

    def page(self, page: Page, *without: str) -> tuple[Any, ...]:
        """The blocks of a page, or those of its fields that are not named in `without`."""
        return tuple(self._blocks(page, ("head", *without)))

    def only(self, part: Part, *names: str) -> tuple[Any, ...]:
        """The blocks of some fields of a page or part."""
        return tuple(self._blocks(part, tuple(set(part.__struct_fields__) - set(names))))

    def _blocks(self, part: Part, skip: tuple[str, ...] = ()) -> Iterator[Any]:
        facts: list[tuple[str, Markup]] = []
        later: list[tuple[str, Any]] = []
        for field in fields_of(type(part)):
            value = getattr(part, field.name)
            if field.name in skip or value is None or value == ():
                continue
            if _is_block(value):
                later.append((field.name, value))
            else:
                facts.append((self.w.label(field.name), self.w.value(value, field.type, field.name)))
        if facts:
            yield Facts(tuple(facts))
        for name, value in later:
            if isinstance(value, tuple | Rows):
                yield self.table(name, value)
            elif isinstance(value, dict):
                text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
                yield Raw(self.w.label(name), text)
            else:
                yield Section(name, self.w.label(name), tuple(self._blocks(value)))

    def table(self, name: str, rows: Sequence[Part], columns: tuple[str, ...] = (), label: str = "") -> Table:
        """Parts as rows. Without `columns`: those that are not empty in every row.

        Where every row has the same voice, recorder and document, the note says it once.
        """
        label = label or self.w.label(name)
        if not rows:
            return Table(name, label, (), ())
        fields = _fields(type(rows[0]))
        first = next(iter(fields))
        if first in ("party", "state") and len({getattr(row, first) for row in rows}) == len(rows):
            by_party = {getattr(row, first): row for row in rows}
            rows = tuple(by_party[code] for code in self.w.names.sorted(by_party))
        order, wanted = self._wanted(name)
        if wanted in fields:
            type_ = fields[wanted].type

            def key(row: Part) -> Any:
                value = getattr(row, wanted)
                told = self._sort(value)
                return _key(told if told is not None else self.w.value(value, type_, wanted).striptags(), self.w.lang)

            # What is not known stands last, in either order.
            rows = tuple(sorted(sorted(rows, key=key, reverse=order == "descending"), key=lambda row: key(row)[0]))
        written: _Written = None
        size = A_LINE
        if FEW < len(rows) <= LONGEST:
            written = self._cells(rows[:LEAF], columns)
            size = sum(_size(cell) for row in written[2] for cell in row) // len(written[2])
        part = self._part(len(rows), size)
        start = self._start(name, len(rows), part)
        shown = rows[start : start + part]
        used, note, cells = self._cells(shown, columns, None if start else written)
        heads = []
        for f in used:
            now = order if f == wanted else "none"
            link = f"{'-' if now == 'ascending' else ''}{name}.{f}"
            kind = _kind(fields[f].type, getattr(shown[0], f))
            heads.append(Column(f, self.w.label(f), kind, now, link))
        leaves = self._leaves(name, len(rows), start, part)
        return Table(name, label, tuple(heads), cells, note, len(rows) if leaves else 0, leaves)

    def listing(self, name: str, rows: Sequence[Part], label: str = "", size: int = A_LINE) -> Listing:
        """Parts one a line, of so many bytes each: all of them, or of a long list a part."""
        part = self._part(len(rows), size)
        start = self._start(name, len(rows), part)
        leaves = self._leaves(name, len(rows), start, part)
        return Listing(name, label or self.w.label(name), rows[start : start + part], len(rows), start, leaves)

    def fits(self, rows: Sequence[Part]) -> bool:
        """Whether parts one a line fit on what is left of the page, of a list that another page has; then they do."""
        there = len(rows) * A_LINE <= self._room
        if there:
            self._room -= len(rows) * A_LINE
        return there

    def _part(self, total: int, size: int) -> int:
        """How many rows of so many bytes to show at once: all that fit on what is left of the page, which they take."""
        if total <= FEW or (total <= LONGEST and total * size <= self._room):
            part = total
        else:
            part = LEAF if LEAF * size <= self._room else FEW
        self._room -= part * size
        return part

    def _cells(self, rows: Sequence[Part], columns: tuple[str, ...], begun: _Written = None) -> _Told:
        """The columns used, what holds of every row, and the cells; those of the first rows may be written already."""
        fields = _fields(type(rows[0]))
        used = columns or tuple(f for f in fields if any(getattr(row, f) not in (None, (), False) for row in rows))
        named = {NAMED.get(shown_as(fields[f].type) or f) for f in used}
        used = tuple(f for f in used if f not in named and f not in LABELS)
        if not columns and next(iter(fields)) != "body" and len({getattr(row, "body", None) for row in rows}) == 1:
            used = tuple(f for f in used if f != "body")
        note, brief = self._note([getattr(row, "cite", None) for row in rows])
        written = begun[2][: len(rows)] if begun is not None and begun[:2] == (used, note) else ()
        cell = self._cell
        ways = [(name, fields[name].type) for name in used]
        rest = rows[len(written) :] if written else rows
        return used, note, (*written, *(tuple([cell(row, name, type_, brief) for name, type_ in ways]) for row in rest))

    def _cell(self, row: Part, name: str, type_: Any, brief: bool) -> Cell:
        value = getattr(row, name)
        if name in OF_A_BODY and isinstance(value, str):
            body = getattr(row, "body", None)
            if body:
                return Cell(self.w.thing(name, f"{body}/{value}"), None, self.w.url(name, value, body))
        return Cell(self.w.value(value, type_, name, brief), self._sort(value))

    def long(self, rows: Sequence[Part]) -> bool:
        """Whether there are too many rows for a list: then a table shows them in parts."""
        return len(rows) > LONGEST

    def _start(self, name: str, total: int, part: int) -> int:
        """The first row to show: as asked, at the beginning of a part that there is."""
        table, _, asked = self.leaf.rpartition(".")
        if table != name or part == total or not (asked.isascii() and asked.isdigit() and len(asked) < 10):
            return 0
        return min(int(asked), total - 1) // part * part

    def _leaves(self, name: str, total: int, start: int, part: int) -> tuple[Leaf, ...]:
        if part == total:
            return ()
        last, here = (total - 1) // part, start // part
        shown = sorted({0, last, *(n for n in range(here - 2, here + 3) if 0 <= n <= last)})
        sort = f"sort={quote(self.sort)}&" if self._wanted(name)[1] else ""
        return tuple(Leaf(n + 1, f"{sort}from={name}.{n * part}", n == here) for n in shown)

    def _note(self, cites: list[Cite | None]) -> tuple[Markup | None, bool]:
        given = [cite for cite in cites if cite is not None]
        if len(given) < 2 or len(given) < len(cites):
            return None, False
        shared = {
            (cite.voice, cite.by, None if cite.source is None else cite.source.document, _loose(cite)) for cite in given
        }
        if len(shared) > 1 or given[0].by is None or _loose(given[0]):
            return None, False
        source = given[0].source
        bare = None if source is None else msgspec.structs.replace(source, place=None)
        return self.w.voice(msgspec.structs.replace(given[0], source=bare)), True

    def _wanted(self, name: str) -> tuple[str, str]:
        asked = self.sort.removeprefix("-")
        table, _, column = asked.partition(".")
        if table != name:
            return "none", ""
        return ("descending" if self.sort.startswith("-") else "ascending"), column

    def _sort(self, value: Any) -> str | None:
        """What a cell is sorted by where its words do not tell."""
        match value:
            case bool():
                return "1" if value else "0"
            case int():
                return f"{value:020d}"
            case datetime.date():
                return value.isoformat()
            case (datetime.date() as first, *_):
                return first.isoformat()
            case Cite():
                return f"{value.entry:020d}"
            case Text():
                return legible(value.words(self.w.lang)[0])
            case Person():
                return self.w.names.person(value)
            case _:
                return None


def _size(cell: Cell) -> int:
    """Bytes that a cell takes on a page."""
    return len(cell.html.encode()) + len(cell.sort or "") + TAGS


@cache
def _fields(kind: type[Part]) -> dict[str, msgspec.structs.FieldInfo]:
    """The fields of a kind of parts by their names."""
    return {field.name: field for field in fields_of(kind)}


def _loose(cite: Cite) -> bool:
    """Whether a citation has parts that a brief one would lose."""
    return cite.source is not None and (cite.source.document is None or cite.source.publication is not None)


def _key(text: str, lang: str) -> tuple[bool, Any]:
    return text in ("", "–"), _natural(text) or sort_key(text, lang)


def _natural(text: str) -> Any:
    return ("", text) if text[:4].isdigit() else None


def _kind(type_: Any, value: Any) -> str:
    if isinstance(value, Cite):
        return "cite"
    mark = shown_as(type_)
    if isinstance(value, int) and not isinstance(value, bool) and mark is None:
        return "number"
    return "text"


def _is_block(value: Any) -> bool:
    if isinstance(value, tuple | Rows):
        return isinstance(value[0], Part)
    return (isinstance(value, Part) and not isinstance(value, Cite)) or isinstance(value, dict)

"""A table of measured masses, read strictly: each line is a term of the balances, or an error that names the line."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from accord.analysis.balance.terms import Kind, Series, Term, series_of
from accord.analysis.unfit import Unfit, insist
from accord.papers.balances import cells, codes, together

LARGEST_TABLE = 10_000_000
MOST_ROWS = 10_000

ERRORS = {"random": ("random_percent", "random_share"), "systematic": ("systematic_percent", "systematic_share")}
MASSES = {f"mass_{unit}": unit for unit in cells.KILOGRAMS}
COLUMNS = frozenset(
    {"kind", "code", "name", "batch", "at", "from", "to", "calibration", *MASSES, *sum(ERRORS.values(), ())}
)
KINDS: tuple[Kind, ...] = ("inventory", "input", "output")
LONGEST_CELL = 200

Line = tuple[str, Mapping[str, str]]
"""Where a line stands (in a CSV its line, in JSON its number from 1), and its cells by column."""


class Table(NamedTuple):
    """What a table holds."""

    terms: tuple[Term, ...]
    unit: cells.Unit
    """In which its masses stand; those of the terms are in kilograms."""
    clock: cells.Clock
    digest: str
    """SHA-256 of the file: what results are quoted with."""


def read_table(data: bytes) -> Table:
    """The terms of a table in CSV or JSON.

    Raises:
        Unfit: no table, a column that is unknown, twice or missing, two units, or a cell that does not fit.

    >>> table = read_table(b"kind,name,at,mass_g,random_percent,systematic_percent\\ninventory,vault,0,500,1,0\\n")
    >>> table.terms[0].mass_kg, table.terms[0].row, table.unit
    (0.5, '2', 'g')
    """
    insist(len(data) <= LARGEST_TABLE, "table-too-large", most=LARGEST_TABLE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unfit("table-not-text", row=str(data[: error.start].count(b"\n") + 1)) from None
    columns, lines = _json(text) if text.lstrip()[:1] in ("[", "{") else _csv(text)
    reading = _Reading(_Head(columns))
    rows = [reading.term(*line) for line in lines]
    insist(bool(rows), "table-empty")
    insist(len(rows) <= MOST_ROWS, "table-too-many-rows", most=MOST_ROWS)
    assert reading.clock is not None
    return Table(tuple(together.added(rows)), reading.head.unit, reading.clock, hashlib.sha256(data).hexdigest())


def series(table: Table) -> Series:
    """The balances between the inventories of a table.

    Raises:
        Unfit: as `terms.series_of`, with times as the table writes them.
    """
    try:
        return series_of(table.terms)
    except Unfit as error:
        times = {name: error.values[name] for name in ("at", "since", "until") if name in error.values}
        told: dict[str, object] = {**error.values}
        told |= {name: cells.written(float(str(at)), table.clock) for name, at in times.items()}
        raise Unfit(error.code, row=error.row, **told) from None


def _csv(text: str) -> tuple[list[str], list[Line]]:
    head = text.lstrip("\n\r").partition("\n")[0]
    separator = next((sign for sign in "\t;" if sign in head), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns: list[str] = []
    lines: list[Line] = []
    try:
        for cells_ in reader:
            if not any(cell.strip() for cell in cells_):
                continue
            row = str(reader.line_num)
            if not columns:
                columns = [cell.strip() for cell in cells_]
                continue
            insist(len(cells_) == len(columns), "table-cells", row=row, cells=len(cells_), columns=len(columns))
            lines.append((row, {name: cell.strip() for name, cell in zip(columns, cells_, strict=True)}))
    except csv.Error:
        raise Unfit("table-not-csv", row=str(reader.line_num)) from None
    insist(bool(columns), "table-empty")
    return columns, lines


def _json(text: str) -> tuple[list[str], list[Line]]:
    try:
        # Numbers as they are written: 0.1 is one tenth.
        found = msgspec.json.Decoder(float_hook=str).decode(text)
    except (msgspec.DecodeError, RecursionError):
        raise Unfit("table-not-json") from None
    insist(isinstance(found, list), "table-not-json")
    lines: list[Line] = [(str(number), dict(_members(item, str(number)))) for number, item in enumerate(found, start=1)]
    return list(dict.fromkeys(name for _, line in lines for name in line)), lines


def _members(item: Any, row: str) -> Iterator[tuple[str, str]]:
    insist(isinstance(item, dict), "table-not-a-row", row=row)
    for name, value in item.items():
        insist(
            value is None or (isinstance(value, str | int) and value is not True and value is not False),
            "table-not-a-cell",
            row=row,
            column=name[:40],
        )
        yield name, "" if value is None else str(value).strip()


class _Head:
    """The columns of a table, each known and once."""

    def __init__(self, columns: list[str]) -> None:
        for column in columns:
            insist(column in COLUMNS, "table-unknown-column", column=column[:40])
            insist(columns.count(column) == 1, "table-column-twice", column=column)
        self.kind = _one(columns, ("kind", "code"))
        self.mass = _one(columns, tuple(MASSES))
        self.errors = {what: _one(columns, names) for what, names in ERRORS.items()}
        insist("name" in columns, "table-column-missing", columns="name")
        insist("at" in columns or {"from", "to"} <= {*columns}, "table-column-missing", columns="at")
        self.unit: cells.Unit = MASSES[self.mass]


def _one(columns: list[str], of: tuple[str, ...]) -> str:
    found = [column for column in columns if column in of]
    insist(bool(found), "table-column-missing", columns=", ".join(of))
    insist(len(found) == 1, "table-columns-exclude", columns=", ".join(found))
    return found[0]


class _Reading:
    """Reads lines, one after the other, and insists on one kind of times."""

    def __init__(self, head: _Head) -> None:
        self.head = head
        self.clock: cells.Clock | None = None

    def term(self, row: str, line: Mapping[str, str]) -> together.Batch:
        """The term of a line, and its batch."""
        long = next((column for column, cell in line.items() if len(cell) > LONGEST_CELL), None)
        insist(long is None, "table-long-cell", row=row, column=long, most=LONGEST_CELL)
        code = self._cell(line, self.head.kind, row)
        kind = self._kind(code, row)
        name = self._cell(line, "name", row)
        since, until = self._times(line, row, code == codes.ENDS_THE_DAY and self.head.kind == "code")
        errors = {
            what: cells.share(self._cell(line, column, row), 100 if column.endswith("_percent") else 1, what, row)
            for what, column in self.head.errors.items()
        }
        term = Term(
            kind,
            name,
            cells.mass_kg(self._cell(line, self.head.mass, row), self.head.unit, row),
            since,
            until,
            errors["random"],
            errors["systematic"],
            line.get("calibration", "") or f"{kind} {name}",
            row,
        )
        return together.Batch(term, line.get("batch", ""), restated=code == "PB")

    def _kind(self, code: str, row: str) -> Kind:
        if self.head.kind == "code":
            return codes.kind_of(code, row)
        found = next((kind for kind in KINDS if kind == code), None)
        if found is None:
            raise Unfit("table-kind", row=row, value=code[:40], kinds=", ".join(KINDS))
        return found

    def _times(self, line: Mapping[str, str], row: str, ends: bool) -> tuple[float, float]:
        at, since, until = (line.get(column, "") for column in ("at", "from", "to"))
        insist(bool(at) != bool(since or until), "table-at-or-from-to", row=row)
        if not at:
            insist(bool(since and until), "table-at-or-from-to", row=row)
            return self._time(since, row), self._time(until, row)
        found = self._time(at, row)
        found += 1 if ends and self.clock == "days" else 0
        return found, found

    def _time(self, text: str, row: str) -> float:
        found = cells.time(text, row)
        self.clock = self.clock or found.clock
        insist(found.clock == self.clock, "table-times-of-two-kinds", row=row, value=text)
        return found.number

    def _cell(self, line: Mapping[str, str], column: str, row: str) -> str:
        found = line.get(column, "")
        insist(bool(found), "table-cell-empty", row=row, column=column)
        return found

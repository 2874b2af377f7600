"""A reference table: `name.csv` with the facts, `name.toml` with where they come from.

The description carries the SHA-256 of the table; a table that does not match is not
read, so that a changed fact is always a changed description too. Format:
`docs/formats/reference.md`.
"""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
from datetime import date
from importlib.resources import files
from typing import TypeVar

import msgspec

Row = TypeVar("Row")


class TableChanged(ValueError):
    """A table is not the one its description was written for."""


class TableMalformed(ValueError):
    """A table or its description is not in the format of `docs/formats/reference.md`."""


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one column holds, and who says so."""

    is_: str = msgspec.field(name="is")
    source: str
    unit: str | None = None


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The description of a table: title, publisher, date, licence, hash, columns, known problems."""

    title: str
    publisher: str
    address: str
    retrieved: date
    licence: str
    sha256: str
    rows: int
    columns: dict[str, Column]
    known_problems: tuple[str, ...] = ()


def about(name: str) -> About:
    """The description of the table `name`.

    Raises:
        TableMalformed: no such table, or a description that lacks something.

    >>> about("states").licence
    'ODC-PDDL-1.0'
    """
    try:
        return msgspec.convert(tomllib.loads(_bytes(f"{name}.toml").decode()), About)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeError) as error:
        raise TableMalformed(f"{name}.toml: {error}") from None


def table(name: str, row: type[Row]) -> tuple[Row, ...]:
    """The rows of the table `name`, each as a `row` (a frozen msgspec Struct), in the order of the file.

    An empty cell is `None` where the type allows it: unknown stays unknown.

    Raises:
        TableChanged: the bytes are not those whose SHA-256 the description states.
        TableMalformed: the columns or a row are not as described.
    """
    return read(name, _bytes(f"{name}.csv"), about(name), row)


def read(name: str, data: bytes, description: About, row: type[Row]) -> tuple[Row, ...]:
    """The rows spelled by `data`, once it is known to be the table described. Errors as in `table`."""
    found = hashlib.sha256(data).hexdigest()
    if found != description.sha256:
        raise TableChanged(
            f"{name}.csv has SHA-256 {found}, its description was written for {description.sha256}: "
            "restore the table, or rebuild it together with its description (docs/formats/reference.md)"
        )
    reader = csv.DictReader(io.StringIO(data.decode(), newline=""))
    if list(reader.fieldnames or ()) != list(description.columns):
        raise TableMalformed(f"{name}.csv has columns {reader.fieldnames}, described are {list(description.columns)}")
    rows = []
    for cells in reader:
        try:
            rows.append(msgspec.convert({k: v or None for k, v in cells.items()}, row, strict=False))
        except msgspec.ValidationError as error:
            raise TableMalformed(f"{name}.csv, line {reader.line_num}: {error}") from None
    if len(rows) != description.rows:
        raise TableMalformed(f"{name}.csv has {len(rows)} rows, described are {description.rows}")
    return tuple(rows)


def _bytes(file: str) -> bytes:
    place = files("accord.reference") / file
    if not place.is_file():
        raise TableMalformed(f"there is no reference table {file}")
    return place.read_bytes()

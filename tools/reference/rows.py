"""What the scripts that build tables of facts share: reading an input, writing a table, the codes of instruments."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from seal import describe

REFERENCE = Path(__file__).resolve().parents[2] / "accord" / "reference"
HERE_SAYS = "this table"
EDITORS = "Accord editors"
ISO = ("ISO 3166-1 alpha-3 code of the State", "ISO 3166-1")
SOURCE = ("code of the source of the row, as in the table sources", EDITORS)

INSTRUMENTS = {
    "ANTARCTIC": "antarctic",
    "BANGKOK": "bangkok",
    "CANWFZ": "semipalatinsk",
    "CTBT": "ctbt",
    "ICSANT": "icsant",
    "MOON": "moon",
    "NPT": "npt",
    "OUTER_SPACE": "outer-space",
    "PELINDABA": "pelindaba",
    "PTBT": "ptbt",
    "RAROTONGA": "rarotonga",
    "SEABED": "sea-bed",
    "TLATELOLCO": "tlatelolco",
    "TPNW": "tpnw",
}
"""The codes of instruments in the input files, and the codes under which this project knows them."""


def read(file: Path) -> list[dict[str, str]]:
    """The rows of an input file."""
    with file.open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def write(
    table: str,
    columns: Mapping[str, tuple[str, ...]],
    rows: Sequence[Sequence[str]],
    *,
    title: str,
    publisher: str,
    address: str,
    retrieved: str,
    licence: str,
    known_problems: Sequence[str],
) -> None:
    """Writes `table`.csv, its rows sorted, and its description; a source that `sources.csv` lacks stops it."""
    if "source" in columns:
        known = {row["source"] for row in read(REFERENCE / "sources.csv")}
        at = list(columns).index("source")
        unknown = {row[at] for row in rows} - known
        if unknown:
            raise SystemExit(f"{table}: sources.csv does not know {sorted(unknown)}")
    place = REFERENCE / table
    place.parent.mkdir(exist_ok=True)
    with place.with_suffix(".csv").open("w", newline="", encoding="utf-8") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(sorted(rows))
    describe(
        place,
        title=title,
        publisher=publisher,
        address=address,
        retrieved=retrieved,
        licence=licence,
        columns=columns,
        known_problems=known_problems,
    )

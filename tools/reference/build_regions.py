"""Builds `accord/reference/regions.csv` and `.toml` from a table of UN names and regions.

    python tools/reference/build_regions.py SOURCE.csv

SOURCE.csv is the one of `build_states.py`; taken over are its columns iso3, m49_region and m49_subregion.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

from seal import describe

HERE = Path(__file__).resolve().parents[2] / "accord" / "reference"
COLUMNS = ("iso3", "region", "subregion")


def slug(name: str) -> str:
    """A name of M49 as a code: `Latin America and the Caribbean` is `latin-america-and-the-caribbean`."""
    return name.strip().lower().replace(" ", "-")


def build(source: Path) -> None:
    """Writes both files."""
    with source.open(newline="", encoding="utf-8") as lines:
        found = [(r["iso3"], slug(r["m49_region"]), slug(r["m49_subregion"])) for r in csv.DictReader(lines)]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(found, key=lambda row: (row[1], row[2], row[0])))
    (HERE / "regions.csv").write_text(text.getvalue(), encoding="utf-8")
    m49 = "UN Statistics Division, M49"
    describe(
        HERE / "regions",
        title="Geographical regions and subregions of States",
        publisher="United Nations (Statistics Division, Standard country or area codes for statistical use, M49), "
        "via the data set Country codes",
        address="https://github.com/datasets/country-codes (revision caa72d1e)",
        retrieved="2026-05-15",
        licence="ODC-PDDL-1.0",
        columns={
            "iso3": ("ISO 3166-1 alpha-3 code", "ISO 3166-1"),
            "region": ("geographical region, its English name in M49 as a code", m49),
            "subregion": ("geographical subregion, its English name in M49 as a code", m49),
        },
        known_problems=[
            "The regions are for statistics; M49 says that they imply no assumption about political affiliation. "
            "They are not the regional groups in which States work at the United Nations.",
            "Intermediate regions (as Eastern Africa within Sub-Saharan Africa) are not taken over.",
        ],
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]))

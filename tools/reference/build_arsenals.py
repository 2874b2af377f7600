"""Builds the tables of `accord/reference/arsenals/`: estimates of warheads, and nuclear tests.

    python tools/reference/build_arsenals.py FOLDER

FOLDER holds `warhead_stockpiles_fas_1945_2023.csv`, `warhead_stockpiles_source_conflicts.csv`,
`warhead_categories_2022_2026.csv` (2022 and 2023 are taken over) and `nuclear_tests_by_state_year_1945_2022.csv`.
All figures of warheads are estimates of experts. An empty cell is unknown and makes no row.
"""

from __future__ import annotations

import sys
from pathlib import Path

from figures import figure, write_figures
from rows import read

CATEGORIES = {
    "deployed_strategic": "warheads-deployed-strategic",
    "deployed_nonstrategic": "warheads-deployed-non-strategic",
    "reserve_nondeployed": "warheads-non-deployed",
    "military_stockpile": "warheads-stockpile",
    "retired": "warheads-retired",
    "total_inventory": "warheads-total",
}
FAS = "Federation of American Scientists (Kristensen, Korda, Norris, Reynolds)"
LICENCE = "CC BY 4.0 (as recorded by Our World in Data)"


def stockpiles(fas: Path, conflicts: Path) -> list[tuple[str, ...]]:
    """The series of one source, and the rows of another where it differs: beside each other."""
    found = []
    for row in read(fas):
        if row["warheads"]:
            world = row["iso3"] == "WLD"
            subject, state = ("warheads-total", "") if world else ("warheads-stockpile", row["iso3"])
            found.append(figure(subject, state, row["warheads"], "warheads", "fas-2023", year=row["year"]))
    for row in read(conflicts):
        found.append(
            figure(
                "warheads-stockpile", row["iso3"], row["bulletin_2021"], "warheads", "bulletin-2021", year=row["year"]
            )
        )
    return found


def categories(file: Path) -> list[tuple[str, ...]]:
    """Categories of 2022 and 2023; a cell that the publisher set as a remainder is left out."""
    return [
        figure(subject, row["iso3"], row[column], "warheads", f"fas-status-{row['year']}", year=row["year"])
        for row in read(file)
        if row["year"] in ("2022", "2023")
        for column, subject in CATEGORIES.items()
        if row[column] and not (column == "retired" and "remainder" in row["note"])
    ]


def tests(file: Path) -> list[tuple[str, ...]]:
    """The years in which a State tested, with the number of tests."""
    return [
        figure("tests", row["iso3"], row["tests"], "tests", "aca-tests", year=row["year"])
        for row in read(file)
        if row["tests"] != "0"
    ]


def build(folder: Path) -> None:
    """Writes the three tables."""
    write_figures(
        "arsenals/stockpiles",
        stockpiles(folder / "warhead_stockpiles_fas_1945_2023.csv", folder / "warhead_stockpiles_source_conflicts.csv"),
        title="Estimated military stockpiles of nuclear warheads by State and year, 1945-2023",
        publisher=FAS + "; Bulletin of the Atomic Scientists where it differs",
        address="fas.org/initiative/status-world-nuclear-forces",
        licence=LICENCE,
        known_problems=[
            "Estimates of non-governmental experts, with uncertainties that the source does not give as figures.",
            "Rows of States are military stockpiles without retired warheads; rows of the world are total inventories "
            "with them. Rows of States do not add up to the world.",
            "The source gives the year, not the day.",
            "A State-year without a row is unknown: no arsenal, or no estimate. South Africa's zeros are the source's.",
            "Twelve State-years in which the Bulletin of 2021 gives another figure stand beside the others: GBR 2006 "
            "to 2009 and 2014 to 2017, PRK 2015 to 2017, USA 2017. Where it agrees, it is not repeated.",
        ],
    )
    write_figures(
        "arsenals/categories",
        categories(folder / "warhead_categories_2022_2026.csv"),
        title="Estimated nuclear warheads by State and category, 2022 and 2023",
        publisher=FAS,
        address="fas.org/initiative/status-world-nuclear-forces",
        licence=LICENCE,
        known_problems=[
            "Estimates of non-governmental experts. Later years were found only in newspapers and are not taken over.",
            "GBR 2022, retired: the data set holds a remainder in place of a figure of the source; left out.",
        ],
    )
    write_figures(
        "arsenals/tests",
        tests(folder / "nuclear_tests_by_state_year_1945_2022.csv"),
        title="Nuclear tests by State and year, 1945-2022",
        publisher="Arms Control Association, via Our World in Data",
        address="www.armscontrol.org/factsheets/nucleartesttally",
        licence=LICENCE,
        known_problems=[
            "2,056 tests in all. Tests of the Soviet Union are under RUS.",
            "A year without a row is one for which the source counts none for that State.",
            "An older export of the same data counts nine tests of the DPRK; six is the publisher's figure.",
        ],
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]))

"""Builds the tables of `accord/reference/treaties/` on safeguards of the International Atomic Energy Agency.

    python tools/reference/build_safeguards.py FOLDER

FOLDER holds `iaea_csa_not_in_force_2024-12-31.csv`, `iaea_additional_protocol_in_force_2011-06-30.csv` and
`iaea_safeguards_totals.csv`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rows import EDITORS, ISO, SOURCE, read, write

TOTALS = {
    "documents.pub Safeguards Statement 2016": "iaea-statement-2016",
    "documents.pub Safeguards Statement 2019": "iaea-statement-2019",
    "docslib.org Safeguards Statement 2020": "iaea-statement-2020",
    "fdocuments.in Safeguards Statement 2008": "iaea-statement-2008",
    "studylib.net Safeguards Statement 2014": "iaea-statement-2014",
    "DFAT/ASNO 2010-11": "dfat-2011",
    "banmonitor.org": "banmonitor-safeguards",
}
AS_OF = ("the day for which the source says it", "the source of the row", "day")
COMMON = {"retrieved": "2026-11-23", "licence": "facts"}


def build(folder: Path) -> None:
    """Writes both tables."""
    without = [
        ("comprehensive-safeguards", row["iso3"], row["as_of"], "not-in-force", "banmonitor-safeguards")
        for row in read(folder / "iaea_csa_not_in_force_2024-12-31.csv")
    ]
    protocols = [
        ("additional-protocol", row["iso3"], row["as_of"], "in-force", "dfat-2011")
        for row in read(folder / "iaea_additional_protocol_in_force_2011-06-30.csv")
    ]
    write(
        "treaties/safeguards",
        {
            "instrument": ("comprehensive-safeguards or additional-protocol", EDITORS),
            "iso3": ISO,
            "as_of": AS_OF,
            "standing": ("in-force or not-in-force on that day", "the source of the row"),
            "source": SOURCE,
        },
        [*without, *protocols],
        title="Safeguards agreements and additional protocols of the IAEA, by State, as of two dates",
        publisher="the sources of the rows",
        address="the table sources",
        known_problems=[
            "Comprehensive safeguards agreements: only the four States without one in force on 31 December 2024 are "
            "listed; the source says that all other non-nuclear-armed States had one. The days of entry into force are "
            "not known here.",
            "Additional protocols: the only list by State found is of 30 June 2011 (109 States); 137 non-nuclear-armed "
            "States had one by 31 December 2024.",
        ],
        **COMMON,
    )
    write(
        "treaties/safeguards_totals",
        {
            "as_of": AS_OF,
            "with_protocol": (
                "States with an agreement and an additional protocol in force",
                "the source of the row",
                "States",
            ),
            "without_protocol": (
                "States with an agreement and no additional protocol in force",
                "the source of the row",
                "States",
            ),
            "without_agreement": ("States without an agreement in force", "the source of the row", "States"),
            "source": SOURCE,
        },
        [
            (
                row["as_of"],
                row["states_csa_and_ap_in_force"],
                row["states_csa_without_ap"],
                row["states_without_csa"],
                TOTALS[row["source"].split(" (")[0]],
            )
            for row in read(folder / "iaea_safeguards_totals.csv")
        ],
        title="States with safeguards agreements and additional protocols in force: totals as published",
        publisher="IAEA (safeguards statements); others by the source of the row",
        address="www.iaea.org/publications/reports",
        known_problems=[
            "Counting bases differ: the statements count States where safeguards were applied, the row of 2011 counts "
            "all States with an additional protocol, those of 2022 and 2024 count 188 non-nuclear-armed States. The "
            "rows are no series.",
        ],
        **COMMON,
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]))

"""Builds the tables of `accord/reference/newstart/`: what the two States declared under the treaty of 2010.

    python tools/reference/build_newstart.py FOLDER

FOLDER holds `new_start_aggregate.csv` and `us_delivery_systems_detail.csv`. A cell that follows from a change which
the source states is marked; one that the State did not provide is `withheld`; one that was not found is `unknown`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from figures import figure, write_figures
from rows import read

ITEMS = {
    "deployed_icbm_slbm_heavy_bombers": ("delivery-vehicles-deployed", "items"),
    "warheads_on_deployed_accountable": ("warheads-on-deployed-strategic-systems", "warheads"),
    "deployed_and_nondeployed_launchers": ("launchers-deployed-and-non-deployed", "launchers"),
}
DERIVED = {
    ("2012-09-01", "RUS", "delivery-vehicles-deployed"),
    ("2012-09-01", "RUS", "warheads-on-deployed-strategic-systems"),
    ("2012-09-01", "RUS", "launchers-deployed-and-non-deployed"),
    ("2015-09-01", "RUS", "warheads-on-deployed-strategic-systems"),
    ("2016-03-01", "RUS", "warheads-on-deployed-strategic-systems"),
    ("2016-03-01", "USA", "delivery-vehicles-deployed"),
}
"""Cells that the input file says were derived from a stated difference."""
OTHER = {
    "2015-09-01": "fas-2016-04",
    "2016-03-01": "fas-2016-04",
    "2016-09-01": "aca-2017-05",
    "2017-03-01": "aca-2017-05",
    "2019-03-01": "aca-copy-2019",
    "2021-03-01": "new-start-russian-mfa",
    "2022-03-01": "new-start-russian-mfa",
}
"""By date: whoever reported the figures, where that was not the fact sheet of the Department of State."""
SYSTEMS = {
    "deployed ICBMs": ("missiles-deployed", "items"),
    "deployed SLBMs": ("missiles-deployed", "items"),
    "non-deployed ICBMs": ("missiles-non-deployed", "items"),
    "non-deployed SLBMs": ("missiles-non-deployed", "items"),
    "non-deployed missiles": ("missiles-non-deployed", "items"),
    "deployed and non-deployed launchers of ICBMs": ("launchers-deployed-and-non-deployed", "launchers"),
    "deployed and non-deployed launchers of SLBMs": ("launchers-deployed-and-non-deployed", "launchers"),
    "deployed launchers of ICBMs": ("launchers-deployed", "launchers"),
    "deployed launchers of SLBMs": ("launchers-deployed", "launchers"),
    "non-deployed launchers of ICBMs": ("launchers-non-deployed", "launchers"),
    "non-deployed launchers of SLBMs": ("launchers-non-deployed", "launchers"),
    "test launchers": ("launchers-for-tests", "launchers"),
    "deployed heavy bombers": ("heavy-bombers-deployed", "items"),
    "non-deployed heavy bombers": ("heavy-bombers-non-deployed", "items"),
    "test heavy bombers": ("heavy-bombers-for-tests", "items"),
    "heavy bombers equipped for non-nuclear armaments": ("heavy-bombers-converted", "items"),
}


def aggregate(file: Path) -> list[tuple[str, ...]]:
    """Three figures for each State and date, known or not."""
    found = []
    for row in read(file):
        on, state = row["data_as_of"], row["iso3"]
        withheld = "withheld" if "Not provided" in row["note"] and state == "RUS" else ""
        note = "total-disputed" if (on, state) == ("2022-03-01", "USA") else ""
        for column, (subject, unit) in ITEMS.items():
            found.append(
                figure(
                    subject,
                    state,
                    row[column],
                    unit,
                    OTHER.get(on, "new-start-facts"),
                    on=on,
                    told=withheld,
                    derived=(on, state, subject) in DERIVED,
                    note=note if subject == "launchers-deployed-and-non-deployed" else "",
                    read_in=row["source"].split(" (")[0] if row[column] else "",
                )
            )
    return found


def systems(file: Path) -> list[tuple[str, ...]]:
    """The figures by type that one of the two States published."""
    return [
        figure(
            *(SYSTEMS[row["category"]][0], "USA", row["number"], SYSTEMS[row["category"]][1], "new-start-facts"),
            on=row["data_as_of"],
            system=row["system"],
            read_in=row["source"].split(" (")[0],
        )
        for row in read(file)
    ]


def build(folder: Path) -> None:
    """Writes both tables."""
    common = {
        "publisher": "United States, Department of State; Ministry of Foreign Affairs of the Russian Federation; "
        "others by the source of the row",
        "address": "www.state.gov/new-start-treaty",
        "licence": "public domain; facts",
    }
    write_figures(
        "newstart/aggregate",
        aggregate(folder / "new_start_aggregate.csv"),
        title="Aggregate numbers of strategic offensive arms under New START, by date and State, 2011-2023",
        known_problems=[
            "Figures are counted by the rules of the treaty: a heavy bomber counts as one warhead.",
            "Read in reports of the fact sheets, not in the sheets themselves; the column read_in says where.",
            "35 of 50 State-dates are complete. Nothing was found for March 2015 and September 2022; parts are missing "
            "for September 2015, March and September 2016, March 2017 and March 2019. Such cells are unknown.",
            "March 2023: the Russian Federation had suspended its participation and provided no figures; the United "
            "States published its own.",
            "March 2022: the Russian Federation objects to the total of launchers of the United States.",
            "March 2019: read in a copy of a text of the Arms Control Association; weak.",
        ],
        **common,
    )
    write_figures(
        "newstart/systems",
        systems(folder / "us_delivery_systems_detail.csv"),
        title="Delivery systems of the United States by type under New START, on three dates",
        known_problems=[
            "Only the United States published figures by type; the sheets of 2013 and 2014 are here in part.",
        ],
        **common,
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]))

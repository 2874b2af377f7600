"""Builds the tables of `accord/reference/fissile/`: estimates of stocks, and declarations of civil plutonium.

    python tools/reference/build_fissile.py FOLDER

FOLDER holds `fissile_stocks_estimates.csv`, `fissile_world_totals.csv` and `civil_plutonium_infcirc549.csv`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from figures import figure, write_figures
from rows import read

SUBJECTS = {
    ("HEU", "military"): "heu-military",
    ("HEU", "non-military"): "heu-non-military",
    ("HEU", "total"): "heu-total",
    ("Pu", "military"): "plutonium-military",
    ("Pu", "civilian"): "plutonium-civil-owned",
}
ESTIMATES = {"2019": "recna-2021", "2010": "sipri-2011", "2009": "sipri-2010"}
OFFICIAL = {"2010": ("GBR", "USA"), "2009": ("GBR", "USA")}
TOTALS = {
    "HEU world": "heu-total",
    "separated Pu world": "plutonium-total",
    "separated Pu in civilian custody": "plutonium-in-civilian-custody",
    "unirradiated HEU world": "heu-unirradiated",
    "HEU in weapons or available for weapons": "heu-available-for-weapons",
    "Pu produced outside weapon programmes or barred from weapons": "plutonium-outside-weapon-programmes",
    "Pu in weapons or available for weapons": "plutonium-available-for-weapons",
    "Pu declared civilian (INFCIRC/549)": "plutonium-declared-civil",
}
NOTES = {
    "incl. 5.0 t declared civilian": "includes-civil-5",
    "incl. 100 t naval and other reactor fuel; excl. 118 t to be blended down": "includes-100-excludes-118",
    "declared; incl. 1.4 t civilian": "includes-civil-1.4",
    "declared; incl. 128 t naval, 20 t other reactor fuel; excl. 109 t": "includes-148-excludes-109",
    "HEU excludes 104 t to be blended down": "excludes-104",
    "of which DEU 9.5 and JPN 46.1 civilian Pu": "of-which-deu-jpn",
    "13 countries": "thirteen-states",
}
ABOUT = {"HEU excludes 104 t to be blended down": "HEU", "of which DEU 9.5 and JPN 46.1 civilian Pu": "Pu"}
"""Qualifiers that the input repeats on every material, and the one that they speak of."""

HELD = {
    "owned_tonnes": "plutonium-civil-owned",
    "held_in_country_tonnes": "plutonium-civil-in-country",
    "of_which_foreign_owned_tonnes": "plutonium-civil-of-others",
}
SPREAD = re.compile(r"\+/- (\S+?)(?:; (.+))?")
LESS = re.compile(r"less than (\S+) t")
ABROAD = re.compile(r"(\S+) t abroad")
CONFLICT = re.compile(r"the 2017 report post gives (\S+) t in Japan for 2016")


def estimates(file: Path) -> list[tuple[str, ...]]:
    """Stocks as estimated; States without nuclear weapons are one row for all of them, under the code NNWS."""
    found = []
    for row in read(file):
        year, state = row["year_end"], row["iso3"]
        source = ESTIMATES[year]
        if state in OFFICIAL.get(year, ()) and row["category"] != "civilian":
            source += "-official"
        found_spread = SPREAD.fullmatch(row["qualifier"])
        spread, rest = found_spread.groups("") if found_spread else ("", row["qualifier"])
        material = row["material"]
        note = NOTES[rest] if rest and ABOUT.get(rest, material) == material else ""
        subject = SUBJECTS[material, row["category"]]
        day = f"{year}-12-31"
        found.append(figure(subject, state, row["tonnes"], "t", source, on=day, spread=spread, note=note))
    return found


def totals(file: Path) -> list[tuple[str, ...]]:
    """Totals of the world as published."""
    found = []
    for row in read(file):
        on = {"on": row["as_of"]} if len(row["as_of"]) == 10 else {"year": row["as_of"][:4]}
        found.append(figure(TOTALS[row["item"]], "", row["tonnes"], "t", "ipfm-totals", read_in=row["source"], **on))
    return found


def declarations(file: Path) -> list[tuple[str, ...]]:
    """Civil plutonium as States declared it; a figure that two summaries give differently is two rows."""
    found = []
    for row in read(file):
        state, note, place = row["iso3"], row["note"], row["source"]
        common = {"on": f"{row['as_of_31_dec']}-12-31", "read_in": place.split(" (")[0]}
        source = "nti-index" if place.startswith("ntiindex") else "infcirc-549"
        derived = note.startswith("derived")
        for column, subject in HELD.items():
            if row[column]:
                found.append(figure(subject, state, row[column], "t", source, derived=derived, **common))
        for subject, pattern in (("plutonium-civil-in-country", LESS), ("plutonium-civil-abroad", ABROAD)):
            for amount in pattern.findall(note):
                stated, most = ("", amount) if pattern is LESS else (amount, "")
                found.append(figure(subject, state, stated, "t", source, most=most, **common))
        for amount in CONFLICT.findall(note):
            other = common | {"read_in": "fissilematerials.org/blog/2018/09"}
            found.append(figure("plutonium-civil-in-country", state, amount, "t", source, **other))
    return found


def build(folder: Path) -> None:
    """Writes the three tables."""
    write_figures(
        "fissile/estimates",
        estimates(folder / "fissile_stocks_estimates.csv"),
        title="Estimated stocks of highly enriched uranium and separated plutonium, by State: 2009, 2010 and 2019",
        publisher="RECNA, Nagasaki University (from IPFM); SIPRI Yearbooks 2010 and 2011 (Glaser and Mian)",
        address="www.recna.nagasaki-u.ac.jp; www.sipriyearbook.org",
        licence="facts, cited",
        known_problems=[
            "Estimates with large uncertainties; only the rows of 2009 state them.",
            "Separated military plutonium after 2010 is not known here.",
            "2010, civil plutonium: mostly from declarations under INFCIRC/549, by owner; it is not said which.",
            "Figures of GBR and USA for 2009 and 2010 are official ones as the yearbooks give them.",
            "NNWS stands for all non-nuclear-weapon States of the source together.",
        ],
    )
    write_figures(
        "fissile/totals",
        totals(folder / "fissile_world_totals.csv"),
        title="Stocks of fissile material in the world: totals as published",
        publisher="International Panel on Fissile Materials",
        address="fissilematerials.org",
        licence="facts, cited",
        known_problems=["The categories of the two years are not the same; the rows are no series."],
    )
    write_figures(
        "fissile/civil_plutonium",
        declarations(folder / "civil_plutonium_infcirc549.csv"),
        title="Civil plutonium as declared to the IAEA under INFCIRC/549, 2008-2022, with gaps",
        publisher="the declaring States, in INFCIRC/549; as summarised by the International Panel on Fissile Materials",
        address="fissilematerials.org/blog",
        licence="facts, cited",
        known_problems=[
            "Incomplete: the United Kingdom after 2014, the Russian Federation after 2011 and China after 2015 are "
            "mostly missing. A year without a row is unknown.",
            "Japan, in the country, end of 2016: 9.9 t in the summary of 2017, 10.7 t in that of 2018. Both are kept.",
            "FRA 2019 and GBR 2021 are roundings or readings of another publisher, not declarations as read.",
            "RUS 2008 follows from the figure of 2009 and the change that the source states.",
            "Figures of less than an amount are ranges from 0 to that amount.",
        ],
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]))

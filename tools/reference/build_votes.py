"""Builds `accord/reference/votes/`: how States voted on taking forward nuclear disarmament negotiations, 2012-2017.

    python tools/reference/build_votes.py FOLDER

FOLDER holds `taking_forward_mndn_votes_2012_2017.csv` and `unga_disarmament_rollcalls_1946_2019.csv`. A State without
a vote in the input makes no row: it was absent, not a Member, or the input does not have its vote.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rows import ISO, read, write

ROLLCALLS = "unga_disarmament_rollcalls_1946_2019.csv"
VOTES = {"Y": "yes", "N": "no", "A": "abstaining"}
DATA = "United Nations General Assembly voting data (Voeten), in the package unvotes"
COMMON = {
    "publisher": "United Nations; Voeten, Strezhnev and Bailey, United Nations General Assembly Voting Data",
    "address": "github.com/dgrtwo/unvotes (7eb70343)",
    "retrieved": "2026-11-23",
    "licence": "MIT",
}


def build(folder: Path) -> None:
    """Writes the votes and the days on which they were taken."""
    rows = read(folder / "taking_forward_mndn_votes_2012_2017.csv")
    symbols = [column for column in rows[0] if column != "iso3"]
    days = {"/".join(("A/RES", *row["unres"].split("/")[-2:])): row for row in read(folder / ROLLCALLS)}
    write(
        "votes/votes",
        {
            "resolution": ("symbol of the resolution", "United Nations"),
            "iso3": ISO,
            "vote": ("yes, no or abstaining, as recorded", DATA),
        },
        [(symbol, row["iso3"], VOTES[row[symbol]]) for row in rows for symbol in symbols if row[symbol]],
        title="Recorded votes on taking forward multilateral nuclear disarmament negotiations, 2012-2017",
        known_problems=[
            "A/RES/71/258 sums to 112 in favour here; the recorded vote was announced as 113-35-13.",
            "Votes after 2017 are not known here. A State without a row was absent, not a Member, or not in the data.",
        ],
        **COMMON,
    )
    write(
        "votes/resolutions",
        {
            "resolution": ("symbol of the resolution", "United Nations"),
            "on": ("day of the vote in plenary", DATA, "day"),
            "session": ("session of the General Assembly", DATA),
        },
        [(symbol, days[symbol]["date"], days[symbol]["session"]) for symbol in symbols],
        title="Resolutions on taking forward multilateral nuclear disarmament negotiations, 2012-2017",
        known_problems=[],
        **COMMON,
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]))

"""Builds the table `accord/reference/policies/memberships`: who belongs to which group of States.

    python tools/reference/build_policies.py FOLDER

FOLDER holds `groups.csv`. What States declared of their policies is kept by hand, in the table policies/statements.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rows import EDITORS, ISO, SOURCE, read, write

GROUPS = {
    "CSTO": ("csto", "factbook-2026"),
    "NAM": ("non-aligned-movement", "factbook-2026"),
    "NATO": ("nato", "factbook-2026"),
    "NPDI": ("npdi", "npdi-2019"),
    "NPT_NWS": ("npt-nuclear-weapon-states", "npt-article-ix"),
    "NSG": ("nsg", "factbook-2026"),
    "NUCLEAR_ARMED": ("nuclear-armed", "sipri-2025"),
    "OPANAL": ("opanal", "factbook-2026"),
}
"""The New Agenda Coalition is in the table groups, Annex 2 in the table treaties/annex_2."""
ROLES = {"": "member", "founding member": "member", "joined 2013-09": "member"}
AS_OF = {"2022-2026": "2026-05-17", "2019-11": "2019-11-23", "2025-01": "2025-01-01", "": ""}
COMMON = {"retrieved": "2026-11-23", "licence": "facts"}


def build(folder: Path) -> None:
    """Writes the table."""
    write(
        "policies/memberships",
        {
            "group": ("code of the group, as in the table policies/groups", EDITORS),
            "iso3": ISO,
            "role": ("member, observer or partner", "the source of the row"),
            "as_of": ("the day of the list; empty where the list is of no day", "the source of the row", "day"),
            "source": SOURCE,
        },
        [
            (
                GROUPS[row["group"]][0],
                row["iso3"],
                ROLES.get(row["qualifier"], row["qualifier"]),
                AS_OF[row["as_of"]],
                GROUPS[row["group"]][1],
            )
            for row in read(folder / "groups.csv")
            if row["group"] in GROUPS
        ],
        title="Who belongs to groups of States, by lists at a date",
        publisher="the sources of the rows",
        address="the table sources",
        known_problems=[
            "Non-Aligned Movement: incomplete. 117 members are here, the Movement counts about 120; Palestine is "
            "missing because the source has no row for it.",
            "nuclear-armed is what SIPRI calls nine States; Israel does not acknowledge possession, and the NPT knows "
            "five nuclear-weapon States only.",
        ],
        **COMMON,
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]))

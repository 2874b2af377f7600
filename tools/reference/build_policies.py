"""Builds `accord/reference/policies/`: what States declared of their policies, and who belongs to which group.

    python tools/reference/build_policies.py FOLDER

FOLDER holds `nuclear_policies.csv`, of which only the rows resting on an official text of the State are taken over,
and `groups.csv`. What was declared is said in the editors' words, in the table wording.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rows import EDITORS, ISO, SOURCE, read, write

FAMILIES = {
    "no_first_use": "no-first-use",
    "negative_security_assurance": "negative-assurance",
    "nuclear_test_moratorium": "testing-moratorium",
}
TEXTS = {"CHN": "china-nfu-2024", "IND": "india-ccs-2003"}
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
    """Writes both tables."""
    official = [row for row in read(folder / "nuclear_policies.csv") if row["trust"] == "official State text"]
    write(
        "policies/statements",
        {
            "iso3": ISO,
            "family": ("what it is about, as a code", EDITORS),
            "on": ("day of the text", "the source of the row", "day"),
            "wording": ("key of the summary in the table policies/wording", EDITORS),
            "source": SOURCE,
        },
        [
            (
                row["iso3"],
                FAMILIES[row["topic"]],
                row["as_of"],
                f"{row['iso3'].lower()}-{FAMILIES[row['topic']]}",
                TEXTS[row["iso3"]],
            )
            for row in official
        ],
        title="Declared policies on nuclear weapons, by official texts of the States",
        publisher="the States, in the texts named by each row",
        address="the table sources",
        known_problems=[
            "Only what rests on an official text of the State. The assurances of 1995 of France, the Russian "
            "Federation, the United Kingdom and the United States are missing: their letters were not at hand.",
            "Hosting, extended deterrence and assessments of production by others are not carried: they are "
            "classifications by third parties.",
            "The day is that of the text, not of the first declaration of the policy.",
        ],
        **COMMON,
    )
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

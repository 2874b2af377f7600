"""Builds the tables of `accord/reference/treaties/` that come from lists of signatures and deposits.

    python tools/reference/build_treaties.py FOLDER

FOLDER holds the input files: treaty actions of the Treaties Database of the Office for Disarmament Affairs
(`unoda_treaty_actions_2018-07-10.csv`), later news (`ctbt_updates_after_2018-07-10.csv`, `ctbt_status.csv`,
`tpnw_status.csv`, `nwfz_membership.csv`), acts on zone protocols (`nwfz_protocols_nuclear_weapon_states.csv`),
and the zones (`nwfz_zones.csv`). Every signature and every deposit is kept, with each of three depositaries.
A day that a source does not give stays empty; `not_before` and `not_after` hold what it does say.
"""

from __future__ import annotations

import sys
from pathlib import Path

from known_days import AFTER, DEPOSITS, SIGNATURES, UPDATES, Known
from rows import EDITORS, INSTRUMENTS, ISO, SOURCE, read, write

UNODA = "Treaties Database of the Office for Disarmament Affairs; later sources in the column source"
INSTRUMENT = ("code of the instrument, as in the table instruments", EDITORS)
ACTIONS = {
    "instrument": INSTRUMENT,
    "iso3": ISO,
    "action": ("signature, ratification, acceptance, accession, succession, or withdrawal-of-ratification", UNODA),
    "on": ("day of the signature or deposit; empty where the source gives none", UNODA, "day"),
    "not_before": (
        "where the day is unknown: the first day it can be by the sources; empty where unknown",
        EDITORS,
        "day",
    ),
    "not_after": (
        "where the day is unknown: the last day it can be by the sources; empty where unknown",
        EDITORS,
        "day",
    ),
    "place": ("where it was deposited, so with which depositary; empty where unknown", UNODA),
    "source": SOURCE,
}
PROTOCOLS = {
    ("TLATELOLCO", "Additional Protocol II"): "tlatelolco-protocol-2",
    ("RAROTONGA", "Protocol 2"): "rarotonga-protocol-2",
    ("BANGKOK", "Protocol"): "bangkok-protocol",
    ("PELINDABA", "Protocol I"): "pelindaba-protocol-1",
    ("CANWFZ", "Protocol"): "semipalatinsk-protocol",
}
RETRIEVED = "2026-11-23"
Action = tuple[str, str, str, str, str, str, str, str]


def of_2018(file: Path) -> list[Action]:
    """Signatures and deposits known on 10 July 2018, each with its place."""
    kinds = {"acceptance/approval": "acceptance"}
    return [
        (
            INSTRUMENTS[row["treaty"]],
            row["iso3"],
            kinds.get(row["action_type"], row["action_type"]),
            row["date"],
            "",
            "",
            row["depositary_place"].lower().replace(" ", "-"),
            "unoda-2018",
        )
        for row in read(file)
    ]


def action(instrument: str, iso3: str, kind: str, on: str, known: Known) -> Action:
    """An action that a later source reports; the window of a source holds only where it gives no day."""
    window = ("", "") if on else (known.not_before, known.not_after)
    return (instrument, iso3, kind, on, *window, "", known.source)


def of_the_test_ban(updates: Path, status: Path) -> list[Action]:
    """Signatures, ratifications and the withdrawal of a ratification of the CTBT after July 2018."""
    found = []
    for row in read(updates):
        known = UPDATES[row["source"].split(" (")[0].split(":")[0]]
        on = row["date"] if len(row["date"]) == 10 else ""
        kind = row["action"].replace("_", "-")
        month = Known(known.source, f"{row['date']}-01", f"{row['date']}-30") if row["date"] and not on else known
        found.append(action("ctbt", row["iso3"], kind, on, month))
    for row in read(status):
        if row["signed"].startswith("yes"):
            found.append(action("ctbt", row["iso3"], "signature", "", UPDATES["telesurenglish.net 2022-07-01"]))
    return found


def of_the_prohibition(file: Path) -> list[Action]:
    """Signatures and deposits of the TPNW that the Treaties Database of July 2018 does not have."""
    found = []
    for row in read(file):
        signed, deposited = row["source_signature"], row["source_deposit"]
        if row["signed"] or signed in SIGNATURES:
            known = SIGNATURES[signed] if signed in SIGNATURES else SIGNATURES[signed.split(";")[0]]
            found.append(action("tpnw", row["iso3"], "signature", row["signed"], known))
        if row["how_bound"]:
            found.append(action("tpnw", row["iso3"], row["how_bound"], row["deposited"], DEPOSITS[deposited]))
    return [one for one in found if one[-1] != "unoda-2018"]


def of_the_zones(membership: Path, protocols: Path) -> list[Action]:
    """Ratifications of Pelindaba after July 2018, and acts on the protocols of zones."""
    found = [
        action(INSTRUMENTS[row["treaty"]], row["iso3"], "ratification", "", Known("nti-pelindaba", AFTER))
        for row in read(membership)
        if row["bound_how"].startswith("ratification after July 2018")
    ]
    for row in read(protocols):
        protocol = PROTOCOLS[row["treaty"], row["protocol"]]
        for kind, on in (("signature", row["signed"]), ("ratification", row["ratified"])):
            if on:
                found.append(action(protocol, row["iso3"], kind, on, Known("unoda-protocols")))
    return found


def standings(folder: Path) -> list[tuple[str, str, str, str, str]]:
    """What sources say of where a State stood on a day, beside the actions: nothing here is computed from them."""
    found = []
    for row in read(folder / "tpnw_status.csv"):
        found.append(("tpnw", row["iso3"], "2025-09-26", row["status_2025-09-26"], "ican-2025-09"))
    words = {"signed": "signatory", "not signed": "not-signed", "no signature found": "no-signature-found"}
    for row in read(folder / "ctbt_status.csv"):
        said = row["status_2024-11"]
        if said != "ratified":
            standing = words.get(said, "ratification-withdrawn")
            found.append(("ctbt", row["iso3"], "2024-11-30", standing, "ctbto-2024-11"))
    for row in read(folder / "nwfz_protocols_nuclear_weapon_states.csv"):
        if row["note"]:
            standing = "signatory" if row["signed"] else "not-signed"
            found.append((PROTOCOLS[row["treaty"], row["protocol"]], row["iso3"], "", standing, "unoda-protocols"))
    return found


def build(folder: Path) -> None:
    """Writes the tables of actions, standings, Annex 2 and zones."""
    common = {"retrieved": RETRIEVED, "licence": "facts"}
    actions = [
        *of_2018(folder / "unoda_treaty_actions_2018-07-10.csv"),
        *of_the_test_ban(folder / "ctbt_updates_after_2018-07-10.csv", folder / "ctbt_status.csv"),
        *of_the_prohibition(folder / "tpnw_status.csv"),
        *of_the_zones(folder / "nwfz_membership.csv", folder / "nwfz_protocols_nuclear_weapon_states.csv"),
    ]
    write(
        "treaties/actions",
        ACTIONS,
        actions,
        title="Signatures, deposits and withdrawals, State by State, with day and place",
        publisher="United Nations Office for Disarmament Affairs; later news by the sources of each row",
        address="treaties.unoda.org",
        known_problems=[
            "Complete to 10 July 2018; only the CTBT (to November 2024), the TPNW (to 26 September 2025) and three "
            "ratifications of the Treaty of Pelindaba were brought forward. The status of all other instruments after "
            "10 July 2018 is not known here.",
            "Where three Governments are depositaries, a State may have signed and deposited with each: each is a row, "
            "and the earliest is not chosen.",
            "The DPRK stands in the source as having acceded to the NPT in 1985, without a note on its announcements "
            "of 1993 and 2003: those are in the table disputes.",
            "TPNW: the day of deposit is known for 41 of 74 parties, the day of signature for all but ten signatories. "
            "CTBT: the days for Dominica and the day of ratification of Equatorial Guinea are not known; those of the "
            "Gambia, Tuvalu and Timor-Leste are days of ceremonies.",
            "One of the 187 signatories of the CTBT in November 2024 could not be sourced: 186 are here.",
            "Protocols: only those on assurances by the nuclear-weapon States. Additional Protocol I of Tlatelolco, "
            "Protocols 1 and 3 of Rarotonga and Protocols II and III of Pelindaba are missing.",
            "Serbia and the PTBT: signature and ratification of 1963 and 1964 are those of the former Yugoslavia, as "
            "the source lists them, beside the succession.",
        ],
        **common,
    )
    write(
        "treaties/standings",
        {
            "instrument": INSTRUMENT,
            "iso3": ISO,
            "as_of": (
                "the day for which the source says it; empty where it is undated",
                "the source of the row",
                "day",
            ),
            "standing": (
                "party, signatory, not-signed, ratification-withdrawn, or no-signature-found where the sources at hand "
                "are silent, which is not a fact about the State",
                "the source of the row",
            ),
            "source": SOURCE,
        },
        standings(folder),
        title="Where States stood by sources that say so without each day",
        publisher="the sources of each row",
        address="the table sources",
        known_problems=[
            "CTBT: only the States that had not ratified in November 2024 are here; one of the eight rows "
            "no-signature-found must be a signatory.",
            "Zone protocols: the page is undated, after August 2015.",
        ],
        **common,
    )
    write(
        "treaties/annex_2",
        {"instrument": INSTRUMENT, "iso3": ISO, "source": SOURCE},
        [
            ("ctbt", row["iso3"], "ctbto-annex-2")
            for row in read(folder / "ctbt_status.csv")
            if row["annex2_state"] == "True"
        ],
        title="The States named in Annex 2 to the CTBT, whose ratification its entry into force requires",
        publisher="CTBTO Preparatory Commission",
        address="www.ctbto.org",
        known_problems=["The list is of the treaty's own names of 1996, here under present codes."],
        **common,
    )
    write(
        "treaties/zones",
        {
            "instrument": INSTRUMENT,
            "opened": ("first signature", "Treaties Database of the Office for Disarmament Affairs", "day"),
            "in_force": ("entry into force", "Wikipedia, Nuclear-weapon-free zone", "day"),
            "region": ("where it applies, as a code", EDITORS),
            "land": (
                "land area; empty where none is given",
                "Wikipedia, Nuclear-weapon-free zone",
                "square kilometres",
            ),
            "states": (
                "States in the zone; empty where none is given",
                "Wikipedia, Nuclear-weapon-free zone",
                "States",
            ),
            "source": SOURCE,
        },
        [
            (
                INSTRUMENTS[row["treaty"]],
                row["first_signature"],
                row["entered_into_force"],
                row["region"].lower().replace(" ", "-"),
                row["land_km2_wikipedia"],
                row["states_in_zone_wikipedia"],
                "wikipedia-nwfz",
            )
            for row in read(folder / "nwfz_zones.csv")
        ],
        title="Zones free of nuclear weapons, by treaty, and other places that treaties keep free of them",
        publisher="the sources of the columns",
        address="en.wikipedia.org/wiki/Nuclear-weapon-free_zone",
        known_problems=[
            "Trust: medium. Areas are of land only; the zones of Tlatelolco, Rarotonga and Bangkok take in seas.",
            "Treaty of Tlatelolco: 25 April 1969 is the day given; for each party the treaty entered into force with "
            "the waiver of its Article 29 (formerly 28), so dates differ from State to State.",
            "Treaty of Pelindaba: 53 States by this source; the African Union had 54, later 55 members.",
        ],
        **common,
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]))

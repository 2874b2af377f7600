"""Facts about instruments: totals that other publications state, and nothing filled in where a source gives nothing."""

from collections import Counter
from datetime import date

import pytest

from accord.reference import treaties
from accord.reference.sources import sources
from accord.reference.states import states

SNAPSHOT = date(2018, 7, 10)
JOINS = ("ratification", "acceptance", "accession", "succession")


def who(instrument: str, *kinds: str, by: date | None = None) -> set[str]:
    return {
        one.iso3
        for one in treaties.actions()
        if one.instrument == instrument
        and one.action in kinds
        and (by is None or (one.on is not None and one.on <= by))
    }


@pytest.mark.parametrize(
    ("instrument", "joined"),
    [
        ("npt", 191),
        ("ctbt", 166),
        ("ptbt", 125),
        ("tpnw", 11),
        ("tlatelolco", 33),
        ("rarotonga", 13),
        ("bangkok", 10),
        ("pelindaba", 40),
        ("semipalatinsk", 5),
        ("antarctic", 53),
        ("outer-space", 106),
        ("sea-bed", 94),
        ("moon", 18),
        ("icsant", 113),
    ],
)
def test_who_had_joined_by_10_july_2018(instrument: str, joined: int) -> None:
    assert len(who(instrument, *JOINS, by=SNAPSHOT)) == joined


def test_the_ctbt_was_signed_by_183_by_july_2018_and_by_186_of_187_known_later() -> None:
    assert len(who("ctbt", "signature", by=SNAPSHOT)) == 183
    assert len(who("ctbt", "signature")) == 186


def test_the_ctbt_was_ratified_by_178_in_november_2024_besides_a_ratification_withdrawn() -> None:
    withdrawn = who("ctbt", "withdrawal-of-ratification")
    assert withdrawn == {"RUS"}
    assert len(who("ctbt", *JOINS) - withdrawn) == 178


def test_the_tpnw_had_74_parties_and_25_further_signatories_in_september_2025() -> None:
    parties, signed = who("tpnw", *JOINS), who("tpnw", "signature")
    assert (len(parties), len(signed), len(signed - parties)) == (74, 95, 25)
    said = Counter(one.standing for one in treaties.standings() if one.instrument == "tpnw")
    assert said == {"party": 74, "signatory": 25}
    assert {one.iso3 for one in treaties.standings() if one.standing == "party"} == parties


def test_a_day_that_no_source_gives_stays_empty_and_may_have_a_window() -> None:
    undated = [one for one in treaties.actions() if one.on is None]
    assert Counter((one.instrument, one.action) for one in undated) == {
        ("tpnw", "ratification"): 31,
        ("tpnw", "accession"): 2,
        ("tpnw", "signature"): 10,
        ("ctbt", "signature"): 2,
        ("ctbt", "ratification"): 2,
        ("pelindaba", "ratification"): 3,
        ("rarotonga-protocol-1", "ratification"): 1,
        ("rarotonga-protocol-3", "ratification"): 2,
        ("pelindaba-protocol-3", "not-signed"): 1,
        ("pelindaba-protocol-2", "ratification"): 1,
        ("pelindaba-protocol-3", "ratification"): 1,
        ("comprehensive-safeguards", "in-force"): 1,
        ("additional-protocol", "in-force"): 1,
        ("tlatelolco-protocol-1", "ratification"): 3,
    }
    for one in undated:
        assert one.not_before is not None or "protocol" in one.instrument
        assert one.not_after is None or one.not_before is None or one.not_before <= one.not_after
    assert all(one.not_before is None and one.not_after is None for one in treaties.actions() if one.on)


def test_each_deposit_is_kept_where_there_are_three_depositaries() -> None:
    fiji = [(one.action, one.place) for one in treaties.actions() if (one.instrument, one.iso3) == ("npt", "FJI")]
    assert sorted(fiji) == [("accession", "washington"), ("succession", "london"), ("succession", "moscow")]


def test_annex_2_names_44_states_of_which_nine_have_no_ratification_that_stands() -> None:
    named = {one.iso3 for one in treaties.annex_2()}
    assert len(named) == 44
    assert named - (who("ctbt", *JOINS) - who("ctbt", "withdrawal-of-ratification")) == {
        "CHN", "EGY", "IND", "IRN", "ISR", "PAK", "PRK", "RUS", "USA",
    }  # fmt: skip


def test_acts_on_protocols_are_known_for_one_protocol_of_each_zone() -> None:
    assert len(who("tlatelolco-protocol-2", "ratification")) == 5
    assert len(who("rarotonga-protocol-2", "ratification")) == 4
    assert not who("bangkok-protocol", "signature", "ratification")
    assert who("semipalatinsk-protocol", "signature") - who("semipalatinsk-protocol", "ratification") == {"USA"}


def test_safeguards_are_those_of_two_dates() -> None:
    found = Counter((one.instrument, one.standing) for one in treaties.safeguards())
    assert found == {("additional-protocol", "in-force"): 109, ("comprehensive-safeguards", "not-in-force"): 4}
    assert treaties.safeguards_totals()[-1].with_protocol == 137


def test_the_announcements_of_withdrawal_from_the_npt_stand_beside_the_accession() -> None:
    assert who("npt", "accession") >= {"PRK"}
    assert [(one.iso3, one.on.year) for one in treaties.disputes()] == [("PRK", 1993), ("PRK", 2003)]


def test_every_row_has_a_state_and_a_source_that_are_known() -> None:
    tables = (treaties.actions(), treaties.standings(), treaties.annex_2(), treaties.safeguards(), treaties.disputes())
    for rows in tables:
        assert {row.iso3 for row in rows} <= set(states())
        assert {row.source for row in rows} <= set(sources())
    assert {zone.source for zone in treaties.zones()} <= set(sources())


def test_no_deposit_is_older_than_the_first_signature_of_its_instrument() -> None:
    first = {zone.instrument: zone.opened for zone in treaties.zones()}
    assert len(first) == 8
    for one in treaties.actions():
        if one.instrument in first and one.on is not None:
            assert one.on >= first[one.instrument]

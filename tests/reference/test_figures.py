"""Figures: totals that their publishers state, sources beside each other, nothing filled in."""

from collections import Counter
from decimal import Decimal

import pytest

from accord.reference import policies, votes
from accord.reference.figures import TABLES, figures, notes
from accord.reference.sources import sources
from accord.reference.states import states


@pytest.mark.parametrize("name", TABLES)
def test_every_figure_has_a_known_state_source_and_note_and_one_date(name: str) -> None:
    for row in figures(name):
        assert row.iso3 in (None, "NNWS") or row.iso3 in states()
        assert row.source in sources()
        assert row.note is None or row.note in notes()
        assert (row.year is None) != (row.on is None)


@pytest.mark.parametrize("name", TABLES)
def test_a_figure_is_there_exactly_where_it_was_told(name: str) -> None:
    for row in figures(name):
        assert (row.amount is not None) == (row.told == "stated" or (row.told == "range" and row.least != "0"))
        assert (row.least is None) == (row.most is None) == (row.told != "range")
        if row.told == "range":
            assert Decimal(row.least or 0) < Decimal(row.most or 0)


def test_there_were_2056_tests() -> None:
    by = Counter[str]()
    for row in figures("arsenals/tests"):
        by[str(row.iso3)] += int(row.amount or 0)
    assert by == {"USA": 1030, "RUS": 715, "FRA": 210, "GBR": 45, "CHN": 45, "PRK": 6, "IND": 3, "PAK": 2}
    assert by.total() == 2056


def test_twelve_estimates_of_two_sources_stand_beside_each_other() -> None:
    rows = figures("arsenals/stockpiles")
    one = {(row.iso3, row.year): row.amount for row in rows if row.source == "fas-2023"}
    other = {(row.iso3, row.year): row.amount for row in rows if row.source == "bulletin-2021"}
    assert len(other) == 12
    assert all(one[place] != amount for place, amount in other.items())
    assert (one["USA", 2017], other["USA", 2017]) == ("3822", "4000")


def test_warheads_by_category_are_those_of_two_years_and_the_remainder_is_left_out() -> None:
    rows = figures("arsenals/categories")
    assert {row.year for row in rows} == {2022, 2023}
    retired = {(row.iso3, row.year) for row in rows if row.subject == "warheads-retired"}
    assert ("GBR", 2023) in retired
    assert ("GBR", 2022) not in retired


def test_japan_declared_two_figures_for_one_day_by_two_summaries() -> None:
    found = {
        (row.amount, row.read_in)
        for row in figures("fissile/civil_plutonium")
        if (row.subject, row.iso3, str(row.on)) == ("plutonium-civil-in-country", "JPN", "2016-12-31")
    }
    assert found == {("9.9", "fissilematerials.org/blog/2017/10"), ("10.7", "fissilematerials.org/blog/2018/09")}


def test_under_new_start_35_of_50_declarations_are_whole_and_derived_cells_say_so() -> None:
    rows = figures("newstart/aggregate")
    assert len(rows) == 25 * 2 * 3
    complete = Counter((row.iso3, row.on) for row in rows if row.told == "stated")
    assert sum(1 for known in complete.values() if known == 3) == 35
    withheld = {(row.iso3, str(row.on)) for row in rows if row.told == "withheld"}
    assert withheld == {("RUS", "2023-03-01")}
    assert sum(1 for row in rows if row.derived) == 6


def test_the_mandate_was_voted_147_to_4_with_31_abstentions() -> None:
    assert votes.count("A/RES/67/56") == (147, 4, 31)
    assert len(votes.resolutions()) == 6


def test_the_data_count_one_vote_less_for_a_resolution_than_was_announced() -> None:
    assert votes.count("A/RES/71/258") == (112, 35, 13)


def test_policies_rest_on_an_official_text_or_on_a_report_that_quotes_it() -> None:
    found = {(row.holders, row.family) for row in policies.statements() if row.family != "negative-assurance"}
    assert found == {
        ("CHN", "no-first-use"), ("IND", "no-first-use"), ("IND", "testing-moratorium"), ("GBR", "fissile-moratorium"),
        ("CHN FRA GBR RUS USA", "risk-reduction"), ("CHN FRA GBR RUS USA", "zone"),
        ("FRA", "fissile-moratorium"), ("FRA", "facility-conversion"),
        *((state, "testing-moratorium") for state in ("CHN", "FRA", "GBR", "RUS", "USA")),
    }  # fmt: skip
    assert {row.wording for row in policies.statements()} == set(policies.summaries())
    for row in policies.statements():
        kind = sources()[row.source].kind
        assert kind in ("declared", "transcribed", "reported")
        assert row.quote is None or kind != "transcribed", "what was not read is not quoted"


def test_groups_have_the_members_that_their_lists_name() -> None:
    found = Counter(row.group for row in policies.memberships() if row.role == "member")
    assert found == {
        "csto": 6, "nato": 32, "non-aligned-movement": 117, "npdi": 12, "npt-nuclear-weapon-states": 5,
        "nsg": 47, "nuclear-armed": 9, "opanal": 33,
    }  # fmt: skip
    assert set(policies.group_names()) == {*found, "sipri"}, "and of the institute that names one of them"

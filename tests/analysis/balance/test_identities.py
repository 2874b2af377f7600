"""Published state-level balances hold within the rounding of their figures, and a slip of a digit is found."""

from __future__ import annotations

from fractions import Fraction

import pytest

from accord.analysis.balance.identities import agreement
from accord.analysis.unfit import Unfit

PUBLISHED = {
    # Plutonium: The First 50 Years (US Department of Energy, DOE/DP-0137, 1996): tonnes, 1944 to 1994.
    "removals, 1994": (["12.0"], ["3.4", "2.8", "3.4", "1.2", "0.4", "0.1", "0.7"]),
    "acquisitions less removals, 1994": (["99.5"], ["111.4", "-12.0", "0.1"]),
    "holdings of departments, 1994": (["99.5"], ["66.1", "33.5"]),
    # The United States Plutonium Balance, 1944-2009 (US Department of Energy, 2012): tonnes.
    "inventory, 2009": (["99.5", "-4.1"], ["81.3", "12.7", "1.4"]),
    "waste, 2009": (["9.7"], ["3.9", "5.8"]),
    "waste since 1994, 2009": (["5.8"], ["4.4", "0.8", "0.4", "0.1", "0.1"]),
    "inventory differences, 2009": (["2.4"], ["2.8", "-0.4"]),
    # Communications under INFCIRC/549: tonnes of separated plutonium at the end of the year.
    "France, 2015": (["79.7"], ["43.6", "8.9", "26.7", "0.5"]),
    "France without foreign, 2015": (["62.8"], ["79.7", "-16.9"]),
    "France without foreign, 2016": (["65.4"], ["81.7", "-16.3"]),
    "France without foreign, 2017": (["65.4"], ["80.9", "-15.5"]),
    "United States, 2017": (["49.4"], ["4.6", "44.8"]),
    "Japan, 2017": (["47.3"], ["10.6", "36.7"]),
    "Japan abroad, 2017": (["36.718"], ["21.232", "15.486"]),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_sums_agree_within_their_rounding(name: str) -> None:
    total, parts = PUBLISHED[name]
    assert agreement(total, parts).agrees


@pytest.mark.parametrize("name", PUBLISHED)
def test_one_whole_more_is_found(name: str) -> None:
    total, parts = PUBLISHED[name]
    assert not agreement([*total, "1.000"], parts).agrees


def test_the_difference_is_exact() -> None:
    assert agreement(["99.5"], ["66.1", "33.5"]) == (Fraction(-1, 10), Fraction(-1, 4), Fraction(1, 20))


def test_a_figure_below_a_limit_may_be_anything_down_to_nothing() -> None:
    assert agreement(["0.1"], ["<0.05", "0.1"]).agrees
    assert not agreement(["0.30"], ["<0.05", "0.10"]).agrees
    # A figure of zero is not less than nothing.
    assert agreement(["0"], []).least == 0


@pytest.mark.parametrize("figure", ["", "1,5", "about 3", "nan", "1e3", "1" * 40])
def test_what_is_no_figure_is_refused(figure: str) -> None:
    with pytest.raises(Unfit):
        agreement([figure], [])

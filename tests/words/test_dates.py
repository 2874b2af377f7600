"""Dates as UN papers print them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.words.dates import MONTHS, day, days, period, periods, runs, when
from accord.words.languages import CODES

AUGUST = [date(2013, 8, d) for d in (22, 28, 29, 30)]
TWO = [date(2013, 8, 19), date(2013, 8, 20)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "14 أيار/مايو 2013"),
        ("zh", "2013年5月14日"),
        ("en", "14 May 2013"),
        ("fr", "14 mai 2013"),
        ("ru", "14 мая 2013 года"),
        ("es", "14 de mayo de 2013"),
    ],
)
def test_a_day_with_its_year(lang: str, text: str) -> None:
    assert day(date(2013, 5, 14), lang) == text


@pytest.mark.parametrize(
    ("lang", "two", "four"),
    [
        ("ar", "19 و20 آب/أغسطس", "22 و28 إلى 30 آب/أغسطس"),
        ("zh", "8月19日和20日", "8月22日和28日至30日"),
        ("en", "19 and 20 August", "22 and 28 to 30 August"),
        ("fr", "19 et 20 août", "22 et 28 au 30 août"),
        ("ru", "19 и 20 августа", "22 и 28–30 августа"),
        ("es", "19 y 20 de agosto", "22 y 28 a 30 de agosto"),
    ],
)
def test_days_of_one_month_share_it(lang: str, two: str, four: str) -> None:
    assert (days(TWO, lang), days(AUGUST, lang)) == (two, four)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "6月27日以及8月19日和20日"),
        ("en", "27 June and 19 and 20 August"),
        ("fr", "27 juin et 19 et 20 août"),
        ("es", "27 de junio y 19 y 20 de agosto"),
    ],
)
def test_days_of_two_months_are_two_groups(lang: str, text: str) -> None:
    assert days([date(2013, 6, 27), *TWO], lang) == text


def test_periods_of_a_year_as_in_a_report() -> None:
    spans = [
        (date(2013, 5, 14), date(2013, 5, 24)),
        (date(2013, 6, 27), date(2013, 6, 27)),
        (date(2013, 8, 19), date(2013, 8, 30)),
    ]
    assert periods(spans, "en") == "14 to 24 May, 27 June and 19 to 30 August"
    assert periods(spans, "zh") == "5月14日至24日、6月27日和8月19日至30日"
    assert when(spans, "fr") == "du 14 au 24 mai, le 27 juin et du 19 au 30 août"
    assert periods(spans, "zh", year=True).startswith("2013年5月14日")
    assert periods(spans, "en", year=True).endswith("August 2013")


def test_a_period_over_the_turn_of_the_year_names_both_years() -> None:
    turn = (date(2013, 12, 30), date(2014, 1, 2))
    assert period(*turn, "en", year=True) == "30 December 2013 to 2 January 2014"
    assert period(*turn, "zh", year=True) == "2013年12月30日至2014年1月2日"
    assert when([turn], "es", year=True) == "del 30 de diciembre de 2013 al 2 de enero de 2014"


def test_the_first_of_a_month_is_an_ordinal_in_french_only() -> None:
    first = date(2013, 5, 1)
    assert [day(first, lang, year=False) for lang in ("fr", "es", "en")] == ["1er mai", "1 de mayo", "1 May"]


def test_months_of_un_arabic_are_double() -> None:
    assert all("/" in month for month in MONTHS["ar"])
    assert all(len(set(months)) == 12 for months in MONTHS.values())


def test_no_dates_are_no_phrase() -> None:
    with pytest.raises(ValueError, match="no dates"):
        days([], "en")


@given(st.lists(st.dates(date(2013, 1, 1), date(2014, 12, 31)), min_size=1, max_size=15))
def test_runs_hold_exactly_the_days_given(given_days: list[date]) -> None:
    spelled = [a + timedelta(n) for a, b in runs(given_days) for n in range((b - a).days + 1)]
    assert spelled == sorted(set(given_days))


@pytest.mark.parametrize("lang", CODES)
@given(first=st.lists(st.dates(date(2013, 1, 1), date(2013, 12, 31)), min_size=1, max_size=6))
def test_different_days_are_never_printed_alike(lang: str, first: list[date]) -> None:
    assert days(first, lang) != days([*first, max(first) + timedelta(400)], lang, year=True)
    other = [d + timedelta(1) for d in first]
    assert days(first, lang, year=True) != days(other, lang, year=True)

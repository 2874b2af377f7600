"""Lists and orders: joined, taken apart, sorted, in each language's way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.reference.states import find_states, states
from accord.words.languages import CODES
from accord.words.lists import join, split, split_points
from accord.words.orders import in_order, sort_key

EVERYBODY = sorted(states())


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A, B and C"),
        ("zh", "A、B和C"),
        ("fr", "A, B et C"),
        ("ru", "A, B и C"),
        ("es", "A, B y C"),
        ("ar", "A وB وC"),
    ],
)
def test_three_items_are_joined_as_the_language_does(lang: str, text: str) -> None:
    assert join(["A", "B", "C"], lang) == text
    assert join(["A"], lang) == "A"
    assert join([], lang) == ""


def test_items_with_commas_of_their_own_are_joined_by_semicolons() -> None:
    assert join(["A, B", "C", "D"], "en", strong=True) == "A, B; C; and D"
    assert join(["甲、乙", "丙"], "zh", strong=True) == "甲、乙；和丙"


@pytest.mark.parametrize(
    ("last", "text"),
    [("Irlanda", "X e Irlanda"), ("India", "X e India"), ("Hungría", "X y Hungría"), ("Islandia", "X e Islandia")],
)
def test_spanish_says_e_before_the_sound_i(last: str, text: str) -> None:
    assert join(["X", last], "es") == text


@pytest.mark.parametrize("lang", CODES)
@given(chosen=st.lists(st.sampled_from(EVERYBODY), min_size=1, max_size=12, unique=True))
def test_a_list_of_any_states_is_taken_apart_into_the_same_names(lang: str, chosen: list[str]) -> None:
    names = [states()[code].name(lang) for code in chosen]
    text = join(names, lang)
    whole = [(start, end) for start, end, _ in find_states(text, lang)]
    assert split(text, lang, whole) == names


@pytest.mark.parametrize("lang", CODES)
def test_longer_separators_come_before_those_they_contain(lang: str) -> None:
    points = split_points(lang)
    for number, point in enumerate(points):
        assert not any(point != later and point in later for later in points[number:])


def test_brackets_and_quotation_marks_are_not_cut() -> None:
    text = "巴西(代表埃及和爱尔兰)、题为“甲和乙”的文件和古巴"
    assert split(text, "zh") == ["巴西(代表埃及和爱尔兰)", "题为“甲和乙”的文件", "古巴"]


def test_a_list_may_be_broken_over_lines() -> None:
    assert split("Austria,\nCuba\nand Mali", "en") == ["Austria", "Cuba", "Mali"]


def test_chinese_lists_follow_the_english_names_as_working_paper_4_does() -> None:
    sponsors = ["AUS", "BEL", "CAN", "FIN", "DEU", "ITA", "JPN", "NLD", "POL", "PRT", "SVK", "SWE"]
    assert in_order(reversed(sponsors), "zh") == sponsors


@pytest.mark.parametrize(
    ("lang", "order"),
    [
        ("en", "CIV HRV GMB NLD TUR TKM GBR"),
        ("fr", "DEU CIV EGY ARE ECU USA NLD"),
        ("es", "AFG BRA SLV ESP LKA"),
        ("ru", "AUT EGY IND YEM JPN"),
        ("ar", "DZA SWE CHN EGY NER"),
    ],
)
def test_states_stand_in_the_order_of_the_language(lang: str, order: str) -> None:
    wanted = order.split()
    assert in_order(sorted(wanted), lang) == wanted


@pytest.mark.parametrize("lang", CODES)
def test_the_order_is_total_and_does_not_depend_on_where_one_starts(lang: str) -> None:
    assert in_order(EVERYBODY, lang) == in_order(reversed(EVERYBODY), lang)
    keys = [sort_key(state.name(lang), lang) for state in states().values()]
    assert len(set(keys)) == len(keys)

"""Labels and numbers in words."""
# ruff: noqa: E501 - one line a session: six languages side by side

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.words.labels import LEVELS, Level, label, parse_label
from accord.words.languages import CODES
from accord.words.numbers import cardinal, ordinal, session
from accord.words.numerals import chinese, paper_digits, parse_chinese, parse_roman, roman

LAST: dict[Level, int] = {"chapter": 20, "section": 26, "paragraph": 999, "item": 52, "subitem": 20}


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("level", LEVELS)
def test_every_label_is_read_back_and_stands_for_one_number(level: Level, lang: str) -> None:
    numbers = range(1, LAST[level] + 1)
    labels = [label(n, level, lang) for n in numbers]
    assert [parse_label(text, level, lang) for text in labels] == list(numbers)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("text", "level", "lang", "n"),
    [
        ("a)", "item", "en", 1),
        ("(a)", "item", "fr", 1),
        ("（b）", "item", "zh", 2),
        ("(kk)", "item", "ru", 37),
        ("1 -", "paragraph", "ar", 1),
        ("١ -", "paragraph", "ar", 1),
        ("一、", "chapter", "zh", 1),
        ("(一)", "subitem", "zh", 1),
        ("أولا –", "chapter", "ar", 1),
    ],
)
def test_labels_of_other_printings_are_read(text: str, level: Level, lang: str, n: int) -> None:
    assert parse_label(text, level, lang) == n


@pytest.mark.parametrize(
    ("text", "level", "lang"), [("(代表", "item", "zh"), ("", "item", "en"), ("ab)", "item", "fr")]
)
def test_what_is_no_label_is_refused(text: str, level: Level, lang: str) -> None:
    with pytest.raises(ValueError, match="is not the label of an item"):
        parse_label(text, level, lang)


def test_there_is_no_label_zero() -> None:
    with pytest.raises(ValueError, match="no chapter is numbered 0"):
        label(0, "chapter", "en")


SESSIONS = {
    1: ("first", "第一", "première", "первая", "primer", "الأولى"),
    11: ("eleventh", "第十一", "onzième", "одиннадцатая", "undécimo", "الحادية عشرة"),
    21: ("twenty-first", "第二十一", "vingt et unième", "двадцать первая", "vigésimo primer", "الحادية والعشرون"),
    63: ("sixty-third", "第六十三", "soixante-troisième", "шестьдесят третья", "sexagésimo tercer", "الثالثة والستون"),
    68: ("sixty-eighth", "第六十八", "soixante-huitième", "шестьдесят восьмая", "sexagésimo octavo", "الثامنة والستون"),
    71: ("seventy-first", "第七十一", "soixante et onzième", "семьдесят первая", "septuagésimo primer", "الحادية والسبعون"),
    80: ("eightieth", "第八十", "quatre-vingtième", "восьмидесятая", "octogésimo", "الثمانون"),
    100: ("one hundredth", "第一百", "centième", "сотая", "centésimo", "المائة"),
    111: ("one hundred and eleventh", "第一百一十一", "cent onzième", "сто одиннадцатая", "centésimo undécimo", "الحادية عشرة بعد المائة"),
    120: ("one hundred and twentieth", "第一百二十", "cent vingtième", "сто двадцатая", "centésimo vigésimo", "العشرون بعد المائة"),
}  # fmt: skip
FRAME = {
    "en": "{} session",
    "zh": "{}届会议",
    "fr": "{} session",
    "ru": "{} сессия",
    "es": "{} período de sesiones",
    "ar": "الدورة {}",
}


@pytest.mark.parametrize("n", SESSIONS)
def test_sessions_of_the_general_assembly_have_their_names(n: int) -> None:
    for lang, words in zip(("en", "zh", "fr", "ru", "es", "ar"), SESSIONS[n], strict=True):
        assert session(n, lang) == FRAME[lang].format(words)


def test_prepositions_bend_sessions_in_russian_and_arabic() -> None:
    assert session(63, "ru", oblique=True) == "шестьдесят третьей сессии"
    assert session(90, "ar", oblique=True) == "الدورة التسعين"
    assert session(68, "en", oblique=True) == session(68, "en")


@pytest.mark.parametrize("lang", CODES)
def test_no_two_sessions_and_no_two_numbers_have_the_same_name(lang: str) -> None:
    assert len({session(n, lang) for n in range(1, 121)}) == 120
    assert len({ordinal(n, lang, "f") for n in range(1, 121)}) == 120
    assert len({cardinal(n, lang) for n in range(100)}) == 100


@pytest.mark.parametrize("n", [0, 121])
def test_sessions_beyond_the_tables_are_refused(n: int) -> None:
    with pytest.raises(ValueError, match="is not from 1 to 120"):
        session(n, "en")


@given(st.integers(0, 9999))
def test_chinese_numerals_are_read_back(n: int) -> None:
    assert parse_chinese(chinese(n)) == n


@given(st.integers(1, 199))
def test_roman_numerals_are_read_back(n: int) -> None:
    assert parse_roman(roman(n)) == n


@pytest.mark.parametrize("text", ["", "百百", "六x", "第六"])
def test_what_is_no_chinese_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no Chinese numerals"):
        parse_chinese(text)


def test_symbols_keep_their_digits_in_an_arabic_paper() -> None:
    assert paper_digits("الوثيقة A/AC.281/WP.4 في 14 أيار/مايو", "ar") == "الوثيقة A/AC.281/WP.4 في ١٤ أيار/مايو"
    assert paper_digits("14 May", "en") == "14 May"

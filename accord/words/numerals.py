"""Numerals and digits: Chinese and roman numerals, digits of a printed paper, thousands."""

from __future__ import annotations

import re
from typing import Final

from accord.words.languages import language

_TO_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_TO_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_CHINESE = "零一二三四五六七八九"


def chinese(n: int) -> str:
    """Chinese numerals as in labels and sessions, 0 <= n <= 9999.

    >>> [chinese(n) for n in (4, 10, 15, 68, 105, 120, 2013)]
    ['四', '十', '十五', '六十八', '一百零五', '一百二十', '二千零一十三']
    """
    within(n, 0, 9999)
    if n == 0:
        return "零"
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, unit)
        if digit:
            text += ("零" if gap else "") + _CHINESE[digit] + name
            gap = False
        elif text:
            gap = True
    return text[1:] if text.startswith("一十") else text


def parse_chinese(text: str) -> int:
    """The number that Chinese numerals spell: with units (六十八) or digit by digit (二〇一三).

    Raises:
        ValueError: not such numerals.

    >>> parse_chinese("六十八"), parse_chinese("二〇一三"), parse_chinese("十")
    (68, 2013, 10)
    """
    plain = text.strip().replace("〇", "零").replace("两", "二")
    if len(plain) > 1 and re.fullmatch(f"[{_CHINESE}]+", plain):
        return int("".join(str(_CHINESE.index(c)) for c in plain))
    match = re.fullmatch(
        f"(?:([{_CHINESE[1:]}])千)?零?(?:([{_CHINESE[1:]}])百)?零?(?:([{_CHINESE[1:]}]?)十)?零?([{_CHINESE[1:]}]?)",
        plain,
    )
    if plain == "零":
        return 0
    if not plain or match is None:
        raise ValueError(f"{text!r} are no Chinese numerals")
    thousands, hundreds, tens, ones = match.groups()
    total = sum(unit * _CHINESE.index(c) for unit, c in ((1000, thousands), (100, hundreds), (1, ones)) if c)
    return total + (0 if tens is None else 10 * (_CHINESE.index(tens) if tens else 1))


def roman(n: int) -> str:
    """Roman numerals, 1 <= n <= 3999.

    >>> roman(4), roman(14), roman(39)
    ('IV', 'XIV', 'XXXIX')
    """
    within(n, 1, 3999)
    text = ""
    for value, letters in _ROMAN:
        count, n = divmod(n, value)
        text += letters * count
    return text


def parse_roman(text: str) -> int:
    """The number that roman numerals spell, in the one usual spelling.

    >>> parse_roman("XIV"), parse_roman("iv")
    (14, 4)
    """
    for n in range(1, 200):
        if roman(n) == text.upper():
            return n
    raise ValueError(f"{text!r} is no roman numeral from 1 to 199")


def figures(n: int, lang: str) -> str:
    """A whole number with its thousands apart, as papers in the language print it.

    >>> [figures(1234567, lang) for lang in ("en", "es", "ru")]
    ['1,234,567', '1.234.567', '1\\xa0234\\xa0567']
    """
    return f"{n:,}".replace(",", _THOUSANDS[language(lang).code])


def arabic_digits(text: str) -> str:
    """The text with Arabic-Indic digits.

    >>> arabic_digits("27")
    '٢٧'
    """
    return text.translate(_TO_ARABIC)


def western_digits(text: str) -> str:
    """The text with European digits.

    >>> western_digits("٢٧")
    '27'
    """
    return text.translate(_TO_WESTERN)


def paper_digits(text: str, lang: str) -> str:
    """The text with the digits of a printed paper: Arabic papers print Arabic-Indic ones, except in symbols.

    >>> paper_digits("في 14 أيار/مايو (A/AC.281/WP.4)", "ar")
    'في ١٤ أيار/مايو (A/AC.281/WP.4)'
    """
    if language(lang).code != "ar":
        return text
    return re.sub(
        r"[A-Za-z][\w./*()-]*|\d+",
        lambda m: m[0] if m[0][0].isascii() and m[0][0].isalpha() else arabic_digits(m[0]),
        text,
    )


_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# Figures of four digits and more: comma in English, full stop in Spanish papers, a space that does not break elsewhere.
_THOUSANDS = {"en": ",", "zh": ",", "ar": ",", "es": ".", "fr": "\u00a0", "ru": "\u00a0"}


def within(n: int, low: int, high: int) -> None:
    """Insists that a number lies between two others, both allowed."""
    if not low <= n <= high:
        raise ValueError(f"{n} is not from {low} to {high}")

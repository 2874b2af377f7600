"""Figures in running text, as one number whatever a language's signs: 1,250 is 1 250 is 1.250."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction

from accord.papers.reading.labels import letter

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789,")
_SCALES = {
    "ar": (("ألف|آلاف", 3), ("مليون|ملايين", 6), ("مليار|بليون|بلايين|مليارات", 9)),
    "zh": (("千万", 7), ("百万", 6), ("万亿", 12), ("十亿", 9), ("万", 4), ("亿", 8)),
    "en": (("thousand", 3), ("million", 6), ("billion", 9)),
    "fr": (("mille", 3), ("millions?", 6), ("milliards?", 9)),
    "ru": (("тыс\\.|тысяч[аи]?", 3), ("млн\\.?|миллион(?:а|ов)?", 6), ("млрд\\.?|миллиард(?:а|ов)?", 9)),
    "es": (("mil millones", 9), ("mil", 3), ("mill(?:ón|ones)", 6)),
}
_REFERENCE = re.compile(r"(?<![\d/.,])(\d{1,3})\s?[(（]?([a-z]|[ء-ي]ـ?)[)）]")
_PAIR = re.compile(r"(?<![\d/])\d{1,4}/\d{1,4}(?![\d/])")
_NUMBER = re.compile(r"(?<![\d])\d{1,3}(?:[   ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*")


def figures(text: str, lang: str) -> Counter[str]:
    """The figures of a text: numbers in one spelling, numbers of resolutions ("67/56"), items referred to ("10b").

    >>> figures("1 250 articles, dont 78 %, soit 2,5 millions ; paragraphe 10 b)", "fr") == figures(
    ...     "1,250 items, 78 per cent, or 2.5 million; paragraph 10 (b)", "en")
    True
    >>> sorted(figures("第 67/56 号决议，250 万", "zh"))
    ['2500000', '67/56']
    """
    plain = text.translate(_DIGITS)
    out: Counter[str] = Counter()

    def take(found: re.Match[str]) -> str:
        out[found.group()] += 1
        return " " * len(found.group())

    def refer(found: re.Match[str]) -> str:
        place = letter(found[2].removesuffix("ـ"))
        if place is None:
            return found.group()
        out[f"{found[1]}{chr(96 + place)}" if place <= 26 else found[1]] += 1
        return " " * len(found.group())

    plain = _REFERENCE.sub(refer, plain)
    plain = _PAIR.sub(take, plain)
    for found in _NUMBER.finditer(plain):
        out[_one(_value(found.group()) * _scale(plain, found.end(), lang))] += 1
    return out


def _value(printed: str) -> Fraction:
    """The number; a sign before three digits parts thousands, any other one begins the decimals."""
    plain = re.sub(r"[   ]", "", printed)
    plain = re.sub(r"(?<=\d)[.,](?=\d{3}(?!\d))", "", plain)
    whole, *decimals = re.split("[.,]", plain)
    if len(decimals) > 1:
        return Fraction(int("".join([whole, *decimals])))
    return Fraction(f"{whole}.{decimals[0]}") if decimals else Fraction(int(whole))


def _scale(text: str, end: int, lang: str) -> int:
    """What the words after a figure multiply it by: millions, 万."""
    for words, power in _SCALES[lang]:
        if re.compile(rf"\s?(?:{words})(?!\w)" if lang != "zh" else rf"\s?(?:{words})").match(text, end):
            return int(10**power)
    return 1


def _one(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"

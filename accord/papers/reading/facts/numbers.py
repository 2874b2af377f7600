"""Small numbers as reports write them: digits, words, ordinals, Chinese and Roman numerals."""

from __future__ import annotations

from functools import cache

from accord.papers.reading.labels import cjk_number, roman
from accord.words import numbers

_ONE_AND_TWO = {"zh": {"两": 2}, "fr": {"une": 1}}


@cache
def _words(lang: str) -> dict[str, int]:
    known: dict[str, int] = {}
    for n in range(1, 100):
        known.setdefault(numbers.cardinal(n, lang).lower(), n)
        for gender in ("m", "f"):
            known.setdefault(numbers.ordinal(n, lang, "m" if gender == "m" else "f").lower(), n)
    return known


def counted_number(text: str, lang: str) -> int | None:
    """The number of things counted, in figures or words; never a Roman numeral, for a word may look like one.

    >>> counted_number("one", "en"), counted_number("une", "fr"), counted_number("两", "zh"), counted_number("di", "fr")
    (1, 1, 2, None)
    """
    plain = text.strip().lower()
    if plain.isdigit():
        return int(plain)
    if plain in _ONE_AND_TWO.get(lang, {}):
        return _ONE_AND_TWO[lang][plain]
    return _words(lang).get(plain) or cjk_number(plain) if plain else None


def small_number(text: str, lang: str) -> int | None:
    """The number that a word or figure says, or nothing.

    >>> small_number("fifteen", "en"), small_number("四", "zh"), small_number("IV", "fr"), small_number("12", "ru")
    (15, 4, 4, 12)
    """
    plain = text.strip().lower()
    if plain.isdigit():
        return int(plain)
    return _words(lang).get(plain) or cjk_number(text) or roman(text)

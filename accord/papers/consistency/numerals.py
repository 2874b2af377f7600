"""Numbers written in words in running text, in six languages, whatever their gender and case.

One and two are too common in other senses (articles, pronouns) to be required of a translation; they
only answer a figure of the other language.
"""

from __future__ import annotations

import re
from functools import cache

from accord.papers.reading.labels import cjk_number
from accord.words import numbers

SURE = 3
"""From here on a word for a number means that number."""

_MEASURES = "个份项次届名段天日周年月位国章节组小种类条场轮件处级票"
_CHINESE = re.compile(rf"(?:第\s?)?([一二三四五六七八九十]{{1,5}})(?=\s?[{_MEASURES}])")
_CHINESE_SMALL = re.compile("[一二两]")
_ARABIC_PREFIX = "(?:[وفبلك])?(?:ال|لل)?"
_RU_ADJECTIVE = ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми")
_RU_THIRD = ("ий", "ьего", "ьему", "ьим", "ьем", "ья", "ьей", "ью", "ье", "ьи", "ьих", "ьими")
_RU_CASES = {
    "два": ("две", "двух", "двум", "двумя"),
    "три": ("трех", "трёх", "трем", "тремя"),
    "четыре": ("четырех", "четырёх", "четырем", "четырьмя"),
    "сорок": ("сорока",),
    "девяносто": ("девяноста",),
    "восемь": ("восьми", "восемью", "восьмью"),
    "пятьдесят": ("пятидесяти",),
    "шестьдесят": ("шестидесяти",),
    "семьдесят": ("семидесяти",),
    "восемьдесят": ("восьмидесяти",),
}
_AR_SHORT = {
    "ثلاثة": ("ثلاث",),
    "أربعة": ("أربع",),
    "خمسة": ("خمس",),
    "ستة": ("ست",),
    "سبعة": ("سبع",),
    "ثمانية": ("ثماني", "ثمان"),
    "تسعة": ("تسع",),
    "عشرة": ("عشر",),
    "عشر": ("عشرة",),
    "اثنا": ("اثني", "اثنتا", "اثنتي"),
    "اثنان": ("اثنين", "اثنتان", "اثنتين"),
    "أحد": ("إحدى",),
}


def in_words(text: str, lang: str) -> tuple[set[int], set[int]]:
    """The numbers that words of a text say: those that surely are numbers, and all that may be.

    >>> in_words("one of the seven experts at the twelfth session", "en")
    ({12, 7}, {1, 12, 7})
    >>> in_words("下列六份文件，十分重要", "zh")[0], in_words("на двенадцатой сессии, семью экспертами", "ru")[0]
    ({6}, {12, 7})
    >>> in_words("الوثائق الست التالية في دورته الثانية عشرة", "ar")[0]
    {12, 6}
    """
    if lang == "zh":
        said = {n for found in _CHINESE.finditer(text) if (n := cjk_number(found[1]))}
        small = {"一": 1, "二": 2, "两": 2}
        all_said = said | {small[found.group()] for found in _CHINESE_SMALL.finditer(text)}
    else:
        pattern, values = _forms(lang)
        all_said = {values[found["n"].lower()] for found in pattern.finditer(text)}
        said = all_said
    return {n for n in said if n >= SURE}, all_said


@cache
def _forms(lang: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Every form of the numbers up to 99, the longest first."""
    values: dict[str, int] = {}
    for n in range(1, 100):
        ordinals = {numbers.ordinal(n, lang, "m"), numbers.ordinal(n, lang, "f")}
        for form in {*_cardinals(numbers.cardinal(n, lang), lang), *(f for o in ordinals for f in _ordinals(o, lang))}:
            values.setdefault(form.lower(), n)
    forms = "|".join(re.escape(form) for form in sorted(values, key=len, reverse=True))
    prefix = _ARABIC_PREFIX if lang == "ar" else ""
    return re.compile(rf"(?<![\w-]){prefix}(?P<n>{forms})(?![\w-])", re.I), values


def _cardinals(words: str, lang: str) -> set[str]:
    """A number and its cases."""
    if lang == "ru":
        parts = words.split(" ")
        oblique = {
            " ".join(cased[min(n, len(cased) - 1)] for cased in (_russian(part) for part in parts)) for n in range(4)
        }
        return {words, *oblique}
    if lang == "ar":
        return _arabic(words)
    return {words}


def _russian(word: str) -> tuple[str, ...]:
    """The cases of one word of a number, without the nominative."""
    if word in _RU_CASES:
        return _RU_CASES[word]
    return (f"{word[:-1]}и", f"{word[:-1]}ью") if word.endswith("ь") else (word,)


def _arabic(words: str) -> set[str]:
    """A number in either gender and any case."""
    found = {words, words.removeprefix("ال")}
    for long, short in _AR_SHORT.items():
        for one in short:
            found |= {re.sub(rf"(?<!\w){long}(?!\w)", one, form) for form in found}
    return found | {re.sub(r"ون(?!\w)", "ين", form) for form in found}


def _ordinals(words: str, lang: str) -> set[str]:
    """The n-th in every gender and case."""
    if lang == "ru":
        if words.endswith(("третий", "третья")):
            return {re.sub(r"(?:ий|ья)$", end, words) for end in _RU_THIRD}
        return {re.sub(r"(?:ый|ой|ая)$", end, words) for end in _RU_ADJECTIVE}
    if lang == "ar":
        return {form for one in _arabic(words) for form in (one, one.removeprefix("ال"))}
    if lang == "es":
        return {words, f"{words}s", re.sub(r"(primer|tercer)o$", r"\1", words)}
    return {words}

"""Numbers in words: ordinals (sessions, panels) and cardinals.

Ordinals run from 1 to 120, which carries the General Assembly to 2065; cardinals from 0 to 99.
"""

# ruff: noqa: SIM905 - tables of words are easier to read and correct as one text
from __future__ import annotations

import re
from typing import Literal

from accord.words.languages import language
from accord.words.numerals import chinese, within

Gender = Literal["m", "f"]


def ordinal(n: int, lang: str, gender: Gender = "m") -> str:
    """The n-th, in words, 1 <= n <= 120, nominative.

    Args:
        gender: of the thing counted, where the language minds (fr only for the first, ru, es, ar).

    >>> ordinal(68, "en"), ordinal(4, "zh"), ordinal(1, "fr", "f"), ordinal(22, "ru", "f"), ordinal(3, "es", "f")
    ('sixty-eighth', '第四', 'première', 'двадцать вторая', 'tercera')
    """
    within(n, 1, 120)
    return _ORDINALS[language(lang).code](n, gender)


def session(n: int, lang: str, *, oblique: bool = False) -> str:
    """The n-th session of the General Assembly, without article in English and French.

    Args:
        oblique: the form after a preposition, which differs in Russian and Arabic.

    >>> session(68, "en"), session(68, "zh"), session(68, "fr")
    ('sixty-eighth session', '第六十八届会议', 'soixante-huitième session')
    >>> session(68, "ru"), session(68, "ru", oblique=True)
    ('шестьдесят восьмая сессия', 'шестьдесят восьмой сессии')
    >>> session(68, "es"), session(71, "es")
    ('sexagésimo octavo período de sesiones', 'septuagésimo primer período de sesiones')
    >>> session(68, "ar"), session(68, "ar", oblique=True)
    ('الدورة الثامنة والستون', 'الدورة الثامنة والستين')
    """
    within(n, 1, 120)
    if language(lang).code == "zh":
        return f"第{chinese(n)}届会议"
    if lang == "en":
        return f"{_english(n)} session"
    if lang == "fr":
        return f"{_french(n, 'f')} session"
    if lang == "es":
        # Before a masculine noun primero and tercero lose their ending.
        return re.sub(r"(primer|tercer)o$", r"\1", _spanish(n, "m")) + " período de sesiones"
    if lang == "ru":
        nominative = _russian(n, "f")
        return f"{_russian_oblique(nominative)} сессии" if oblique else f"{nominative} сессия"
    words = _arabic(n, "f")
    return "الدورة " + (_arabic_oblique(words) if oblique else words)


def cardinal(n: int, lang: str) -> str:
    """The number in words as one counts, 0 <= n <= 99; agreement with a noun is the sentence's business.

    >>> [cardinal(21, lang) for lang in ("en", "fr", "ru", "es", "zh")]
    ['twenty-one', 'vingt et un', 'двадцать один', 'veintiuno', '二十一']
    >>> cardinal(80, "fr"), cardinal(91, "fr"), cardinal(12, "ar"), cardinal(25, "ar")
    ('quatre-vingts', 'quatre-vingt-onze', 'اثنا عشر', 'خمسة وعشرون')
    """
    within(n, 0, 99)
    return _CARDINALS[language(lang).code](n)


_EN_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_EN_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_EN_ORDINAL = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def _en(n: int) -> str:
    if n < 20:
        return _EN_ONES[n]
    tens, ones = divmod(n, 10)
    return _EN_TENS[tens] + (f"-{_EN_ONES[ones]}" if ones else "")


def _english(n: int, gender: Gender = "m") -> str:
    if n >= 100:
        return "one hundredth" if n == 100 else f"one hundred and {_english(n - 100)}"
    head, dash, last = _en(n).rpartition("-")
    last = _EN_ORDINAL.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return head + dash + last


_FR_ONES = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
_FR_TENS = "- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt".split()


def _fr(n: int) -> str:
    if n < 20:
        return _FR_ONES[n]
    tens, ones = divmod(n, 10)
    if tens in (7, 9):
        ones += 10
    if n == 80:
        return "quatre-vingts"
    if not ones:
        return _FR_TENS[tens]
    joint = " et " if ones in (1, 11) and tens < 8 else "-"
    return f"{_FR_TENS[tens]}{joint}{_FR_ONES[ones]}"


def _french(n: int, gender: Gender) -> str:
    if n == 1:
        return "premier" if gender == "m" else "première"
    if n >= 100:
        return "centième" if n == 100 else f"cent {'unième' if n == 101 else _french(n - 100, gender)}"
    base = _fr(n).removesuffix("s") if n == 80 else _fr(n)
    if base.endswith("cinq"):
        return base + "uième"
    if base.endswith("neuf"):
        return base[:-1] + "vième"
    return (base[:-1] if base.endswith("e") else base) + "ième"


_RU_ONES = (
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
).split()
_RU_TENS = "- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()
_RU_ORD_ONES = (
    "- первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый "
    "тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый"
).split()
_RU_ORD_TENS = (
    "- - двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый сотый".split()
)


def _ru(n: int) -> str:
    if n < 20:
        return _RU_ONES[n]
    tens, ones = divmod(n, 10)
    return _RU_TENS[tens] + (f" {_RU_ONES[ones]}" if ones else "")


def _russian(n: int, gender: Gender) -> str:
    if n > 100:
        return f"сто {_russian(n - 100, gender)}"
    if n == 100:
        words = "сотый"
    elif n < 20:
        words = _RU_ORD_ONES[n]
    else:
        tens, ones = divmod(n, 10)
        words = f"{_RU_TENS[tens]} {_RU_ORD_ONES[ones]}" if ones else _RU_ORD_TENS[tens]
    if gender == "m":
        return words
    return words[:-2] + "ья" if words.endswith("третий") else words[:-2] + "ая"


def _russian_oblique(nominative: str) -> str:
    return nominative[:-2] + ("ьей" if nominative.endswith("ья") else "ой")


_ES_ONES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
).split()
_ES_TENS = "- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_ES_ORD_ONES = "- primero segundo tercero cuarto quinto sexto séptimo octavo noveno".split()
_ES_ORD_TENS = (
    "- décimo vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo".split()
)
_ES_TEENS = (
    "décimo undécimo duodécimo decimotercero decimocuarto decimoquinto decimosexto "
    "decimoséptimo decimoctavo decimonoveno"
).split()


def _es(n: int) -> str:
    if n < 30:
        return _ES_ONES[n]
    tens, ones = divmod(n, 10)
    return _ES_TENS[tens] + (f" y {_ES_ONES[ones]}" if ones else "")


def _spanish(n: int, gender: Gender) -> str:
    if n >= 100:
        head, rest = "centésimo", n - 100
        words = head if rest == 0 else f"{head} {_spanish(rest, 'm')}"
    elif n < 10:
        words = _ES_ORD_ONES[n]
    elif n < 20:
        words = _ES_TEENS[n - 10]
    else:
        tens, ones = divmod(n, 10)
        words = _ES_ORD_TENS[tens] + (f" {_ES_ORD_ONES[ones]}" if ones else "")
    return words if gender == "m" else re.sub(r"o\b", "a", words)


_AR_CARDINALS = (
    "صفر,واحد,اثنان,ثلاثة,أربعة,خمسة,ستة,سبعة,ثمانية,تسعة,عشرة,أحد عشر,اثنا عشر,ثلاثة عشر,أربعة عشر,"
    "خمسة عشر,ستة عشر,سبعة عشر,ثمانية عشر,تسعة عشر"
).split(",")
_AR_TENS = "- - عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون".split()
_AR_ORD_F = "- الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split()
_AR_ORD_M = "- الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split()


def _ar(n: int) -> str:
    if n < 20:
        return _AR_CARDINALS[n]
    tens, ones = divmod(n, 10)
    return (f"{_AR_CARDINALS[ones]} و" if ones else "") + _AR_TENS[tens]


def _arabic(n: int, gender: Gender) -> str:
    if n >= 100:
        return "المائة" if n == 100 else f"{_arabic(n - 100, gender)} بعد المائة"
    ones_of = _AR_ORD_F if gender == "f" else _AR_ORD_M
    if n <= 10:
        return ones_of[n]
    tens, ones = divmod(n, 10)
    # 11th and 21st say "الحادي", not "الأول".
    first = ("الحادية" if gender == "f" else "الحادي") if ones == 1 else ones_of[ones] if ones else ""
    if tens == 1:
        return f"{first} {'عشرة' if gender == 'f' else 'عشر'}"
    return (f"{first} و" if ones else "") + f"ال{_AR_TENS[tens]}"


def _arabic_oblique(nominative: str) -> str:
    """The tens change their ending after a preposition: الستون, الستين."""
    return re.sub(r"ون\b", "ين", nominative)


_ORDINALS = {
    "ar": _arabic,
    "zh": lambda n, gender: f"第{chinese(n)}",
    "en": _english,
    "fr": _french,
    "ru": _russian,
    "es": _spanish,
}
_CARDINALS = {"ar": _ar, "zh": chinese, "en": _en, "fr": _fr, "ru": _ru, "es": _es}

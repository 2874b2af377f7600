"""Dates as UN papers print them. Own tables: the names of months in UN Arabic are double (أيار/مايو).

`day`, `days`, `period` and `periods` give the bare dates ("22 and 28 to 30 August"); `when` gives
them as an adverb of time, with the little words a language needs ("le 22 et du 28 au 30 août").
Papers leave the year out where the paragraph has said it, so it is left out unless asked for.
"""

# ruff: noqa: SIM905 - tables of words are easier to read and correct as one text
from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from accord.words.languages import language

Span = tuple[date, date]

MONTHS: Final = {
    "ar": (
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيه",
        "تموز/يوليه",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ),
    "zh": tuple(f"{month}月" for month in range(1, 13)),
    "en": tuple("January February March April May June July August September October November December".split()),
    "fr": tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    "ru": tuple("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()),
    "es": tuple("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()),
}

# (between days of a list, before the last of them, between the ends of a run)
_JOINTS = {
    "ar": (" و", " و", " إلى "),
    "zh": ("、", "和", "至"),
    "en": (", ", " and ", " to "),
    "fr": (", ", " et ", " au "),
    "ru": (", ", " и ", "–"),
    "es": (", ", " y ", " a "),
}


def day(value: date, lang: str, year: bool = True) -> str:
    """One day.

    >>> [day(date(2013, 5, 14), lang) for lang in ("en", "fr", "es", "ru")]
    ['14 May 2013', '14 mai 2013', '14 de mayo de 2013', '14 мая 2013 года']
    >>> day(date(2013, 5, 14), "zh"), day(date(2013, 5, 1), "fr", year=False)
    ('2013年5月14日', '1er mai')
    """
    return _render([(value, value)], lang, year, adverb=False)


def year(value: int, lang: str) -> str:
    """A year.

    >>> year(2013, "zh"), year(2013, "es")
    ('2013年', '2013')
    """
    return f"{value}年" if lang == "zh" else str(value)


def days(values: Iterable[date], lang: str, year: bool = False) -> str:
    """Several days: of one month together, three and more in a row as "28 to 30".

    >>> august = [date(2013, 8, d) for d in (22, 28, 29, 30)]
    >>> days(august, "en"), days(august, "zh"), days(august[1:3], "en")
    ('22 and 28 to 30 August', '8月22日和28日至30日', '28 and 29 August')
    """
    return _render(runs(values), lang, year, adverb=False)


def period(first: date, last: date, lang: str, year: bool = False) -> str:
    """From a day to a day, both included.

    >>> period(date(2013, 5, 14), date(2013, 5, 24), "en"), period(date(2013, 5, 30), date(2013, 6, 2), "zh")
    ('14 to 24 May', '5月30日至6月2日')
    """
    return periods([(first, last)], lang, year)


def periods(spans: Sequence[Span], lang: str, year: bool = False) -> str:
    """Several periods; one that ends on its first day is printed as a day.

    >>> spans = [(date(2013, 5, 14), date(2013, 5, 24)), (date(2013, 6, 27), date(2013, 6, 27))]
    >>> periods(spans, "en"), periods(spans, "es", year=True)
    ('14 to 24 May and 27 June', '14 a 24 de mayo y 27 de junio de 2013')
    """
    return _render(list(spans), lang, year, adverb=False)


def when(spans: Iterable[date] | Sequence[Span], lang: str, year: bool = False) -> str:
    """Days or periods as an adverb of time: what the sentence needs around the bare dates.

    >>> august = [date(2013, 8, d) for d in (22, 28, 29, 30)]
    >>> [when(august, lang) for lang in ("en", "fr", "es")]
    ['on 22 and from 28 to 30 August', 'le 22 et du 28 au 30 août', 'el 22 y del 28 al 30 de agosto']
    >>> when([(date(2013, 5, 14), date(2013, 5, 24))], "ru"), when(august[1:3], "fr")
    ('с 14 по 24 мая', 'les 28 et 29 août')
    """
    given = list(spans)
    return _render([s for s in given if isinstance(s, tuple)] or runs(_dates(given)), lang, year, adverb=True)


def runs(values: Iterable[date]) -> list[Span]:
    """The days in order, each once, with three or more in a row drawn together as (first, last).

    >>> [b - a for a, b in runs([date(2013, 8, d) for d in (30, 19, 20, 28, 29)])] == [timedelta(n) for n in (0, 0, 2)]
    True
    """
    found: list[list[date]] = []
    for value in sorted(set(values)):
        if found and value - found[-1][-1] == timedelta(1):
            found[-1].append(value)
        else:
            found.append([value])
    return [
        span for run in found for span in ([(run[0], run[-1])] if len(run) > 2 else [(value, value) for value in run])
    ]


def _dates(given: Iterable[object]) -> list[date]:
    return [value for value in given if isinstance(value, date)]


def _render(spans: list[Span], lang: str, year: bool, adverb: bool) -> str:
    """Spans grouped by the month that is printed once for all of them, and the groups joined."""
    language(lang)
    if not spans:
        raise ValueError("no dates")
    groups = [list(group) for _, group in groupby(spans, key=_group)]
    several_years = len({value.year for span in spans for value in span}) > 1
    texts, nested = [], False
    for number, group in enumerate(groups):
        last_of_year = number + 1 == len(groups) or groups[number + 1][0][1].year != group[0][1].year
        first_of_year = number == 0 or groups[number - 1][0][1].year != group[0][0].year
        with_year = year and (first_of_year if lang == "zh" else last_of_year or several_years)
        texts.append(_month(group, lang, with_year, adverb))
        nested = len(group) > 1
    return _joined(texts, lang, nested)


def _group(span: Span) -> tuple[int, int, int]:
    """Spans within one month share its name; a span over two months stands alone."""
    first, last = span
    return (
        (first.year, first.month, 0)
        if (first.year, first.month) == (last.year, last.month)
        else (*first.timetuple()[:2], first.day)
    )


def _joined(texts: list[str], lang: str, nested: bool) -> str:
    between, last, _ = _JOINTS[lang]
    if len(texts) == 1:
        return texts[0]
    if nested and lang == "zh":
        last = "以及"
    elif nested and len(texts) > 2 and lang != "ar":
        last = "," + last
    return between.join(texts[:-1]) + last + texts[-1]


def _month(group: list[Span], lang: str, year: bool, adverb: bool) -> str:
    """The spans of one group, the month and the year: "22 and 28 to 30 August 2013"."""
    first, last = group[0][0], group[-1][1]
    if (first.year, first.month) != (last.year, last.month):
        return _across(first, last, lang, year, adverb)
    parts = [_adverb(span, lang, group) if adverb else _bare(span, lang) for span in group]
    between, and_, _ = _JOINTS[lang]
    text = parts[0] if len(parts) == 1 else between.join(parts[:-1]) + and_ + parts[-1]
    if adverb:
        text = _opening(group, lang) + text
    month = MONTHS[lang][last.month - 1]
    if lang == "zh":
        return (f"{last.year}年" if year else "") + month + text
    if lang == "es":
        return f"{text} de {month}" + (f" de {last.year}" if year else "")
    return f"{text} {month}" + (f" {last.year}{' года' if lang == 'ru' else ''}" if year else "")


def _bare(span: Span, lang: str) -> str:
    first, last = span
    if first == last:
        return _number(first, lang)
    return f"{_number(first, lang)}{_JOINTS[lang][2]}{_number(last, lang)}"


def _number(value: date, lang: str) -> str:
    if lang == "zh":
        return f"{value.day}日"
    return "1er" if lang == "fr" and value.day == 1 else str(value.day)


# Adverbs: (one day, several days, from, to); the word for days stands once before a row of single days.
_ADVERBS = {
    "ar": ("في ", "في ", "من ", " إلى "),
    "zh": ("", "", "", "至"),
    "en": ("on ", "on ", "from ", " to "),
    "fr": ("le ", "les ", "du ", " au "),
    "ru": ("", "", "с ", " по "),
    "es": ("el ", "los días ", "del ", " al "),
}


def _opening(group: list[Span], lang: str) -> str:
    one, several, _, _ = _ADVERBS[lang]
    singles = 0
    for first, last in group:
        if first != last:
            break
        singles += 1
    return several if singles > 1 else one if singles else ""


def _adverb(span: Span, lang: str, group: list[Span]) -> str:
    first, last = span
    _, _, from_, to = _ADVERBS[lang]
    if first == last:
        return _number(first, lang)
    if lang == "ar" and span is group[0]:
        from_ = "في الفترة من "
    return f"{from_}{_number(first, lang)}{to}{_number(last, lang)}"


def _across(first: date, last: date, lang: str, year: bool, adverb: bool) -> str:
    """A period over two months."""
    from_, to = (_ADVERBS[lang][2], _ADVERBS[lang][3]) if adverb else ("", _JOINTS[lang][2])
    if lang == "ru":
        to = to if adverb else " – "
    if lang == "ar" and adverb:
        from_ = "في الفترة من "
    years = year and first.year != last.year
    start, end = (
        _whole(first, lang, years or (year and lang == "zh")),
        _whole(last, lang, years or (year and lang != "zh")),
    )
    return f"{from_}{start}{to}{end}"


def _whole(value: date, lang: str, year: bool) -> str:
    return _month([(value, value)], lang, year, adverb=False)

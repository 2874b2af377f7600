"""Dates in running text: days, lists of days and periods, with the year that the context gives.

>>> [found.dates for found in mentions("22 and 28 to 30 August 2013", "en", None)]
[('2013-08-22', '2013-08-28/2013-08-30')]
>>> [found.dates for found in mentions("于 5 月 14 日至 24 日、6 月 27 日举行", "zh", 2013)]
[('2013-05-14/2013-05-24', '2013-06-27')]
>>> [found.dates for found in mentions("du 27 juin au 2 juillet 2013", "fr", None)]
[('2013-06-27/2013-07-02',)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from msgspec import Struct

from accord.words.dates import MONTHS

_RANGE = {
    "zh": "至|到|[-–—]",
    "en": "to|through|until|[-–—]",
    "fr": "au|[-–—]",
    "es": "al?|[-–—]",
    "ru": "по|[-–—]",
    "ar": "إلى|حتى|[-–—]",
}
_LIST = {"zh": "、|以及|和|及|与|，|,", "en": "and|,|&", "fr": "et|,", "es": "y|e|,", "ru": "и|,", "ar": "و|،"}
_BEFORE = {"en": "from|on", "fr": "du|le|les", "es": "del|el|los", "ru": "с|со", "ar": "من|في"}


class Mention(Struct, frozen=True):
    """Dates that stand together: ISO days and periods ("2013-05-14/2013-05-24") in the order printed.

    `form` tells what is printed of the first: "ymd" or "md". `year` is the year printed, if any.
    """

    start: int
    end: int
    dates: tuple[str, ...]
    form: str
    year: int | None


class _Atom(Struct):
    start: int
    end: int
    day: int
    month: int | None
    year: int | None
    ranged: bool


def mentions(text: str, lang: str, year: int | None) -> Iterator[Mention]:
    """Every dated place of the text; days without any known year are left out.

    Args:
        year: the year in force before this text; a year in the text takes its place.
    """
    for group in _cjk_groups(text) if lang == "zh" else _groups(text, lang):
        printed = next((atom.year for atom in group if atom.year), None)
        known = printed or year
        if printed:
            year = next(atom.year for atom in reversed(group) if atom.year)
        if known is None:
            continue
        dates = _dates(group, known, lang)
        if dates:
            form = "ymd" if printed else "md"
            yield Mention(group[0].start, group[-1].end, dates, form, printed)


def _dates(group: list[_Atom], year: int, lang: str) -> tuple[str, ...]:
    """The days of a group; a month or year printed once holds for its neighbours."""
    out: list[str] = []
    months = [atom.month for atom in group]
    years = [atom.year for atom in group]
    if lang == "zh":
        _carry(months)
        _carry(years)
    else:
        _carry(months, back=True)
        _carry(years, back=True)
        _carry(years)
    for atom, month, when in zip(group, months, years, strict=True):
        try:
            day = date(when or year, month or 0, atom.day).isoformat()
        except ValueError:
            return ()
        if atom.ranged and out:
            out[-1] = f"{out[-1].split('/')[0]}/{day}"
        else:
            out.append(day)
    return tuple(out)


def _carry(values: list[int | None], back: bool = False) -> None:
    order = range(len(values) - 1, -1, -1) if back else range(len(values))
    last: int | None = None
    for n in order:
        last = values[n] = values[n] or last


_CJK_ATOM = re.compile(r"(?:(\d{4})\s?年\s?)?(?:(\d{1,2})\s?月\s?)?(\d{1,2})\s?日")


def _cjk_groups(text: str) -> Iterator[list[_Atom]]:
    group: list[_Atom] = []
    joint = re.compile(rf"\s?(?:({_RANGE['zh']})|{_LIST['zh']})\s?")
    for found in _CJK_ATOM.finditer(text):
        link = joint.fullmatch(text, group[-1].end, found.start()) if group else None
        if group and link is None:
            yield group
            group = []
        if not group and not found[2]:
            continue
        group.append(
            _Atom(
                found.start(),
                found.end(),
                int(found[3]),
                int(found[2]) if found[2] else None,
                int(found[1]) if found[1] else None,
                bool(link and link[1]),
            )
        )
    if group:
        yield group


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], dict[str, int]]:
    names: dict[str, int] = {}
    for number, name in enumerate(MONTHS[lang], 1):
        for form in (name, *(name.split("/") if "/" in name else ())):
            names[form.lower()] = number
    month = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    day = r"\d{1,2}(?:er|st|nd|rd|th|º|-го)?"
    before = f"(?:(?:{_BEFORE[lang]})\\s)?"
    link = f"(?:\\s?(?:{_RANGE[lang]}|{_LIST[lang]})\\s?){{1,2}}"
    days = f"{day}(?:{link}{before}{day}(?!\\d)){{0,12}}"
    year = r"(?:(?:\sde|\sdel|,)?\s(?P<year>(?:19|20)\d\d)(?:\sгода|\sг\.)?)?"
    whole = rf"(?<![\d/.])(?P<days>{days})\s(?:de\s)?(?P<month>{month})(?!\w){year}"
    each = re.compile(rf"(?P<range>{_RANGE[lang]})?\s?{before}(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|º|-го)?", re.I)
    joint = re.compile(rf"\s?(?:,\s)?(?:(?P<range>{_RANGE[lang]})|{_LIST[lang]})?\s?{before}", re.I)
    return re.compile(whole, re.I), each, joint, names


def _groups(text: str, lang: str) -> Iterator[list[_Atom]]:
    whole, each, joint, names = _patterns(lang)
    group: list[_Atom] = []
    for found in whole.finditer(text):
        link = joint.fullmatch(text, group[-1].end, found.start()) if group else None
        if group and (link is None or not link.group().strip()):
            yield group
            group, link = [], None
        atoms = [
            _Atom(found.start() + m.start("day"), found.start() + m.end(), int(m["day"]), None, None, bool(m["range"]))
            for m in each.finditer(found["days"])
        ]
        if not atoms:
            continue
        atoms[0].ranged = bool(link and link["range"])
        atoms[-1].month = names[found["month"].lower()]
        atoms[-1].year = int(found["year"]) if found["year"] else None
        atoms[-1].end = found.end()
        atoms[0].start = found.start()
        group.extend(atoms)
    if group:
        yield group

"""What a unit says that must be the same in every language: symbols, dates, States, figures, notes, brackets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from accord.papers.consistency.figures import figures
from accord.papers.consistency.numerals import in_words
from accord.papers.reading.context import symbols_in
from accord.papers.reading.dates import mentions
from accord.papers.reading.structs import Unit
from accord.reference.groups import groups
from accord.reference.states import find_states

_LISTED = ("panellist", "organisation", "submitter")
"""Members of lists whose names are not the same in every language, so that only their number can be compared."""


class Said(Struct, frozen=True):
    """The facts in the words of one unit. `names` tells how a State or group is printed here."""

    symbols: Counter[str]
    dates: Counter[str]
    states: Counter[str]
    figures: Counter[str]
    words: frozenset[int]
    """Numbers in words that surely are numbers."""
    maybe: frozenset[int]
    """All numbers that words may say."""
    marks: Counter[str]
    brackets: int
    length: int
    members: Counter[str]
    names: Mapping[str, str]


def said(unit: Unit, lang: str, year: int | None, states: Mapping[str, str]) -> Said:
    """What a unit says.

    Args:
        year: the year of days that are printed without one.
        states: further names of States and groups with their codes, beside those of the United Nations.

    >>> unit = Unit("para-3", "paragraph", "3.", "On 9 May, Mali and Chad gave 1,250 copies of A/AC.9/2.", 1, 1)
    >>> found = said(unit, "en", 2031, {})
    >>> sorted(found.states), sorted(found.dates), sorted(found.figures), sorted(found.symbols)
    (['MLI', 'TCD'], ['2031-05-09'], ['1250'], ['A/AC.9/2'])
    """
    text = unit.text
    taken: list[tuple[int, int]] = []
    symbols: Counter[str] = Counter()
    for start, end, symbol in symbols_in(text):
        symbols[symbol] += 1
        taken.append((start, end))
    days: Counter[str] = Counter()
    for mention in mentions(_without(text, taken), lang, year):
        days.update(mention.dates)
        taken.append((mention.start, mention.end))
    named: Counter[str] = Counter()
    names: dict[str, str] = {}
    for start, end, code in find_states(text, lang, {**_groups(lang), **states}):
        if not any(start < b and a < end for a, b in taken):
            named[code] += 1
            names.setdefault(code, text[start:end])
            taken.append((start, end))
    rest = _without(text, taken)
    sure, maybe = in_words(rest, lang)
    return Said(
        symbols,
        days,
        named,
        figures(rest, lang),
        frozenset(sure),
        frozenset(maybe),
        Counter(mark.marker for mark in unit.refs),
        text.count("[") + text.count("［"),
        len(text),
        Counter(part.kind for part in unit.parts if part.kind in _LISTED),
        names,
    )


def _without(text: str, taken: list[tuple[int, int]]) -> str:
    """The text with some of its places blank, so that nothing is counted twice."""
    plain = list(text)
    for start, end in taken:
        plain[start:end] = " " * (end - start)
    return "".join(plain)


def _groups(lang: str) -> dict[str, str]:
    return {group.name(lang): group.group for group in groups().values()}

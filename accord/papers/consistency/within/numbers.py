"""Numbers that a paragraph announces, against what it then lists: "the following six documents"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.papers.reading.facts.numbers import counted_number
from accord.papers.reading.findings import finding
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding

_ANNOUNCED = {
    "en": r"\bfollowing (?P<n>[\w-]+) [\w -]{3,40}?:$",
    "fr": r"\b(?:[ld]es|aux|au) (?P<n>[\w-]+) [\w -]{3,40}? suivante?s\s?:$",
    "es": r"\b(?:los|las|l[oa]s siguientes) (?P<n>\w+) [\w -]{3,40}?(?: siguientes)?:$",
    "ru": r"\bследующи[ехм]\w* (?P<n>\w+) [\w -]{3,40}?:$",
    "zh": r"(?:下列|以下|如下)\s?(?P<n>[一二两三四五六七八九十]{1,4}|\d{1,3})\s?[个份项次篇种类条][^，。]{0,12}[：:]$",
    "ar": r"(?:^|\s)(?:ال)?\w+ ال(?P<n>\w+) التالية:$",
}


def numbers(reading: Reading) -> Iterator[Finding]:
    """Paragraphs and items that announce another number of items than stand under them."""
    below: dict[str, int] = {}
    for unit in reading.units:
        if unit.kind in ("item", "subitem", "agenda-item"):
            parent = unit.id.rpartition("-")[0]
            below[parent] = below.get(parent, 0) + 1
    pattern = re.compile(_ANNOUNCED[reading.language])
    for unit in reading.units:
        said = pattern.search(unit.text) if unit.id in below else None
        number = said and _number(said["n"], reading.language)
        if number and number != below[unit.id]:
            yield finding(unit.id, "count-differs", said=number, found=below[unit.id])


def _number(word: str, lang: str) -> int | None:
    """The number that a word says, in any gender or case."""
    from accord.papers.consistency.numerals import in_words

    exact = counted_number(word, lang)
    return exact if exact is not None else next(iter(in_words(word, lang)[1]), None)

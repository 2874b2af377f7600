"""Labels at the start of lines: chapter, section, paragraph, item and sub-item, in six languages.

A line can carry several readings ("I." is a chapter or the ninth section); `labels_at` gives all of
them, with their place in their order, and `structure` takes the one that is due.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from accord.words.labels import ABJAD, ABJAD_NAMES, ARABIC_CHAPTERS

_ROMAN = re.compile(r"^(?=[IVXLivxl])(?:x{0,3}|xl|X{0,3}|XL)(?:ix|iv|v?i{0,3}|IX|IV|V?I{0,3})$")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_CJK = "一二三四五六七八九十"
_RING = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_RU_ITEMS = "абвгдежзиклмнопрстуфхцчшщэюя"
_LOOK_ALIKES = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")

_DOTTED = re.compile(
    r"^(?:(?:Chapter|Chapitre|Глава|Capítulo)\s+)?([IVXLC]{1,6}|[A-ZА-Я])\s?[.．](?:\s*[-–—])?\s+(?=\S)"
)
_NUMBER = re.compile(r"^(\d{1,3})\s?(?:[.．](?:\s+|(?=[^\d\s.]))|\s?[-–—](?:\s+|(?=[ء-ي])))(?=\S)|^(\d{1,3})[.．]$")
_CJK_DOT = re.compile(rf"^([{_CJK}]{{1,3}})\s?[.．、]\s*(?=\S)")
_AR_DASH = re.compile(r"^([ء-ي]{2,6}(?: عشر)?)\s?[-–—]\s*(?=\S)")
_AR_SIGNS = re.compile("[\u064b-\u0652\u0640]")
_AR_QUOTED = re.compile(r"^['’‘`´](\d{1,2})['’‘`´]\s*(?=\S)")
_BRACKET = re.compile(rf"^[(（]\s?([a-z]{{1,5}}|[а-я]|[ء-ي]\s?ـ?(?:\s?[ء-ي])?|[{_CJK}]{{1,3}})\s?[)）]\s*(?=\S)")
_HALF = re.compile(r"^([a-z]{1,5}|[а-я])\)(?:\s+(?=\S)|(?=[^\W\d]|[“«]))")
_RING_LABEL = re.compile(f"^([{_RING}])\\s*(?=\\S)")


class Label(Struct, frozen=True):
    """One reading of a line's start: `index` counts from 1, `printed` is the label, `rest` where the text begins."""

    kind: str
    index: int
    printed: str
    rest: int
    key: str


def roman(text: str) -> int | None:
    """The value of a Roman numeral up to 89, in one case.

    >>> roman("IV"), roman("ix"), roman("IIII"), roman("d")
    (4, 9, None, None)
    """
    if not text or not _ROMAN.match(text):
        return None
    values = [_VALUES[c] for c in text.lower()]
    return sum(-v if any(w > v for w in values[n + 1 : n + 2]) else v for n, v in enumerate(values))


def cjk_number(text: str) -> int | None:
    """The value of a Chinese numeral up to 99.

    >>> cjk_number("四"), cjk_number("十二"), cjk_number("六十八")
    (4, 12, 68)
    """
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _CJK.find(text) + 1 if len(text) == 1 and text in _CJK else None
    if (tens and tens not in _CJK[:9]) or (ones and ones not in _CJK[:9]):
        return None
    return (_CJK.find(tens) + 1 if tens else 1) * 10 + (_CJK.find(ones) + 1 if ones else 0)


def letter(text: str) -> int | None:
    """The place of an item's letter; doubled letters follow the alphabet.

    >>> letter("a"), letter("aa"), letter("ab"), letter("в"), letter("ب")
    (1, 27, None, 3, 2)
    """
    one = text[0]
    if text != one * len(text) or len(text) > 2:
        return None
    for alphabet in ("abcdefghijklmnopqrstuvwxyz", _RU_ITEMS, ABJAD):
        if one in alphabet:
            return alphabet.index(one) + 1 + len(alphabet) * (len(text) - 1)
    return None


def labels_at(line: str) -> Iterator[Label]:
    """Every reading of the start of a line.

    >>> [(label.kind, label.index) for label in labels_at("I. Introduction")]
    [('chapter', 1), ('section', 9)]
    >>> [(label.kind, label.index) for label in labels_at("(i) a treaty")]
    [('item', 9), ('subitem', 1)]
    >>> [(label.kind, label.index, label.key) for label in labels_at("12. The Group met")]
    [('number', 12, '12')]
    >>> list(labels_at("(代表新议程联盟)")), list(labels_at("2013 年"))
    ([], [])
    """
    if found := _NUMBER.match(line):
        digits = found[1] or found[2]
        yield Label("number", int(digits), line[: found.end()].strip(), found.end(), str(int(digits)))
    if found := _DOTTED.match(line):
        name, printed = found[1].translate(_LOOK_ALIKES), line[: found.end()].strip()
        if value := roman(name):
            yield Label("chapter", value, printed, found.end(), str(value))
        if len(name) == 1 and "A" <= name <= "Z":
            yield Label("section", ord(name) - 64, printed, found.end(), name)
    elif found := _CJK_DOT.match(line):
        if value := cjk_number(found[1]):
            yield Label("chapter", value, line[: found.end()].strip(), found.end(), str(value))
    elif dashed := _arabic_dash(line):
        name, rest = dashed
        for kind, names in (("chapter", ARABIC_CHAPTERS), ("section", ABJAD_NAMES)):
            if name in names:
                value = names.index(name) + 1
                key = str(value) if kind == "chapter" else chr(64 + value) if value <= 26 else str(value)
                yield Label(kind, value, line[:rest].strip(), rest, key)
    elif found := _AR_QUOTED.match(line):
        value = int(found[1])
        yield Label("subitem", value, line[: found.end()].strip(), found.end(), _small_roman(value))
    if found := _RING_LABEL.match(line):
        value = _RING.index(found[1]) + 1
        yield Label("subitem", value, found[1], found.end(), _small_roman(value))
    elif found := _BRACKET.match(line) or _HALF.match(line):
        name, printed = re.sub(r"[ـ\s]", "", found[1]), line[: found.end()].strip()
        if (value := cjk_number(name)) is not None:
            yield Label("subitem", value, printed, found.end(), _small_roman(value))
        if (value := letter(name)) is not None:
            yield Label("item", value, printed, found.end(), _small_letter(value))
        if (value := roman(name)) is not None:
            yield Label("subitem", value, printed, found.end(), _small_roman(value))


def _arabic_dash(line: str) -> tuple[str, int] | None:
    """An Arabic ordinal or letter's name before a dash, without vowel signs, and where the text after it begins.

    >>> _arabic_dash("ثانياً - الوثائق"), _arabic_dash("ألف- القائمة")
    (('ثانيا', 9), ('ألف', 5))
    """
    head = line[:20]
    found = _AR_DASH.match(_AR_SIGNS.sub("", head) + line[20:40])
    if found is None:
        return None
    dash = re.search(r"[-–—]\s*", line)
    return (found[1], dash.end()) if dash else None


def number_of(printed: str) -> str:
    """A chapter's or section's number without its point.

    >>> number_of("一."), number_of("IV."), number_of("(a)")
    ('一', 'IV', '(a)')
    """
    return re.sub(r"[\s.．、\-–—]+$", "", re.sub(r"^(?:Chapter|Chapitre|Глава|Capítulo)\s+", "", printed))


def _small_roman(value: int) -> str:
    tens, ones = divmod(value, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


def _small_letter(value: int) -> str:
    return chr(96 + value) if value <= 26 else chr(96 + (value - 1) % 26 + 1) * 2

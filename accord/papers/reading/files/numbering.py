"""Automatic numbers of a word processor, printed as it prints them: "1.", "(a)", "㈠", "(أ)", "iv."."""

from __future__ import annotations

import re
from collections import defaultdict

from lxml import etree  # type: ignore[import-untyped]
from msgspec import Struct

from accord.words.labels import ABJAD
from accord.words.numerals import arabic_digits, chinese, roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST = 9_999
_HIJA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"


class Level(Struct):
    """A level of a list: how its numbers look, where they start, after which level they start anew."""

    form: str
    text: str
    start: int
    restart: int | None
    legal: bool = False
    layout: etree._Element | None = None
    """What it says of its paragraphs, as their distance from the margin."""


def printed(n: int, form: str) -> str:
    """A number in a format of the word processor (ST_NumberFormat); digits for one that is not known here.

    >>> [printed(4, form) for form in ("decimal", "lowerLetter", "upperRoman", "chineseCounting", "arabicAbjad")]
    ['4', 'd', 'IV', '四', 'د']
    >>> printed(28, "lowerLetter"), printed(3, "decimalEnclosedParen"), printed(2, "ideographEnclosedCircle")
    ('bb', '⑶', '㊁')
    """
    if not 0 < n <= _LARGEST:
        return str(n)
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(97 + (n - 1) % 26) * ((n - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        return roman(n) if form == "upperRoman" else roman(n).lower()
    if form in _ALPHABETS:
        letters = _ALPHABETS[form]
        return letters[(n - 1) % len(letters)] * ((n - 1) // len(letters) + 1)
    if form in _CHINESE:
        return chinese(n)
    if form in ("hindiNumbers", "arabicIndicNumbers"):
        return arabic_digits(str(n))
    if form in _RINGS and n <= 20:
        first, count = _RINGS[form]
        return chr(first + n - 1) if n <= count else str(n)
    if form == "decimalZero":
        return f"{n:02}"
    if form == "ordinal":
        return f"{n}."
    if form in ("bullet", "none"):
        return ""
    return str(n)


_ALPHABETS = {"arabicAbjad": ABJAD, "arabicAlpha": _HIJA, "russianLower": _RUSSIAN, "russianUpper": _RUSSIAN.upper()}
_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand", "koreanCounting",
}  # fmt: skip
_RINGS = {
    "decimalEnclosedCircle": (0x2460, 20), "decimalEnclosedCircleChinese": (0x2460, 20),
    "decimalEnclosedParen": (0x2474, 20), "decimalEnclosedFullstop": (0x2488, 20),
    "ideographEnclosedCircle": (0x3280, 10),
}  # fmt: skip


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self.levels: dict[str, dict[int, Level]] = {}
        self.abstract: dict[str, str] = {}
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)
        self.started: set[str] = set()
        self.starts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is None:
            return
        abstracts = {a.get(f"{W}abstractNumId", ""): _levels(a) for a in root.iterfind(f"{W}abstractNum")}
        for found in root.iterfind(f"{W}num"):
            name = found.get(f"{W}numId", "")
            home = _value(found.find(f"{W}abstractNumId")) or ""
            self.abstract[name] = home
            self.levels[name] = dict(abstracts.get(home, {}))
            for override in found.iterfind(f"{W}lvlOverride"):
                self._override(name, override)

    def _override(self, name: str, override: etree._Element) -> None:
        depth = _number(override.get(f"{W}ilvl"), 0)
        if (own := override.find(f"{W}lvl")) is not None:
            self.levels[name][depth] = _level(own)
        if (start := _value(override.find(f"{W}startOverride"))) is not None:
            self.starts[name][depth] = _number(start, 1)

    def label(self, name: str, depth: int) -> str:
        """The next label of a list at a level; nothing for a bullet, "" for a list that the document has not."""
        level = self.levels.get(name, {}).get(depth)
        if level is None:
            return ""
        counts = self.counts[self.abstract[name]]
        if name not in self.started:
            self.started.add(name)
            for at, start in self.starts[name].items():
                counts[at] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            below = self.levels[name].get(deeper)
            if below is None or below.restart != 0:
                del counts[deeper]
        return re.sub(r"%([1-9])", lambda m: self._part(name, int(m[1]) - 1, level, counts), level.text).strip()

    def layout(self, name: str, depth: int) -> etree._Element | None:
        """What a list says of its paragraphs at a level."""
        level = self.levels.get(name, {}).get(depth)
        return None if level is None else level.layout

    def _part(self, name: str, depth: int, level: Level, counts: dict[int, int]) -> str:
        above = self.levels[name].get(depth, level)
        return printed(counts.get(depth, above.start), "decimal" if level.legal else above.form)


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {_number(lvl.get(f"{W}ilvl"), 0): _level(lvl) for lvl in abstract.iterfind(f"{W}lvl")}


def _level(lvl: etree._Element) -> Level:
    restart = _value(lvl.find(f"{W}lvlRestart"))
    form = _value(lvl.find(f"{W}numFmt")) or "decimal"
    text = _value(lvl.find(f"{W}lvlText"))
    return Level(
        form, "" if form == "bullet" else text or "", _number(_value(lvl.find(f"{W}start")), 1),
        _number(restart, 0) if restart is not None else None, lvl.find(f"{W}isLgl") is not None,
        lvl.find(f"{W}pPr"),
    )  # fmt: skip


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(f"{W}val")


def _number(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,5}", text) else default

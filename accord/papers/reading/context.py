"""What the readers of facts share: the language, the States, the units, and the book of spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from accord.acts import symbols
from accord.papers.reading.dates import Mention, mentions
from accord.papers.reading.lexicon import Cues, cues
from accord.papers.reading.listing import Entry, entries
from accord.papers.reading.structs import Finding, Span, Unit
from accord.reference.states import find_states
from accord.wire.codec import Malformed

LONGEST_UNIT = 20_000
_SYMBOL = re.compile(
    r"(?<![\w/.])[A-Z]{1,6}/(?:[A-Za-z0-9][A-Za-z0-9.\-]*/){0,7}"
    r"[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?\*{0,3}(?![\w/])",
    re.A,
)


class Book:
    """The spans of all units: leaf spans and the members inside lists, each without overlap."""

    def __init__(self) -> None:
        self.spans: dict[str, list[Span]] = {}
        self.parts: dict[str, list[Span]] = {}

    def add(self, unit: Unit, start: int, end: int, kind: str, ref: str, form: str = "", value: str = "") -> bool:
        """Enters a span, unless other spans already state some of its characters."""
        return self._enter(self.spans, unit, Span(start, end, kind, ref, form, value))

    def part(self, unit: Unit, start: int, end: int, kind: str, ref: str, form: str = "", value: str = "") -> bool:
        """Enters a member of a list that is itself a span."""
        return self._enter(self.parts, unit, Span(start, end, kind, ref, form, value))

    @staticmethod
    def _enter(where: dict[str, list[Span]], unit: Unit, span: Span) -> bool:
        if not 0 <= span.start < span.end <= len(unit.text):
            return False
        taken = where.setdefault(unit.id, [])
        if any(span.start < other.end and other.start < span.end for other in taken):
            return False
        taken.append(span)
        return True

    def free(self, unit: Unit, start: int, end: int) -> bool:
        """Whether no span states any of these characters yet."""
        return not any(start < other.end and other.start < end for other in self.spans.get(unit.id, ()))


class Context:
    """One document being read."""

    def __init__(self, lang: str, units: list[Unit], more: Mapping[str, str] | None) -> None:
        self.lang = lang
        self.cues: Cues = cues(lang)
        self.more = dict(more or {})
        self.units = units
        self.by_id = {unit.id: unit for unit in units}
        self.book = Book()
        self.findings: list[Finding] = []
        self.names: set[str] = set()
        """Names of organisations met in brackets: not to be split."""
        self.year: int | None = None
        self._below: dict[tuple[str, str], list[Unit]] = {}
        self._resolutions: dict[str, str] = {}

    def children(self, unit: Unit, kind: str) -> list[Unit]:
        """The items, subitems or entries directly beneath a unit, in order."""
        if not self._below:
            for below in self.units:
                self._below.setdefault((below.id.rpartition("-")[0], below.kind), []).append(below)
        return list(self._below.get((unit.id, kind), ()))

    def of_kind(self, *kinds: str) -> list[Unit]:
        """The units of some kinds, in the order of the document; those of annexes state no facts of the body's work."""
        return [unit for unit in self.units if unit.kind in kinds and not unit.within]

    def find(self, text: str, code: str, detail: str) -> None:
        """Adds a finding: where (a unit's id), its stable code, what was seen."""
        self.findings.append(Finding(text, code, detail))

    def dates(self, unit: Unit) -> list[Mention]:
        """The dates of a unit; its own year, else that of the year in force."""
        return list(mentions(unit.text, self.lang, self.year))

    @lru_cache(maxsize=512)  # noqa: B019  (a context lives for one reading)
    def states(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """The States named in a text: (start, end, code)."""
        return tuple(find_states(text, self.lang, self.more))

    def state(self, name: str) -> str | None:
        """The code of the State that a whole name is, or nothing."""
        plain = name.strip()
        found = self.states(plain)
        return found[0][2] if found and (found[0][0], found[0][1]) == (0, len(plain)) else None

    def resolution(self, number: str) -> str:
        """The symbol of a resolution cited by number: as the document prints it, or else the General Assembly's."""
        plain = number.replace(" ", "")
        if not self._resolutions:
            self._resolutions = {"": ""}
            for unit in self.units:
                for _, _, normal in symbols_in(unit.text):
                    if "/RES/" in normal:
                        self._resolutions.setdefault(normal.split("/RES/")[1], normal)
        return self._resolutions.get(plain, f"A/RES/{plain}")

    def closed(self, text: str) -> list[tuple[int, int]]:
        """Stretches that no list may split: States, names of organisations, words with a separator inside."""
        out = [(a, b) for a, b, _ in self.states(text)]
        for name in self.names:
            at = text.find(name) if len(name) > 2 else -1
            while at >= 0:
                out.append((at, at + len(name)))
                at = text.find(name, at + len(name))
        if self.cues.protected:
            out += [(m.start(), m.end()) for m in re.finditer(self.cues.protected, text)]
        return out

    def entries(self, unit: Unit, start: int, end: int) -> list[Entry]:
        """The members of the list unit.text[start:end]."""
        return entries(unit.text, start, end, self.lang, self.closed(unit.text))

    def name(self, unit: Unit, found: Entry) -> str:
        """The name of a member as printed, without article and brackets."""
        return unit.text[found.name_start : found.name_end]

    def sentences(self, unit: Unit) -> Iterator[tuple[int, int]]:
        """The sentences of a unit."""
        for found in re.finditer(self.cues.sentence, unit.text):
            if found.end() > found.start():
                yield found.start(), found.end()


def symbols_in(text: str) -> Iterator[tuple[int, int, str]]:
    """The document symbols of a text: (start, end, normal spelling).

    >>> list(symbols_in("通过了 A/AC.281/L.1/Rev.1 和 A/AC.281/INF/9 号文件，态势/战略"))
    [(4, 22, 'A/AC.281/L.1/Rev.1'), (25, 39, 'A/AC.281/INF.9')]
    """
    for found in _SYMBOL.finditer(text):
        word = found.group()
        if not any(c.isdigit() for c in word):
            continue
        try:
            yield found.start(), found.end(), symbols.normal(word)
        except Malformed:
            continue

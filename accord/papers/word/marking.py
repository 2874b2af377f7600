"""Tracked changes as a word processor writes them: runs put and dropped, paragraphs put, dropped and moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree  # type: ignore[import-untyped]
from msgspec import Struct

from accord.areas.negotiation.edits import Drop, Put
from accord.areas.negotiation.merging import Credited
from accord.papers.report.docx.elements import W, el
from accord.papers.report.docx.runs import runs

LONGEST_AUTHOR = 255
"""Characters that Word reads of an author's name."""


class Author(Struct, frozen=True):
    """Whose a change is, and when the record admitted it (`2013-08-30T12:00:00Z`; empty where unknown)."""

    name: str
    date: str = ""


Authors = Callable[[tuple[int, ...]], Author]
"""Whose the amendments of some entries are."""


class Marker:
    """Numbers the changes of one file."""

    def __init__(self, authors: Authors, language: str) -> None:
        self._authors = authors
        self._language = language
        self._number = 0

    def mark(self, name: str, by: tuple[int, ...], *inside: etree._Element) -> etree._Element:
        """A change `ins`, `del`, `moveFrom` or `moveTo` around runs, or empty for the mark of a paragraph."""
        self._number += 1
        author = self._authors(by)
        found = el(name, *inside, id=1000 + self._number, author=author.name[:LONGEST_AUTHOR])
        if author.date:
            found.set(f"{{{W}}}date", author.date)
        return found

    def edited(self, text: str, edits: Iterable[Credited]) -> Iterator[etree._Element]:
        """A text with what edits put and drop in it."""
        place = 0
        for credited in edits:
            edit = credited.edit
            if isinstance(edit, Put):
                yield self.mark("ins", credited.by, *runs(edit.text, self._language))
                continue
            words = text[place : place + edit.n]
            place += edit.n
            if isinstance(edit, Drop):
                yield self.mark("del", credited.by, *gone(runs(words, self._language)))
            else:
                yield from runs(words, self._language)


def gone(found: Iterable[etree._Element]) -> list[etree._Element]:
    """Runs as they stand within a deletion."""
    made = list(found)
    for run in made:
        for words in run.iter(f"{{{W}}}t"):
            words.tag = f"{{{W}}}delText"
    return made

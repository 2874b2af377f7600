"""Footnotes: their indicators, alone on a line or glued to a word, and their bodies at the foot of a page."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from accord.papers.reading.text import join

MARK = re.compile(r"^(?:\d{1,2}|[*†‡]{1,3}|[⁰¹²³⁴-⁹]{1,2}|\[\d{1,2}\])$")
_NOTE_START = re.compile(r"^(\d{1,2}|[*†‡]{1,3}|[¹²³⁴-⁹⁰]{1,2}|\[\d{1,2}\])[.\s]\s*(?=\S)")
_SUPERSCRIPT = re.compile(r"[¹²³⁴-⁹⁰]{1,2}|\[\d{1,2}\]")
_GLUED = re.compile(r"(?<=[^\W\d_])(\d{1,2})(?=[\s.,;:)\]»”]|$)|(?<=[.,;:)\]»”])(\d{1,2})(?=\s|$)")
_IN_SYMBOL = re.compile(r"/[\w.-]*$")
"""What stands before a figure that belongs to the symbol of a document."""
PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", "[]")
END = re.compile(r"[.;:!?。；：！？”»\"]$")


class Line(Struct, frozen=True):
    """A line of the text proper. `gap` is how many blank lines (or page edges) precede it.

    `marks` are footnote indicators with the offset in `text` where they stood.
    """

    text: str
    page: int
    number: int
    gap: int
    breaks: bool
    marks: tuple[tuple[int, str], ...] = ()
    indent: float | None = None
    """How far from the margin the line begins, in the size of its letters, where the print tells."""
    short: bool = False
    """Whether the line is seen to stop long before its margin, so that another block begins after it."""


class Note(Struct, frozen=True):
    """A footnote as it stands at the foot of a page."""

    marker: str
    text: str
    page: int
    line: int


def footnotes_follow(n: int, texts: list[str], breaks: set[int], lines: list[Line]) -> bool:
    """Whether the rule at line n stands above footnotes: a mark comes next, alone or before a text."""
    for k in range(n + 1, min(n + 8, len(texts))):
        if k in breaks:
            return False
        if texts[k]:
            return bool(MARK.match(texts[k]) or _NOTE_START.match(texts[k]))
    return False


def add_note(notes: list[Note], line: str, page: int, number: int) -> None:
    """Adds a line from the foot of a page: a new note where it starts with a mark, else the rest of the last one."""
    if MARK.match(line):
        notes.append(Note(line.translate(PLAIN), "", page, number))
        return
    start = _NOTE_START.match(line)
    if start and not (notes and notes[-1].page == page and not notes[-1].text):
        notes.append(Note(start[1].translate(PLAIN), line[start.end() :], page, number))
    elif notes:
        last = notes[-1]
        notes[-1] = Note(last.marker, join([last.text, line]) if last.text else line, last.page, last.line)


def goes_on(n: int, texts: list[str]) -> bool:
    """Whether what follows line `n` goes on with a sign, so that a bare mark in it belongs to the words before."""
    following = next((t for t in texts[n + 1 : n + 6] if t), "")
    return following[:1] in set(")）,，、.。;；:：")


def marked(line: Line, offset: int, marker: str) -> Line:
    """The line with one more footnote indicator at an offset of its text."""
    return replace(line, marks=(*line.marks, (offset, marker.translate(PLAIN))))


def inline_marks(lines: list[Line], markers: set[str]) -> list[Line]:
    """Indicators glued to words ("Coalition1"), taken out where a footnote of that mark exists and is due."""
    due = sorted((m for m in markers if m.isdigit()), key=int)
    seen = {marker for line in lines for _, marker in line.marks}
    due = [m for m in due if m not in seen]
    out: list[Line] = []
    for line in lines:
        while due:
            found = next(
                (
                    m
                    for m in (*_SUPERSCRIPT.finditer(line.text), *_GLUED.finditer(line.text))
                    if m.group().translate(PLAIN) == due[0] and not _IN_SYMBOL.search(line.text, 0, m.start())
                ),
                None,
            )
            if found is None:
                break
            text = line.text[: found.start()] + line.text[found.end() :]
            line = replace(line, text=text, marks=(*line.marks, (found.start(), due.pop(0))))
        out.append(line)
    return out

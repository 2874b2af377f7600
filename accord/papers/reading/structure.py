"""From lines to blocks: which line begins a chapter, section, paragraph, item or heading.

The recipe: a line "n." is a paragraph only if n is the number that is due; within a paragraph that
announced a list it is an item of that list. Letters, chapters and sections are taken only when due
and only where the block before them has ended. Headings run on until the next label. Each part and annex
whose numbering starts anew is counted for itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from accord.papers.reading.blocks import Block, Body, Counted
from accord.papers.reading.counting import Numbered, counted
from accord.papers.reading.divisions import DIVISIONS, Division, divided, heading_at, numberings
from accord.papers.reading.footnotes import Line
from accord.papers.reading.labels import Label, labels_at

_ENDED = re.compile(r"(?:[.;:,!?。；：，！？、؛،][”»\"]?|[)）”»\"])\s*(?:and|or|et|ou|y|o|и|или|和|以及|或|و|أو)?$")
_FULL = re.compile(r"[.;:!?。；：！？؛][”»\"]?$")
_STYLE = re.compile(r"[^\W\d]|\s|(?<=[0٠]).*[0٠]")
_DIGITS = {ord(zero) + n: zero for zero in "0٠" for n in range(10)}
_HEADINGS = ("chapter", "section", "heading", "none", *DIVISIONS)
_SHORT = 0.7
"""Of the longest line: a line that ends before it is not wrapped."""
_ANNOUNCES = re.compile(r"[:：]$")


def body_start(lines: Sequence[Line]) -> int:
    """The index of the line where the body begins: its first part or chapter, or else its first paragraph."""
    start = _numbered_start(lines)
    if _part(lines[start:], 2) is None:
        return start
    above = max(0, start - 4)
    part = _part(lines[above:start], 1)
    return start if part is None else above + part


def _part(lines: Sequence[Line], number: int) -> int | None:
    """The index of the heading of the part of a number."""
    headings = ((n, heading_at(line.text)) for n, line in enumerate(lines))
    return next((n for n, one in headings if one and (one.kind, one.number) == ("part", number)), None)


def _numbered_start(lines: Sequence[Line]) -> int:
    first = next((n for n, line in enumerate(lines) if _has(line, "number", 1)), len(lines))
    chapter = next((n for n, line in enumerate(lines[:first]) if _has(line, "chapter", 1)), None)
    if chapter is not None:
        return chapter
    section = next((n for n, line in enumerate(lines[:first]) if _has(line, "section", 1)), None)
    return first if section is None else section


def _has(line: Line, kind: str, index: int) -> bool:
    return any(label.kind == kind and label.index == index for label in labels_at(line.text))


def read_body(lines: Sequence[Line], spacing: int = 0) -> Body:
    """The blocks of the body.

    Args:
        spacing: how many blank lines stand between two lines of one paragraph.
    """
    return _Reader(lines, spacing).read()


class _Reader:
    """The counters of one pass over the lines."""

    def __init__(self, lines: Sequence[Line], spacing: int) -> None:
        self.lines = lines
        self.spacing = spacing
        self.labels = [list(labels_at(line.text)) for line in lines]
        self.divisions = divided(lines, self.labels, spacing)
        self.division = self.divisions[0]
        self.heads = {division.start for division in self.divisions if division.heading is not None}
        self.longest = max((len(line.text) for line in lines), default=0)
        self.counted = self._counted()
        self.last_b = max(
            (n for n, found in enumerate(self.labels) if any(x.kind == "section" and x.index == 2 for x in found)),
            default=-1,
        )
        self.dues: dict[str, int] = {}
        self.chapter = 1
        self.section = 1
        self.item = 0
        self.subitem = 0
        self.body = Body([], [], [])

    def read(self) -> Body:
        for division in self.divisions:
            self.division = division
            if division.heading is not None:
                self._divide(division)
            for n in range(division.start + (division.heading is not None), division.end):
                self._read(n, self.lines[n])
        return self.body

    def _read(self, n: int, line: Line) -> None:
        label = next((found for found in self.labels[n] if self._takes(n, found)), None)
        if label:
            self._begin(n, line, label)
        elif self._is_heading(n):
            self._start("heading", "", str(line.number), line, 0)
        elif self._is_text(n):
            self.item = self.subitem = 0
            self._start("annex-text", "", f"text-{line.number}", line, 0)
        else:
            self._continue(line)

    def _divide(self, division: Division) -> None:
        """The heading of a division, and what counts anew in it."""
        heading, line = division.heading, self.lines[division.start]
        if heading is None:
            return
        if division.chapters:
            self.chapter = 1
        self.section, self.item, self.subitem = 1, 0, 0
        self._start(heading.kind, heading.label, division.name, line, len(line.text) - len(heading.title))
        self.body.blocks[-1].within = ""

    @property
    def due(self) -> int:
        """The next paragraph's number in the division."""
        return self.dues.get(self.division.paragraphs, 1)

    def _counted(self) -> dict[int, str | None]:
        """How the numbers that begin lines are taken, by the index of the line; each numbering counts for itself."""
        out: dict[int, str | None] = {}
        for group in numberings(self.divisions).values():
            lines = [n for division in group for n in range(division.start, division.end)]
            at = [(n, found) for n in lines for found in self.labels[n] if found.kind == "number"]
            if group[0].heading is None or any(found.index == 1 for _, found in at):
                numbers = [self._numbered(n, label) for n, label in at]
                out |= {n: kind for (n, _), kind in zip(at, counted(numbers), strict=True)}
        return out

    def _numbered(self, n: int, label: Label) -> Numbered:
        before = self.lines[n - 1].text if n else "."
        heading = self._below_heading(n)
        ended = bool(_ENDED.search(before)) or heading or (n > 0 and self.lines[n - 1].short)
        return Numbered(
            label.index,
            ended,
            bool(_ANNOUNCES.search(before)),
            self._known_fresh(n),
            heading,
            _STYLE.sub("", label.printed.translate(_DIGITS)),
            self.lines[n].indent,
        )

    def _below_heading(self, n: int) -> bool:
        """Whether a heading stands right above, on one line or several."""
        for k in range(n - 1, max(-1, n - 5), -1):
            if any(found.kind in ("chapter", "section") for found in self.labels[k]) or k in self.heads:
                return True
            if self.labels[k] or _FULL.search(self.lines[k].text):
                return False
        return False

    def _known_fresh(self, n: int) -> bool | None:
        """Whether white space before the line says that a block begins; nothing where every line has some."""
        return self._fresh(n) or (None if self.spacing or self.lines[n].breaks else False)

    def _fresh(self, n: int) -> bool:
        """Whether white space before the line says that a block begins there."""
        return self.lines[n].gap > self.spacing

    def _turned(self, n: int, label: Label) -> bool:
        """Whether a heading begins a page, where no white space can tell that what stands before has ended.

        Where the print tells how far lines reach, one that is full and has no full stop has not.
        """
        line, before = self.lines[n], self.lines[n - 1] if n else None
        full = line.indent is not None and before is not None and not before.short
        return line.breaks and not full and label.kind in ("chapter", "section")

    def _open(self) -> Block:
        return self.body.blocks[-1] if self.body.blocks else Block("none", "", "", 0, 0, ["."])

    def _takes(self, n: int, label: Label) -> bool:
        """Whether this reading of the label is due here."""
        block = self._open()
        ended = (
            bool(_ENDED.search(block.last))
            or self._fresh(n)
            or self._turned(n, label)
            or (n > 0 and self.lines[n - 1].short)
            or block.kind in _HEADINGS
        )
        if label.kind == "number":
            return self.counted.get(n) is not None
        if label.kind == "chapter":
            return ended and label.index == self.chapter and not (self._section_due(label, block))
        if label.kind == "section":
            return ended and label.index == self.section and (label.index > 1 or self._second_follows(n))
        if block.kind in _HEADINGS:
            return False
        if label.kind == "item":
            if label.index == 9 and self.item == 8 and _ANNOUNCES.search(block.last):
                return False  # "(i)" under an announced (h) begins a list beneath it
            return ended and label.index == self.item + 1 and (self.item > 0 or bool(_FULL.search(block.last)))
        return ended and label.index == self.subitem + 1 and self.item > 0

    def _section_due(self, label: Label, block: Block) -> bool:
        """Whether "I." is the ninth section rather than a chapter: only for the first chapter's numeral."""
        return label.printed.startswith("I.") and self.section == 9 and self.chapter > 1

    def _second_follows(self, n: int) -> bool:
        """A section A needs a B, or else the line must be a heading: short and without a full stop."""
        return not re.search(r"[.;:。；：]$", self.lines[n].text) or n < self.last_b

    def _begin(self, n: int, line: Line, label: Label) -> None:
        kind = label.kind
        if kind == "number":
            if self.counted[n] == "entry":
                self._start("entry", label.printed, label.key, line, label.rest)
                return
            within = self.division.paragraphs
            if self.counted[n] == "again":
                self.body.again.append(Counted(label.index, line.page, line.number, within))
            self.body.skipped.extend(Counted(k, line.page, line.number, within) for k in range(self.due, label.index))
            self.dues[within], kind = label.index + 1, "paragraph"
            self.item = self.subitem = 0
        elif kind in ("chapter", "section"):
            if kind == "chapter":
                self.chapter, self.section = label.index + 1, 1
            else:
                self.section = label.index + 1
            self.item = self.subitem = 0
        elif kind == "item":
            self.item, self.subitem = label.index, 0
        else:
            self.subitem = label.index
        self._start(kind, label.printed, label.key, line, label.rest)

    def _start(self, kind: str, printed: str, key: str, line: Line, rest: int) -> None:
        names = {"chapter": self.division.chapters, "section": self.division.chapters}
        within = self.division.name if kind == "annex-text" else names.get(kind, self.division.paragraphs)
        block = Block(kind, printed, key, line.page, line.number, gap=line.gap, within=within)
        block.add(line, rest)
        self.body.blocks.append(block)

    def _continue(self, line: Line) -> None:
        if not self.body.blocks:
            self._start("text", "", str(line.number), line, 0)
        else:
            self.body.blocks[-1].add(line)

    def _is_heading(self, n: int) -> bool:
        """An unnumbered heading: after a full stop, short, unpunctuated, and a label follows it."""
        block, line = self._open(), self.lines[n]
        if block.kind not in ("paragraph", "item", "subitem", "entry") or not _FULL.search(block.last):
            return False
        following = self.lines[n : n + 4]
        size = next((k for k, _ in enumerate(following) if k and self._due_number(n + k)), None)
        if size is None or len(line.text) > 140:
            return False
        return line.gap > 0 and not any(_FULL.search(found.text) for found in following[:size])

    def _due_number(self, n: int) -> bool:
        return any(label.kind == "number" and label.index == self.due for label in self.labels[n])

    def _is_text(self, n: int) -> bool:
        """A block of words without a number before the paragraphs of a division: what is not its title."""
        if self.division.heading is None or (self.due > 1 and self.division.paragraphs == self.division.name):
            return False
        block = self._open()
        if block.kind in DIVISIONS:
            return bool(block.lines and self._fresh(n)) or not self._is_title(n)
        return self.division.paragraphs == self.division.name and self._fresh(n)

    def _is_title(self, n: int) -> bool:
        """Whether a line belongs to the title of a division.

        So it is if the lines to the next label or white space are few and have no full stop; or if the line ends
        well before its margin and no small letter goes on from it.
        """
        line, following = self.lines[n].text, self.lines[n + 1 : n + 2]
        if _FULL.search(line):
            return False
        wrapped = bool(self._open().lines) or len(line) >= _SHORT * self.longest
        if not wrapped and following and not following[0].text[:1].islower():
            return True
        for k in range(n + 1, min(n + 5, self.division.end)):
            if self.labels[k] or self._fresh(k):
                return True
            if _FULL.search(self.lines[k].text):
                return False
        return n + 5 > self.division.end

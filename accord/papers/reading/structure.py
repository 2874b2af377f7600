"""From lines to blocks: which line begins a chapter, section, paragraph, item or heading.

The recipe: a line "n." is a paragraph only if n is the number that is due; within a paragraph that
announced a list it is an item of that list. Letters, chapters and sections are taken only when due
and only where the block before them has ended. Headings run on until the next label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from accord.papers.reading.counting import Numbered, counted
from accord.papers.reading.footnotes import Line
from accord.papers.reading.labels import Label, labels_at
from accord.papers.reading.text import joint

_ENDED = re.compile(r"(?:[.;:,!?。；：，！？、؛،][”»\"]?|[)）”»\"])\s*(?:and|or|et|ou|y|o|и|или|和|以及|或|و|أو)?$")
_FULL = re.compile(r"[.;:!?。；：！？؛][”»\"]?$")
_ANNEX = re.compile(
    r"^(?:Annex(?:es)?|Annexe|Appendix|Приложение|Anexo|附件|附录|المرفق)(?:\s*[IVX\d一二三四五]{1,4})?$"
)
_STYLE = re.compile(r"[^\W\d]|\s|(?<=[0٠]).*[0٠]")
_DIGITS = {ord(zero) + n: zero for zero in "0٠" for n in range(10)}
_ANNOUNCES = re.compile(r"[:：]$")


class Block(Struct):
    """A block in the making. `key` is the label in the one spelling that ids use."""

    kind: str
    label: str
    key: str
    page: int
    line: int
    lines: list[str] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    gap: int = 0
    length: int = 0

    def add(self, line: Line, start: int = 0) -> None:
        """The rest of a line, with the footnote indicators in it."""
        text = line.text[start:]
        before = self.length
        if self.lines and text:
            before += len(joint(self.lines[-1], text))
        self.marks.extend((before + max(0, offset - start), marker) for offset, marker in line.marks)
        if text:
            self.lines.append(text)
            self.length = before + len(text)

    @property
    def last(self) -> str:
        """The last line so far; empty before the first."""
        return self.lines[-1] if self.lines else ""


class Body(Struct):
    """The body's blocks in order, and the numbers that were skipped or used again, with page and line."""

    blocks: list[Block]
    skipped: list[tuple[int, int, int]]
    again: list[tuple[int, int, int]]


def body_start(lines: Sequence[Line]) -> int:
    """The index of the line where the numbered body begins: its first chapter, or else its first paragraph."""
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
        self.counted = self._counted()
        self.last_b = max(
            (n for n, found in enumerate(self.labels) if any(x.kind == "section" and x.index == 2 for x in found)),
            default=-1,
        )
        self.due = 1
        self.chapter = 1
        self.section = 1
        self.item = 0
        self.subitem = 0
        self.body = Body([], [], [])

    def read(self) -> Body:
        for n, line in enumerate(self.lines):
            if self.body.blocks and self.body.blocks[0].kind == "annex":
                break
            if n and self.due > 1 and self._is_annex(n):
                self._annexes(n)
                break
            label = next((found for found in self.labels[n] if self._takes(n, found)), None)
            if label:
                self._begin(n, line, label)
            elif self._is_heading(n):
                self._start("heading", "", str(line.number), line, 0)
            else:
                self._continue(line)
        return self.body

    def _counted(self) -> dict[int, str | None]:
        """How the numbers that begin lines are taken, by the index of the line; an annex counts for itself."""
        end = next((n for n, line in enumerate(self.lines) if n and self._is_annex(n)), len(self.lines))
        at = [(n, found) for n in range(end) for found in self.labels[n] if found.kind == "number"]
        numbers = [self._numbered(n, label) for n, label in at]
        return {n: kind for (n, _), kind in zip(at, counted(numbers), strict=True)}

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
            if any(found.kind in ("chapter", "section") for found in self.labels[k]):
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
        """Whether a heading begins a page, where no white space can tell that what stands before has ended."""
        return self.lines[n].breaks and label.kind in ("chapter", "section")

    def _is_annex(self, n: int) -> bool:
        return bool(_ANNEX.match(self.lines[n].text) and _FULL.search(self.lines[n - 1].text))

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
            or block.kind in ("chapter", "section", "heading", "none")
        )
        if label.kind == "number":
            return self.counted.get(n) is not None
        if label.kind == "chapter":
            return ended and label.index == self.chapter and not (self._section_due(label, block))
        if label.kind == "section":
            return ended and label.index == self.section and (label.index > 1 or self._second_follows(n))
        if block.kind in ("chapter", "section", "heading", "none"):
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
            if self.counted[n] == "again":
                self.body.again.append((label.index, line.page, line.number))
            self.body.skipped.extend((k, line.page, line.number) for k in range(self.due, label.index))
            self.due, kind = label.index + 1, "paragraph"
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
        block = Block(kind, printed, key, line.page, line.number, gap=line.gap)
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

    def _annexes(self, n: int) -> None:
        count = 0
        for line in self.lines[n:]:
            if _ANNEX.match(line.text):
                count += 1
                self._start("annex", "", str(count), line, 0)
            elif self._open().kind == "annex" or line.gap > 1:
                self._start("annex-text", "", f"{count}-{line.number}", line, 0)
            else:
                self.body.blocks[-1].add(line)

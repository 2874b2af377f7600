"""Blocks of a body in the making, line by line, before they are units."""

from __future__ import annotations

from msgspec import Struct, field

from accord.papers.reading.footnotes import Line
from accord.papers.reading.text import joint


class Block(Struct):
    """A block in the making. `key` is the label in the one spelling that ids use, `within` what stands before it."""

    kind: str
    label: str
    key: str
    page: int
    line: int
    lines: list[str] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    gap: int = 0
    length: int = 0
    within: str = ""

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


class Counted(Struct, frozen=True):
    """A paragraph's number that was skipped or used again: seen at a page and line, in a division or in none."""

    number: int
    page: int
    line: int
    within: str = ""


class Body(Struct):
    """The body's blocks in order, and the numbers that were skipped or used again."""

    blocks: list[Block]
    skipped: list[Counted]
    again: list[Counted]

"""What a report consists of: segments of text that say where their words come from, and their counts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Provenance = Literal["bound", "formula", "quoted"]
"""`bound`: a fact of the record. `formula`: made by our rules (labels, separators, brackets, the
words of a formula). `quoted`: words of the document, which live in the record only."""


class Segment(Struct, frozen=True):
    """Some words, where they come from, and the entries of the record they stand on.

    `mark` is true for a footnote indicator: it stands in the text and is no part of the sentence.
    `language` is that of words which the record does not have in the language of the report.
    """

    text: str
    provenance: Provenance
    entries: tuple[int, ...] = ()
    mark: bool = False
    language: str = ""


class Block(Struct, frozen=True):
    """A unit of the report: its id, kind, label as printed, and its segments in order."""

    unit: str
    kind: str
    label: Segment | None
    segments: tuple[Segment, ...]
    level: int = 0
    """How deep it stands in its list: 0 paragraph, 1 item, 2 item of an item."""

    @property
    def words(self) -> str:
        """The text of the unit without its label.

        >>> Block("para-1", "paragraph", None, (Segment("The Group ", "quoted"), Segment("met", "bound"))).words
        'The Group met'
        """
        return "".join(segment.text for segment in self.segments)


class Counts(Struct, frozen=True):
    """Characters that are no white space, by where they come from."""

    bound: int = 0
    formula: int = 0
    quoted: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.bound + self.formula + self.quoted

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.bound + other.bound, self.formula + other.formula, self.quoted + other.quoted)


def count(segments: Iterable[Segment]) -> Counts:
    """The characters of segments, footnote indicators left out.

    >>> count([Segment("a b", "bound"), Segment("c", "quoted"), Segment("1", "formula", (), True)])
    Counts(bound=2, formula=0, quoted=1)
    """
    sums = {"bound": 0, "formula": 0, "quoted": 0}
    for segment in segments:
        if not segment.mark:
            sums[segment.provenance] += sum(1 for c in segment.text if not c.isspace())
    return Counts(**sums)


class Chapter(Struct, frozen=True):
    """The counts of one chapter: its unit, its heading, its characters."""

    unit: str
    heading: str
    counts: Counts


class Issue(Struct, frozen=True):
    """What is printed around the text, as far as the record and the symbol say; the rest is empty and not printed."""

    record: str = ""
    size: int = 0
    """Entries of the record when the report was made."""
    made_on: datetime.date = datetime.date(1970, 1, 1)
    """The day on which the last of them was admitted: a report knows no other clock."""
    exercise: bool = False
    symbol: str = ""
    """As printed."""
    organ: str = ""
    """In the language of the report."""
    issued: datetime.date | None = None
    job: str = ""
    """The job number of this language version."""
    resolution: str = ""
    """That established the body."""
    adopted: datetime.date | None = None
    mode: str = "unknown"
    drafts: tuple[str, ...] = ()


class Entered(Struct, frozen=True):
    """An entry behind words of a report: its act, who said it, on which source, and the identity of the act."""

    entry: int
    act: str
    by: str
    source: str
    act_id: str


GapCode = Literal["language", "words", "pattern"]
"""Words that the record has in another language only; words that a record wants and does not give; an item of a list
for which the document has no wording."""


class Gap(Struct, frozen=True):
    """What a text wants and the record does not say."""

    code: GapCode
    place: str
    """The unit of the text; of an item of a list its register and key."""
    of: str = ""
    """What is lacking: the words in another language, or the register and part."""
    language: str = ""
    """The only one in which the record has it."""


class Report(Struct, frozen=True):
    """A report generated from the record, in one language."""

    symbol: str
    body: str
    language: str
    made: Literal["units", "formulas"]
    """From the document's own units, or from our formulas where the record has none in this language."""
    blocks: tuple[Block, ...]
    gaps: tuple[Gap, ...] = ()
    """What the text wants and the record does not say."""
    issue: Issue = Issue()
    entered: tuple[Entered, ...] = ()
    """The entries behind it, where the record was at hand to read them."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """All segments in order, labels included."""
        return tuple(segment for block in self.blocks for segment in _all(block))

    @property
    def counts(self) -> Counts:
        """Characters bound, made by formula and quoted, footnotes included."""
        return count(self.segments)

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The counts by chapter; what stands before the first is called `front`, the footnotes `footnotes`."""
        out: list[Chapter] = []
        for block in self.blocks:
            name = "footnotes" if block.kind == "footnote" else block.unit if block.kind == "chapter" else None
            if not out or (name is not None and out[-1].unit != name):
                out.append(Chapter(name or "front", block.words if block.kind == "chapter" else "", Counts()))
            last = out[-1]
            out[-1] = Chapter(last.unit, last.heading, last.counts + count(_all(block)))
        return tuple(out)

    def text(self, notes: bool = True) -> str:
        """The report as lines of text, one unit a line.

        Args:
            notes: with footnotes and their indicators.
        """
        lines = []
        for block in self.blocks:
            if block.kind == "footnote" and not notes:
                continue
            words = "".join(s.text for s in block.segments if notes or not s.mark)
            label = f"{block.label.text} " if block.label else ""
            lines.append("  " * block.level + label + words)
        return "\n".join(lines) + "\n"

    def characters(self) -> str:
        """The text proper without white space, footnotes and their indicators: what a source is compared with."""
        return "".join(self.text(notes=False).split())


def _all(block: Block) -> tuple[Segment, ...]:
    return block.segments if block.label is None else (block.label, *block.segments)

"""The blocks of a report as a tree: what stands in front, chapters with what is under them, the footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from accord.papers.reading.divisions import named
from accord.papers.report.values import Block, Report, Segment

FRONT = ("masthead", "title", "note")
"""Kinds of blocks that stand before the first chapter or paragraph."""

DEPTH = {"chapter": 1, "section": 2, "paragraph": 3, "item": 4, "agenda-item": 4, "subitem": 5}

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


class Node(Struct):
    """A block and the blocks under it, in order."""

    block: Block
    below: list[Node] = field(default_factory=list)


class Outline(Struct, frozen=True):
    """A report as a tree. `notes` are the footnotes by their marks."""

    front: tuple[Block, ...]
    body: tuple[Node, ...]
    notes: tuple[Block, ...]


def outline(blocks: Iterable[Block]) -> Outline:
    """The tree of blocks; one of a kind without depth stands under the heading that it follows.

    >>> found = outline([Block("title", "title", None, ()), Block("para-1", "paragraph", None, ()),
    ...                  Block("para-1-a", "item", None, (), 1)])
    >>> [block.unit for block in found.front], [node.block.unit for node in found.body[0].below]
    (['title'], ['para-1-a'])
    """
    front: list[Block] = []
    notes: list[Block] = []
    body: list[Node] = []
    above: list[tuple[int, Node]] = []
    for block in blocks:
        if block.kind == "footnote":
            notes.append(block)
        elif block.kind in FRONT and not body:
            front.append(block)
        else:
            depth = DEPTH.get(block.kind, 3)
            while above and above[-1][0] >= depth:
                above.pop()
            node = Node(block)
            (above[-1][1].below if above else body).append(node)
            above.append((depth, node))
    return Outline(tuple(front), tuple(body), tuple(notes))


def is_division(block: Block) -> bool:
    """Whether a block is the heading of a part, annex or appendix, whose label has a line of its own.

    >>> is_division(Block("annex-1", "chapter", None, ())), is_division(Block("chapter-1", "chapter", None, ()))
    (True, False)
    """
    return block.kind == "chapter" and bool(named(block.unit)[1])


class Notes:
    """Footnotes as they are called up: each stands where its mark stands first.

    >>> notes = Notes([Block("footnote-1", "footnote", Segment("*", "formula"), ())])
    >>> notes.take("*").unit, notes.take("*"), notes.rest()
    ('footnote-1', None, ())
    """

    def __init__(self, notes: Sequence[Block]) -> None:
        self._left = list(notes)

    def take(self, mark: str) -> Block | None:
        """The next footnote of a mark, once."""
        for n, note in enumerate(self._left):
            if note.label is not None and note.label.text == mark:
                return self._left.pop(n)
        return None

    def rest(self) -> tuple[Block, ...]:
        """Footnotes that nothing called up, in order."""
        return tuple(self._left)


def printable(report: Report) -> Report:
    """The report with what no paper can carry or what steers the reading direction shown as its code point.

    >>> block = Block("a", "title", None, (Segment("x\\u202ey", "quoted"),))
    >>> printable(Report("", "", "en", "units", (block,))).blocks[0].words
    'xU+202Ey'
    """
    blocks = tuple(
        replace(b, label=_printable(b.label) if b.label else None, segments=tuple(_printable(s) for s in b.segments))
        for b in report.blocks
    )
    told = tuple(replace(one, by=plain(one.by), source=plain(one.source)) for one in report.entered)
    return replace(
        report,
        blocks=blocks,
        gaps=tuple(replace(gap, place=plain(gap.place), of=plain(gap.of)) for gap in report.gaps),
        entered=told,
    )


def _printable(segment: Segment) -> Segment:
    shown = plain(segment.text)
    return segment if shown == segment.text else replace(segment, text=shown)


def plain(text: str) -> str:
    """Text without controls, each shown as its code point."""
    return _UNPRINTABLE.sub(lambda match: f"U+{ord(match[0]):04X}", text)


class Behind(Struct, frozen=True):
    """A paragraph with what is under it, or a heading, and the entries on which its words stand."""

    unit: str
    label: str
    facts: tuple[int, ...]
    """Entries behind the words that are bound to records."""
    texts: tuple[int, ...]
    """Entries that hold the document's own words."""


def sources(report: Report) -> tuple[Behind, ...]:
    """What stands behind each numbered paragraph, its items included, and behind each footnote.

    >>> items = (Block("para-1", "paragraph", Segment("1.", "formula"), (Segment("Egypt", "bound", (7,)),)),
    ...          Block("para-1-a", "item", Segment("(a)", "formula"), (Segment("spoke", "quoted", (9,)),), 1))
    >>> [(one.label, one.facts, one.texts) for one in sources(Report("", "", "en", "units", items))]
    [('1.', (7,), (9,))]
    """
    groups: list[tuple[Block, list[Segment]]] = []
    for block in report.blocks:
        if DEPTH.get(block.kind, 3) > DEPTH["paragraph"] and groups:
            groups[-1][1].extend(block.segments)
        elif block.kind in ("paragraph", "footnote"):
            groups.append((block, list(block.segments)))
    return tuple(
        Behind(
            block.unit,
            block.label.text if block.label else block.unit,
            behind(segments, "bound"),
            behind(segments, "quoted"),
        )
        for block, segments in groups
    )


def behind(segments: Iterable[Segment], provenance: str) -> tuple[int, ...]:
    """The entries on which the segments of one provenance stand, in order, each once."""
    return tuple(sorted({n for s in segments if s.provenance == provenance for n in s.entries}))

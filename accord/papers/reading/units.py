"""Blocks become units with ids, and units become the tree of chapters, sections and paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from accord.papers.reading.blocks import Block
from accord.papers.reading.divisions import DIVISIONS
from accord.papers.reading.footnotes import Note
from accord.papers.reading.labels import number_of
from accord.papers.reading.structs import (
    Chapter,
    Footnote,
    Item,
    ListItem,
    Mark,
    Paragraph,
    Part,
    Section,
    Unit,
)
from accord.papers.reading.text import join


def body_units(blocks: Sequence[Block]) -> list[Unit]:
    """The units of the body. Ids: `chapter-2`, `section-2-A`, `para-9`, `para-9-e`, `para-28-d-i`, `para-7-1`.

    Within an annex, or a part that counts anew, its name stands before them: `annex-1-para-3-a`.
    """
    out: list[Unit] = []
    chapter = paragraph = item = ""
    used: Counter[str] = Counter()
    for block in blocks:
        kind = {"entry": "agenda-item"}.get(block.kind, block.kind)
        within = f"{block.within}-" if block.within else ""
        if kind in DIVISIONS:
            chapter, paragraph, item, name = "", block.key, "", block.key
        elif kind == "chapter":
            chapter, name = block.key, f"{within}chapter-{block.key}"
        elif kind == "section":
            name = f"{within}section-{chapter or 0}-{block.key}"
        elif kind == "paragraph":
            paragraph, item, name = f"{within}para-{block.key}", "", f"{within}para-{block.key}"
        elif kind == "annex-text":
            paragraph, item, name = f"{within}{block.key}", "", f"{within}{block.key}"
        elif kind == "item":
            item = name = f"{paragraph}-{block.key}"
        elif kind == "subitem":
            name = f"{item}-{block.key}"
        elif kind == "agenda-item":
            name = f"{paragraph}-{block.key}"
        else:
            name = f"{kind}-{block.key}"
        used[name] += 1
        name = name if used[name] == 1 else f"{name}x{used[name]}"
        marks = tuple(Mark(marker, offset) for offset, marker in block.marks)
        text = join(block.lines)
        out.append(Unit(name, kind, block.label, text, block.page, block.line, marks, within=block.within))
    return out


def footnote_units(notes: Sequence[Note]) -> list[Unit]:
    """The footnotes, `footnote-1`, after the body."""
    out: list[Unit] = []
    used: Counter[str] = Counter()
    for note in notes:
        name = f"footnote-{note.marker}"
        used[name] += 1
        name = name if used[name] == 1 else f"{name}x{used[name]}"
        out.append(Unit(name, "footnote", note.marker, note.text, note.page, note.line))
    return out


def footnotes(notes: Sequence[Note], units: Sequence[Unit]) -> tuple[Footnote, ...]:
    """The footnotes with the unit that refers to each."""
    where = {mark.marker: unit.id for unit in reversed(units) for mark in unit.refs}
    return tuple(Footnote(n.marker, n.text, n.page, n.line, where.get(n.marker)) for n in notes)


def divisions(units: Sequence[Unit]) -> tuple[Part, ...]:
    """The parts, annexes and appendixes in order, with what counts anew in each."""
    starts = [n for n, unit in enumerate(units) if unit.kind in DIVISIONS]
    out: list[Part] = []
    for start, end in pairwise([*starts, len(units)]):
        u, own = units[start], units[start:end]
        out.append(Part(u.id, u.kind, u.label, u.text, chapters(own, u.id), paragraphs(own, u.id), u.page, u.line))
    return tuple(out)


def paragraphs(units: Sequence[Unit], within: str = "") -> tuple[Paragraph, ...]:
    """The numbered paragraphs with what stands beneath them: of the main numbering, or of a division's own."""
    out: list[Paragraph] = []
    group: list[Unit] = []
    for unit in units:
        if unit.kind in ("paragraph", "annex-text", *DIVISIONS):
            out.extend(_paragraph(group))
            group = [unit] if unit.kind == "paragraph" and unit.within == within else []
        elif unit.kind in ("item", "subitem", "agenda-item") and group:
            group.append(unit)
    out.extend(_paragraph(group))
    return tuple(out)


def _paragraph(group: Sequence[Unit]) -> list[Paragraph]:
    if not group:
        return []
    head, below = group[0], group[1:]
    items: list[Item] = []
    for n, unit in enumerate(below):
        if unit.kind == "item":
            under = []
            for later in below[n + 1 :]:
                if later.kind != "subitem":
                    break
                under.append(Item(later.label, later.text, (), later.page, later.line))
            items.append(Item(unit.label, unit.text, tuple(under), unit.page, unit.line))
    entries = tuple(
        ListItem(int(unit.id.rsplit("-", 1)[1].split("x")[0]), unit.text, unit.page, unit.line)
        for unit in below
        if unit.kind == "agenda-item"
    )
    return [Paragraph(head.number, head.text, tuple(items), entries, head.refs, head.page, head.line)]


def chapters(units: Sequence[Unit], within: str = "") -> tuple[Chapter, ...]:
    """The chapters with their sections, of the main count or of a division's own; paragraphs are named by number."""
    out: list[Chapter] = []
    head: Unit | None = None
    sections: list[tuple[Unit, list[int]]] = []
    loose: list[int] = []

    def close() -> None:
        if head is not None:
            done = tuple(Section(number_of(s.label), s.text, tuple(p), s.page, s.line) for s, p in sections)
            num = number_of(head.label)
            out.append(Chapter(num, head.number, head.text, done, tuple(loose), head.page, head.line))

    for unit in units:
        if unit.kind in ("chapter", *DIVISIONS):
            close()
            head, sections, loose = (unit if unit.kind == "chapter" and unit.within == within else None), [], []
        elif unit.kind == "section":
            sections.append((unit, []))
        elif unit.kind == "paragraph":
            (sections[-1][1] if sections else loose).append(unit.number)
    close()
    return tuple(out)

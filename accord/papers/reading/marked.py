"""A report in Akoma Ntoso, whose parts are marked: its units as they stand, read for facts like those of any file."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from accord.papers.reading.blocks import Block, Body, Counted
from accord.papers.reading.divisions import named
from accord.papers.reading.files.unreadable import Unreadable
from accord.papers.reading.footnotes import Line, Note
from accord.papers.reading.labels import labels_at
from accord.papers.reading.lines import Lines
from accord.papers.reading.structs import Unit

_FRONT = ("masthead", "title", "report-title", "note-heading", "note")
_LABELS = {"paragraph": "number", "agenda-item": "number"}
_HEAD = 10_000


class Marked(Struct, frozen=True):
    """A document whose parts are known: the lines of its cover, with its footnotes, and its body."""

    lines: Lines
    body: Body


def is_marked(data: bytes) -> bool:
    """Whether these are the bytes of a document in Akoma Ntoso."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and b"akomaNtoso" in data[:_HEAD]


def marked(data: bytes) -> Marked:
    """The parts of a report in Akoma Ntoso. A unit's `line` is its place in the document.

    Raises:
        Unreadable: no report that can be read: broken, too large, too deep, with a document type, in another language.
    """
    from accord.papers.akn import NotAkn, read_akn, units  # which itself makes the units of a reading

    try:
        report = read_akn(data)
        found = units(report)
    except NotAkn:
        raise Unreadable("not-akn") from None
    body = next((n for n, unit in enumerate(found) if unit.kind not in _FRONT), len(found))
    cover = tuple(Line(unit.text, 1, unit.line, 2, False) for unit in found[:body])
    rest = [unit for unit in found[body:] if unit.kind != "footnote"]
    notes = tuple(Note(unit.label, unit.text, 1, unit.line) for unit in found if unit.kind == "footnote")
    used: Counter[str] = Counter()
    blocks = [_block(unit, used) for unit in rest]
    lines = Lines(cover, notes, 1, report.symbol or None, None, None, 0, {})
    return Marked(lines, Body(blocks, *_counted(blocks)))


def _block(unit: Unit, used: Counter[str]) -> Block:
    """The block of a unit, with its label in the spelling that ids use; by its place where it has none known.

    The heading of an annex is told by its unit's own name, as is what counts anew in it.
    """
    within, own = named(unit.id)
    if own:
        block = Block(own, unit.label, unit.id, 1, unit.line)
        block.add(_line(unit))
        return block
    used[unit.kind] += 1
    wanted = _LABELS.get(unit.kind, unit.kind)
    labels = [label for label in labels_at(f"{unit.label} x") if label.kind == wanted]
    kind = "entry" if unit.kind == "agenda-item" else unit.kind
    key = labels[0].key if labels else str(used[unit.kind])
    block = Block(kind, unit.label, key, 1, unit.line, within=within)
    block.add(_line(unit))
    return block


def _line(unit: Unit) -> Line:
    return Line(unit.text, 1, unit.line, 1, False, tuple((mark.offset, mark.marker) for mark in unit.refs))


def _counted(blocks: list[Block]) -> tuple[list[Counted], list[Counted]]:
    """The numbers of paragraphs that are missing, and those that come again."""
    skipped: list[Counted] = []
    again: list[Counted] = []
    counts: Counter[str] = Counter()
    for block in blocks:
        if block.kind == "paragraph":
            number, last = int(block.key), counts[block.within]
            missing = range(last + 1, min(number, last + 100))
            skipped.extend(Counted(k, 1, block.line, block.within) for k in missing)
            if number <= last:
                again.append(Counted(number, 1, block.line, block.within))
            counts[block.within] = max(last, number)
    return skipped, again

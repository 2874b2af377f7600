"""How well a printed report was read back: paragraphs by their first and last words, and nothing that is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from accord.papers.reading import Reading, Unit
from accord.papers.reading.text import squeeze
from tests.papers.reading.printing.grammar import Block, Report

_ENDS = 24
KINDS = {"paragraph": "paragraph", "item": "item", "subitem": "subitem", "entry": "agenda-item"}


@dataclass
class Score:
    """Counts over any number of reports."""

    reports: int = 0
    paragraphs: int = 0
    bounded: int = 0
    whole: int = 0
    false: int = 0
    items: int = 0
    items_right: int = 0
    notes: int = 0
    notes_right: int = 0
    heads: int = 0
    heads_right: int = 0
    wrong: list[str] = field(default_factory=list)

    def __iadd__(self, other: Score) -> Score:
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self

    def told(self) -> str:
        """The figures in a line."""
        return (
            f"{self.reports} reports; paragraph boundaries {self.bounded} of {self.paragraphs}, "
            f"whole texts {self.whole}, false paragraphs {self.false}; items {self.items_right} of {self.items}; "
            f"headings {self.heads_right} of {self.heads}; footnotes {self.notes_right} of {self.notes}"
        )


def groups_of(units: tuple[Unit, ...]) -> Iterator[list[Unit]]:
    """Each numbered paragraph that was read, with what was read beneath it."""
    group: list[Unit] = []
    for unit in units:
        if unit.kind == "paragraph":
            if group:
                yield group
            group = [unit]
        elif unit.kind in KINDS.values() and group:
            group.append(unit)
        elif unit.kind in ("chapter", "section", "heading") and group:
            yield group
            group = []
    if group:
        yield group


def score(report: Report, reading: Reading, name: str = "") -> Score:
    """Compares what was printed with what was read.

    A boundary is right if the paragraph of that number begins and ends, lists and all, with the same characters.
    """
    out = Score(reports=1)
    read: dict[int, list[list[Unit]]] = {}
    for group in groups_of(reading.units):
        read.setdefault(int(group[0].id.removeprefix("para-").split("x")[0]), []).append(group)
    for blocks in report.paragraphs():
        out.paragraphs += 1
        out.items += len(blocks) - 1
        candidates = read.get(blocks[0].number, [])
        found = candidates.pop(0) if candidates else []
        table = report.table if any(b is report.blocks[report.table_after] for b in blocks) else []
        _compare(out, blocks, found, "".join(a + b for a, b in table), f"{name} {blocks[0].number}")
    out.false = sum(len(left) for left in read.values())
    if out.false:
        out.wrong.append(f"{name}: false {[g[0].id for left in read.values() for g in left]}")
    heads = [squeeze(u.label + u.text) for u in reading.units if u.kind in ("chapter", "section")]
    for block in report.blocks:
        if block.level in ("chapter", "section"):
            out.heads += 1
            if squeeze(block.label + block.text) in heads:
                heads.remove(squeeze(block.label + block.text))
                out.heads_right += 1
            else:
                out.wrong.append(f"{name}: heading {block.label} {block.text[:40]}")
    _notes(out, report, reading, name)
    return out


def _compare(out: Score, blocks: list[Block], found: list[Unit], table: str, name: str) -> None:
    printed = "".join(squeeze(b.label + b.text) for b in blocks) + squeeze(table)
    read = "".join(squeeze(u.label + u.text) for u in found)
    if read[:_ENDS] == printed[:_ENDS] and read[-_ENDS:] == printed[-_ENDS:]:
        out.bounded += 1
    else:
        out.wrong.append(f"{name}: {printed[:30]}…{printed[-30:]} read as {read[:30]}…{read[-30:]}")
    if read == printed:
        out.whole += 1
    elif not (out.wrong and out.wrong[-1].startswith(name)):
        at = next(
            (n for n, (a, b) in enumerate(zip(read, printed, strict=False)) if a != b), min(len(read), len(printed))
        )
        out.wrong.append(
            f"{name}: text at {at}: {printed[max(0, at - 20) : at + 20]} read as {read[max(0, at - 20) : at + 20]}"
        )
    said = [(KINDS[b.level], squeeze(b.label), squeeze(b.text)) for b in blocks[1:]]
    heard = [(u.kind, squeeze(u.label), squeeze(u.text)) for u in found[1:]]
    for one in said:
        if one in heard:
            heard.remove(one)
            out.items_right += 1


def _notes(out: Score, report: Report, reading: Reading, name: str) -> None:
    printed = [(mark, squeeze(text)) for b in report.blocks for _, mark, text in b.notes]
    read = {(n.marker, squeeze(n.text)) for n in reading.footnotes if n.ref_in}
    out.notes += len(printed)
    out.notes_right += sum(one in read for one in printed)
    if missing := [one for one in printed if one not in read]:
        out.wrong.append(
            f"{name}: footnotes {missing[:3]} among {[(n.marker, n.ref_in) for n in reading.footnotes][:12]}"
        )

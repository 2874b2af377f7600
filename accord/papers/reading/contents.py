"""The printed table of contents: its entries, and where they and the document do not agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from accord.papers.reading.divisions import DIVISIONS
from accord.papers.reading.furniture import LEADERS, contents_zone
from accord.papers.reading.labels import labels_at
from accord.papers.reading.structs import ContentsEntry, Finding, Unit
from accord.papers.reading.text import join, squeeze

_AFTER = re.compile(r"^[\s.…·]*(?:(?P<first>\d{1,3})(?:\s?[-–—]\s?(?P<last>\d{1,3}))?)?(?:\s+(?P<page>\d{1,3}))?\s*$")


def read_contents(texts: Sequence[str]) -> tuple[tuple[ContentsEntry, ...], range]:
    """The entries of the table of contents among some lines, and which of the lines it takes up.

    A line without leaders is the beginning of the entry of the next line. Of two numbers the first are
    paragraphs and the second is a page; one number is a page, a range alone is paragraphs.

    >>> printed = ["Contents", "I. Introduction ........ 1-2 3", "II. Work of", "the Group ...... 3 4"]
    >>> found, zone = read_contents(printed)
    >>> [(e.label, e.heading, e.paragraphs, e.page) for e in found], zone
    ([('I.', 'Introduction', (1, 2), 3), ('II.', 'Work of the Group', (3, 3), 4)], range(0, 4))
    """
    zone = contents_zone(texts)
    found: list[ContentsEntry] = []
    waiting: list[str] = []
    for n in zone:
        leaders = LEADERS.search(texts[n])
        if leaders is None:
            waiting = [*waiting, texts[n]] if any(True for _ in labels_at(texts[n])) or waiting else []
            continue
        words = join([*waiting, texts[n][: leaders.start()].strip(" .…·")])
        waiting = []
        numbers = _AFTER.match(texts[n][leaders.end() :])
        paragraphs, page = _numbers(numbers) if numbers else (None, None)
        label = next(iter(labels_at(words)), None)
        found.append(
            ContentsEntry(label.printed if label else "", words[label.rest if label else 0 :], paragraphs, page)
        )
    return tuple(found), zone


def _numbers(found: re.Match[str]) -> tuple[tuple[int, int] | None, int | None]:
    first, last, page = found["first"], found["last"], found["page"]
    if first is None or (last is None and page is None):
        return None, int(first) if first else None
    return (int(first), int(last or first)), int(page) if page else None


def contents_findings(entries: Sequence[ContentsEntry], units: Sequence[Unit]) -> Iterator[Finding]:
    """Where the table of contents and the document differ: headings, their paragraphs, their pages.

    Pages may be counted from another first page than the file's: what all entries have in common is no difference.
    """
    from accord.papers.reading.findings import finding

    heads = [unit for unit in units if unit.kind in ("chapter", "section", "heading", *DIVISIONS)]
    pairs = list(_paired(entries, heads))
    shifts = Counter(unit.page - entry.page for entry, unit in pairs if unit and entry.page)
    shift = shifts.most_common(1)[0][0] if shifts else 0
    ranges = _ranges(heads, units)
    for entry, unit in pairs:
        name = entry.heading or entry.label
        if unit is None:
            yield finding("contents", "contents-differ", "heading", heading=name)
            continue
        if squeeze(unit.text).casefold() != squeeze(entry.heading).casefold():
            yield finding(unit.id, "contents-differ", "words", heading=name, said=unit.text)
        if entry.page and unit.page - entry.page != shift:
            yield finding(unit.id, "contents-differ", "page", heading=name, page=entry.page, found=unit.page - shift)
        if entry.paragraphs and ranges.get(unit.id) and entry.paragraphs != ranges[unit.id]:
            said, found = ("–".join(map(str, pair)) for pair in (entry.paragraphs, ranges[unit.id]))
            yield finding(unit.id, "contents-differ", "paragraphs", heading=name, paragraphs=said, found=found)


def _paired(entries: Sequence[ContentsEntry], heads: Sequence[Unit]) -> Iterator[tuple[ContentsEntry, Unit | None]]:
    """Every entry with the next heading of the same words, or else of the same label."""
    place = 0
    for entry in entries:
        words = squeeze(entry.heading).casefold()
        rest = range(place, len(heads))
        at = next((n for n in rest if squeeze(heads[n].text).casefold() == words), None)
        if at is None and entry.label:
            at = next((n for n in rest if _same(entry.label, heads[n].label)), None)
        if at is not None:
            place = at + 1
        yield entry, heads[at] if at is not None else None


def _same(label: str, other: str) -> bool:
    return squeeze(label).strip(".．、-–—") == squeeze(other).strip(".．、-–—")


def _ranges(heads: Sequence[Unit], units: Sequence[Unit]) -> dict[str, tuple[int, int]]:
    """The first and last paragraph under every chapter, section, part and annex."""
    out: dict[str, tuple[int, int]] = {}
    chapter = section = ""
    wanted = {unit.id for unit in heads}
    for unit in units:
        if unit.kind == "chapter":
            chapter, section = unit.id, ""
        elif unit.kind in DIVISIONS:
            chapter = section = unit.id
        elif unit.kind == "section":
            section = unit.id
        elif unit.kind == "paragraph":
            number = unit.number
            for name in {chapter, section} & wanted:
                out[name] = (min(out.get(name, (number, 0))[0], number), number)
    return out

"""What a page carries beside the text, by its place: running headers and footers, and footnotes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from accord.papers.reading import furniture
from accord.papers.reading.files.rows import Row
from accord.papers.reading.files.sheets import Rule
from accord.papers.reading.footnotes import PLAIN
from accord.papers.reading.labels import labels_at

_HEAD, _FOOT = 4, 5
_EDGE = 0.13
_APART = 1.25
_NOTE = re.compile(r"^(?:\d{1,3}|[*†‡]{1,3}|[a-z]|[¹²³⁴-⁹⁰]{1,2}|\[\d{1,2}\])(?:[.\s]\s*|/\s)\S")
_MARK = re.compile(r"\d{1,3}|[*†‡]{1,3}|[a-z]|[¹²³⁴-⁹⁰]{1,2}|\[\d{1,2}\]")
_SMALLER = 0.7
_RULED = 3
"""How far above the first row of a page, in sizes of its type, the rule of its footnotes may stand."""


def body_size(pages: Sequence[Sequence[Row]]) -> float:
    """The size in which most of the document is set."""
    counts: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            counts[round(row.size * 2) / 2] += len(row.text)
    return counts.most_common(1)[0][0] if counts else 0.0


def running(pages: Sequence[Sequence[Row]], symbol: str | None) -> set[int]:
    """The rows (by `id`) of running headers and footers, page numbers and job numbers.

    From the edge of a page inwards, a row is one if it comes back at the same height on other pages, whatever
    numbers are in it, or if all its words are furniture; the first that is neither ends the zone.
    """
    printed = [rows for rows in pages if rows]
    if not printed:
        return set()
    top, bottom = max(rows[0].y for rows in printed), min(rows[-1].y for rows in printed)
    room = _EDGE * (top - bottom)
    pitch = _pitch(printed)
    again = _again(printed)
    found: set[int] = set()
    for rows in printed:
        below, above = rows[: _HEAD + 1], rows[: -_FOOT - 2 : -1]
        found |= _zone(below, [row.y > top - room for row in below], again, symbol, pitch)
        found |= _zone(above, [row.y < bottom + room for row in above], again, symbol, pitch)
    return found


def _pitch(pages: Sequence[Sequence[Row]]) -> float:
    """The usual distance of two rows."""
    steps = Counter(round(a.y - b.y) for rows in pages for a, b in pairwise(rows) if a.y - b.y < 3 * a.size)
    return float(steps.most_common(1)[0][0]) if steps else 0.0


def _again(pages: Sequence[Sequence[Row]]) -> set[int]:
    """The rows at the edges of pages that stand at the same height on half of the pages, or on three."""
    places: dict[str, list[tuple[float, int, Row]]] = defaultdict(list)
    for number, rows in enumerate(pages):
        for row in {id(row): row for row in (*rows[:_HEAD], *rows[-_FOOT:])}.values():
            places[re.sub(r"\d+", "#", row.text)].append((row.y, number, row))
    found: set[int] = set()
    for shape, same in places.items():
        for y, _, row in same:
            where = {number for other, number, _ in same if abs(other - y) < 3}
            if len(where) >= min(3, max(2, len(pages) / 2)) and any(c.isalpha() for c in shape):
                found.add(id(row))
    return found


def _zone(rows: Sequence[Row], near: Sequence[bool], again: set[int], symbol: str | None, pitch: float) -> set[int]:
    """The furniture among the rows of an edge, the outermost first.

    What comes back on other pages must stand apart from the text, as the second line of a footnote does not.
    Short rows that nothing tells apart count if furniture stands further in: a logo's words, a date.
    """
    found: set[int] = set()
    waiting: list[Row] = []
    for n, row in enumerate(rows):
        kinds = furniture.tokens_of(row.text)
        if not near[n]:
            break
        if furniture.is_furniture(kinds, row.text, symbol, True) or (
            _repeats(row, again) and _apart(rows[n:], again, pitch)
        ):
            found |= {id(row), *(id(one) for one in waiting)}
            waiting = []
        elif len(row.text) < 60 and not (_begins(row) or _heads(row)) and not waiting and row.page > 1:
            waiting.append(row)
        else:
            break
    return found


def _repeats(row: Row, again: set[int]) -> bool:
    return id(row) in again and not _begins(row)


def _begins(row: Row) -> bool:
    """Whether a row begins a footnote, a paragraph or an entry of a list, as no running title does."""
    return begins_note(row) or any(label.kind in ("number", "item", "subitem") for label in labels_at(row.text))


def _heads(row: Row) -> bool:
    """Whether a row begins a chapter or a section: such a heading may come back at the head of pages."""
    return any(label.kind in ("chapter", "section") for label in labels_at(row.text))


def _apart(rows: Sequence[Row], again: set[int], pitch: float) -> bool:
    """Whether white space follows the rows that come back, inwards."""
    end = next((n for n, row in enumerate(rows) if not _repeats(row, again)), len(rows))
    return end == len(rows) or abs(rows[end - 1].y - rows[end].y) > _APART * pitch


def note_zone(rows: Sequence[Row], size: float, rules: Sequence[Rule], open_note: bool) -> int:
    """Where the footnotes begin among the rows of a page; their number if there are none.

    They stand below a rule, or in small print with a mark that the text above calls.

    Args:
        size: of the body.
        rules: the short rules of the page.
        open_note: whether the last footnote of the page before has no end, so that one may go on here.
    """
    start = len(rows)
    while start and (rows[start - 1].size <= size - _SMALLER and not furniture.LEADERS.search(rows[start - 1].text)):
        start -= 1
    ruled = _ruled(rows, rules)
    if ruled is not None and (begins_note(rows[ruled]) or (open_note and ruled >= start)):
        return ruled
    if open_note:
        while start < len(rows) and not begins_note(rows[start]):
            start += 1
        return start
    while start < len(rows) and not (begins_note(rows[start]) and _is_called(rows[start], rows[:start])):
        start += 1
    return start


def _is_called(note: Row, above: Sequence[Row]) -> bool:
    """Whether the mark of a footnote stands in the text above: raised, or glued to a word.

    Small print that only begins with a number, as a table's rows or a line of an address do, is no footnote.
    """
    found = _MARK.match(note.text)
    mark = note.marks[0][1] if note.marks and note.marks[0][0] == 0 else found[0] if found else ""
    plain = mark.translate(PLAIN)
    glued = re.compile(rf"(?:[^\W\d_]|[.,;:)\]»”\"]){re.escape(plain)}(?!\w)|{re.escape(mark)}(?<=[^\w\s])")
    return any(plain == m.translate(PLAIN) for row in above for _, m in row.marks) or any(
        glued.search(row.text) for row in above
    )


def _ruled(rows: Sequence[Row], rules: Sequence[Rule]) -> int | None:
    """The first row below the lowest rule, printed or drawn; a page may begin with the rest of its notes."""
    printed = [n + 1 for n, row in enumerate(rows) if furniture.RULE.match(row.text)]
    left, right = min((row.left for row in rows), default=0), max((row.right for row in rows), default=0)
    heights = [rule.y for rule in rules if rule.left < right and rule.right > left]
    above = [rows[0].y + _RULED * rows[0].size, *(row.y for row in rows)] if rows else []
    drawn = [n for n, row in enumerate(rows) for y in heights if above[n] >= y > row.y + 0.2 * row.size]
    below = [n for n in (*printed, *drawn) if n < len(rows)]
    return max(below) if below else None


def begins_note(row: Row) -> bool:
    """Whether a row begins as a footnote does: with its mark."""
    return bool(row.marks and row.marks[0][0] == 0) or bool(_NOTE.match(row.text))

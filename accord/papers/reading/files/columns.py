"""Columns of a page: rows that stand side by side are read column by column, or cell by cell in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from accord.papers.reading.files.glyphs import Glyph
from accord.papers.reading.files.rows import Row, spelled
from accord.papers.reading.furniture import LEADERS
from accord.papers.reading.labels import labels_at

_GUTTER = 1.3
_FEWEST = 6
_WIDE, _FAR = 2.2, 8
_LEADING = 1.35
_STRIP = 0.7
_WORD, _ALIKE = 0.17, 1.3
_CELL, _CELLS = 1.2, 1.13
_ALONE = 2


class _Block(Struct):
    """Rows from `start` up to `end` that leave the strip from `left` to `right` free."""

    start: int
    end: int
    left: float
    right: float


class Stretch(Struct):
    """Rows of a page from top to bottom: of one of its columns, or over its whole width."""

    rows: list[Row]
    column: bool = False


def stretches(rows: Sequence[Row], arabic: bool) -> list[Stretch]:
    """The rows of a page in stretches that are read one after the other: what stands above columns, columns, the rest.

    Each may have footnotes of its own.
    """
    found = _columns(rows, arabic)
    if not found:
        return [Stretch(list(rows))] if rows else []
    start, end, middle = found
    sides = [_part(row, None, middle) for row in rows[start:end]], [_part(row, middle, None) for row in rows[start:end]]
    above = [Stretch(list(rows[:start]))] if start else []
    columns = [Stretch([row for row in sides[k] if row is not None], True) for k in _sides(arabic)]
    return [*above, *columns, *stretches(rows[end:], arabic)]


def _sides(arabic: bool) -> tuple[int, int]:
    """The left side (0) and the right (1) in the order of reading."""
    return (1, 0) if arabic else (0, 1)


def in_order(rows: Sequence[Row], arabic: bool, *, column: bool = False, depth: int = 1) -> list[Row]:
    """The rows of a stretch in the order of reading.

    Args:
        column: whether they are a column: nothing tells how far its first row stands from the row before.
    """
    out: list[Row] = []
    n = 0
    while n < len(rows):
        block = _block(rows, n) if depth < 3 else None
        if block is None:
            out.append(rows[n])
            n += 1
        else:
            out.extend(_read(rows[block.start : block.end], block, arabic, depth))
            n = block.end
    if column and out:
        out[0].first = True
        _bounded(out)
    return out


def _columns(rows: Sequence[Row], arabic: bool) -> tuple[int, int, float] | None:
    """The longest stretch of rows set in two columns of running text, and the middle of the strip between them."""
    if len(rows) < _FEWEST:
        return None
    left, right = min(r.left for r in rows), max(r.right for r in rows)
    edges = _ends if arabic else _starts
    begins = Counter(round(x / 2) * 2 for row in rows for x in edges(row) if 0.25 < (x - left) / (right - left) < 0.75)
    best: tuple[int, int, float] | None = None
    # A label stands before its text: the strip before the label comes first, and wins if it is nearly as long.
    for begin in sorted((begin for begin, _ in begins.most_common(6)), reverse=arabic):
        middle = begin + (0.55 if arabic else -0.55) * rows[0].size
        start = 0
        for n in range(len(rows) + 1):
            if n < len(rows) and not _crosses(rows[n], middle):
                continue
            if (
                n - start >= _FEWEST
                and _both(rows[start:n], middle)
                and (best is None or n - start > best[1] - best[0])
            ):
                best = (start, n, middle)
            start = n + 1
    return best


def _starts(row: Row) -> list[float]:
    """Where the pieces of a row begin."""
    return [row.left, *(gap[1] for gap in _gaps(row))]


def _ends(row: Row) -> list[float]:
    """Where the pieces of a row end."""
    return [row.right, *(gap[0] for gap in _gaps(row))]


def _crosses(row: Row, middle: float) -> bool:
    reach = max((g.right for g in row.glyphs if g.left < middle and not g.text.isspace()), default=0.0)
    after = min((g.left for g in row.glyphs if g.right > middle and not g.text.isspace()), default=1e9)
    return reach > middle or after < middle or after - reach < _STRIP * row.size or _is_entry(row, middle)


def _is_entry(row: Row, middle: float) -> bool:
    """Whether a row is an entry of a table of contents whose page number alone stands beyond a place."""
    sides = [[g.text for g in row.glyphs if (g.middle > middle) is right] for right in (False, True)]
    return bool(LEADERS.search(row.text)) and any(side and "".join(side).strip().isdigit() for side in sides)


def _both(rows: Sequence[Row], middle: float) -> bool:
    """Whether both sides have rows, one of them running text, and no side only what stands in the other's lines."""
    sides = ([p for r in rows if (p := _part(r, None, middle))], [p for r in rows if (p := _part(r, middle, None))])
    if not all(sides) or not _wide(sides):
        return False
    fewer, more = sorted(sides, key=len)
    if not _is_beside(fewer, more):
        return False
    # Cells of a table begin on common baselines; columns of text need not.
    alone = len(rows) - len(more)
    if alone > 0.25 * len(rows) or (alone > 3 and 3 * alone > len(fewer)):
        return True
    dense = len(fewer) > 0.9 * len(rows) and _is_wrapped(fewer) and _is_wrapped(more)
    return dense or _own_lines(fewer, more) or (_is_text(more) and (_is_text(fewer) or _is_close(fewer, more)))


def _is_beside(fewer: Sequence[Row], more: Sequence[Row]) -> bool:
    """Whether the rows of a side stand beside the other's, and begin where it begins if they are only one or two.

    A heading in the middle has nothing beside it; the end of a stretched line stands anywhere.
    """
    if not any(abs(row.y - other.y) < row.size for row in fewer for other in more):
        return False
    return len(fewer) > _ALONE or fewer[0].y >= more[min(_ALONE, len(more) - 1)].y


def _own_lines(fewer: Sequence[Row], more: Sequence[Row]) -> bool:
    """Whether both sides have paragraphs or headings, and most rows of the shorter one baselines of their own."""
    own = sum(all(row.y != other.y for other in more) for row in fewer)
    labelled = all(any(_is_labelled(row) for row in side) for side in (fewer, more))
    return labelled and own > _ALONE and 2 * own > len(fewer)


def _is_wrapped(column: Sequence[Row]) -> bool:
    """Whether a good part of a column's rows fill it, as wrapped lines do, whatever lists stand between."""
    reach = max(r.right for r in column) - min(r.left for r in column)
    filled = sum(row.right - row.left > 0.75 * reach for row in column)
    return len(column) >= _FEWEST and reach > 12 * column[0].size and filled >= 0.25 * len(column)


def _is_close(fewer: Sequence[Row], more: Sequence[Row]) -> bool:
    """Whether the rows of a side follow one another as those of a column do, not as those of cells.

    Cells share baselines with the cells beside them, and where these go on, theirs do not. A column that is too short
    to tell ends before the other.
    """
    shared = sum(any(row.y == other.y for other in more) for row in fewer)
    if 2 * shared < len(fewer):
        return True
    between = [any(a.y > row.y > b.y for row in more) for a, b in pairwise(fewer)]
    ends = fewer[0].y - fewer[-1].y < 0.75 * (more[0].y - more[-1].y)
    return 2 * sum(between) <= len(between) and (ends or len(fewer) >= _FEWEST)


def _wide(sides: Sequence[Sequence[Row]]) -> bool:
    """Whether the two columns are of one width, give or take a third."""
    widths = [max(r.right for r in side) - min(r.left for r in side) for side in sides]
    return min(len(side) for side in sides) < 3 or min(widths) > 0.66 * max(widths)


def _gaps(row: Row) -> list[tuple[float, float]]:
    """The wide spaces of a row, unless a label stands before, or leaders lead to a page number, or all are as wide."""
    led = LEADERS.search(row.text)
    inked = [g for g in row.glyphs if not g.text.isspace()]
    found: list[tuple[float, float]] = []
    spaces: list[float] = []
    reach = inked[0].right if inked else 0.0
    for before, glyph in pairwise(inked):
        reach = max(reach, before.right)
        if glyph.left - reach > _WORD * row.size:
            spaces.append(glyph.left - reach)
        if glyph.left - reach > _GUTTER * row.size and not (led and "." in (before.text, glyph.text)):
            found.append((reach, glyph.left))
    # In a justified line all spaces are stretched alike.
    stretched = len(spaces) > 2 and max(spaces) < _ALIKE * min(spaces)
    return [] if stretched else [gap for gap in found if not _beside_label(row, gap)]


def _beside_label(row: Row, gap: tuple[float, float]) -> bool:
    """Whether one side of the space is no more than a label, whose text stands after a tabulator."""
    for side in (
        [g for g in row.glyphs if g.right <= gap[0] + 0.1],
        [g for g in row.glyphs if g.left >= gap[1] - 0.1],
    ):
        text = "".join(g.text for g in side).strip()
        if len(text) <= 8:
            said = spelled(Row([], row.y, row.size, arabic=row.arabic), list(side)).text
            if not said or any(True for _ in labels_at(f"{said} x")):
                return True
    return False


def _block(rows: Sequence[Row], start: int) -> _Block | None:
    """The block of columns that begins at a row, if one does: at least two rows with a common gutter."""
    best: _Block | None = None
    for left, right in _gaps(rows[start]):
        block = _Block(start, start + 1, left, right)
        two, last, alone = 1, rows[start], ""
        pitch: list[float] = []
        for n in range(start + 1, len(rows)):
            row = rows[n]
            step = last.y - row.y
            shared = _shared(row, block)
            if shared is None or step > 4.5 * row.size:
                break
            both = shared[0] > row.left and shared[1] < row.right
            side = "" if both else "left" if row.right <= shared[0] else "right"
            if side and ((alone and side != alone) or (_is_labelled(row) and not _is_labelled(rows[start]))):
                break  # after one cell has gone on alone, the other cannot; nor does one go on with a label
            if not both and pitch and step > _LEADING * min(pitch):
                later = [
                    r for r in rows[n + 1 : n + 4] if (s := _shared(r, block)) and s[0] > r.left and s[1] < r.right
                ]
                if not later:
                    break
            block.left, block.right = shared
            block.end = n + 1
            two += both
            pitch.append(step)
            last, alone = row, side
        # Two stretched spaces one above the other happen in justified text; three, or a wide strip, do not.
        # One, with a cell that goes on below it, is the rest of a table if the strip is very wide.
        strip = (block.right - block.left) / rows[start].size
        clear = two >= 3 or (two == 2 and strip > _WIDE) or (block.end > start + 1 and strip > _FAR)
        if clear and (best is None or block.end > best.end):
            best = block
    return best


def _is_labelled(row: Row) -> bool:
    """Whether a row begins as a heading or a paragraph does."""
    return any(label.kind in ("chapter", "section", "number") for label in labels_at(row.text))


def _shared(row: Row, block: _Block) -> tuple[float, float] | None:
    """The part of the strip that the row leaves free too; nothing if it crosses the strip."""
    if row.right <= block.left + 0.5 * row.size or row.left >= block.right - 0.5 * row.size:
        left = max(block.left, row.right) if row.right < block.right else block.left
        right = min(block.right, row.left) if row.left > block.left else block.right
        return (left, right) if right - left > 0.6 * row.size else None
    for left, right in _gaps(row):
        a, b = max(left, block.left), min(right, block.right)
        if b - a > 0.6 * row.size:
            return a, b
    return None


def _read(rows: Sequence[Row], block: _Block, arabic: bool, depth: int) -> list[Row]:
    middle = (block.left + block.right) / 2
    parts = [(_part(row, None, middle), _part(row, middle, None)) for row in rows]
    sides = [[pair[k] for pair in parts if pair[k] is not None] for k in (0, 1)]
    out: list[Row] = []
    if _is_text(sides[0]) and _is_text(sides[1]):
        for k in _sides(arabic):
            out.extend(in_order([row for row in sides[k] if row is not None], arabic, column=True, depth=depth + 1))
        return out
    for group in _cells(rows, parts):
        for k in _sides(arabic):
            cell = [pair[k] for pair in group]
            rows_in_it = in_order([row for row in cell if row is not None], arabic, depth=depth + 1)
            _bounded(rows_in_it, block)
            out.extend(rows_in_it)
    return out


def _bounded(column: Sequence[Row], block: _Block | None = None) -> None:
    """Tells rows the edges of their column; those of a cell are so far apart that no row fills them."""
    left, right = min((r.left for r in column), default=0.0), max((r.right for r in column), default=0.0)
    for row in column:
        row.column = (left, right) if block is None else (left - (right - left), right + (right - left))


def _part(row: Row, left: float | None, right: float | None) -> Row | None:
    """The characters of a row in one column."""
    glyphs: list[Glyph] = [
        g for g in row.glyphs if (left is None or g.middle > left) and (right is None or g.middle < right)
    ]
    if not any(not g.text.isspace() for g in glyphs):
        return None
    return spelled(Row([], row.y, row.size, row.page, row.number, arabic=row.arabic), glyphs)


def _is_text(column: Sequence[Row | None]) -> bool:
    """Whether a column is running text rather than cells: many rows, most of them filled to its edges."""
    rows = [row for row in column if row is not None]
    if len(rows) < 6:
        return False
    left, right = min(r.left for r in rows), max(r.right for r in rows)
    size = rows[0].size
    return right - left > 12 * size and median(r.right - r.left for r in rows) > 0.8 * (right - left)


_Pair = tuple[Row | None, Row | None]


def _cells(rows: Sequence[Row], parts: Sequence[_Pair]) -> list[list[_Pair]]:
    """The rows of a table: each begins after more white space, or, in a close table, where both cells begin."""
    steps = [a.y - b.y for a, b in pairwise(rows)]
    usual = min(steps, default=0)
    # Where both cells go on, less white space tells that they begin.
    apart = [step > (_CELL if None in pair else _CELLS) * usual for step, pair in zip(steps, parts[1:], strict=True)]
    groups: list[list[_Pair]] = [[parts[0]]]
    for begins, before, pair in zip(apart, parts, parts[1:], strict=False):
        if begins if any(apart) else (None not in pair and not _runs_on(before, pair)):
            groups.append([pair])
        else:
            groups[-1].append(pair)
    return groups


def _runs_on(before: _Pair, pair: _Pair) -> bool:
    """Whether all cells go on from the row before: they begin in small letters after no stop."""
    return all(
        a is not None and b is not None and b.text[:1].islower() and a.text[-1:] not in ".;:"
        for a, b in zip(before, pair, strict=True)
    )

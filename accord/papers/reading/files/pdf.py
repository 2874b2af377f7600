"""A PDF as lines: its rows without running headers and footers, footnotes apart, columns in order of reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from statistics import median

from accord.papers.reading import furniture
from accord.papers.reading.contents import read_contents
from accord.papers.reading.files.bidi import is_arabic
from accord.papers.reading.files.columns import Stretch, in_order, stretches
from accord.papers.reading.files.glyphs import MOST_ON_A_PAGE
from accord.papers.reading.files.hyphens import unbroken
from accord.papers.reading.files.rows import Row, rows_of
from accord.papers.reading.files.sheets import Rule, Sheet, sheets
from accord.papers.reading.files.unreadable import Unreadable
from accord.papers.reading.files.zones import begins_note, body_size, note_zone, running
from accord.papers.reading.findings import finding
from accord.papers.reading.footnotes import END, MARK, Line, Note, add_note, inline_marks
from accord.papers.reading.lines import Lines, job_of
from accord.papers.reading.structs import Finding
from accord.papers.reading.text import join

_PARAGRAPH_GAP = 1.22
_SHORT = 0.7
_SMALLER = 0.82
_FILLED = 2
_FEW = 4


def pdf_lines(data: bytes) -> Lines:
    """The lines of a PDF with text.

    Raises:
        Unreadable: locked, broken, too much, or without any text.
    """
    printed = list(sheets(data))
    arabic = is_arabic("".join(glyph.text for sheet in printed[:20] for glyph in sheet.glyphs))
    pages: list[list[Row]] = []
    for sheet in printed:
        rows = rows_of(sheet.glyphs, arabic)
        for number, row in enumerate(rows, 1):
            row.page, row.number = sheet.number, number
        pages.append(rows)
    if not any(pages):
        raise Unreadable("scanned", pages=len(pages))
    symbol = furniture.own_symbol([row.text for rows in pages for row in rows])
    furn = running(pages, symbol)
    jobs = [row.text for rows in pages for row in rows if id(row) in furn]
    size = body_size(pages)
    notes: list[Note] = []
    texts: list[list[Row]] = []
    margins = median(min(r.left for r in p) for p in pages if p), median(max(r.right for r in p) for p in pages if p)
    for rows, sheet in zip(pages, printed, strict=True):
        text: list[Row] = []
        zone = partial(_note_zone, size=size, rules=sheet.rules, notes=notes)
        for stretch, below in _stretches([row for row in rows if id(row) not in furn], arabic, zone):
            ordered = in_order(stretch.rows, arabic, column=stretch.column)
            if text and ordered:
                ordered[0].first = True
            text += ordered
            _add_notes(notes, below)
        texts.append(text)
    usual = _leading([row for text in texts for row in text], size, arabic, margins)
    body = [row for text in texts for row in _placed(text, size, arabic, margins, usual)]
    return _lines(body, notes, pages, symbol, jobs, [*_empty(pages), *_too_full(printed)])


def _note_zone(rows: Sequence[Row], size: float, rules: Sequence[Rule], notes: Sequence[Note]) -> int:
    """Where the footnotes begin among rows, after those that were read so far."""
    return note_zone(rows, size, rules, bool(notes) and not END.search(notes[-1].text))


def _stretches(
    rows: list[Row], arabic: bool, zone: Callable[[Sequence[Row]], int]
) -> Iterator[tuple[Stretch, list[Row]]]:
    """The stretches of a page, each with the footnotes below it: those of a column, or those of the whole page."""
    found = stretches(rows, arabic)
    if found and found[-1].column:
        for one in found:
            start = zone(one.rows)
            yield Stretch(_unruled(one.rows[:start]), one.column), one.rows[start:]
        return
    start = zone(rows)
    for one in stretches(_unruled(rows[:start]), arabic):
        yield one, []
    yield Stretch([]), rows[start:]


def _unruled(rows: Sequence[Row]) -> list[Row]:
    """The rows but for rules that are printed as characters."""
    return [row for row in rows if not furniture.RULE.match(row.text)]


def _whole(notes: Sequence[Note], lines: Sequence[Line]) -> list[Note]:
    """The footnotes with their broken words put together, as the body has them."""
    out = []
    for note in notes:
        parts = [Line(part, note.page, note.line, 0, False) for part in note.text.split("\n")]
        text = join([line.text for line in unbroken(parts, lines)])
        out.append(Note(note.marker, text, note.page, note.line))
    return out


def _add_notes(notes: list[Note], rows: Sequence[Row]) -> None:
    """The footnotes of a page; what comes before the first mark goes on from the page before."""
    for row in rows:
        if row.marks and row.marks[0][0] == 0:
            notes.append(Note(row.marks[0][1], row.text, row.page, row.number))
        elif begins_note(row):
            add_note(notes, row.text, row.page, row.number)
        elif notes:
            last = notes[-1]
            notes[-1] = Note(last.marker, f"{last.text}\n{row.text}".strip(), last.page, last.line)


def _leading(rows: Sequence[Row], size: float, arabic: bool, margins: tuple[float, float]) -> float:
    """The distance of two lines of one text: the smallest of those that are common.

    After a row that fills its measure a paragraph seldom ends: these tell, if there are any.
    """
    steps, filled = Counter[float](), Counter[float]()
    for a, b in pairwise(rows):
        if 0 < a.y - b.y < 3 * size and abs(a.size - size) < 1 > abs(b.size - size):
            steps[round(a.y - b.y, 1)] += 1
            left, right = a.column or margins
            if (a.left < left + _FILLED * size) if arabic else (a.right > right - _FILLED * size):
                filled[round(a.y - b.y, 1)] += 1
    told = (filled if filled.total() >= _FEW else steps).most_common(3)
    return min((s for s, n in told if n * 4 >= told[0][1]), default=1.2 * size)


def _placed(rows: list[Row], size: float, arabic: bool, margins: tuple[float, float], usual: float) -> list[Row]:
    """The rows with the white space above each, in lines, and their distance from the margin.

    Args:
        usual: the distance of two lines in the document; a page of short blocks has hardly any.
    """
    leading = min(usual, _leading(rows, size, arabic, margins))
    left = min([margins[0], *(r.left for r in rows)])
    right = max([margins[1], *(r.right for r in rows)])
    for n, row in enumerate(rows):
        step = rows[n - 1].y - row.y if n and not row.first else 0.0
        row.first = row.first or n == 0 or step < 0
        edges = row.column or (left, right)
        reach = edges[1] - row.left if arabic else row.right - edges[0]
        row.short = reach < _SHORT * (edges[1] - edges[0])
        row.indent = (edges[1] - row.right if arabic else row.left - edges[0]) / size
        row.gap = max(0, round(step / leading - 0.5)) if step > _PARAGRAPH_GAP * leading else 0
    return rows


def _lines(
    body: list[Row],
    notes: list[Note],
    pages: list[list[Row]],
    symbol: str | None,
    jobs: list[str],
    found: Sequence[Finding],
) -> Lines:
    markers = {note.marker for note in notes}
    body = _with_marks(body, markers)
    contents, zone = read_contents([row.text for row in body])
    lines: list[Line] = []
    page = 0
    for n, row in enumerate(body):
        if n in zone:
            page = row.page
            continue
        turned = row.page != page
        text, marks = row.text, row.marks
        for at, marker in reversed([m for m in marks if m[1] not in markers]):
            text = text[:at] + marker + text[at:]
        kept = tuple(m for m in marks if m[1] in markers)
        lines.append(Line(text, row.page, row.number, row.gap, turned, kept, row.indent, row.short))
        page = row.page
    lines = inline_marks(unbroken(lines), markers)
    job = job_of(jobs)
    return Lines(
        tuple(lines),
        tuple(_whole(notes, lines)),
        len(pages),
        symbol,
        job[0],
        job[1],
        0,
        {},
        contents,
        tuple(found),
    )


def _with_marks(body: Sequence[Row], markers: set[str]) -> list[Row]:
    """The rows, but for small ones that are only the mark of a footnote: it belongs to the end of the row before."""
    out: list[Row] = []
    for row in body:
        above = out[-1] if out else None
        if above is not None and row.size < _SMALLER * above.size and MARK.match(row.text) and row.text in markers:
            above.marks = (*above.marks, (len(above.text), row.text))
            above.short = row.short
        else:
            out.append(row)
    return out


def _too_full(printed: Sequence[Sheet]) -> Iterator[Finding]:
    """A finding for every page with more characters than are read."""
    for sheet in printed:
        if sheet.left_out:
            told = {"page": sheet.number, "most": MOST_ON_A_PAGE, "beyond": sheet.left_out}
            yield finding(f"page-{sheet.number}", "page-too-full", **told).at("", sheet.number, 0)


def _empty(pages: Sequence[Sequence[Row]]) -> list[Finding]:
    """A finding for every page without text: a picture of a page, or a blank one."""
    empty = [n for n, rows in enumerate(pages, 1) if not rows]
    return [finding(f"page-{n}", "page-without-text", page=n).at("", n, 0) for n in empty]

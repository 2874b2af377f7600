"""From characters to the rows of a page: baselines, spaces, raised marks, the order of reading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from accord.papers.reading.files.bidi import closed, has_arabic, is_arabic, is_latin, logical, paired, quoted
from accord.papers.reading.files.clusters import is_sign, once
from accord.papers.reading.files.glyphs import KASHIDA, Glyph
from accord.papers.reading.text import CJK, clean

_SMALL = 0.82
_SAME_LINE = 0.15
_SPACE, _TAB = 0.17, 0.09
_MARK = re.compile(r"\d{1,3}|[*†‡]{1,3}|[a-z]")
_LETTER = re.compile(r"\)([ACEFRS])\)")
"""The letter of a job number, mirrored where a page of Arabic has it."""
_WIDE = re.compile(f"[{CJK}]")
_NUMBER = re.compile(r"\d{1,3}\.")
_TOGETHER = 2
_JOINERS, _NEUTRAL = ".,:/-", "!"


class Row(Struct):
    """A row of a page, or a column's part of one: its characters from left to right."""

    glyphs: list[Glyph]
    y: float
    size: float
    page: int = 0
    number: int = 0
    gap: int = 0
    short: bool = False
    """Whether it stops long before its margin, as the last line of a paragraph may."""
    indent: float = 0
    text: str = ""
    marks: tuple[tuple[int, str], ...] = ()
    first: bool = False
    """Whether it is the first of its page or column, so that nothing tells how far it stands from the row before."""
    arabic: bool = False
    """Whether the document is Arabic."""
    column: tuple[float, float] | None = None
    """The edges of its column, if the page has columns here."""

    @property
    def left(self) -> float:
        """Where its first character begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where its last character ends."""
        return max(glyph.right for glyph in self.glyphs)


def rows_of(glyphs: Iterable[Glyph], arabic: bool = False) -> list[Row]:
    """The rows from top to bottom; a raised mark stands in the row that it belongs to.

    Args:
        arabic: whether the document is: then its lines without Latin words are read from the right too.
    """
    glyphs = [g for g in glyphs if g.size > 0.5]
    glyphs = once(glyphs) if arabic else glyphs
    _raise(glyphs)
    bands: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (-g.y, g.left)):
        if bands and abs(bands[-1][0].y - glyph.y) <= _SAME_LINE * max(glyph.size, bands[-1][0].size):
            bands[-1].append(glyph)
        elif not glyph.text.isspace():
            bands.append([glyph])
    rows = [_row(band, arabic) for band in _merged(bands)]
    return [row for row in rows if row.text or row.marks]


def _raise(glyphs: Sequence[Glyph]) -> None:
    """Puts small raised figures on the baseline of the letter that they stand beside."""
    sizes = Counter(round(g.size, 1) for g in glyphs)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    small = [g for g in glyphs if g.size < _SMALL * body and (g.text.isdigit() or g.text in "*†‡")]
    if not small:
        return
    places: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        if not glyph.text.isspace():
            for edge in {int(glyph.left // 8), int(glyph.right // 8)}:
                places.setdefault(edge, []).append(glyph)
    for glyph in sorted(small, key=lambda g: g.left):
        cells = {int(edge // 8) + step for edge in (glyph.left, glyph.right) for step in (-1, 0, 1)}
        near = [
            o for cell in cells for o in places.get(cell, ())
            if o is not glyph and o.size > glyph.size / _SMALL and 0.12 * o.size < glyph.y - o.y < 0.7 * o.size
            and min(abs(o.right - glyph.left), abs(o.left - glyph.right)) < 1.3 * glyph.size
        ]  # fmt: skip
        if near:
            home = min(near, key=lambda o: min(abs(o.right - glyph.left), abs(o.left - glyph.right)))
            glyph.y, glyph.raised = home.y, True


def _merged(bands: list[list[Glyph]]) -> list[list[Glyph]]:
    """Bands of raised or lowered small characters go into the band that they stand beside."""
    out: list[list[Glyph]] = []
    sizes = [max(g.size for g in band) for band in bands]
    signs = [all(any(is_sign(c) for c in g.text) for g in band) for band in bands]
    home = list(range(len(bands)))
    for n, band in enumerate(bands):
        near = [
            k for k in (n - 1, n + 1)
            if 0 <= k < len(bands) and (sizes[n] < _SMALL * sizes[k] or (signs[n] and not signs[k]))
            and abs(band[0].y - bands[k][0].y) < 0.7 * sizes[k] and _beside(band, bands[k])
        ]  # fmt: skip
        if near:
            home[n] = min(near, key=lambda k: abs(band[0].y - bands[k][0].y))
            for glyph in band:
                glyph.raised = glyph.y > bands[home[n]][0].y and not signs[n]
    for n, band in enumerate(bands):
        if home[n] == n:
            out.append(band + [g for k in (n - 1, n + 1) if 0 <= k < len(bands) and home[k] == n for g in bands[k]])
    return out


def _beside(small: Sequence[Glyph], band: Sequence[Glyph]) -> bool:
    """Whether each piece of the small band touches something of the other."""
    return all(
        any(abs(g.left - o.right) < 0.6 * o.size or abs(o.left - g.right) < 0.8 * o.size for o in band)
        for g in small if not g.text.isspace()
    )  # fmt: skip


def _row(band: list[Glyph], arabic: bool) -> Row:
    plain = [g for g in band if not g.raised and not g.text.isspace()]
    sizes = sorted(g.size for g in plain or band)
    row = Row([], (plain or band)[0].y, sizes[len(sizes) // 2], arabic=arabic)
    return spelled(row, band)


def spelled(row: Row, glyphs: list[Glyph]) -> Row:
    """The row with these characters: in order from left to right, and its text in the order of reading."""
    glyphs = sorted(glyphs, key=lambda g: (g.middle, g.order))
    while glyphs and glyphs[-1].text.isspace():
        glyphs.pop()
    while glyphs and glyphs[0].text.isspace():
        glyphs.pop(0)
    row.glyphs = glyphs = _unstretched(glyphs)
    spaced = _spaced(glyphs, row.size)
    seen = "".join(g.text for g in spaced)
    arabic = is_arabic(seen) or (row.arabic and (has_arabic(seen) or not is_latin(seen)))
    text, marks = _text(_arabic(spaced) if arabic else spaced)
    text = paired(text) if arabic else _LETTER.sub(r"(\1)", closed(text) if row.arabic else text)
    row.text, row.marks = _cleaned(text, marks)
    return row


def _unstretched(glyphs: list[Glyph]) -> list[Glyph]:
    """The characters without the kashidas between two letters of a word; the letter before reaches over them."""
    out: list[Glyph] = []
    for n, glyph in enumerate(glyphs):
        if glyph.text == KASHIDA and out and has_arabic(out[-1].text):
            after = next((g.text for g in glyphs[n + 1 :] if g.text != KASHIDA), " ")
            if has_arabic(after):
                out[-1] = replace(out[-1], right=max(out[-1].right, glyph.right))
                continue
        out.append(glyph)
    return out


def _arabic(glyphs: list[Glyph]) -> list[Glyph]:
    """The characters in the order of reading: ligatures turned round, marks after their letters, nothing twice."""
    base = [g for g in glyphs if not is_sign(g.text)]
    signs = [g for g in glyphs if is_sign(g.text)]
    turned = {id(g): _turned(g.text) for g in glyphs}
    for sign in signs:
        under = [g for g in base if g.text[0].isalpha() and g.left - 1 <= sign.middle <= g.right + 1]
        home = min(under, key=lambda g: abs(g.middle - sign.middle), default=None)
        if home is not None and sign.text not in turned[id(home)]:
            turned[id(home)] += sign.text
    kept: list[Glyph] = []
    for glyph in base:
        same = kept and len(glyph.text) > 1 and turned[id(kept[-1])] == turned[id(glyph)]
        if same and kept[-1].left - 2 <= glyph.right and glyph.left <= kept[-1].right:
            continue  # one ligature, named once for each of its parts
        kept.append(glyph)
    seen = _apart(kept)
    order = logical(seen)
    said = quoted(seen, order) | _drawn_together(kept)
    return [replace(kept[n], text=said.get(n) or turned[id(kept[n])]) for n in order]


def _drawn_together(glyphs: Sequence[Glyph]) -> dict[int, str]:
    """The quotation marks that a file draws one right after the other from left to right, as they are printed.

    Those that run from right to left have been mirrored.
    """
    marks = sorted((n for n, glyph in enumerate(glyphs) if glyph.text in ("“", "”")), key=lambda n: glyphs[n].order)
    pairs = [(a, b) for a, b in pairwise(marks) if a < b and glyphs[b].order - glyphs[a].order <= _TOGETHER]
    return {n: glyphs[n].text for pair in pairs for n in pair}


def _apart(glyphs: Sequence[Glyph]) -> list[str]:
    """The texts of a row's characters, with nothing that would join a raised mark to the number or symbol beside it."""
    seen = [g.text for g in glyphs]
    for n, glyph in enumerate(glyphs[1:], 1):
        if glyph.text in _JOINERS and glyphs[n - 1].raised and not glyph.raised:
            seen[n] = _NEUTRAL
    return seen


def _turned(text: str) -> str:
    """The letters of an Arabic ligature, which pdfium gives from left to right, in the order of reading.

    >>> _turned("ال"), _turned("fi"), _turned("\\u064bا")
    ('لا', 'fi', 'ا\u064b')
    """
    return text[::-1] if len(text) > 1 and "\u0600" <= text[0] <= "\u06ff" else text


def _spaced(glyphs: Sequence[Glyph], size: float) -> list[Glyph]:
    """The characters from left to right with a space wherever there is room for one."""
    out: list[Glyph] = []
    reach = -1e9
    for glyph in glyphs:
        if out and not glyph.text.isspace() and not out[-1].text.isspace():
            wide = _WIDE.match(out[-1].text[-1]) and _WIDE.match(glyph.text[0])
            room = 0.9 if wide else _TAB if _is_label(out) and glyph.text.isdigit() else _SPACE
            if glyph.left - reach > size * room:
                out.append(Glyph(" ", reach, glyph.left, glyph.y, glyph.size, glyph.order))
        out.append(glyph)
        reach = max(reach, glyph.right)
    return out


def _is_label(glyphs: Sequence[Glyph]) -> bool:
    """Whether a row so far is the number of a paragraph, which a tabulator may follow that has hardly any room."""
    return len(glyphs) < 5 and bool(_NUMBER.fullmatch("".join(g.text for g in glyphs)))


def _text(glyphs: Sequence[Glyph]) -> tuple[str, list[tuple[int, str]]]:
    """The text, and the raised marks with their offsets."""
    out = ""
    marks: list[tuple[int, str]] = []
    raised = ""
    for glyph in [*glyphs, None]:
        if glyph is not None and glyph.raised and not glyph.text.isspace():
            raised += glyph.text
            continue
        if raised:
            if _MARK.fullmatch(raised) and not (raised.isalpha() and out[-1:].isdigit()):
                marks.append((len(out), raised))
            else:
                out += raised
            raised = ""
        out += glyph.text if glyph is not None else ""
    return out, marks


def _cleaned(text: str, marks: list[tuple[int, str]]) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text with single white space, and the marks at their new offsets."""
    tidy = clean(text)
    return tidy, tuple((min(len(tidy), len(clean(text[:at] + "\x00")) - 1), marker) for at, marker in marks)

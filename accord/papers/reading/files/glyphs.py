"""The characters of a PDF with their places on the page, as pdfium finds them.

Left out: characters that pdfium makes up (spaces and ends of lines), what is turned
(watermarks, margin notes). Lengths are in points; y grows upwards; a baseline is the `y` of a character.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from msgspec import Struct

from accord.papers.reading.text import INVISIBLE

MOST_ON_A_PAGE = 60_000
"""Characters that are read; how many a page has beyond them is a finding."""
_TURNED = 0.2
_RAISED = 0.2
_FLAT = 0.16
KASHIDA = "\u0640"
"""The stroke that stretches an Arabic word."""


class Glyph(Struct):
    """A character (or a ligature's) of size `size` between `left` and `right` on the baseline `y`."""

    text: str
    left: float
    right: float
    y: float
    size: float
    order: int = 0
    raised: bool = False

    @property
    def middle(self) -> float:
        """Where it stands in its row."""
        return (self.left + self.right) / 2


def left_out(text: pdfium.FPDF_TEXTPAGE) -> int:
    """How many characters of a page are not read because there are too many."""
    return max(0, int(pdfium.FPDFText_CountChars(text)) - MOST_ON_A_PAGE)


def glyphs_of(text: pdfium.FPDF_TEXTPAGE) -> Iterator[Glyph]:
    """The characters of a page as the file has them, up to the most that are read."""
    box = pdfium.FS_RECTF()
    ink = [ctypes.c_double() for _ in range(4)]
    x, y = ctypes.c_double(), ctypes.c_double()
    matrix = pdfium.FS_MATRIX()
    last: Glyph | None = None
    for n in range(min(pdfium.FPDFText_CountChars(text), MOST_ON_A_PAGE)):
        code = pdfium.FPDFText_GetUnicode(text, n)
        if code in (2, 0xFFFE):
            code = 0x2D  # pdfium's sign for a hyphen at the end of a line
        if code in INVISIBLE or 0xD800 <= code < 0xE000 or pdfium.FPDFText_IsGenerated(text, n) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, n, box)  # with the room on both sides that the font gives it
        pdfium.FPDFText_GetCharOrigin(text, n, x, y)
        pdfium.FPDFText_GetMatrix(text, n, matrix)
        if abs(matrix.b) > _TURNED * abs(matrix.a) or matrix.a == 0:
            continue
        if box.right - box.left <= 0 and (code < 32 or chr(code).isspace()):
            continue
        size = pdfium.FPDFText_GetFontSize(text, n) * math.hypot(matrix.c, matrix.d)
        found = Glyph(_plain(chr(code)), box.left, box.right, y.value, size, n)
        stretched = last is not None and _is_joined(last.text) and found.text not in " \u00a0"
        if stretched or found.text.isdigit():
            pdfium.FPDFText_GetCharBox(text, n, *ink)
            if stretched and _is_stroke(found, *(edge.value for edge in ink)):
                found.text = KASHIDA
            # A font's own raised digits have the size and the baseline of the others; only their ink stands higher.
            found.raised = found.text.isdigit() and ink[2].value - y.value > _RAISED * size
        if found.text < " ":
            continue
        if last and (found.left, found.right, found.y) == (last.left, last.right, last.y) and found.text.strip():
            last.text += found.text  # one ligature of several characters
            continue
        if last:
            yield last
        last = found
    if last:
        yield last


def _plain(char: str) -> str:
    """A presentation form or ligature as the characters it stands for; everything else as it is."""
    if "\ufb00" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc":
        return unicodedata.normalize("NFKC", char)
    return "-" if char in "\u00ad\u2010\u2011" else char


def _is_joined(text: str) -> bool:
    """Whether a character is one after which Arabic words are stretched."""
    return "\u0600" <= text[-1:] <= "\u06ff" and (text[-1].isalpha() or text[-1] == KASHIDA)


def _is_stroke(glyph: Glyph, left: float, right: float, bottom: float, top: float) -> bool:
    """Whether all that is seen of a character is a flat stroke on the baseline, as wide as the character.

    So are kashidas drawn, which stretch Arabic words to the margin. Printers give them no name, or that of
    another character; a full stop is narrower than its room, a dash stands higher and an underscore lower.
    """
    on_line = bottom - glyph.y > -_FLAT / 2 * glyph.size and top - glyph.y < _FLAT * glyph.size
    wide = glyph.right - glyph.left
    return on_line and right - left > 0.97 * wide and wide > top - bottom > 0

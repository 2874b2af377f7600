"""The characters of a PDF with their places on the page, as pdfium finds them.

Left out: characters that pdfium makes up (spaces and ends of lines), what stands off the page, what is turned
(watermarks, margin notes). Lengths are in points; y grows upwards; a baseline is the `y` of a character.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from msgspec import Struct

from accord.papers.reading.files.limits import another_page
from accord.papers.reading.files.unreadable import Unreadable
from accord.papers.reading.text import INVISIBLE

MOST_PAGES = 2_000
MOST_GLYPHS = 4_000_000
MOST_ON_A_PAGE = 60_000
_TURNED = 0.2
_RAISED = 0.2
_SEPARATOR = (30.0, 260.0)
"""Shortest and longest rule above footnotes."""


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


class Sheet(Struct):
    """A page: its size, its characters, and the heights of its short horizontal rules."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[float]


def sheets(data: bytes) -> Iterator[Sheet]:
    """The pages of a PDF, one by one.

    Raises:
        Unreadable: locked, broken, or of more pages or characters than any document has.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("encrypted" if "password" in str(error).lower() else "broken-pdf") from None
    with pdf:
        if not len(pdf):
            raise Unreadable("broken-pdf")
        if len(pdf) > MOST_PAGES:
            raise Unreadable("too-many-pages", most=MOST_PAGES)
        total = 0
        for number in range(1, len(pdf) + 1):
            sheet = _sheet(pdf, number)
            total += len(sheet.glyphs)
            if total > MOST_GLYPHS:
                raise Unreadable("too-many-characters", most=MOST_GLYPHS)
            another_page()
            yield sheet


def _sheet(pdf: pypdfium2.PdfDocument, number: int) -> Sheet:
    """A page; empty if pdfium cannot load it."""
    try:
        page = pdf[number - 1]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return Sheet(number, 0, 0, [], [])
    try:
        left, bottom, right, top = page.get_bbox()
        glyphs = [g for g in _glyphs(text.raw) if left <= g.middle <= right and bottom <= g.y <= top]
        return Sheet(number, right - left, top - bottom, glyphs, list(_rules(page)))
    finally:
        text.close()
        page.close()


def _glyphs(text: pdfium.FPDF_TEXTPAGE) -> Iterator[Glyph]:
    box = pdfium.FS_RECTF()
    ink = [ctypes.c_double() for _ in range(4)]
    x, y = ctypes.c_double(), ctypes.c_double()
    matrix = pdfium.FS_MATRIX()
    last: Glyph | None = None
    for n in range(min(pdfium.FPDFText_CountChars(text), MOST_ON_A_PAGE)):
        code = pdfium.FPDFText_GetUnicode(text, n)
        if code in (2, 0xFFFE):
            code = 0x2D  # pdfium's sign for a hyphen at the end of a line
        if code < 32 or code in INVISIBLE or 0xD800 <= code < 0xE000 or pdfium.FPDFText_IsGenerated(text, n) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, n, box)  # with the room on both sides that the font gives it
        pdfium.FPDFText_GetCharOrigin(text, n, x, y)
        pdfium.FPDFText_GetMatrix(text, n, matrix)
        if abs(matrix.b) > _TURNED * abs(matrix.a) or matrix.a == 0:
            continue
        if box.right - box.left <= 0 and chr(code).isspace():
            continue
        size = pdfium.FPDFText_GetFontSize(text, n) * math.hypot(matrix.c, matrix.d)
        found = Glyph(_plain(chr(code)), box.left, box.right, y.value, size, n)
        if found.text.isdigit():
            pdfium.FPDFText_GetCharBox(text, n, *ink)
            # A font's own raised digits have the size and the baseline of the others; only their ink stands higher.
            found.raised = ink[2].value - y.value > _RAISED * size
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


def _rules(page: pypdfium2.PdfPage) -> Iterator[float]:
    """Heights of lines that are as thin and as short as the rule above footnotes."""
    for found in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=2):
        left, bottom, right, top = found.get_bounds()
        if top - bottom <= 2.5 and _SEPARATOR[0] <= right - left <= _SEPARATOR[1]:
            yield (top + bottom) / 2

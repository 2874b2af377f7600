"""The pages of a PDF: their characters and their short rules, each page by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from msgspec import Struct

from accord.papers.reading.files.glyphs import Glyph, glyphs_of, left_out
from accord.papers.reading.files.limits import another_page
from accord.papers.reading.files.restored import restored
from accord.papers.reading.files.unreadable import Unreadable

MOST_PAGES = 2_000
MOST_GLYPHS = 4_000_000
_SEPARATOR = (30.0, 260.0)
"""Shortest and longest rule above footnotes."""


class Rule(Struct, frozen=True):
    """A short horizontal rule from `left` to `right` at the height `y`."""

    left: float
    right: float
    y: float


class Sheet(Struct):
    """A page: its size, its characters, and its short horizontal rules."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule]
    left_out: int = 0
    """Characters that it has beyond those that are read."""


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
    """A page, but for what stands off it; empty if pdfium cannot load it."""
    try:
        page = pdf[number - 1]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return Sheet(number, 0, 0, [], [])
    try:
        left, bottom, right, top = page.get_bbox()
        found = list(glyphs_of(text.raw))
        found += restored(page, text.raw, found)
        glyphs = [g for g in found if left <= g.middle <= right and bottom <= g.y <= top]
        return Sheet(number, right - left, top - bottom, glyphs, list(_rules(page)), left_out(text.raw))
    finally:
        text.close()
        page.close()


def _rules(page: pypdfium2.PdfPage) -> Iterator[Rule]:
    """The lines that are as thin and as short as the rule above footnotes."""
    for found in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=2):
        left, bottom, right, top = found.get_bounds()
        if top - bottom <= 2.5 and _SEPARATOR[0] <= right - left <= _SEPARATOR[1]:
            yield Rule(left, right, (top + bottom) / 2)

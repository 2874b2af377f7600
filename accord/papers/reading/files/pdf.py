"""PDF files."""

from __future__ import annotations

import pypdfium2

from accord.papers.reading.files.unreadable import Unreadable
from accord.papers.reading.lines import Lines, read_lines
from accord.papers.reading.text import visible


def pdf_lines(data: bytes) -> Lines:
    """The lines of a PDF."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("encrypted" if "password" in str(error).lower() else "broken-pdf") from None
    text = "\f".join(page.get_textpage().get_text_range() for page in pdf)
    if not visible(text):
        raise Unreadable("scanned", pages=len(pdf))
    return read_lines(text)

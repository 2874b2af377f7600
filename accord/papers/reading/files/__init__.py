"""From the bytes of a file to the lines of a document: text, PDF and DOCX, told apart by their first bytes.

Whatever the file, the lines are the same: without the furniture of pages, footnotes apart, each with page
and line. A file that cannot be read raises `Unreadable`, which says why and what to do.
"""

from __future__ import annotations

from accord.papers.reading.files.docx import docx_lines
from accord.papers.reading.files.limits import bounded
from accord.papers.reading.files.pdf import pdf_lines
from accord.papers.reading.files.plain import plain_text
from accord.papers.reading.files.unreadable import Unreadable
from accord.papers.reading.lines import Lines, read_lines

__all__ = ["LARGEST_FILE", "Unreadable", "lines_of"]

LARGEST_FILE = 50_000_000


def lines_of(data: bytes) -> Lines:
    """The lines of a document.

    Raises:
        Unreadable: larger than `LARGEST_FILE`, of no format known, a broken or locked file of a known one, or one
            that takes more memory or time than any document does.
        Malformed: a text that is none.

    >>> [line.text for line in lines_of("1. Первый".encode("utf-16")).lines]
    ['1. Первый']
    """
    if len(data) > LARGEST_FILE:
        raise Unreadable("too-large", most=LARGEST_FILE)
    if b"%PDF-" in data[:1024]:
        return bounded(pdf_lines, data)
    if data.startswith(b"PK\x03\x04"):
        return bounded(docx_lines, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("old-word")
    return read_lines(plain_text(data))

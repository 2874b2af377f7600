"""DOCX files."""

from __future__ import annotations

import io
import zipfile

import docx
from lxml import etree

from accord.papers.reading.files.unreadable import Unreadable
from accord.papers.reading.lines import Lines, read_lines


def docx_lines(data: bytes) -> Lines:
    """The lines of a DOCX."""
    try:
        paper = docx.Document(io.BytesIO(data))
    except (ValueError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        raise Unreadable("broken-docx", part="word/document.xml") from None
    return read_lines("\n\n".join(paragraph.text for paragraph in paper.paragraphs))

"""A report in the formats that leave the program. A format is a function from a report to its bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec

from accord.papers.report.values import Report


class Format(msgspec.Struct, frozen=True):
    """A format: its media type, the ending of its files, and what makes it."""

    kind: str
    ending: str
    make: Callable[[Report], bytes]
    binary: bool = False
    """Whether it is nothing for a terminal."""


def file_name(report: Report, form: str) -> str:
    """The name of a file with the report in a format.

    >>> file_name(Report("A/68/514", "AC.281", "zh", "units", ()), "docx")
    'A-68-514.zh.docx'
    """
    name = "".join(c if c.isascii() and (c.isalnum() or c in ".-_()") else "-" for c in report.symbol or report.body)
    return f"{name}.{report.language}.{FORMATS[form].ending}"


def as_text(report: Report) -> bytes:
    """The report as lines of text, one unit a line."""
    return report.text().encode("utf-8", "backslashreplace")


def as_builtins(report: Report) -> dict[str, Any]:
    """The report as plain values: what it is, its counts in all and by chapter, its blocks with their segments."""
    found: dict[str, Any] = msgspec.to_builtins(report)
    found["counts"] = {**msgspec.to_builtins(report.counts), "total": report.counts.total}
    found["chapters"] = msgspec.to_builtins(report.chapters)
    return found


def as_json(report: Report) -> bytes:
    """The report as one JSON document."""
    return (json.dumps(as_builtins(report), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _html(report: Report) -> bytes:
    from accord.papers.report.html import as_html

    return as_html(report)


def _akn(report: Report) -> bytes:
    from accord.papers.akn import as_akn

    return as_akn(report)


def _docx(report: Report) -> bytes:
    from accord.papers.report.docx import as_docx

    return as_docx(report)


def _pdf(report: Report) -> bytes:
    from accord.papers.report.pdf.write import as_pdf

    return as_pdf(report)


FORMATS: dict[str, Format] = {
    "text": Format("text/plain; charset=utf-8", "txt", as_text),
    "html": Format("text/html; charset=utf-8", "html", _html),
    "akn": Format("application/akn+xml", "akn.xml", _akn),
    "docx": Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", _docx, binary=True
    ),
    "pdf": Format("application/pdf", "pdf", _pdf, binary=True),
    "json": Format("application/json", "json", as_json),
}
"""The formats by name. What makes one is loaded when it is asked for: a text needs no typesetter."""

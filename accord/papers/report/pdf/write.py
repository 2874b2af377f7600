"""The template set by Typst, with the fonts of this machine."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

import typst

from accord.papers.report.outline import printable
from accord.papers.report.pdf.content import content, families
from accord.papers.report.pdf.missing import NoFonts, NoGlyph
from accord.papers.report.values import Report


def as_pdf(report: Report) -> bytes:
    """The report as PDF/UA-1.

    Raises:
        NoFonts: the fonts for its language are not on this machine.
        NoGlyph: a character of it is in none of the fonts.
    """
    report = printable(report)
    found = _fonts()
    missing = tuple(font for font in families(report.language) if font not in found.families())
    if missing:
        raise NoFonts(missing)
    day = report.issue.made_on
    try:
        return bytes(
            typst.compile(
                _template(),
                format="pdf",
                pdf_standards=["ua-1"],
                font_paths=found,
                sys_inputs={"paper": json.dumps(content(report), ensure_ascii=False)},
                timestamp=(day.toordinal() - _EPOCH) * 86_400,
            )
        )
    except typst.TypstError as error:
        if "could not be displayed" in str(error) or "glyph" in str(error):
            raise NoGlyph(str(error)) from None
        raise


_EPOCH = 719_163
"""The ordinal of 1 January 1970."""


@cache
def _fonts() -> Any:
    """The fonts of this machine, looked for once."""
    return typst.Fonts()


@cache
def _template() -> bytes:
    return (resources.files("accord.papers.report.pdf") / "report.typ").read_bytes()

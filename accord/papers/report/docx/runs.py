"""Runs of text: each with its origin as a style, its direction and its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

from accord.papers.report.docx.elements import el, text
from accord.papers.report.docx.styles import TAGS

_STYLES = {"bound": "Bound", "formula": "Formula", "quoted": "Quoted"}
_LATIN = re.compile(r"[A-Za-zÀ-ɏ0-9](?:[A-Za-zÀ-ɏ0-9 .,/'’&:–-]*[A-Za-zÀ-ɏ0-9])?")
_LETTER = re.compile(r"[A-Za-zÀ-ɏ]")


def directions(words: str, rtl: bool) -> Iterator[tuple[str, bool]]:
    """The stretches of a text with whether each runs from right to left: names and symbols in Latin letters do not.

    >>> list(directions("وثيقة (A/68/514) في ٢٠١٣", True))
    [('وثيقة (', True), ('A/68/514', False), (') في ٢٠١٣', True)]
    >>> list(directions("paper 3", False))
    [('paper 3', False)]
    """
    if not rtl:
        yield words, False
        return
    at = 0
    for match in _LATIN.finditer(words):
        if not _LETTER.search(match[0]):
            continue
        if match.start() > at:
            yield words[at : match.start()], True
        yield match[0], False
        at = match.end()
    if at < len(words):
        yield words[at:], True


def runs(words: str, language: str, provenance: str = "", foreign: str = "") -> Iterator[etree._Element]:
    """Text as runs.

    Args:
        language: of the paper.
        provenance: where the words come from; empty for those of the layout.
        foreign: the language of the words where it is another.
    """
    for part, rtl in directions(words, (foreign or language) == "ar"):
        found = el("r")
        looks = el("rPr")
        if provenance:
            looks.append(el("rStyle", val=_STYLES[provenance]))
        if rtl:
            looks.append(el("rtl"))
        if foreign:
            looks.append(
                el("lang", **{"bidi" if foreign == "ar" else "eastAsia" if foreign == "zh" else "val": TAGS[foreign]})
            )
        if len(looks):
            found.append(looks)
        for n, piece in enumerate(part.split("\t")):
            if n:
                found.append(el("tab"))
            if piece:
                found.append(text(piece))
        yield found


def paragraph(style: str, language: str, *content: etree._Element) -> etree._Element:
    """A paragraph in a style; in Arabic it runs from right to left."""
    layout = el("pPr", el("pStyle", val=style), *([el("bidi")] if language == "ar" else []))
    return el("p", layout, *content)


def field(code: str) -> Iterator[etree._Element]:
    """A field that the word processor fills, as PAGE."""
    yield el("r", el("fldChar", fldCharType="begin"))
    yield el("r", text(f" {code} ", "instrText"))
    yield el("r", el("fldChar", fldCharType="separate"))
    yield el("r", text("1"))
    yield el("r", el("fldChar", fldCharType="end"))

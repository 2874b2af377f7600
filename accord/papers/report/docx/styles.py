"""The styles of a UN paper, its languages and its page."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree  # type: ignore[import-untyped]

from accord.papers.report.docx.elements import W, el

TAGS: Final = {"ar": "ar-SA", "zh": "zh-CN", "en": "en-GB", "fr": "fr-FR", "ru": "ru-RU", "es": "es-ES"}
"""The languages as a word processor names them."""

TEXT: Final = 1134
"""Where text begins, from the margin, in twentieths of a point: labels of headings hang before it."""
LABEL: Final = 540
"""The width of the label of a paragraph or item."""
WIDTH: Final = 9638
"""Of the lines of an A4 page between margins of 1,134."""

_SIZE = {"ar": 26}
_LATIN = 20


def language(code: str) -> etree._Element:
    """The languages of text: its own, and English where a script has no letters of its own for it."""
    tag = TAGS[code]
    return el(
        "lang",
        val="en-GB" if code in ("ar", "zh") else tag,
        eastAsia=tag if code == "zh" else "zh-CN",
        bidi=tag if code == "ar" else "ar-SA",
    )


def styles(code: str) -> etree._Element:
    """The styles for a report in a language."""
    size = _SIZE.get(code, _LATIN)
    fonts = el(
        "rFonts",
        ascii="Times New Roman",
        hAnsi="Times New Roman",
        eastAsia="SimSun",
        cs="Traditional Arabic" if code == "ar" else "Times New Roman",
    )
    defaults = el(
        "docDefaults",
        el(
            "rPrDefault",
            el("rPr", fonts, el("sz", val=_LATIN if code != "zh" else 21), el("szCs", val=size), language(code)),
        ),
        el("pPrDefault", el("pPr", el("spacing", after=0, line=260, lineRule="atLeast"))),
    )
    next_too, right, both = el("keepNext"), _stop(WIDTH, "right"), el("jc", val="both")
    found = [
        _style("Normal", "Normal"),
        _style("Masthead", "UN Masthead", right, _apart(20), bold=True),
        _style("Organ", "UN Organ", _rule(), right, _apart(60), bold=True, size=size + 10),
        _style("MastheadLine", "UN Masthead line", right, _apart(20)),
        _style("Title", "Title", next_too, _apart(240, 360), _in(), bold=True, size=size + 8),
        _style("Subtitle", "Subtitle", next_too, _apart(160, 300), _in(), bold=True, size=size + 4),
        _heading(1, size + 8, _apart(200, 360)),
        _heading(2, size + 4, _apart(160, 280)),
        _style("Text", "UN Single text", _stop(TEXT + LABEL), _apart(120), _in(), both),
        _style("Item", "UN Item", _stop(TEXT + LABEL), _apart(100), _in(TEXT + LABEL, LABEL), both),
        _style("Subitem", "UN Subitem", _stop(TEXT + 2 * LABEL), _apart(80), _in(TEXT + 2 * LABEL, LABEL), both),
        _style("FootnoteText", "footnote text", _apart(40), size=size - 3),
        _style("Header", "header", _rule(), right, size=size - 2, bold=True),
        _style("Footer", "footer", right, size=size - 2),
        _style("Exercise", "Exercise mark", el("jc", val="center"), bold=True, size=size),
        _style("Made", "Record note", _apart(120, 240), size=size - 3),
        _style("Cell", "Table cell", _apart(20, 20), size=size - 4),
        _run("DefaultParagraphFont", "Default Paragraph Font"),
        _run("FootnoteReference", "footnote reference", el("vertAlign", val="superscript")),
        _run("Bound", "Bound to the record"),
        _run("Formula", "Made by rule"),
        _run("Quoted", "Words of the document"),
    ]
    return el("styles", defaults, *found)


def _style(name: str, shown: str, *layout: etree._Element, bold: bool = False, size: int = 0) -> etree._Element:
    found = el("style", el("name", val=shown), type="paragraph", styleId=name)
    if name == "Normal":
        found.set(f"{{{W}}}default", "1")
    else:
        found.append(el("basedOn", val="Normal"))
    found.append(el("qFormat"))
    if layout:
        # Copies: an element stands in one place only.
        found.append(el("pPr", *(deepcopy(one) for one in layout)))
    looks = [el("b"), el("bCs")] if bold else []
    if size:
        looks += [el("sz", val=size), el("szCs", val=size)]
    if looks:
        found.append(el("rPr", *looks))
    return found


def _heading(level: int, size: int, apart: etree._Element) -> etree._Element:
    """A heading whose label hangs before the text."""
    layout = (el("keepNext"), _stop(TEXT), apart, _in(TEXT, TEXT - 450), el("outlineLvl", val=level - 1))
    return _style(f"Heading{level}", f"heading {level}", *layout, bold=True, size=size)


def _apart(after: int, before: int = 0) -> etree._Element:
    return el("spacing", before=before, after=after)


def _in(left: int = TEXT, hanging: int = 0) -> etree._Element:
    return el("ind", left=left, right=567, hanging=hanging) if hanging else el("ind", left=left, right=567)


def _run(name: str, shown: str, *looks: etree._Element) -> etree._Element:
    found = el("style", el("name", val=shown), el("qFormat"), type="character", styleId=name)
    if name == "DefaultParagraphFont":
        found.set(f"{{{W}}}default", "1")
    if looks:
        found.append(el("rPr", *looks))
    return found


def _stop(at: int, kind: str = "left") -> etree._Element:
    return el("tabs", el("tab", val=kind, pos=at))


def _rule() -> etree._Element:
    return el("pBdr", el("bottom", val="single", sz=8, space=2, color="auto"))

"""Reports printed to PDF by typst, in the layout of the United Nations or in one like it."""

from __future__ import annotations

import random

import typst

from tests.papers.reading.printing.grammar import LETTERS, Block, Report

FONTS = {"ar": "Noto Naskh Arabic", "zh": "Noto Serif CJK SC"}
INDENT = {"item": "1em", "subitem": "2.5em", "entry": "2em"}


def quoted(text: str) -> str:
    """A text as typst takes it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def content(block: Block) -> str:
    """A block's text with its footnotes in their places."""
    out, at = "", 0
    for offset, _, note in block.notes:
        out += f"#{quoted(block.text[at:offset])}#footnote[#{quoted(note)}]"
        at = offset
    return out + f"#{quoted(block.text[at:])}"


def source(report: Report, layout: int) -> str:
    """The report as a typst document; `layout` chooses margins, sizes, leading, justification and hyphenation."""
    draw = random.Random(layout)
    size = draw.choice([10, 10.5, 11, 12])
    font = FONTS.get(report.lang, draw.choice(["Libertinus Serif", "New Computer Modern", "Noto Serif"]))
    justify = draw.random() < 0.6
    side = draw.choice([20, 25, 30])
    header = draw.choice(["#h(1fr)#{0}", "#{0}", "#{0}#h(1fr)#{1}"]).format(quoted(report.symbol), quoted("EXERCISE"))
    footer = draw.choice(
        ['#context counter(page).display("1/1", both: true)#h(1fr)#{0}', "#{0}#h(1fr)#context counter(page).display()"]
    ).format(quoted(f"{report.job} ({LETTERS[report.lang]})"))
    spacing = draw.choice(["0.65em", "0.9em", "1.2em"])
    hang = draw.random() < 0.3
    out = [
        f'#set page(paper: "{draw.choice(["a4", "us-letter"])}", margin: (x: {side}mm, y: 25mm), '
        f"header: [{header}], footer: [{footer}])",
        f'#set text(font: "{font}", lang: "{report.lang}", dir: {"rtl" if report.lang == "ar" else "ltr"}, '
        f"size: {size}pt, hyphenate: {str(draw.random() < 0.3).lower()})",
        f"#set par(justify: {str(justify).lower()}, leading: {draw.choice([0.55, 0.65, 0.8])}em, spacing: {spacing})",
        f"#text(size: 1.3em)[#{quoted(report.title)}]",
        "",
    ]
    if report.contents:
        out += _contents(report)
    two = report.columns == 2 and not report.table
    out += ["#pagebreak(weak: true)", "#columns(2)[" if two else ""]
    for n, block in enumerate(report.blocks):
        out += _printed(block, hang, report.lang == "ar", draw)
        if report.table and n == report.table_after:
            cells = ", ".join(f"[#{quoted(a)}], [#{quoted(b)}]" for a, b in report.table)
            out += [f"#table(columns: (1fr, 2fr), stroke: none, inset: 4pt, {cells})", ""]
    return "\n".join([*out, "]" if two else ""])


def _contents(report: Report) -> list[str]:
    out = [f"*#{quoted(_contents_title(report))}*", ""]
    for block in report.blocks:
        if block.level in ("chapter", "section"):
            indent = "#h(1.5em)" if block.level == "section" else ""
            dots = "#box(width: 1fr, repeat[.])"
            out += [f"{indent}#{quoted(block.label)} #{quoted(block.text)} {dots} 3", ""]
    return out


def _contents_title(report: Report) -> str:
    from tests.papers.reading.printing.phrases import PHRASES

    return PHRASES[report.lang].contents


def _printed(block: Block, hang: bool, rtl: bool, draw: random.Random) -> list[str]:
    said = f"#{quoted(block.label)}" if block.label else ""
    if block.level in ("chapter", "section"):
        place = "center" if block.level == "chapter" and draw.random() < 0.3 else "start"
        return [f"#block(sticky: true, above: 1.6em)[#align({place})[*{said}#h(0.8em){content(block)}*]]", ""]
    tab = "#h(1.2em)"
    if block.level == "paragraph" and hang:
        return [f"#par(hanging-indent: 2em)[{said}{tab}{content(block)}]", ""]
    if block.level in INDENT:
        side = "right" if rtl else "left"
        return [f"#block(inset: ({side}: {INDENT[block.level]}))[{said}#h(0.6em){content(block)}]", ""]
    return [f"{said}{tab}{content(block)}", ""]


def printed(report: Report, layout: int) -> bytes:
    """The PDF."""
    return typst.compile(source(report, layout).encode())

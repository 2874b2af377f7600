"""Reports printed to DOCX: numbers made by the word processor or typed, footnotes, headers, tables."""

from __future__ import annotations

import io
import re
import zipfile

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree  # type: ignore[import-untyped]

from tests.papers.reading.printing.grammar import LETTERS, Block, Report
from tests.papers.reading.printing.layouts import layout
from tests.papers.reading.printing.phrases import PHRASES

LISTS = (("chapter", "section"), ("paragraph",), ("item", "subitem"), ("entry",))
FORMS = {
    "chapter": {"zh": ("chineseCounting", "%N."), "*": ("upperRoman", "%N.")},
    "section": {"*": ("upperLetter", "%N.")},
    "paragraph": {"ar": ("hindiNumbers", "%N -"), "*": ("decimal", "%N.")},
    "item": {
        "fr": ("lowerLetter", "%N)"),
        "es": ("lowerLetter", "%N)"),
        "ar": ("arabicAbjad", "(%N)"),
        "*": ("lowerLetter", "(%N)"),
    },
    "subitem": {
        "fr": ("lowerRoman", "%N)"),
        "es": ("lowerRoman", "%N)"),
        "ar": ("hindiNumbers", "'%N'"),
        "*": ("lowerRoman", "(%N)"),
    },
    "entry": {"ar": ("hindiNumbers", "%N -"), "*": ("decimal", "%N.")},
}
TYPED = {("ar", "chapter"), ("ar", "section"), ("zh", "subitem")}
"""Labels that no word processor makes."""


def printed(report: Report, seed: int, *, typed: bool = False) -> bytes:
    """The DOCX; the seed chooses its layout, and whether its numbers are automatic (never if `typed`)."""
    form = layout(seed, report.lang, report.columns, bool(report.table))
    paper = docx.Document()
    form.page(paper, report.lang)
    section = paper.sections[0]
    section.header.paragraphs[0].text = report.symbol
    section.footer.paragraphs[0].text = f"{report.job} ({LETTERS[report.lang]})"
    _add(paper, report, report.title)
    if report.contents:
        _add(paper, report, PHRASES[report.lang].contents)
        for block in report.blocks:
            if block.level in ("chapter", "section"):
                _add(paper, report, f"{block.label} {block.text} {'.' * 20} 3")
    numbers = _Lists(paper, report.lang) if form.automatic and not typed else None
    notes: list[str] = []
    for n, block in enumerate(report.blocks):
        form.place(_block(paper, report, block, numbers, notes), block.level)
        if report.table and n == report.table_after:
            table = paper.add_table(0, 2, "Table Grid" if form.ruled else None)
            if report.lang == "ar":
                table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
            for texts in report.table:
                for cell, text in zip(table.add_row().cells, texts, strict=True):
                    _filled(cell.paragraphs[0], report, text)
    out = io.BytesIO()
    paper.save(out)
    return _with_notes(out.getvalue(), notes, report.lang == "ar")


def _add(paper: Document, report: Report, text: str) -> Paragraph:
    return _filled(paper.add_paragraph(), report, text)


def _filled(paragraph: Paragraph, report: Report, text: str) -> Paragraph:
    if report.lang == "ar":
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    if text:
        _run(paragraph, report, text)
    return paragraph


def _run(paragraph: Paragraph, report: Report, text: str) -> None:
    """The text as runs; in Arabic all but Latin symbols are marked as written from the right."""
    if report.lang != "ar":
        paragraph.add_run(text)
        return
    for part in re.split(r"(XA/[A-Z0-9./]*[A-Z0-9])", text):
        run = paragraph.add_run(part)
        if not part.startswith("XA/"):
            run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))


def _block(paper: Document, report: Report, block: Block, numbers: _Lists | None, notes: list[str]) -> Paragraph:
    auto = numbers is not None and (report.lang, block.level) not in TYPED
    paragraph = _add(paper, report, "" if auto else f"{block.label}\t" if report.lang != "zh" else f"{block.label} ")
    if auto and numbers is not None:
        numbers.number(paragraph, block)
    at = 0
    for offset, _, note in block.notes:
        _run(paragraph, report, block.text[at:offset])
        notes.append(note)
        paragraph._p.append(
            parse_xml(
                f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{len(notes) + 1}"/></w:r>'
            )
        )
        at = offset
    _run(paragraph, report, block.text[at:])
    return paragraph


class _Lists:
    """Lists as a secretariat has them: one for headings, one for paragraphs, a new one for every list inside them."""

    def __init__(self, paper: Document, lang: str) -> None:
        self.numbering = paper.part.numbering_part.element
        self.lists: dict[str, int] = {}
        self.last = 200
        for number, levels in enumerate(LISTS, 90):
            inner = "".join(
                f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="tab"/>'
                f'<w:lvlText w:val="{text.replace("%N", f"%{depth + 1}")}"/></w:lvl>'
                for depth, level in enumerate(levels)
                for form, text in [FORMS[level].get(lang, FORMS[level]["*"])]
            )
            self.numbering.insert(
                0,
                parse_xml(
                    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
                    f'<w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
                ),
            )

    def number(self, paragraph: Paragraph, block: Block) -> None:
        """Gives the paragraph its place in its list; the word processor counts."""
        home = next(n for n, levels in enumerate(LISTS) if block.level in levels)
        name = LISTS[home][0]
        if name not in self.lists or (home > 1 and block.level == name and block.number == 1):
            self.last += 1
            self.lists[name] = self.last
            start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if home > 1 else ""
            self.numbering.append(
                parse_xml(
                    f'<w:num {nsdecls("w")} w:numId="{self.last}"><w:abstractNumId w:val="{90 + home}"/>{start}</w:num>'
                )
            )
        depth = LISTS[home].index(block.level)
        properties = paragraph._p.get_or_add_pPr()
        properties.insert(
            0,
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{self.lists[name]}"/></w:numPr>'
            ),
        )


def _with_notes(data: bytes, notes: list[str], arabic: bool) -> bytes:
    """The archive with a part of footnotes, which the library cannot write."""
    if not notes:
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"</Types>",
                    b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
                    b'officedocument.wordprocessingml.footnotes+xml"/></Types>',
                )
            if name == "word/_rels/document.xml.rels":
                part = part.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rIdNotes" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                    b'relationships/footnotes" Target="footnotes.xml"/></Relationships>',
                )
            new.writestr(name, part)
        root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for number, (kind, text) in enumerate(
            [("separator", ""), ("continuationSeparator", ""), *(("", n) for n in notes)]
        ):
            note = etree.SubElement(root, qn("w:footnote"), {qn("w:id"): str(number)})
            if kind:
                note.set(qn("w:type"), kind)
            paragraph = etree.SubElement(note, qn("w:p"))
            if kind:
                etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn(f"w:{kind}"))
                continue
            mark = etree.SubElement(paragraph, qn("w:r"))
            etree.SubElement(etree.SubElement(mark, qn("w:rPr")), qn("w:vertAlign")).set(qn("w:val"), "superscript")
            etree.SubElement(mark, qn("w:footnoteRef"))
            if arabic:
                etree.SubElement(etree.SubElement(paragraph, qn("w:pPr")), qn("w:bidi"))
                paragraph.insert(0, paragraph[-1])
            for piece in re.split(r"(XA/[A-Z0-9./]*[A-Z0-9])", " " + text):
                run = etree.SubElement(paragraph, qn("w:r"))
                if arabic and not piece.startswith("XA/"):
                    etree.SubElement(etree.SubElement(run, qn("w:rPr")), qn("w:rtl"))
                words = etree.SubElement(run, qn("w:t"))
                words.text = piece
                words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        new.writestr(
            "word/footnotes.xml", etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        )
    return out.getvalue()

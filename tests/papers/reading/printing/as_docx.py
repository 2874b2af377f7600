"""Reports printed to DOCX: numbers made by the word processor or typed, footnotes, headers, tables."""

from __future__ import annotations

import io
import random
import zipfile

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.papers.reading.printing.grammar import LETTERS, Block, Report
from tests.papers.reading.printing.phrases import PHRASES

LEVELS = {"chapter": 0, "section": 1, "paragraph": 2, "item": 3, "subitem": 4, "entry": 5}
FORMS = {
    "chapter": {"zh": ("chineseCounting", "%1."), "*": ("upperRoman", "%1.")},
    "section": {"*": ("upperLetter", "%2.")},
    "paragraph": {"ar": ("hindiNumbers", "%3 -"), "*": ("decimal", "%3.")},
    "item": {
        "fr": ("lowerLetter", "%4)"),
        "es": ("lowerLetter", "%4)"),
        "ar": ("arabicAbjad", "(%4)"),
        "*": ("lowerLetter", "(%4)"),
    },
    "subitem": {
        "fr": ("lowerRoman", "%5)"),
        "es": ("lowerRoman", "%5)"),
        "ar": ("hindiNumbers", "'%5'"),
        "*": ("lowerRoman", "(%5)"),
    },
    "entry": {"ar": ("hindiNumbers", "%6 -"), "*": ("decimal", "%6.")},
}
TYPED = {("ar", "chapter"), ("ar", "section"), ("zh", "subitem")}
"""Labels that no word processor makes."""


def printed(report: Report, layout: int) -> bytes:
    """The DOCX; `layout` chooses whether its numbers are automatic, and its spacing."""
    draw = random.Random(layout)
    automatic = draw.random() < 0.7
    paper = docx.Document()
    style = paper.styles["Normal"]
    style.font.size = Pt(draw.choice([10, 11, 12]))
    style.font.name = {"zh": "Noto Serif CJK SC", "ar": "Noto Naskh Arabic"}.get(report.lang, "Liberation Serif")
    style.paragraph_format.space_after = Pt(draw.choice([4, 6, 8]))
    section = paper.sections[0]
    section.header.paragraphs[0].text = report.symbol
    section.footer.paragraphs[0].text = f"{report.job} ({LETTERS[report.lang]})"
    _add(paper, report, report.title)
    if report.contents:
        _add(paper, report, PHRASES[report.lang].contents)
        for block in report.blocks:
            if block.level in ("chapter", "section"):
                _add(paper, report, f"{block.label} {block.text} {'.' * 20} 3")
    numbers = _Lists(paper, report.lang) if automatic else None
    notes: list[str] = []
    for n, block in enumerate(report.blocks):
        _block(paper, report, block, numbers, notes)
        if report.table and n == report.table_after:
            table = paper.add_table(0, 2)
            for left, right in report.table:
                cells = table.add_row().cells
                cells[0].text, cells[1].text = left, right
    out = io.BytesIO()
    paper.save(out)
    return _with_notes(out.getvalue(), notes)


def _add(paper: Document, report: Report, text: str) -> Paragraph:
    paragraph = paper.add_paragraph()
    if report.lang == "ar":
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    if text:
        _run(paragraph, report, text)
    return paragraph


def _run(paragraph: Paragraph, report: Report, text: str) -> None:
    run = paragraph.add_run(text)
    if report.lang == "ar":
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))


def _block(paper: Document, report: Report, block: Block, numbers: _Lists | None, notes: list[str]) -> None:
    auto = numbers is not None and (report.lang, block.level) not in TYPED
    paragraph = _add(paper, report, "" if auto else f"{block.label}\t" if report.lang != "zh" else f"{block.label} ")
    paragraph.paragraph_format.left_indent = Pt({"item": 18, "subitem": 36, "entry": 24}.get(block.level, 0))
    paragraph.paragraph_format.keep_with_next = block.level in ("chapter", "section")
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


class _Lists:
    """The document's one outline list, started anew for every list inside a paragraph."""

    def __init__(self, paper: Document, lang: str) -> None:
        self.numbering = paper.part.numbering_part.element
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'{RESTART.get(level, "")}<w:suff w:val="tab"/><w:lvlText w:val="{text}"/></w:lvl>'
            for level, depth in LEVELS.items()
            for form, text in [FORMS[level].get(lang, FORMS[level]["*"])]
        )
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        self.numbering.insert(0, abstract)
        self.numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))

    def number(self, paragraph: Paragraph, block: Block) -> None:
        """Gives the paragraph its place in the list; the word processor counts."""
        properties = paragraph._p.get_or_add_pPr()
        element = parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{LEVELS[block.level]}"/><w:numId w:val="90"/></w:numPr>'
        )
        properties.insert(0, element)


RESTART = {"paragraph": '<w:lvlRestart w:val="0"/>', "entry": '<w:lvlRestart w:val="3"/>'}


def _with_notes(data: bytes, notes: list[str]) -> bytes:
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
            words = etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:t"))
            words.text = " " + text
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        new.writestr(
            "word/footnotes.xml", etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        )
    return out.getvalue()

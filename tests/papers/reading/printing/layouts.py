"""How a word processor sets a report: paper, margins, columns, type, spacing and indents, drawn from a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

FONTS = {
    "ar": ("Noto Naskh Arabic", "Noto Sans Arabic", "DejaVu Sans"),
    "zh": ("Noto Serif CJK SC", "Noto Sans CJK SC"),
    "": ("Liberation Serif", "DejaVu Serif", "DejaVu Sans", "Noto Serif", "Noto Sans Display"),
}
PAPERS = ((210, 297), (215.9, 279.4), (176, 250), (148, 210))
"""A4, letter, B5, A5, in millimetres."""
STEPS = {"item": 1, "entry": 1, "subitem": 2}


@dataclass
class Layout:
    """How a report is set; lengths in points but for the paper."""

    automatic: bool
    font: str
    size: float
    after: float
    leading: float
    paper: tuple[float, float]
    margin: float
    columns: int
    justified: bool
    step: float
    """How much further from the margin each level of a list stands."""
    first: float
    """How far the first line of a paragraph stands from its others: indented, hanging (less than nothing), or not."""
    centred: bool
    """Whether headings of chapters stand in the middle."""
    ruled: bool
    """Whether tables have lines."""

    def page(self, paper: Document, lang: str) -> None:
        """Sets what holds for the whole document."""
        style = paper.styles["Normal"]
        style.font.name, style.font.size = self.font, Pt(self.size)
        fonts = style.element.rPr.rFonts
        for script in ("w:eastAsia", "w:cs"):
            fonts.set(qn(script), self.font)
        style.paragraph_format.space_after = Pt(self.after)
        style.paragraph_format.line_spacing = self.leading
        if self.justified:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        section = paper.sections[0]
        section.page_width, section.page_height = Mm(self.paper[0]), Mm(self.paper[1])
        section.left_margin = section.right_margin = Mm(self.margin)
        if self.columns > 1:
            columns = OxmlElement("w:cols")
            columns.set(qn("w:num"), str(self.columns))
            columns.set(qn("w:space"), "500")
            for old in section._sectPr.findall(qn("w:cols")):
                section._sectPr.remove(old)
            section._sectPr.append(columns)
            if lang == "ar":
                section._sectPr.append(OxmlElement("w:bidi"))

    def place(self, paragraph: Paragraph, level: str) -> None:
        """Sets a paragraph of a level."""
        form = paragraph.paragraph_format
        form.left_indent = Pt(self.step * STEPS.get(level, 0))
        form.keep_with_next = level in ("chapter", "section")
        if level == "chapter" and self.centred:
            form.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if level == "paragraph" and self.first:
            form.left_indent, form.first_line_indent = Pt(max(0, -self.first)), Pt(self.first)


def layout(seed: int, lang: str, columns: int, table: bool) -> Layout:
    """The layout of a seed; tables are not set in columns."""
    draw = random.Random(f"layout {seed}")
    paper = draw.choice(PAPERS)
    return Layout(
        automatic=draw.random() < 0.7,
        font=draw.choice(FONTS.get(lang, FONTS[""])),
        size=draw.choice([9, 10, 10.5, 11, 12]),
        after=draw.choice([0, 4, 6, 8, 12]),
        leading=draw.choice([1, 1, 1.15, 1.5]),
        paper=paper,
        margin=draw.choice([15, 20, 25]) if paper[0] > 180 else 12,
        columns=columns if not table and paper[0] > 180 else 1,
        justified=draw.random() < 0.5,
        step=draw.choice([12, 18, 28]),
        first=draw.choice([0, 0, 24, -24]),
        centred=draw.random() < 0.3,
        ruled=draw.random() < 0.5,
    )

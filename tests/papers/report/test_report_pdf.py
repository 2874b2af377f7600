"""A report as PDF/UA: tagged, in its language, read back paragraph by paragraph."""

from __future__ import annotations

import ctypes
import re
from functools import cache
from typing import Any

import pypdfium2
import pytest
from msgspec.structs import replace

from accord.papers.reading import read_file
from accord.papers.report.pdf import write
from accord.papers.report.pdf.content import families
from accord.papers.report.pdf.missing import PACKAGES, NoFonts, NoGlyph
from accord.papers.report.pdf.write import as_pdf
from accord.papers.report.values import Segment
from accord.words.catalogue import say
from accord.words.languages import CODES
from tests.papers.report.building import sample
from tests.papers.report.papers import NAMES, bare, hostile, odd, paper

ALL = (*NAMES, "seed-zh")


@cache
def made_of(name: str) -> bytes:
    try:
        return as_pdf(paper(name))
    except NoFonts as error:
        pytest.skip(f"fonts are not installed: {', '.join(error.packages)}")


def pages(data: bytes) -> list[str]:
    found = pypdfium2.PdfDocument(data)
    return [found[n].get_textpage().get_text_range() for n in range(len(found))]


def meta(data: bytes, key: str) -> str:
    return pypdfium2.PdfDocument(data).get_metadata_value(key)


def roles(data: bytes) -> list[str]:
    """The kinds of the tags of all pages, in order."""
    raw = pypdfium2.raw
    document = pypdfium2.PdfDocument(data)
    out: list[str] = []

    def walk(element: Any) -> None:
        buffer = ctypes.create_string_buffer(200)
        raw.FPDF_StructElement_GetType(element, buffer, 200)
        out.append(buffer.raw.decode("utf-16-le").partition("\0")[0])
        for n in range(raw.FPDF_StructElement_CountChildren(element)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, n)
            if child:
                walk(child)

    for page in list(document):
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        for m in range(raw.FPDF_StructTree_CountChildren(tree)):
            walk(raw.FPDF_StructTree_GetChildAtIndex(tree, m))
        raw.FPDF_StructTree_Close(tree)
    return out


@pytest.mark.parametrize("name", ALL)
def test_it_is_read_back_to_the_same_paragraphs_items_and_headings(name: str) -> None:
    made = paper(name)
    names = sample(made.language)[1] if name.startswith("sample") else None
    found = read_file(made_of(name), names)
    have = {unit.id: "".join(unit.text.split()) for unit in found.units}
    numbered = ("paragraph", "item", "agenda-item", "subitem", "chapter", "section")
    want = {block.unit: bare(block) for block in made.blocks if block.kind in numbered}
    assert {unit: words for unit, words in have.items() if unit in want} == want
    assert len(found.paragraphs) == sum(block.kind == "paragraph" for block in made.blocks)
    assert found.symbol == made.issue.symbol


def test_the_real_report_is_read_back_to_52_paragraphs_and_its_job_number() -> None:
    found = read_file(made_of("seed-zh"))
    assert len(found.paragraphs) == 52
    assert found.job_number == "13-50610"


@pytest.mark.parametrize("code", CODES)
def test_it_says_that_it_is_pdf_ua_and_its_language_and_title(code: str) -> None:
    data, made = made_of(f"group-{code}"), paper(f"group-{code}")
    assert re.search(rb"<pdfuaid:part>1</pdfuaid:part>", data)
    assert re.search(rb"/Lang ?\(" + code.encode(), data)
    assert re.search(rb"/MarkInfo ?<<[^>]*/Marked true", data)
    titles = [block.words for block in made.blocks if block.kind == "title"]
    assert meta(data, "Title") == titles[-1]
    assert meta(data, "CreationDate").startswith(f"D:{made.issue.made_on:%Y%m%d}")


@pytest.mark.parametrize("name", ["sample-en", "group-ar", "group-zh"])
def test_headings_lists_notes_and_the_table_are_tagged(name: str) -> None:
    made, found = paper(name), roles(made_of(name))
    kinds = [block.kind for block in made.blocks]
    assert found.count("H1") >= kinds.count("chapter")
    assert found.count("H2") >= kinds.count("section")
    assert found.count("LI") >= kinds.count("item") + kinds.count("agenda-item")
    assert {"Note", "Table", "TH", "TD", "Lbl", "LBody"} <= set(found)


@pytest.mark.parametrize("name", ["sample-en", "sample-fr"])
def test_an_exercise_is_marked_on_every_page(name: str) -> None:
    mark = "".join(say(paper(name).language, "paper.exercise").split())
    found = pages(made_of(name))
    assert len(found) > 2
    assert all(mark in "".join(page.split()) for page in found)
    assert not any(mark in page for page in pages(made_of("group-en")))


@pytest.mark.parametrize("name", ["sample-en", "group-ru", "group-zh"])
def test_every_page_but_the_first_has_symbol_and_number(name: str) -> None:
    found = pages(made_of(name))
    for n, page in enumerate(found[1:], 2):
        assert paper(name).issue.symbol in page.splitlines()[0] + page.splitlines()[1]
        assert f"{n}/{len(found)}" in page


@pytest.mark.parametrize("name", NAMES)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert made_of(name) == as_pdf(paper(name))


def test_what_is_hostile_is_set_as_text() -> None:
    made_of("sample-en")
    text = "".join("".join(page.split()) for page in pages(as_pdf(hostile())))
    assert "<b>&amp;]]>U+0000U+0008U+202EU+FFFE{{x}}#let\\par$x$@a*b*_c_" in text


def test_what_is_odd_is_set_in_full() -> None:
    made_of("sample-en")
    text = "".join("".join(page.split()) for page in pages(as_pdf(odd())))
    assert all(bare(block) in text for block in odd().blocks)


@pytest.mark.parametrize(
    ("code", "package"), [("zh", "fonts-noto-cjk"), ("ar", "fonts-noto-core"), ("en", "fonts-noto-core")]
)
def test_missing_fonts_are_named_with_their_packages(monkeypatch: pytest.MonkeyPatch, code: str, package: str) -> None:
    class None_:
        def families(self) -> list[str]:
            return []

    monkeypatch.setattr(write, "_fonts", None_)
    with pytest.raises(NoFonts) as caught:
        as_pdf(paper(f"group-{code}"))
    assert package in caught.value.packages
    assert caught.value.fonts == families(code)


def test_every_font_that_is_wanted_has_its_package() -> None:
    assert {font for code in CODES for font in families(code)} == set(PACKAGES)


def test_a_character_that_no_font_has_is_said() -> None:
    made = paper("group-en")
    made_of("group-en")
    first = replace(made.blocks[0], segments=(Segment("\U0010fffd", "bound", (1,)),))
    with pytest.raises(NoGlyph) as caught:
        as_pdf(replace(made, blocks=(first, *made.blocks[1:])))
    assert "fonts-noto-cjk" in caught.value.packages

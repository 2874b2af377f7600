"""A report as a word-processing document: read back paragraph by paragraph, opened by a word processor."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from accord.papers.reading import read_file
from accord.papers.report.docx import as_docx
from accord.papers.report.docx.elements import W
from accord.papers.report.outline import plain, sources
from accord.words.catalogue import say
from accord.words.languages import CODES
from tests.papers.report.building import sample
from tests.papers.report.papers import HOSTILE, NAMES, bare, hostile, odd, paper

ALL = (*NAMES, "seed-zh")
NS = {"w": W}


@cache
def made_of(name: str) -> bytes:
    return as_docx(paper(name))


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str) -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


@pytest.mark.parametrize("name", ALL)
def test_each_unit_is_a_paragraph_with_its_bookmark_label_and_words(name: str) -> None:
    made = paper(name)
    found = [p for p in opened(made_of(name)).paragraphs if p._p.findall(qn("w:bookmarkStart"))]
    blocks = [block for block in made.blocks if block.kind != "footnote"]
    assert len(found) == len(blocks)
    for one, block in zip(found, blocks, strict=True):
        label, tab, words = one.text.partition("\t") if block.label else ("", "", one.text)
        assert label == (block.label.text if block.label else "")
        assert bool(tab) == (block.label is not None)
        # A mark that the word processor counts is no text; one in Arabic digits is.
        kept = "".join(s.text for s in block.segments if not s.mark or name == "group-ar")
        assert "".join(words.split()) == "".join(kept.split())


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
    assert found.language == made.language
    assert (found.job_number or "") == made.issue.job


def test_the_real_report_is_read_back_to_52_paragraphs() -> None:
    assert len(read_file(made_of("seed-zh")).paragraphs) == 52


@pytest.mark.parametrize("code", CODES)
def test_language_and_direction_are_those_of_the_report(code: str) -> None:
    data = made_of(f"group-{code}")
    language = part(data, "word/styles.xml").find(".//w:rPrDefault//w:lang", NS)
    tags = {"zh": ("eastAsia", "zh-CN"), "ar": ("bidi", "ar-SA"), "en": ("val", "en-GB"), "fr": ("val", "fr-FR"),
            "ru": ("val", "ru-RU"), "es": ("val", "es-ES")}  # fmt: skip
    attribute, tag = tags[code]
    assert language.get(f"{{{W}}}{attribute}") == tag
    document = part(data, "word/document.xml")
    paragraphs = document.findall(".//w:p[w:pPr]", NS)
    assert len(paragraphs) > 80
    assert all((p.find("w:pPr/w:bidi", NS) is not None) == (code == "ar") for p in paragraphs)
    assert (document.find(".//w:sectPr/w:bidi", NS) is not None) == (code == "ar")
    for run in document.iterfind(".//w:r", NS):
        words = "".join(t.text or "" for t in run.iterfind("w:t", NS))
        if re.search(r"[\u0600-\u06ff]", words):
            assert run.find("w:rPr/w:rtl", NS) is not None
        elif re.search(r"[A-Za-z]", words):
            assert run.find("w:rPr/w:rtl", NS) is None
    assert opened(data).core_properties.language == code


def test_footnotes_are_footnotes() -> None:
    for name in ("sample-en", "group-ar"):
        made, data = paper(name), made_of(name)
        (called,) = part(data, "word/document.xml").findall(".//w:footnoteReference", NS)
        number = called.get(f"{{{W}}}id")
        (note,) = [n for n in part(data, "word/footnotes.xml") if n.get(f"{{{W}}}id") == number]
        words = "".join(t.text for t in note.iterfind(".//w:t", NS))
        (block,) = [block for block in made.blocks if block.kind == "footnote"]
        assert "".join(words.split()).removeprefix("١") == bare(block)
        assert (called.get(f"{{{W}}}customMarkFollows") == "1") == (name == "group-ar")


@pytest.mark.parametrize("name", ["sample-en", "group-zh", "group-ar"])
def test_headings_are_headings_and_words_keep_their_origin(name: str) -> None:
    made = paper(name)
    document = opened(made_of(name))
    chapters = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert len(chapters) == sum(block.kind == "chapter" for block in made.blocks)
    styles = {"Bound to the record": "bound", "Made by rule": "formula", "Words of the document": "quoted"}
    counted = dict.fromkeys(styles.values(), 0)
    notes = part(made_of(name), "word/footnotes.xml")
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            if run.style.name in styles:
                counted[styles[run.style.name]] += len("".join(run.text.split()))
    for provenance in counted:
        runs = notes.xpath(f".//w:r[w:rPr/w:rStyle/@w:val='{provenance.capitalize()}']/w:t", namespaces=NS)
        counted[provenance] += sum(len("".join(t.text.split())) for t in runs)
    marks = sum(len(b.label.text) for b in made.blocks if b.kind == "footnote" and b.label)
    counts = made.counts
    assert counted["bound"] == counts.bound
    assert sum(counted.values()) == counts.total - marks


@pytest.mark.parametrize("name", ["sample-fr", "group-ru"])
def test_the_annex_has_the_entries_behind_each_paragraph(name: str) -> None:
    made = paper(name)
    (table,) = opened(made_of(name)).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows][1:]
    known = [one for one in sources(made) if one.facts or one.texts]
    assert [row[1:] for row in rows] == [
        [", ".join(map(str, one.facts)), ", ".join(map(str, one.texts))] for one in known
    ]
    anchors = {e.get(f"{{{W}}}anchor") for e in table._tbl.iter(qn("w:hyperlink"))}
    marks = {e.get(f"{{{W}}}name") for e in part(made_of(name), "word/document.xml").iterfind(".//w:bookmarkStart", NS)}
    assert anchors <= marks
    assert len(anchors) == sum(block.kind == "paragraph" for block in made.blocks)


def test_an_exercise_is_marked_on_every_page() -> None:
    mark = say("en", "paper.exercise")
    section = opened(made_of("sample-en")).sections[0]
    assert mark in "".join(p.text for p in section.header.paragraphs)
    assert mark in opened(made_of("sample-en")).paragraphs[0].text, "on the first page above the masthead"
    assert say("en", "paper.exercise") not in "".join(
        p.text for p in opened(made_of("group-en")).sections[0].header.paragraphs
    )
    assert "XA/31/22" in "".join(p.text for p in section.header.paragraphs)


def test_what_is_hostile_is_shown_and_not_obeyed() -> None:
    text = "\n".join(p.text for p in opened(as_docx(hostile())).paragraphs)
    assert plain(HOSTILE).split("\t")[0] in text


def test_what_is_odd_is_written_in_full() -> None:
    text = "".join("".join(p.text for p in opened(as_docx(odd())).paragraphs).split())
    assert all(bare(block) in text for block in odd().blocks)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_report_gives_the_same_bytes_and_they_hold_no_clock(name: str) -> None:
    assert made_of(name) == as_docx(paper(name))
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(made_of(name))).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert opened(made_of(name)).core_properties.created.date() == paper(name).issue.made_on


def test_a_word_processor_opens_it(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no word processor: soffice is not installed")
    names = ["sample-en", "group-ar", "group-zh"]
    for name in names:
        (tmp_path / f"{name}.docx").write_bytes(made_of(name))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    files = [tmp_path / f"{name}.docx" for name in names]
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for name in names[::2]:
        made, found = paper(name), read_file((tmp_path / f"{name}.pdf").read_bytes())
        assert len(found.paragraphs) == sum(block.kind == "paragraph" for block in made.blocks)
    assert (tmp_path / "group-ar.pdf").read_bytes().startswith(b"%PDF")

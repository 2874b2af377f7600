"""A report as a page that stands alone."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from accord.papers.report.html import as_html
from accord.papers.report.outline import plain, sources
from accord.words.catalogue import say
from accord.words.languages import LANGUAGES
from tests.papers.report.papers import HOSTILE, NAMES, bare, hostile, odd, paper

ALL = (*NAMES, "seed-zh")


def page(name: str) -> Any:
    return html.document_fromstring(as_html(paper(name)))


def said(element: Any) -> str:
    """The words of a unit, without its label, what is under it and its footnote indicators."""
    out = element.text or ""
    for child in element:
        if child.tag == "p" and "text" in child.get("class", ""):
            out += said(child)
        elif child.tag not in ("sup", "ol", "p") and child.get("class") != "label":
            out += child.text_content()
        out += child.tail or ""
    return "".join(out.split())


@pytest.mark.parametrize("name", ALL)
def test_every_unit_stands_under_its_name_word_by_word(name: str) -> None:
    made, root = paper(name), page(name)
    for block in made.blocks:
        element = root.get_element_by_id(block.unit)
        assert said(element) == bare(block), block.unit
        if block.label is not None:
            (label,) = element.xpath("(.//*[@class='label'])[1]")
            assert label.text_content() == block.label.text


@pytest.mark.parametrize("name", ALL)
def test_language_direction_and_title_are_set(name: str) -> None:
    made, root = paper(name), page(name)
    assert (root.get("lang"), root.get("dir")) == (made.language, LANGUAGES[made.language].direction)
    assert made.symbol in root.findtext(".//title")
    assert len(root.findall(".//h1")) == 1
    levels = [int(e.tag[1]) for e in root.iter() if isinstance(e.tag, str) and re.fullmatch(r"h[1-6]", e.tag)]
    assert all(b <= a + 1 for a, b in pairwise(levels))


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_fetched_and_every_link_leads_somewhere(name: str) -> None:
    root = page(name)
    ids = [e.get("id") for e in root.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    assert {e.get("href") for e in root.xpath("//a")} <= {f"#{i}" for i in ids}
    assert not root.xpath("//script | //link | //img | //iframe | //object | //form | //base")
    assert not re.search(r"url\(|@import|https?:", as_html(paper(name)).decode())


@pytest.mark.parametrize("name", ALL)
def test_each_paragraph_names_the_entries_behind_it(name: str) -> None:
    made, root = paper(name), page(name)
    for one in sources(made):
        element = root.get_element_by_id(one.unit)
        told = element.xpath(".//p[@class='from']") or element.xpath("following-sibling::*[1][@class='from']")
        numbers = [int(n) for n in re.findall(r"[0-9]+", "".join(p.text_content() for p in told[:1]))]
        assert numbers == [*one.facts, *one.texts]


@pytest.mark.parametrize("name", ["sample-en", "group-ar"])
def test_the_legend_has_the_counts_and_how_to_check(name: str) -> None:
    made, root = paper(name), page(name)
    told = root.find(".//footer").text_content()
    counts = made.counts
    assert say(made.language, "page.bound", bound=counts.bound, formula=counts.formula, quoted=counts.quoted) in told
    assert f"accord report RECORD {made.symbol} --lang {made.language} --format html" in told
    assert made.issue.record in told
    bound = sum(len("".join(e.text_content().split())) for e in root.xpath("//main//*[@class='bound']"))
    heads = sum(len("".join(e.text_content().split())) for e in root.xpath("//header//*[@class='bound']"))
    marks = sum(s.provenance == "bound" and s.mark for s in made.segments)
    labels = sum(len("".join(b.label.text.split())) for b in made.blocks if b.label and b.label.provenance == "bound")
    assert bound + heads == counts.bound - labels
    assert marks == 0


def test_an_exercise_is_marked_and_a_record_of_facts_is_not() -> None:
    assert page("sample-en").xpath("//p[@class='exercise']")
    assert not page("group-en").xpath("//p[@class='exercise']")


def test_entries_are_listed_with_act_and_identity() -> None:
    made, root = paper("sample-en"), page("sample-en")
    assert made.entered
    for one in made.entered:
        row = root.get_element_by_id(f"entry-{one.entry}").text_content()
        assert one.act in row
        assert one.act_id in row
    for code in ("ar", "ru"):
        assert page(f"group-{code}").find(".//table") is None, "without the record at hand no entry is told"


def test_what_is_hostile_is_shown_and_not_obeyed() -> None:
    data = as_html(hostile()).decode()
    assert "<b>" not in data
    assert "\u202e" not in data
    assert plain(HOSTILE).strip() in html.document_fromstring(data).text_content()


def test_what_is_odd_is_shown_in_full() -> None:
    root = html.document_fromstring(as_html(odd()))
    for block in odd().blocks:
        assert said(root.get_element_by_id(block.unit)) == bare(block)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert as_html(paper(name)) == as_html(paper(name))

"""The report as a page that stands alone: accessible, on a phone and on paper, asking nobody for anything."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser

from accord.papers.report.html import as_html
from accord.papers.report.values import Report
from accord.words.catalogue import say
from accord.words.languages import CODES
from tests.browser.test_every_page import foreign, violations
from tests.papers.report.papers import paper

CASES = [("group", code) for code in CODES] + [("sample", "en"), ("sample", "fr")]


def page_of(made: Report, folder: Path) -> str:
    file = folder / "report.html"
    file.write_bytes(as_html(made))
    return file.as_uri()


@pytest.mark.parametrize(("kind", "lang"), CASES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_asks_for_nothing(
    browser: Browser, tmp_path: Path, kind: str, lang: str, scheme: str
) -> None:
    address = page_of(paper(f"{kind}-{lang}"), tmp_path)
    context = browser.new_context(color_scheme=scheme, viewport={"width": 360, "height": 740})  # type: ignore[arg-type]
    try:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        assert violations(page) == []
        assert asked == [address]
        wide = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, "too wide for a phone"
    finally:
        context.close()


@pytest.mark.parametrize("lang", CODES)
def test_no_language_is_mixed_in(browser: Browser, tmp_path: Path, lang: str) -> None:
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(page_of(paper(f"group-{lang}"), tmp_path))
        assert lang == "en" or list(foreign(page, lang)) == []
    finally:
        context.close()


def test_on_paper_an_exercise_is_marked_on_every_page(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(page_of(paper("sample-en"), tmp_path))
        printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        assert len(printed) > 3
        mark = say("en", "paper.exercise")
        assert all(mark in printed[n].get_textpage().get_text_range() for n in range(len(printed)))
    finally:
        context.close()

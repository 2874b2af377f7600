"""Every page in six languages: accessible by WCAG 2.2 AA as far as axe-core tells, in one language, small and fast."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from accord.words.catalogue import catalogue
from accord.words.languages import CODES
from tests.browser.addresses import every_page, unreached
from tests.browser.watching import watched

pytestmark = pytest.mark.long

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TEXTS = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.parentElement;
    if (at.closest("script, style, code, pre, .symbol")) continue;
    found.push([at.closest("[lang]").lang, walk.currentNode.data]);
  }
  // A button that copies a command names the command.
  for (const at of document.querySelectorAll(":is([title], [aria-label], [placeholder], [alt]):not(button.copy)"))
    for (const name of ["title", "aria-label", "placeholder", "alt"])
      if (at.hasAttribute(name)) found.push([at.closest("[lang]").lang, at.getAttribute(name)]);
  return found.map(([lang, text]) => [lang, text.replace(/\\s+/g, " ").trim()]).filter(([, text]) => text);
}"""
NO_LINK = ("-/party/new-agenda-coalition", "-/units/A%2F68%2F514", "-/contents", "-/figure/warheads-total")
"""A group among the parties; a text of which the demonstration has no words; the list of all pages; a figure, to which
only the figures of one subject lead."""
OF_DRAFTS = {
    "amendment", "amendments", "brackets", "differences", "draft", "draft-languages", "draft-unit", "positions",
}  # fmt: skip
OF_MEETINGS = {"floor", "list", "meeting"}
ENGLISH = re.compile(r"(?:[A-Za-z]{2,}[ ,]+){2,}[a-z]{2,}")
"""Three English words or more; the last one is no name."""


@pytest.fixture(scope="session")
def pages(address: str) -> list[str]:
    """One address of every page, without its language."""
    return every_page(address, "A/68/514", *NO_LINK)


def test_every_page_is_reached(pages: list[str]) -> None:
    """But for what the demonstration has not: the words of a report, drafts that are negotiated, meetings."""
    assert unreached(pages) <= {"unit"} | OF_DRAFTS | OF_MEETINGS


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong on a page."""
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    return [
        f"{rule['id']}: {node['html'][:200]} {node['any'][0]['message'][:160] if node['any'] else rule['help']}"
        for rule in found.response["violations"]
        for node in rule["nodes"][:5]
    ]


def foreign(page: Page, lang: str) -> Iterator[str]:
    """Words that say of themselves to be in the language of the page, and are not."""
    ours, english = catalogue(lang).single, catalogue("en").single
    untranslated = {words for code, words in english.items() if " " in words and ours.get(code) != words}
    untranslated -= set(ours.values())
    for said, text in page.evaluate(TEXTS):
        if said == lang and (text in untranslated or (lang in ("ar", "zh", "ru") and ENGLISH.search(text))):
            yield text


@pytest.mark.parametrize("lang", CODES)
def test_every_page_is_accessible_and_in_one_language(
    browser: Browser, address: str, pages: list[str], lang: str
) -> None:
    wrong: dict[str, list[str]] = {}
    with watched(browser, address, locale=lang) as look:
        for path in pages:
            page = look.goes(f"/{lang}/{path}")
            found = violations(page)
            if lang != "en":
                found += [f"not {lang}: {text[:200]}" for text in foreign(page, lang)]
            if found:
                wrong[path] = found
    assert wrong == {}


@pytest.mark.parametrize("lang", CODES)
def test_every_page_is_accessible_in_the_dark(browser: Browser, address: str, pages: list[str], lang: str) -> None:
    wrong: dict[str, list[str]] = {}
    with watched(browser, address, color_scheme="dark", locale=lang) as look:
        for path in pages:
            if found := violations(look.goes(f"/{lang}/{path}")):
                wrong[path] = found
    assert wrong == {}


def test_a_page_that_is_not_there_is_accessible(browser: Browser, address: str) -> None:
    with watched(browser, address) as look:
        for lang in CODES:
            assert violations(look.goes(f"/{lang}/-/nothing", 404)) == []


@pytest.mark.parametrize("lang", CODES)
def test_no_page_is_too_wide_for_a_phone(browser: Browser, address: str, pages: list[str], lang: str) -> None:
    wrong = {}
    with watched(browser, address, viewport={"width": 360, "height": 740}) as look:
        for path in pages:
            page = look.goes(f"/{lang}/{path}")
            wide = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
            if wide > 0:
                wrong[path] = wide
    assert wrong == {}


@pytest.mark.parametrize("lang", CODES)
def test_the_first_page_is_small_and_there_at_once(browser: Browser, address: str, lang: str) -> None:
    """With everything it loads, in a profile that has nothing yet."""
    with watched(browser, address) as look:
        sizes: list[int] = []
        look.page.on("response", lambda answer: sizes.append(len(answer.body())))
        began = time.perf_counter()
        page = look.goes(f"/{lang}/")
        spent = time.perf_counter() - began
        painted = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        assert painted < 1000, f"{painted:.0f} ms until it was loaded, {spent:.2f} s in all"
        assert 5_000 < sum(sizes) < 100_000

"""The portal as a reader has it: three scripts, with and without JavaScript, by keyboard, on a phone, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from accord.words.languages import LANGUAGES
from tests.browser.watching import Watched, watched

WALK = ["", "-/documents", "A/AC.281/WP.4", "-/party/CHE", "A/68/514", "-/entry/40"]
PHONE = {"width": 360, "height": 740}


@pytest.mark.parametrize("lang", ["en", "zh", "ar"])
def test_a_walk_through_the_record(browser: Browser, address: str, lang: str) -> None:
    """No error, nothing the policy refuses, nobody else asked: `watched` insists on these."""
    with watched(browser, address, locale=lang) as look:
        for path in WALK:
            page = look.goes(f"/{lang}/{path}")
            html = page.locator("html")
            assert html.get_attribute("lang") == lang
            assert page.evaluate("getComputedStyle(document.body).direction") == LANGUAGES[lang].direction
            assert page.locator("h1").inner_text().strip()
        assert len(look.asked) > len(WALK)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_reading_needs_no_script(browser: Browser, address: str, lang: str) -> None:
    with watched(browser, address, java_script_enabled=False) as look:
        for path in WALK:
            page = look.goes(f"/{lang}/{path}")
            assert page.locator("main").inner_text().strip()
            assert not page.locator("#theme").is_visible()
        page = look.goes(f"/{lang}/-/documents")
        head = page.locator('table[data-table="documents"] th a').first
        head.click()
        assert page.locator('th[aria-sort="ascending"]').count() == 1
        page.locator('th[aria-sort="ascending"] a').click()
        assert page.locator('th[aria-sort="descending"]').count() == 1
        page.locator(".languages a").filter(has_text="Français").click()
        assert page.locator("html").get_attribute("lang") == "fr"


def test_the_whole_shell_by_keyboard(browser: Browser, address: str) -> None:
    with watched(browser, address) as look:
        page = look.goes("/en/-/documents")
        page.keyboard.press("Tab")
        skip = page.locator(".skip")
        assert page.evaluate("document.activeElement.className") == "skip"
        box = skip.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.keyboard.press("Tab")
        assert page.evaluate("document.getElementById('main').contains(document.activeElement)")
        look.goes("/en/-/documents")
        reached = []
        for _ in range(30):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                """() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
                return [e.outerHTML.slice(0, 80), s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
                        b.width > 0 && b.bottom > 0 && b.top < innerHeight]; }"""
            )
            assert seen[1], f"no visible focus: {seen[0]}"
            assert seen[2], f"out of sight: {seen[0]}"
            reached.append(seen[0])
        assert len(set(reached)) > 20


def test_tables_sort_filter_and_count(browser: Browser, address: str) -> None:
    with watched(browser, address) as look:
        page = look.goes("/en/-/documents")
        table = page.locator('table[data-table="documents"]')
        rows = table.locator("tbody tr")
        before = rows.all_inner_texts()
        head = table.locator("th a").nth(1)
        head.click()
        assert page.url.endswith("/en/-/documents"), "a script sorts in place"
        once = rows.all_inner_texts()
        head.click()
        twice = rows.all_inner_texts()
        assert sorted(before) == sorted(once) == sorted(twice)
        assert once != twice
        tools = page.locator(".tools").first
        tools.locator("input").fill("WP.4")
        left = [row for row in rows.all() if row.is_visible()]
        assert 0 < len(left) < len(before)
        assert all("WP.4" in row.inner_text() for row in left)
        assert str(len(left)) in tools.locator("[role=status]").inner_text()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_citation_and_a_command_are_copied_with_a_button(browser: Browser, address: str, lang: str) -> None:
    with watched(browser, address, permissions=["clipboard-read", "clipboard-write"]) as look:
        page = look.goes(f"/{lang}/-/report/A/68/514")
        place = page.locator(".report .citation").first
        button = page.locator(".report .citation + button.copy").first
        assert place.inner_text() in str(button.get_attribute("aria-label"))
        assert str(button.get_attribute("aria-label")).startswith(button.inner_text())
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("[...document.querySelectorAll('p[role=status]')].some((p) => p.textContent)")
        assert page.evaluate("navigator.clipboard.readText()") == place.inner_text()
        page.locator("#check summary").click()
        page.locator("#check code + button.copy").first.click()
        page.wait_for_function("navigator.clipboard.readText().then((text) => text.startsWith('accord check http'))")
    with watched(browser, address, java_script_enabled=False) as look:
        page = look.goes(f"/{lang}/-/report/A/68/514")
        assert page.locator("button.copy").count() == 0
        assert page.locator(".report .citation").first.is_visible()


def test_light_and_dark_are_remembered(browser: Browser, address: str) -> None:
    with watched(browser, address, color_scheme="light") as look:
        page = look.goes("/en/")
        light = _paper(look)
        page.locator("#theme").click()
        dark = _paper(look)
        assert dark != light
        look.goes("/ar/-/documents")
        assert _paper(look) == dark
        page.locator("#theme").click()
        assert _paper(look) == light
    with watched(browser, address, color_scheme="dark") as look:
        look.goes("/en/")
        assert _paper(look) == dark


@pytest.mark.parametrize("lang", ["en", "zh", "ar"])
def test_a_phone_scrolls_one_way(browser: Browser, address: str, lang: str) -> None:
    with watched(browser, address, viewport=PHONE) as look:
        for path in [*WALK, "-/participation", "-/record"]:
            page = look.goes(f"/{lang}/{path}")
            wide = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"/{lang}/{path} is {wide} pixels too wide"


def test_paper_has_the_text_and_no_navigation(browser: Browser, address: str) -> None:
    with watched(browser, address) as look:
        page = look.goes("/en/A/68/514")
        page.emulate_media(media="print")
        for gone in (".languages", ".search", "nav.pages", ".crumbs", "#theme", ".tools"):
            for item in page.locator(gone).all():
                assert not item.is_visible(), gone
        assert page.locator("h1").is_visible()
        assert page.locator("main").inner_text().strip()
        assert len(page.pdf(format="A4")) > 5_000


def test_what_is_not_there_is_told_in_the_browser(browser: Browser, address: str) -> None:
    with watched(browser, address) as look:
        page = look.goes("/zh/A/AC.281/WP.99", 404)
        page.locator(".near a").first.click()
        assert page.locator("h1").is_visible()
        assert "/zh/A/AC.281/" in page.url


def _paper(look: Watched) -> str:
    return str(look.page.evaluate("getComputedStyle(document.body).backgroundColor"))

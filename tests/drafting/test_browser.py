"""A delegate types an amendment in a real browser by keyboard and signs it with a passkey; the chair merges it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from accord.keys.signers import Signer
from tests.acting.test_browser import opened
from tests.browser.test_every_page import violations
from tests.browser.watching import serving
from tests.drafting.negotiated import ARABIC, DRAFT, record_under_way
from tests.drafting.pressed import desk_of
from tests.faces.running import accord


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, Signer]]:
    """A record with a draft under way, with its portal: address, folder, the secretariat's key."""
    directory, secretariat = record_under_way(tmp_path_factory.mktemp("drafting"))
    with serving(directory) as address:
        yield address, directory, secretariat


def make_passkey(page: Page, address: str, directory: Path, party: str, folder: Path) -> None:
    """A passkey is made on the page, and the secretariat signs beside it."""
    page.goto(f"{address}/en/-/act/passkey.register")
    page.select_option("#f-by", "secretariat")
    page.select_option("#f-party", party)
    page.click("#make-passkey button")
    expect(page.locator("#make-passkey [role=status]")).to_have_text("✓")
    page.click("p.actions button[value=preview]")
    page.click("form.passkey button")
    expect(page.locator("li[data-state=signed]")).to_have_count(1)
    with page.expect_download() as found:
        page.locator("button[value=envelope]").first.click()
    found.value.save_as(folder / "passkey.json")
    key = directory / "writer" / "keys" / "secretariat.key"
    assert accord("sign", folder / "passkey.json", "--key", key, "-o", folder / "signed.json").status == 0
    page.set_input_files("#upload-file", folder / "signed.json")
    page.click("button[value=upload]")
    page.click("button[value=submit]")
    page.wait_for_url("**/-/receipt/*")


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until an element has the focus."""
    for _ in range(150):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_an_amendment_is_typed_and_signed_by_keyboard_and_the_chair_merges_it(
    context: BrowserContext, served: tuple[str, Path, Signer], tmp_path: Path
) -> None:
    address, directory, _ = served
    page, wrong = opened(context)
    make_passkey(page, address, directory, "ST-C", tmp_path)

    page.goto(address + desk_of(DRAFT, "para-2"))
    tab_to(page, "textarea[name='c.0.text']")
    page.keyboard.press("Control+End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type(" in writing")
    tab_to(page, "#f-by")
    page.keyboard.type("ST-C")
    tab_to(page, "p.actions button[value=show]")
    page.keyboard.press("Enter")
    expect(page.locator(".tracked ins")).to_have_text(" in writing")
    tab_to(page, "p.actions button[value=preview]")
    page.keyboard.press("Enter")
    expect(page.locator(".ruling.holds")).to_be_visible()
    expect(page.locator("#asked ins")).to_have_text(" in writing")
    tab_to(page, "form.passkey button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/-/receipt/*")
    expect(page.locator(".ruling.holds")).to_be_visible()

    # The chair chooses it, in another language, and sees the merged text before signing elsewhere.
    page.goto(address + desk_of(DRAFT, lang="fr", name="revise"))
    page.check("input[name='take:A.4']")
    page.select_option("#f-by", "ST-B")
    page.click("p.actions button[value=preview]")
    expect(page.locator("#merged ins")).to_have_text(" in writing")
    expect(page.locator(".ruling.holds")).to_be_visible()
    assert wrong == []


def test_without_scripts_several_changes_are_typed_and_the_act_is_taken_away(
    browser: Browser, served: tuple[str, Path, Signer], tmp_path: Path
) -> None:
    address, _, _ = served
    context = browser.new_context(java_script_enabled=False, accept_downloads=True, locale="ar")
    try:
        page = context.new_page()
        page.goto(address + desk_of(ARABIC, "para-1", lang="ar"))
        box = page.locator("textarea[name='c.0.text']")
        assert box.get_attribute("dir") == "rtl"
        box.fill(box.input_value().replace("السرعة", "السرعة وبشفافية"))
        page.select_option("#f-more-unit", "para-1")
        page.select_option("#f-more-do", "add")
        page.click("button[value=more]")
        page.fill("textarea[name='c.1.text']", "ويُنشر التقرير.")
        page.select_option("#f-by", "ST-A")
        page.click("p.actions button[value=preview]")
        expect(page.locator(".ruling.holds")).to_be_visible()
        with page.expect_download() as found:
            page.click("button[value=download]")
        found.value.save_as(tmp_path / "act.json")
        assert "ويُنشر التقرير." in (tmp_path / "act.json").read_text(encoding="utf-8")
    finally:
        context.close()


@pytest.mark.parametrize("lang", ["en", "ar", "zh"])
def test_a_phone_scrolls_one_way_every_field_has_a_name_and_axe_finds_nothing(
    browser: Browser, served: tuple[str, Path, Signer], lang: str
) -> None:
    address, _, _ = served
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale=lang)
    try:
        page = context.new_page()
        for path in (
            desk_of(DRAFT, "para-1", lang=lang),
            desk_of(DRAFT, "para-1", "settle", lang=lang),
            desk_of(DRAFT, "para-1", "add", lang=lang),
            desk_of(DRAFT, lang=lang, name="revise"),
        ):
            page.goto(address + path)
            wide = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{path} is {wide} pixels too wide"
            nameless = page.evaluate(
                """[...document.querySelectorAll("main :is(input:not([type=hidden]), select, textarea)")]
                .filter((field) => !field.labels.length).map((field) => field.name)"""
            )
            assert nameless == []
            assert violations(page) == []
    finally:
        context.close()

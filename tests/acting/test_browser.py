"""A delegate in a real browser makes a passkey, has it registered and speaks with it; a stranger checks it offline."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from accord.keys.signers import Signer
from accord.papers.drafts import read_draft
from tests.acting.desk import small_record
from tests.browser.watching import serving
from tests.faces.running import accord

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, Signer]]:
    """A small record with its portal: address, folder, the secretariat's key."""
    directory, secretariat = small_record(tmp_path_factory.mktemp("acting"))
    with serving(directory) as address:
        yield address, directory, secretariat


def opened(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page with an authenticator of its own, and what went wrong on it."""
    page, wrong = context.new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if complaint(said) else None)
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return page, wrong


def complaint(said: ConsoleMessage) -> bool:
    """Chromium would rather see RS256 asked for too; the record takes ES256 alone, and the page says so."""
    return said.type in ("error", "warning") and "pubKeyCredParams" not in said.text


def downloaded(page: Page, press: str, to: Path) -> Path:
    with page.expect_download() as found:
        page.locator(press).first.click()
    found.value.save_as(to)
    return to


def makes_a_passkey(page: Page, party: str, address: str, directory: Path, folder: Path) -> None:
    """A delegate's passkey is made on a page and signs its own registration; the secretariat signs beside it."""
    page.goto(f"{address}/en/-/act/passkey.register")
    page.select_option("#f-by", "secretariat")
    page.select_option("#f-party", party)
    page.click("#make-passkey button")
    expect(page.locator("#make-passkey [role=status]")).to_have_text("✓")
    assert page.input_value("#f-origins-0") == address
    page.click("p.actions button[value=preview]")
    expect(page.locator(".ruling")).to_contain_text("would have effect")
    page.click("form.passkey button")
    expect(page.locator("li[data-state=signed]")).to_have_count(1)

    # The secretariat signs with a key in a file, and hands the act in.
    envelope = downloaded(page, "button[value=envelope]", folder / "passkey.json")
    key = directory / "writer" / "keys" / "secretariat.key"
    signed = accord("sign", envelope, "--key", key, "-o", folder / "signed.json")
    assert signed.status == 0
    assert '"verb": "passkey.register/1"' in signed.err, "what is signed is shown where it is signed"
    page.set_input_files("#upload-file", folder / "signed.json")
    page.click("button[value=upload]")
    expect(page.locator("li[data-state=signed]")).to_have_count(2)
    page.click("button[value=submit]")
    page.wait_for_url("**/-/receipt/*")
    expect(page.locator(".ruling.holds")).to_be_visible()


def test_a_delegate_makes_a_passkey_speaks_with_it_and_a_stranger_checks_it(
    context: BrowserContext, served: tuple[str, Path, Signer], tmp_path: Path
) -> None:
    address, directory, _ = served
    page, wrong = opened(context)
    makes_a_passkey(page, "ST-B", address, directory, tmp_path)

    # The delegate speaks with it, in another language.
    page.goto(f"{address}/fr/-/act/reply.make?to=0")
    page.select_option("#f-by", "ST-B")
    page.fill("#f-text-said-fr", "Nous voyons cela autrement.")
    page.fill("#f-text-said-ar", "نرى ذلك على نحو آخر.")
    page.click("p.actions button[value=preview]")
    identity = page.inner_text("#act-id")
    page.click("form.passkey button")
    page.wait_for_url("**/-/receipt/*")
    expect(page.locator(".ruling.holds")).to_be_visible()
    assert page.inner_text("#act-id") == identity
    index = int(page.url.rpartition("/")[2])

    # A stranger checks the bundle, and the whole record, offline.
    bundle = downloaded(page, "#bundle", tmp_path / "entry.bundle")
    policy = downloaded(page, "a[download=policy]", tmp_path / "policy")
    found = json.loads(accord("check", bundle, "--policy", policy, "--json").out)
    assert (found["ok"], found["index"], found["by"], found["act_id"]) == (True, index, "ST-B", identity)
    whole = json.loads(accord("check", directory, "--json").out)
    assert (whole["ok"], whole["size"]) == (True, index + 1)
    assert wrong == []


def test_a_user_who_is_not_verified_signs_nothing(context: BrowserContext, served: tuple[str, Path, Signer]) -> None:
    address, _, _ = served
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR | {"isUserVerified": False}})
    page.goto(f"{address}/en/-/act/passkey.register")
    page.click("#make-passkey button")
    expect(page.locator("#make-passkey [role=status]")).to_contain_text("Error")
    assert page.input_value("#f-public") == ""


def test_a_draft_is_kept_by_the_browser_exported_and_brought_back(
    context: BrowserContext, served: tuple[str, Path, Signer], tmp_path: Path
) -> None:
    address, _, _ = served
    page, wrong = opened(context)
    sent: list[Any] = []
    page.goto(f"{address}/en/-/act/sponsor.join")
    page.fill("#f-symbol", "A/AC.900/WP.1")
    page.select_option("#f-sponsor", "ST-A")
    page.on("request", lambda request: sent.append((request.method, request.url)))
    page.click("#keep")
    expect(page.locator("#kept")).to_have_text("✓")
    assert [request for request in sent if "/static/" not in request[1]] == [], "the server is told nothing"

    page.goto(f"{address}/en/-/drafts")
    file = downloaded(page, ".drafts .export", tmp_path / "draft.json")
    draft = read_draft(file.read_bytes())
    assert draft.act is not None
    assert (draft.act.verb, draft.act.fields["symbol"]) == ("sponsor.join/1", "A/AC.900/WP.1")
    page.once("dialog", lambda dialog: dialog.accept())
    page.click(".drafts .delete")
    expect(page.locator("#none")).to_be_visible()
    page.set_input_files("#import", file)
    page.click(".drafts .open")
    expect(page.locator("#f-symbol")).to_have_value("A/AC.900/WP.1")
    expect(page.locator("#f-sponsor")).to_have_value("ST-A")

    page.goto(f"{address}/ar/-/drafts")
    page.click("#new-paper")
    page.fill("#paper-title", "ورقة")
    page.fill("#paper-ar", "نص غير رسمي")
    page.click("#paper button >> nth=0")
    expect(page.locator(".drafts > li")).to_have_count(2)
    (tmp_path / "bad.json").write_text("{}")
    page.set_input_files("#import", tmp_path / "bad.json")
    expect(page.locator("#told")).not_to_be_empty()
    assert wrong == []


def test_without_scripts_a_form_is_filled_and_the_act_taken_away(
    browser: Browser, served: tuple[str, Path, Signer], tmp_path: Path
) -> None:
    address, _, _ = served
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    try:
        page = context.new_page()
        page.goto(f"{address}/es/-/act/document.register")
        page.fill("#f-symbol", "A/AC.900/WP.9")
        page.select_option("#f-kind", "working-paper")
        page.select_option("#f-submitter", "sponsors")
        page.click("button[value='add:sponsors']")
        page.select_option("#f-sponsors-0", "ST-A")
        page.select_option("#f-sponsors-1", "ST-B")
        page.select_option("#f-by", "secretariat")
        page.click("p.actions button[value=preview]")
        expect(page.locator(".ruling.holds")).to_be_visible()
        act = json.loads(downloaded(page, "button[value=download]", tmp_path / "act.json").read_text())
        assert act == {
            "kind": "working-paper",
            "sponsors": ["ST-A", "ST-B"],
            "submitter": "sponsors",
            "symbol": "A/AC.900/WP.9",
            "verb": "document.register/1",
        }
    finally:
        context.close()

"""A hostile record in a real browser: nothing runs, nothing is fetched, nothing is hidden or pushed off the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from accord.words.languages import CODES
from tests.attack.test_hostile_pages import addresses
from tests.browser.watching import Watched, serving, watched

CORE = ["", "A/99/100", "A/AC.99/WP.1", "-/parties", "-/panel/panel-1", "-/units/A%2F99%2F100", "-/statements"]
HARMED = """() => [
  document.querySelectorAll("main img, main style, main base, main iframe, main script, [onerror], [onload]").length,
  getComputedStyle(document.querySelector("main")).display,
  document.querySelector("footer").getBoundingClientRect().height > 0,
  document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
]"""


@pytest.fixture(scope="module")
def address(hostile: Path) -> Iterator[str]:
    with serving(hostile) as found:
        yield found


def unharmed(look: Watched, path: str) -> None:
    """Shows a page; `watched` insists at the end on no dialog, no error, nothing asked elsewhere."""
    page = look.goes(path)
    planted, display, footed, wide = page.evaluate(HARMED)
    assert planted == 0, path
    assert display == "block", path
    assert footed, path
    assert wide <= 0, f"{path} is {wide} pixels too wide"
    assert "marked" not in page.title() or "alert" in page.title(), path


@pytest.mark.parametrize(("lang", "width"), [("en", 1280), ("ar", 360)])
def test_the_pages_that_show_most(browser: Browser, address: str, lang: str, width: int) -> None:
    with watched(browser, address, viewport={"width": width, "height": 800}) as look:
        for path in CORE:
            unharmed(look, f"/{lang}/{path}")
        assert not [url for url in look.asked if "marked" in url]


def test_the_watcher_sees_what_runs(browser: Browser, address: str) -> None:
    """A test that nothing runs is worth as much as its eyes: here something tries, and something does."""
    planted = "document.body.insertAdjacentHTML('beforeend', '<img src=/static/icon.svg onload=alert(1)>')"
    for script, told in ((planted, "script-src"), ("alert('seen')", "dialog: seen")):
        with pytest.raises(AssertionError, match=told), watched(browser, address) as look:
            _runs(look, script)


def _runs(look: Watched, script: str) -> None:
    look.goes("/en/").evaluate(script)
    look.page.wait_for_timeout(300)


@pytest.mark.long
@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page(browser: Browser, address: str, lang: str, width: int) -> None:
    with watched(browser, address, viewport={"width": width, "height": 800}) as look:
        for path in addresses():
            unharmed(look, f"/{lang}/{path}")
        assert not [url for url in look.asked if "marked" in url]

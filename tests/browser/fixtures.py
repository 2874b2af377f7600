"""A browser of a module, and a context of a test in it, for tests that serve a record of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.watching import chromium


# Playwright's loop runs in this thread while a browser is open: it is closed before other tests start loops of theirs.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the tests of a module."""
    with chromium() as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A user of their own, who takes downloads."""
    found = browser.new_context(accept_downloads=True)
    found.set_default_timeout(15_000)
    yield found
    found.close()

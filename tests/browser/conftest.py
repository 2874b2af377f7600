"""The demonstration record, served, in front of a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.watching import chromium, serving
from tests.faces.running import accord


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration record in a folder. Nobody changes it."""
    folder = tmp_path_factory.mktemp("browser") / "record"
    assert accord("demo", "--once", "--record", folder, "--json").status == 0
    return folder


@pytest.fixture(scope="session")
def address(demonstration: Path) -> Iterator[str]:
    """Where the demonstration is served."""
    with serving(demonstration) as found:
        yield found


# Playwright's loop runs in this thread while a browser is open: it is closed before other tests start loops of theirs.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all the tests here."""
    with chromium() as found:
        yield found

"""A real browser that only reaches this machine, and what it complained of."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, sync_playwright

CHROMIUM = os.environ.get("ACCORD_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]
SERVING = """
import sys
from pathlib import Path
from accord.main import Machine
Machine().serve(Path(sys.argv[1]), 0, lambda address: print(address, flush=True))
"""
LISTENING = """
document.addEventListener("securitypolicyviolation",
    (event) => console.error("refused by the policy: " + event.violatedDirective + " " + event.blockedURI));
"""


@contextmanager
def serving(record: Path) -> Iterator[str]:
    """The portal of a record in a process of its own: its address."""
    with subprocess.Popen(
        [sys.executable, "-c", SERVING, str(record)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            assert address.startswith("http://localhost:"), "the portal did not start"
            yield address
        finally:
            process.kill()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's browser, without a screen; where it is not installed, the test says so."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser at {CHROMIUM}: install Debian's chromium")
    with sync_playwright() as program:
        browser = program.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class Watched:
    """A page of a browser: what it asked for, and what went wrong on it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.asked: list[str] = []
        self.wrong: list[str] = []
        page.add_init_script(LISTENING)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("dialog", self._dialog)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(f"{message.type}: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def goes(self, path: str, status: int = 200) -> Page:
        """Opens a page of the portal, which must answer so."""
        answer = self.page.goto(self.address + path, wait_until="load", timeout=15_000)
        assert answer is not None
        assert answer.status == status, (path, answer.status)
        if status >= 400:
            # The browser says on its console that the page was not there: that is no fault of the page.
            self.wrong[:] = [line for line in self.wrong if f"status of {status}" not in line]
        return self.page

    @property
    def elsewhere(self) -> list[str]:
        """What was asked of anybody but the portal."""
        return [url for url in self.asked if not url.startswith((self.address + "/", "data:", "blob:"))]


@contextmanager
def watched(browser: Browser, address: str, **context: Any) -> Iterator[Watched]:
    """A fresh page in a fresh profile, which must have gone well and asked nobody else."""
    made: BrowserContext = browser.new_context(**context)
    try:
        look = Watched(made.new_page(), address)
        yield look
        assert look.wrong == [], look.wrong
        assert look.elsewhere == [], look.elsewhere
    finally:
        made.close()

"""The plain pages: every page in six languages with its JSON, escaped, and nothing but pages."""

from __future__ import annotations

import json
import threading
import urllib.request
from pathlib import Path

import pytest

from accord.faces.web.plain import Site, server
from accord.main import Machine
from accord.words.languages import CODES
from accord.world.pages import PAGES
from tests.faces.running import accord


@pytest.fixture(scope="module")
def site(demo: Path) -> Site:
    return Site(Machine().open_copy(demo))


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("name", [p.name for p in PAGES.values() if all(a.endswith("?") for a in p.arguments)])
def test_a_page_in_a_language(site: Site, lang: str, name: str) -> None:
    status, kind, body = site.answer(f"/{lang}/-/{name}")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert f'lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}"'.encode() in body


def test_a_symbol_is_an_address(site: Site) -> None:
    assert "奥地利" in site.answer("/zh/A/AC.281/WP.1")[2].decode()
    assert json.loads(site.answer("/zh/A/AC.281/WP.1.json")[2])["page"] == "document"
    assert site.answer("/zh/-/document/A%2FAC.281%2FWP.1")[0] == 200


def test_the_json_twin_is_what_the_command_line_prints(site: Site, demo: Path) -> None:
    assert json.loads(site.answer("/fr/-/panels.json")[2]) == accord("show", demo, "panels", "--json").json


@pytest.mark.parametrize(
    "path", ["/en/-/nothing", "/en/-/party", "/en/-/entry/-1", "/en/x", "/..", "/en/-/", "/%ff%00"]
)
def test_what_is_not_there_is_not_found(site: Site, path: str) -> None:
    assert site.answer(path)[0] == 404


def test_what_is_asked_for_is_never_part_of_the_page_as_it_stands(site: Site) -> None:
    body = site.answer("/en/-/party/%3Cscript%3Ealert(1)%3C%2Fscript%3E")[2]
    assert b"<script" not in body


def test_pages_are_served_on_this_machine_alone(demo: Path) -> None:
    with server(Machine().open_copy(demo), 0) as running:
        host, port = running.server_address[:2]
        assert host == "127.0.0.1"
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/ar/") as answer:
            assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
            assert 'dir="rtl"' in answer.read().decode()
        running.shutdown()
        thread.join()

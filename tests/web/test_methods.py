"""Who asks by a method that an address does not take is told which it takes (RFC 9110, section 15.5.6)."""

from __future__ import annotations

import pytest
from litestar.testing import TestClient

from accord.faces.web.desks import DESKS
from accord.world.pages import PAGES

OTHERS = ("POST", "PUT", "PATCH", "DELETE")
POSTED = ("word", "balance", "outlook")
"""Desks that take what is posted."""
FILES = ("/health", "/checkpoint", "/policy", "/schema/openapi.json")


@pytest.mark.parametrize("method", OTHERS)
def test_every_page_every_desk_and_every_file_says_what_it_takes(portal: TestClient, method: str) -> None:
    pages = [f"/en/-/{name}" for name in PAGES] + ["/en/", "/en/A/AC.281/WP.4", "/ar/-/parties.json"]
    for path in (*pages, *(f"/fr/-/{name}" for name in DESKS if name not in POSTED), *FILES):
        answer = portal.request(method, path)
        assert answer.status_code == 405, path
        allowed = answer.headers["allow"].split(", ")
        assert {"GET", "HEAD"} <= set(allowed), path
        assert method not in allowed, path

"""The hostile record in a folder, as a site, and in front of a client."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from accord.faces.web.app import make_app
from accord.faces.web.site import Site
from accord.main import Machine
from tests.attack.hostile import in_folder
from tests.browser.fixtures import browser

__all__ = ["browser"]


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record. Nobody changes it."""
    return in_folder(tmp_path_factory.mktemp("hostile") / "record")


@pytest.fixture(scope="session")
def site(hostile: Path) -> Site:
    return Site(Machine().open_copy(hostile))


@pytest.fixture(scope="session")
def portal(site: Site) -> Iterator[TestClient]:
    """A client of the whole application; it follows no redirect by itself."""
    with TestClient(make_app(site), raise_server_exceptions=False) as client:
        client.follow_redirects = False
        yield client

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from accord.faces.web.app import make_app
from accord.faces.web.site import Site
from accord.main import Machine
from tests.faces.running import accord


@pytest.fixture(scope="session")
def portal_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration record in a folder. Nobody changes it."""
    folder = tmp_path_factory.mktemp("portal") / "record"
    assert accord("demo", "--once", "--record", folder, "--json").status == 0
    return folder


@pytest.fixture(scope="session")
def site(portal_record: Path) -> Site:
    return Site(Machine().open_copy(portal_record))


@pytest.fixture(scope="session")
def portal(site: Site) -> Iterator[TestClient]:
    """A client of the whole application; it follows no redirect by itself."""
    with TestClient(make_app(site), raise_server_exceptions=False) as client:
        client.follow_redirects = False
        yield client

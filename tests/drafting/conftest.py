from __future__ import annotations

from pathlib import Path

import pytest

from accord.keys.signers import Signer
from tests.acting.desk import Desk
from tests.browser.fixtures import browser, context
from tests.drafting.negotiated import record_under_way

__all__ = ["browser", "context"]


@pytest.fixture(scope="module")
def open_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A portal over a record with drafts under way, which nobody changes."""
    return Desk(record_under_way(tmp_path_factory.mktemp("drafting"))[0])


@pytest.fixture
def reading(open_desk: Desk) -> Desk:
    """The same, a minute after the last test: what it sent no longer counts."""
    open_desk.seconds += 60
    return open_desk


@pytest.fixture
def own(tmp_path: Path) -> tuple[Desk, Path, Signer]:
    """A portal over such a record of its own, its folder, and the secretariat's key."""
    directory, secretariat = record_under_way(tmp_path)
    return Desk(directory), directory, secretariat

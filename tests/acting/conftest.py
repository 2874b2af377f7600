from __future__ import annotations

from pathlib import Path

import pytest

from accord.keys.signers import Signer
from tests.acting.desk import Desk, small_record
from tests.browser.fixtures import browser, context

__all__ = ["browser", "context"]


@pytest.fixture
def acting(tmp_path: Path) -> tuple[Desk, Path, Signer]:
    """A portal over a small record of its own, the record's folder, and the secretariat's key."""
    directory, secretariat = small_record(tmp_path)
    return Desk(directory), directory, secretariat


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A portal over a small record that nobody changes."""
    directory, _ = small_record(tmp_path_factory.mktemp("reading"))
    return Desk(directory)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faces.desks import Desk
from tests.faces.running import accord


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the developer's own shell."""
    for name in ("ACCORD_LANG", "ACCORD_DEBUG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration record. Nobody changes it."""
    record = tmp_path_factory.mktemp("demo") / "record"
    assert accord("demo", "--once", "--record", record, "--json").status == 0
    return record


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A record of one's own."""
    return Desk(tmp_path)

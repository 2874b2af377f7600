from __future__ import annotations

from pathlib import Path

import pytest

from tests.faces.desks import Desk
from tests.faces.running import accord

SAMPLES = Path(__file__).parents[1] / "samples"


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


@pytest.fixture(scope="session")
def drill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of an exercise, imported from its English report. Nobody changes it."""
    record = tmp_path_factory.mktemp("drill") / "record"
    made = accord("new", record, "--origin", "drill.example", "--exercise", "--json").json
    report, states = SAMPLES / "exercise-report.en.txt", SAMPLES / "states.csv"
    signed = ("--states", states, "--key", made["secretariat_key"], "--yes", "--json")
    assert accord("import", record, report, *signed).status == 0
    return record


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A record of one's own."""
    return Desk(tmp_path)

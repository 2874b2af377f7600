"""The real report and its reading by hand, where they are at hand: ACCORD_SEED, or seeds beside the repository."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from accord.papers.reading import Reading, read

SEEDS = Path(os.environ.get("ACCORD_SEED") or Path(__file__).parents[4] / "shared" / "seeds")


@pytest.fixture(scope="session")
def seed_text() -> str:
    path = SEEDS / "A-68-514.zh.txt"
    if not path.is_file():
        pytest.skip("the real report is not at hand (ACCORD_SEED)")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def oracle() -> dict[str, Any]:
    path = SEEDS / "A-68-514.reading.json"
    if not path.is_file():
        pytest.skip("the reading by hand is not at hand (ACCORD_SEED)")
    found = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="session")
def reading(seed_text: str) -> Reading:
    return read(seed_text)

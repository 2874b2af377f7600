from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from small_record import Small, small_record


@pytest.fixture(scope="session")
def small() -> Small:
    """A small record that every page has something to say about."""
    return small_record()

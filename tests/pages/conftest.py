from __future__ import annotations

import pytest

from tests.pages.small_record import Small, small_record


@pytest.fixture(scope="session")
def small() -> Small:
    """A small record that every page has something to say about."""
    return small_record()

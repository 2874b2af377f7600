"""What all tests share: `--update` writes golden values anew, so that a reviewer sees the difference."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write golden values anew instead of comparing with them")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden values are to be written anew."""
    return bool(request.config.getoption("--update"))

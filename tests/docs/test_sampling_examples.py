"""What the methods of samples and inspections show as Python runs and gives what stands there."""

from __future__ import annotations

import doctest

import pytest

from tests.docs.reading import ROOT


@pytest.mark.parametrize("page", ["sampling", "completeness", "games"])
def test_the_examples_run(page: str) -> None:
    failed, tried = doctest.testfile(str(ROOT / "docs" / "methods" / f"{page}.md"), module_relative=False)
    assert tried >= 3
    assert failed == 0

"""The examples of the method of balances give what the page says, and its table of columns is that of the reader."""

from __future__ import annotations

import doctest
import re

from accord.papers.balances import codes, table
from tests.docs.reading import ROOT


def test_the_worked_examples_run() -> None:
    failed, tried = doctest.testfile(str(ROOT / "docs" / "methods" / "balance.md"), module_relative=False)
    assert failed == 0
    assert tried > 12


def test_every_column_and_code_of_a_table_is_described() -> None:
    text = (ROOT / "docs" / "formats" / "balance.md").read_text()
    columns = {
        name for line in re.findall(r"^\| (`.+?) \|", text, re.MULTILINE) for name in re.findall(r"`(\w+)`", line)
    }
    assert columns == set(table.COLUMNS)
    described = re.search(r"\*\*Codes\*\*.*?Other codes", text, re.DOTALL)
    assert described is not None
    assert set(re.findall(r"`([A-Z]{2})`", described[0])) == set(codes.KINDS)

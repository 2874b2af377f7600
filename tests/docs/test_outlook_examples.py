"""What the documents of outlooks show runs, and the study that they show is one."""

from __future__ import annotations

import doctest
import textwrap

from accord.papers.outlooks import read_study
from tests.docs.reading import ROOT


def test_the_examples_of_the_method_run() -> None:
    failed, tried = doctest.testfile(str(ROOT / "docs" / "methods" / "outlook.md"), module_relative=False)
    assert failed == 0
    assert tried > 4


def test_the_study_that_is_shown_can_be_computed() -> None:
    text = (ROOT / "docs" / "formats" / "outlook.md").read_text(encoding="utf-8")
    title, study = read_study(textwrap.dedent(text[text.index("    {\n") :]).encode())
    assert (title, len(study.states), study.states[1].gates[0].after) == ("Two States", 2, "Arcadia")

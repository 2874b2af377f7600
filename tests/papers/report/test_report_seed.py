"""The real report, from its print to the record and to print again (ACCORD_SEED)."""

from __future__ import annotations

from accord.papers.reading import source_text
from accord.papers.report import report
from tests.papers.report.building import bare, founded, imports, seed_text


def test_it_is_regenerated_to_the_last_of_its_9_899_characters() -> None:
    text, world = seed_text(), founded()
    assert imports(world, text).exact
    made = report(world, "A/68/514", "zh")
    assert len(made.characters()) == 9_899
    assert made.characters() == bare(source_text(text))
    assert not made.gaps

"""A report in Akoma Ntoso is read by its marks: the same units, and the facts in them."""

from __future__ import annotations

import pytest

from accord.papers.akn import as_akn
from accord.papers.reading import Unreadable, read_file
from tests.papers.report.building import reading_of, sample
from tests.papers.report.papers import bare, paper


@pytest.mark.parametrize("name", ["sample-en", "sample-fr", "group-ar", "group-zh", "group-ru"])
def test_its_units_are_those_of_the_report(name: str) -> None:
    made = paper(name)
    found = read_file(as_akn(made))
    kinds = ("paragraph", "item", "agenda-item", "subitem", "chapter", "section")
    want = [(block.unit, block.kind, bare(block)) for block in made.blocks if block.kind in kinds]
    assert [(u.id, u.kind, "".join(u.text.split())) for u in found.units if u.kind in kinds] == want
    assert len(found.footnotes) == sum(block.kind == "footnote" for block in made.blocks)
    assert all(note.ref_in for note in found.footnotes)
    assert (found.symbol, found.language) == (made.issue.symbol, made.language)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_its_facts_are_those_of_the_print(language: str) -> None:
    text, names = sample(language)
    found, print_ = read_file(as_akn(paper(f"sample-{language}")), names), reading_of(text, names)
    for field in ("meetings", "officers", "agenda", "themes", "introductions", "adoption", "mandate", "title"):
        mine, theirs = getattr(found, field), getattr(print_, field)
        if field not in ("agenda", "themes"):
            assert mine == theirs, field
    assert [d.symbol for d in found.documents] == [d.symbol for d in print_.documents]
    assert [s.state for s in found.statements.states] == [s.state for s in print_.statements.states]


@pytest.mark.parametrize(
    "data",
    [
        b"<akomaNtoso",
        b'<!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso>&b;</akomaNtoso>',
        b"<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'/>",
        b"<akomaNtoso>" * 2_000,
    ],
)
def test_what_is_no_report_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as error:
        read_file(data)
    assert error.value.code == "not-akn"

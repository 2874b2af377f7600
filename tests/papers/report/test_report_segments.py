"""Every word of a report says where it comes from."""

from __future__ import annotations

import json

import pytest

from accord.areas.drafting.acts import Slot
from accord.papers.report import render_slot, report
from accord.papers.report.context import Context, Unresolved
from accord.papers.report.formats import FORMATS
from accord.papers.report.slots import FACTS, LISTS, resolve
from accord.papers.report.values import count
from tests.papers.report.building import fact, founded, imports, sample

BODY = "XA-AC.7"


@pytest.fixture(scope="module")
def world():  # type: ignore[no-untyped-def]
    found = founded()
    imports(found, *sample("en"))
    return found


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_bound_or_quoted_names_entries_of_the_record(world, language: str) -> None:  # type: ignore[no-untyped-def]
    made = report(world, BODY, language)
    for segment in made.segments:
        assert segment.text
        if segment.provenance != "formula":
            assert segment.entries
        assert all(0 <= entry < world.size for entry in segment.entries)


def test_a_sponsor_stands_on_its_name_and_on_its_sponsorship(world) -> None:  # type: ignore[no-untyped-def]
    block = next(b for b in report(world, BODY, "en").blocks if "WP.1)" in b.words)
    segment = next(s for s in block.segments if s.text == "Arvandia")
    document = fact(world, "documents", "documents", "XA/AC.7/WP.1")
    assert set(segment.entries) == {fact(world, "parties", "parties", "XAA").entry, document.entry}


def test_the_counts_are_those_of_the_characters(world) -> None:  # type: ignore[no-untyped-def]
    made = report(world, BODY, "en")
    assert made.counts == count(made.segments)
    assert made.counts.total == sum(chapter.counts.total for chapter in made.chapters)
    notes = next(c for c in made.chapters if c.unit == "footnotes")
    assert len(made.characters()) == made.counts.total - notes.counts.total


def test_each_format_is_made_from_the_same_report(world) -> None:  # type: ignore[no-untyped-def]
    made = report(world, BODY, "en")
    assert FORMATS["text"].make(made) == made.text().encode()
    again = json.loads(FORMATS["json"].make(made))
    assert again["counts"]["total"] == made.counts.total
    assert "".join(s["text"] for s in again["blocks"][-1]["segments"]) == made.blocks[-1].words


def test_a_slot_of_nothing_is_unresolved(world) -> None:  # type: ignore[no-untyped-def]
    context = Context(world, BODY, "", "en")
    for of in FACTS:
        with pytest.raises(Unresolved):
            resolve(Slot(of=of, key="none", part="nothing"), context)  # type: ignore[arg-type]


def test_every_list_of_a_body_can_be_joined(world) -> None:  # type: ignore[no-untyped-def]
    keys = {"document": "XA/AC.7/WP.2", "statement": "general-exchange", "panel": None, "party": None}
    for of, part in LISTS:
        key = keys.get(of)
        if of in ("panel", "party"):
            continue
        text = render_slot(Slot(of=of, part=part, key=key), world, "en", BODY)  # type: ignore[arg-type]
        assert "None" not in text


def test_a_hole_is_shown(world) -> None:  # type: ignore[no-untyped-def]
    from accord.papers.importing.preview import preview

    other = preview(world)
    del other.bodies.tables.services[BODY]
    made = report(other, BODY, "en")
    assert "[service provider]" in made.text()
    assert ("words", "service provider") in {(gap.code, gap.of) for gap in made.gaps}

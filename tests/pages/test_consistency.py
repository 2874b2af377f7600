"""The page of what does not fit together: papers and introductions on record, and a text side by side by its units."""

from __future__ import annotations

from typing import Any

import pytest

from accord.acts.values import Source
from accord.areas.documents.acts import RegisterDocument
from accord.areas.drafting.acts import RecordUnit
from accord.areas.meetings.acts import IntroducePaper, StrikeRecord
from accord.areas.parties.cite import Missing
from accord.areas.parties.rows import AT_ONCE, Rows
from accord.papers.importing import plan
from accord.papers.importing.preview import try_act
from accord.papers.reading import read
from accord.stories.demonstration import EDITOR
from accord.world.pages import ask
from accord.world.world import World
from tests.papers.consistency.versions import states, text
from tests.papers.report.building import founded, imports, say, seed_text

PAGE = "consistency"


def recorded(*versions: str) -> World:
    """A record into which the versions of the sample were imported, one after the other."""
    world = founded()
    for said in versions:
        for act in plan(read(said, states()), world, EDITOR, states()).acts:
            assert try_act(world, EDITOR, act).counts
    return world


def page(world: World, document: str = "XB/12/7") -> Any:
    return ask(world, PAGE, (document,), None, None)


def differing(world: World) -> dict[str, tuple[str, ...]]:
    return {row.unit: row.differences for row in page(world).sides if row.differences}


def test_a_text_in_one_language_has_nothing_beside_it() -> None:
    assert page(recorded(text("en"))).sides == ()


def test_versions_stand_side_by_side_and_true_ones_do_not_differ() -> None:
    found = page(recorded(text("en"), text("es")))
    assert found.languages == ("en", "es")
    assert found.difference_count == 0
    row = next(row for row in found.sides if row.unit == "para-10-b")
    assert [(one.language, one.number) for one in row.said] == [("en", "(b)"), ("es", "b)")]


def test_an_item_that_one_language_has_not_is_marked_missing_in_it() -> None:
    line = next(line for line in text("es").split("\n") if line.startswith("e) Una declaración"))
    world = recorded(text("en"), text("es").replace(line, ""))
    assert differing(world) == {"para-10-e": ("missing",)}
    row = next(row for row in page(world).sides if row.unit == "para-10-e")
    assert [one.text is None for one in row.said] == [False, True]


def test_brackets_and_other_records_are_marked() -> None:
    changed = text("es").replace("14. Se propuso", "14. [Se] propuso")
    changed = changed.replace("Galdora y Nordesia moder", "Galdora y Tarsenia moder")
    assert differing(recorded(text("en"), changed)) == {"para-9": ("slots",), "para-14": ("brackets",)}


def test_the_real_report_shows_what_its_papers_and_introductions_do_not_share() -> None:
    world = founded()
    imports(world, seed_text())
    found = [(row.finding, row.symbol or row.panel, row.only_introduced) for row in page(world, "A/68/514").findings]
    assert ("sponsors-differ", "A/AC.281/WP.4", ("DNK",)) in found
    assert ("sponsors-differ", "A/AC.281/WP.7", ("MYS",)) in found
    assert ("never-introduced", "A/AC.281/WP.11", ()) in found
    assert [subject for code, subject, _ in found if code == "panel-without-summary"] == ["panel-3", "panel-4"]
    assert len(found) == 5
    assert [row.symbol for row in page(world, "A/AC.281/WP.4").findings] == ["A/AC.281/WP.4"]


REPORT = Source(document="XB/12/7")


def paper(symbol: str, *sponsors: str) -> RegisterDocument:
    return RegisterDocument(
        symbol=symbol, body="XB-AC.2", kind="working-paper", submitter="sponsors", sponsors=sponsors, source=REPORT
    )


def test_an_introduction_of_a_paper_without_a_name_may_be_of_any_paper_of_those_who_introduced() -> None:
    world = recorded(text("en"))
    say(world, paper("XB/AC.2/WP.901", "XAA", "XAB"))
    say(world, paper("XB/AC.2/WP.902", "XAA"))
    assert [row.finding for row in page(world, "XB/AC.2/WP.901").findings] == ["never-introduced"]
    unnamed = IntroducePaper(
        body="XB-AC.2", introduction="unnamed", introducers=("XAB",), on_behalf_of=("XAA",), source=REPORT
    )
    say(world, unnamed)
    assert page(world, "XB/AC.2/WP.901").findings == ()
    assert [row.finding for row in page(world, "XB/AC.2/WP.902").findings] == ["never-introduced"]
    say(world, StrikeRecord(body="XB-AC.2", register="introduction", label="unnamed", reason="misread"))
    assert [row.finding for row in page(world, "XB/AC.2/WP.901").findings] == ["never-introduced"]


def test_the_findings_of_many_papers_are_made_when_they_are_looked_at() -> None:
    world = recorded(text("en"))
    for number in range(AT_ONCE + 1):
        say(world, paper(f"XB/AC.2/WP.{1000 + number}", "XAA", "XAB"))
    found = page(world).findings
    assert isinstance(found, Rows)
    assert len(list(found.entries)) == AT_ONCE + 1
    assert {row.finding for row in found} == {"never-introduced"}
    assert len({row.symbol for row in found}) == AT_ONCE + 1


def test_a_document_that_is_not_registered_has_no_page() -> None:
    with pytest.raises(Missing):
        page(founded(), "A/1/1")


def test_a_unit_recorded_in_one_language_only_is_missing_in_the_other() -> None:
    world = recorded(text("en"), text("es"))
    more = RecordUnit(
        document="XB/12/7", unit="para-16", language="en", kind="paragraph", number="16.", place=900_000,
        pieces=("The end.",), source=Source(document="XB/12/7"),
    )  # fmt: skip
    assert try_act(world, EDITOR, more).counts
    assert differing(world) == {"para-16": ("missing",)}

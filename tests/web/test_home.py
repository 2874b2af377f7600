"""The first page: every element once, what the text did with it, what the record holds; unknown where nothing."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import msgspec
import pytest

from accord.acts.values import Grounds, Source, Text
from accord.areas.commitments.acts import RecordUndertaking
from accord.areas.parties.acts import EnterParty, GrantRole, RegisterKey
from accord.areas.programme.acts import TableElement
from accord.faces.web.answers import Answer
from accord.faces.web.home import ElementAtHome, HomePage, home
from accord.faces.web.site import Site
from accord.words.catalogue import say
from accord.words.languages import CODES
from accord.world.asked import asked
from accord.world.tracing import TRACED
from tests.pages.in_folder import site_of
from tests.pages.small_record import FROM, Small, text

TILE = re.compile(r'<li><a href="/[a-z]{2}/-/element/([^"]+)">(.*?)</li>', re.DOTALL)


def at_home(small: Small) -> dict[str, ElementAtHome]:
    return {row.element: row for row in home(asked(small.world, small.data)).elements}


def first_page(site: Site, lang: str) -> str:
    answer = site.answer("GET", f"/{lang}/")
    assert isinstance(answer, Answer)
    assert len(answer.body) < 100_000
    return answer.body.decode()


@pytest.mark.parametrize("lang", CODES)
def test_every_element_of_the_record_stands_on_it_once(site: Site, lang: str) -> None:
    shown = [element for element, _ in TILE.findall(first_page(site, lang))]
    assert sorted(shown) == sorted(site.copy.world.programme.tables.elements)
    assert len(shown) > 20


def test_each_says_what_the_text_did_and_what_is_counted(site: Site) -> None:
    tiles = dict(TILE.findall(first_page(site, "en")))
    words = {element: " ".join(re.sub(r"<[^>]*>", " ", tile).split()) for element, tile in tiles.items()}
    assert words["27-m"].startswith("27 (m) ")
    assert "proposed" in words["27-m"]
    assert re.search(r": 191( / \d+)? \(States\)", words["27-m"])
    assert "from the depositary" in words["27-m"]
    assert "/ 44 (States)" in words["28-c"]
    assert all("operates" not in tile and "the group did it" not in tile for tile in words.values())
    assert any(tile.endswith(": unknown") for tile in words.values())


def undertaking(name: str) -> RecordUndertaking:
    return RecordUndertaking(
        undertaking=name,
        sided="unilateral",
        matter="elimination",
        title=text("It undertakes"),
        holders=("CHE",),
        since=datetime.date(2013, 1, 1),
        grounds=Grounds(source=FROM, kind="declared", checked=datetime.date(2014, 1, 31)),
    )


def table(element: str) -> TableElement:
    return TableElement(element=element, name=Text(original="en", said={"en": element}), source=FROM)


@pytest.fixture
def told() -> Small:
    """A record with an editor and a State, and nothing said yet."""
    small = Small()
    small.counts("SECRETARIAT", EnterParty(party="EDITOR", kind="editor", name=text("Editor")))
    small.counts("SECRETARIAT", RegisterKey(party="EDITOR", vkey=str(small.key("EDITOR").vkey)), "EDITOR")
    small.counts("SECRETARIAT", GrantRole(party="EDITOR", role="recorder"))
    small.counts("EDITOR", EnterParty(party="CHE", kind="state", source=FROM))
    return small


def test_a_recorded_fact_changes_its_element_and_no_other(told: Small) -> None:
    assert at_home(told) == {}
    for element in ("27-a", "27-e", "of-ours"):
        told.counts("EDITOR", table(element))
    before = at_home(told)
    assert [row.value_known for row in before["27-a"].headlines] == ["unknown"]
    assert before["27-a"].headlines[0].number_counted is None, "unknown is not nought"
    assert before["of-ours"].headlines == ()
    told.counts("EDITOR", undertaking("u-1"))
    after = at_home(told)
    assert [(row.value_known, row.number_counted) for row in after["27-a"].headlines] == [("recorded", 1)]
    assert {name for name in after if after[name] != before[name]} == {"27-a"}


def test_an_element_of_another_source_has_no_paragraph_and_no_class(told: Small) -> None:
    told.counts("EDITOR", table("27-a"))
    row = at_home(told)["27-a"]
    assert (row.para, row.unit, row.text_class) == ("", None, None)


def test_elements_of_several_sources_stand_on_one_page(told: Small, tmp_path: Path) -> None:
    for element, source in (("27-a", Source(document=TRACED, place="para-27-a")), ("of-ours", FROM)):
        told.counts("EDITOR", msgspec.structs.replace(table(element), source=source))
    text = first_page(site_of(told, tmp_path / "record"), "fr")
    assert [element for element, _ in TILE.findall(text)] == ["of-ours", "27-a"]
    assert say("fr", "portal.home.elsewhere").replace("'", "&#39;") in text
    assert say("fr", "portal.home.para.27") in text


def test_a_record_without_elements_has_no_list_of_them(told: Small, tmp_path: Path) -> None:
    assert 'id="elements"' not in first_page(site_of(told, tmp_path / "record"), "en")


def test_the_numbers_of_the_page_are_those_of_the_record(site: Site) -> None:
    page = site.ask("home")
    assert isinstance(page, HomePage)
    world = site.copy.world
    assert page.instruments == len(world.instruments.tables.instruments) > 0
    assert page.undertakings == len(world.commitments.tables.undertakings) > 0
    assert page.proposals == len(world.proposals.tables.proposals) > 0

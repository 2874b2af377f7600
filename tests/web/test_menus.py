"""Every page stands in one chapter; the menus lead to all that can be opened and say where the reader is."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from accord.faces.web.answers import Answer
from accord.faces.web.menus import is_open
from accord.faces.web.site import Site
from accord.words.languages import CODES
from accord.world.chapters import CHAPTERS
from accord.world.pages import PAGES

MENU = re.compile(r'<details name="menu"><summary([^>]*)>([^<]+)</summary><ul>(.*?)</ul></details>', re.DOTALL)


def menus_of(site: Site, address: str, lang: str = "en") -> list[tuple[str, str, str]]:
    answer = site.answer("GET", f"/{lang}/{address}")
    assert isinstance(answer, Answer)
    return MENU.findall(answer.body.decode())


def test_every_page_stands_in_one_chapter() -> None:
    stands = Counter(page for pages in CHAPTERS.values() for page in pages)
    assert {page for page in PAGES if stands[page] != 1} == set(), "give the page a place in world/chapters.py"
    assert set(stands) == set(PAGES), "a chapter names a page that is none"


@pytest.mark.parametrize("lang", CODES)
def test_the_menus_lead_to_every_page_that_can_be_opened(site: Site, lang: str) -> None:
    found = menus_of(site, "", lang)
    assert len(found) == len(CHAPTERS)
    linked = {name for _, _, body in found for name in re.findall(rf'href="/{lang}/-/([a-z-]+)"', body)}
    wanted = {page.name for page in PAGES.values() if is_open(page)} - {"exercise", "debriefing"}
    assert wanted <= linked
    assert not linked & {"exercise", "debriefing"}, "only the record of an exercise has these"


@pytest.mark.parametrize(
    ("address", "chapter"),
    [
        ("A/AC.281/WP.4", "Documents and statements"),
        ("-/party/CHE", "States and others"),
        ("-/coverage", "Law"),
        ("-/contents", "Record"),
    ],
)
def test_the_chapter_and_the_page_where_the_reader_is_are_marked(site: Site, address: str, chapter: str) -> None:
    marked = [(title, body) for given, title, body in menus_of(site, address) if "aria-current" in given]
    assert [title for title, _ in marked] == [chapter]
    here = re.findall(r'href="/en/(-/[a-z-]+)" aria-current="page"', marked[0][1])
    assert here == ([address] if address in ("-/coverage", "-/contents") else [])


def test_the_day_asked_for_is_kept_by_the_menus(site: Site) -> None:
    answer = site.answer("GET", "/en/-/instruments", "on=2018-07-10")
    assert isinstance(answer, Answer)
    rows = "".join(body for _, _, body in MENU.findall(answer.body.decode()))
    assert rows.count("?on=2018-07-10") == rows.count("<li>") > 40


def test_nobody_is_in_a_chapter_at_home(site: Site) -> None:
    assert not any("aria-current" in given for given, _, _ in menus_of(site, ""))

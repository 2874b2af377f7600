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


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("record", 'href="/en/-/record"'),
        ("body%3AAC.281", 'href="/en/-/body/AC.281"'),
        ("party%3ACHE", 'href="/en/-/party/CHE"'),
        ("document%3AA%2F68%2F514", 'href="/en/A/68/514"'),
        ("unit%3AA%2F68%2F514%23para-27-a", "para. 27 (a)"),
        ("instrument%3Anpt", 'href="/en/-/instrument/npt"'),
        ("proposal%3AAC.281%2Fproposal-27-a", 'href="/en/-/proposal/proposal-27-a/AC.281"'),
    ],
)
def test_what_is_followed_is_named_and_linked_and_not_shown_as_a_code(site: Site, subject: str, shown: str) -> None:
    answer = site.answer("GET", f"/en/-/updates/{subject}")
    assert isinstance(answer, Answer)
    main = answer.body.decode().partition("<h1>")[2].partition("<ol")[0]
    assert answer.status == 200
    assert shown in main
    assert ":AC.281" not in main


def test_pages_of_a_body_lead_to_their_neighbours_and_its_own_page_to_all(site: Site) -> None:
    def tabs(name: str) -> set[str]:
        answer = site.answer("GET", f"/en/-/{name}/AC.281")
        assert isinstance(answer, Answer)
        body = answer.body.decode()
        return set(
            re.findall(r'href="/en/-/([a-z]+)/AC\.281"', body.partition('class="tabs"')[2].partition("</nav>")[0])
        )

    assert {"documents", "panels", "proposals", "report"} <= tabs("body")
    assert "panels" in tabs("meetings")
    assert "documents" not in tabs("meetings")
    assert "body" in tabs("documents")
    assert "panels" not in tabs("documents")

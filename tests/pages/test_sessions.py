"""A body that is continued has sessions: one body in the lists, a page for each session, links that stay in theirs."""

from __future__ import annotations

from typing import Any

import pytest

from accord.areas.bodies.acts import ContinueBody, EstablishBody
from accord.areas.meetings.acts import DiscussTheme, HoldMeetings, IntroducePaper, MakeStatement
from accord.faces.web.home import home
from accord.faces.web.rendering import render
from accord.faces.web.sheets import Sheets
from accord.faces.web.written import Written
from accord.words.languages import CODES
from accord.world.asked import asked
from accord.world.pages import ask
from tests.pages.small_record import FROM, Small, day, small_record, text
from tests.web.reading import Read


@pytest.fixture(scope="module")
def small() -> Small:
    """The small record, whose body met again three years later."""
    small = small_record()
    editor = "EDITOR"
    again = EstablishBody(
        body="WG-16", name=text("Working Group", zh="工作组"), resolution="A/RES/70/33", year=2016, source=FROM
    )
    small.counts(editor, again)
    small.counts(editor, ContinueBody(body="WG-16", of="WG", source=FROM))
    small.counts(
        editor,
        HoldMeetings(body="WG-16", meeting="m-1", kind="substantive", first=day(2, 22), last=day(2, 26), source=FROM),
    )
    small.counts(
        editor,
        MakeStatement(
            body="WG-16", statement="s-1", speaker="CHE", occasion="opening", days=(day(2, 22),), source=FROM
        ),
    )
    return small


def get(small: Small, name: str, *arguments: str) -> Any:
    return ask(small.world, name, arguments, None, small.data)


def test_two_sessions_are_one_body(small: Small) -> None:
    (row,) = get(small, "bodies").bodies
    assert (row.body, row.sessions) == ("WG", ("WG", "WG-16"))
    first = home(asked(small.world, small.data))
    assert (first.bodies, first.sessions, first.body) == (1, 2, "WG-16")


def test_a_body_lists_its_sessions_and_each_has_a_page(small: Small) -> None:
    page = get(small, "body", "WG")
    assert [(row.session, row.year, row.documents) for row in page.sessions] == [
        ("WG", 2013, page.documents),
        ("WG-16", 2016, 0),
    ]
    assert (page.sessions[0].first, page.sessions[0].last, page.sessions[0].reported) == (
        day(3, 14), day(5, 24), "A/99/100",
    )  # fmt: skip
    one, two = get(small, "session", "WG"), get(small, "session")
    assert (one.body, one.session_number, one.previous_session, one.following_session) == ("WG", 1, None, "WG-16")
    assert (two.body, two.session_number, two.previous_session, two.following_session) == ("WG-16", 2, "WG", None)
    assert (one.continues, two.continues) == (None, "WG")
    assert two.continued_by.entry == small.world.bodies.tables.continued["WG-16"].entry
    assert (one.statements, two.statements) == (4, 1)


def test_a_body_of_one_session_is_that_session() -> None:
    alone = small_record()
    page = get(alone, "session")
    assert (page.sessions, page.session_number, page.continues) == ((), 1, None)
    assert get(alone, "bodies").bodies[0].sessions == ()


@pytest.mark.parametrize("lang", CODES)
def test_what_a_party_said_leads_to_the_session_in_which_it_said_it(small: Small, lang: str) -> None:
    links = shown(small, lang, "party", "CHE").links
    assert f"/{lang}/-/statement/s-3/WG" in links
    assert f"/{lang}/-/statement/s-1/WG-16" in links
    assert f"/{lang}/-/day/2013-02-22/WG-16" in links
    assert get(small, "statement", "s-1", "WG-16").statement.body == "WG-16"


def test_pages_of_a_session_lead_to_the_same_page_of_the_others(small: Small) -> None:
    assert "/fr/-/statements/WG" in shown(small, "fr", "statements", "WG-16").links
    page = shown(small, "en", "session", "WG-16")
    assert "Session 2 of 2" in page.text
    assert "/en/-/session/WG" in page.links
    assert "/en/-/session/WG-16" in shown(small, "en", "body", "WG").links


def shown(small: Small, lang: str, name: str, *arguments: str) -> Read:
    """A page as a browser has it."""
    from accord.faces.web.rendering import template_of
    from accord.faces.web.where import Where

    w = Written(lang, asked(small.world))
    page = get(small, name, *arguments)
    given: dict[str, Any] = dict.fromkeys(("script_words", "record", "root", "address"), "")
    given |= {"size": small.world.size, "last": None, "complete": True, "exercise": False, "demonstration": False}
    where = Where(rest=f"-/{name}")
    data = render(
        template_of(name), w=w, page=page, sheets=Sheets(w), title=w.title(page), where=where, desks=(), **given
    )
    return Read(data.decode())


def test_an_introduction_and_a_theme_have_pages_of_their_own(small: Small) -> None:
    page = get(small, "introduction", "i-1", "WG")
    assert page.introduction.introducers == ("AUT",)
    assert (page.paper.symbol, page.introduction.inferred) == ("A/AC.99/WP.1", True)
    assert page.meetings == ()
    assert (page.previous_introduction, page.following_introduction) == (None, None)
    theme = get(small, "theme", "theme-1", "WG")
    assert theme.theme.facilitator.name == "Fa Cil"
    for lang in CODES:
        assert f"/{lang}/A/AC.99/WP.1" in shown(small, lang, "introduction", "i-1", "WG").links
        assert f"/{lang}/-/themes/WG" in shown(small, lang, "theme", "theme-1", "WG").links
        assert f"/{lang}/-/theme/theme-1/WG" in shown(small, lang, "themes", "WG").links
        assert f"/{lang}/-/introduction/i-1/WG" in shown(small, lang, "document", "A/AC.99/WP.1").links


def test_neighbours_stand_in_the_order_of_the_source() -> None:
    small = small_record()
    for place, label in ((3, "theme-3"), (2, "theme-2")):
        act = DiscussTheme(body="WG", theme=label, title=text(label), place=place, source=FROM)
        small.counts("EDITOR", act)
    second = IntroducePaper(body="WG", introduction="i-2", introducers=("CHE",), days=(day(5, 15),), source=FROM)
    small.counts("EDITOR", second)
    theme = get(small, "theme", "theme-2")
    assert (theme.previous_theme, theme.following_theme) == (None, "theme-3")
    page = get(small, "introduction", "i-2")
    assert (page.previous_introduction, page.paper) == ("i-1", None)
    assert [period.meeting for period in page.meetings] == ["m-2"]

"""Instruments in the portal: in six languages, for any day, each figure with a way to what it rests on."""

from __future__ import annotations

import re

import pytest

from accord.faces.web.answers import Answer
from accord.faces.web.site import Site
from accord.words.catalogue import say
from accord.words.languages import CODES
from tests.pages.in_folder import site_of
from tests.pages.small_record import small_record
from tests.web.reading import Read

PAGES = (
    "-/instruments",
    "-/instrument/T-1",
    "-/instrument/T-1-P",
    "-/instrument-state/T-1/ST-A",
    "-/entry-into-force",
    "-/entry-into-force/T-1",
    "-/zones",
    "-/party/ST-A",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small record, its treaty among it."""
    return site_of(small_record(), tmp_path_factory.mktemp("law") / "record")


def got(site: Site, address: str, query: str = "") -> str:
    answer = site.answer("GET", address, query)
    assert isinstance(answer, Answer)
    assert answer.status == 200, address
    return answer.body.decode()


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_sound_in_every_language(site: Site, address: str, lang: str) -> None:
    for query in ("", "on=2003-05-14"):
        page = Read(got(site, f"/{lang}/{address}", query))
        assert page.open == page.inline == []
        assert [given.get("href") for given in page.all("a") if given.get("href") == ""] == []


@pytest.mark.parametrize("address", PAGES)
def test_a_day_is_asked_for_without_scripts(site: Site, address: str) -> None:
    html = got(site, f"/en/{address}", "on=2003-05-14")
    assert f'<form class="held-on" method="get" action="/en/{address}">' in html
    assert '<input id="on" name="on" type="date" value="2003-05-14">' in html
    assert say("en", "portal.held.all") in got(site, f"/en/{address}")


def test_the_day_asked_is_kept_by_links_and_shown(site: Site) -> None:
    html = got(site, "/fr/-/instruments", "on=2003-05-14")
    assert 'href="/fr/-/instrument/T-1?on=2003-05-14"' in html
    assert 'href="/fr/-/zones?on=2003-05-14"' in html


def test_a_number_leads_to_the_list_and_a_row_to_its_entry(site: Site) -> None:
    html = got(site, "/en/-/instrument/T-1")
    counts = re.findall(r'<li><a href="(#[a-z]+)"><strong>(\d+)</strong> <span>([^<]+)</span>', html)
    assert [(number, label) for _, number, label in counts] == [("3", "Signed"), ("2", "Bound"), ("0", "In force for")]
    assert {href for href, _, _ in counts} == {"#standings"}
    table = html[html.index('<section class="block" id="standings">') :]
    table = table[: table.index("</section>")]
    assert table.count("<tr>") == 1 + 4
    entries = set(re.findall(r'href="(/en/-/entry/\d+)"', table))
    assert len(entries) == 2
    for entry in entries:
        assert "A/99/100" in got(site, entry)


def test_a_date_that_is_not_recorded_is_said_to_be_so(site: Site) -> None:
    assert "Date not recorded" in got(site, "/en/-/instrument/T-1")
    assert "date not recorded" in got(site, "/en/-/instrument-state/T-1/IRL")


def test_what_does_not_fit_together_stands_on_the_page_with_its_entries(site: Site) -> None:
    for address in ("-/instrument/T-1", "-/instrument-state/T-1/ST-A"):
        html = got(site, f"/en/{address}")
        section = html[html.index('id="conflicts"') :]
        assert "A withdrawal was announced; no depositary shows it" in section
        assert "14 May 2010" in section


def test_the_figure_over_time_says_in_words_what_it_shows(site: Site) -> None:
    html = got(site, "/en/-/instrument/T-1")
    svg = html[html.index('<svg class="over-time"') :]
    told = "From 14 May 2001 to 14 May 2004: in the end 2 had signed and 2 were bound"
    assert told in svg[: svg.index(">")]
    assert told in html[html.index("</svg>", html.index("over-time")) :]


def test_conditions_say_what_is_needed_and_of_whom(site: Site) -> None:
    html = got(site, "/en/-/entry-into-force/T-1")
    assert "2 (needed: 2)" in html
    assert "1 more State is needed" in html
    assert "Egypt" in html


def test_the_twin_of_a_page_is_of_the_same_day(site: Site) -> None:
    page = got(site, "/en/-/instrument/T-1.json", "on=2003-05-14")
    assert '"on":"2003-05-14"' in page
    assert '"consented_count":1' in page
    assert '"consented_count":2' in got(site, "/en/-/instrument/T-1.json", "on=2004-05-14")


def test_an_instrument_is_followed(site: Site) -> None:
    assert "instrument:T-1" in got(site, "/en/-/updates/instrument%3AT-1")
    assert "Treaty on an example zone" in got(site, "/en/-/feed/updates/instrument%3AT-1.atom")

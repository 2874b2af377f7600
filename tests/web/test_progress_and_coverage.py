"""Indicators and coverage in the portal: charts told in words, States counted by standing, the matrix as a file."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest

from accord.faces.web.answers import Answer
from accord.faces.web.site import Site
from accord.faces.web.trendcharts import ROOM
from accord.words.catalogue import say
from accord.words.languages import CODES
from accord.world.progress.listed import INDICATORS
from tests.web.reading import Read

ELEMENTS = tuple(dict.fromkeys(one.element for one in INDICATORS))
FIRST_PAGE = 100_000
"""Bytes."""


def got(site: Site, address: str, query: str = "") -> str:
    answer = site.answer("GET", address, query)
    assert isinstance(answer, Answer)
    assert answer.status == 200, address
    return answer.body.decode()


@pytest.mark.parametrize("element", ELEMENTS)
def test_the_page_of_every_element_is_sound_and_no_longer_than_a_first_page(site: Site, element: str) -> None:
    for lang in ("en", "ar"):
        html = got(site, f"/{lang}/-/indicator/{element}")
        assert len(html.encode()) < FIRST_PAGE
        page = Read(html)
        assert page.open == page.inline == []


@pytest.mark.parametrize("lang", CODES)
def test_every_indicator_stands_on_the_page_of_all_and_says_unknown_where_it_is(site: Site, lang: str) -> None:
    html = got(site, f"/{lang}/-/indicators")
    assert len(html.encode()) < FIRST_PAGE
    text = " ".join(Read(html).text.split())
    for one in INDICATORS:
        assert f"/{lang}/-/indicator/{one.element}" in html
        assert say(lang, f"indicator.{one.indicator}") in text
    assert say(lang, "value-known.unknown") in text


@pytest.mark.parametrize("lang", CODES)
def test_every_chart_says_in_words_what_it_shows(site: Site, lang: str) -> None:
    html = got(site, f"/{lang}/-/indicator/29-b")
    (label,) = re.findall(r'<svg class="series" role="img" aria-label="([^"]+)"', html)
    assert unescape(label) in unescape(html.replace(label, "", 1))
    assert say(lang, "indicator.prohibition-of-use-or-threat") in unescape(label)
    assert "1969" in label


def test_charts_take_no_more_room_than_they_may_and_the_others_are_linked(site: Site) -> None:
    html = got(site, "/en/-/indicator/27-i")
    charts = html[html.index('id="charts"') : html.index('id="rests_on"')]
    drawn = "".join(re.findall(r"<svg.*?</svg>", charts, re.DOTALL))
    assert 0 < len(drawn) <= ROOM
    assert 'href="/en/-/figures/' in charts


def test_the_states_that_a_treaty_waits_for_lead_to_its_conditions(site: Site) -> None:
    html = got(site, "/en/-/indicator/28-c", "on=2018-07-10")
    section = html[html.index('id="awaited"') : html.index('id="charts"')]
    assert "India" in section
    assert "Austria" not in section
    assert 'href="/en/-/entry-into-force/ctbt?on=2018-07-10"' in html


def test_facts_stand_in_the_order_of_the_names_of_states_in_the_language(site: Site) -> None:
    for lang, names in (
        ("en", ("Albania", "Algeria", "Andorra")),
        ("fr", ("Afghanistan", "Afrique du Sud", "Albanie")),
    ):
        html = got(site, f"/{lang}/-/indicator/27-m", "on=2018-07-10")
        found = html[html.index('id="rests_on"') :]
        places = [found.index(f">{name}<") for name in names]
        assert places == sorted(places)


@pytest.mark.parametrize("lang", CODES)
def test_coverage_says_how_many_members_and_observers_it_counts(site: Site, lang: str) -> None:
    text = " ".join(Read(got(site, f"/{lang}/-/coverage")).text.split())
    for label, number in (("un_members", 193), ("un_observers", 2), ("in_neither", 2)):
        assert f"{say(lang, f'field.{label}')}: {number}" in text


def test_the_matrix_is_a_file_too_for_all_and_with_what_would_be_added(site: Site) -> None:
    for path in ("all.csv", "un-members/material-use.csv", "MEX/tpnw.csv"):
        answer = site.answer("GET", f"/en/-/feed/coverage/{path}", "on=2018-07-10")
        assert isinstance(answer, Answer)
        assert (answer.status, answer.kind) == (200, "text/csv; charset=utf-8")
        lines = list(csv.DictReader(io.StringIO(answer.body.decode())))
        assert len(lines) == {"all.csv": 197, "MEX/tpnw.csv": 1}.get(path, 193)
        added = [line for line in lines if "would-add" in {word for cell in line.values() for word in cell.split()}]
        assert bool(added) == (path != "all.csv")
    page = got(site, "/en/-/coverage/un-members/use,material-use", "on=2018-07-10")
    assert 'href="/en/-/feed/coverage/un-members/use%2Cmaterial-use.csv?on=2018-07-10"' in page
    missing = site.answer("GET", "/en/-/feed/coverage/nobody.csv")
    assert isinstance(missing, Answer)
    assert missing.status == 404

"""Commitments and actors in the portal: in six languages, names as their authors', each reply where it belongs."""

from __future__ import annotations

import html
import re

import pytest

from accord.acts.values import Quantity, Stated
from accord.areas.commitments.acts import AttributeDesignation, FigureRow, Origin, RecordFigures, RecordUndertaking
from accord.areas.parties.acts import Reply
from accord.faces.web.answers import Answer
from accord.faces.web.site import Site
from accord.words.catalogue import say
from accord.words.languages import CODES
from tests.pages.in_folder import site_of
from tests.pages.small_commitments import text
from tests.pages.small_record import small_record
from tests.scene import grounds
from tests.web.reading import Read

PAGES = (
    "-/actors",
    "-/actors/zone-members",
    "-/actors/states-in-alliances",
    "-/actors/other",
    "-/calls",
    "-/designations",
    "-/doctrine",
    "-/element/27-c",
    "-/figure/tests/ST-A",
    "-/figures",
    "-/figures/tests",
    "-/party/ST-A",
    "-/review-commitments",
    "-/undertaking/step-5",
    "-/undertaking/u-1",
    "-/undertakings",
)
STEP = RecordUndertaking(
    undertaking="step-5",
    sided="multilateral",
    matter="testing-moratorium",
    title=text("No tests"),
    addressed="zone-members",
    origin=Origin(document="X/CONF.1/50", number=5, point="e"),
    grounds=grounds(),
)
NAMED = AttributeDesignation(party="ST-A", designation="host", author="AUT", grounds=grounds("assessed"))
TESTS = RecordFigures(
    figures=tuple(
        FigureRow(subject="tests", party="ST-A", year=year, figure=Stated(quantity=Quantity(amount="3", unit="tests")))
        for year in (1960, 1961)
    ),
    grounds=grounds("reported"),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small record, a step of a review, what is recorded of a State, and its replies to that and to a status."""
    small = small_record()
    small.counts("EDITOR", STEP)
    for entry, reply in (
        (small.counts("EDITOR", NAMED), "We host none."),
        (small.counts("EDITOR", TESTS), "Not our numbers."),
        (small.world.instruments.deeds("T-1", "ST-A")[0].entry, "On another day."),
    ):
        small.counts("ST-A", Reply(to=entry, text=text(reply)))
    return site_of(small, tmp_path_factory.mktemp("commitments") / "record")


def got(site: Site, address: str) -> str:
    answer = site.answer("GET", address)
    assert isinstance(answer, Answer)
    assert answer.status == 200, address
    return answer.body.decode()


def section(page: str, name: str) -> str:
    """What stands under the heading of this name, to the next one."""
    return re.split(r"<h[23]", page.partition(f'id="{name}"')[2].partition("</h")[2])[0]


def words(part: str) -> str:
    """The words of a part of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", part)).split())


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_sound_in_every_language(site: Site, address: str, lang: str) -> None:
    page = Read(got(site, f"/{lang}/{address}"))
    assert page.open == page.inline == []
    assert [given.get("href") for given in page.all("a") if given.get("href") == ""] == []


def test_a_name_is_its_authors_and_the_reply_stands_beside_it(site: Site) -> None:
    for address in ("-/party/ST-A", "-/actors/states-in-alliances"):
        name = "commitments.designations" if "party" in address else "designations"
        beside = words(section(got(site, f"/en/{address}"), name))
        assert "Austria" in beside, address
        assert "We host none." in beside, address


def test_a_reply_to_many_figures_stands_once_and_so_does_their_source(site: Site) -> None:
    for address, name in (("-/party/ST-A", "commitments.figures"), ("-/figure/tests/ST-A", "figures")):
        told = section(got(site, f"/en/{address}"), name)
        assert told.count("Not our numbers.") == 1, address
        assert told.count('class="ref"') == 1, address
    series = words(section(got(site, "/zh/-/figure/tests/ST-A"), "figures"))
    assert series.index("1960年") < series.index("1961年")
    assert "1月1日" not in series


def test_a_reply_to_a_status_stands_beside_the_instrument(site: Site) -> None:
    assert "On another day." in words(section(got(site, "/en/-/party/ST-A"), "law"))


def test_the_page_of_a_state_leads_to_its_sections(site: Site) -> None:
    page = Read(got(site, "/en/-/party/ST-A"))
    leads = {given["href"] for given in page.all("a") if given.get("href", "").startswith("#")}
    assert {"#said_itself", "#actor_roles", "#law", "#commitments"} <= leads
    assert leads <= {f"#{given['id']}" for name in ("section", "main") for given in page.all(name) if "id" in given}


def test_an_action_of_a_review_is_cited_where_it_is_called_for(site: Site) -> None:
    for address in ("-/element/27-c", "-/actors/zone-members"):
        shown = words(got(site, f"/en/{address}"))
        assert "X/CONF.1/50" in shown, address
        assert "action 5 (e)" in shown, address
        assert say("en", "actor.zone-members") in shown, address

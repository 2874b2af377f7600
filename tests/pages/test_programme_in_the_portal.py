"""Elements and approaches in the portal: in six languages, with a line of time only where there is time to draw."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from accord.acts.values import Source, Text
from accord.areas.programme.acts import DeclareSupport, Lasts, MapApproach, Mapped, Step, TableApproach
from accord.areas.programme.timing import TimeRow
from accord.faces.web.answers import Answer
from accord.faces.web.site import Site
from accord.faces.web.timelines import bars
from accord.words.catalogue import say
from accord.words.languages import CODES
from tests.pages.in_folder import site_of
from tests.pages.small_programme import text
from tests.pages.small_record import small_record
from tests.scene import grounds
from tests.web.reading import Read

PAGES = (
    "-/elements",
    "-/elements/undertaken/unilateral/AUT",
    "-/element/27-c",
    "-/element/27-c-law",
    "-/approaches",
    "-/approach/steps",
    "-/approach/units",
    "-/approach/free",
    "-/approach/round",
    "-/compare",
    "-/compare/steps,units/AUT",
    "-/support",
    "-/support/element/27-c",
    "-/proposal/p-1/WG",
)
FROM = Source(document="A/AC.99/WP.1", place="para-1")


def step(name: str, *after: str, **more: Any) -> Step:
    return Step(step=name, name=text(f"Step {name}"), after=after, **more)


def approach(label: str, dates: Any, *steps: Step) -> TableApproach:
    return TableApproach(
        approach=label,
        name=text(f"Approach {label}"),
        orders="yes" if steps else "no",
        conditions="no",
        dates=dates,
        steps=steps,
        source=FROM,
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small record and three approaches more: by durations, without dates, going round."""
    small = small_record()
    for act in (
        approach(
            "units",
            "yes",
            step("a", lasts=Lasts(amount=3, unit="months")),
            step("b", "a", lasts=Lasts(amount=2, unit="years")),
        ),
        approach("free", "no"),
        approach("round", "yes", step("a", "b"), step("b", "a")),
        MapApproach(approach="units", author="AUT", elements=(Mapped(element="28-a", step="b"),), source=FROM),
        DeclareSupport(party="ST-A", approach="units", grounds=grounds("transcribed")),
    ):
        small.counts("EDITOR", act)
    return site_of(small, tmp_path_factory.mktemp("programme") / "record")


def got(site: Site, address: str, query: str = "") -> str:
    answer = site.answer("GET", address, query)
    assert isinstance(answer, Answer)
    assert answer.status == 200, address
    return answer.body.decode()


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_sound_in_every_language(site: Site, address: str, lang: str) -> None:
    page = Read(got(site, f"/{lang}/{address}"))
    assert page.open == page.inline == []
    assert [given.get("href") for given in page.all("a") if given.get("href") == ""] == []


def test_only_an_approach_that_dates_has_a_line_of_time(site: Site) -> None:
    drawn = {name: '<svg class="timeline"' in got(site, f"/en/-/approach/{name}") for name in ("steps", "units")}
    drawn |= {name: '<svg class="timeline"' in got(site, f"/en/-/approach/{name}") for name in ("free", "round")}
    assert drawn == {"steps": True, "units": True, "free": False, "round": False}
    assert say("en", "path-state.not-part") in got(site, "/en/-/approach/free")
    assert say("en", "path-state.goes-round") in got(site, "/en/-/approach/round")


@pytest.mark.parametrize("lang", CODES)
def test_the_line_of_time_is_told_in_words_and_its_data_stand_beside_it(site: Site, lang: str) -> None:
    html = got(site, f"/{lang}/-/approach/steps")
    (label,) = re.findall(r'<svg class="timeline" role="img" aria-label="([^"]+)"', html)
    assert "Begin" in label
    assert "2030" in label
    assert say(lang, "field.deadline") in label
    assert 'data-table="timeline"' in html


def test_bars_run_along_days_or_along_units() -> None:
    title = Text(original="en", said={"en": "a"})
    row = TimeRow(step="a", title=title, begins=None, ends=None, deadline=None, starts_after=3, lasting=24)
    assert bars((row,)) == ((3, 27, None),)
    day = date(2030, 1, 1)
    dated = TimeRow(step="a", title=title, begins=day, ends=day, deadline=day, starts_after=3, lasting=24)
    assert bars((dated,)) == ((day.toordinal(),) * 3,)
    assert bars((dated, row))[1] == (None, None, None), "what has no day has no place on a line of days"


def test_conflicts_are_named_by_their_steps(site: Site) -> None:
    html = Read(got(site, "/en/-/compare")).text
    assert say("en", "conflict.goes-round") in html
    assert say("en", "conflict.prerequisite-later") in html


def test_a_reservation_stands_beside_the_support_and_silence_is_told(site: Site) -> None:
    text_of = Read(got(site, "/en/-/support/element/27-c")).text
    assert "Not yet." in text_of
    assert say("en", "silence.no-position") in text_of
    assert "Approach units" in Read(got(site, "/en/-/party/ST-A")).text


def test_a_proposal_leads_to_its_element_and_the_element_to_the_proposal(site: Site) -> None:
    assert 'href="/en/-/element/27-c"' in got(site, "/en/-/proposal/p-1/WG")
    assert 'href="/en/-/proposal/p-1/WG"' in got(site, "/en/-/element/27-c")


@pytest.mark.parametrize(
    "address",
    ["-/element/9-z", "-/approach/none", "-/compare/none", "-/elements/colour/red", "-/support/element/9-z"],
)
def test_what_is_not_there_is_said_to_be_missing(site: Site, address: str) -> None:
    for lang in CODES:
        answer = site.answer("GET", f"/{lang}/{address}")
        assert isinstance(answer, Answer)
        assert answer.status == 404

"""The desk of outlooks: everything in the address, nothing kept, bounded work, what is wrong said in words."""

from __future__ import annotations

import html
import json
import re
import time
from urllib.parse import urlencode

import pytest

from accord.analysis.outlook.study import Spread, State, Study, exactly
from accord.faces.web.analysis.outlook import computed
from accord.faces.web.analysis.studied import LONGEST, MOST, STEPS, WORK, Asked, packed, steps
from accord.faces.web.answers import Answer
from accord.faces.web.site import Site
from accord.papers.outlookexample import EXAMPLE, TITLE
from accord.papers.outlooks import write_study
from accord.words.catalogue import say
from accord.words.languages import CODES
from tests.acting.desk import done

HERE = {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"}
LARGE = Study(
    2031, 30, tuple(State(f"State {n}", Spread(100 + n, 300 + n), Spread(n + 1, n + 17.5)) for n in range(40))
)


def asked(site: Site, query: str = "", lang: str = "en", twin: str = "") -> Answer:
    return done(site.answer("GET", f"/{lang}/-/outlook{twin}", query))


def posted(site: Site, study: bytes, **fields: str) -> Answer:
    body = urlencode({"study": study, **fields}).encode()
    found = site.answer("POST", "/en/-/outlook", "", HERE, body)
    assert isinstance(found, Answer)
    return found


def words(answer: Answer) -> str:
    return html.unescape(answer.body.decode())


@pytest.mark.parametrize("lang", CODES)
def test_the_page_is_an_exercise_states_its_assumptions_and_is_small(site: Site, lang: str) -> None:
    answer = asked(site, lang=lang)
    assert answer.status == 200
    assert say(lang, "outlook.exercise") in words(answer)
    assert words(answer).count("560\u00a0…\u00a0600\u00a0…\u00a0680") == 3, "on each figure"
    assert len(answer.body) < 100_000
    assert answer.body.count(b"<svg") == 3


def test_the_form_sends_the_assumptions_and_the_address_gives_the_same_answer_again(site: Site) -> None:
    page = words(asked(site, "runs=300&seed=4&Arcadia%2Fitems=700+720"))
    form = page[page.index('id="change"') :]
    sent = dict(re.findall(r'<input name="([^"]+)" value="([^"]*)"', form[: form.index("</form>")]))
    assert sent["Arcadia/items"] == "700 720"
    assert (sent["runs"], sent["seed"], len(sent)) == ("300", "4", 2 + len(EXAMPLE.parameters()))
    query = urlencode(sent | {"study": re.findall(r'name="study" value="([^"]*)"', form)[0]})
    again = asked(site, query, twin=".json")
    assert json.loads(again.body)["study"]["states"][0]["items"] == [700, 720]
    assert again.body == asked(site, "runs=300&seed=4&Arcadia%2Fitems=700+720", twin=".json").body


def test_a_study_that_is_posted_leads_to_an_address_that_holds_it(site: Site) -> None:
    study = EXAMPLE._replace(first_year=2041, deadlines=(), approach=None)
    answer = posted(site, write_study("A <b>mine</b>", study), runs="70", seed="9")
    assert answer.status == 303
    address = dict(answer.headers)["Location"]
    assert len(address) < 2000
    found = json.loads(asked(site, address.partition("?")[2], twin=".json").body)
    assert (found["study"]["title"], found["years"][0], found["runs"], found["seed"]) == ("A <b>mine</b>", 2040, 70, 9)
    page = asked(site, address.partition("?")[2])
    assert b"<b>mine" not in page.body
    assert posted(site, write_study(TITLE, EXAMPLE), runs="7", seed="1").headers == (
        ("Location", "/en/-/outlook?runs=7&seed=1"),
    )


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("runs=many", "many"),
        ("runs=0", "Runs: 0"),
        ("runs=10001", "10000"),
        ("seed=-1", "Seed: -1"),
        ("Arcadia%2Fitems=5+3", "Arcadia/items"),
        ("Arcadia%2Fitems=nan", "nan"),
        ("Arcadia%2Fitems=1e999", "Arcadia/items"),
        ("Arcadia%2Fitems=", "Arcadia/items"),
        ("Arcadia%2Fitems=<script>", "<script>"),
        ("study=AAAA", "no whole study"),
        ("study=%C3%A9", "no whole study"),
    ],
)
def test_what_cannot_be_computed_is_said_and_nothing_else(site: Site, query: str, told: str) -> None:
    answer = asked(site, query)
    assert answer.status == 422
    assert told in words(answer)
    assert b"<script>" not in answer.body
    assert asked(site, query, twin=".json").status == 400


@pytest.mark.parametrize(
    ("study", "told"),
    [
        (b"", "not JSON"),
        (b"{}", "the field format is missing"),
        (b"[" * 11_000, "array is given"),
        (write_study("Switzerland", EXAMPLE).replace(b"Arcadia", b"Switzerland"), "names a State that exists"),
        (write_study(TITLE, LARGE._replace(years=200)), "too large for the portal"),
        (b" " * 20_000, "too large for the portal"),
    ],
)
def test_a_study_that_is_none_comes_back_with_what_is_wrong(site: Site, study: bytes, told: str) -> None:
    answer = posted(site, study)
    assert answer.status == 422
    assert told in words(answer)


def test_other_ways_of_asking_are_refused(site: Site) -> None:
    assert site.answer("POST", "/en/-/outlook", "", {}, b"study=1").status == 403  # type: ignore[union-attr]
    assert site.answer("PUT", "/en/-/outlook").status == 405  # type: ignore[union-attr]
    assert site.answer("POST", "/en/-/outlook.json").status == 405  # type: ignore[union-attr]
    assert site.answer("GET", "/en/-/outlook/x").status == 404  # type: ignore[union-attr]
    large = site.answer("POST", "/en/-/outlook", "", HERE, b"x" * 70_000)
    assert large.status == 413  # type: ignore[union-attr]


def test_the_most_that_is_computed_here_takes_less_than_a_second() -> None:
    gated = tuple(State(f"S{n}", Spread(100, 300), Spread(1, 17)) for n in range(9))
    study = Study(2031, 40, gated)
    most = min(MOST, WORK // steps(study))
    assert most == MOST
    begun = time.process_time()
    computed(Asked("Most", study, most, 1))
    assert time.process_time() - begun < 1
    many = Study(2031, 30, tuple(State(f"S{n}", exactly(9), Spread(1, 2)) for n in range(50)))
    assert steps(many) <= STEPS
    assert WORK // steps(many) < MOST


def test_a_larger_study_is_computed_beside_and_its_form_is_left_out(site: Site) -> None:
    assert len(packed("Large", LARGE)) < LONGEST
    query = urlencode({"study": packed("Large", LARGE), "runs": 1000})
    page = asked(site, query)
    assert page.status == 200
    assert b'id="change"' not in page.body
    assert b'id="another"' in page.body
    assert page.body.count(b"<svg") == 2, "a strip of 1,200 cells is left to the command line"

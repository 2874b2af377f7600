"""The desk of samples: every question with its example in every language, wrong input as a sentence, and as JSON."""

from __future__ import annotations

import json

import pytest
from litestar.testing import TestClient

from accord.faces.calculators.questions import QUESTIONS
from accord.words.languages import CODES


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("question", list(QUESTIONS))
def test_every_question_is_answered_with_its_example(portal: TestClient, question: str, lang: str) -> None:
    answer = portal.get(f"/{lang}/-/sampling/{question}")
    assert answer.status_code == 200
    assert 'id="result"' in answer.text
    assert len(answer.content) < 100_000
    assert portal.get(f"/{lang}/-/sampling").text.count(f"/-/sampling/{question}") >= 1


def test_what_is_given_stands_in_the_address_and_answers_machines(portal: TestClient) -> None:
    given = "items=100&defects=5&nondetection=0.05"
    found = portal.get(f"/en/-/sampling/plan.json?{given}").json()
    assert (found["n"], found["iaea_n"]) == (45, 46)
    page = portal.get(f"/en/-/sampling/plan?{given}").text
    assert "--items 100 --defects 5 --nondetection 0.05" in page
    assert 'href="/fr/-/sampling/plan?items=100&amp;defects=5&amp;nondetection=0.05"' in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("plan?items=3&defects=5&nondetection=0.05", "5 defects are out of range"),
        ("plan?items=5001&defects=5&nondetection=0.05", "at most 5000 here"),
        ("plan?items=%3Cb%3E&defects=5&nondetection=0.05", "&lt;b&gt; cannot be read as a whole number"),
        ("strata?strata=name%2Citems%2Cmass%0AA%2C9999%2C1&quantity=1&nondetection=0.1", "at most 2000 here"),
    ],
)
def test_what_cannot_be_computed_is_a_sentence(portal: TestClient, asked: str, said: str) -> None:
    page = portal.get(f"/en/-/sampling/{asked}")
    assert page.status_code == 400
    assert said in page.text
    assert 'id="result"' not in page.text
    twin = portal.get("/en/-/sampling/" + asked.replace("?", ".json?"))
    assert twin.status_code == 400
    assert json.loads(twin.text)["detail"]


@pytest.mark.parametrize("path", ["sampling.json", "sampling/nothing", "sampling/plan/more", "sampling/nothing.json"])
def test_there_are_no_other_questions(portal: TestClient, path: str) -> None:
    assert portal.get(f"/en/-/{path}").status_code == 404

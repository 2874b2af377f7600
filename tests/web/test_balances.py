"""The desk of balances: an address that can be quoted, a table that is not kept, and what cannot be computed."""

from __future__ import annotations

import json
import re

import pytest
from litestar.testing import TestClient

from accord.papers.balances import example
from accord.words.languages import CODES
from tests.faces.running import accord

ADDRESS = "/en/-/balance"
SAME = {"Sec-Fetch-Site": "same-origin"}
FIGURE = re.compile(r'<svg [^>]*class="plot".*?</svg>', re.DOTALL)
VISIBLE = re.compile(r">[^<]*(?:calculator|unfit|portal)\.[a-z-]+[^<]*<")


@pytest.mark.parametrize("lang", CODES)
def test_the_example_is_told_in_words_figures_and_tables(portal: TestClient, lang: str) -> None:
    answer = portal.get(f"/{lang}/-/balance")
    assert answer.status_code == 200
    assert len(answer.content) < 100_000
    page = answer.text
    assert len(FIGURE.findall(page)) == 4
    assert page.count("<table>") == 2
    assert not VISIBLE.search(page)
    assert "0.381573" in page


def test_what_is_asked_stands_in_the_address_and_on_the_figures(portal: TestClient) -> None:
    asked = "false_alarm=0.01&loss_abrupt=1@3&simulate=500&seed=4"
    page = portal.get(f"{ADDRESS}?{asked}").text
    assert 'name="false_alarm" value="0.01"' in page
    assert "accord balance plant.csv --false-alarm 0.01 --loss-abrupt 1@3 --simulate 500 --seed 4" in page
    assert all("0.01" in figure for figure in FIGURE.findall(page))
    twin = portal.get(f"/en/-/balance.json?{asked}").json()
    assert (twin["false_alarm"], twin["loss"], twin["simulated"]["seed"]) == ("1/100", {"kg": "1", "balance": 3}, 4)


def test_portal_and_command_line_give_the_same_numbers(portal: TestClient) -> None:
    ran = accord("balance", "-", "--k", "0.4", "--loss-protracted", "1", "--json", stdin=example())
    assert portal.get("/en/-/balance.json?k=0.4&loss_protracted=1").json() == ran.json


def test_an_address_is_answered_from_what_the_reader_has(portal: TestClient) -> None:
    first = portal.get(ADDRESS)
    assert portal.get(ADDRESS, headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    assert portal.get(f"{ADDRESS}?k=0.4").headers["etag"] != first.headers["etag"]


OWN = b"kind,name,at,mass_g,random_percent,systematic_percent\n" + b"".join(
    b"inventory,<b>vault</b>,%d,%d,1,0\n" % (n, 1000 - n) for n in range(3)
)


def test_a_table_is_pasted_or_sent_and_its_answer_is_not_kept(portal: TestClient) -> None:
    pasted = portal.post(ADDRESS, data={"table": OWN.decode(), "k": "0.4"}, headers=SAME)
    sent = portal.post(ADDRESS, data={"k": "0.4"}, files={"file": ("t.csv", OWN)}, headers=SAME)
    for answer in (pasted, sent):
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
        assert "2 g are unaccounted for" in answer.text
        assert "<b>vault" not in answer.text


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (OWN.replace(b",1000,", b",-1,"), "Line 2: measured mass"),
        (OWN.replace(b",0,1000", b",2026-01-01,1000"), "Line 3: The time 1"),
        (b"", "The table has no lines."),
        (b"<script>alert(1)</script>", "The column &lt;script&gt;"),
        (OWN + b"".join(b"inventory,<b>vault</b>,%d,1,1,0\n" % n for n in range(3, 70)), "69 balances are too many"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_and_what_was_typed_stays(
    portal: TestClient, table: bytes, said: str
) -> None:
    answer = portal.post(ADDRESS, data={"table": table.decode()}, headers=SAME)
    assert answer.status_code == 422
    assert said in re.sub(r"</?(?:bdi|span|mark)[^>]*>", "", answer.text)
    assert "<b>vault" not in answer.text
    assert "<script>alert" not in answer.text
    assert "<svg" not in answer.text


def test_a_table_that_is_too_large_or_comes_from_elsewhere_is_refused(portal: TestClient) -> None:
    assert portal.post(ADDRESS, data={"table": "x" * 250_000}, headers=SAME).status_code == 422
    assert portal.post(ADDRESS, data={"table": "x" * 450_000}, headers=SAME).status_code == 413
    assert portal.post(ADDRESS, data={"table": "x"}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert portal.post(ADDRESS, content=b"{}", headers=SAME | {"Content-Type": "application/json"}).status_code == 400


@pytest.mark.parametrize(
    "query", ["false_alarm=2", "k=nan", "simulate=20001", "simulate=1", "loss_abrupt=1", "loss_abrupt=1@99", "seed=-1"]
)
def test_what_cannot_be_asked_is_said_in_both_forms(portal: TestClient, query: str) -> None:
    assert portal.get(f"{ADDRESS}?{query}").status_code == 422
    twin = portal.get(f"/fr/-/balance.json?{query}")
    assert (twin.status_code, twin.headers["content-type"]) == (400, "application/problem+json")
    assert json.loads(twin.content)["detail"]


def test_other_methods_and_addresses_below_are_none(portal: TestClient) -> None:
    assert portal.put(ADDRESS).headers["allow"] == "GET, HEAD, POST"
    assert portal.post("/en/-/balance.json", headers=SAME).headers["allow"] == "GET, HEAD"
    assert portal.get(f"{ADDRESS}/more").status_code == 404
    assert portal.head(ADDRESS).status_code == 200

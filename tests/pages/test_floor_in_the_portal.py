"""The floor and the rules in the portal: in six languages, whatever is pending, each fact of the page in its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from accord.areas.bodies.acts import EstablishBody
from accord.areas.procedure.acts import (
    BeginVoting,
    MakeRuling,
    MoveMotion,
    OpenDebate,
    OpenFloor,
    PutQuestion,
    RaisePoint,
)
from accord.faces.web.answers import Answer
from accord.faces.web.site import Site
from accord.keys.signers import signer_from_seed
from accord.keys.vkey import COSIGNATURE_MLDSA44, ED25519
from accord.log.policy import Party
from accord.log.record import new_record
from accord.main import Machine
from accord.nodes.folder import own_policy, write_policy
from accord.nodes.writer import Writer
from accord.words.catalogue import say
from accord.words.languages import CODES
from tests.pages.small_record import FROM, ORIGIN, small_record, text
from tests.web.reading import Read

AT: dict[str, Any] = {"body": "WG-16", "source": FROM}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small record with a second body, which has no rules on record: an appeal is voted, a point of order waits."""
    small = small_record()
    for act in (
        EstablishBody(body="WG-16", name=text("Working Group"), resolution="A/RES/70/33", source=FROM),
        OpenFloor(number=1, **AT),
        PutQuestion(number=1, question="L.1", kind="report", sponsors=("AUT",), **AT),
        RaisePoint(number=1, party="CHE", **AT),
        MakeRuling(number=1, upheld=False, **AT),
        MoveMotion(number=1, motion="m-1", kind="appeal", mover="CHE", **AT),
        BeginVoting(number=1, question="m-1", **AT),
        RaisePoint(number=1, party="IRL", **AT),
        OpenDebate(number=1, item="2", **AT),
    ):
        small.counts("EDITOR", act)
    folder: Path = tmp_path_factory.mktemp("floor") / "record"
    logs = [signer_from_seed(ORIGIN, kind, b"\x05" * 32) for kind in (ED25519, COSIGNATURE_MLDSA44)]
    new_record(folder, ORIGIN, logs, lambda: 1)
    write_policy(folder, own_policy(tuple(Party(log.vkey) for log in logs)))
    with Writer(folder, logs) as writer:
        writer.submit([data[data.index(b'"envelope":') + len(b'"envelope":') : -1] for data in small.entries])
    return Site(Machine().open_copy(folder))


def got(site: Site, address: str) -> str:
    answer = site.answer("GET", address)
    assert isinstance(answer, Answer)
    assert answer.status == 200, address
    return answer.body.decode()


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("address", ["-/floor/WG/9", "-/floor/WG-16/1", "-/rules/WG", "-/rules/WG-16"])
def test_the_pages_of_procedure_are_read_in_every_language(site: Site, lang: str, address: str) -> None:
    page = Read(got(site, f"/{lang}/{address}"))
    assert page.inline == []
    assert page.open == []


@pytest.mark.parametrize("lang", CODES)
def test_the_floor_says_the_rule_in_the_language_of_the_reader(site: Site, lang: str) -> None:
    page = got(site, f"/{lang}/-/floor/WG/9")
    for code in ("rule-topic.close-debate", "breach.spoke-already", "turn-reason.adds", "meeting-step.speak-in-favour"):
        assert say(lang, code) in page, code


def test_a_floor_without_rules_says_so_and_tells_what_is_pending(site: Site) -> None:
    page = got(site, "/en/-/floor/WG-16/1")
    assert say("en", "view.rules.none") in page
    assert say("en", "tie.ruling-stands") in page
    assert say("en", "field.point_of_order") in page


def test_the_rules_lead_to_the_floors(site: Site) -> None:
    assert 'href="/en/-/floor/WG/9"' in got(site, "/en/-/rules/WG")


@pytest.mark.parametrize("address", ["-/floor/WG/8", "-/floor/WG/%00", "-/floor/nobody/9", "-/floor/WG"])
def test_a_floor_that_is_not_there_is_a_page_that_says_so(site: Site, address: str) -> None:
    answer = site.answer("GET", f"/en/{address}")
    assert isinstance(answer, Answer)
    assert answer.status == 404

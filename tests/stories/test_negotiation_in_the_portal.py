"""The pages of an exercise in the portal: in six languages, with the mark, and the figure in words."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from accord.areas.negotiation.acts import ProposeAmendment
from accord.areas.negotiation.changes import DeleteUnit
from accord.client.say import sign
from accord.faces.cli.exercise_folder import key_file, record_of
from accord.faces.web.answers import Answer
from accord.faces.web.site import Site
from accord.keys.files import read_key
from accord.main import Machine
from accord.stories.negotiation.scenario import DRAFT, LANGUAGES, ORIGIN, SESSIONS
from accord.words.catalogue import say
from tests.faces.running import accord


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An exercise at its third meeting, with an amendment of the player's own."""
    folder = Path(tmp_path_factory.mktemp("exercise") / "drill")
    assert accord("exercise", "new", folder, "--role", "ST-FENNOR", "--seed", 3).status == 0
    ran = accord("exercise", "run", folder, "--json")
    while ran.json["meeting"] != SESSIONS[2].number:
        ran = accord("exercise", "run", folder, "--pass", "--json")
    machine, record = Machine(), record_of(folder)
    row = machine.open_copy(record).world.negotiation.tables.units[DRAFT]["para-8"]
    change = DeleteUnit(unit="para-8", base=row.current.hash)
    asked = ProposeAmendment(draft=DRAFT, amendment="own-1", changes=(change,), sponsors=("ST-FENNOR",))
    with machine.writer(record) as writer:
        signer = read_key(key_file(folder, "ST-FENNOR"))
        (receipt,) = writer.submit([sign(asked, "ST-FENNOR", ORIGIN, 1, [signer])])
        assert receipt.counts
    accord("exercise", "run", folder, "--pass")
    return Site(machine.open_copy(record))


def html(site: Site, path: str) -> str:
    answer = site.answer("GET", path)
    assert isinstance(answer, Answer)
    assert answer.status == 200, path
    return unescape(answer.body.decode())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_it_stands_and_the_debriefing_are_told_in_every_language_and_marked(played: Site, lang: str) -> None:
    for page in ("exercise", "debriefing"):
        found = html(played, f"/{lang}/-/{page}")
        assert say(lang, "page.exercise") in found
        assert say(lang, "negotiation-state.under-way") in found
        assert say(lang, f"page.{page}.title") in found


def test_the_chart_is_told_in_words_column_by_column(played: Site) -> None:
    found = html(played, "/en/-/debriefing")
    page = played.ask("debriefing")
    for row in page.stages:  # type: ignore[attr-defined]
        assert f"<title>Stage {row.stage}: Brackets that stand {row.in_brackets}</title>" in found
    assert "The draft had 4 brackets as tabled" in found


def test_an_amendment_said_beside_the_menu_is_put_and_decided_by_the_partners(played: Site) -> None:
    row = played.copy.world.negotiation.tables.amendments[DRAFT]["own-1"]
    assert row.merged is not None


def test_a_party_that_is_not_there_is_not_found(played: Site) -> None:
    for path in ("/en/-/exercise/%3Cb%3E", "/en/-/debriefing/XN%2FAC.9%2FL.77"):
        answer = played.answer("GET", path)
        assert isinstance(answer, Answer)
        assert answer.status == 404
        assert b"<b>" not in answer.body

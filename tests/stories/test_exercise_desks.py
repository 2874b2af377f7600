"""The desks of an exercise in the portal: the room for everybody, a seat by its code, the briefs measured."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest

from accord.faces.cli.exercise_folder import FACILITATOR, codes_of, record_of
from accord.faces.web.acting.fences import LARGEST_BODY
from accord.faces.web.answers import Answer
from accord.faces.web.desks import DESKS
from accord.faces.web.exercise.scored import desk as scored
from accord.faces.web.exercise.seating import Seating
from accord.faces.web.site import Site
from accord.main import Machine
from accord.nodes.exercise import classroom, new_code
from accord.nodes.handing import Handing
from accord.stories.negotiation.classroom import Classroom
from accord.stories.negotiation.scenario import LANGUAGES, ROLES, STATES
from accord.stories.negotiation.telling import role_name
from accord.words.catalogue import say
from tests.acting.desk import done
from tests.faces.running import accord

SEAT = "ST-AVELA"
FORM = {"content-type": "application/x-www-form-urlencoded"}


class Desks:
    """A class with its portal, asked as a browser asks."""

    def __init__(self, folder: Path) -> None:
        assert accord("exercise", "new", folder, "--seed", 5).status == 0
        record = record_of(folder)
        self.codes = codes_of(folder, new_code)
        self.room: Classroom = classroom(folder, self.codes, Handing(record), 60.0)
        self.ended = False
        seating = Seating(self.room, self.codes, lambda: 0.0)
        desks = {**DESKS, **seating.desks(), "score": scored(lambda: self.ended)}
        self.site = Site(Machine().open_copy(record), desks=desks)

    def asks(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
        return done(self.site.answer(method, path, "", headers or {}, body))

    def gets(self, path: str) -> Answer:
        return self.asks("GET", path)

    def shows(self, path: str) -> str:
        answer = self.gets(path)
        assert answer.status == 200, path
        return unescape(answer.body.decode())

    def posts(self, path: str, **fields: str) -> Answer:
        return self.asks("POST", path, urlencode(fields).encode(), FORM)

    def presides(self, **fields: str) -> Answer:
        return self.posts(f"/en/-/seat/{self.codes[FACILITATOR]}", **fields)

    def seat(self, lang: str = "en") -> str:
        return f"/{lang}/-/seat/{self.codes[SEAT]}"


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Desks:
    """A class that has not begun."""
    return Desks(Path(tmp_path_factory.mktemp("desks") / "class"))


@pytest.fixture
def begun(tmp_path: Path) -> Desks:
    """A class that has begun, with nobody but the player of one seat."""
    found = Desks(tmp_path / "class")
    assert found.presides(do="go-on").status == 303
    return found


# --------------------------------------------------------------------------------- the room


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_room_shows_who_sits_where_in_every_language_and_no_code(desks: Desks, lang: Any) -> None:
    shown = desks.shows(f"/{lang}/-/room")
    assert say(lang, "page.exercise") in shown
    assert say(lang, "exercise.room") in shown
    for role in STATES:
        assert role_name(role, lang) in shown
    assert not any(code in shown for code in desks.codes.values())


def test_the_room_tells_programs_when_it_changed(begun: Desks) -> None:
    before = msgspec.json.decode(begun.gets("/en/-/room.json").body)["stamp"]
    assert msgspec.json.decode(begun.gets("/en/-/room.json").body)["stamp"] == before
    turn = begun.room.look(SEAT, "en").turn
    assert turn is not None
    assert begun.posts(begun.seat(), do="take", moment=turn.key, number="1").status == 303
    assert msgspec.json.decode(begun.gets("/en/-/room.json").body)["stamp"] != before


def test_in_the_room_nothing_is_done(desks: Desks) -> None:
    assert desks.gets("/en/-/room/x").status == 404
    assert desks.posts("/en/-/room", do="go-on").status == 405
    assert desks.room.look(None, "en").state == "paused"


# --------------------------------------------------------------------------------- a seat


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_seat_shows_its_brief_in_every_language_and_no_other_code(desks: Desks, lang: Any) -> None:
    shown = desks.shows(desks.seat(lang))
    assert role_name(SEAT, lang) in shown
    assert say(lang, "page.exercise") in shown
    assert not any(code in shown for role, code in desks.codes.items() if role != SEAT)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_a_seat(desks: Desks, role: Any) -> None:
    assert role_name(role, "en") in desks.shows(f"/en/-/seat/{desks.codes[role]}")


def test_what_is_taken_from_a_seat_is_in_the_record_and_on_the_page_at_once(begun: Desks) -> None:
    size, turn = begun.room.table.size, begun.room.look(SEAT, "en").turn
    assert turn is not None
    answer = begun.posts(begun.seat(), do="take", moment=turn.key, number="1")
    assert (answer.status, dict(answer.headers)["Location"]) == (303, begun.seat())
    assert begun.room.table.size > size
    begun.shows(begun.seat())
    assert begun.site.copy.size == begun.room.table.size


def test_a_moment_that_is_gone_is_refused_in_words(begun: Desks) -> None:
    turn = begun.room.look(SEAT, "fr").turn
    assert turn is not None
    begun.posts(begun.seat("fr"), do="take", moment=turn.key, number="1")
    size = begun.room.table.size
    answer = begun.posts(begun.seat("fr"), do="take", moment=turn.key, number="1")
    assert answer.status == 409
    assert say("fr", "exercise.moment-gone") in unescape(answer.body.decode())
    assert begun.room.table.size == size


@pytest.mark.parametrize(
    "fields",
    [
        {"do": "dance"},
        {},
        {"do": "take", "number": "-1"},
        {"do": "take", "number": "9" * 400},
        {"do": "point-out", "entry": "x"},
        {"do": "register"},
    ],
)
def test_what_is_no_wish_is_refused(begun: Desks, fields: dict[str, str]) -> None:
    size = begun.room.table.size
    assert begun.posts(begun.seat(), **fields).status == 400
    assert begun.room.table.size == size


def test_a_body_that_is_no_form_or_too_large_is_refused(desks: Desks) -> None:
    assert desks.asks("POST", desks.seat(), b"\xff\xfe", FORM).status == 400
    assert desks.asks("POST", desks.seat(), b"{}", {"content-type": "text/plain"}).status == 400
    assert desks.asks("POST", f"{desks.seat()}.json", b"[" * 50_000).status == 400
    assert desks.asks("POST", desks.seat(), b"x" * (LARGEST_BODY + 1), FORM).status == 413
    assert desks.asks("PUT", desks.seat(), b"").status == 405


def test_a_wrong_code_opens_nothing_and_guessing_ends(tmp_path: Path) -> None:
    found = Desks(tmp_path / "class")
    assert found.gets("/en/-/seat/%3Cb%3E").status == 404
    assert b"<b>" not in found.gets("/en/-/seat/%3Cb%3E").body
    statuses = [found.gets(f"/en/-/seat/{number:016d}").status for number in range(40)]
    assert (statuses[0], statuses[-1]) == (404, 429)
    assert found.gets(found.seat()).status == 200, "who has a code is not kept waiting by who has none"


# --------------------------------------------------------------------------------- the facilitator


def test_the_facilitator_sees_every_code_and_presides(tmp_path: Path) -> None:
    found = Desks(tmp_path / "class")
    path = f"/en/-/seat/{found.codes[FACILITATOR]}"
    shown = found.shows(path)
    assert all(code in shown for role, code in found.codes.items() if role != FACILITATOR)
    assert found.presides(do="go-on").status == 303
    assert found.room.look(None, "en").state == "under-way"
    assert found.presides(do="pause").status == 303
    assert found.room.look(None, "en").state == "paused"
    for wrong in ({"do": "forward", "about": "soon"}, {"do": "take", "moment": "x", "number": "1"}):
        assert found.presides(**wrong).status == 400
    sure = found.presides(do="end")
    assert sure.status == 409
    assert say("en", "exercise.not-sure") in unescape(sure.body.decode())


# --------------------------------------------------------------------------------- the score


def test_while_it_is_under_way_nothing_of_a_brief_is_shown(begun: Desks) -> None:
    for path in ("/en/-/score.json", f"/en/-/score/{SEAT}.json"):
        told = msgspec.json.decode(begun.gets(path).body)
        assert (told["shown"], told["briefs"]) == (False, [])
    assert begun.gets("/en/-/score/ST-NONE").status == 404
    assert begun.posts("/en/-/score").status == 405


@pytest.mark.parametrize("lang", LANGUAGES)
def test_once_ended_every_brief_is_measured_in_every_language(desks: Desks, lang: Any) -> None:
    desks.ended = True
    try:
        told = msgspec.json.decode(desks.gets(f"/{lang}/-/score.json").body)
        assert [brief["party"] for brief in told["briefs"]] == list(STATES)
        assert all(aim["result"] for brief in told["briefs"] for aim in brief["aims"])
        shown = desks.shows(f"/{lang}/-/score/{SEAT}")
        assert role_name(SEAT, lang) in shown
        (own,) = [brief for brief in told["briefs"] if brief["party"] == SEAT]
        for aim in own["aims"]:
            assert aim["objective"] in shown
    finally:
        desks.ended = False

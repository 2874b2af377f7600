"""A class plays from several machines: seats with codes, partners for empty seats, a facilitator who presides."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from accord.faces.cli.exercise_folder import CODES, FACILITATOR, codes_of, read_settings, record_of
from accord.main import Machine
from accord.nodes.exercise import classroom, new_code
from accord.nodes.handing import Handing
from accord.stories.negotiation.classroom import Classroom
from accord.stories.negotiation.scenario import ROLES
from accord.stories.negotiation.table import NotDone
from tests.faces.running import accord

ABSENT_S = 60.0


class Clock:
    """Seconds that a test lets pass."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert accord("exercise", "new", tmp_path / "class", "--seed", 5).status == 0
    return tmp_path / "class"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr("accord.nodes.exercise.time.monotonic", found)
    return found


@pytest.fixture
def room(folder: Path, clock: Clock) -> Classroom:
    return classroom(folder, codes_of(folder, new_code), Handing(record_of(folder)), ABSENT_S)


def player(room: Classroom, role: str) -> str:
    return next(seat.player for seat in room.look(None, "en").seats if seat.role == role)


def test_codes_open_seats_and_are_for_the_facilitator_alone(folder: Path, room: Classroom) -> None:
    codes = codes_of(folder, new_code)
    assert {room.seat_of(code) for code in codes.values()} == {FACILITATOR, *ROLES}
    assert [room.seat_of(wrong) for wrong in ("", "é", codes[FACILITATOR] + "0")] == [
        None, None, None,
    ]  # fmt: skip
    assert (folder / CODES).stat().st_mode & 0o077 == 0


def test_nothing_happens_before_the_facilitator_begins_or_while_nobody_sits_there(room: Classroom) -> None:
    before = room.table.size
    assert room.look("ST-AVELA", "en").state == "paused"
    with pytest.raises(NotDone) as refused:
        room.take("ST-AVELA", "any", 1)
    assert refused.value.code == "exercise.paused"
    assert room.table.size == before


def test_partners_play_up_to_a_person_s_turn_and_for_whoever_leaves(room: Classroom, clock: Clock) -> None:
    room.pause(False)
    seen = room.look("ST-AVELA", "en")
    assert (seen.state, player(room, "ST-AVELA"), player(room, "ST-BORUN")) == ("under-way", "person", "partner")
    assert seen.turn is not None
    assert seen.turn.role == "ST-AVELA"
    assert {one.by_partner for one in seen.told} == {True}
    stood = room.table.size
    clock.now += ABSENT_S + 1
    # Somebody else comes: the person who left is away, and a partner takes the turn that was theirs.
    late = room.look("ST-BORUN", "en")
    assert player(room, "ST-AVELA") == "away"
    assert room.table.size > stood
    assert any(one.role == "ST-AVELA" for one in late.told)
    assert late.turn is None or late.turn.role == "ST-BORUN"


def test_a_moment_that_is_gone_is_not_taken_twice(room: Classroom) -> None:
    room.pause(False)
    turn = room.look("ST-AVELA", "en").turn
    assert turn is not None
    room.take("ST-AVELA", turn.key, 1)
    with pytest.raises(NotDone) as refused:
        room.take("ST-AVELA", turn.key, 1)
    assert refused.value.code == "exercise.moment-gone"
    following = room.look("ST-AVELA", "en").turn
    assert following is not None
    with pytest.raises(NotDone) as refused:
        room.take("ST-AVELA", following.key, 99)
    assert refused.value.code == "error.no-such-move"


def test_every_act_of_a_class_counts_in_the_record(folder: Path, room: Classroom) -> None:
    room.pause(False)
    for _ in range(12):
        turn = room.look("ST-AVELA", "en").turn
        if turn is None:
            break
        room.take("ST-AVELA", turn.key, 1)
    copy = Machine().open_copy(record_of(folder))
    assert copy.size == room.table.size > 100
    assert (dict(copy.world.without_effect), dict(copy.world.refused)) == ({}, {})


def test_the_facilitator_presides(folder: Path, room: Classroom) -> None:
    refusals: dict[str, Callable[[], None]] = {
        "exercise.no-meeting": lambda: room.move_clock(5),
        "exercise.no-such-surprise": lambda: room.inject("rain"),
        "exercise.no-such-seat": lambda: room.hand_over("ST-NOBODY", True),
    }
    for code, wrong in refusals.items():
        with pytest.raises(NotDone) as refused:
            wrong()
        assert refused.value.code == code
    room.pause(False)
    seen = room.look("ST-AVELA", "en")
    room.prolong(30)
    assert room.look(None, "en").left == seen.left + 30
    with pytest.raises(NotDone) as refused:
        room.prolong(100_000)
    assert refused.value.code == "exercise.bad-minutes"
    room.hand_over("ST-AVELA", True)
    assert player(room, "ST-AVELA") == "handed"
    assert room.look("ST-AVELA", "en").turn is None
    room.end()
    assert room.look(None, "en").state == "ended"
    with pytest.raises(NotDone):
        room.pause(False)
    assert read_settings(folder).ended, "an exercise that was ended stays so when it is served again"


@pytest.fixture
def served(folder: Path) -> Iterator[dict[str, str]]:
    """The exercise served by a program of its own: seat → address."""
    told = [sys.executable, "-m", "accord.main", "exercise", "serve", str(folder), "--port", "0"]
    with subprocess.Popen(told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        addresses: dict[str, str] = {}
        for line in program.stdout:
            if found := re.search(r"^(.+?)(?:\t|: )(http\S+/seat/\w+)$", line):
                addresses[found[1]] = found[2]
            if len(addresses) == len(ROLES) + 1:
                break
        yield addresses
        program.terminate()


def test_a_delegation_joins_from_elsewhere_and_signs_with_a_key_of_its_own(
    folder: Path, served: dict[str, str], tmp_path: Path
) -> None:
    seat = served["Borun"]
    key = tmp_path / "own.key"
    first = accord("exercise", "join", seat, "--key", key, "--json")
    assert (first.status, first.json["state"], first.json["called"]) == (0, "paused", "Borun")
    world = Machine().open_copy(record_of(folder)).world
    own = accord("key", "show", key, "--json").json["vkey"].split("+")
    assert world.parties.tables.keys["+".join(own[:2])].party == "ST-BORUN"
    assert accord("exercise", "run", folder).status == 2, "a served exercise is played from its seats"
    wrong = accord("exercise", "join", re.sub(r"\w{6}$", "000000", seat))
    assert (wrong.status, wrong.out) == (2, "")

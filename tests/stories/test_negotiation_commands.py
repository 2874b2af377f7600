"""`accord exercise`: made, played, disturbed and debriefed from the command line; what is wrong is said in words."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.faces.running import accord


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exercise") / "drill"
    ran = accord("exercise", "new", folder, "--role", "fennor", "--seed", 3)
    assert ran.status == 0, ran.err
    return folder


@pytest.fixture
def drill(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "drill"))


def test_each_role_has_a_key_and_a_brief_for_its_player_alone(made: Path) -> None:
    roles = {file.stem for file in (made / "keys").iterdir()}
    assert len(roles) == 9
    for language in ("ar", "zh", "en", "fr", "ru", "es"):
        assert {file.stem for file in (made / "briefs" / language).iterdir()} == {*roles, "guide"}
    assert all(file.stat().st_mode & 0o077 == 0 for file in (made / "keys").iterdir())


def test_the_briefs_are_not_in_the_record(made: Path) -> None:
    told = (made / "briefs" / "en" / "ST-DELVAR.txt").read_text(encoding="utf-8")
    (situation,) = (line for line in told.splitlines() if line.startswith("An unannounced visit"))
    tiles = b"".join(file.read_bytes() for file in (made / "record").rglob("*") if file.is_file())
    assert b"An unannounced visit" in situation.encode()
    assert situation.encode() not in tiles


def test_a_person_plays_by_the_menu_and_the_record_is_sound(drill: Path) -> None:
    ran = accord("exercise", "run", drill, "--json")
    assert (ran.json["role"], ran.json["meeting"], ran.json["may_pass"]) == ("ST-FENNOR", 1, True)
    assert ran.json["moves"] == ["Ask for the floor"]
    ran = accord("exercise", "run", drill, "--do", 1, "--json")
    assert ran.json["moves"] == ["Make the statement"]
    again = accord("exercise", "run", drill, "--json")
    assert (again.json["said"], again.json["moves"]) == ([], ["Make the statement"])
    assert accord("exercise", "run", drill, "--pass").status == 0
    assert accord("check", drill / "record").status == 0


def test_partners_play_to_the_end_and_the_debriefing_says_what_came_out(drill: Path) -> None:
    ran = accord("exercise", "run", drill, "--auto", "--json")
    assert (ran.json["outcome"], ran.json["role"]) == ("adopted", None)
    told = accord("exercise", "score", drill, "--json").json
    assert (told["outcome"], told["planted"], told["found"], told["missed"], told["false"]) == ("adopted", 0, 0, 0, 0)
    for language in ("ar", "zh", "en", "fr", "ru", "es"):
        assert accord("exercise", "score", drill, "--lang", language).status == 0
    page = accord("show", drill / "record", "debriefing", "--json").json
    assert page["head"]["exercise"]
    assert page["negotiation_state"] == "adopted"


def test_a_surprise_is_kept_with_its_entry_and_told_in_the_debriefing(drill: Path) -> None:
    entry = accord("exercise", "inject", drill, "mistaken-translation", "--json").json["entry"]
    assert json.loads((drill / "planted.json").read_text())["all"] == [{"kind": "mistaken-translation", "entry": entry}]
    assert accord("exercise", "run", drill, "--point-out", entry).status == 0
    told = accord("exercise", "score", drill, "--json").json
    assert (told["planted"], told["found"], told["false"]) == (1, 1, 0)


def test_what_is_wrong_is_said_in_a_sentence(drill: Path, tmp_path: Path) -> None:
    accord("exercise", "run", drill)
    for arguments, words in (
        (("run", tmp_path / "nowhere"), "no exercise"),
        (("score", tmp_path), "no exercise"),
        (("new", drill), "already"),
        (("new", tmp_path / "other", "--role", "FRA"), "ST-AVELA"),
        (("run", drill, "--do", 9), "no move 9"),
        (("run", drill, "--as", "chair", "--do", 1), "not the turn"),
        (("run", drill, "--do", 1, "--pass"), "one of them"),
        (("run", drill, "--point-out", 99_999), "no"),
        (("inject", drill, "broken-silence"), "silence"),
        (("inject", drill, "meteorite"), "mistaken-translation"),
    ):
        ran = accord("exercise", *arguments)
        assert ran.clean, arguments
        assert ran.status in (1, 2), arguments
        assert words in ran.err, (arguments, ran.err)


@pytest.mark.parametrize("name", ["exercise.json", "planted.json"])
@pytest.mark.parametrize("data", [b"", b"[1]", b"\xff\xfe", b'{"scenario": 1}', b'{"all": [{"kind": "x"}]}'])
def test_a_broken_file_of_the_folder_is_named(drill: Path, name: str, data: bytes) -> None:
    (drill / name).write_bytes(data)
    ran = accord("exercise", "score", drill)
    assert (ran.status, ran.clean) == (2, True)
    assert name in ran.err


def test_a_missing_key_is_named(drill: Path) -> None:
    (drill / "keys" / "chair.key").unlink()
    ran = accord("exercise", "run", drill)
    assert (ran.status, ran.clean) == (2, True)
    assert "Chair" in ran.err


def test_a_run_that_fails_changes_nothing_of_who_plays(drill: Path) -> None:
    before = (drill / "exercise.json").read_bytes()
    assert accord("exercise", "run", drill, "--as", "chair", "--do", 1).status == 2
    assert (drill / "exercise.json").read_bytes() == before

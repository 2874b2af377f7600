"""`accord draft amend`: a unit as it should read, from a file or input, becomes the act."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accord.areas.negotiation.text import digest
from accord.keys.files import write_key
from tests.drafting.negotiated import DRAFT, TEXTS, record_under_way, revises, say
from tests.faces.running import accord
from tests.scene import key_of


@pytest.fixture
def under_way(tmp_path: Path) -> tuple[Path, Path]:
    """A record with a draft under way, and a file with another text of its third paragraph."""
    directory, _ = record_under_way(tmp_path)
    file = tmp_path / "para-3.txt"
    file.write_text("The report is\nopen.\n", encoding="utf-8")
    return directory, file


def test_the_act_is_written_and_shown(under_way: tuple[Path, Path], tmp_path: Path) -> None:
    directory, file = under_way
    done = accord(
        "draft", "amend", directory, DRAFT, "para-3", "--text", file, "--as", "ST-A", "-o", tmp_path / "a.json"
    )
    assert done.status == 0
    assert "The report is [-public-](ST-A){+open+}(ST-A)." in done.out
    act = json.loads((tmp_path / "a.json").read_text())
    assert (act["verb"], act["amendment"], act["sponsors"]) == ("amendment.propose/1", "A.4", ["ST-A"])
    judged = accord("judge", directory, tmp_path / "a.json", "--as", "ST-A")
    assert judged.status == 0
    again = accord(
        "draft", "amend", directory, DRAFT, "para-3", "--text", file, "--as", "ST-A", "-o", tmp_path / "a.json"
    )
    assert again.status == 2


def test_json_has_the_act_and_why_it_would_have_no_effect(under_way: tuple[Path, Path]) -> None:
    directory, file = under_way
    common = ("draft", "amend", directory, DRAFT, "para-3", "--text", file, "--json")
    good = accord(*common, "--as", "ST-A", "--note", "Clearer.", "--name", "A.9")
    found = json.loads(good.out)
    assert (found["act"]["amendment"], found["reason"], found["index"]) == ("A.9", None, None)
    assert found["act"]["note"]["said"] == {"en": "Clearer."}
    taken = accord(*common, "--as", "ST-A", "--name", "A.1")
    assert (taken.status, json.loads(taken.out)["reason"]) == (1, "amendment-already-there")


def test_with_a_key_it_is_said(under_way: tuple[Path, Path], tmp_path: Path) -> None:
    directory, file = under_way
    key = tmp_path / "st-a.key"
    write_key(key, key_of("ST-A"))
    said = json.loads(accord("draft", "amend", directory, DRAFT, "para-3", "--text", file, "--key", key, "--json").out)
    assert said["reason"] is None
    assert (
        f"/{said['index']}"
        in f"/{json.loads(accord('show', directory, 'amendment', DRAFT, 'A.4', '--json').out)['cite']['entry']}"
    )


def test_a_text_typed_for_an_earlier_one_is_late(under_way: tuple[Path, Path]) -> None:
    directory, file = under_way
    say(directory, "ST-B", [revises("A.1")], [key_of("ST-B")])
    base = digest(TEXTS["para-3"])[:12]
    done = accord("draft", "amend", directory, DRAFT, "para-3", "--text", file, "--as", "ST-A", "--base", base)
    assert done.status == 0
    assert "late" in done.out


@pytest.mark.parametrize(
    ("unit", "text", "more", "told"),
    [
        ("para-3", b"The report is public.", ("--as", "ST-A"), "Nothing is changed"),
        ("para-3", b" \n ", ("--as", "ST-A"), "deletion"),
        ("para-3", b"\xff\xfe", ("--as", "ST-A"), "UTF-8"),
        ("para-3", "a\u202eb".encode(), ("--as", "ST-A"), "cannot be the text"),
        ("para-3", b"x" * 20_001, ("--as", "ST-A"), "at most 20000"),
        ("para-3", b"x" * 200_000, ("--as", "ST-A"), "larger"),
        ("para-9", b"x", ("--as", "ST-A"), "no such thing"),
        ("para-3", b"x", (), "--as"),
        ("para-3", b"x", ("--as", "ST-A", "--name", "no name!"), "amendment"),
        ("para-3", b"x", ("--as", "ST-A", "--base", "0" * 64), "never had"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(
    under_way: tuple[Path, Path], unit: str, text: bytes, more: tuple[str, ...], told: str
) -> None:
    directory, file = under_way
    file.write_bytes(text)
    done = accord("draft", "amend", directory, DRAFT, unit, "--text", file, *more)
    assert done.status == 2
    assert "Traceback" not in done.err
    assert told in done.err

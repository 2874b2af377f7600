"""Drafts on the command line: sealed to readers, opened by them and by nobody else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accord.faces.cli.group import run
from accord.main import Machine

DRAFT = (
    '{"format":"accord-draft/1","made":"2013-08-30","title":"Non-paper",'
    '"paper":{"original":"fr","said":{"fr":"Essai"}}}'
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.json").write_text(DRAFT)
    return tmp_path


def accord(*arguments: str) -> int:
    return run(list(arguments), Machine())


def recipient(name: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert accord("draft", "key", name, "--json") == 0
    return str(json.loads(capsys.readouterr().out)["recipient"])


def test_a_draft_is_opened_by_each_reader_it_was_sealed_to(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readers = [recipient(name, capsys) for name in ("a.identity", "b.identity")]
    assert (here / "a.identity").stat().st_mode & 0o777 == 0o600
    assert accord("draft", "seal", "draft.json", "--to", readers[0], "--to", readers[1], "-o", "draft.age") == 0
    assert "Essai" not in (here / "draft.age").read_text()
    for name in ("a", "b"):
        assert accord("draft", "open", "draft.age", "--identity", f"{name}.identity", "-o", f"{name}.json") == 0
        assert json.loads((here / f"{name}.json").read_text()) == json.loads(DRAFT)


def test_another_identity_opens_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reader = recipient("a.identity", capsys)
    recipient("other.identity", capsys)
    assert accord("draft", "seal", "draft.json", "--to", reader, "-o", "draft.age") == 0
    assert accord("draft", "open", "draft.age", "--identity", "other.identity", "-o", "out.json") == 1
    assert not (here / "out.json").exists()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("seal", "draft.json", "--to", "nobody", "-o", "out"), 2),
        (("seal", "missing.json", "--to", "age1x", "-o", "out"), 2),
        (("open", "draft.json", "--identity", "draft.json", "-o", "out"), 2),
        (("seal", "empty", "--to", "age1x", "-o", "out"), 2),
    ],
)
def test_what_is_no_draft_reader_or_box_is_refused(here: Path, arguments: tuple[str, ...], status: int) -> None:
    (here / "empty").write_bytes(b"")
    assert accord("draft", *arguments) == status
    assert not (here / "out").exists()


def test_no_file_is_overwritten(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recipient("a.identity", capsys)
    before = (here / "a.identity").read_bytes()
    assert accord("draft", "key", "a.identity") == 2
    assert (here / "a.identity").read_bytes() == before

"""Drafts as files through the program and through the portal: shown first, said only when asked to, kept nowhere."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from accord.faces.web.app import make_app
from accord.faces.web.site import Site
from accord.main import Machine
from tests.faces.running import accord

DRAFT = "A/AC.900/L.1"
ADDRESS = "/en/-/word/A%2FAC.900%2FL.1"
OURS = {"Origin": "http://testserver.local", "Host": "testserver.local"}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with a draft of two units. What is said in it is said in the order of the tests."""
    folder = tmp_path_factory.mktemp("word") / "record"
    assert accord("new", folder, "--origin", "record.example/word").status == 0
    acts: list[dict[str, Any]] = [
        {"verb": "document.register/1", "symbol": DRAFT, "kind": "draft"},
        {"verb": "draft.open/1", "draft": DRAFT, "language": "en"},
    ]
    for number, text in enumerate(("One two three.", "Four <five> six."), 1):
        unit = {"unit": f"para-{number}", "kind": "paragraph", "number": str(number), "place": number}
        acts.append({"verb": "draft.write/1", "draft": DRAFT, "text": text, **unit})
    for act in acts:
        assert accord("say", folder, "-", "--key", key(folder), stdin=json.dumps(act)).status == 0
    return folder


def key(record: Path) -> Path:
    return record / "writer" / "keys" / "secretariat.key"


def exported(record: Path, folder: Path, *more: str) -> bytes:
    file = folder / "out.docx"
    file.unlink(missing_ok=True)
    assert accord("draft", "export", record, DRAFT, "-o", file, *more).status == 0
    return file.read_bytes()


def changed(data: bytes) -> bytes:
    """The file with a word put in, tracked, by somebody."""
    words = '<w:r><w:t xml:space="preserve">and </w:t></w:r>'
    put = f'<w:ins w:id="7" w:author="A &lt;b&gt; c" w:date="2032-01-01T00:00:00Z">{words}</w:ins>'
    archive, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in archive.namelist():
            part = archive.read(name)
            if name == "word/document.xml":
                part = re.sub(rb"(<w:r><w:t[^>]*>Four)", put.encode() + rb"\1", part)
            made.writestr(name, part)
    return out.getvalue()


@pytest.fixture
def portal(record: Path) -> Any:
    with TestClient(make_app(Site(Machine().open_copy(record))), raise_server_exceptions=False) as client:
        yield client


def test_a_returned_file_is_shown_and_says_nothing_before_it_is_told_to(record: Path, tmp_path: Path) -> None:
    file = tmp_path / "back.docx"
    file.write_bytes(changed(exported(record, tmp_path)))
    shown = accord("draft", "import", record, file, "--key", key(record), "--json").json
    assert (shown["exact"], shown["said"], shown["findings"]) == (True, [], [])
    assert [change["unit"] for act in shown["acts"] for change in act["changes"]] == ["para-2"]
    told = accord("draft", "import", record, file, "--key", key(record))
    assert "+ and " in told.out
    assert "--yes" in told.err


def test_the_portal_gives_the_file_that_the_program_gives(record: Path, portal: Any, tmp_path: Path) -> None:
    answer = portal.get(f"{ADDRESS}?as=docx")
    assert answer.status_code == 200
    assert answer.content == exported(record, tmp_path)
    assert "A-AC.900-L.1-0-en.docx" in answer.headers["content-disposition"]
    assert portal.get(f"{ADDRESS}?as=amendments").content == exported(record, tmp_path, "--amendments")


def test_the_portal_shows_what_a_returned_file_asks_for(record: Path, portal: Any, tmp_path: Path) -> None:
    data = changed(exported(record, tmp_path))
    answer = portal.post(ADDRESS, data={"by": "secretariat"}, files={"file": ("b.docx", data)}, headers=OURS)
    assert answer.status_code == 200
    assert "secretariat.1" in answer.text
    assert "<five>" not in answer.text
    assert "&lt;five&gt;" in answer.text


@pytest.mark.parametrize(
    ("data", "by", "headers", "status"),
    [
        (b"no docx", "secretariat", OURS, 422),
        (b"PK\x03\x04", "secretariat", OURS, 422),
        (b"PK\x03\x04", "nobody", OURS, 422),
        (b"PK\x03\x04", "secretariat", {}, 403),
        (bytes(1_050_000), "secretariat", OURS, 413),
        (bytes(1_200_000), "secretariat", OURS, 413),
    ],
)
def test_what_the_portal_does_not_take(portal: Any, data: bytes, by: str, headers: dict[str, str], status: int) -> None:
    answer = portal.post(ADDRESS, data={"by": by}, files={"file": ("b.docx", data)}, headers=headers)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("address", "status"),
    [(f"{ADDRESS}?as=exe", 404), (f"{ADDRESS}.json", 404), ("/en/-/word/A%2FNONE", 404), (f"{ADDRESS}?state=9", 404)],
)
def test_addresses_that_are_none(portal: Any, address: str, status: int) -> None:
    assert portal.get(address).status_code == status


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("draft", "export", "RECORD", "A/NONE", "-o", "x.docx"), "A/NONE"),
        (("draft", "export", "RECORD", DRAFT, "-o", "x.docx", "--state", "7"), "7"),
        (("draft", "import", "RECORD", "no.docx", "--key", "KEY"), "no.docx"),
        (("draft", "import", "RECORD", "KEY", "--key", "KEY"), "DOCX"),
    ],
)
def test_what_the_program_is_given_wrong_is_said(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    given = {"RECORD": record, "KEY": key(record)}
    ran = accord(*(given.get(one, one) for one in arguments))
    assert (ran.status, ran.clean) == (2, True)
    assert words in ran.err


def test_amendments_are_said_and_then_asked_for_no_more(record: Path, tmp_path: Path) -> None:
    file = tmp_path / "back.docx"
    file.write_bytes(changed(exported(record, tmp_path)))
    said = accord("draft", "import", record, file, "--key", key(record), "--yes", "--json").json["said"]
    assert len(said) == 1
    tracked = exported(record, tmp_path, "--amendments")
    assert b"and " in zipfile.ZipFile(io.BytesIO(tracked)).read("word/document.xml")
    file.write_bytes(tracked)
    assert accord("draft", "import", record, file, "--key", key(record), "--json").json["acts"] == []

"""The report as a file from the portal: its kind and name, made once, and not too many at a time."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from accord.faces.web import downloads
from accord.faces.web.answers import Answer
from accord.faces.web.downloads import Busy, Press
from accord.faces.web.reports import DOWNLOADS
from accord.faces.web.site import Site
from accord.main import Machine
from accord.papers.report.formats import FORMATS, Format
from accord.papers.report.pdf.missing import NoFonts, NoGlyph
from accord.words.catalogue import say
from accord.words.languages import CODES
from tests.acting.desk import done
from tests.faces.running import accord
from tests.web.reading import Read

STARTS = {
    "text": b"\xe7",
    "html": b"<!doctype html>",
    "akn": b"<?xml",
    "docx": b"PK\x03\x04",
    "pdf": b"%PDF-1.7",
    "json": b"{",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files") / "record"
    assert accord("demo", "--once", "--record", folder, "--json").status == 0
    return folder


@pytest.fixture(scope="module")
def site(record: Path) -> Site:
    return Site(Machine().open_copy(record))


def got(site: Site, path: str, query: str, headers: dict[str, str] | None = None, method: str = "GET") -> Answer:
    return done(site.answer(method, path, query, headers))


def test_the_page_offers_every_format() -> None:
    assert {form for form, _ in DOWNLOADS} == set(FORMATS)


@pytest.mark.parametrize("lang", CODES)
def test_the_links_of_the_page_lead_to_files(site: Site, lang: str) -> None:
    page = Read(got(site, f"/{lang}/-/report/A/68/514", "").body.decode())
    links = [link for link in page.links if "?as=" in link]
    assert [link.rpartition("=")[2] for link in links] == [form for form, _ in DOWNLOADS]
    for link in links:
        path, _, query = link.partition("?")
        answer = got(site, path, query)
        form = query.removeprefix("as=")
        assert (answer.status, answer.kind) == (200, FORMATS[form].kind), link
        name = f"A-68-514.{lang}.{FORMATS[form].ending}"
        assert dict(answer.headers)["Content-Disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_of_its_kind_and_is_made_once(site: Site, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = got(site, "/zh/-/report/AC.281", f"as={form}")
    assert first.body.startswith(STARTS[form])
    assert first.etag

    def fail(report: object) -> bytes:
        raise AssertionError("made a second time")

    monkeypatch.setitem(FORMATS, form, replace(FORMATS[form], make=fail))
    assert got(site, "/zh/-/report/AC.281", f"as={form}") == first
    assert got(site, "/zh/-/report/AC.281", f"as={form}", method="HEAD").etag == first.etag
    has = got(site, "/zh/-/report/AC.281", f"as={form}", {"if-none-match": first.etag})
    assert (has.etag, has.body) == (first.etag, b""), "the reader has it: nothing is made or sent"
    assert got(site, "/zh/-/report/AC.281", f"as={form}", {"if-none-match": '"other"'}).body == first.body


def test_tags_differ_by_language_and_format(site: Site) -> None:
    tags = {got(site, f"/{lang}/-/report/AC.281", f"as={form}").etag for lang in CODES for form in FORMATS}
    assert len(tags) == len(CODES) * len(FORMATS)


def test_a_file_names_the_acts_behind_it(site: Site) -> None:
    found = json.loads(got(site, "/en/-/report/AC.281", "as=json").body)
    acts = {one["entry"]: one for one in found["entered"]}
    cited = {n for block in found["blocks"] for segment in block["segments"] for n in segment["entries"]}
    assert set(acts) == cited
    assert all(len(one["act_id"]) == 64 for one in acts.values())
    assert any(
        one["act"] == "document.register/1" and one["source"].startswith("A/68/514 para-9") for one in acts.values()
    )


def test_what_there_is_not_is_not_found(site: Site) -> None:
    for path, query in (
        ("/en/-/report/A/68/514", "as=odt"),
        ("/en/-/report/A/68/514", "as=..%2F..%2Fetc"),
        ("/en/-/report/A/68/515", "as=pdf"),
        ("/en/-/report/%00", "as=docx"),
    ):
        assert got(site, path, query).status == 404, (path, query)
    assert got(site, "/en/-/report/A/68/514", "as=pdf", method="POST").status == 405


@pytest.mark.parametrize("error", [NoFonts(("Noto Serif CJK SC",)), NoGlyph("no font has U+0000")])
def test_a_missing_font_is_said_with_its_package(site: Site, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(report: object) -> bytes:
        raise error

    monkeypatch.setitem(FORMATS, "pdf", Format("application/pdf", "pdf", fail))
    monkeypatch.setattr(Press, "kept", lambda *_: None)
    answer = got(site, "/fr/-/report/A/68/514", "as=pdf")
    assert answer.status == 503
    assert "fonts-noto-cjk" in answer.body.decode()


def test_one_file_is_made_at_a_time_and_its_readers_share_it() -> None:
    press, running, most, made = Press(), [0], [0], [0]
    gate = threading.Lock()

    def make() -> bytes:
        with gate:
            running[0] += 1
            made[0] += 1
            most[0] = max(most[0], running[0])
        threading.Event().wait(0.01)
        with gate:
            running[0] -= 1
        return b"x" * 10

    async def many() -> list[bytes]:
        press.kept(b"root", ())
        return await asyncio.gather(*(press.make(b"root", (n % 4,), make) for n in range(40)))

    assert set(asyncio.run(many())) == {b"x" * 10}
    assert (most[0], made[0]) == (1, 4)
    assert press.kept(b"root", (3,)) == b"x" * 10
    assert press.kept(b"grown", (3,)) is None


def test_who_comes_when_too_many_wait_is_told_to_come_again() -> None:
    press = Press()
    release = threading.Event()

    def slow() -> bytes:
        release.wait(10)
        return b"x"

    async def flood() -> None:
        waiting = [asyncio.ensure_future(press.make(b"", (n,), slow)) for n in range(downloads.MOST_WAITING)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await press.make(b"", ("one more",), slow)
        release.set()
        assert await asyncio.gather(*waiting) == [b"x"] * downloads.MOST_WAITING
        assert await press.make(b"", ("afterwards",), slow) == b"x"

    asyncio.run(flood())


def test_a_busy_press_answers_with_when_to_come_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "MOST_WAITING", 0)
    monkeypatch.setattr(Press, "kept", lambda *_: None)
    answer = got(site, "/es/-/report/AC.281", "as=docx")
    assert (answer.status, dict(answer.headers)["Retry-After"]) == (503, "5")
    assert say("es", "portal.busy") in answer.body.decode()


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "KEPT_BYTES", 100)
    press = Press()
    press.kept(b"r", ())
    for n in range(50):
        press.keep(b"r", (n,), b"x" * 20)
    press.keep(b"r", ("large",), b"x" * 90)
    assert sum(press.kept(b"r", (n,)) is not None for n in range(50)) == 5
    assert press.kept(b"r", ("large",)) is None


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_from_the_portal_is_that_of_the_command(site: Site, record: Path, tmp_path: Path, form: str) -> None:
    arguments = ("report", record, "AC.281", "--lang", "ar", "--format", form, "-o", tmp_path / "file")
    assert accord(*arguments).status == 0
    assert (tmp_path / "file").read_bytes() == got(site, "/ar/-/report/AC.281", f"as={form}").body

"""Calendars, feeds and digests: the same files from the portal and the command line, in six languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from lxml import etree

from accord.faces.web.answers import Answer
from accord.faces.web.site import Site
from accord.main import Machine
from accord.papers.feeds.atom import NAMESPACE
from accord.words.catalogue import say
from accord.words.languages import CODES
from tests.faces.running import accord

A = f"{{{NAMESPACE}}}"
FILES = {
    "calendar.ics": ("calendar", "text/calendar; charset=utf-8"),
    "calendar/AC.281.ics": ("calendar AC.281", "text/calendar; charset=utf-8"),
    "updates.atom": ("updates", "application/atom+xml; charset=utf-8"),
    "updates/body%3AAC.281.atom": ("updates body:AC.281", "application/atom+xml; charset=utf-8"),
    "updates/document%3AA%2FAC.281%2FWP.4.atom": (
        "updates document:A/AC.281/WP.4",
        "application/atom+xml; charset=utf-8",
    ),
    "changes/AUT.atom": ("changes AUT", "application/atom+xml; charset=utf-8"),
    "digest/2013-05-14.txt": ("digest 2013-05-14", "text/plain; charset=utf-8"),
}
ADDRESS = "https://portal.example"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("feeds") / "record"
    assert accord("demo", "--once", "--record", folder, "--json").status == 0
    return folder


@pytest.fixture(scope="module")
def site(record: Path) -> Site:
    return Site(Machine().open_copy(record), ADDRESS)


def got(site: Site, path: str, query: str = "") -> Answer:
    answer = site.answer("GET", path, query)
    assert isinstance(answer, Answer)
    return answer


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("file", FILES)
def test_portal_and_command_line_give_the_same_file(site: Site, record: Path, file: str, lang: str) -> None:
    command, kind = FILES[file]
    answer = got(site, f"/{lang}/-/feed/{file}")
    assert (answer.status, answer.kind) == (200, kind)
    form = file.rpartition(".")[2]
    ran = accord("show", record, *command.split(), "--format", form, "--address", ADDRESS, "--lang", lang)
    assert (ran.status, ran.out.replace("\r\n", "\n")) == (0, answer.body.decode().replace("\r\n", "\n"))


@pytest.mark.parametrize("lang", CODES)
def test_calendars_are_calendars_in_the_language(site: Site, lang: str) -> None:
    events: list[Any] = Calendar.from_ical(got(site, f"/{lang}/-/feed/calendar/AC.281.ics").body).walk("VEVENT")
    assert {str(event["SUMMARY"]).split(" · ")[0] for event in events} == {say(lang, "event-kind.period")}
    assert all(event["UID"].endswith("@demonstration.accord.example/2013") for event in events)


def test_links_of_a_feed_lead_to_the_portal_and_are_answered(site: Site) -> None:
    root = etree.fromstring(got(site, "/fr/-/feed/updates/body%3AAC.281.atom").body)
    links = root.findall(f".//{A}link")
    assert len(links) > 50
    for link in links:
        assert link.get("href").startswith(ADDRESS + "/fr/-/")
        assert got(site, link.get("href").removeprefix(ADDRESS)).status == 200, link.get("href")


def test_a_feed_is_read_to_its_end_along_its_links_with_no_name_twice(site: Site) -> None:
    names: list[str] = []
    path = "/en/-/feed/updates/body%3AAC.281.atom"
    while path:
        root = etree.fromstring(got(site, path).body)
        names += [found.text for found in root.findall(f"{A}entry/{A}id")]
        on = [link.get("href") for link in root.findall(f"{A}link") if link.get("rel") == "next"]
        path = on[0].removeprefix(ADDRESS) if on else ""
    assert len(names) == len(set(names)) == site.ask("updates", ("body:AC.281",)).entry_count  # type: ignore[attr-defined]


def test_the_tag_of_a_feed_is_that_of_its_bytes(site: Site) -> None:
    one, again = (got(site, "/en/-/feed/updates/party%3AAUT.atom") for _ in range(2))
    other = got(site, "/en/-/feed/updates/party%3ACHE.atom")
    assert one.etag == again.etag != other.etag


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("feed", 404),
        ("feed/calendar", 404),
        ("feed/calendar.atom", 404),
        ("feed/updates.ics", 404),
        ("feed/documents.atom", 404),
        ("feed/calendar.json", 404),
        ("feed/calendar/NOWHERE.ics", 404),
        ("feed/calendar/AC.281/theme-a/x/y.ics", 404),
        ("feed/digest.txt", 404),
        ("feed/digest/never.txt", 404),
        ("feed/updates/party%3A%3Cscript%3E.atom", 404),
        ("feed/.ics", 404),
    ],
)
def test_what_is_no_feed_says_why(site: Site, path: str, status: int) -> None:
    answer = got(site, f"/en/-/{path}")
    assert answer.status == status
    assert b"<script>" not in answer.body.replace(b'<script type="module"', b"")


def test_a_day_that_is_none_and_another_method(site: Site) -> None:
    assert got(site, "/en/-/feed/calendar.ics", "on=2013-02-30").status == 400
    answer = site.answer("POST", "/en/-/feed/calendar.ics")
    assert isinstance(answer, Answer)
    assert answer.status == 405


@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ("", ["updates.atom", "calendar.ics"]),
        ("-/body/AC.281", ["updates/body%3AAC.281.atom", "calendar/AC.281.ics"]),
        ("A/AC.281/WP.4", ["updates/document%3AA%2FAC.281%2FWP.4.atom"]),
        ("-/party/AUT", ["updates/party%3AAUT.atom", "changes/AUT.atom"]),
        ("-/theme/theme-a", ["calendar/AC.281/theme-a.ics"]),
        ("-/digest/2013-05-14", ["digest/2013-05-14/record.txt"]),
    ],
)
def test_a_page_names_what_it_may_be_followed_by(site: Site, page: str, feeds: list[str]) -> None:
    html = got(site, f"/zh/{page}").body.decode()
    for feed in feeds:
        address = f"/zh/-/feed/{feed}"
        assert html.count(f'href="{address}"') == 2, "in the head, and for people to see"
        assert got(site, address).status == 200


def test_a_form_that_a_page_has_not_is_refused_in_words(record: Path) -> None:
    for arguments in (("documents", "--format", "ics"), ("calendar", "--format", "ics", "--json")):
        ran = accord("show", record, *arguments)
        assert ran.status == 2
        assert "Traceback" not in ran.err
        assert ran.out == ""


def test_a_digest_tells_the_day_in_words(record: Path) -> None:
    ran = accord("show", record, "digest", "2013-05-14", "AC.281", "--format", "txt")
    lines = ran.out.splitlines()
    assert lines[0] == "Digest of 14 May 2013"
    assert any(line.startswith("- Period of meetings") and "14 to 24 May 2013" in line for line in lines)


def test_a_digest_of_a_party_tells_of_its_paragraphs(record: Path) -> None:
    told = accord("show", record, "digest", "2013-05-14", "AUT", "--format", "txt").out
    assert say("en", "field.own_changes").upper() in told
    assert (
        say("en", "field.own_changes").upper()
        not in accord("show", record, "digest", "2013-05-14", "AC.281", "--format", "txt").out
    )

"""The pages in the portal: each in six languages, the same as its twin; hostile words stay words."""

from __future__ import annotations

import html
import json
from pathlib import Path

import msgspec
import pytest

from accord.acts.envelope import act_id
from accord.client.bundle import check_bundle
from accord.faces.web.answers import Answer
from accord.faces.web.checking import ProofPage
from accord.faces.web.reports import ReportPage
from accord.faces.web.site import Site
from accord.main import Machine
from accord.papers.report import report
from accord.wire.base64 import decode as unbase64
from accord.wire.tree import check_inclusion, leaf_hash
from accord.words.languages import CODES
from tests.attack.hostile import in_folder
from tests.faces.running import accord
from tests.web.reading import Read

ADDRESSES = (
    "", "A/AC.281/WP.4", "A/68/514", "-/body", "-/days", "-/day/2013-03-14", "-/day/2013-05-15", "-/meetings",
    "-/party/AUT", "-/statements", "-/statement/statement-1", "-/panel/panel-a", "-/introduction/introduction-3",
    "-/theme/theme-a", "-/session", "-/entries", "-/entries/0",
    "-/entry/0", "-/entry/75", "-/proof/75", "-/report/A/68/514", "-/report", "-/record", "-/check", "-/trace",
    "-/trace/27",
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("pages") / "record"
    assert accord("demo", "--once", "--record", folder, "--json").status == 0
    return Site(Machine().open_copy(folder))


def got(site: Site, path: str, query: str = "") -> Answer:
    answer = site.answer("GET", path, query)
    assert isinstance(answer, Answer)
    return answer


def read(site: Site, address: str) -> Read:
    answer = got(site, address)
    assert answer.status == 200, address
    return Read(answer.body.decode())


def twin(site: Site, lang: str, address: str) -> dict[str, object]:
    answer = got(site, f"/{lang}/{address or '-/home'}.json")
    assert (answer.status, answer.kind) == (200, "application/json"), address
    found: dict[str, object] = json.loads(answer.body)
    return found


def entries_in(value: object) -> set[int]:
    """The entries that the facts of a twin cite."""
    if isinstance(value, dict):
        own = {value["entry"]} if {"entry", "voice"} <= set(value) else set()
        return own.union(*map(entries_in, value.values()))
    return set().union(*map(entries_in, value)) if isinstance(value, list) else set()


def entries_linked(site: Site, lang: str, address: str, links: list[str]) -> set[str]:
    """The entries that a page links to, in all parts of its lists."""
    found, seen, waiting = set(links), set[str](), list(links)
    while waiting:
        link = html.unescape(waiting.pop()).partition("#")[0]
        if link.startswith("?from=") and link not in seen:
            seen.add(link)
            more = Read(got(site, f"/{lang}/{address}", link[1:]).body.decode()).links
            waiting += more
            found |= set(more)
    return {link.rpartition("/")[2] for link in found if f"/{lang}/-/entry/" in link}


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_says_what_its_twin_says(site: Site, lang: str, address: str) -> None:
    page = read(site, f"/{lang}/{address}")
    assert page.open == page.inline == []
    cited = entries_in(twin(site, lang, address))
    linked = entries_linked(site, lang, address, page.links)
    if address != "-/body":  # Of the Friends of the Chair the first and the last.
        assert {str(entry) for entry in cited} - linked == set()
    assert f"/{lang}/-/check" in page.links


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_twin_is_the_same_in_every_language_but_for_the_report(site: Site, address: str) -> None:
    twins = [got(site, f"/{lang}/{address or '-/home'}.json").body for lang in CODES]
    assert (len(set(twins)) == 1) == ("report" not in address)


@pytest.mark.parametrize("lang", CODES)
def test_the_report_is_the_generated_one_word_by_word(site: Site, lang: str) -> None:
    made = report(site.copy.world, "A/68/514", lang)
    page = msgspec.json.decode(got(site, f"/{lang}/-/report/A/68/514.json").body, type=ReportPage)
    assert ["".join(s.text for s in unit.segments) for unit in page.units] == [block.words for block in made.blocks]
    assert (page.counts.bound, page.counts.formula, page.counts.quoted) == (
        made.counts.bound,
        made.counts.formula,
        made.counts.quoted,
    )
    answer = got(site, f"/{lang}/-/report/A/68/514", "as=text")
    assert answer.body.decode() == made.text()
    assert answer.kind.startswith("text/plain")
    shown = read(site, f"/{lang}/-/report/A/68/514")
    anchors = {given["id"] for _, given in shown.elements if "id" in given}
    assert {unit.unit for unit in page.units} <= anchors
    for unit in page.units:
        for segment in unit.segments:
            assert segment.provenance != "bound" or segment.entries or segment.mark


def test_a_proof_leads_to_the_signed_root(site: Site) -> None:
    for index in (0, 75, site.copy.size - 1):
        page = msgspec.json.decode(got(site, f"/en/-/proof/{index}.json").body, type=ProofPage)
        leaf = leaf_hash(site.copy.reader.entry(index))
        path = [unbase64(step.hash) for step in page.path]
        check_inclusion(leaf, index, page.size, path, unbase64(page.root))
        assert page.root in page.checkpoint
        assert page.signatures
        assert not any(row.witness for row in page.signatures)
    for wrong in ("-1", "01", "999999", "x", "%D9%A1", "1/2", ""):
        assert got(site, f"/ru/-/proof/{wrong}").status == 404, wrong


def test_an_entry_shows_what_was_signed(site: Site) -> None:
    page = site.ask("entry", ("75",))
    envelope = site.copy.reader.entry(75)
    assert page.act_id.encode() == act_id(check_envelope(envelope)).hex().encode()  # type: ignore[attr-defined]
    assert [row.key for row in page.signatures] == list(page.keys)  # type: ignore[attr-defined]
    assert check_bundle(got(site, "/en/-/bundle/75").body).index == 75


def check_envelope(data: bytes) -> bytes:
    from accord.acts.entry import unframe

    return unframe(data).envelope.payload


def test_every_entry_stands_once_in_the_list(site: Site) -> None:
    found: list[int] = []
    first: int | None = 0
    while first is not None:
        page = twin(site, "en", f"-/entries/{first}")
        found += [row["entry"] for row in page["entries"]]  # type: ignore[attr-defined]
        first = page["newer"]  # type: ignore[assignment]
    assert sorted(found) == list(range(site.copy.size))
    assert got(site, f"/en/-/entries/{site.copy.size}").status == 404


def test_the_two_voices_of_a_party_share_no_fact(site: Site) -> None:
    for party in site.copy.world.parties.tables.parties:
        page = twin(site, "en", f"-/party/{party}")
        said, recorded = entries_in(page["said_itself"]), entries_in(page["recorded_of_it"])
        assert said & recorded == set(), party


def test_a_day_tells_what_is_sure_from_what_may_be(site: Site) -> None:
    page = twin(site, "en", "-/day/2013-05-15")
    assert page["statements"] == []
    assert page["statements_among"]
    assert all(len(row["days"]) > 1 for row in page["statements_among"])  # type: ignore[attr-defined]
    assert got(site, "/en/-/day/2013-02-30").status == 404


def test_the_terminal_prints_the_same_pages(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "record"
    assert accord("demo", "--once", "--record", folder, "--json").status == 0
    here = Site(Machine().open_copy(folder))
    for asked in (("days",), ("day", "2013-08-30"), ("statement", "statement-1"), ("entries",), ("check",), ("trace",)):
        shown = accord("show", folder, *asked, "--json").json
        assert twin(here, "zh", "/".join(("-", *asked))) == shown


def test_words_in_reports_days_and_entries_stay_words(tmp_path: Path) -> None:
    site = Site(Machine().open_copy(in_folder(tmp_path / "record")))
    shown = 0
    for lang in CODES:
        for address in ("-/report", "-/report/A/99/100", "-/proof/3", "-/entries", "-/day/2013-08-30"):
            page = read(site, f"/{lang}/{address}")
            assert page.open == page.inline == [], address
            assert {str(given.get("src")).partition("?")[0] for given in page.all("script")} == {"/static/portal.js"}
            shown += "alert(" in page.text
        assert got(site, f"/{lang}/-/report/%3Cscript%3E").status == 404
    assert shown

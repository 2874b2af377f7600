"""Every page in six languages, with its twin, its tag and its safe headers; every address that is none."""

from __future__ import annotations

import json
import re
from collections import Counter

import msgspec
import pytest
from litestar.testing import TestClient

from accord.areas.meetings.acts import DiscussTheme
from accord.areas.proposals.acts import TableProposal
from accord.client.bundle import check_bundle
from accord.faces.web import kept
from accord.faces.web.rendering import Loader, environment, static
from accord.faces.web.site import Site
from accord.words.languages import CODES, LANGUAGES
from accord.world.pages import PAGES
from tests.faces.running import accord
from tests.web.reading import Read

ARGUMENTS = {
    "party": "CHE",
    "group": "NAC",
    "entry": "40",
    "panel": "panel-1",
    "units": "A%2FAC.281%2FWP.4",
}


def addresses(site: Site) -> list[str]:
    """One address of every page that the demonstration can fill, without its language."""
    groups = [code for code, fact in site.copy.world.parties.tables.parties.items() if fact.act.kind == "group"]
    panels = [fact.act.panel for fact in site.copy.world.meetings.tables.panels.values()]
    given = {**ARGUMENTS, "group": groups[0], "panel": panels[0]}
    found = ["", "A/AC.281/WP.4"]
    for page in PAGES.values():
        if all(argument.endswith("?") for argument in page.arguments):
            found.append(f"-/{page.name}")
        elif page.name in given:
            found.append(f"-/{page.name}/{given[page.name]}")
    return found


@pytest.mark.parametrize("lang", CODES)
def test_every_page_in_a_language(portal: TestClient, site: Site, lang: str) -> None:
    for address in addresses(site):
        answer = portal.get(f"/{lang}/{address}")
        assert answer.status_code == 200, (address, answer.status_code)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        page = Read(answer.text)
        (html,) = page.all("html")
        assert html == {"lang": lang, "dir": LANGUAGES[lang].direction}
        assert page.inline == [], address
        assert page.open == [], address
        ids = [str(given["id"]) for _, given in page.elements if "id" in given]
        assert [name for name, n in Counter(ids).items() if n > 1] == [], address
        landmarks = Counter(tag for tag, _ in page.elements if tag in ("main", "header", "footer", "h1"))
        assert landmarks == {"main": 1, "header": 1, "footer": 1, "h1": 1}, address
        assert len(answer.content) < 100_000, address


@pytest.mark.parametrize(
    "address", ["/en/", "/en/-/documents.json", "/en/nothing/here", "/checkpoint", "/static/accord.css", "/"]
)
def test_every_answer_has_the_safe_headers(portal: TestClient, address: str) -> None:
    answer = portal.get(address)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self';")
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert "permissions-policy" in answer.headers


def test_no_page_leads_to_another_host(portal: TestClient, site: Site) -> None:
    for address in addresses(site):
        page = Read(portal.get(f"/en/{address}").text)
        targets = [
            given.get(name) for _, given in page.elements for name in ("href", "src", "action") if given.get(name)
        ]
        assert [target for target in targets if not str(target).startswith(("/", "#", "?"))] == []
        assert [target for target in targets if str(target).startswith("//")] == []


def test_every_link_of_a_page_leads_somewhere(portal: TestClient, site: Site) -> None:
    """But for the search, which is a desk of its own."""
    seen: dict[str, int] = {}
    for address in addresses(site):
        for link in Read(portal.get(f"/fr/{address}").text).links:
            target = link.partition("#")[0]
            if target.startswith("/fr/") and target not in seen:
                seen[target] = portal.get(target).status_code
    assert {link: status for link, status in seen.items() if status != 200} == {}
    assert len(seen) > 50


def test_the_twin_is_what_the_terminal_prints(portal: TestClient, portal_record: object) -> None:
    for page in ("panels", "documents", "participation"):
        printed = accord("show", portal_record, page, "--json").json
        assert portal.get(f"/ar/-/{page}.json").json() == printed
    assert (
        portal.get("/zh/A/AC.281/WP.4.json").json()
        == accord("show", portal_record, "document", "A/AC.281/WP.4", "--json").json
    )


def test_a_page_shows_what_its_twin_says(portal: TestClient) -> None:
    twin = portal.get("/en/-/documents.json").json()
    text = portal.get("/en/-/documents").text
    assert all(row["symbol"] in text for row in twin["documents"])
    assert all(f'/en/-/entry/{row["cite"]["entry"]}"' in text for row in twin["documents"])


def test_an_unchanged_page_is_not_sent_again(portal: TestClient) -> None:
    for address in ("/en/-/documents", "/en/-/documents.json", "/checkpoint", "/static/accord.css", "/en/"):
        first = portal.get(address)
        tag = first.headers["etag"]
        again = portal.get(address, headers={"If-None-Match": f'"other", {tag}'})
        assert (again.status_code, again.content) == (304, b""), address
        assert again.headers["etag"] == tag
        assert portal.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_tag_tells_language_day_order_and_form_apart(portal: TestClient) -> None:
    page = "-/documents"
    queries = ("", ".json", "?on=2013-06-01", "?sort=documents.title", "?sort=-documents.title")
    different = [f"/en/{page}{query}" for query in queries] + [f"/fr/{page}", "/en/-/statements"]
    tags = {portal.get(address).headers["etag"] for address in different}
    assert len(tags) == len(different)


def test_the_server_sorts_where_no_script_does(portal: TestClient) -> None:
    def column(address: str) -> list[str]:
        return [link for link in Read(portal.get(address).text).links if link.startswith("/en/A/AC.281/WP.")]

    up, down = column("/en/-/documents?sort=documents.title"), column("/en/-/documents?sort=-documents.title")
    assert set(up) == set(down)
    assert up != down
    assert portal.get("/en/-/documents?sort=nonsense.%00").status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "to"),
    [
        ("/", 302, "/fr/"),
        ("/fr", 301, "/fr/"),
        ("/en/A/AC.281/INF/9", 301, "/en/A/AC.281/INF.9"),
        ("/en/a/ac.281/wp.4", 301, "/en/A/AC.281/WP.4"),
        ("/en/A/AC.281/INF/9.json", 301, "/en/A/AC.281/INF.9.json"),
        ("/A/AC.281/WP.4", 302, "/fr/A/AC.281/WP.4"),
        ("/A/AC.281/INF/9?on=2013-08-30", 302, "/fr/A/AC.281/INF.9?on=2013-08-30"),
        ("/-/documents", 302, "/fr/-/documents"),
        ("/zh/-/document/A%2FAC.281%2FWP.4", 301, "/zh/A/AC.281/WP.4"),
        ("/EN/-/documents", 301, "/en/-/documents"),
    ],
)
def test_other_spellings_lead_to_the_one_address(portal: TestClient, address: str, status: int, to: str) -> None:
    answer = portal.get(address, headers={"Accept-Language": "de, fr;q=0.8, en;q=0.3"})
    assert (answer.status_code, answer.headers.get("location")) == (status, to)
    assert ("accept-language" in answer.headers.get("vary", "").lower()) == (status == 302)


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("/en/A/AC.281/WP.99", "A/AC.281/WP.9"),
        ("/fr/-/documant", "Documents"),
        ("/es/-/party/Suisa", "Suiza"),
        ("/zh/-/party/奥地", "奥地利"),
        ("/xx/-/documents", "العربية"),
        ("/ru/-/", "Документы"),
    ],
)
def test_what_is_not_there_comes_with_the_nearest(portal: TestClient, address: str, near: str) -> None:
    answer = portal.get(address)
    assert answer.status_code == 404
    assert near in Read(answer.text).text
    twin = portal.get(f"{address.rstrip('/')}.json")
    assert twin.status_code == 404
    assert twin.headers["content-type"].startswith("application/problem+json")
    assert {"type", "title", "status", "detail"} <= set(twin.json())


@pytest.mark.parametrize(
    ("address", "listed"),
    [
        ("statement/statement-99", "statements"),
        ("theme/99", "themes"),
        ("draft/X%2FL.9", "negotiations"),
        ("list/99", "speakers"),
        ("body/AC.9", "bodies"),
    ],
)
def test_where_a_name_is_not_known_the_list_of_its_kind_is_near(portal: TestClient, address: str, listed: str) -> None:
    answer = portal.get(f"/en/-/{address}.json")
    assert answer.status_code == 404
    assert [near["href"] for near in answer.json()["nearest"]] == [f"/en/-/{listed}"]


@pytest.mark.parametrize(
    "address",
    [
        "/tile/%2e%2e/policy",
        "/tile/0/..%2f..%2fwriter/keys/log.key",
        "/tile/0/000.p/0",
        "/tile/0/000.p/999",
        "/tile/0/0",
        "/tile/x001/000",
        "/tile/0//000",
        "/writer/keys/secretariat.key",
        "/static/../site.py",
        "/static/%2e%2e/site.py",
        "/static/nothing.css",
        "/en/-/bundle/99999",
        "/en/-/bundle/-1",
        "/en/-/bundle/01",
        "/en/-/bundle/%D9%A1",
        "/en/-/party",
        "/en/-/entry/-1",
        "/%ff%00",
        "/en/%ff%fe",
        "/en/-/party/%00",
        "/en/-/party/a/b/c",
        "/..",
        "/en/-/units/" + "A%2F" * 200,
    ],
)
def test_nothing_else_is_reached(portal: TestClient, site: Site, address: str) -> None:
    answer = site.answer("GET", address) if ".." in address and "tile" not in address else portal.get(address)
    status = getattr(answer, "status_code", None) or answer.status
    assert status == 404, address


def test_wrong_requests_are_told_so(portal: TestClient) -> None:
    assert portal.get("/en/-/documents?on=2013-02-30").status_code == 400
    assert portal.get("/en/" + "a" * 3000).status_code == 414
    assert portal.post("/en/-/documents").status_code == 405
    assert portal.post("/en/-/documents", content=b"x" * 300_000).status_code in (405, 413)
    assert portal.head("/en/-/documents").content == b""
    assert portal.head("/en/-/documents").status_code == 200


def test_the_record_lies_there_for_everybody_to_check(portal: TestClient, site: Site) -> None:
    assert portal.get("/checkpoint").content == site.copy.note
    size = site.copy.size
    whole, rest = divmod(size, 256)
    for name in (f"tile/0/{whole:03}.p/{rest}", f"tile/entries/{whole:03}.p/{rest}", "tile/0/000"):
        answer = portal.get(f"/{name}")
        assert answer.content == site.copy.reader.store.read(name)
        assert "immutable" in answer.headers["cache-control"]
    assert portal.get("/policy").text.startswith("log ")
    assert portal.get("/health").json()["size"] == size


def test_a_bundle_is_downloaded_and_checks(portal: TestClient) -> None:
    answer = portal.get("/ar/-/bundle/91")
    assert answer.headers["content-disposition"] == 'attachment; filename="entry-91.bundle"'
    assert check_bundle(answer.content).index == 91


def test_openapi_names_every_page(portal: TestClient) -> None:
    document = portal.get("/schema/openapi.json").json()
    assert document["openapi"] == "3.1.0"
    for page in PAGES:
        assert any(f"/-/{page}" in path for path in document["paths"]), page
    schema = document["paths"]["/{lang}/-/documents.json"]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    assert schema == {"$ref": "#/components/schemas/DocumentsPage"}


def test_what_is_kept_is_given_until_what_it_read_changes(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    first, world, size = site.answer("GET", "/en/-/themes"), site.copy.world, site.copy.size
    assert site.kept("/en/-/themes", "") is first
    for more, act, still in ((1, TableProposal, True), (2, DiscussTheme, False)):
        monkeypatch.setitem(world.last, act, size + more - 1)
        monkeypatch.setattr(world, "size", size + more)
        assert (site.kept("/en/-/themes", "") is first) == still, act


def test_memory_is_bounded(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "KEPT_BYTES", 50_000)
    for n in range(30):
        site.answer("GET", "/en/-/documents", f"sort={n}")
    assert 0 < sum(len(one.value.body) for one in site.answers._kept.values()) == site.answers.size <= 50_000


def test_a_fault_is_told_without_its_insides(site: Site, portal: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("a secret of the inside")

    monkeypatch.setattr(site, "ask", broken)
    answer = portal.get("/en/-/adoption?on=2013-01-01")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert portal.get("/en/-/adoption.json?on=2013-01-01").json()["status"] == 500


@pytest.mark.parametrize(
    ("method", "address", "accept", "status", "kind"),
    [
        ("GET", "/tile/0/000.p/999", "*/*", 404, "text/plain"),
        ("GET", "/tile/x", "application/json", 404, "application/problem+json"),
        ("GET", "/static/nothing.css", "", 404, "text/plain"),
        ("GET", "/static/nothing.json", "", 404, "application/problem+json"),
        ("POST", "/health", "", 405, "application/problem+json"),
        ("POST", "/health", "text/plain", 405, "text/plain"),
        ("DELETE", "/checkpoint", "*/*", 405, "text/plain"),
        ("PUT", "/schema/openapi.json", "*/*", 405, "application/problem+json"),
    ],
)
def test_a_machine_that_asks_for_a_file_is_told_as_a_machine(
    portal: TestClient, method: str, address: str, accept: str, status: int, kind: str
) -> None:
    answer = portal.request(method, address, headers={"Accept": accept, "Accept-Language": "fr"})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (status, kind)
    assert answer.headers["vary"] == "Accept, Accept-Language"
    told = answer.json()["detail"] if "json" in kind else answer.text
    assert "adresse" in told or "méthode" in told.lower(), told
    assert "<" not in told


# Templates and style sheets.

SAFE_ALLOWED: set[str] = set()
"""Templates that may say `|safe`: none."""


def test_no_template_passes_anything_unescaped() -> None:
    assert environment().autoescape is True
    loader = environment().loader
    assert isinstance(loader, Loader)
    for name in loader.list_templates():
        source = loader.get_source(environment(), name)[0]
        if name not in SAFE_ALLOWED:
            assert "safe" not in source.replace("|e", ""), name
        assert "autoescape" not in source, name
        environment().get_template(name)


def test_styles_name_no_side_and_no_colour_outside_the_tokens() -> None:
    css = static()["accord.css"][1].decode()
    bare = re.sub(r"@media print.*", "", css, flags=re.S)
    assert (
        re.findall(
            r"(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right):|text-align: (?:left|right)", bare
        )
        == []
    )
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", bare) == []
    for name, (_, data) in static().items():
        assert b"//" not in data.replace(b"http://www.w3.org/2000/svg", b"").replace(b"// ", b""), name


def test_the_words_for_scripts_are_of_the_language(portal: TestClient) -> None:
    (body,) = Read(portal.get("/zh/").text).all("body")
    words = json.loads(str(body["data-words"]))
    assert words["copy"] == "复制表格"
    assert msgspec.json.encode(words)

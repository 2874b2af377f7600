"""What parties wrote to do harm is text on every page in six languages: seen, and never obeyed."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest

from accord.acts.gate import Refused
from accord.faces.web.site import Site
from accord.faces.web.visible import STEERING
from accord.words.languages import CODES
from accord.world.pages import PAGES
from tests.attack.hostile import REFUSED, Hostile
from tests.attack.hostile_talks import DRAFT
from tests.pages.small_record import text
from tests.web.reading import Read

DRAFT_PATH = quote(DRAFT, safe="")
GIVEN = {
    "party": ("ST-A", "S000", "CHE", "NGO"),
    "group": ("GRP",),
    "entry": ("0", "10", "240", "280"),
    "panel": ("panel-1",),
    "meeting": ("1",),
    "list": ("general",),
    "consistency": ("A%2F99%2F100",),
    "units": ("A%2F99%2F100",),
    "unit": ("A%2F99%2F100/para-1", "A%2F99%2F100/para-24", "A%2F99%2F100/para-12/en"),
    "day": ("2013-05-14", "2013-05-15", "2013-08-30"),
    "digest": ("2013-05-14", "2013-05-14/body%3AWG", "2013-08-30/party%3AST-A"),
    "updates": ("document%3AA%2F99%2F100", "party%3AST-A"),
    "statement": ("s-1", "o-1"),
    "introduction": ("i-1",),
    "theme": ("theme-1",),
    "entries": ("0", "200", "300"),
    "proposal": ("p-1", "p-2"),
    "proposals": ("WG/category/other",),
    "compilation": ("list-1",),
    "raised": ("A%2F99%2F100", "A%2F99%2F100/para-1"),
    "draft": (DRAFT_PATH, f"{DRAFT_PATH}/0"),
    "draft-unit": (f"{DRAFT_PATH}/u-1", f"{DRAFT_PATH}/u-2", f"{DRAFT_PATH}/u-new"),
    "brackets": (DRAFT_PATH,),
    "differences": (DRAFT_PATH, f"{DRAFT_PATH}/0/1"),
    "amendments": (DRAFT_PATH, f"{DRAFT_PATH}/open"),
    "amendment": (f"{DRAFT_PATH}/A.1", f"{DRAFT_PATH}/A.4", f"{DRAFT_PATH}/A.new"),
    "positions": (DRAFT_PATH,),
    "draft-languages": (DRAFT_PATH,),
    "changes": ("CHE", "ST-A/100"),
    "floor": ("WG/1",),
    "instrument": ("LAW", "LAW-P"),
    "instrument-state": ("LAW/CHE", "LAW/ST-A", "LAW-P/CHE"),
    "entry-into-force": ("LAW",),
    "element": ("27-c",),
    "approach": ("plan",),
    "undertaking": ("U-1",),
    "undertakings": ("matter/testing-moratorium",),
    "figure": ("warheads-stockpile", "warheads-stockpile/CHE"),
    "figures": ("warheads-stockpile",),
    "calls": ("27-c",),
    "actors": ("other", "zone-members", "academia"),
    "indicator": ("27-c", "27-h", "27-i", "29-b"),
    "coverage": ("all/LAW", "CHE"),
    "coverage-state": ("CHE",),
    "prohibition": ("p-1",),
    "law-developments": ("criminal",),
}
"""What the hostile record has under the names that pages ask for."""
DOCUMENTS = ("A/99/100", "A/AC.99/WP.1", "A/AC.99/INF.1")


def addresses() -> list[str]:
    """Every page of the record, without its language."""
    found = ["", *DOCUMENTS]
    for page in PAGES.values():
        if page.name == "document":
            continue
        if all(argument.endswith("?") for argument in page.arguments):
            found.append(f"-/{page.name}")
        found += [f"-/{page.name}/{given}" for given in GIVEN.get(page.name, ())]
    return found


def test_every_page_is_attacked() -> None:
    reached = {address.split("/")[1] for address in addresses() if address.startswith("-/")} | {"document"}
    assert set(PAGES) - reached == set(), "say in GIVEN what the hostile record has for them"


@pytest.mark.parametrize("lang", CODES)
def test_a_hostile_record_is_read_unharmed(site: Site, lang: str) -> None:
    shown = 0
    for address in addresses():
        answer = site.answer("GET", f"/{lang}/{address}")
        assert answer.status == 200, (address, answer.status)
        html = answer.body.decode()
        page = Read(html)
        assert page.open == [], address
        assert page.inline == [], address
        steering = STEERING.search(html)
        assert steering is None, (address, html[max(0, steering.start() - 150) : steering.end() + 50])
        links = [
            str(given[name]) for _, given in page.elements for name in ("href", "src", "action") if given.get(name)
        ]
        assert [link for link in links if not link.startswith(("/", "#", "?")) or link.startswith("//")] == [], address
        assert {str(given.get("src")) for given in page.all("script")} <= set(re.findall(r"/static/[^\"]+", html))
        assert page.all("img") == page.all("base") == page.all("iframe") == []
        assert "7*7" in html or "٧*٧" in html or "{% include" not in html, f"a template in a text is run: {address}"
        shown += "alert(" in page.text
    assert shown > 10, "the attacks are there to be read"


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_twins_of_a_hostile_record_are_json(site: Site, lang: str) -> None:
    for address in addresses():
        answer = site.answer("GET", f"/{lang}/{address or '-/home'}.json")
        assert answer.status == 200, address
        assert answer.kind == "application/json"
        assert json.loads(answer.body)


@pytest.mark.parametrize("words", REFUSED)
def test_control_characters_never_reach_the_record(words: str) -> None:
    from accord.areas.parties.acts import EnterParty

    h = Hostile()
    with pytest.raises((Refused, ValueError)):
        h.does("SECRETARIAT", EnterParty(party="BAD", kind="organisation", name=text(words)))
    assert len(h.entries) == 1


def test_many_sponsors_are_listed_in_full(site: Site) -> None:
    page = Read(site.answer("GET", "/fr/A/AC.99/WP.1").body.decode())
    linked = {link for link in page.links if link.startswith(("/fr/-/party/S0", "/fr/-/party/S1"))}
    assert len(linked) == 190

"""Every page as the record stood after an earlier entry: marked, apart from what stands now, linked within then."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from accord.acts.entry import read
from accord.faces.web.answers import Answer
from accord.faces.web.site import Site
from accord.words.catalogue import say
from accord.world.pages import PAGES, ask
from accord.world.vocabulary import VOCABULARY
from tests.client.made import Folder
from tests.world.told import long_entries

SIZE = len(long_entries())
BEFORE = SIZE - 60


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The demonstration, then a few quarrels."""
    folder = Folder(Path(tmp_path_factory.mktemp("earlier")) / "record").holds(long_entries()[:SIZE], framed=True)
    return Site(folder.copy())


def get(site: Site, path: str, query: str = "") -> Answer:
    found = site.answer("GET", path, query)
    assert isinstance(found, Answer)
    return found


def body(answer: Answer) -> str:
    return answer.body.decode()


def entered(site: Site) -> int:
    """The entry by which a State came into the register."""
    for index in range(SIZE):
        act = read(index, long_entries()[index], VOCABULARY)[0].act
        if getattr(act, "party", None) == "ST-A":
            return index
    raise AssertionError("ST-A is in the record")


@pytest.mark.parametrize("at", [1, BEFORE, SIZE])
def test_the_twin_of_a_page_is_what_the_record_knew_then(site: Site, at: int) -> None:
    told = msgspec.json.decode(get(site, "/en/-/parties.json", f"at={at}").body)
    then: Any = ask(site.copy.as_of(at), "parties", (), None, site.copy.reader.entry)
    assert [row["party"] for row in told["parties"]] == [row.party for row in then.parties]


def test_a_page_of_an_earlier_moment_says_so_and_no_other_does(site: Site) -> None:
    now, then = get(site, "/en/-/parties"), get(site, "/en/-/parties", f"at={BEFORE}")
    assert 'class="banner then"' in body(then)
    assert f">{BEFORE - 1}</a>" in body(then).partition('class="banner then"')[2].partition("</p>")[0]
    assert 'name="robots" content="noindex"' in body(then)
    assert "banner then" not in body(now)
    assert "noindex" not in body(now)
    assert then.etag != now.etag
    assert body(get(site, "/en/-/parties")) == body(now), "asking for then changes nothing of now"


@pytest.mark.parametrize("lang", ["ar", "zh", "fr", "ru", "es"])
def test_an_earlier_moment_is_told_in_the_language_of_the_page(site: Site, lang: str) -> None:
    shown = body(get(site, f"/{lang}/", "at=0"))
    assert say(lang, "portal.at-nothing") in shown


def test_links_stay_at_the_moment_and_one_leads_back(site: Site) -> None:
    shown = body(get(site, "/en/-/documents", f"at={BEFORE}"))
    main = shown.partition("<main")[2].partition("</main>")[0]
    banner = shown.partition('class="banner then"')[2].partition("</p>")[0]
    links = set(re.findall(r'href="(/en/[^"]+)"', main))
    assert links
    assert {link for link in links if f"at={BEFORE}" not in link} == set()
    assert 'href="/en/-/documents"' in banner
    assert f'href="/fr/-/documents?at={BEFORE}"' in shown
    assert f"--at {BEFORE}" in shown


def test_an_entry_leads_to_the_record_as_it_stood_after_it(site: Site) -> None:
    assert f'href="/en/?at={BEFORE}"' in body(get(site, f"/en/-/entry/{BEFORE - 1}"))
    assert get(site, "/en/", f"at={BEFORE}").status == 200


def test_nothing_can_be_said_at_an_earlier_moment(site: Site) -> None:
    assert "act" not in site.earlier(BEFORE).desks


def test_what_came_later_is_not_there(site: Site) -> None:
    index = entered(site)
    assert get(site, "/en/-/party/ST-A", f"at={index}").status == 404
    assert get(site, "/en/-/party/ST-A", f"at={index + 1}").status == 200


@pytest.mark.parametrize("at", [str(SIZE + 1), "-1", "x", "1e2", "٣", "9" * 400, "1 "])
def test_no_moment_lies_outside_the_record(site: Site, at: str) -> None:
    answer = get(site, "/en/-/parties", f"at={at}")
    assert answer.status == 404
    assert str(SIZE) in body(answer)
    assert get(site, "/en/-/parties.json", f"at={at}").status == 404


def test_every_page_without_arguments_is_shown_at_any_moment(site: Site) -> None:
    for page in PAGES.values():
        if not any(not name.endswith("?") for name in page.arguments):
            for at in (0, 1, BEFORE):
                assert get(site, f"/en/-/{page.name}", f"at={at}").status in (200, 301, 404), (page.name, at)


def test_few_moments_are_kept(site: Site) -> None:
    first = site.earlier(10)
    for at in range(11, 20):
        site.earlier(at)
    assert site.earlier(10) is not first

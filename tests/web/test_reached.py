"""Every page is reached by following links from the first one."""

from __future__ import annotations

import html
import re

import pytest

from accord.faces.web.menus import TOOLS
from accord.faces.web.rendering import Loader, environment
from accord.faces.web.site import Site
from accord.main import Machine
from accord.world.pages import PAGES
from tests.acting.desk import done
from tests.attack.hostile import in_folder

LINK = re.compile(r'<a [^>]*href="/en/(-/[^"#?]+|[^"#?-][^"#?]*)')
EACH, PARTIES = 3, 100
"""Addresses of one page that are followed; of parties more, since few of them are groups."""


def reached(site: Site) -> dict[str, str]:
    """Page → its address, by links from the first page of a record."""
    found, seen, waiting = {"home": ""}, {""}, [""]
    times: dict[str, int] = {}
    while waiting:
        answer = done(site.answer("GET", f"/en/{waiting.pop(0)}"))
        for link in LINK.findall(answer.body.decode("utf-8", "replace") if answer.status == 200 else ""):
            target = html.unescape(link)
            name = target.split("/")[1] if target.startswith("-/") else "document"
            times[name] = times.get(name, 0) + (target not in seen)
            if target not in seen and times[name] <= (PARTIES if name == "party" else EACH) and name != "bundle":
                seen.add(target)
                waiting.append(target)
                # A page about what this record does not have says so: it is reached all the same.
                if done(site.answer("GET", f"/en/{target}")).status in (200, 404):
                    found.setdefault(name, target)
    return found


@pytest.fixture(scope="module")
def from_home(site: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is reached in the demonstration, and in a record that has the words of its report too."""
    worded = Site(Machine().open_copy(in_folder(tmp_path_factory.mktemp("worded") / "record")))
    return reached(worded) | reached(site)


@pytest.mark.parametrize("name", sorted({*PAGES, *TOOLS} - {"act", "drafts"}))
def test_every_page_is_reached_from_home(from_home: dict[str, str], name: str) -> None:
    assert name in from_home or named_by_templates(name), (
        f"no link leads to the page {name}: link it where it is looked for"
    )


def named_by_templates(name: str) -> bool:
    """Of what neither record has, it is enough that a template of another page leads there."""
    loader = environment().loader
    assert isinstance(loader, Loader)
    others = [template for template in loader.list_templates() if template != f"pages/{name}.html"]
    return any(re.search(rf"""url\(['"]{name}['"]""", loader.get_source(environment(), other)[0]) for other in others)


def test_the_list_of_all_pages_names_each_that_can_be_opened(site: Site, from_home: dict[str, str]) -> None:
    for lang in ("en", "ar"):
        answer = done(site.answer("GET", f"/{lang}/-/contents"))
        text = answer.body.decode()
        for page in PAGES.values():
            is_open = all(argument.endswith("?") for argument in page.arguments)
            assert (f'href="/{lang}/-/{page.name}"' in text) >= is_open, page.name
    assert site.answer("GET", "/en/-/contents/x").status == 404  # type: ignore[union-attr]
    assert site.answer("POST", "/en/-/contents").status == 405  # type: ignore[union-attr]

"""The heading of an annex is called an annex on pages of text, not a chapter, in the reader's language."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from accord.faces.cli.names import Names
from accord.faces.web.site import Site
from accord.words.languages import CODES
from tests.papers.consistency.versions import states
from tests.papers.report.building import founded, imports
from tests.papers.report.test_report_languages import with_annexes
from tests.web.standing import standing


@pytest.fixture(scope="module")
def annexed() -> Site:
    world = founded()
    imports(world, with_annexes("en"), states())
    return standing(world, lambda n: b"")


def paper(site: Site) -> str:
    return next(
        document
        for document, units in site.copy.world.drafting.tables.units.items()
        if any(fact.act.unit == "annex-1" for fact in units.values())
    )


def asked(site: Site, lang: str, *parts: str) -> str:
    answer = site.answer("GET", "/".join([f"/{lang}/-", *(quote(part, safe="") for part in parts)]))
    assert answer.status == 200  # type: ignore[union-attr]
    body = answer.body.decode()  # type: ignore[union-attr]
    return re.sub(r"<[^>]+>|\s+", " ", body)


@pytest.mark.parametrize("lang", CODES)
def test_the_heading_of_an_annex_or_appendix_is_named_as_one(annexed: Site, lang: str) -> None:
    names, symbol = Names(lang), paper(annexed)
    units = annexed.copy.world.drafting.tables.units[symbol]
    heading, chapter = units["en/annex-1"].act, units["en/chapter-1"].act
    assert names.code("unit-kind", "chapter") in names.unit("chapter-1", chapter.kind, chapter.number)
    page = asked(annexed, lang, "units", symbol, "en")
    for unit in ("annex-1", "annex-1-appendix-1", "annex-2"):
        called = names.unit(unit, heading.kind, heading.number)
        assert names.code("unit-kind", "chapter") not in called
        assert called in page
        assert called in asked(annexed, lang, "unit", symbol, unit, "en")
    assert names.unit("annex-1-para-1", "paragraph", "1.").startswith(names.code("unit-kind", "paragraph"))

"""A table of thousands of rows comes in parts, each with an address; no row is lost, and its order holds over all."""

from __future__ import annotations

import pytest

from accord.areas.documents.pages import Kin
from accord.faces.web import kept
from accord.faces.web.blocks import Table
from accord.faces.web.rendering import environment
from accord.faces.web.sheets import LEAF, LONGEST, Sheets
from accord.faces.web.site import Site
from accord.faces.web.written import Written
from accord.world.asked import asked
from accord.world.world import World
from tests.web.reading import Read

ROWS = 1_003
W = Written("en", asked(World("example.org/long")))


def table(sort: str = "", leaf: str = "", rows: int = ROWS) -> Table:
    symbols = [f"X/{n * 7919 % rows:05d}" for n in range(rows)]
    return Sheets(W, sort, leaf).table("family", tuple(Kin(symbol=s, kind="draft", replaced=False) for s in symbols))


def shown(made: Table) -> list[str]:
    return [str(row[0].html.striptags()) for row in made.rows]


def test_every_row_is_in_one_part() -> None:
    found = [symbol for start in range(0, ROWS, LEAF) for symbol in shown(table(leaf=f"family.{start}"))]
    assert len(found) == len(set(found)) == ROWS


def test_the_order_is_that_of_all_rows() -> None:
    assert shown(table("family.symbol")) == [f"X/{n:05d}" for n in range(LEAF)]
    assert shown(table("-family.symbol"))[0] == f"X/{ROWS - 1:05d}"
    assert shown(table("family.symbol", f"family.{LEAF}"))[0] == f"X/{LEAF:05d}"


def test_a_short_table_is_whole() -> None:
    made = table(rows=LONGEST)
    assert (len(made.rows), made.leaves) == (LONGEST, ())


def test_a_part_that_is_not_there_is_the_nearest() -> None:
    assert len(shown(table(leaf="family.99999999"))) == ROWS % LEAF
    for strange in ("family.-1", "family.x", "other.50", "family.\u0661", "family." + "9" * 50, "\x00"):
        assert shown(table(leaf=strange)) == shown(table())


def test_the_parts_are_links_that_keep_the_order() -> None:
    module = environment().get_template("components.html").make_module({"w": W})
    page = Read(module.table(table("-family.symbol", f"family.{LEAF * 10}")))  # type: ignore[attr-defined]
    leaves = [link for link in page.links if "from=" in link]
    assert leaves[0] == "?sort=-family.symbol&from=family.0#family"
    assert f"?sort=-family.symbol&from=family.{LEAF * 11}#family" in leaves
    assert leaves[-1] == f"?sort=-family.symbol&from=family.{(ROWS - 1) // LEAF * LEAF}#family"
    assert [link.get("aria-current") for link in page.all("a") if "from=" in str(link.get("href"))].count("page") == 1
    assert "data-table" not in page.all("table")[0], "a script that sorts a part would mislead"
    assert f"Rows: {ROWS}" in page.text


def test_a_page_is_asked_once_for_all_languages_and_what_is_kept_is_bounded(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    ask = site.ask
    monkeypatch.setattr(site, "ask", lambda *what: asked.append(what) or ask(*what))
    for lang in ("ar", "ru", "es"):
        site.answer("GET", f"/{lang}/-/documents", "on=2013-01-05")
    assert len(asked) == 1
    monkeypatch.setattr(kept, "KEPT_ROWS", 500)
    for day in range(1, 28):
        site.answer("GET", "/en/-/documents", f"on=2012-01-{day:02}")
    assert 0 < site.pages.rows <= 500
    assert site.pages.rows == sum(one.value.cited + 1 for one in site.pages._kept.values())

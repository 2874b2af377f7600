"""The desk and the verb: what was found, with its links, in the language of the reader; and the shelf behind both."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import quote

import msgspec
import pytest

from accord.faces.cli import verb_search
from accord.faces.web.search.desk import EXAMPLES
from accord.faces.web.search.follower import SHELF, Follower
from accord.faces.web.site import Site
from accord.main import Machine
from accord.nodes.shelf import FolderShelf
from accord.world.search.kinds import KINDS
from accord.world.search.page import SearchPage
from tests.acting.desk import done
from tests.faces.running import accord
from tests.web.conftest import portal_record, site
from tests.web.reading import Read

__all__ = ["portal_record", "site"]
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


def html(site: Site, lang: str, typed: str, more: str = "") -> str:
    answer = site.answer("GET", f"/{lang}/-/search", f"q={quote(typed)}{more}")
    assert answer.status == 200
    return answer.body.decode()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_example_of_the_help_leads_somewhere(site: Site, lang: str) -> None:
    shown = html(site, lang, "")
    for example in EXAMPLES:
        assert quote(example, safe="").replace("%20", "+") in shown
    found = [example for example in EXAMPLES if 'class="hits"' in html(site, lang, example)]
    assert set(EXAMPLES) - set(found) <= {"27 (h)", "第27段"}, "only a record with the words of a report has paragraphs"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("typed", ["Austria", "核裁军", "A/AC.281", "chair", "#7", "Geneva", "general exchange"])
def test_every_hit_links_to_a_page(site: Site, lang: str, typed: str) -> None:
    shown = Read(html(site, lang, typed))
    links = [str(given["href"]) for tag, given in shown.elements if tag == "a" and "href" in given]
    assert links
    for href in dict.fromkeys(links):
        path, _, query = href.partition("#")[0].partition("?")
        if path.startswith(f"/{lang}/"):
            assert done(site.answer("GET", path, query)).status == 200, href


def test_what_was_typed_is_shown_and_not_obeyed(site: Site) -> None:
    for attack in (
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ 7*7 }}",
        "a\u202eb",
        "</bdi><style>",
    ):
        shown = Read(html(site, "ar", attack))
        assert shown.inline == []
        assert not any(tag in ("img", "style") for tag, _ in shown.elements)


def test_words_are_marked_in_their_language(site: Site) -> None:
    assert "<mark>verification</mark>" in html(site, "en", "verification")
    assert '<bdi lang="zh">' in html(site, "fr", "奥地利")
    shown = html(site, "fr", "International Law and Policy")
    assert shown.count("<mark>") == shown.count("</mark>") > 0


def test_the_twin_is_the_page_as_a_type(site: Site) -> None:
    answer = site.answer("GET", "/zh/-/search.json", "q=wp.4")
    page = msgspec.json.decode(answer.body, type=SearchPage)
    assert page.groups[0].hits[0].arguments == ("A/AC.281/WP.4",)
    assert answer.etag
    assert site.answer("GET", "/zh/-/search.json", "q=wp.4") == answer


def test_too_much_and_the_wrong_method_are_refused(site: Site) -> None:
    assert site.answer("GET", "/en/-/search", "q=" + "x" * 301).status == 400
    assert site.answer("GET", "/en/-/search.json", "q=" + "x" * 301).status == 400
    assert site.answer("GET", "/en/-/search", "q=" + "x" * 60_000).status == 414
    assert site.answer("POST", "/en/-/search", "q=x").status == 405
    assert site.answer("GET", "/en/-/search/more", "q=x").status == 404
    assert site.answer("GET", "/en/-/search", "q=Austria&kind=nothing").status == 200
    assert site.answer("GET", "/en/-/search", "q=%00%ff%fe").status == 200


def test_the_verb_answers_in_words_and_as_json(portal_record: Path) -> None:
    page = msgspec.json.decode(accord("search", portal_record, "inf/9", "--json").out, type=SearchPage)
    assert page.groups[0].hits[0].key == "A/AC.281/INF.9"
    said = accord("search", portal_record, "奥地利", "--lang", "zh")
    assert said.status == 0
    assert "show RECORD party AUT" in said.out
    assert "Austria" in accord("search", portal_record, "Austira").out
    only = accord("search", portal_record, "A/AC.281", "--kind", "document", "--json").json
    assert [group["kind"] for group in only["groups"]] == ["document"]
    assert accord("search", portal_record, "x" * 301).status == 2
    assert accord("search", portal_record, "x", "--kind", "nothing").status == 2
    assert accord("search", portal_record, "\x1b[2J").clean


def test_the_verb_knows_the_kinds() -> None:
    assert verb_search.KINDS == KINDS


def test_an_index_is_kept_on_the_shelf_and_taken_up_again(
    portal_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "record"
    shutil.copytree(portal_record, folder)
    monkeypatch.setattr("accord.faces.web.search.follower.SNAPSHOT_EVERY", 10)
    first = Follower(Machine().open_copy(folder))
    assert first.catch_up() > 100
    (kept,) = [path for path in (folder / "snapshots" / SHELF).iterdir() if path.is_file()]
    second = Follower(Machine().open_copy(folder))
    assert second.catch_up() == 0
    assert second.search("wp.4", "en") == first.search("wp.4", "en")
    data = bytearray(kept.read_bytes())
    data[len(data) // 2] ^= 1
    kept.write_bytes(data)
    assert Follower(Machine().open_copy(folder)).catch_up() > 100, "a flipped bit: made anew"


def test_where_nothing_can_be_kept_the_index_is_in_memory(portal_record: Path, tmp_path: Path) -> None:
    copy = Machine().open_copy(portal_record)
    copy.shelf = FolderShelf(tmp_path / "nowhere" / "record")
    (tmp_path / "nowhere").write_text("a file, so no folder")
    assert Follower(copy).search("wp.4", "en").groups
    copy.shelf = None
    assert Follower(copy).search("wp.4", "en").groups

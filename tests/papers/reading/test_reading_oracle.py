"""The reading of the real report agrees with the reading by hand, list by list and text by text."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from accord.papers.reading import Reading, source_text
from accord.papers.reading.text import squeeze


def plain(value: object) -> Any:
    """As JSON: lists, not tuples."""
    return msgspec.json.decode(msgspec.json.encode(value))


def same(ours: str | None, theirs: str | None) -> bool:
    return ours == theirs if ours is None or theirs is None else squeeze(ours) == squeeze(theirs)


def all_paragraphs(oracle: dict[str, Any]) -> list[dict[str, Any]]:
    out = []
    for chapter in oracle["chapters"]:
        out += chapter["paragraphs"]
        for section in chapter["sections"]:
            out += section["paragraphs"]
    return sorted(out, key=lambda p: p["num"])


def test_every_character_of_the_text_is_in_a_unit_in_order(
    reading: Reading, seed_text: str, oracle: dict[str, Any]
) -> None:
    ours, source = squeeze(reading.body_text()), squeeze(source_text(seed_text))
    assert ours == source
    assert len(ours) == oracle["check"]["source_chars_without_space"] == 9899


def test_the_cover_agrees(reading: Reading, oracle: dict[str, Any]) -> None:
    assert (reading.symbol, reading.language, reading.pages) == (oracle["symbol"], oracle["language"], oracle["pages"])
    assert (reading.job_number, reading.job_language) == (oracle["job_number"], oracle["job_language"])
    masthead = plain(reading.masthead)
    assert {key: masthead[key] for key in oracle["masthead"]} == oracle["masthead"]
    assert same(reading.title, oracle["title"])
    assert same(reading.report_title, oracle["report_title"])
    assert reading.note is not None
    assert all(same(getattr(reading.note, key), oracle["note"][key]) for key in ("heading", "text", "by"))


def test_every_chapter_and_section_agrees(reading: Reading, oracle: dict[str, Any]) -> None:
    assert len(reading.chapters) == len(oracle["chapters"]) == 5
    for ours, theirs in zip(reading.chapters, oracle["chapters"], strict=True):
        assert (ours.num, ours.n, ours.page, ours.line) == tuple(theirs[k] for k in ("num", "n", "page", "line"))
        assert same(ours.heading, theirs["heading"])
        assert list(ours.paragraphs) == [p["num"] for p in theirs["paragraphs"]]
        for mine, other in zip(ours.sections, theirs["sections"], strict=True):
            assert (mine.num, mine.page, mine.line) == tuple(other[k] for k in ("num", "page", "line"))
            assert same(mine.heading, other["heading"])
            assert list(mine.paragraphs) == [p["num"] for p in other["paragraphs"]]
    assert sum(len(chapter.sections) for chapter in reading.chapters) == 14


def test_every_paragraph_and_item_agrees(reading: Reading, oracle: dict[str, Any]) -> None:
    theirs = all_paragraphs(oracle)
    assert len(reading.paragraphs) == len(theirs) == 52
    for ours, other in zip(reading.paragraphs, theirs, strict=True):
        assert (ours.num, ours.page, ours.line) == (other["num"], other["page"], other["line"])
        assert same(ours.text, other["text"]), ours.num
        assert [(i.label, squeeze(i.text), i.page, i.line) for i in ours.subitems] == [
            (i["label"], squeeze(i["text"]), i["page"], i["line"]) for i in other["subitems"]
        ]
        for mine, its in zip(ours.subitems, other["subitems"], strict=True):
            assert [(s.label, squeeze(s.text)) for s in mine.subitems] == [
                (s["label"], squeeze(s["text"])) for s in its.get("subitems", [])
            ]
        assert [(i.num, squeeze(i.text)) for i in ours.list_items] == [
            (i["num"], squeeze(i["text"])) for i in other.get("list_items", [])
        ]


def test_almost_every_space_agrees_too(reading: Reading, oracle: dict[str, Any]) -> None:
    differ = [
        ours.num
        for ours, other in zip(reading.paragraphs, all_paragraphs(oracle), strict=True)
        if ours.text != other["text"]
    ]
    assert differ == []


def test_every_document_agrees(reading: Reading, oracle: dict[str, Any]) -> None:
    keys = ("item", "symbol", "page", "type", "sponsors", "title")
    ours = [{key: plain(d)[key] for key in keys} for d in reading.documents]
    assert ours == [{key: d[key] for key in keys} for d in oracle["documents"]]
    assert [d.panel for d in reading.documents] == [d.get("panel_label") for d in oracle["documents"]]


def test_every_panel_and_panellist_agrees(reading: Reading, oracle: dict[str, Any]) -> None:
    assert len(reading.panels) == 10
    assert sum(len(panel.panellists) for panel in reading.panels) == 25
    for ours, theirs in zip(reading.panels, oracle["panels"], strict=True):
        assert (ours.item, ours.theme, ours.page) == (theirs["item"], theirs["title"], theirs["page"])
        assert (ours.moderator.name, ours.moderator.state) == (
            theirs["moderator"]["name"],
            theirs["moderator"]["state"],
        )
        assert [(p.name, p.affiliation, p.affiliation_abbr) for p in ours.panellists] == [
            (p["name"], p["affiliation"], p.get("affiliation_abbr")) for p in theirs["panellists"]
        ]


def test_every_theme_and_element_agrees(reading: Reading, oracle: dict[str, Any]) -> None:
    assert [(t.item, t.title, {k: v for k, v in plain(t.moderator).items() if v}) for t in reading.themes] == [
        (t["item"], t["title"], t["moderator"]) for t in oracle["themes"]
    ]
    assert list(reading.elements) == list(oracle["elements"])
    for number, items in reading.elements.items():
        assert [(i.label, i.text) for i in items] == [(i["label"], i["text"]) for i in oracle["elements"][number]]
        assert [[(s.label, s.text) for s in i.subitems] for i in items] == [
            [(s["label"], s["text"]) for s in i.get("subitems", [])] for i in oracle["elements"][number]
        ]


def test_every_speaker_agrees(reading: Reading, oracle: dict[str, Any]) -> None:
    theirs = oracle["general_exchange"]
    assert [(s.state, s.on_behalf_of) for s in reading.statements.states] == [
        (s["state"], s.get("on_behalf_of")) for s in theirs["states"]
    ]
    assert {s.dates for s in reading.statements.states} == {tuple(theirs["dates"])}
    assert [(s.name, s.on_behalf_of) for s in reading.statements.civil_society] == [
        (s["name"], s.get("on_behalf_of")) for s in theirs["civil_society"]
    ]
    high = theirs["high_representative"]
    assert [(s.name, s.paragraph, s.dates) for s in reading.statements.officials] == [
        (high["who"], high["paragraph"], (high["date"],))
    ]


def test_every_introduction_agrees(reading: Reading, oracle: dict[str, Any]) -> None:
    theirs = oracle["working_paper_introductions"]
    assert [(list(i.introduced_by), list(i.on_behalf_of), i.jointly) for i in reading.introductions] == [
        (i["introduced_by"], i.get("on_behalf_of", []), i.get("jointly", False)) for i in theirs["introductions"]
    ]
    assert {i.dates for i in reading.introductions} == {tuple(theirs["dates"])}
    assert [s.name for s in reading.submissions] == theirs["ngos"]
    assert reading.chair_compilation == theirs["chair_compilation"]


@pytest.mark.parametrize("key", ["meetings", "agenda", "mandate", "adoption"])
def test_the_course_of_the_body_agrees(reading: Reading, oracle: dict[str, Any], key: str) -> None:
    def agrees(ours: Any, theirs: Any) -> bool:
        if isinstance(theirs, dict):
            return all(agrees(ours[name], value) for name, value in theirs.items())
        if isinstance(theirs, list):
            return len(ours) == len(theirs) and all(map(agrees, ours, theirs))
        return bool(ours == theirs)

    assert agrees(plain(getattr(reading, key)), oracle[key])


def test_every_officer_agrees(reading: Reading, oracle: dict[str, Any]) -> None:
    theirs = oracle["officers"]
    chair = plain(reading.officers.chair)
    assert {key: chair[key] for key in theirs["chair"]} == theirs["chair"]
    assert list(reading.officers.friends_of_the_chair) == theirs["friends_of_the_chair"]


def test_every_footnote_agrees(reading: Reading, oracle: dict[str, Any]) -> None:
    ours = [(n.marker, n.text, n.page, n.ref_in) for n in reading.footnotes]
    assert ours == [(n["marker"], n["text"], n["page"], f"para-{n['ref_in']}") for n in oracle["footnotes"]]
    marks = {p.num: [(m.marker, m.offset) for m in p.footnote_refs] for p in reading.paragraphs if p.footnote_refs}
    theirs = {
        p["num"]: [(m["marker"], m["offset"]) for m in p["footnote_refs"]]
        for p in all_paragraphs(oracle)
        if p.get("footnote_refs")
    }
    assert marks == theirs
    assert [group.name for group in reading.groups] == ["新议程联盟"]
    assert len(reading.groups[0].members) == 7


def test_the_concordances_agree(reading: Reading, oracle: dict[str, Any]) -> None:
    theirs = oracle["concordance"]
    assert reading.concordance.summaries == theirs["moderator_summary_to_panel_13"]
    assert {i: s.removeprefix("section-4-") for i, s in reading.concordance.sections.items()} == theirs[
        "theme_17_to_section_IV"
    ]

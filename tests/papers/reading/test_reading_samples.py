"""The two sample reports of a fictional body, in English and French, are read as their expected readings say."""

from __future__ import annotations

import csv
import itertools
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from accord.papers.reading import Reading, read, source_text
from accord.papers.reading.text import squeeze

SAMPLES = Path(__file__).parents[2] / "samples"
LANGUAGES = ["en", "fr"]
pytestmark = pytest.mark.parametrize("lang", LANGUAGES)


@cache
def fictional(lang: str) -> dict[str, str]:
    forms = {}
    with (SAMPLES / "states.csv").open(newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            name, article = row[f"short_{lang}"], row[f"article_{lang}"]
            joint = "" if article.endswith("'") else " "
            for form in (name, f"{article}{joint}{name}" if article else "", *row[f"also_{lang}"].split(";")):
                if form:
                    forms[form] = row["iso3"]
    return forms


@cache
def reading(lang: str) -> Reading:
    return read((SAMPLES / f"exercise-report.{lang}.txt").read_text(encoding="utf-8"), fictional(lang))


@cache
def expected(lang: str) -> dict[str, Any]:
    return dict(json.loads((SAMPLES / f"exercise-report.{lang}.expected.json").read_text(encoding="utf-8")))


def same(lang: str, ours: str | None, theirs: str | None) -> bool:
    """One name: the same State, or the same words."""
    known = fictional(lang)
    return ours == theirs or (ours in known and theirs in known and known[ours] == known[theirs])


def all_same(lang: str, ours: Any, theirs: Any) -> bool:
    return len(ours) == len(theirs) and all(same(lang, a, b) for a, b in zip(ours, theirs, strict=True))


def paragraphs(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [p for c in report["chapters"] for part in (c, *c["sections"]) for p in part["paragraphs"]]


def test_nothing_is_lost(lang: str) -> None:
    text = (SAMPLES / f"exercise-report.{lang}.txt").read_text(encoding="utf-8")
    assert squeeze(reading(lang).body_text()) == squeeze(source_text(text))


def test_the_cover(lang: str) -> None:
    found, theirs = reading(lang), expected(lang)
    assert (found.symbol, found.job_number, found.job_language, found.pages) == tuple(
        theirs[k] for k in ("symbol", "job_number", "job_language", "pages")
    )
    masthead = theirs["masthead"]
    assert (found.masthead.session, found.masthead.session_number) == (masthead["session"], masthead["session_number"])
    assert squeeze(found.masthead.agenda_item or "") == squeeze(masthead["agenda_item"])
    assert found.masthead.agenda_item_title == masthead["agenda_item_title"]
    assert (found.masthead.distribution or "").lower() == masthead["distribution"].lower()
    assert found.masthead.date == masthead["date"]
    assert (found.title, found.report_title) == (theirs["title"], theirs["report_title"])
    assert found.note is not None
    assert (found.note.heading, found.note.text, found.note.by) == tuple(
        theirs["note"][k] for k in ("heading", "text", "by")
    )


def test_chapters_sections_and_paragraphs(lang: str) -> None:
    found, theirs = reading(lang), expected(lang)
    assert [(c.num, c.heading, c.page, [(s.num, s.heading, s.page) for s in c.sections]) for c in found.chapters] == [
        (c["num"], c["heading"], c["page"], [(s["num"], s["heading"], s["page"]) for s in c["sections"]])
        for c in theirs["chapters"]
    ]
    assert [
        (p.num, p.text, p.page, [(i.num, i.text) for i in p.list_items],
         [(i.label, i.text, i.page, [(s.label, s.text) for s in i.subitems]) for i in p.subitems])
        for p in found.paragraphs
    ] == [
        (p["num"], p["text"], p["page"], [(i["num"], i["text"]) for i in p.get("list_items", [])],
         [(i["label"], i["text"], i["page"], [(s["label"], s["text"]) for s in i.get("subitems", [])])
          for i in p["subitems"]])
        for p in paragraphs(theirs)
    ]  # fmt: skip
    assert {p.num: [(m.marker, m.offset) for m in p.footnote_refs] for p in found.paragraphs if p.footnote_refs} == {
        p["num"]: [(m["marker"], m["offset"]) for m in p["footnote_refs"]]
        for p in paragraphs(theirs)
        if p.get("footnote_refs")
    }
    assert [(n.marker, n.text, n.page, n.ref_in) for n in found.footnotes] == [
        (n["marker"], n["text"], n["page"], f"para-{n['ref_in']}") for n in theirs["footnotes"]
    ]


def test_documents(lang: str) -> None:
    ours, theirs = reading(lang).documents, expected(lang)["documents"]
    assert [(d.item, d.symbol, d.type, d.title, d.page) for d in ours] == [
        (d["item"], d["symbol"], d["type"], d["title"], d["page"]) for d in theirs
    ]
    for mine, other in zip(ours, theirs, strict=True):
        assert all_same(lang, mine.sponsors, other["sponsors"]), (mine.symbol, mine.sponsors, other["sponsors"])
        assert (other.get("panel_label") or "") in (mine.panel or ""), mine.symbol


def test_panels_and_themes(lang: str) -> None:
    ours, theirs = reading(lang).panels, expected(lang)["panels"]
    assert len(ours) == len(theirs)
    for mine, other in zip(ours, theirs, strict=True):
        assert (mine.item, mine.theme, mine.moderator.name) == (
            other["item"],
            other["title"],
            other["moderator"]["name"],
        )
        assert same(lang, mine.moderator.state, other["moderator"]["state"])
        assert [(p.name, p.affiliation, p.affiliation_abbr) for p in mine.panellists] == [
            (p["name"], p.get("affiliation"), p.get("affiliation_abbr")) for p in other["panellists"]
        ]
    for theme, its in zip(reading(lang).themes, expected(lang)["themes"], strict=True):
        assert (theme.item, theme.title, theme.moderator.name, theme.moderator.role) == (
            its["item"], its["title"], its["moderator"].get("name"), its["moderator"].get("role")
        )  # fmt: skip
        assert same(lang, theme.moderator.state, its["moderator"].get("state"))


def test_speakers(lang: str) -> None:
    ours, theirs = reading(lang).statements, expected(lang)["general_exchange"]
    assert all_same(lang, [s.state for s in ours.states], [s["state"] for s in theirs["states"]])
    assert [s.on_behalf_of for s in ours.states] == [s.get("on_behalf_of") for s in theirs["states"]]
    assert {s.dates for s in ours.states} == {tuple(theirs["dates"])}
    assert [(s.name, s.on_behalf_of) for s in ours.civil_society] == [
        (s["name"], s.get("on_behalf_of")) for s in theirs["civil_society"]
    ]
    assert [(o.name, o.dates) for o in ours.officials] == [(theirs["official"]["who"], (theirs["official"]["date"],))]


def test_introductions(lang: str) -> None:
    ours, theirs = reading(lang).introductions, expected(lang)["working_paper_introductions"]
    assert len(ours) == len(theirs["introductions"])
    for mine, other in zip(ours, theirs["introductions"], strict=True):
        assert all_same(lang, mine.introduced_by, other["introduced_by"])
        assert all_same(lang, mine.on_behalf_of, other.get("on_behalf_of", []))
        assert mine.jointly == other.get("jointly", False)
    assert {i.dates for i in ours} == {tuple(theirs["dates"])}
    assert [s.name for s in reading(lang).submissions] == theirs["ngos"]
    assert reading(lang).chair_compilation == theirs["chair_compilation"]


def test_meetings_mandate_agenda_and_adoption(lang: str) -> None:
    found, theirs = reading(lang), expected(lang)
    assert [(m.type, list(m.dates)) for m in found.meetings] == [(m["type"], m["dates"]) for m in theirs["meetings"]]
    assert found.mandate is not None
    assert found.agenda is not None
    assert found.adoption is not None
    mandate, adoption = theirs["mandate"], theirs["adoption"]
    assert (found.mandate.resolution, found.mandate.title) == (mandate["resolution"], mandate["resolution_title"])
    assert found.adoption.mode == adoption.get("mode")
    said = found.mandate
    assert (list(said.paragraphs), said.max_working_days, said.year, said.place) == (
        mandate["paragraphs"], mandate["max_working_days"], mandate["year"], mandate["place"]
    )  # fmt: skip
    assert (found.agenda.symbol, found.agenda.adopted) == (theirs["agenda"]["symbol"], theirs["agenda"]["adopted"])
    assert (list(found.adoption.paragraphs)[:2], list(found.adoption.considered), found.adoption.adopted) == (
        adoption["paragraphs"][:2], adoption["considered"], adoption["adopted"]
    )  # fmt: skip
    assert (list(found.adoption.drafts), found.adoption.orally_revised) == (
        adoption["drafts"],
        adoption["orally_revised"],
    )


def test_officers(lang: str) -> None:
    ours, theirs = reading(lang).officers, expected(lang)["officers"]
    assert ours.chair is not None
    assert (ours.chair.name, ours.chair.elected, ours.chair.by) == tuple(
        theirs["chair"][k] for k in ("name", "elected", "by")
    )
    assert same(lang, ours.chair.state, theirs["chair"]["state"])
    named = [theirs[key] for key in ("vice_chair", "rapporteur") if key in theirs]
    assert [o.name for o in ours.others] == [o["name"] for o in named]
    assert all_same(lang, [o.state for o in ours.others], [o["state"] for o in named])
    assert all_same(lang, ours.friends_of_the_chair, theirs["friends_of_the_chair"])


def test_groups(lang: str) -> None:
    ours = {group.name: group.members for group in reading(lang).groups}
    theirs = expected(lang)["groups"]
    assert list(ours) == list(theirs)
    assert all(all_same(lang, ours[name], members) for name, members in theirs.items())


def test_spans_never_overlap_and_cover_a_good_part(lang: str) -> None:
    for unit in reading(lang).units:
        for spans in (unit.spans, unit.parts):
            assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    chapters = reading(lang).covered()
    assert chapters["chapter-2"][0] > 0.5 * chapters["chapter-2"][1]
    assert chapters["chapter-3"][0] > 0.5 * chapters["chapter-3"][1]


def test_no_finding_is_a_false_alarm(lang: str) -> None:
    assert not re.search("missing-paragraph|too-long|no-", " ".join(f.code for f in reading(lang).findings))

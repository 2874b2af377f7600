"""One document: what is put into it is found, and true documents are left alone."""

# ruff: noqa: E501  (sentences: one line each)
from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

import pytest

from accord.papers.consistency.within import within
from accord.papers.reading import Reading, read
from tests.papers.consistency import versions as sample
from tests.papers.consistency.versions import LANGUAGES, version
from tests.papers.reading.test_reading_findings import sample as report
from tests.papers.reading.test_reading_findings import states as report_states

Told = Counter[tuple[str, str, str]]
SEEN_ALONE = (sample.relabelled, sample.paragraph, sample.footnote, sample.mark, sample.resolution)
"""Divergences of a version that show in the version alone."""


def told(reading: Reading) -> Told:
    return Counter((f.where, f.code, f.detail) for f in (*reading.findings, *within(reading)))


def added(lang: str, old: str, new: str) -> set[tuple[str, str]]:
    """Where and what a change of the sample report of a language adds."""
    text = report(lang)
    assert old in text
    before = told(read(text, report_states(lang)))
    after = told(read(text.replace(old, new), report_states(lang)))
    return {(where, code) for where, code, _ in after - before}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_true_document_has_no_finding(lang: str) -> None:
    assert told(version(lang).reading) == Counter()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_sample_reports_have_no_further_finding(lang: str) -> None:
    assert within(read(report(lang), report_states(lang))) == []


def test_the_real_report_has_one_more_oddity_and_no_false_alarm() -> None:
    file = Path(os.environ.get("ACCORD_SEED") or Path(__file__).parents[4] / "shared" / "seeds") / "A-68-514.zh.txt"
    if not file.is_file():
        pytest.skip("the real report is not at hand (ACCORD_SEED)")
    reading = read(file.read_text(encoding="utf-8"))
    assert [(f.where, f.code) for f in within(reading)] == [("para-13-a", "part-of")]


@pytest.mark.parametrize("kind", SEEN_ALONE)
def test_what_shows_in_one_language_alone_is_always_found(kind: object) -> None:
    draw = random.Random(11)
    true = {lang: told(version(lang).reading) for lang in LANGUAGES}
    for lang in LANGUAGES * 4:
        lines = sample.text(lang).split("\n")
        line = kind(lines, lang, draw)  # type: ignore[operator]
        new = told(version(lang, "\n".join(lines)).reading) - true[lang]
        assert new, (lang, line)


def test_a_count_that_is_not_that_of_the_list_is_found() -> None:
    for lang, (old, new) in {one: sample._WORDS[one][0] for one in LANGUAGES}.items():
        found = told(version(lang, sample.text(lang).replace(old, new, 1)).reading)
        assert [(where, code) for where, code, _ in found] == [("para-6", "count-differs")], lang


def test_a_number_left_out_of_a_series_is_found() -> None:
    text = sample.text("en").replace("XB/AC.2/WP.2)", "XB/AC.2/INF.4)")
    found = {(f.where, f.code, f.values.get("symbol")) for f in within(version("en", text).reading)}
    assert ("para-6-d", "series-gap", "XB/AC.2/WP.2") in found


def test_two_symbols_swapped_are_out_of_order() -> None:
    text = sample.text("en").replace("WP.1)", "WP.9)").replace("WP.2)", "WP.1)").replace("WP.9)", "WP.2)")
    assert ("para-6-c", "series-order") in {(f.where, f.code) for f in within(version("en", text).reading)}


def test_a_cited_paper_that_is_not_listed_is_found() -> None:
    text = sample.text("en").replace("document XB/AC.2/INF.1 were", "document XB/AC.2/INF.4 were")
    assert [(f.where, f.code) for f in within(version("en", text).reading)] == [("para-12", "symbol-not-listed")]


def test_a_symbol_of_another_body_among_its_own_is_found() -> None:
    text = sample.text("en").replace("XB/AC.2/WP.2", "XB/AC.7/WP.2")
    assert ("para-6-c", "symbol-stray") in {(f.where, f.code) for f in within(version("en", text).reading)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reference_to_no_paragraph_is_found(lang: str) -> None:
    text = sample.text(lang)
    for old in ("10 (b)", "10 b)", "10 (ب)"):
        text = text.replace(old, old.replace("10", "40"))
    assert [(f.where, f.code) for f in within(version(lang, text).reading)] == [("para-12", "no-such-paragraph")]


def test_footnotes_that_do_not_count_on_are_found() -> None:
    text = sample.text("en").replace("Nordesia.\n\f", "Nordesia.\n3 The Group met twice.\n\f")
    assert {(f.where, f.code) for f in within(version("en", text).reading)} == {("footnote-3", "note-number")}


def test_a_day_on_which_nobody_met_is_found() -> None:
    assert added("en", "held on 12 and 13 May", "held on 12 and 19 May") == {("para-13", "date-outside")}


def test_another_session_than_on_the_cover_is_found() -> None:
    old = "to the Assembly at its thirty-first"
    assert added("en", old, old.replace("first", "second")) == {("document", "session-differs")}


def test_a_name_spelled_two_ways_is_found() -> None:
    assert added("en", "Teodor Vasch (Upper", "Teodor Vash (Upper") == {("officers", "name-spelling")}


def test_a_sponsor_dropped_and_a_paper_never_introduced_are_found() -> None:
    assert ("para-15", "sponsors-differ") in added("en", "on behalf of the Borealis Islands, \n", "on behalf of \n")
    assert ("para-9-b", "never-introduced") in added(
        "en", "following States: Arvandia, the \nFederal", "following States: the \nFederal"
    )


def test_a_missing_summary_is_found() -> None:
    old = "(l) Summary by the moderator of the third panel, submitted by the Chair, \nentitled “Measuring without disclosing” (XA/AC.7/INF.3); \n"
    new = "(l) Note on rooms (XA/AC.7/INF.3); \n"
    assert ("para-12-c", "panel-without-summary") in added("en", old, new)


def test_a_reference_within_an_annex_may_be_to_its_own_paragraph() -> None:
    own = "".join(f"{n}. It is said here again.\n\n" for n in range(1, 4))
    found = read(
        f"I. One\n\n1. The first is here.\n\n2. The second.\n\nAnnex I\n\nMore of it\n\n{own}4. As in paragraphs 3 above and 9 above.\n\n5. As in paragraph 8 above.\n"
    )
    assert [(f.where, f.code) for f in within(found) if f.code == "no-such-paragraph"] == [
        ("annex-1-para-5", "no-such-paragraph")
    ]

"""Broken input: one clear error or an honest reading, never a traceback, never a long wait."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.papers.reading import Malformed, Reading, read, source_text
from accord.papers.reading.text import squeeze

PIECES = st.sampled_from(
    ["1. ", "2. ", "3. ", "I. ", "II. ", "A. ", "B. ", "(a) ", "(b) ", "(i) ", "一. ", "㈠ ", "(A/AC.",
     "281/WP.2)；", "A/68/514",
     "Austria", "、", "和", " and ", "奥地利", "提出的工作文件：", "submitted by ", "moderated by ",
     "\n", "\n\n", "\f", "1", "*",
     "__________", "http://undocs.org/A/1", "13-50610 (C)", "5 月 14 日至 24 日", "14 to 24 May 2013",
     "(", ")", "“", "”", ": ",
     "the Paper Branch provided secretariat services. ", "The meeting was opened by the Head",
     " decided on modalities ", "civil society", " in May", "At the same meeting", "为工作组提供了秘书",
     "由厅长主持开幕", "组织会议", "一次", "决定了国际组织和民间社会参与的模式", "同一次会议", "5 月",
     "主席之友", "题为", "议程项目 6",
     "介绍了载有建议的工作文件：", "作了发言：", "Statements were made by the representatives of ", "........ 3"]
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["", " \n \f\n", "\ufeff", "\x00\x01\x02", "a\x00b", "x" * 10_000_000, "\x07" * 100, "\ufffd" * 50],
    ids=range(8),
)
def test_what_is_no_document_is_refused_in_one_sentence(text: str) -> None:
    start = time.process_time()
    with pytest.raises(Malformed) as error:
        read(text)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 200
    assert time.process_time() - start < 5


def test_a_text_without_paragraphs_is_read_and_says_so() -> None:
    found = read("A page of prose about nothing.\nIt goes on.\n")
    assert [f.code for f in found.findings] == ["no-paragraphs"]


def test_a_missing_paragraph_is_a_finding_and_not_the_end() -> None:
    found = read("I. One\n\n1. First.\n\n2. Second.\n\n4. Fourth.\n\n5. Fifth.\n")
    assert [p.num for p in found.paragraphs] == [1, 2, 4, 5]
    assert [(f.where, f.code) for f in found.findings] == [("para-3", "missing-paragraph")]


@pytest.mark.parametrize(
    "line",
    ["(" * 19_000, "奥地利、" * 4_000, "14 and " * 2_500, "A/" * 9_000, "a) " * 6_000, "“" * 19_000, "1, " * 6_000],
)
def test_no_line_takes_long(line: str) -> None:
    start = time.process_time()
    read(f"1. First.\n\n2. Statements were made by: {line}\n介绍了工作文件：{line}")
    assert time.process_time() - start < 6


def spans_hold(found: Reading) -> None:
    """Spans and parts lie in their text without overlap, and every part lies in a span."""
    for unit in found.units:
        for spans in (unit.spans, unit.parts):
            assert all(0 <= s.start < s.end <= len(unit.text) for s in spans)
            assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
        for part in unit.parts:
            assert any(s.start <= part.start and part.end <= s.end for s in unit.spans), (unit.id, part)


SAMPLES = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))]
CUTS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 300), st.floats(0, 1), st.booleans()), min_size=1, max_size=6)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(SAMPLES), st.sampled_from(SAMPLES), CUTS)
def test_a_report_torn_and_pieced_together_is_read(
    text: str, other: str, cuts: list[tuple[float, int, float, bool]]
) -> None:
    for where, size, whence, drop in cuts:
        at, start = int(where * len(text)), int(whence * len(other))
        text = text[:at] + (text[at + size :] if drop else other[start : start + size] + text[at:])
    found = read(text)
    assert squeeze(found.body_text()) == squeeze(source_text(text))
    spans_hold(found)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=400), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60).map("".join)))
def test_any_text_is_read_or_refused_and_nothing_is_lost(text: str) -> None:
    try:
        found = read(text)
    except Malformed:
        return
    assert squeeze(found.body_text()) == squeeze(source_text(text))
    spans_hold(found)


def test_a_footnote_whose_members_are_no_names_explains_no_group() -> None:
    found = read(
        "1. First of the texts.\n\n2. The second.\n__________________\n"
        "1 The Group consists of Austria together with Kenya.\n"
    )
    assert found.groups == ()

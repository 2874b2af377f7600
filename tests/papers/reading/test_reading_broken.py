"""Broken input: one clear error or an honest reading, never a traceback, never a long wait."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.papers.reading import Malformed, read, source_text
from accord.papers.reading.text import squeeze

PIECES = st.sampled_from(
    ["1. ", "2. ", "3. ", "I. ", "II. ", "A. ", "B. ", "(a) ", "(b) ", "(i) ", "一. ", "㈠ ", "(A/AC.",
     "281/WP.2)；", "A/68/514",
     "Austria", "、", "和", " and ", "奥地利", "提出的工作文件：", "submitted by ", "moderated by ",
     "\n", "\n\n", "\f", "1", "*",
     "__________", "http://undocs.org/A/1", "13-50610 (C)", "5 月 14 日至 24 日", "14 to 24 May 2013",
     "(", ")", "“", "”", ": ",
     "介绍了载有建议的工作文件：", "作了发言：", "Statements were made by the representatives of ", "........ 3"]
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["", " \n \f\n", "\ufeff", "\x00\x01\x02", "a\x00b", "x" * 10_000_000, "\x07" * 100, "\ufffd" * 50],
    ids=range(8),
)
def test_what_is_no_document_is_refused_in_one_sentence(text: str) -> None:
    start = time.monotonic()
    with pytest.raises(Malformed) as error:
        read(text)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 200
    assert time.monotonic() - start < 5


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
    start = time.monotonic()
    read(f"1. First.\n\n2. Statements were made by: {line}\n介绍了工作文件：{line}")
    assert time.monotonic() - start < 6


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=400), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60).map("".join)))
def test_any_text_is_read_or_refused_and_nothing_is_lost(text: str) -> None:
    try:
        found = read(text)
    except Malformed:
        return
    assert squeeze(found.body_text()) == squeeze(source_text(text))
    for unit in found.units:
        for spans in (unit.spans, unit.parts):
            assert all(0 <= s.start < s.end <= len(unit.text) for s in spans)
            assert all(a.end <= b.start for a, b in itertools.pairwise(spans))

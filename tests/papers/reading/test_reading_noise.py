"""The same report in other print: other widths, pages, headers and job numbers give the same reading."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.papers.reading import Reading, read
from accord.papers.reading.text import squeeze

SAMPLE = Path(__file__).parents[2] / "samples" / "exercise-report.en.txt"
Edge = Callable[[int], str]

EDGES: dict[str, Edge] = {
    "form feed, symbol and page": lambda n: f"\n\n{n}/9   15-01234 (E)\n\fXA/99/777\n\n",
    "form feed, Geneva number": lambda n: f"\nGE.15-12345\n\fXA/99/777\npage {n}\n\n",
    "no form feed, footer and header": lambda n: f"\n15-01234  {n}/9\n\n\nXA/99/777\n\n\n",
    "merged footer, bar code": lambda n: f"\n\n\n{n}/915-01234 (E)\n\n*1501234*\n\nXA/99/777\n\n",
}


def body(reading: Reading) -> Iterator[str]:
    for unit in reading.units:
        if unit.kind not in ("masthead", "title", "note", "note-heading", "report-title", "footnote"):
            yield f"{unit.label} {unit.text}".strip()


def printed(reading: Reading, width: int, height: int, edge: Edge, gap: str) -> str:
    lines: list[str] = []
    for text in body(reading):
        lines += [*textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False), ""]
    pages = [
        "\n".join(line + gap if line else "" for line in lines[n : n + height]) for n in range(0, len(lines), height)
    ]
    out = "XA/99/777\n\n"
    for number, page in enumerate(pages, 1):
        out += page + edge(number)
    return out


def facts(reading: Reading) -> list[object]:
    return [
        [(p.num, squeeze(p.text), len(p.list_items)) for p in reading.paragraphs],
        [(p.num, i.label, squeeze(i.text)) for p in reading.paragraphs for i in p.subitems],
        [(c.num, squeeze(c.heading), len(c.sections)) for c in reading.chapters],
        [(d.symbol, squeeze(d.title), d.sponsors, d.type) for d in reading.documents],
        [(squeeze(p.theme), p.moderator, p.panellists) for p in reading.panels],
        [(s.state, s.on_behalf_of, s.dates) for s in reading.statements.states],
        [(i.introduced_by, i.on_behalf_of, i.jointly) for i in reading.introductions],
        reading.officers, reading.meetings, reading.mandate, reading.adoption, [s.name for s in reading.submissions],
    ]  # fmt: skip


@pytest.mark.parametrize("edge", EDGES)
@settings(max_examples=12, deadline=None)
@given(width=st.integers(44, 110), height=st.integers(18, 60))
def test_other_print_of_the_sample_gives_the_same_reading(edge: str, width: int, height: int) -> None:
    first = read(SAMPLE.read_text(encoding="utf-8"))
    again = read(printed(first, width, height, EDGES[edge], ""))
    assert facts(again) == facts(first)
    assert again.symbol == "XA/99/777"


def wrapped(text: str, width: int) -> list[str]:
    """Chinese lines: broken anywhere but inside a number or a Latin word; a symbol only after a point or stroke."""
    lines = [""]
    for piece in re.findall(r"[A-Za-zÀ-ÿ0-9'-]+[./]?|.", text, re.S):
        if len(lines[-1]) + len(piece) > width and lines[-1]:
            lines.append("")
        lines[-1] += piece
    return lines


@pytest.mark.parametrize("width", [28, 37, 50])
def test_other_print_of_the_real_report_gives_the_same_reading(reading: Reading, width: int) -> None:
    out = "XA/99/777\n\n"
    for number, text in enumerate(body(reading), 1):
        out += "\n".join(wrapped(text, width)) + "\n\n"
        if number % 12 == 0:
            out += f"15-01234 (C)   {number // 12}/20\n\fXA/99/777\n\n"
    again = read(out)
    for ours, first in zip(facts(again), facts(reading), strict=True):
        assert ours == first


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("submitted by Arvandia, entitled", "submitted by Kenya, entitled", "documents"),
        ("Mirela Tosk", "Mirjam Tosk", "panels"),
        ("Nordesia (on behalf of the Harbour Group), \n1", "Kenya (on behalf of the Harbour Group), \n1", "statements"),
        ("Ilse Quandry (Pelagia) as", "Ilsa Quandry (Pelagia) as", "officers"),
        ("on 23 June and from 1 to 5", "on 24 June and from 1 to 5", "meetings"),
        (" 7. Any other business", " 7. Some other business", "agenda"),
        ("(facilitated by the Chair)", "(facilitated by Ann Lee (Kenya))", "themes"),
        ("On 5 September", "On 5 September", None),
    ],
)  # fmt: skip
def test_one_changed_fact_changes_one_record(old: str, new: str, what: str | None) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    first, again = read(text), read(text.replace(old, new))
    records = (
        "documents",
        "panels",
        "statements",
        "officers",
        "meetings",
        "agenda",
        "themes",
        "introductions",
        "adoption",
    )
    changed = [name for name in records if getattr(first, name) != getattr(again, name)]
    assert changed == ([what] if what else [])

"""The real report against a record made of it: nothing differs, and what is changed in either is found."""

# ruff: noqa: E501  (sentences: one line each)
from __future__ import annotations

import datetime

import pytest

from accord.acts.values import Source
from accord.areas.meetings.acts import ScheduleMeeting
from accord.papers.consistency import against
from accord.papers.importing import gazetteer
from accord.papers.reading import read
from accord.world.world import World
from tests.papers.report.building import edit_source, founded, imports, say, seed_text

CHANGES: list[tuple[str, str, str, int, set[tuple[str, str]]]] = [
    ("sponsor", "古巴提出的工作文件", "智利提出的工作文件", 1, {("para-9-c", "record-sponsors")}),
    ("symbol", "A/AC.281/INF.4", "A/AC.281/INF.14", 2,
     {("para-9-p", "record-document"), ("documents", "record-unlisted")}),
    ("days", "19 日至 30 日举行了", "19 日至 29 日举行了", 1, {("meetings", "record-meetings")}),
    ("friend", "加纳、肯尼亚、墨西哥", "加纳、印度、墨西哥", 1, {("officers", "record-friends")}),
    ("chair", "(Manuel B. Dengo)(哥斯达黎加)", "(Manuel Dengo)(古巴)", 1, {("officers", "record-officers")}),
    ("speaker", "挪威、南非、瑞典", "挪威、巴基斯坦、瑞典", 1, {("statements", "record-statements")}),
    ("introducer", "奥地利、古巴、埃及(代表", "奥地利、智利、埃及(代表", 1, {("introductions", "record-introductions")}),
    ("draft", "A/AC.281/L.2 号", "A/AC.281/L.3 号", 1, {("adoption", "record-adoption")}),
]  # fmt: skip

PLAN = Source(publication="A plan of meetings, made up for this test")


@pytest.fixture(scope="module")
def world() -> World:
    made = founded()
    imports(made, seed_text())
    return made


def test_a_report_and_the_record_made_of_it_agree(world: World) -> None:
    assert against(read(seed_text()), world) == []


@pytest.mark.parametrize(("old", "new", "times", "expected"), [pytest.param(*rest, id=name) for name, *rest in CHANGES])
def test_what_is_changed_in_the_report_is_found(
    world: World, old: str, new: str, times: int, expected: set[tuple[str, str]]
) -> None:
    reading = read(edit_source(seed_text(), old, new, times), gazetteer(world))
    assert {(f.where, f.code) for f in against(reading, world)} == expected


def test_a_day_planned_on_record_and_not_reported_is_found() -> None:
    made = founded()
    imports(made, seed_text())
    for number, day in ((31, 27), (32, 28)):
        say(
            made,
            ScheduleMeeting(
                body="A-AC.281", number=number, kind="plenary", on=datetime.date(2013, 6, day), source=PLAN
            ),
        )
    (found,) = against(read(seed_text()), made)
    assert (found.code, found.values) == ("record-planned", {"here": "–", "there": "2013-06-28"})


def test_a_body_that_the_record_does_not_know_is_said_so() -> None:
    assert [f.code for f in against(read("A/99/1\n\nI. One\n\n1. The Group met.\n"), founded())] == ["record-no-body"]

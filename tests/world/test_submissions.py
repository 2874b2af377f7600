"""Whether papers came in time: in a window, before it, after it; and a draft the day before action."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accord.areas.documents.acts import (
    CirculateDocument,
    IssueVersion,
    OpenWindow,
    RegisterDocument,
    WithdrawDocument,
)
from accord.areas.drafting.acts import AdoptReport
from accord.areas.negotiation.acts import AdoptDraft, OpenDraft, WriteUnit
from accord.world.pages import ask
from tests.areas.cases import BODY, PAPER, REPORT, changed, stage
from tests.scene import Scene, source

WINDOW = OpenWindow(
    body=BODY,
    submission_window="papers",
    paper_kinds=("working-paper",),
    opens=date(2015, 4, 1),
    deadline=date(2015, 5, 1),
    time="18:00",
    offset="+02:00",
    rule="set-by-the-chair",
    source=source(),
)
RECEIVED = CirculateDocument(symbol=PAPER, stage="received", on=date(2015, 4, 20), source=source())


@pytest.fixture
def scene() -> Scene:
    scene = stage()
    assert scene.does("editor", WINDOW).counts
    return scene


def page(scene: Scene, name: str, *arguments: str, on: date | None = None) -> Any:
    return ask(scene.world, name, arguments, on, scene.entries.__getitem__)


def timing(scene: Scene) -> str:
    (row,) = page(scene, "windows").papers
    assert row.symbol == PAPER
    return str(row.timing)


@pytest.mark.parametrize(
    ("on", "time", "offset", "expected"),
    [
        (date(2015, 3, 31), None, None, "early"),
        (date(2015, 4, 1), None, None, "in-time"),
        (date(2015, 5, 1), "18:00", "+02:00", "in-time"),
        (date(2015, 5, 1), "16:01", "+00:00", "late"),
        (date(2015, 5, 1), None, None, "no-day-recorded"),
        (date(2015, 5, 3), None, None, "late"),
    ],
)
def test_a_paper_is_in_time_by_the_moment_at_which_it_was_received(
    scene: Scene, on: date, time: str | None, offset: str | None, expected: str
) -> None:
    assert scene.does("editor", changed(RECEIVED, on=on, time=time, offset=offset)).counts
    assert timing(scene) == expected


def test_of_a_paper_that_somebody_recorded_the_day_is_not_known(scene: Scene) -> None:
    assert timing(scene) == "no-day-recorded"


def test_a_paper_that_its_sponsor_put_on_record_after_the_window_is_there_and_shown_late(scene: Scene) -> None:
    own = RegisterDocument(
        symbol="A/AC.900/WP.2", body=BODY, kind="working-paper", submitter="sponsors", sponsors=("ST-B",)
    )
    assert scene.does("ST-B", own).counts
    rows = {row.symbol: row.timing for row in page(scene, "windows").papers}
    assert rows == {PAPER: "no-day-recorded", "A/AC.900/WP.2": "late"}


def test_a_window_is_for_its_kinds_and_for_papers_that_stand(scene: Scene) -> None:
    assert REPORT not in [row.symbol for row in page(scene, "windows").papers]
    assert scene.does("editor", changed(WINDOW, paper_kinds=(), corrects=scene.last)).counts
    assert [row.symbol for row in page(scene, "windows").papers] == [PAPER, REPORT]
    assert scene.does("ST-A", WithdrawDocument(symbol=PAPER)).counts
    assert [row.symbol for row in page(scene, "windows").papers] == [REPORT]


def test_a_window_has_its_course_on_a_day(scene: Scene) -> None:
    def course(day: date) -> str:
        (row,) = page(scene, "windows", on=day).submission_windows
        return str(row.course)

    days = (date(2015, 4, 30), date(2015, 5, 1), date(2015, 5, 2))
    assert [course(day) for day in days] == ["running", "last-day", "passed"]


@pytest.mark.parametrize(("day", "expected"), [(29, "observed"), (30, "not-observed"), (31, "not-observed")])
def test_a_draft_was_circulated_the_day_before_or_was_not(scene: Scene, day: int, expected: str) -> None:
    assert scene.does("editor", changed(RECEIVED, stage="circulated", on=date(2015, 8, day))).counts
    circulated = scene.last
    assert scene.does("editor", adopts()).counts
    (row,) = page(scene, "document", PAPER).actions
    assert (row.acted, row.circulated, row.day_before) == (date(2015, 8, 30), date(2015, 8, day), expected)
    assert (row.cite.entry, row.circulated_by.entry) == (scene.last, circulated)


def adopts() -> AdoptReport:
    return AdoptReport(body=BODY, document=REPORT, drafts=(PAPER,), on=date(2015, 8, 30), source=source())


def test_a_draft_was_circulated_at_the_latest_when_its_first_version_was_issued(scene: Scene) -> None:
    for language, day in (("fr", 28), ("en", 27)):
        act = IssueVersion(symbol=PAPER, language=language, on=date(2015, 8, day), source=source())  # type: ignore[arg-type]
        assert scene.does("editor", act).counts
    assert scene.does("editor", adopts()).counts
    (row,) = page(scene, "document", PAPER).actions
    assert (row.circulated, row.day_before) == (date(2015, 8, 27), "observed")


def test_of_a_draft_whose_circulation_is_not_recorded_nothing_is_concluded(scene: Scene) -> None:
    assert scene.does("editor", adopts()).counts
    (row,) = page(scene, "document", PAPER).actions
    assert (row.circulated, row.day_before, row.circulated_by) == (None, "not-known", None)


def test_a_negotiated_draft_is_acted_on_too(scene: Scene) -> None:
    assert scene.does("editor", OpenDraft(draft=PAPER, language="en", source=source())).counts
    unit = WriteUnit(draft=PAPER, unit="para-1", kind="paragraph", place=1, text="It is so.", source=source())
    assert scene.does("editor", unit).counts
    assert scene.does("editor", AdoptDraft(draft=PAPER, on=date(2015, 8, 30), source=source())).counts
    (row,) = page(scene, "document", PAPER).actions
    assert (row.acted, row.cite.entry) == (date(2015, 8, 30), scene.last)
    assert page(scene, "document", REPORT).actions == ()

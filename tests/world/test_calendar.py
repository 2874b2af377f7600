"""The calendar: meetings that move, deadlines, windows; each under a name that stays, with a count that only grows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accord.areas.documents.acts import OpenWindow
from accord.areas.meetings.acts import (
    AdoptProgramme,
    CancelMeeting,
    CloseMeeting,
    ConveneMeeting,
    DiscussTheme,
    HoldMeetings,
    PostponeMeeting,
    ProgrammeSlot,
    ScheduleMeeting,
    StrikeMeeting,
    StrikeRecord,
)
from accord.areas.meetings.pages import instant
from accord.areas.negotiation.acts import OpenDraft, OpenSilence, SetDeadline
from accord.areas.parties.cite import Missing
from accord.areas.proposals.acts import OpenCorrections
from accord.world.pages import ask
from tests.areas.cases import BODY, PAPER, stage
from tests.scene import START, Scene, said, source

DAY = date(2015, 5, 14)
PLAN = ScheduleMeeting(
    body=BODY, number=1, kind="plenary", on=DAY, starts="10:00", ends="13:00", offset="+02:00", source=source()
)


@pytest.fixture
def scene() -> Scene:
    return stage()


def dates(scene: Scene, *arguments: str, on: date | None = None) -> Any:
    return ask(scene.world, "calendar", arguments, on, scene.entries.__getitem__).dates


def says(scene: Scene, *acts: Any) -> None:
    for act in acts:
        ruling = scene.does("editor", act)
        assert ruling.counts, ruling.reason


def only(scene: Scene, *arguments: str) -> Any:
    (row,) = dates(scene, *(arguments or (BODY,)))
    return row


def test_a_planned_meeting_has_its_moments_in_universal_time(scene: Scene) -> None:
    says(scene, PLAN)
    row = only(scene)
    assert (row.uid, row.sequence, row.event_state) == (f"meeting/{BODY}/1", 0, "planned")
    assert (row.begins, row.finishes) == (instant(DAY, "08:00", "+00:00"), instant(DAY, "11:00", "+00:00"))
    assert row.created == row.last_changed == START + 1_000_000 * scene.last


def test_a_meeting_without_a_time_is_a_day(scene: Scene) -> None:
    says(scene, ScheduleMeeting(body=BODY, number=1, kind="plenary", on=DAY, source=source()))
    assert (only(scene).first, only(scene).begins) == (DAY, None)


def test_a_meeting_that_moves_keeps_its_name_and_counts_the_moves(scene: Scene) -> None:
    says(scene, PLAN)
    created = only(scene).created
    says(scene, PostponeMeeting(body=BODY, number=1, to=date(2015, 5, 20), source=source()))
    row = only(scene)
    assert (row.uid, row.first, row.sequence) == (f"meeting/{BODY}/1", date(2015, 5, 20), 1)
    assert (row.created, row.last_changed) == (created, START + 1_000_000 * scene.last)


def test_a_meeting_without_a_new_day_stays_on_its_old_one_as_postponed(scene: Scene) -> None:
    says(scene, PLAN, PostponeMeeting(body=BODY, number=1, source=source()))
    assert (only(scene).first, only(scene).event_state) == (DAY, "postponed")


def test_a_cancelled_meeting_stays_in_the_calendar_as_cancelled(scene: Scene) -> None:
    says(scene, PLAN, CancelMeeting(body=BODY, number=1, source=source()))
    assert (only(scene).event_state, only(scene).sequence) == ("cancelled", 1)


def test_what_is_struck_counts_as_a_change_too(scene: Scene) -> None:
    says(scene, PLAN, CancelMeeting(body=BODY, number=1, source=source()))
    says(scene, StrikeMeeting(body=BODY, number=1, strikes=scene.last, reason="A slip"))
    assert (only(scene).event_state, only(scene).sequence) == ("planned", 2)


def test_a_meeting_that_was_held_has_the_times_at_which_it_was(scene: Scene) -> None:
    says(
        scene,
        PLAN,
        ConveneMeeting(body=BODY, number=1, on=DAY, time="10:15", source=source()),
        CloseMeeting(body=BODY, number=1, how="rose", on=date(2015, 5, 15), time="00:30", source=source()),
    )
    row = only(scene)
    assert row.begins == instant(DAY, "08:15", "+00:00")
    assert (row.last, row.finishes) == (date(2015, 5, 15), instant(DAY, "22:30", "+00:00"))


def test_a_period_that_was_struck_and_said_again_counts_on(scene: Scene) -> None:
    held = HoldMeetings(body=BODY, meeting="m", kind="substantive", first=DAY, last=date(2015, 5, 24), source=source())
    says(scene, held, StrikeRecord(body=BODY, register="meeting", label="m", reason="A slip"), held)
    assert (only(scene).uid, only(scene).sequence, only(scene).last) == (f"period/{BODY}/m", 2, date(2015, 5, 24))


def test_a_theme_has_the_meetings_that_the_programme_gives_it_and_the_parts_without_one(scene: Scene) -> None:
    slots = (
        ProgrammeSlot(day=DAY, part="morning", number=1, themes=("t",)),
        ProgrammeSlot(day=date(2015, 5, 15), part="afternoon", themes=("t",)),
        ProgrammeSlot(day=date(2015, 5, 16), part="morning", themes=("u",)),
    )
    says(
        scene,
        PLAN,
        *(DiscussTheme(body=BODY, theme=name, title=said(name), source=source()) for name in "tu"),
        AdoptProgramme(body=BODY, slots=slots, source=source()),
    )
    assert [row.uid for row in dates(scene, BODY, "t")] == [
        f"meeting/{BODY}/1",
        f"programme/{BODY}/2015-05-15/afternoon/0",
    ]
    assert len(dates(scene, BODY)) == 3
    with pytest.raises(Missing):
        dates(scene, BODY, "nothing")


def test_every_deadline_is_a_date_of_its_body(scene: Scene) -> None:
    says(scene, OpenDraft(draft=PAPER, language="en", source=source()))
    late = {"until": DAY, "time": "18:00", "offset": "+02:00", "source": source()}
    says(
        scene,
        SetDeadline(draft=PAPER, deadline="d", addressees=("ST-A",), **late),
        OpenSilence(draft=PAPER, silence_procedure="s", opened_by="ST-A", **late),
        OpenCorrections(body=BODY, window="w", document=PAPER, opens=DAY, deadline=DAY, source=source()),
        OpenWindow(
            body=BODY, submission_window="p", opens=date(2015, 4, 1), deadline=DAY, rule="day-before", source=source()
        ),
    )
    rows = {row.event_kind: row for row in dates(scene, BODY)}
    assert set(rows) == {"reply", "silence-procedure", "corrections", "submission", "opening"}
    assert rows["reply"].begins == rows["silence-procedure"].begins == instant(DAY, "16:00", "+00:00")
    assert (rows["reply"].parties, rows["reply"].document) == (("ST-A",), PAPER)
    assert rows["opening"].first == date(2015, 4, 1)
    assert {row.body for row in dates(scene)} == {BODY}
    assert [row.uid for row in dates(scene)] == [row.uid for row in dates(scene, BODY)]


def test_the_calendar_of_a_body_that_is_not_here(scene: Scene) -> None:
    with pytest.raises(Missing):
        dates(scene, "NOWHERE")

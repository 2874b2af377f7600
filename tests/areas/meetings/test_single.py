"""Single meetings, attendance and the programme of work, as pages tell them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from accord.acts.values import Text
from accord.areas.bodies.acts import AdoptAgenda, AgendaItem, EstablishBody
from accord.areas.meetings.acts import AdoptProgramme, HoldMeetings, ScheduleMeeting
from accord.areas.parties.cite import Missing
from accord.world.pages import ask
from tests.areas.cases import BODY, changed, stage
from tests.areas.meetings.single_cases import (
    ADOPT,
    ATTEND,
    CANCEL,
    CONVENE,
    DAY,
    NEXT,
    POSTPONE,
    ROSE,
    SCHEDULE,
    SUSPEND,
    strike,
)
from tests.scene import Scene, said, source


def scene(*acts: object) -> Scene:
    """The stage, and what the editor then says; each of it counts."""
    made = stage()
    for act in acts:
        ruling = made.does("editor", act)  # type: ignore[arg-type]
        assert ruling.counts, ruling.reason
    return made


def meeting(made: Scene, number: int = 1) -> object:
    return ask(made.world, "meeting", (str(number), BODY), data=lambda n: made.entries[n])


def test_a_meeting_goes_from_its_schedule_to_its_end() -> None:
    made = scene(SCHEDULE)
    seen = [meeting(made).meeting.status]
    for act in (POSTPONE, CONVENE, SUSPEND, changed(CONVENE, time="12:00"), ROSE):
        assert made.does("editor", act).counts
        seen.append(meeting(made).meeting.status)
    assert seen == ["scheduled", "postponed", "in-session", "suspended", "in-session", "rose"]


def test_a_meeting_shows_when_it_really_was() -> None:
    row = meeting(scene(SCHEDULE, CONVENE, ROSE)).meeting
    assert (row.held, row.starts, row.ends, row.offset) == (DAY, "10:05", "12:55", "+02:00")


def test_a_postponed_meeting_shows_its_new_day_and_keeps_the_old_one_in_view() -> None:
    page = meeting(scene(SCHEDULE, POSTPONE))
    assert (page.meeting.held, page.meeting.starts, page.meeting.ends) == (NEXT, "15:00", None)
    assert [(change.to, change.cancelled) for change in page.changes] == [(NEXT, False)]


def test_a_meeting_postponed_without_a_day_is_on_no_day() -> None:
    made = scene(SCHEDULE, changed(POSTPONE, to=None, starts=None, offset=None))
    assert meeting(made).meeting.held is None
    assert [row.day for row in ask(made.world, "days", (BODY,)).days] == []


def test_the_start_in_universal_time_is_two_hours_earlier_where_clocks_are_two_hours_ahead() -> None:
    page = meeting(scene(SCHEDULE))
    at_eight = meeting(scene(changed(SCHEDULE, starts="08:00", offset="+00:00")))
    assert page.starts_at == at_eight.starts_at
    assert page.starts_at % 1_000_000 == 0


def test_what_was_recorded_last_is_struck_first() -> None:
    made = scene(SCHEDULE, CONVENE, ROSE)
    statuses = []
    for _ in range(2):
        last = made.world.meetings.latest(f"{BODY}/1").entry
        assert made.does("editor", changed(strike(made), strikes=last)).counts
        statuses.append(meeting(made).meeting.status)
    assert statuses == ["in-session", "scheduled"]
    last = made.world.meetings.latest(f"{BODY}/1").entry
    assert made.does("editor", changed(strike(made), strikes=last)).counts
    with pytest.raises(Missing):
        meeting(made)


def test_items_have_the_titles_of_the_agenda_where_one_is_adopted() -> None:
    agenda = AdoptAgenda(
        body=BODY, items=tuple(AgendaItem(number=n, title=said(f"Item {n}")) for n in (1, 2)), source=source()
    )
    assert [item.title for item in meeting(scene(agenda, SCHEDULE)).meeting.items] == [said("Item 1"), said("Item 2")]
    assert [item.title for item in meeting(scene(SCHEDULE)).meeting.items] == [None, None]


@pytest.mark.parametrize("number", ["2", "x", "", "१", "9" * 30, "-1"])
def test_a_meeting_that_is_not_there_is_missing(number: str) -> None:
    with pytest.raises(Missing):
        ask(scene(SCHEDULE).world, "meeting", (number, BODY))


# Days.


def days(made: Scene) -> object:
    return ask(made.world, "meetings", (BODY,)).days


def test_a_scheduled_meeting_is_no_meeting_day_and_a_convened_one_is() -> None:
    assert days(scene(SCHEDULE)).recorded_days == 0
    assert (days(scene(SCHEDULE, CONVENE)).recorded_days, days(scene(SCHEDULE, CONVENE)).convened_days) == (1, 1)


def test_two_meetings_of_one_day_are_one_day_and_a_resumption_on_the_next_is_two() -> None:
    second = (changed(SCHEDULE, number=2), changed(CONVENE, number=2, time="15:00"))
    assert days(scene(SCHEDULE, CONVENE, *second)).convened_days == 1
    assert days(scene(SCHEDULE, CONVENE, SUSPEND, changed(CONVENE, on=NEXT))).convened_days == 2


def test_a_range_never_shows_a_breach_and_single_meetings_do() -> None:
    period = HoldMeetings(body="AC.901", meeting="m", kind="substantive", first=DAY, last=NEXT, source=source())
    body = EstablishBody(body="AC.901", name=said("Another"), resolution="A/RES/1/1", cap_days=1, source=source())
    made = scene(body, period)
    told = ask(made.world, "meetings", ("AC.901",)).days
    assert (told.over_cap, told.over_cap_entries) == ("not-shown", ())
    entries = []
    for number, day in enumerate((DAY, NEXT), start=1):
        assert made.does("editor", changed(SCHEDULE, body="AC.901", number=number, on=day)).counts
        assert made.does("editor", changed(CONVENE, body="AC.901", number=number, on=day)).counts
        entries.append(made.last)
    told = ask(made.world, "meetings", ("AC.901",)).days
    assert (told.recorded_days, told.over_cap, told.over_cap_entries) == (2, "shown", tuple(entries))


def test_the_page_of_a_day_tells_its_meetings_and_its_programme() -> None:
    made = scene(SCHEDULE, changed(SCHEDULE, number=2, on=NEXT), CONVENE, ADOPT)
    page = ask(made.world, "day", (DAY.isoformat(), BODY))
    assert [row.number for row in page.single_meetings] == [1]
    assert [(slot.part, slot.status) for slot in page.programme] == [("morning", "in-session"), ("afternoon", None)]
    assert page.next_day == NEXT


def test_a_cancelled_meeting_is_on_no_day() -> None:
    made = scene(SCHEDULE, CANCEL)
    assert ask(made.world, "day", (DAY.isoformat(), BODY)).single_meetings == ()


# The programme.


def test_a_revision_takes_the_place_of_the_programme_from_its_day_on() -> None:
    more = changed(
        ADOPT, revision=1, on=NEXT, slots=(*ADOPT.slots, changed(ADOPT.slots[2], part="afternoon", title=said("More")))
    )
    world = scene(ADOPT, more).world
    latest = ask(world, "programme", (BODY,))
    assert latest.revision == 1
    assert [slot.is_new for day in latest.days for slot in day.slots] == [False, False, False, True]
    assert ask(world, "programme", (BODY,), on=DAY).revision == 0
    first = ask(world, "programme", (BODY, "0"))
    assert [slot.is_new for day in first.days for slot in day.slots] == [False, False, False]
    with pytest.raises(Missing):
        ask(world, "programme", (BODY, "2"))


def test_a_body_without_a_programme_says_so() -> None:
    page = ask(stage().world, "programme", (BODY,))
    assert (page.revision, page.days, page.revisions) == (None, (), ())


# Attendance.


def test_attendance_has_its_denominator() -> None:
    made = scene(SCHEDULE, CONVENE, ROSE, ATTEND, changed(ATTEND, party="ST-B"))
    for number in (2, 3):
        for act in (changed(SCHEDULE, number=number), changed(CONVENE, number=number)):
            assert made.does("editor", act).counts
    assert made.does("editor", changed(ATTEND, number=2, category="observer")).counts
    page = ask(made.world, "attendance", (BODY,))
    assert (page.convened, page.with_attendance) == (3, 2)
    assert [(row.party, row.meetings, row.with_attendance, row.category) for row in page.parties] == [
        ("ST-A", (1, 2), 2, "observer"),
        ("ST-B", (1,), 2, "state"),
    ]


def test_the_largest_programme_of_four_weeks_fits_in_one_act() -> None:
    six = Text(original="en", said=dict.fromkeys(("ar", "zh", "en", "fr", "ru", "es"), "Panel on a subject of the day"))
    first = date(2015, 5, 4)
    slots = tuple(
        changed(ADOPT.slots[0], day=first + timedelta(days=n), part=part, number=2 * n + 1, title=six)
        for n in range(20)
        for part in ("morning", "afternoon")
    )
    made = stage()
    assert made.does("editor", AdoptProgramme(body=BODY, slots=slots, source=source())).counts
    assert len(ask(made.world, "programme", (BODY,)).days) == 20


def test_the_same_number_in_another_body_is_another_meeting() -> None:
    other = EstablishBody(body="AC.901", name=said("Another"), resolution="A/RES/1/1", source=source())
    second = ScheduleMeeting(body="AC.901", number=1, kind="informal", on=NEXT, source=source())
    made = scene(other, SCHEDULE, second)
    assert meeting(made).meeting.kind == "plenary"
    assert ask(made.world, "meeting", ("1", "AC.901")).meeting.kind == "informal"

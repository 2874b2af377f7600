"""The cases of the rules about single meetings, attendance and the programme of work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from accord.acts.values import Person
from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import AdoptAgenda, AgendaItem
from accord.areas.meetings.acts import (
    AdoptProgramme,
    CancelMeeting,
    CloseMeeting,
    ConveneMeeting,
    PostponeMeeting,
    ProgrammeSlot,
    RecordAttendance,
    ScheduleMeeting,
    StrikeAttendance,
    StrikeMeeting,
)
from tests.areas.cases import BODY, Case, changed, common
from tests.scene import Scene, said, source

DAY = date(2015, 5, 14)
NEXT = date(2015, 5, 15)

SCHEDULE = ScheduleMeeting(
    body=BODY,
    number=1,
    kind="plenary",
    on=DAY,
    starts="10:00",
    ends="13:00",
    offset="+02:00",
    items=(1, 2),
    source=source(),
)
POSTPONE = PostponeMeeting(body=BODY, number=1, to=NEXT, starts="15:00", offset="+02:00", source=source())
CANCEL = CancelMeeting(body=BODY, number=1, reason=said("No speakers"), source=source())
CONVENE = ConveneMeeting(
    body=BODY, number=1, on=DAY, time="10:05", presiding=Person(name="A."), presiding_state="ST-A", source=source()
)
SUSPEND = CloseMeeting(body=BODY, number=1, how="suspended", time="11:30", source=source())
ROSE = changed(SUSPEND, how="rose", time="12:55")
ATTEND = RecordAttendance(body=BODY, number=1, party="ST-A", category="state", source=source())
ADOPT = AdoptProgramme(
    body=BODY,
    on=DAY,
    slots=(
        ProgrammeSlot(day=DAY, part="morning", number=1, items=(1,)),
        ProgrammeSlot(day=DAY, part="afternoon", themes=("theme-a",)),
        ProgrammeSlot(day=NEXT, part="morning", panels=("panel-a",), title=said("Panel")),
    ),
    source=source(),
)

SCHEDULED = (("editor", SCHEDULE),)
CANCELLED = (*SCHEDULED, ("editor", CANCEL))
CONVENED = (*SCHEDULED, ("editor", CONVENE))
SUSPENDED = (*CONVENED, ("editor", SUSPEND))
PRESENT = (*CONVENED, ("editor", ATTEND))
AGENDA = AdoptAgenda(body=BODY, items=(AgendaItem(number=1, title=said("Opening")),), source=source())
STRIKE_ATTENDANCE = StrikeAttendance(body=BODY, number=1, party="ST-A", reason="not there")


def strike(scene: Scene) -> Act:
    """Strikes what was said last."""
    return StrikeMeeting(body=BODY, number=1, strikes=scene.last, reason="by mistake")


def struck(**fields: Any) -> Callable[[Scene], Act]:
    """As `strike`, with other fields."""
    return lambda scene: changed(strike(scene), **fields)


HOLDS = (
    Case("may_schedule", "a recorder says when a meeting is to be held", SCHEDULE),
    Case("may_postpone", "a meeting moves to another day", POSTPONE, before=SCHEDULED),
    Case("may_cancel", "a meeting is cancelled", CANCEL, before=SCHEDULED),
    Case("may_convene", "a meeting is called to order", CONVENE, before=SCHEDULED),
    Case("may_close", "a meeting rises", ROSE, before=CONVENED),
    Case("may_strike_meeting", "the recorder strikes a convening", strike, before=CONVENED),
    Case("may_attend", "a party was present", ATTEND, before=CONVENED),
    Case("may_strike_attendance", "the recorder strikes an attendance", STRIKE_ATTENDANCE, before=PRESENT),
    Case("may_adopt_programme", "a body adopts its programme of work", ADOPT),
)

CASES = (
    *HOLDS,
    *(case for holds in HOLDS for case in common("meetings", holds)),
    # Scheduling.
    Case("may_schedule", "a time without an offset", changed(SCHEDULE, offset=None), "no-offset"),
    Case("may_schedule", "no time and no offset", changed(SCHEDULE, starts=None, ends=None, offset=None)),
    Case("may_schedule", "an end at the beginning", changed(SCHEDULE, ends="10:00"), "ends-before-it-begins"),
    Case("may_schedule", "an end without a beginning", changed(SCHEDULE, starts=None), "ends-before-it-begins"),
    Case("may_schedule", "an item that the agenda has not", SCHEDULE, "no-such-item", before=(("editor", AGENDA),)),
    Case(
        "may_schedule",
        "an item that the agenda has",
        changed(SCHEDULE, items=(1,)),
        before=(("editor", AGENDA),),
    ),
    # Postponing and cancelling.
    Case("may_postpone", "no such meeting", POSTPONE, "no-such-meeting"),
    Case("may_postpone", "a cancelled meeting", POSTPONE, "meeting-cancelled", before=CANCELLED),
    Case("may_postpone", "a convened meeting", POSTPONE, "already-convened", before=CONVENED),
    Case("may_postpone", "a time without a day", changed(POSTPONE, to=None), "no-day", before=SCHEDULED),
    Case("may_postpone", "a time without an offset", changed(POSTPONE, offset=None), "no-offset", before=SCHEDULED),
    Case(
        "may_postpone",
        "an end before the beginning",
        changed(POSTPONE, ends="14:00"),
        "ends-before-it-begins",
        before=SCHEDULED,
    ),
    Case(
        "may_postpone",
        "to a day still to be announced",
        changed(POSTPONE, to=None, starts=None, offset=None),
        before=SCHEDULED,
    ),
    Case("may_cancel", "no such meeting", CANCEL, "no-such-meeting"),
    Case("may_cancel", "cancelled twice", CANCEL, "meeting-cancelled", before=CANCELLED),
    Case("may_cancel", "a convened meeting", CANCEL, "already-convened", before=CONVENED),
    # Convening and closing.
    Case("may_convene", "no such meeting", CONVENE, "no-such-meeting"),
    Case("may_convene", "a cancelled meeting", CONVENE, "meeting-cancelled", before=CANCELLED),
    Case("may_convene", "a meeting in session", CONVENE, "in-session", before=CONVENED),
    Case("may_convene", "a meeting that rose", CONVENE, "meeting-over", before=(*CONVENED, ("editor", ROSE))),
    Case(
        "may_convene",
        "resumed before it was suspended",
        changed(CONVENE, time="11:00"),
        "ends-before-it-begins",
        before=SUSPENDED,
    ),
    Case("may_convene", "resumed on the day after", changed(CONVENE, on=NEXT), before=SUSPENDED),
    Case(
        "may_convene",
        "a presiding officer from nowhere",
        changed(CONVENE, presiding_state="ST-0"),
        "unknown-party",
        before=SCHEDULED,
    ),
    Case("may_close", "no such meeting", ROSE, "no-such-meeting"),
    Case("may_close", "a meeting that was not convened", ROSE, "not-in-session", before=SCHEDULED),
    Case("may_close", "a meeting that is suspended", ROSE, "not-in-session", before=SUSPENDED),
    Case(
        "may_close",
        "closed before it was convened",
        changed(ROSE, time="09:00"),
        "ends-before-it-begins",
        before=CONVENED,
    ),
    Case("may_close", "after midnight", changed(ROSE, on=NEXT, time="00:30"), before=CONVENED),
    # Striking.
    Case("may_strike_meeting", "no such meeting", struck(number=9), "no-such-meeting", before=SCHEDULED),
    Case("may_strike_meeting", "an earlier entry", struck(strikes=0), "not-the-current-entry", before=CONVENED),
    Case("may_strike_meeting", "another recorder", strike, "not-the-recorder", by="editor-2", before=CONVENED),
    *(
        Case("may_strike_meeting", f"the secretariat strikes {what}", strike, by="secretariat", before=before)
        for what, before in (
            ("a meeting", SCHEDULED),
            ("a postponement", (*SCHEDULED, ("editor", POSTPONE))),
            ("one of two postponements", (*SCHEDULED, ("editor", POSTPONE), ("editor", POSTPONE))),
            ("a cancellation", CANCELLED),
            ("a suspension", SUSPENDED),
            ("a resumption", (*SUSPENDED, ("editor", changed(CONVENE, time="12:00")))),
        )
    ),
    # Attendance.
    Case("may_attend", "no such meeting", ATTEND, "no-such-meeting"),
    Case("may_attend", "a meeting that was not convened", ATTEND, "not-convened", before=SCHEDULED),
    Case("may_attend", "a party from nowhere", changed(ATTEND, party="ST-0"), "unknown-party", before=CONVENED),
    Case("may_attend", "a party says so itself", changed(ATTEND, source=None), by="ST-A", before=CONVENED),
    Case("may_attend", "a party speaks for another", changed(ATTEND, source=None), "not-a-recorder", "ST-B", CONVENED),
    Case("may_strike_attendance", "nothing to strike", STRIKE_ATTENDANCE, "no-such-record", before=CONVENED),
    Case(
        "may_strike_attendance",
        "another recorder",
        STRIKE_ATTENDANCE,
        "not-the-recorder",
        by="editor-2",
        before=PRESENT,
    ),
    Case("may_strike_attendance", "the party strikes", STRIKE_ATTENDANCE, by="ST-A", before=PRESENT),
    # The programme.
    Case(
        "may_adopt_programme",
        "a revision of nothing",
        changed(ADOPT, revision=1),
        "revision-out-of-order",
    ),
    Case("may_adopt_programme", "a revision", changed(ADOPT, revision=1), before=(("editor", ADOPT),)),
    Case(
        "may_adopt_programme",
        "the afternoon before the morning",
        changed(ADOPT, slots=(ADOPT.slots[1], ADOPT.slots[0])),
        "slots-out-of-order",
    ),
)

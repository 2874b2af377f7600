"""How meetings are asked about: periods and days, panels, statements, introductions, themes, participation."""

from __future__ import annotations

from accord.areas.meetings.attendance import AttendancePage, attendance
from accord.areas.meetings.introductions import (
    IntroductionRow,
    IntroductionsPage,
    SubmissionRow,
    introduction_row,
    introductions,
    introductions_by,
    introductions_of,
)
from accord.areas.meetings.known import Known
from accord.areas.meetings.panels import PanellistRow, PanelPage, PanelRow, PanelsPage, panel, panel_row, panels
from accord.areas.meetings.participation import Participant, ParticipationPage, participant, participation, tally
from accord.areas.meetings.periods import MeetingDays, MeetingsPage, Period, meeting_days, meetings, period_rows
from accord.areas.meetings.programme import ProgrammePage, SlotRow, programme, programme_days, slots_on
from accord.areas.meetings.single import (
    ItemRow,
    MeetingPage,
    MeetingRow,
    Status,
    instant,
    item_rows,
    meeting,
    meeting_rows,
    meetings_by_day,
)
from accord.areas.meetings.statements import (
    StatementRow,
    StatementsPage,
    days,
    statement_row,
    statements,
    statements_by,
)
from accord.areas.meetings.themes import ThemeRow, ThemesPage, themes

__all__ = [
    "AttendancePage",
    "IntroductionRow",
    "IntroductionsPage",
    "ItemRow",
    "Known",
    "MeetingDays",
    "MeetingPage",
    "MeetingRow",
    "MeetingsPage",
    "PanelPage",
    "PanelRow",
    "PanellistRow",
    "PanelsPage",
    "Participant",
    "ParticipationPage",
    "Period",
    "ProgrammePage",
    "SlotRow",
    "StatementRow",
    "StatementsPage",
    "Status",
    "SubmissionRow",
    "ThemeRow",
    "ThemesPage",
    "attendance",
    "days",
    "instant",
    "introduction_row",
    "introductions",
    "introductions_by",
    "introductions_of",
    "item_rows",
    "meeting",
    "meeting_days",
    "meeting_rows",
    "meetings",
    "meetings_by_day",
    "panel",
    "panel_row",
    "panels",
    "participant",
    "participation",
    "period_rows",
    "programme",
    "programme_days",
    "slots_on",
    "statement_row",
    "statements",
    "statements_by",
    "tally",
    "themes",
]

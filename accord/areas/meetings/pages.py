"""How meetings are asked about: periods and days, panels, statements, introductions, themes, participation."""

from __future__ import annotations

from accord.areas.meetings.introductions import (
    IntroductionRow,
    IntroductionsPage,
    SubmissionRow,
    introduction_row,
    introductions,
    introductions_of,
)
from accord.areas.meetings.known import Known
from accord.areas.meetings.panels import PanellistRow, PanelPage, PanelRow, PanelsPage, panel, panel_row, panels
from accord.areas.meetings.participation import Participant, ParticipationPage, participant, participation
from accord.areas.meetings.periods import MeetingDays, MeetingsPage, Period, meeting_days, meetings, period_rows
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
    "IntroductionRow",
    "IntroductionsPage",
    "Known",
    "MeetingDays",
    "MeetingsPage",
    "PanelPage",
    "PanelRow",
    "PanellistRow",
    "PanelsPage",
    "Participant",
    "ParticipationPage",
    "Period",
    "StatementRow",
    "StatementsPage",
    "SubmissionRow",
    "ThemeRow",
    "ThemesPage",
    "days",
    "introduction_row",
    "introductions",
    "introductions_of",
    "meeting_days",
    "meetings",
    "panel",
    "panel_row",
    "panels",
    "participant",
    "participation",
    "period_rows",
    "statement_row",
    "statements",
    "statements_by",
    "themes",
]

"""The page of a single meeting: its plan and course, and with it its lists of speakers, speeches, floor, documents."""

from __future__ import annotations

import datetime

from accord.areas.documents import pages as documents
from accord.areas.documents.pages import DocumentRow
from accord.areas.meetings import pages as meetings
from accord.areas.meetings.rules import single
from accord.areas.procedure.pages import FloorRow, floors
from accord.areas.speakers import pages as speakers
from accord.areas.speakers.pages import ListRow, SpeechRow
from accord.world.talked import Known


class MeetingPage(meetings.MeetingPage, frozen=True, tag="meeting"):
    """One meeting: its plan, what became of it, who was recorded as present, what was before it and who spoke."""

    lists: tuple[ListRow, ...]
    """Of speakers, for this meeting."""
    speeches: tuple[SpeechRow, ...]
    """Recorded for this meeting, or on a list that is for it alone."""
    floor: FloorRow | None
    """What is before it, step by step, where that is on record."""
    documents: tuple[DocumentRow, ...]
    """Put before it, or introduced on its day where no other meeting of the body is recorded for that day."""


def meeting(known: Known, number: str, body: str = "", *, on: datetime.date | None = None) -> MeetingPage:
    """One meeting.

    Raises:
        Missing: no such body, or no meeting of that number is scheduled.
    """
    told = meetings.meeting(known, number, body, on=on)
    name, which = told.body, told.meeting.number
    lists = speakers.list_rows(known, name, which)
    labels = {row.list for row in lists}
    return MeetingPage(
        **{field: getattr(told, field) for field in told.__struct_fields__},
        lists=lists,
        speeches=tuple(row for row in speakers.speech_rows(known, name) if row.number == which or row.list in labels),
        floor=next((row for row in floors(known, name) if row.number == which), None),
        documents=tuple(
            documents.document_row(known, known.documents.tables.documents[symbol])
            for symbol in dict.fromkeys((*_put(known, name, which), *_introduced(known, told)))
            if symbol in known.documents.tables.documents
        ),
    )


def _put(known: Known, body: str, number: int) -> list[str]:
    """The questions put before a meeting: some are symbols of drafts."""
    steps = known.procedures.tables.steps.get(single(body, number), ())
    return [step.event.on for step in steps if step.event.kind == "place"]


def _introduced(known: Known, told: meetings.MeetingPage) -> list[str]:
    """The papers introduced on the day of a meeting, if it is the only one of that day."""
    day = told.meeting.held
    if day is None or not told.sittings or len(meetings.meeting_rows(known, told.body, day)) != 1:
        return []
    facts = known.meeting_lookups.by_day["introduction"][told.body, day, True]
    return [fact.act.document for fact in facts if fact.act.document is not None]

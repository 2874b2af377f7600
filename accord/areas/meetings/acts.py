"""What can be said about meetings: periods and single ones, programme of work, attendance, panels, statements."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import (
    Body,
    Day,
    Document,
    Index,
    Label,
    Line,
    Offset,
    Party,
    Person,
    Source,
    Symbol,
    Text,
    Time,
    Value,
)
from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import Ordinal

Place = Annotated[int, Meta(ge=1, le=100_000)]
MeetingNumber = Annotated[int, Meta(ge=1, le=10_000)]
"""Of a single meeting: the n-th of its body. Body and number are its key for good, whenever it is held."""
SingleKind = Literal["plenary", "informal", "organizational"]
PartOfDay = Literal["morning", "afternoon", "evening"]
Category = Literal["state", "observer", "international-organisation", "civil-society"]
Ending = Literal["suspended", "adjourned", "rose"]


class HoldMeetings(Act, tag="meeting.hold/1"):
    """A body met from one day to another, both included (A/68/514 ¶3). A range proves no number of working days."""

    body: Body
    meeting: Label
    kind: Literal["organizational", "substantive"]
    first: Day
    last: Day
    venue: Text | None = None
    source: Source | None = None
    corrects: Index | None = None


class Panellist(Value):
    """Someone who spoke on a panel, in person; with or without an affiliation."""

    person: Person
    affiliation: Party | None = None
    affiliations: tuple[Party, ...] = ()
    """Where there are several, in the source's order; else empty."""
    form: Label | None = None
    """How the source writes the affiliation, where not by its name: `short`, `name-short`, `open-name-short`."""


class HoldPanel(Act, tag="panel.hold/1"):
    """An informal thematic panel: theme, moderator, panellists (A/68/514 ¶13)."""

    body: Body
    panel: Label
    title: Text
    moderator: Person | None = None
    moderator_state: Party | None = None
    panellists: tuple[Panellist, ...]
    place: Place | None = None
    on: Day | None = None
    source: Source | None = None
    corrects: Index | None = None


class MakeStatement(Act, tag="statement.make/1"):
    """A party spoke, for itself or on behalf of a group (A/68/514 ¶14); an official spoke in office (¶15)."""

    body: Body
    statement: Label
    speaker: Party | None = None
    official: Text | None = None
    """Of a statement by an official: the office, as `High Representative for ...`."""
    on_behalf_of: Party | None = None
    occasion: Literal["general-exchange", "opening", "address", "other"]
    days: tuple[Day, ...] = ()
    """The days of the meetings in question; which of them is not always said."""
    place: Place | None = None
    text: Text | None = None
    source: Source | None = None
    corrects: Index | None = None


class IntroducePaper(Act, tag="paper.introduce/1"):
    """Parties introduced a working paper (A/68/514 ¶16).

    `document` is the recorder's inference unless the source names it; `days` are the
    days of which it was one.
    """

    body: Body
    introduction: Label
    introducers: tuple[Party, ...]
    by_chair: bool = False
    on_behalf_of: tuple[Party, ...] = ()
    jointly: bool = False
    days: tuple[Day, ...] = ()
    document: Document | None = None
    inferred: bool = False
    place: Place | None = None
    source: Source | None = None
    corrects: Index | None = None


class SubmitViews(Act, tag="views.submit/1"):
    """An organisation submitted a paper with proposals that the source does not name by symbol (A/68/514 ¶16)."""

    body: Body
    submitter: Party
    place: Place | None = None
    source: Source | None = None
    corrects: Index | None = None


class DiscussTheme(Act, tag="theme.discuss/1"):
    """A theme of the substantive discussion and who facilitated it (A/68/514 ¶17)."""

    body: Body
    theme: Label
    title: Text
    facilitator: Person | None = None
    facilitator_state: Party | None = None
    by_chair: bool = False
    place: Place | None = None
    source: Source | None = None
    corrects: Index | None = None


class ScheduleMeeting(Act, tag="meeting.schedule/1"):
    """The n-th meeting of a body is announced: day, times at the venue, what it is about (A/68/514 ¶¶3-5)."""

    body: Body
    number: MeetingNumber
    kind: SingleKind
    on: Day
    starts: Time | None = None
    ends: Time | None = None
    offset: Offset | None = None
    """Of the venue's clocks on that day; must be given where a time is."""
    venue: Text | None = None
    access: Literal["open", "closed"] | None = None
    """Whether the public and the press are admitted; unknown where left out."""
    items: tuple[Ordinal, ...] = ()
    """Of the agenda."""
    title: Text | None = None
    source: Source | None = None
    corrects: Index | None = None


class PostponeMeeting(Act, tag="meeting.postpone/1"):
    """A meeting that was not convened yet moves to another day or time; without a day, to one still to be announced."""

    body: Body
    number: MeetingNumber
    to: Day | None = None
    starts: Time | None = None
    ends: Time | None = None
    offset: Offset | None = None
    reason: Text | None = None
    source: Source | None = None


class CancelMeeting(Act, tag="meeting.cancel/1"):
    """A meeting that was not convened will not take place; its number is not given again."""

    body: Body
    number: MeetingNumber
    reason: Text | None = None
    source: Source | None = None


class ConveneMeeting(Act, tag="meeting.convene/1"):
    """A meeting was called to order, or resumed after a suspension, under a presiding officer."""

    body: Body
    number: MeetingNumber
    on: Day
    time: Time | None = None
    presiding: Person | None = None
    """In person, never as the position of a State."""
    presiding_state: Party | None = None
    source: Source | None = None


class CloseMeeting(Act, tag="meeting.close/1"):
    """A meeting was suspended, adjourned, or rose."""

    body: Body
    number: MeetingNumber
    how: Ending
    on: Day | None = None
    """Where it is not the day on which it was convened."""
    time: Time | None = None
    source: Source | None = None


class StrikeMeeting(Act, tag="meeting.strike/1"):
    """Deletes what was recorded last of a single meeting; of a meeting only scheduled, the meeting itself.

    The struck entry stays in the record; views no longer show it. The one who recorded it
    may strike it, and the secretariat.
    """

    body: Body
    number: MeetingNumber
    strikes: Index
    """The entry that recorded it."""
    reason: Line


class RecordAttendance(Act, tag="attendance.record/1"):
    """A party was present at a meeting, in the category in which it was accredited (A/68/514 ¶¶1, 8).

    Who was not recorded as present was not therefore absent.
    """

    body: Body
    number: MeetingNumber
    party: Party
    category: Category
    persons: tuple[Person, ...] = ()
    """Only those whom the source names."""
    source: Source | None = None
    corrects: Index | None = None


class StrikeAttendance(Act, tag="attendance.strike/1"):
    """Deletes an attendance recorded by mistake. The one who recorded it says so, the party, or the secretariat."""

    body: Body
    number: MeetingNumber
    party: Party
    reason: Line


class ProgrammeSlot(Value):
    """A part of a day in a programme of work, and what it is for."""

    day: Day
    part: PartOfDay
    number: MeetingNumber | None = None
    """Of the meeting."""
    items: tuple[Ordinal, ...] = ()
    themes: tuple[Label, ...] = ()
    panels: tuple[Label, ...] = ()
    title: Text | None = None


class AdoptProgramme(Act, tag="programme.adopt/1"):
    """The body adopts its programme of work, or a revision of it, slot by slot (A/68/514 ¶¶7-8).

    Revision 1 takes the place of the programme as adopted (0), and so on; earlier ones stay in view.
    """

    body: Body
    revision: Annotated[int, Meta(ge=0, le=100)] = 0
    document: Symbol | None = None
    on: Day | None = None
    slots: Annotated[tuple[ProgrammeSlot, ...], Meta(min_length=1)]
    source: Source | None = None
    corrects: Index | None = None


class StrikeRecord(Act, tag="record.strike/1"):
    """Deletes a mistaken transcription of a meeting, panel, statement, introduction, submission or theme.

    The struck entry stays in the record; views no longer show it. The one who recorded it
    may strike it, and the secretariat.
    """

    body: Body
    register: Literal["meeting", "panel", "statement", "introduction", "submission", "theme"]
    label: Label
    reason: Line


ACTS = (
    HoldMeetings,
    HoldPanel,
    MakeStatement,
    IntroducePaper,
    SubmitViews,
    DiscussTheme,
    ScheduleMeeting,
    PostponeMeeting,
    CancelMeeting,
    ConveneMeeting,
    CloseMeeting,
    StrikeMeeting,
    RecordAttendance,
    StrikeAttendance,
    AdoptProgramme,
    StrikeRecord,
)

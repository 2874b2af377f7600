"""What can be said about meetings: held, opened, panels, statements, introductions, themes."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import Body, Day, Document, Index, Label, Line, Party, Person, Source, Text, Value
from accord.acts.vocabulary import Act

Place = Annotated[int, Meta(ge=1, le=100_000)]


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
    StrikeRecord,
)

"""What can be said about speakers: lists, inscriptions, speeches, right of reply, translations of statements.

Lists are kept by the secretariat for the Chair, or transcribed by a recorder with the source; a party
inscribes, withdraws, and asks for its right of reply itself.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import (
    Body,
    Count,
    Day,
    Digest,
    Index,
    Label,
    Language,
    Line,
    Offset,
    Party,
    Person,
    Source,
    Text,
    Time,
    Value,
    Words,
)
from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import Ordinal
from accord.areas.meetings.acts import Category, MeetingNumber

Seconds = Annotated[int, Meta(ge=1, le=86_400)]
Level = Literal["head-of-state", "head-of-government", "minister", "vice-minister", "delegation"]
OrderRule = Literal["groups-first", "levels-first", "states-first", "alternate-categories"]
ReplyTime = Literal["end-of-list", "end-of-meeting", "end-of-day"]
Passing = Literal["keeps-place", "end-of-list"]


class ReplyRules(Value):
    """How a party may use its right of reply: how often, for how long, when.

    In the General Assembly twice at a meeting on an item, for ten and then five minutes, at the end
    of the day where two meetings deal with the item (A/520, annex V, decision 34/401, paras. 8-10).
    """

    seconds: Annotated[tuple[Seconds, ...], Meta(min_length=1, max_length=9)]
    """For the first reply, the second, and so on; there are as many as have a time."""
    when: ReplyTime
    rule: Line | None = None
    """The rule or decision that says so, in words."""


class OpenList(Act, tag="list.open/1"):
    """A list of speakers is open: on which item, theme or meeting, for how long each speaks, in which order."""

    body: Body
    list: Label
    title: Text | None = None
    item: Ordinal | None = None
    """Of the agenda."""
    theme: Label | None = None
    number: MeetingNumber | None = None
    """Of the meeting; left out where the list is for several."""
    seconds: Seconds | None = None
    """For each speaker; without it there is no limit."""
    group_seconds: Seconds | None = None
    """For those who speak on behalf of a group; without it as for the others."""
    order: tuple[OrderRule, ...] = ()
    """The first rule weighs most; among equals, and without rules, in the order of inscription."""
    replies: ReplyRules | None = None
    closes_on: Day | None = None
    """When the closing is announced for. The list closes when it is declared closed."""
    closes_at: Time | None = None
    offset: Offset | None = None
    source: Source | None = None
    corrects: Index | None = None


class CloseList(Act, tag="list.close/1"):
    """The list is declared closed: by whom, and whether with the consent of the body (A/520/Rev.20, rule 115)."""

    body: Body
    list: Label
    on: Day | None = None
    time: Time | None = None
    declared_by: Person | None = None
    consent: bool = False
    source: Source | None = None


class ReopenList(Act, tag="list.reopen/1"):
    """A closed list is open again: by whom, and whether with the consent of the body."""

    body: Body
    list: Label
    on: Day | None = None
    time: Time | None = None
    declared_by: Person | None = None
    consent: bool = False
    source: Source | None = None


class Inscribe(Act, tag="speaker.inscribe/1"):
    """A party asks for the floor, for itself or on behalf of a group (A/68/514 ¶14)."""

    body: Body
    list: Label
    party: Party
    on_behalf_of: Party | None = None
    level: Level = "delegation"
    category: Category | None = None
    """Left out: as the register has the party."""
    late: bool = False
    """Admitted by decision although the list is closed: whoever keeps the list says so."""
    source: Source | None = None


class WithdrawInscription(Act, tag="speaker.withdraw/1"):
    """A party that waits on a list no longer asks for the floor."""

    body: Body
    list: Label
    party: Party
    on_behalf_of: Party | None = None
    source: Source | None = None


class SwapPlaces(Act, tag="speaker.swap/1"):
    """Two speakers who wait exchange their places, once both have said so, or whoever keeps the list."""

    body: Body
    list: Label
    party: Party
    on_behalf_of: Party | None = None
    other: Party
    other_on_behalf_of: Party | None = None
    source: Source | None = None


class CallSpeaker(Act, tag="speaker.call/1"):
    """The Chair gives the floor to a speaker who waits on the list."""

    body: Body
    list: Label
    party: Party
    on_behalf_of: Party | None = None
    on: Day | None = None
    time: Time | None = None
    source: Source | None = None


class YieldFloor(Act, tag="speaker.yield/1"):
    """A speaker who was called or waits passes, and keeps the place or goes to the end of the list."""

    body: Body
    list: Label
    party: Party
    on_behalf_of: Party | None = None
    then: Passing
    source: Source | None = None


class PointOfOrder(Value):
    """A party raised a point of order during a speech (A/520/Rev.20, rule 113)."""

    raised_by: Party
    after_seconds: Count | None = None


class GiveSpeech(Act, tag="speech.give/1"):
    """A party spoke: when, for how long, on whose behalf, in the exercise of the right of reply or not.

    A speech on a list ends the speaker's turn. Whoever keeps the list records it.
    """

    body: Body
    speech: Label
    list: Label | None = None
    party: Party
    on_behalf_of: Party | None = None
    category: Category | None = None
    """Left out: as inscribed, or as the register has the party."""
    number: MeetingNumber | None = None
    on: Day
    starts: Time | None = None
    seconds: Seconds | None = None
    reply: bool = False
    """In the exercise of the right of reply."""
    points_of_order: tuple[PointOfOrder, ...] = ()
    """That interrupted it; the time they took is not the speaker's."""
    statement: Label | None = None
    """The statement that was made in it."""
    source: Source | None = None
    corrects: Index | None = None


class StrikeSpeech(Act, tag="speech.strike/1"):
    """Deletes a speech recorded by mistake; whoever had it on a list waits there again."""

    body: Body
    speech: Label
    reason: Line


class RequestReply(Act, tag="right-of-reply.request/1"):
    """A party asks for the floor in the exercise of its right of reply (A/520/Rev.20, rule 115)."""

    body: Body
    list: Label
    party: Party
    to: Party | None = None
    """To whom it replies."""
    source: Source | None = None


class WaiveReply(Act, tag="right-of-reply.waive/1"):
    """A party no longer asks for the right of reply that it asked for."""

    body: Body
    list: Label
    party: Party
    source: Source | None = None


class RecordTranslation(Act, tag="translation.record/1"):
    """A translation of a statement, tied to the words that it translates; not itself what was said.

    When the words of the statement are corrected, the translation is shown as of the words before.
    """

    body: Body
    statement: Label
    entry: Index
    """The entry that made the statement, as corrected last."""
    digest: Digest
    """The SHA-256 of its words in their original language, in UTF-8."""
    language: Language
    words: Words
    translator: Text | None = None
    is_official: bool = False
    """By the secretariat's translators; a party's own translation of its statement is not official."""
    source: Source | None = None
    corrects: Index | None = None


ACTS = (
    OpenList,
    CloseList,
    ReopenList,
    Inscribe,
    WithdrawInscription,
    SwapPlaces,
    CallSpeaker,
    YieldFloor,
    GiveSpeech,
    StrikeSpeech,
    RequestReply,
    WaiveReply,
    RecordTranslation,
)

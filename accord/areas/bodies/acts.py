"""What can be said about a body: its mandate, officers, agenda and modalities."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import Body, BodyCode, Count, Day, Index, Line, Party, Person, Source, Symbol, Text, Value
from accord.acts.vocabulary import Act

Ordinal = Annotated[int, Meta(ge=1, le=10_000)]
Office = Literal["chair", "vice-chair", "rapporteur", "moderator", "opener"]
Mode = Literal["acclamation", "consensus", "without-a-vote", "vote", "appointment", "unknown"]
Participation = Literal["international-organisations", "civil-society", "academia"]
Capacity = Literal["member", "observer"]
ObserverRight = Literal["points-of-order", "motions", "sponsorship"]


class EstablishBody(Act, tag="body.establish/1"):
    """A body and its mandate: who set it up, where and how long it may meet, to whom it reports (A/68/514 ¶¶1-2)."""

    body: BodyCode
    name: Text
    short: Text | None = None
    """The name that its papers use after the first mention."""
    also: tuple[Text, ...] = ()
    """Still shorter names in its papers, as `the Group`."""
    resolution: Symbol
    resolution_title: Text | None = None
    paragraphs: tuple[Ordinal, ...] = ()
    """Of the resolution: those that establish the body."""
    reporting_paragraph: Ordinal | None = None
    venue: Text | None = None
    year: Annotated[int, Meta(ge=1945, le=2200)] | None = None
    cap_days: Count | None = None
    """The most working days on which it may meet."""
    reports_to_session: Ordinal | None = None
    agenda_item: Line | None = None
    """The item of the parent body's agenda under which it reports, as `99(w)`."""
    source: Source | None = None
    corrects: Index | None = None


class ContinueBody(Act, tag="body.continue/1"):
    """A body in the register is a further session of another, with a mandate, officers and meetings of its own.

    What each session did stands under its own code, so that a later one changes nothing of an earlier one.
    """

    body: Body
    of: Body
    """The body under the code that it had first."""
    source: Source | None = None
    corrects: Index | None = None


class ServiceBody(Act, tag="body.service/1"):
    """Who provides secretariat and substantive support to a body (A/68/514 ¶4)."""

    body: Body
    provider: Text
    source: Source | None = None
    corrects: Index | None = None


class ElectOfficer(Act, tag="officer.elect/1"):
    """A person holds an office, in person; the State is the one nominated from (A/68/514 ¶6)."""

    body: Body
    office: Office
    person: Person
    state: Party | None = None
    mode: Mode = "unknown"
    on: Day | None = None
    source: Source | None = None
    corrects: Index | None = None


class ReleaseOfficer(Act, tag="officer.release/1"):
    """A person no longer holds an office, or was recorded in it by mistake."""

    body: Body
    office: Office
    name: Line | None = None
    """Of the person, where several hold the office."""
    source: Source | None = None


class NameFriend(Act, tag="friend.name/1"):
    """A State one of whose representatives assists the Chair as a Friend of the Chair (A/68/514 ¶6)."""

    body: Body
    state: Party
    place: Ordinal | None = None
    """The place in the list as printed; without one, the order of the language shown."""
    source: Source | None = None
    corrects: Index | None = None


class ReleaseFriend(Act, tag="friend.release/1"):
    """A State no longer provides a Friend of the Chair, or was recorded as one by mistake."""

    body: Body
    state: Party
    source: Source | None = None


class AgendaItem(Value):
    """An item of an agenda."""

    number: Ordinal
    title: Text


class AdoptAgenda(Act, tag="agenda.adopt/1"):
    """The body adopts its agenda (A/68/514 ¶7). A later one revises it; `corrects` mends a transcription."""

    body: Body
    document: Symbol | None = None
    on: Day | None = None
    items: tuple[AgendaItem, ...]
    source: Source | None = None
    corrects: Index | None = None


class DecideModalities(Act, tag="modalities.decide/1"):
    """The body decides who takes part beside States, and how (A/68/514 ¶¶1, 8)."""

    body: Body
    on: Day | None = None
    admitted: tuple[Participation, ...]
    source: Source | None = None
    corrects: Index | None = None


class RecordCapacity(Act, tag="capacity.record/1"):
    """A party takes part in a body as a member or as an observer, and what an observer may do there beyond speaking.

    An observer takes no part in decisions. What else it may do is what was accorded to it, as by resolutions of the
    General Assembly to the observer States. A State of which nothing is said here takes part as a member;
    organisations and civil society take part as observers.
    """

    body: Body
    party: Party
    capacity: Capacity
    rights: tuple[ObserverRight, ...] = ()
    """Of an observer: to raise points of order, to move and speak to procedural motions, to submit and sponsor."""
    document: Symbol | None = None
    """That says so."""
    on: Day | None = None
    source: Source | None = None
    corrects: Index | None = None


ACTS = (
    EstablishBody,
    ContinueBody,
    ServiceBody,
    ElectOfficer,
    ReleaseOfficer,
    NameFriend,
    ReleaseFriend,
    AdoptAgenda,
    DecideModalities,
    RecordCapacity,
)

"""What can be said in a negotiation: drafts, amendments and who sponsors them, revisions, adoption, positions, time."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import (
    Count,
    Day,
    Digest,
    Document,
    Index,
    Label,
    Language,
    Offset,
    Party,
    Source,
    Text,
    Time,
)
from accord.acts.vocabulary import Act
from accord.areas.drafting.acts import UnitKind
from accord.areas.negotiation.changes import Change, Number, Rewording, UnitText

AdoptionMode = Literal["consensus", "without-a-vote", "vote", "unknown"]
PositionKind = Literal["explanation-before", "explanation-after", "general-statement", "dissociation", "reservation"]


class OpenDraft(Act, tag="draft.open/1"):
    """A registered document is negotiated as a draft, in one language, unit by unit.

    Its first text is its author's. The facilitator, if one is named, revises it as the secretariat may.
    """

    draft: Document
    language: Language
    text_author: Party | None = None
    """Whose the first text is; unknown or nobody's in particular where none is named."""
    facilitator: Party | None = None
    slash: bool = False
    """Whether a stroke within a bracket parts alternatives in this draft."""
    source: Source | None = None
    corrects: Index | None = None


class WriteUnit(Act, tag="draft.write/1"):
    """A unit of the draft as tabled: before any revision, and corrected only while nobody asked to amend it."""

    draft: Document
    unit: Label
    kind: UnitKind
    number: Number = ""
    place: Annotated[int, Meta(ge=1, le=1_000_000)]
    """The order of units in the draft."""
    text: UnitText
    alternative_to: Label | None = None
    """Of a whole paragraph that is an alternative: the unit that it would stand for (*bis*, *ter*, *quater*)."""
    source: Source | None = None
    corrects: Index | None = None


class ProposeAmendment(Act, tag="amendment.propose/1"):
    """Parties ask for changes of the draft, together. It stays on record as it was asked for, merged or not.

    A change of a text that is no longer current counts: it is shown as late, and merged where nothing collides.
    """

    draft: Document
    amendment: Label
    changes: Annotated[tuple[Change, ...], Meta(min_length=1)]
    sponsors: Annotated[tuple[Party, ...], Meta(min_length=1)]
    note: Text | None = None
    on: Day | None = None
    source: Source | None = None


class ProposeSubamendment(Act, tag="subamendment.propose/1"):
    """Parties ask for other words within what an open amendment puts or takes out (A/520/Rev.20, rule 130).

    It is an amendment of that amendment and has its own sponsors: it is joined, left, withdrawn and merged like one,
    merged only together with what it amends. It falls when that is withdrawn, or merged without it.
    """

    draft: Document
    amendment: Label
    """Its own name, among those of all amendments of the draft."""
    amends: Label
    """The amendment to which it is one; never a sub-amendment."""
    to: Digest
    """The hash of what that amendment asks for."""
    changes: Annotated[tuple[Rewording, ...], Meta(min_length=1)]
    """Of the texts that the amendment by itself makes of the units."""
    sponsors: Annotated[tuple[Party, ...], Meta(min_length=1)]
    note: Text | None = None
    on: Day | None = None
    source: Source | None = None


class JoinAmendment(Act, tag="amendment.join/1"):
    """A party becomes a sponsor of an amendment."""

    draft: Document
    amendment: Label
    sponsor: Party
    on: Day | None = None
    source: Source | None = None


class LeaveAmendment(Act, tag="amendment.leave/1"):
    """A party is no longer a sponsor of an amendment."""

    draft: Document
    amendment: Label
    sponsor: Party
    on: Day | None = None
    source: Source | None = None


class WithdrawAmendment(Act, tag="amendment.withdraw/1"):
    """An open amendment is withdrawn by its sponsors. It stays on record as withdrawn."""

    draft: Document
    amendment: Label
    on: Day | None = None
    source: Source | None = None


class ReviseDraft(Act, tag="draft.revise/1"):
    """Open amendments are merged into the draft, all at once: by a revision with its symbol, or orally without one.

    A sub-amendment is merged with the amendment that it amends; one that is not named with it falls.
    """

    draft: Document
    merges: Annotated[tuple[Label, ...], Meta(min_length=1)]
    document: Document | None = None
    """The symbol of the revision; none of an oral one."""
    on: Day | None = None
    source: Source | None = None


class AdoptDraft(Act, tag="draft.adopt/1"):
    """The draft is adopted as it stands. The mode is what the source says, else unknown."""

    draft: Document
    document: Document | None = None
    """The symbol under which the adopted text is issued."""
    mode: AdoptionMode = "unknown"
    in_favour: Count | None = None
    against: Count | None = None
    abstaining: Count | None = None
    on: Day | None = None
    source: Source | None = None
    corrects: Index | None = None


class ExplainPosition(Act, tag="position.explain/1"):
    """A party explains its position on a draft or on units of it, dissociates itself, or enters a reservation."""

    draft: Document
    position: Label
    party: Party
    on_behalf_of: Party | None = None
    kind: PositionKind
    units: tuple[Label, ...] = ()
    """The units concerned; none means all of the draft."""
    text: Text | None = None
    on: Day | None = None
    source: Source | None = None
    corrects: Index | None = None


class WithdrawPosition(Act, tag="position.withdraw/1"):
    """A party withdraws a position. It stays on record as withdrawn."""

    draft: Document
    position: Label
    on: Day | None = None
    source: Source | None = None


class GiveAgreement(Act, tag="agreement.give/1"):
    """A party agrees to the draft as it stands, or to units of it; *ad referendum* where its capital must confirm."""

    draft: Document
    party: Party
    units: tuple[Label, ...] = ()
    """The units agreed to; none means all of the draft."""
    ad_referendum: bool = False
    on: Day | None = None
    source: Source | None = None


class ConfirmAgreement(Act, tag="agreement.confirm/1"):
    """What a party agreed to *ad referendum* is confirmed, or is not."""

    draft: Document
    party: Party
    confirmed: bool
    on: Day | None = None
    source: Source | None = None


class SetDeadline(Act, tag="deadline.set/1"):
    """Parties are asked to reply about a draft until a day. Nothing happens when it passes; pages say that it has."""

    draft: Document
    deadline: Label
    until: Day
    time: Time | None = None
    offset: Offset | None = None
    """Of the clocks that the time is read from; must be given where a time is."""
    addressees: tuple[Party, ...] = ()
    """The parties asked; none means everybody."""
    subject: Text | None = None
    source: Source | None = None
    corrects: Index | None = None


class AnswerDeadline(Act, tag="deadline.answer/1"):
    """A party's reply to what was asked until a day."""

    draft: Document
    deadline: Label
    party: Party
    text: Text | None = None
    on: Day | None = None
    source: Source | None = None


class OpenSilence(Act, tag="silence.open/1"):
    """The draft as it stands is put under a silence procedure until a day, and adopted by nobody's breaking it."""

    draft: Document
    silence_procedure: Label
    opened_by: Party
    until: Day
    time: Time | None = None
    offset: Offset | None = None
    """Of the clocks that the time is read from; must be given where a time is."""
    subject: Text | None = None
    source: Source | None = None
    corrects: Index | None = None


class BreakSilence(Act, tag="silence.break/1"):
    """A party breaks the silence."""

    draft: Document
    silence_procedure: Label
    party: Party
    units: tuple[Label, ...] = ()
    """The units on which it breaks it; none means all of the draft."""
    text: Text | None = None
    on: Day | None = None
    time: Time | None = None
    offset: Offset | None = None
    source: Source | None = None


class TranslateUnit(Act, tag="draft-unit.translate/1"):
    """A unit in another language, from the text with the hash `of_text`; when that changes it is out of date."""

    draft: Document
    unit: Label
    language: Language
    of_text: Digest
    text: UnitText
    source: Source | None = None
    corrects: Index | None = None


ACTS = (
    OpenDraft,
    WriteUnit,
    ProposeAmendment,
    ProposeSubamendment,
    JoinAmendment,
    LeaveAmendment,
    WithdrawAmendment,
    ReviseDraft,
    AdoptDraft,
    ExplainPosition,
    WithdrawPosition,
    GiveAgreement,
    ConfirmAgreement,
    SetDeadline,
    AnswerDeadline,
    OpenSilence,
    BreakSilence,
    TranslateUnit,
)

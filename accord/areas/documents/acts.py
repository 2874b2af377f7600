"""What can be said about documents: registered, sponsored, issued, circulated, related, withdrawn."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import (
    Body,
    Count,
    Day,
    Digest,
    Document,
    Index,
    Label,
    Language,
    Line,
    Offset,
    Party,
    Source,
    Symbol,
    Text,
    Time,
)
from accord.acts.vocabulary import Act

Kind = Literal[
    "agenda",
    "working-paper",
    "conference-room-paper",
    "moderator-summary",
    "timetable",
    "information",
    "ngo-paper",
    "draft",
    "report",
    "note",
    "resolution",
    "other",
]
InstrumentForm = Literal["note-verbale", "letter", "other"]
MediaType = Annotated[str, Meta(pattern=r"^[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,99}$(?!\n)", max_length=121)]
"""The type of a file, as in `application/pdf`."""
Submitter = Literal["sponsors", "chair", "secretariat", "civil-society", "none"]
Relation = Literal["supersedes", "corrects", "adds-to", "amends", "summarises", "also-issued-as"]
"""What one document is to another."""
Stage = Literal["received", "circulated"]
"""On the way of a paper: handed in to the secretariat, and circulated to delegations."""
WindowRule = Literal["day-before", "two-weeks-before", "set-by-the-body", "set-by-the-chair", "other"]
"""Where a window comes from: a rule of procedure that counts back from the meeting, or a decision."""


class RegisterDocument(Act, tag="document.register/1"):
    """A document under its symbol: what kind, whose, what it is called (A/68/514 ¶9).

    Sponsors named here are those of the first issue; later ones join or leave by acts
    of their own. `printed` keeps the symbol as the source prints it where that differs.
    """

    symbol: Symbol
    body: Body | None = None
    kind: Kind
    title: Text | None = None
    submitter: Submitter = "none"
    sponsors: tuple[Party, ...] = ()
    printed: Line | None = None
    panel_ordinal: Annotated[int, Meta(ge=1, le=1000)] | None = None
    """Of a moderator's summary: the number of the panel as the source prints it."""
    summarises: Label | None = None
    """Of a moderator's summary: the panel it belongs to. An inference of the recorder."""
    place: Annotated[int, Meta(ge=1, le=100_000)] | None = None
    """The place in the body's list of documents as printed."""
    source: Source | None = None
    corrects: Index | None = None


class WithdrawDocument(Act, tag="document.withdraw/1"):
    """A document is withdrawn by its sponsors, or was registered by mistake. It stays on record as withdrawn."""

    symbol: Document
    on: Day | None = None
    source: Source | None = None


class RestoreDocument(Act, tag="document.restore/1"):
    """A document that was withdrawn stands again, or was recorded as withdrawn by mistake."""

    symbol: Document
    on: Day | None = None
    source: Source | None = None


class JoinSponsors(Act, tag="sponsor.join/1"):
    """A party becomes a sponsor of a document."""

    symbol: Document
    sponsor: Party
    on: Day | None = None
    source: Source | None = None


class LeaveSponsors(Act, tag="sponsor.leave/1"):
    """A party is no longer a sponsor of a document."""

    symbol: Document
    sponsor: Party
    on: Day | None = None
    source: Source | None = None


class IssueVersion(Act, tag="version.issue/1"):
    """A language version of a document: its job number, and the digest of the file where one is at hand."""

    symbol: Document
    language: Language
    job: Annotated[str, Meta(pattern=r"^[A-Z0-9.\-]{4,20}$(?!\n)", max_length=20)] | None = None
    on: Day | None = None
    sha256: Digest | None = None
    size: Count | None = None
    source: Source | None = None
    corrects: Index | None = None


class RelateDocument(Act, tag="document.relate/1"):
    """What a document is to another, where the symbol does not tell: which one it replaces, corrects, adds to.

    Of a corrigendum also: which language versions it touches. The same paper under two symbols
    (`A/48/403-S/26450`) is two documents, one also issued as the other.
    """

    symbol: Document
    kinship: Relation
    document: Document
    """The other one, of which this is said."""
    languages: tuple[Language, ...] = ()
    """The language versions that it touches; empty: the source does not say which."""
    source: Source | None = None
    corrects: Index | None = None


class ReissueDocument(Act, tag="document.reissue/1"):
    """A document is issued again under its symbol for technical reasons, as printed by an asterisk behind it."""

    symbol: Document
    reissue: Annotated[int, Meta(ge=1, le=9)]
    """The first time, the second: as many asterisks."""
    languages: tuple[Language, ...] = ()
    """The language versions issued again; empty: the source does not say which."""
    on: Day | None = None
    reason: Text | None = None
    source: Source | None = None
    corrects: Index | None = None


class CirculateDocument(Act, tag="document.circulate/1"):
    """A document was handed in to the secretariat, or circulated to delegations: on which day, at what time."""

    symbol: Document
    stage: Stage
    on: Day
    time: Time | None = None
    offset: Offset | None = None
    """Of the clocks that the time is read from; must be given where a time is."""
    source: Source | None = None
    corrects: Index | None = None


class OpenWindow(Act, tag="window.open/1"):
    """From when until when papers of some kinds may be handed in to a body.

    A window never refuses: a paper that comes after it is on record, and shown as late.
    """

    body: Body
    submission_window: Label
    paper_kinds: tuple[Kind, ...] = ()
    """The kinds of papers it is for; none means all of them."""
    opens: Day | None = None
    deadline: Day
    """The last day."""
    time: Time | None = None
    offset: Offset | None = None
    """Of the clocks that the time is read from; must be given where a time is."""
    rule: WindowRule
    title: Text | None = None
    source: Source | None = None
    corrects: Index | None = None


class ReceiveInstrument(Act, tag="instrument.receive/1"):
    """The secretariat's receipt for a note verbale, a letter or another paper that a party presented as a file.

    So a mission without keys puts its word on record: the receipt carries the digest of the file, who presented
    it, and the document or the entry that it concerns. The file itself stays with the secretariat and the party.
    """

    sha256: Digest
    size: Count
    """Of the file, in bytes."""
    media: MediaType
    form: InstrumentForm
    presenter: Party
    """The party whose paper it is."""
    on: Day
    """When it was presented."""
    title: Text | None = None
    concerns: Document | None = None
    supports: Index | None = None
    """The entry that records what the paper says."""
    corrects: Index | None = None


ACTS = (
    RegisterDocument,
    WithdrawDocument,
    RestoreDocument,
    JoinSponsors,
    LeaveSponsors,
    IssueVersion,
    RelateDocument,
    ReissueDocument,
    CirculateDocument,
    OpenWindow,
    ReceiveInstrument,
)

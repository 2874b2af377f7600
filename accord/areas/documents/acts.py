"""What can be said about documents: registered, sponsored, issued in a language, withdrawn."""

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
    Party,
    Source,
    Symbol,
    Text,
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
    ReceiveInstrument,
)

"""The pages of the record itself: its entries in order, one entry with its signatures, and what a check shows."""

from __future__ import annotations

import datetime
from typing import Any, Literal, Protocol

import msgspec

from accord.acts.envelope import Envelope
from accord.acts.facts import source_of
from accord.acts.values import Source, Text
from accord.acts.vocabulary import name_of
from accord.areas.documents.pages import SymbolText
from accord.areas.parties import pages as parties
from accord.areas.parties.cite import (
    EntryIndex,
    Instant,
    Known,
    Missing,
    Page,
    Part,
    PartyCode,
    head,
    replies_to,
)
from accord.areas.parties.pages import ReplyRow

AT_ONCE = 50
"""Entries on a page of the list."""

NAMES_PARTIES = (
    *("party", "state", "member", "group", "sponsor", "sponsors", "speaker", "on_behalf_of", "introducers"),
    *("submitter", "presenter", "moderator_state", "facilitator_state", "to", "about"),
    *("assigner", "author", "requester", "amenders", "open_to", "listed", "bound_named"),
    *("holders", "beneficiaries", "holder", "called", "whose", "territory"),
)
"""Fields of acts that name parties."""
NAMES_DOCUMENTS = ("symbol", "document", "concerns", "drafts")
NAMES_TEXTS = ("title", "name", "text", "official", "provider")


class Readable(Known, Protocol):
    """What these pages are asked of: the entries too, as they were signed."""

    def envelope(self, index: int) -> Envelope | None:
        """The envelope of an entry, or `None` where entries are not at hand."""

    def corrected_by(self, index: int) -> int | None:
        """The later entry that corrects this one, if there is one."""


class EntryRow(Part, frozen=True):
    """An entry in the list: who said what about whom, and whether it has effect."""

    entry: EntryIndex
    verb: str | None
    """`None`: this copy of the program cannot read the entry."""
    by: PartyCode | None
    parties: tuple[PartyCode, ...]
    """Those that the act names."""
    symbols: tuple[SymbolText, ...]
    """The documents that it names."""
    text: Text | None
    """Its title, or what it says."""
    moment: Instant | None
    counts: bool


class EntriesPage(Page, frozen=True, tag="entries"):
    """The entries of the record, the newest of each page first."""

    size: int
    first: EntryIndex | None
    """The lowest number on this page."""
    last: EntryIndex | None
    older: EntryIndex | None
    """Where the page before this one starts; `None` if there is none."""
    newer: EntryIndex | None
    entries: tuple[EntryRow, ...]


class SignatureRow(Part, frozen=True):
    """A signature of an act: by which key, whose, and its bytes."""

    key: str
    """Name and number of the key."""
    party: PartyCode | None
    algorithm: str | None
    registered: EntryIndex | None
    """The entry that put the key in force."""
    signature: str
    """In base64."""


class EntryPage(Page, frozen=True, tag="entry"):
    """One entry: the act as it was signed, by which keys, when it was admitted, and what became of it."""

    index: EntryIndex
    act_id: str
    verb: str
    by: PartyCode
    source: Source | None
    """From which it was transcribed; `None` where the party speaks for itself."""
    keys: tuple[str, ...]
    moment: Instant
    """When the log admitted it."""
    counts: bool
    reason: str | None
    act: dict[str, Any]
    """As in the payload that was signed."""
    signatures: tuple[SignatureRow, ...]
    corrects: EntryIndex | None
    corrected_by: EntryIndex | None
    replies: tuple[ReplyRow, ...]
    previous: EntryIndex | None
    following: EntryIndex | None


Shows = Literal["bytes", "signatures", "order", "rulings", "answers"]
ShowsNot = Literal["truth", "completeness", "identity", "other-copies", "future"]


class ShowsRow(Part, frozen=True):
    """One thing that a check of a record shows."""

    shows: Shows


class ShowsNotRow(Part, frozen=True):
    """One thing that no check of a record shows."""

    shows_not: ShowsNot


class CheckPage(Page, frozen=True, tag="check"):
    """What there is to check, what a check shows and what it does not show."""

    size: int
    last_admitted: Instant | None
    without_effect: int
    """Acts on record that changed nothing, each with its reason."""
    refused: int
    """Entries that the gate refuses: none in a sound record."""
    missed: int
    """Entries that this copy of the program is too old to understand."""
    shows: tuple[ShowsRow, ...]
    shows_not: tuple[ShowsNotRow, ...]


def entries(known: Known, first: str = "", *, on: datetime.date | None = None) -> EntriesPage:
    """The entries of the record from one on; without a number, the last ones.

    Raises:
        Missing: no such entry.
    """
    start = max(0, known.size - AT_ONCE) if not first else number(known, first)
    end = min(known.size, start + AT_ONCE)
    return EntriesPage(
        head=head(known, on),
        size=known.size,
        first=start if end > start else None,
        last=end - 1 if end > start else None,
        older=max(0, start - AT_ONCE) if start > 0 else None,
        newer=end if known.holds(end) else None,
        entries=tuple(entry_row(known, index) for index in range(end - 1, start - 1, -1)),
    )


def number(known: Known, text: str) -> int:
    """The number of an entry that there is.

    Raises:
        Missing: no such entry.
    """
    found = int(text) if text.isascii() and text.isdigit() and len(text) < 17 else -1
    if not known.holds(found):
        raise Missing("entry", text)
    return found


def entry_row(known: Known, index: int) -> EntryRow:
    """An entry in the list."""
    found = known.read(index)
    if found is None:
        return EntryRow(
            entry=index, verb=None, by=None, parties=(), symbols=(), text=None, moment=None, counts=counts(known, index)
        )
    return EntryRow(
        entry=index,
        verb=name_of(found.act),
        by=found.by,
        parties=tuple(name for name in named(found.act, NAMES_PARTIES) if name in known.parties.tables.parties),
        symbols=named(found.act, NAMES_DOCUMENTS),
        text=next((t for t in (getattr(found.act, name, None) for name in NAMES_TEXTS) if isinstance(t, Text)), None),
        moment=found.admitted,
        counts=counts(known, index),
    )


def counts(known: Known, index: int) -> bool:
    """Whether an entry has effect."""
    return known.ruled(index) is None


def named(act: Any, fields: tuple[str, ...]) -> tuple[str, ...]:
    """What an act has under some of its fields, one or several, each once.

    >>> from accord.areas.documents.acts import JoinSponsors
    >>> named(JoinSponsors(symbol="A/1", sponsor="CHE"), ("sponsor", "symbol"))
    ('CHE', 'A/1')
    """
    found: dict[str, None] = {}
    for field in fields:
        value = getattr(act, field, None)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                found.setdefault(one)
    return tuple(found)


def entry(known: Readable, index: str, *, on: datetime.date | None = None) -> EntryPage:
    """One entry.

    Raises:
        Missing: no such entry, one that this copy cannot read, or the entries are not at hand.
    """
    at = number(known, index)
    found, envelope = known.read(at), known.envelope(at)
    if found is None or envelope is None:
        raise Missing("entry", index)
    reason = known.ruled(at)
    return EntryPage(
        head=head(known, on),
        index=at,
        act_id=found.act_id.hex(),
        verb=name_of(found.act),
        by=found.by,
        source=source_of(found.act),
        keys=found.keys,
        moment=found.admitted,
        counts=reason is None,
        reason=reason,
        act=msgspec.to_builtins(found.act),
        signatures=signature_rows(known, envelope),
        corrects=getattr(found.act, "corrects", None),
        corrected_by=known.corrected_by(at),
        replies=parties.reply_rows(known, (at,)) if replies_to(known, (at,)) else (),
        previous=at - 1 if at else None,
        following=at + 1 if known.holds(at + 1) else None,
    )


def signature_rows(known: Known, envelope: Envelope) -> tuple[SignatureRow, ...]:
    """The signatures of an envelope, each with what the record knows of its key."""
    register = known.parties.tables.keys
    found = []
    for signature in envelope.signatures:
        key = register.get(signature.keyid)
        row = None if key is None else parties.key_row(signature.keyid, key)
        found.append(
            SignatureRow(
                key=signature.keyid,
                party=None if row is None else row.party,
                algorithm=None if row is None else row.algorithm,
                registered=None if row is None else row.registered,
                signature=msgspec.to_builtins(signature.sig),
            )
        )
    return tuple(found)


def check(known: Known, *, on: datetime.date | None = None) -> CheckPage:
    """What a check shows and does not show."""
    return CheckPage(
        head=head(known, on),
        size=known.size,
        last_admitted=known.admitted if known.size else None,
        without_effect=len(known.without_effect),
        refused=len(known.refused),
        missed=len(known.missed),
        shows=tuple(ShowsRow(shows=one) for one in Shows.__args__),  # type: ignore[attr-defined]
        shows_not=tuple(ShowsNotRow(shows_not=one) for one in ShowsNot.__args__),  # type: ignore[attr-defined]
    )

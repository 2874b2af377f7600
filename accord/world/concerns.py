"""Which entries concern what: a body, a document, a unit of a text, a proposal, a party, a date in the calendar.

Told by the fields of acts, for all acts alike, and only of those that count. It follows the record as it grows: each
entry is read once. Nothing of it can change a ruling; it is made again from the record wherever it is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol
from weakref import WeakKeyDictionary

import msgspec

from accord.areas.bodies.pages import code_of, established
from accord.areas.commitments.acts import RecordUndertaking
from accord.areas.commitments.families import PARAGRAPHS
from accord.areas.commitments.view import Commitments
from accord.areas.documents.pages import normal_symbol
from accord.areas.documents.view import Documents
from accord.areas.instruments.view import Instruments
from accord.areas.meetings.acts import (
    CancelMeeting,
    CloseMeeting,
    ConveneMeeting,
    HoldMeetings,
    PostponeMeeting,
    ScheduleMeeting,
    StrikeMeeting,
    StrikeRecord,
)
from accord.areas.parties.cite import Known as OfRecord
from accord.areas.parties.cite import Missing
from accord.areas.parties.view import Parties
from accord.areas.programme.view import Programme
from accord.areas.proposals.known import Known as OfProposals
from accord.world.entries import NAMES_PARTIES, counts

KINDS = ("record", "body", "document", "unit", "proposal", "instrument", "element", "approach", "undertaking", "party")
"""What a reader may follow, as the word before the colon of a subject."""

_DOCUMENTS = ("symbol", "document", "draft", "drafts", "concerns")
_UNITS = ("unit", "units", "reporting_paragraph")
_PROPOSALS = ("proposal", "proposals", "parts", "into")
_BY_CODE = {
    "instrument": "instrument",
    "parent": "instrument",
    "successor": "instrument",
    "element": "element",
    "elements": "element",
    "part_of": "element",
    "approach": "approach",
    "undertaking": "undertaking",
}
"""Fields that name a thing by its code → what such a thing is."""

PLANS = (ScheduleMeeting, PostponeMeeting, CancelMeeting, ConveneMeeting, CloseMeeting, StrikeMeeting)
"""What changes when a single meeting is, or whether it is."""


class Known(OfProposals, Protocol):
    """What is asked."""

    instruments: Instruments
    programme: Programme
    commitments: Commitments


class Concerned:
    """The entries that count, under each subject: `record`, `body:AC.281`, `unit:A/68/514#para-27`, `party:CHE`."""

    def __init__(self, documents: Documents, parties: Parties) -> None:
        self._documents = documents
        self._parties = parties
        self._entries: dict[str, list[int]] = {}
        self._next = 0

    def __getitem__(self, subject: str) -> Sequence[int]:
        """The entries that concern a subject, in their order."""
        return self._entries.get(subject, ())

    def follow(self, known: OfRecord) -> None:
        """Reads what the record gained."""
        while self._next < known.size:
            index, self._next = self._next, self._next + 1
            entry = known.read(index) if counts(known, index) else None
            if entry is not None:
                for subject in dict.fromkeys(("record", f"party:{entry.by}", *self._subjects(entry.act))):
                    self._entries.setdefault(subject, []).append(index)

    def _subjects(self, act: Any) -> Iterator[str]:
        """What an act concerns; a document's body too, and what stands in its parts."""
        body = getattr(act, "body", None)
        named = [symbol for field in _DOCUMENTS for symbol in _texts(getattr(act, field, None))]
        if body is not None:
            yield f"body:{body}"
        yield from self._named(act, body, named)
        match act:
            case HoldMeetings():
                yield f"period:{body}/{act.meeting}"
            case StrikeRecord(register="meeting"):
                yield f"period:{body}/{act.label}"
            case RecordUndertaking():
                yield from (f"element:{code}" for code in PARAGRAPHS[act.matter])
            case _ if isinstance(act, PLANS):
                yield f"meeting:{body}/{act.number}"

    def _named(self, value: Any, body: str | None, documents: list[str]) -> Iterator[str]:
        """What a value names, its parts included; units belong to the documents beside them, or around them."""
        own = [symbol for field in _DOCUMENTS for symbol in _texts(getattr(value, field, None))]
        documents = own or documents
        for field in value.__struct_fields__:
            inner = getattr(value, field)
            if field in NAMES_PARTIES:
                register = self._parties.tables.parties
                yield from (f"party:{code}" for code in _texts(inner) if code in register)
            elif field in _DOCUMENTS:
                for symbol in _texts(inner):
                    yield f"document:{symbol}"
                    fact = self._documents.tables.documents.get(symbol)
                    if fact is not None and fact.act.body is not None:
                        yield f"body:{fact.act.body}"
            elif field in _UNITS:
                yield from (f"unit:{symbol}#{unit}" for symbol in documents for unit in _texts(inner))
            elif field in _BY_CODE:
                yield from (f"{_BY_CODE[field]}:{code}" for code in _texts(inner))
            elif field in _PROPOSALS and body is not None:
                yield from (f"proposal:{body}/{label}" for label in _texts(inner))
            if field != "source":
                for part in inner if isinstance(inner, tuple) else (inner,):
                    if isinstance(part, msgspec.Struct):
                        yield from self._named(part, body, documents)


def _texts(value: Any) -> Iterator[str]:
    """The texts in a field: itself, or its members."""
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, str):
            yield one


_of: WeakKeyDictionary[Documents, Concerned] = WeakKeyDictionary()


def concerned(known: Known) -> Concerned:
    """The entries of a record by what they concern, up to its last one."""
    found = _of.get(known.documents)
    if found is None:
        found = _of[known.documents] = Concerned(known.documents, known.parties)
    found.follow(known)
    return found


def subject_of(known: Known, text: str) -> str:
    """What a reader follows, as `kind:name`; nothing, or `record`, is the whole record.

    A body or a party may be named by its code alone, a document by its symbol.

    Raises:
        Missing: the record has no such thing.
    """
    if text in ("", "record"):
        return "record"
    kind, colon, name = text.partition(":")
    if not colon:
        kind, name = _kind_of(known, text), text
    if kind == "body":
        name = established(known, name).act.body
    elif kind in ("document", "unit"):
        symbol, hash_, unit = name.partition("#")
        name = normal_symbol(symbol) + hash_ + unit
    if kind not in KINDS or not _there(known, kind, name):
        raise Missing(kind if kind in KINDS[1:] else "page", name or text)
    return f"{kind}:{name}"


def _kind_of(known: Known, text: str) -> str:
    if text in known.parties.tables.parties:
        return "party"
    bodies = known.bodies.tables.bodies
    return "body" if code_of(bodies, text) is not None else "document"


def _there(known: Known, kind: str, name: str) -> bool:
    documents = known.documents.tables.documents
    match kind:
        case "body":
            return name in known.bodies.tables.bodies
        case "document":
            return name in documents
        case "unit":
            return name.partition("#")[0] in documents and bool(concerned(known)[f"unit:{name}"])
        case "proposal":
            return name in known.proposals.tables.proposals
        case "instrument":
            return name in known.instruments.tables.instruments
        case "element":
            return name in known.programme.tables.elements
        case "approach":
            return name in known.programme.tables.approaches
        case "undertaking":
            return name in known.commitments.tables.undertakings
        case "party":
            return name in known.parties.tables.parties
    return False

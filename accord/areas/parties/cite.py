"""How a page cites the record: which entry, whose voice, by whom, from which source, and who replied.

Here and not in a room of its own because voices, the secretariat and the right of reply
are the parties' business, and every later area needs them.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import pairwise
from typing import Annotated, Any, Literal, Protocol, TypeVar

import msgspec
from msgspec import Meta

from accord.acts.entry import Entry
from accord.acts.facts import Fact, source_of
from accord.acts.values import Grounds, KindOfFact, Source
from accord.areas.parties.lookups import PartyLookups
from accord.areas.parties.view import Parties

Made = TypeVar("Made")
Voice = Literal["said", "recorded"]
_GROUNDS = ("corrects", "source", "grounds")
PartyCode = Annotated[str, Meta(extra={"shown": "party"})]
"""A party: faces show its name in the language of the reader."""
EntryIndex = Annotated[int, Meta(extra={"shown": "entry"})]
Instant = Annotated[int, Meta(extra={"shown": "moment"})]
"""Microseconds since 1970-01-01T00:00:00Z."""


class Missing(LookupError):
    """The record has nothing under that name. `kind` is what was asked for, `key` the name."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(f"the record has no {kind} {key!r}")
        self.kind = kind
        self.key = key


class Known(Protocol):
    """What a page is asked of: the views of a world, its rulings, and its entries where they are at hand."""

    parties: Parties
    party_lookups: PartyLookups
    record: str

    @property
    def size(self) -> int: ...

    @property
    def at(self) -> int:
        """What stands in the head of a page, and nowhere else: the answer does not depend on it."""

    @property
    def admitted(self) -> int: ...

    @property
    def without_effect(self) -> dict[int, str]: ...

    @property
    def refused(self) -> dict[int, str]: ...

    @property
    def missed(self) -> dict[int, str]: ...

    def holds(self, index: int) -> bool:
        """Whether the record has an entry of this number."""

    def ruled(self, index: int) -> str | None:
        """Why an entry has no effect; `None` if it has."""

    @property
    def exercise(self) -> bool: ...

    @property
    def complete(self) -> bool: ...

    def read(self, index: int) -> Entry[Any] | None:
        """The entry at an index, or `None` where the entries are not at hand."""

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What several pages ask, made once until something that is read for it changes: `name` says what it is.

        Nothing that looks through a whole table: for that there are look-ups, which grow with the record.
        """


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """The base of everything on a page."""


class Head(Part, frozen=True):
    """What every page says of itself: of which record, at which size, for which day."""

    record: str
    at: int
    """So many entries are the reason for the answer: no later one, of those there are, changed anything it rests on."""
    on: datetime.date | None
    """The day for which it holds; `None` asks for the latest."""
    exercise: bool
    complete: bool
    """False when the record is newer than this copy of the program."""


class Page(Part, frozen=True, tag_field="page", tag="page"):
    """The base of pages: one question, one typed answer. Codes and data; words are for the faces."""

    head: Head


class Cite(Part, frozen=True):
    """Where a fact comes from."""

    entry: EntryIndex
    voice: Voice | None
    """`said` by the party itself, or `recorded` by someone else; `None` where the entries are not at hand."""
    by: PartyCode | None
    source: Source | None = None
    corrected: tuple[EntryIndex, ...] = ()
    """The entries that this one corrects, oldest first."""
    replies: tuple[EntryIndex, ...] = ()
    """Entries in which a party used its right of reply."""


class FactCite(Cite, frozen=True, kw_only=True):
    """Where a fact of the world comes from, what kind of fact it is, and when that was last looked up."""

    fact_kind: KindOfFact
    checked: datetime.date


class Change(Part, frozen=True):
    """A field that a correction changed; values as in the acts, `None` where absent."""

    field: str
    was: Any
    now: Any


class Correction(Part, frozen=True):
    """One correction: the entry corrected, the entry that corrects it, and what differs."""

    corrected: EntryIndex
    by_entry: EntryIndex
    by: PartyCode | None
    changes: tuple[Change, ...]


def head(known: Known, on: datetime.date | None) -> Head:
    """The head of a page."""
    return Head(record=known.record, at=known.at, on=on, exercise=known.exercise, complete=known.complete)


def cite(known: Known, fact: Fact[Any], *subjects: str | None) -> Cite:
    """Where a fact comes from. Its voice is `said` if one of its subjects signed it.

    A fact about no party in particular (a mandate, a meeting) is said by the secretariat
    when it names no source, and recorded otherwise.
    """
    return Cite(
        entry=fact.entry,
        voice="said" if said(known, fact, *subjects) else "recorded",
        by=fact.by,
        source=source_of(fact.act),
        corrected=fact.corrected,
        replies=replies_to(known, (*fact.corrected, fact.entry)),
    )


def said(known: Known, fact: Fact[Any], *subjects: str | None) -> bool:
    """Whether one of its subjects signed a fact."""
    if any(party is not None for party in subjects):
        return fact.by in subjects
    return fact.by == known.parties.secretariat and source_of(fact.act) is None


def cite_fact(known: Known, fact: Fact[Any], *subjects: str | None, grounds: Grounds | None = None) -> FactCite:
    """Where a fact of the world comes from. Without `grounds`, it rests on those of its act."""
    stated: Grounds = fact.act.grounds if grounds is None else grounds
    plain = cite(known, fact, *subjects)
    return FactCite(
        entry=plain.entry,
        voice=plain.voice,
        by=plain.by,
        source=stated.source,
        corrected=plain.corrected,
        replies=plain.replies,
        fact_kind=stated.kind,
        checked=stated.checked,
    )


def cite_entry(known: Known, index: int, *subjects: str | None) -> Cite:
    """Where a row comes from that keeps only the number of its entry."""
    entry = known.read(index)
    if entry is None:
        return Cite(entry=index, voice=None, by=None, replies=replies_to(known, (index,)))
    return cite(known, Fact(index, entry.by, entry.act), *subjects)


def replies_to(known: Known, entries: tuple[int, ...]) -> tuple[int, ...]:
    """The entries that reply to any of `entries`."""
    given = known.parties.tables.replies
    return tuple(reply.entry for index in entries for reply in given.get(index, ()))


def history(known: Known, fact: Fact[Any]) -> tuple[Correction, ...]:
    """What each correction of a fact changed, oldest first; empty where the entries are not at hand."""
    steps = (*fact.corrected, fact.entry)
    found = []
    for before, after in pairwise(steps):
        old, new = known.read(before), known.read(after)
        if old is None or new is None:
            return ()
        found.append(Correction(corrected=before, by_entry=after, by=new.by, changes=differences(old.act, new.act)))
    return tuple(found)


def differences(old: Any, new: Any) -> tuple[Change, ...]:
    """The fields in which two acts differ, other than `corrects` and where they stand.

    >>> from accord.acts.values import Text
    >>> a, b = (Text(original="en", said={"en": word}) for word in ("agenda", "Agenda"))
    >>> [(c.field, c.was, c.now) for c in differences(a, b)]
    [('said', {'en': 'agenda'}, {'en': 'Agenda'})]
    """
    was, now = msgspec.to_builtins(old), msgspec.to_builtins(new)
    names = [name for name in (*now, *(n for n in was if n not in now)) if name not in _GROUNDS]
    return tuple(
        Change(field=name, was=was.get(name), now=now.get(name)) for name in names if was.get(name) != now.get(name)
    )

"""How documents are asked about: the register, and what is known of one paper."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from typing import Literal, NamedTuple

from accord.acts import symbols
from accord.acts.facts import Fact
from accord.acts.values import Language, Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.acts import InstrumentForm, Kind, RegisterDocument, Submitter
from accord.areas.documents.known import Known, SymbolText
from accord.areas.documents.relations import by_symbol
from accord.areas.documents.series import SeriesPage, series
from accord.areas.documents.versions import Version, VersionsPage, versions, versions_of_body
from accord.areas.documents.view import Sponsorship
from accord.areas.parties.cite import Cite, EntryIndex, Missing, Page, Part, PartyCode, cite, cite_entry, head
from accord.areas.parties.rows import listed
from accord.wire.codec import Malformed

__all__ = [
    "DocumentRow",
    "DocumentsPage",
    "Instrument",
    "Kin",
    "Known",
    "SeriesPage",
    "Sponsor",
    "Sponsored",
    "SymbolText",
    "Version",
    "VersionsPage",
    "Withdrawal",
    "document_row",
    "documents",
    "family",
    "holds",
    "instruments",
    "normal_symbol",
    "registered",
    "series",
    "sponsored",
    "sponsors",
    "versions",
    "versions_of_body",
    "withdrawal",
]


class DocumentRow(Part, frozen=True):
    """A document in the register (A/68/514 ¶9)."""

    symbol: SymbolText
    kind: Kind
    title: Text | None
    submitter: Submitter
    sponsors: tuple[PartyCode, ...]
    """On the day asked for, else now; in the order recorded."""
    languages: tuple[Language, ...]
    """In which a version is recorded."""
    superseded_by: SymbolText | None
    """The revision in the register that takes its place, by the grammar of symbols."""
    cite: Cite


class DocumentsPage(Page, frozen=True, tag="documents"):
    """The documents of a body, in the printed order; withdrawn ones apart."""

    body: BodyCode
    documents: Sequence[DocumentRow]
    withdrawn: Sequence[DocumentRow]


class Sponsor(Part, frozen=True):
    """A sponsorship: from the first issue or later, until it ended."""

    party: PartyCode
    since: datetime.date | None
    until: datetime.date | None
    later: bool
    """Joined after the first issue."""
    holds: bool
    """On the day asked for, else now."""
    ended: EntryIndex | None
    cite: Cite


class Sponsored(Part, frozen=True):
    """A paper that a party sponsors or sponsored."""

    symbol: SymbolText
    title: Text | None
    since: datetime.date | None
    until: datetime.date | None
    holds: bool
    cite: Cite


class Instrument(Part, frozen=True):
    """A note verbale, letter or other paper that a party presented as a file, by the secretariat's receipt."""

    presenter: PartyCode
    form: InstrumentForm
    presented: datetime.date
    title: Text | None
    concerns: SymbolText | None
    supports: EntryIndex | None
    sha256: str
    size: int
    media: str
    cite: Cite


class Kin(Part, frozen=True):
    """Another document of the same family: revisions, corrections, additions of one base."""

    symbol: SymbolText
    kind: Kind
    replaced: bool
    """A later revision takes its place."""


class Withdrawal(Part, frozen=True):
    """A document was withdrawn."""

    withdrawn: datetime.date | None
    cite: Cite


def normal_symbol(symbol: str) -> str:
    """The one spelling of a symbol that a reader typed; as typed where it is none.

    Of two that are printed joined by a hyphen, the first.

    >>> normal_symbol("A/AC.281/INF/9"), normal_symbol("A/48/403-S/26450")
    ('A/AC.281/INF.9', 'A/48/403')
    """
    two = symbols.joined(symbol)
    if two is not None:
        return two[0]
    try:
        return symbols.normal(symbol)
    except Malformed:
        return symbol


def registered(known: Known, symbol: str) -> Fact[RegisterDocument]:
    """A document of the register.

    Raises:
        Missing: no such document.
    """
    fact = known.documents.tables.documents.get(normal_symbol(symbol))
    if fact is None:
        raise Missing("document", symbol)
    return fact


def documents(known: Known, body: str = "", *, on: datetime.date | None = None) -> DocumentsPage:
    """The documents of a body.

    Raises:
        Missing: no such body.
    """
    name = established(known, body).act.body
    register = known.document_lookups.of_body
    return DocumentsPage(
        head=head(known, on),
        body=name,
        documents=listed(register[name, False], partial(document_row, known, on=on)),
        withdrawn=listed(register[name, True], partial(document_row, known, on=on)),
    )


def document_row(known: Known, fact: Fact[RegisterDocument], *, on: datetime.date | None = None) -> DocumentRow:
    """A document in the register."""
    act = fact.act
    tables = known.documents.tables
    kin = known.document_lookups.by_base[symbols.parse(act.symbol).base]
    later = (other.act.symbol for other in kin if by_symbol(other.act.symbol) == ("supersedes", act.symbol))
    return DocumentRow(
        symbol=act.symbol,
        kind=act.kind,
        title=act.title,
        submitter=act.submitter,
        sponsors=tuple(p for p, row in tables.sponsorships.get(act.symbol, {}).items() if holds(row, on)),
        languages=tuple(tables.versions.get(act.symbol, ())),  # type: ignore[arg-type]
        superseded_by=next(later, None),
        cite=cite(known, fact, *act.sponsors),
    )


def sponsors(known: Known, symbol: str, on: datetime.date | None = None) -> tuple[Sponsor, ...]:
    """All sponsorships of a document, ended ones too, in the order recorded."""
    return tuple(
        Sponsor(
            party=party,
            since=row.since,
            until=row.until,
            later=row.later,
            holds=holds(row, on),
            ended=row.ended,
            cite=cite_entry(known, row.entry, party),
        )
        for party, row in known.documents.tables.sponsorships.get(symbol, {}).items()
    )


def holds(row: Sponsorship, on: datetime.date | None) -> bool:
    """Whether a sponsorship holds on a day; without a day, whether it has not ended.

    >>> holds(Sponsorship(3, "EDITOR", datetime.date(2013, 6, 1)), datetime.date(2013, 5, 1))
    False
    """
    if on is None:
        return row.ended is None
    return (row.since is None or row.since <= on) and (row.ended is None or (row.until is not None and on < row.until))


class Paper(NamedTuple):
    """A document and a party's sponsorship of it."""

    fact: Fact[RegisterDocument]
    sponsorship: Sponsorship

    @property
    def entry(self) -> int:
        """The entry that says so."""
        return self.sponsorship.entry


def sponsored(known: Known, party: str, on: datetime.date | None, *, said: bool) -> Sequence[Sponsored]:
    """The papers of a party, withdrawn ones left out: those that it sponsors in its own voice, or the others."""
    tables = known.documents.tables
    papers = (
        Paper(fact, tables.sponsorships[fact.act.symbol][party])
        for fact in known.document_lookups.by_sponsor[party]
        if fact.act.symbol not in tables.withdrawn
    )

    def row(paper: Paper) -> Sponsored:
        act, sponsorship = paper.fact.act, paper.sponsorship
        return Sponsored(
            symbol=act.symbol,
            title=act.title,
            since=sponsorship.since,
            until=sponsorship.until,
            holds=holds(sponsorship, on),
            cite=cite_entry(known, sponsorship.entry, party),
        )

    return listed([paper for paper in papers if (paper.sponsorship.by == party) == said], row)


def family(known: Known, symbol: str) -> tuple[Kin, ...]:
    """The other documents with the same base, in the order of their symbols."""
    base = symbols.parse(symbol).base
    kin = [fact.act for fact in known.document_lookups.by_base[base]]
    replaced = {symbols.parse(act.symbol).replaces for act in kin}
    return tuple(
        Kin(symbol=act.symbol, kind=act.kind, replaced=act.symbol in replaced) for act in kin if act.symbol != symbol
    )


def withdrawal(known: Known, symbol: str) -> Withdrawal | None:
    """The withdrawal of a document, if it is withdrawn."""
    fact = known.documents.tables.withdrawn.get(symbol)
    if fact is None:
        return None
    return Withdrawal(withdrawn=fact.act.on, cite=cite(known, fact, *registered(known, symbol).act.sponsors))


def instruments(known: Known, of: Literal["document", "party"], name: str) -> tuple[Instrument, ...]:
    """The papers presented as files that concern a document, or that a party presented."""
    return tuple(
        Instrument(
            presenter=fact.act.presenter,
            form=fact.act.form,
            presented=fact.act.on,
            title=fact.act.title,
            concerns=fact.act.concerns,
            supports=fact.act.supports,
            sha256=fact.act.sha256,
            size=fact.act.size,
            media=fact.act.media,
            cite=cite(known, fact, fact.act.presenter),
        )
        for fact in known.document_lookups.instruments[of, name]
    )

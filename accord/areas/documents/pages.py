"""How documents are asked about: the register, and what is known of one paper."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from typing import Annotated, Literal, NamedTuple, Protocol

from msgspec import Meta

from accord.acts import symbols
from accord.acts.facts import Fact
from accord.acts.values import Language, Text
from accord.areas.bodies import pages as bodies
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.acts import InstrumentForm, Kind, RegisterDocument, Submitter
from accord.areas.documents.lookups import DocumentLookups
from accord.areas.documents.view import Documents, Sponsorship
from accord.areas.parties.cite import Cite, EntryIndex, Missing, Page, Part, PartyCode, cite, cite_entry, head
from accord.areas.parties.rows import listed
from accord.wire.codec import Malformed

SymbolText = Annotated[str, Meta(extra={"shown": "symbol"})]


class Known(bodies.Known, Protocol):
    """What these pages are asked of."""

    documents: Documents
    document_lookups: DocumentLookups


class DocumentRow(Part, frozen=True):
    """A document in the register (A/68/514 ¶9)."""

    symbol: SymbolText
    kind: Kind
    title: Text | None
    submitter: Submitter
    sponsors: tuple[PartyCode, ...]
    """Now, in the order recorded."""
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
    ended: EntryIndex | None
    cite: Cite


class Version(Part, frozen=True):
    """A language version of a document."""

    language: Language
    job: str | None
    issued: datetime.date | None
    sha256: str | None
    size: int | None
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

    >>> normal_symbol("A/AC.281/INF/9")
    'A/AC.281/INF.9'
    """
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
        documents=listed(register[name, False], partial(document_row, known)),
        withdrawn=listed(register[name, True], partial(document_row, known)),
    )


def document_row(known: Known, fact: Fact[RegisterDocument]) -> DocumentRow:
    """A document in the register."""
    act = fact.act
    return DocumentRow(
        symbol=act.symbol,
        kind=act.kind,
        title=act.title,
        submitter=act.submitter,
        sponsors=known.documents.sponsors(act.symbol),
        cite=cite(known, fact, *act.sponsors),
    )


def sponsors(known: Known, symbol: str) -> tuple[Sponsor, ...]:
    """All sponsorships of a document, ended ones too, in the order recorded."""
    return tuple(
        Sponsor(
            party=party,
            since=row.since,
            until=row.until,
            later=row.later,
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


def versions(known: Known, symbol: str) -> tuple[Version, ...]:
    """The language versions of a document, in the order recorded."""
    return tuple(
        Version(
            language=fact.act.language,
            job=fact.act.job,
            issued=fact.act.on,
            sha256=fact.act.sha256,
            size=fact.act.size,
            cite=cite(known, fact),
        )
        for fact in known.documents.tables.versions.get(symbol, {}).values()
    )


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

"""What pages look documents up by: their body, their sponsors, their family, and who presented which paper."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from accord.acts import symbols
from accord.acts.entry import Entry
from accord.acts.facts import Fact, in_print
from accord.acts.index import Index
from accord.acts.view import View, on
from accord.areas.documents.acts import (
    IssueVersion,
    JoinSponsors,
    LeaveSponsors,
    ReceiveInstrument,
    RegisterDocument,
    RelateDocument,
    RestoreDocument,
    WithdrawDocument,
)
from accord.areas.documents.numbering import numbers_of
from accord.areas.documents.rules import relation
from accord.areas.documents.view import Documents

ByDay = tuple[str | None, datetime.date]


class DocumentLookups(View):
    """The look-ups over the tables of documents."""

    def __init__(self, documents: Documents) -> None:
        self.tables = tables = documents.tables
        self.of_body = Index(tables.documents, self._body, in_print)
        """Under the body, and whether it is withdrawn."""
        self.by_panel = Index(tables.documents, self._panel, in_print)
        """Under the body and the panel that it summarises; withdrawn ones left out."""
        self.by_sponsor = Index(tables.documents, self._sponsors, _first)
        """Under each party that sponsors or sponsored it."""
        self.issued = Index(tables.documents, self._issued, _first)
        """Under the body and each day on which a language version was issued."""
        self.sponsored = Index(tables.documents, self._sponsored, _first)
        """Under the body and each day on which a sponsorship began or ended."""
        self.by_base = Index(tables.documents, lambda f: [symbols.parse(f.act.symbol).base], lambda f: f.act.symbol)
        """Under the base that revisions, corrections and additions share."""
        self.by_number = Index(tables.documents, lambda f: numbers_of(f.act), in_print)
        """Under the body, the series and the number."""
        self.related = Index(tables.relations, _related, _first)
        """Under both documents of a relation."""
        self.instruments = Index(tables.instruments, _concerns, _first)
        """Under `("document", symbol)` that it concerns, and `("party", code)` that presented it."""

    def _body(self, fact: Fact[RegisterDocument]) -> Iterator[tuple[str | None, bool]]:
        yield fact.act.body, fact.act.symbol in self.tables.withdrawn

    def _panel(self, fact: Fact[RegisterDocument]) -> Iterator[tuple[str | None, str]]:
        if fact.act.summarises is not None and fact.act.symbol not in self.tables.withdrawn:
            yield fact.act.body, fact.act.summarises

    def _sponsors(self, fact: Fact[RegisterDocument]) -> Iterator[str]:
        yield from self.tables.sponsorships.get(fact.act.symbol, ())

    def _issued(self, fact: Fact[RegisterDocument]) -> Iterator[ByDay]:
        for version in self.tables.versions.get(fact.act.symbol, {}).values():
            if version.act.on is not None:
                yield fact.act.body, version.act.on

    def _sponsored(self, fact: Fact[RegisterDocument]) -> Iterator[ByDay]:
        for row in self.tables.sponsorships.get(fact.act.symbol, {}).values():
            if row.since is not None:
                yield fact.act.body, row.since
            if row.ended is not None and row.until is not None:
                yield fact.act.body, row.until

    @on(RegisterDocument)
    @on(WithdrawDocument)
    @on(RestoreDocument)
    @on(JoinSponsors)
    @on(LeaveSponsors)
    @on(IssueVersion)
    def document(self, entry: Entry[Any]) -> None:
        for index in (
            self.of_body,
            self.by_panel,
            self.by_sponsor,
            self.issued,
            self.sponsored,
            self.by_base,
            self.by_number,
        ):
            index.touch(entry.act.symbol)

    @on(RelateDocument)
    def relation(self, entry: Entry[RelateDocument]) -> None:
        self.related.touch(relation(entry.act))

    @on(ReceiveInstrument)
    def instrument(self, entry: Entry[ReceiveInstrument]) -> None:
        self.instruments.touch(entry.act.sha256)


def _first(fact: Fact[Any]) -> int:
    return fact.first


def _related(fact: Fact[RelateDocument]) -> Iterator[str]:
    yield fact.act.symbol
    yield fact.act.document


def _concerns(fact: Fact[ReceiveInstrument]) -> Iterator[tuple[str, str]]:
    act = fact.act
    yield "party", act.presenter
    if act.concerns is not None:
        yield "document", act.concerns

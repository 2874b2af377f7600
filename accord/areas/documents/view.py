"""What we know of documents: the register by symbol, sponsorships, versions, circulation, relations, windows."""

from __future__ import annotations

import datetime

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Row, Tables, View, on
from accord.areas.bodies.view import Bodies
from accord.areas.documents import rules
from accord.areas.documents.acts import (
    CirculateDocument,
    IssueVersion,
    JoinSponsors,
    LeaveSponsors,
    OpenWindow,
    ReceiveInstrument,
    RegisterDocument,
    ReissueDocument,
    RelateDocument,
    RestoreDocument,
    WithdrawDocument,
)
from accord.areas.parties.view import Parties


class Sponsorship(Row, frozen=True):
    """A party's sponsorship of a document, from the entry that says so until the one that ends it."""

    entry: int
    by: str
    since: datetime.date | None = None
    until: datetime.date | None = None
    ended: int | None = None
    later: bool = False
    """True when it joined after the first issue."""


class DocumentTables(Tables):
    documents: dict[str, Fact[RegisterDocument]] = {}
    sponsorships: dict[str, dict[str, Sponsorship]] = {}
    """Symbol → party → sponsorship, in the order recorded."""
    withdrawn: dict[str, Fact[WithdrawDocument]] = {}
    versions: dict[str, dict[str, Fact[IssueVersion]]] = {}
    """Symbol → language → version."""
    instruments: dict[str, Fact[ReceiveInstrument]] = {}
    """Digest of the file → receipt."""
    relations: dict[str, Fact[RelateDocument]] = {}
    """By both symbols and what stands between them, see `rules.relation`."""
    reissues: dict[str, dict[int, Fact[ReissueDocument]]] = {}
    """Symbol → which time → reissue."""
    circulated: dict[str, dict[str, Fact[CirculateDocument]]] = {}
    """Symbol → stage → when."""
    windows: dict[str, Fact[OpenWindow]] = {}
    """By `body/label`."""


class Documents(View):
    tables: DocumentTables

    def __init__(self, parties: Parties, bodies: Bodies) -> None:
        self.parties = parties
        self.bodies = bodies
        self.tables = DocumentTables()

    def sponsors(self, symbol: str) -> tuple[str, ...]:
        """The sponsors of a document now, in the order recorded."""
        return tuple(party for party, row in self.tables.sponsorships.get(symbol, {}).items() if row.ended is None)

    def of_body(self, body: str) -> list[Fact[RegisterDocument]]:
        """The documents of a body that are not withdrawn: by their printed place, then by entry."""
        withdrawn = self.tables.withdrawn
        found = [f for s, f in self.tables.documents.items() if f.act.body == body and s not in withdrawn]
        return sorted(found, key=lambda f: (f.act.place is None, f.act.place or 0, f.first))

    @on(RegisterDocument, when={1: rules.may_register})
    def register(self, entry: Entry[RegisterDocument]) -> None:
        act = entry.act
        self.tables.documents[act.symbol] = fact(entry, self.tables.documents.get(act.symbol))
        rows = self.tables.sponsorships.get(act.symbol, {})
        later = {party: row for party, row in rows.items() if row.later}
        # A correction mends the first issue; who has left since then has left.
        left = {party: row for party, row in rows.items() if not row.later and row.ended is not None}
        first = {party: left.get(party) or Sponsorship(entry.index, entry.by) for party in act.sponsors}
        if first or later:
            self.tables.sponsorships[act.symbol] = first | later
        else:
            self.tables.sponsorships.pop(act.symbol, None)

    @on(WithdrawDocument, when={1: rules.may_withdraw})
    def withdraw(self, entry: Entry[WithdrawDocument]) -> None:
        act = entry.act
        self.tables.withdrawn[act.symbol] = fact(entry, None)

    @on(RestoreDocument, when={1: rules.may_restore})
    def restore(self, entry: Entry[RestoreDocument]) -> None:
        del self.tables.withdrawn[entry.act.symbol]

    @on(JoinSponsors, when={1: rules.may_join})
    def join(self, entry: Entry[JoinSponsors]) -> None:
        act = entry.act
        rows = self.tables.sponsorships.setdefault(act.symbol, {})
        rows.pop(act.sponsor, None)
        rows[act.sponsor] = Sponsorship(entry.index, entry.by, act.on, later=True)

    @on(LeaveSponsors, when={1: rules.may_leave})
    def leave(self, entry: Entry[LeaveSponsors]) -> None:
        act = entry.act
        rows = self.tables.sponsorships[act.symbol]
        row = rows[act.sponsor]
        rows[act.sponsor] = Sponsorship(row.entry, row.by, row.since, act.on, entry.index, row.later)

    @on(IssueVersion, when={1: rules.may_issue})
    def issue(self, entry: Entry[IssueVersion]) -> None:
        act = entry.act
        versions = self.tables.versions.setdefault(act.symbol, {})
        versions[act.language] = fact(entry, versions.get(act.language))

    @on(ReceiveInstrument, when={1: rules.may_receive})
    def receive(self, entry: Entry[ReceiveInstrument]) -> None:
        act = entry.act
        self.tables.instruments[act.sha256] = fact(entry, self.tables.instruments.get(act.sha256))

    @on(RelateDocument, when={1: rules.may_relate})
    def relate(self, entry: Entry[RelateDocument]) -> None:
        name = rules.relation(entry.act)
        self.tables.relations[name] = fact(entry, self.tables.relations.get(name))

    @on(ReissueDocument, when={1: rules.may_reissue})
    def reissue(self, entry: Entry[ReissueDocument]) -> None:
        times = self.tables.reissues.setdefault(entry.act.symbol, {})
        times[entry.act.reissue] = fact(entry, times.get(entry.act.reissue))

    @on(CirculateDocument, when={1: rules.may_circulate})
    def circulate(self, entry: Entry[CirculateDocument]) -> None:
        stages = self.tables.circulated.setdefault(entry.act.symbol, {})
        stages[entry.act.stage] = fact(entry, stages.get(entry.act.stage))

    @on(OpenWindow, when={1: rules.may_open_window})
    def open_window(self, entry: Entry[OpenWindow]) -> None:
        name = f"{entry.act.body}/{entry.act.submission_window}"
        self.tables.windows[name] = fact(entry, self.tables.windows.get(name))

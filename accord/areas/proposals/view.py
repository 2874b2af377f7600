"""What we know of proposals: their texts, who stands by them, what became of them, lists, links, corrections."""

from __future__ import annotations

from typing import Any

import msgspec

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Tables, View, on
from accord.areas.bodies.view import Bodies
from accord.areas.documents.view import Documents
from accord.areas.meetings.rules import key
from accord.areas.meetings.view import Meetings
from accord.areas.parties.view import Parties
from accord.areas.proposals import rules
from accord.areas.proposals.acts import (
    AmendProposal,
    AssignThemes,
    Capacity,
    ConfirmProposal,
    FollowProposal,
    JoinProposal,
    LeaveProposal,
    LinkTrace,
    MakeCompilation,
    MergeProposals,
    OpenCorrections,
    RequestCorrection,
    RestoreProposal,
    SettleCorrection,
    SplitProposal,
    TableProposal,
    UnlinkTrace,
    WithdrawProposal,
)
from accord.areas.proposals.listing import digest_of, listed
from accord.areas.proposals.rows import Compiled, Stand, State, Turn, Wording


class ProposalTables(Tables):
    """Each table is keyed by `body/label`."""

    proposals: dict[str, Fact[TableProposal]] = {}
    amendments: dict[str, dict[int, Fact[AmendProposal]]] = {}
    """Proposal → number of the text → amendment."""
    stands: dict[str, dict[str, tuple[Stand, ...]]] = {}
    """Proposal → party → each time that it stood by it, in the order recorded."""
    turns: dict[str, tuple[Turn, ...]] = {}
    themes: dict[str, dict[str, Fact[AssignThemes]]] = {}
    """Proposal → assigner → themes."""
    followups: dict[str, Fact[FollowProposal]] = {}
    links: dict[str, Fact[LinkTrace]] = {}
    compilations: dict[str, Fact[MakeCompilation]] = {}
    lists: dict[str, Compiled] = {}
    windows: dict[str, Fact[OpenCorrections]] = {}
    requests: dict[str, Fact[RequestCorrection]] = {}
    settlements: dict[str, Fact[SettleCorrection]] = {}


class Proposals(View):
    tables: ProposalTables

    def __init__(self, parties: Parties, bodies: Bodies, documents: Documents, meetings: Meetings) -> None:
        self.parties = parties
        self.bodies = bodies
        self.documents = documents
        self.meetings = meetings
        self.tables = ProposalTables()

    # What rules and pages look up.

    def version(self, name: str) -> int:
        """The number of the text that a proposal has now."""
        return max(self.tables.amendments.get(name, {}), default=1)

    def wording(self, name: str, version: int | None = None) -> Wording:
        """A text of a proposal, by default the one that it has now; what an amendment leaves out stays as before."""
        tabled = self.tables.proposals[name]
        act = tabled.act
        found = Wording(tabled.entry, 1, act.title, act.text, act.verbatim, act.sources)
        for number, amended in self.tables.amendments.get(name, {}).items():
            if version is not None and number > version:
                break
            new = amended.act
            found = Wording(
                amended.entry,
                number,
                new.title or found.title,
                new.text,
                new.verbatim,
                new.sources or found.sources,
            )
        return found

    def state(self, name: str) -> State:
        """Whether a proposal stands, or what became of it."""
        turns = self.tables.turns.get(name, ())
        return turns[-1].state if turns else "standing"

    def into(self, name: str) -> tuple[str, ...]:
        """What a proposal was merged or divided into and has not left since, as labels."""
        turns = self.tables.turns.get(name, ())
        return turns[-1].into if turns else ()

    def standing_by(self, name: str, capacity: Capacity, version: int | None = None) -> tuple[str, ...]:
        """Who sponsors or supports a proposal now, in the order recorded; of one text only, if that is asked."""
        return tuple(
            party
            for party, rows in self.tables.stands.get(name, {}).items()
            if rows[-1].ended is None and rows[-1].capacity == capacity and version in (None, rows[-1].version)
        )

    def sponsors(self, name: str) -> tuple[str, ...]:
        """Who sponsors a proposal now, in the order recorded."""
        return self.standing_by(name, "sponsor")

    def assigned(self, name: str) -> dict[str, tuple[str, ...]]:
        """The themes of a proposal, each with those who assigned it to them: who tabled it first."""
        tabled = self.tables.proposals[name]
        found: dict[str, tuple[str, ...]] = dict.fromkeys(tabled.act.themes, (tabled.by,))
        for assigner, assignment in self.tables.themes.get(name, {}).items():
            for theme in assignment.act.themes:
                found[theme] = (*(a for a in found.get(theme, ()) if a != assigner), assigner)
        return found

    def of_body(self, body: str) -> list[str]:
        """The keys of the proposals of a body, in the order in which they were tabled."""
        return [name for name, tabled in self.tables.proposals.items() if tabled.act.body == body]

    # Tabled, supported, amended.

    @on(TableProposal, when={1: rules.may_table})
    def table(self, entry: Entry[TableProposal]) -> None:
        act = entry.act
        name = key(act.body, act.proposal)
        current = self.tables.proposals.get(name)
        self.tables.proposals[name] = fact(entry, current)
        rows = self.tables.stands.setdefault(name, {})
        # A correction mends who tabled it; who joined, left or confirmed by an act of their own has done so.
        for party in current.act.sponsors if current is not None else ():
            if party not in act.sponsors and rows[party] == (self._as_tabled(rows[party][0]),):
                del rows[party]
        for party in act.sponsors:
            if party not in rows:
                rows[party] = (Stand(entry.index, entry.by, "sponsor", 1, act.on),)

    @staticmethod
    def _as_tabled(row: Stand) -> Stand:
        """A row as it was when the proposal was tabled."""
        return Stand(row.entry, row.by, "sponsor", 1, row.since)

    @on(JoinProposal, when={1: rules.may_join})
    def join(self, entry: Entry[JoinProposal]) -> None:
        act = entry.act
        name = key(act.body, act.proposal)
        version = self.version(name) if act.version is None else act.version
        rows = self.tables.stands[name]
        stand = Stand(entry.index, entry.by, act.capacity, version, act.on, act.reservation)
        # Who comes back stands after those who stayed.
        rows[act.party] = (*rows.pop(act.party, ()), stand)

    @on(LeaveProposal, when={1: rules.may_leave})
    def leave(self, entry: Entry[LeaveProposal]) -> None:
        act = entry.act
        rows = self.tables.stands[key(act.body, act.proposal)]
        *before, last = rows[act.party]
        rows[act.party] = (*before, msgspec.structs.replace(last, until=act.on, ended=entry.index))

    @on(ConfirmProposal, when={1: rules.may_confirm})
    def confirm(self, entry: Entry[ConfirmProposal]) -> None:
        act = entry.act
        self._confirm(key(act.body, act.proposal), act.party, act.version, entry, act.reservation)

    @on(AmendProposal, when={1: rules.may_amend})
    def amend(self, entry: Entry[AmendProposal]) -> None:
        act = entry.act
        name = key(act.body, act.proposal)
        texts = self.tables.amendments.setdefault(name, {})
        first = act.version not in texts
        texts[act.version] = fact(entry, texts.get(act.version))
        for party in act.amenders if first else ():
            self._confirm(name, party, act.version, entry, self.tables.stands[name][party][-1].reservation)

    def _confirm(self, name: str, party: str, version: int, entry: Entry[Any], reservation: Any) -> None:
        rows = self.tables.stands[name]
        *before, last = rows[party]
        rows[party] = (
            *before,
            Stand(
                entry.index,
                entry.by,
                last.capacity,
                version,
                last.since,
                reservation,
                confirmed=(*last.confirmed, last.entry),
            ),
        )

    # Merged, divided, withdrawn, restored.

    @on(MergeProposals, when={1: rules.may_merge})
    def merge(self, entry: Entry[MergeProposals]) -> None:
        for label in entry.act.proposals:
            self._turn(entry, label, "merged", (entry.act.into,))

    @on(SplitProposal, when={1: rules.may_split})
    def split(self, entry: Entry[SplitProposal]) -> None:
        self._turn(entry, entry.act.proposal, "divided", entry.act.parts)

    @on(WithdrawProposal, when={1: rules.may_withdraw})
    def withdraw(self, entry: Entry[WithdrawProposal]) -> None:
        self._turn(entry, entry.act.proposal, "withdrawn")

    @on(RestoreProposal, when={1: rules.may_restore})
    def restore(self, entry: Entry[RestoreProposal]) -> None:
        self._turn(entry, entry.act.proposal, "standing")

    def _turn(self, entry: Entry[Any], label: str, state: State, into: tuple[str, ...] = ()) -> None:
        name = key(entry.act.body, label)
        turn = Turn(entry.index, entry.by, state, into, entry.act.on)
        self.tables.turns[name] = (*self.tables.turns.get(name, ()), turn)

    # Themes, forums, links.

    @on(AssignThemes, when={1: rules.may_assign})
    def assign(self, entry: Entry[AssignThemes]) -> None:
        act = entry.act
        assigned = self.tables.themes.setdefault(key(act.body, act.proposal), {})
        assigned[act.assigner] = fact(entry, assigned.get(act.assigner))

    @on(FollowProposal, when={1: rules.may_follow})
    def follow(self, entry: Entry[FollowProposal]) -> None:
        self._keep(self.tables.followups, entry.act.followup, entry)

    @on(LinkTrace, when={1: rules.may_link})
    def link(self, entry: Entry[LinkTrace]) -> None:
        self._keep(self.tables.links, entry.act.link, entry)

    @on(UnlinkTrace, when={1: rules.may_unlink})
    def unlink(self, entry: Entry[UnlinkTrace]) -> None:
        del self.tables.links[key(entry.act.body, entry.act.link)]

    # Compilations and corrections.

    @on(MakeCompilation, when={1: rules.may_make})
    def make(self, entry: Entry[MakeCompilation]) -> None:
        act = entry.act
        name = key(act.body, act.compilation)
        if name not in self.tables.lists:
            # A correction mends title or source; the list stays the one that was made.
            lines = listed(self, act.body)
            self.tables.lists[name] = Compiled(entry.index, digest_of(self, act.body, lines), lines)
        self._keep(self.tables.compilations, act.compilation, entry)

    @on(OpenCorrections, when={1: rules.may_open})
    def open(self, entry: Entry[OpenCorrections]) -> None:
        self._keep(self.tables.windows, entry.act.window, entry)

    @on(RequestCorrection, when={1: rules.may_request})
    def request(self, entry: Entry[RequestCorrection]) -> None:
        self._keep(self.tables.requests, entry.act.request, entry)

    @on(SettleCorrection, when={1: rules.may_settle})
    def settle(self, entry: Entry[SettleCorrection]) -> None:
        self._keep(self.tables.settlements, entry.act.request, entry)

    @staticmethod
    def _keep(table: dict[str, Fact[Any]], label: str, entry: Entry[Any]) -> None:
        name = key(entry.act.body, label)
        table[name] = fact(entry, table.get(name))

"""What we know of negotiations: drafts through their states, amendments, positions, agreements, deadlines, silence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from accord.acts.entry import Entry
from accord.acts.facts import Fact, fact
from accord.acts.view import Tables, View, on
from accord.areas.documents.view import Documents
from accord.areas.negotiation import rules
from accord.areas.negotiation.acts import (
    AdoptDraft,
    AnswerDeadline,
    BreakSilence,
    ConfirmAgreement,
    ExplainPosition,
    GiveAgreement,
    JoinAmendment,
    LeaveAmendment,
    OpenDraft,
    OpenSilence,
    ProposeAmendment,
    ProposeSubamendment,
    ReviseDraft,
    SetDeadline,
    TranslateUnit,
    WithdrawAmendment,
    WithdrawPosition,
    WriteUnit,
)
from accord.areas.negotiation.revising import Clash, Outcome, merged, revised
from accord.areas.negotiation.rows import AmendmentRow, BreakRow, Joined, Place, RevisionRow, UnitRow, Version
from accord.areas.negotiation.text import digest
from accord.areas.negotiation.weave import Weave, begin, carry
from accord.areas.parties.view import Parties


class NegotiationTables(Tables):
    """Each table is keyed by the draft first."""

    drafts: dict[str, Fact[OpenDraft]] = {}
    written: dict[str, dict[str, Fact[WriteUnit]]] = {}
    """Draft → unit → its text as tabled."""
    units: dict[str, dict[str, UnitRow]] = {}
    touched: dict[str, dict[str, tuple[str, ...]]] = {}
    """Draft → unit → the amendments that name it, in the order proposed."""
    proposed: dict[str, dict[str, str]] = {}
    """Draft → entry → the amendment proposed in it."""
    amendments: dict[str, dict[str, AmendmentRow]] = {}
    """Draft → amendment, sub-amendments among them."""
    subamendments: dict[str, dict[str, tuple[str, ...]]] = {}
    """Draft → amendment → the amendments to it, in the order proposed."""
    revisions: dict[str, tuple[RevisionRow, ...]] = {}
    """Draft → its revisions: the n-th makes the n-th state, the draft as tabled is the state 0."""
    adoptions: dict[str, Fact[AdoptDraft]] = {}
    positions: dict[str, dict[str, Fact[ExplainPosition]]] = {}
    withdrawn_positions: dict[str, dict[str, Fact[WithdrawPosition]]] = {}
    agreements: dict[str, dict[str, Fact[GiveAgreement]]] = {}
    """Draft → party → the last time it agreed, remembering those before."""
    confirmations: dict[str, dict[str, Fact[ConfirmAgreement]]] = {}
    deadlines: dict[str, dict[str, Fact[SetDeadline]]] = {}
    answers: dict[str, dict[str, Fact[AnswerDeadline]]] = {}
    """Draft/deadline → party → its last reply."""
    silences: dict[str, dict[str, Fact[OpenSilence]]] = {}
    breaks: dict[str, dict[str, BreakRow]] = {}
    """Draft/silence → party → how it broke it."""
    translations: dict[str, dict[str, Fact[TranslateUnit]]] = {}
    """Draft → language/unit → translation."""


class Negotiation(View):
    tables: NegotiationTables

    def __init__(self, parties: Parties, documents: Documents) -> None:
        self.parties = parties
        self.documents = documents
        self.tables = NegotiationTables()
        self._weaves: dict[tuple[str, str], tuple[int, int, Weave]] = {}

    def weave(self, draft: str, unit: str) -> Weave:
        """Every character that a unit ever had; what was woven for an earlier state is carried on from there."""
        row = self.tables.units[draft][unit]
        entry, number, weave = self._weaves.get((draft, unit), (-1, 0, ()))
        if entry != row.entry:
            first = row.versions[0]
            number, weave = 1, carry((), first.edits, 0) if first.edits else begin(first.text, row.by)
        for version in row.versions[number:]:
            weave = carry(weave, version.edits, version.state)
        self._weaves[draft, unit] = row.entry, len(row.versions), weave
        return weave

    def state(self, draft: str) -> int:
        """The number of the state in which a draft stands: how often it was revised."""
        return len(self.tables.revisions.get(draft, ()))

    def merged(self, draft: str, amendments: Iterable[str]) -> Outcome:
        """What amendments of a draft would come to together, if they were merged now.

        A sub-amendment without what it amends has nothing to amend: it clashes with the draft as it stands.
        """
        every = self.tables.amendments.get(draft, {})
        rows = [every[name] for name in dict.fromkeys(amendments)]
        asked = {row.entry: row.act.changes for row in rows if row.amends is None}
        others: dict[int, dict[int, Any]] = {}
        alone: list[Clash] = []
        for row in rows:
            if row.amends is not None:
                amended = every[row.amends].entry
                if amended in asked:
                    others.setdefault(amended, {})[row.entry] = row.act.changes
                else:
                    alone += [Clash(change.unit, row.entry, None) for change in row.act.changes]
        outcome = merged(self.tables.units.get(draft, {}), asked, self.tables.drafts[draft].act.slash, others)
        outcome.clashes += tuple(alone)
        return outcome

    @on(OpenDraft, when={1: rules.may_open})
    def open(self, entry: Entry[OpenDraft]) -> None:
        act = entry.act
        self.tables.drafts[act.draft] = fact(entry, self.tables.drafts.get(act.draft))

    @on(WriteUnit, when={1: rules.may_write})
    def write(self, entry: Entry[WriteUnit]) -> None:
        act = entry.act
        self._keep(self.tables.written, act.draft, act.unit, entry)
        self.tables.units.setdefault(act.draft, {})[act.unit] = UnitRow(
            entry=entry.index,
            by=(entry.index,),
            kind=act.kind,
            number=act.number,
            alternative_to=act.alternative_to,
            since=0,
            until=None,
            gone_by=(),
            places=(Place(entry.index, 0, True, None, act.place),),
            versions=(Version(entry.index, 0, digest(act.text), act.text),),
        )

    @on(ProposeAmendment, when={1: rules.may_propose})
    def propose(self, entry: Entry[ProposeAmendment]) -> None:
        self._propose(entry)

    @on(ProposeSubamendment, when={1: rules.may_subamend})
    def subamend(self, entry: Entry[ProposeSubamendment]) -> None:
        self._propose(entry)
        of_draft = self.tables.subamendments.setdefault(entry.act.draft, {})
        of_draft[entry.act.amends] = (*of_draft.get(entry.act.amends, ()), entry.act.amendment)

    def _propose(self, entry: Entry[ProposeAmendment] | Entry[ProposeSubamendment]) -> None:
        act = entry.act
        sponsors = tuple(Joined(party, entry.index) for party in act.sponsors)
        self.tables.amendments.setdefault(act.draft, {})[act.amendment] = AmendmentRow(
            entry=entry.index, by=entry.by, act=act, sponsors=sponsors
        )
        touched = self.tables.touched.setdefault(act.draft, {})
        for change in act.changes:
            touched[change.unit] = (*touched.get(change.unit, ()), act.amendment)
        self.tables.proposed.setdefault(act.draft, {})[str(entry.index)] = act.amendment

    @on(JoinAmendment, when={1: rules.may_join})
    def join(self, entry: Entry[JoinAmendment]) -> None:
        act = entry.act
        row = self.tables.amendments[act.draft][act.amendment]
        self._change(act.draft, replace(row, sponsors=(*row.sponsors, Joined(act.sponsor, entry.index))))

    @on(LeaveAmendment, when={1: rules.may_leave})
    def leave(self, entry: Entry[LeaveAmendment]) -> None:
        act = entry.act
        row = self.tables.amendments[act.draft][act.amendment]
        sponsors = tuple(
            replace(one, ended=entry.index) if one.party == act.sponsor and one.ended is None else one
            for one in row.sponsors
        )
        self._change(act.draft, replace(row, sponsors=sponsors))

    @on(WithdrawAmendment, when={1: rules.may_withdraw})
    def withdraw(self, entry: Entry[WithdrawAmendment]) -> None:
        act = entry.act
        row = self.tables.amendments[act.draft][act.amendment]
        self._change(act.draft, replace(row, withdrawn=entry.index))
        self._fall(act.draft, act.amendment, entry.index)

    @on(ReviseDraft, when={1: rules.may_revise})
    def revise(self, entry: Entry[ReviseDraft]) -> None:
        act = entry.act
        outcome = self.merged(act.draft, act.merges)
        state = self.state(act.draft) + 1
        units = self.tables.units[act.draft]
        units.update(revised(units, outcome, state, entry.index))
        for name in act.merges:
            self._change(act.draft, replace(self.tables.amendments[act.draft][name], merged=state))
        for name in act.merges:
            self._fall(act.draft, name, entry.index)
        revision = RevisionRow(entry.index, entry.by, act.document, act.merges)
        self.tables.revisions[act.draft] = (*self.tables.revisions.get(act.draft, ()), revision)

    @on(AdoptDraft, when={1: rules.may_adopt})
    def adopt(self, entry: Entry[AdoptDraft]) -> None:
        act = entry.act
        self.tables.adoptions[act.draft] = fact(entry, self.tables.adoptions.get(act.draft))

    @on(ExplainPosition, when={1: rules.may_explain})
    def explain(self, entry: Entry[ExplainPosition]) -> None:
        self._keep(self.tables.positions, entry.act.draft, entry.act.position, entry)

    @on(WithdrawPosition, when={1: rules.may_withdraw_position})
    def withdraw_position(self, entry: Entry[WithdrawPosition]) -> None:
        self._keep(self.tables.withdrawn_positions, entry.act.draft, entry.act.position, entry)

    @on(GiveAgreement, when={1: rules.may_agree})
    def agree(self, entry: Entry[GiveAgreement]) -> None:
        self._keep(self.tables.agreements, entry.act.draft, entry.act.party, entry)

    @on(ConfirmAgreement, when={1: rules.may_confirm})
    def confirm(self, entry: Entry[ConfirmAgreement]) -> None:
        self._keep(self.tables.confirmations, entry.act.draft, entry.act.party, entry)

    @on(SetDeadline, when={1: rules.may_set_deadline})
    def set_deadline(self, entry: Entry[SetDeadline]) -> None:
        self._keep(self.tables.deadlines, entry.act.draft, entry.act.deadline, entry)

    @on(AnswerDeadline, when={1: rules.may_answer})
    def answer(self, entry: Entry[AnswerDeadline]) -> None:
        act = entry.act
        self._keep(self.tables.answers, f"{act.draft}/{act.deadline}", act.party, entry)

    @on(OpenSilence, when={1: rules.may_open_silence})
    def open_silence(self, entry: Entry[OpenSilence]) -> None:
        self._keep(self.tables.silences, entry.act.draft, entry.act.silence_procedure, entry)

    @on(BreakSilence, when={1: rules.may_break_silence})
    def break_silence(self, entry: Entry[BreakSilence]) -> None:
        act = entry.act
        row = BreakRow(entry.index, entry.by, act, entry.admitted)
        self.tables.breaks.setdefault(f"{act.draft}/{act.silence_procedure}", {})[act.party] = row

    @on(TranslateUnit, when={1: rules.may_translate})
    def translate(self, entry: Entry[TranslateUnit]) -> None:
        act = entry.act
        self._keep(self.tables.translations, act.draft, f"{act.language}/{act.unit}", entry)

    def _fall(self, draft: str, amendment: str, entry: int) -> None:
        """What is left open of the amendments to one that is decided falls."""
        for name in self.tables.subamendments.get(draft, {}).get(amendment, ()):
            row = self.tables.amendments[draft][name]
            if row.open:
                self._change(draft, replace(row, fallen=entry))

    def _change(self, draft: str, row: AmendmentRow) -> None:
        self.tables.amendments[draft][row.act.amendment] = row

    @staticmethod
    def _keep(table: dict[str, dict[str, Fact[Any]]], draft: str, name: str, entry: Entry[Any]) -> None:
        facts = table.setdefault(draft, {})
        facts[name] = fact(entry, facts.get(name))

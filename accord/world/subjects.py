"""The pages of subjects that several areas know something of: a party, a document, a statement.

Each area contributes its section; no area reads a later one, so the whole is put together here.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Protocol, TypeVar

from accord.acts.values import Language, Text
from accord.areas.bodies import pages as bodies
from accord.areas.bodies.pages import BodyCode, Friend, Officer
from accord.areas.commitments.belonging import ActorMember, roles_of
from accord.areas.commitments.known import Known as CommitmentsKnown
from accord.areas.commitments.ofstate import CommitmentsOfParty, commitments_of
from accord.areas.documents import pages as documents
from accord.areas.documents import relations, versions
from accord.areas.documents.acts import Kind, Submitter
from accord.areas.documents.pages import Instrument, Kin, Sponsor, Sponsored, SymbolText, Version, Withdrawal
from accord.areas.documents.relations import RelationRow
from accord.areas.documents.versions import Reissue
from accord.areas.drafting import pages as drafting
from accord.areas.drafting.pages import Adoption, Consideration, Known
from accord.areas.instruments.known import Known as InstrumentsKnown
from accord.areas.instruments.states import LawOfState, law_of_state, voices
from accord.areas.meetings import pages as meetings
from accord.areas.meetings.pages import IntroductionRow, PanelRow, Period, StatementRow, ThemeRow
from accord.areas.meetings.rules import key
from accord.areas.negotiation.pages import DraftRow
from accord.areas.parties import pages as parties
from accord.areas.parties.acts import PartyKind
from accord.areas.parties.cite import Cite, Correction, Missing, Page, Part, PartyCode, cite, head, history
from accord.areas.parties.pages import DelegationRow, KeyRow, ReplyRow, RoleRow, Stay
from accord.areas.programme.known import Known as ProgrammeKnown
from accord.areas.programme.parts import SupportRow
from accord.areas.programme.supporting import supports_of
from accord.areas.proposals.pages import ProposalRow
from accord.areas.speakers import pages as speakers
from accord.areas.speakers.pages import SpeechRow, StatementTranslation
from accord.world.floors import FloorStep, VoteCast
from accord.world.passages import ThroughRow, document_reflected_through, statement_reflected_through
from accord.world.raised import RaisedRow, StoodBy, proposals_from_statement, proposals_of_party, raised_in
from accord.world.reflecting import Reflection, reflected, replaces, speaking_of, superseded_by
from accord.world.submissions import ActionRow, actions
from accord.world.submissions import Known as SubmissionsKnown
from accord.world.talked import AmendmentOf, PositionOn, talked
from accord.world.talked import Known as TalkKnown

Row = TypeVar("Row", bound=Part)


class PartyKnown(TalkKnown, InstrumentsKnown, ProgrammeKnown, CommitmentsKnown, Protocol):
    """What the page of a party is asked of."""


class OfParty(Part, frozen=True):
    """What is on record of a party in one of the two voices."""

    papers: Sequence[Sponsored]
    statements: Sequence[StatementRow]
    introductions: Sequence[IntroductionRow]
    panels: tuple[PanelRow, ...]
    """Panels with a moderator from the State, or a panellist of the organisation; they speak in person."""
    themes: tuple[ThemeRow, ...]
    officers: tuple[Officer, ...]
    """Persons nominated from this State; they act in person."""
    friends: tuple[Friend, ...]
    groups: tuple[Stay, ...]
    instruments: tuple[Instrument, ...]
    """Papers that it presented as files, by the secretariat's receipt."""
    proposals: tuple[StoodBy, ...]
    """Proposals that it sponsors or supports, or did."""
    speeches: Sequence[SpeechRow]
    drafts: Sequence[DraftRow]
    """Texts under negotiation that are its own."""
    amendments: Sequence[AmendmentOf]
    positions: Sequence[PositionOn]
    floor_steps: Sequence[FloorStep]
    """What it did on the floor of meetings: motions, points of order, objections, explanations."""
    votes_cast: Sequence[VoteCast]
    """How it voted, where votes were recorded by member."""

    def number(self) -> int:
        """How many facts there are."""
        return sum(len(getattr(self, name)) for name in self.__struct_fields__)


class PartyPage(Page, frozen=True, tag="party"):
    """A party: what it said, what was recorded of it and by whom, and what it replied."""

    party: PartyCode
    kind: PartyKind
    name: Text | None
    short: Text | None
    cite: Cite
    said_itself: OfParty
    """Signed by the party."""
    recorded_of_it: OfParty
    """Transcribed by someone else from a source; the party has a right of reply to each."""
    actor_roles: tuple[ActorMember, ...]
    """To which actors of paragraphs 40 to 44 it belongs, by what record."""
    law: LawOfState | None
    """Of a State: instruments of law and where it stands towards each, on the day asked."""
    supporting: tuple[SupportRow, ...]
    """What it said that it supports of elements and approaches, or did."""
    commitments: CommitmentsOfParty | None
    """Undertakings, figures, doctrine, names given by others and calls; by the day asked."""
    members: tuple[Stay, ...]
    """Of a group: who belongs to it."""
    roles: tuple[RoleRow, ...]
    delegations: tuple[DelegationRow, ...]
    keys: tuple[KeyRow, ...]
    replies: tuple[ReplyRow, ...]
    """What it said by right of reply."""
    facts_said: int
    """Of the facts on this page: said by the party itself."""
    facts_recorded: int
    """Of the facts on this page: recorded of it by someone else."""


class DocumentPage(Page, frozen=True, tag="document"):
    """A document: whose, what, in which languages, of which family, introduced when, and every correction."""

    symbol: SymbolText
    printed: str | None
    """As the source prints the symbol, where that differs."""
    body: BodyCode | None
    kind: Kind
    title: Text | None
    submitter: Submitter
    sponsors: tuple[Sponsor, ...]
    versions: tuple[Version, ...]
    missing: tuple[Language, ...]
    """Official languages in which no version is on record."""
    reissues: tuple[Reissue, ...]
    texts: tuple[Language, ...]
    """Languages in which the record has the text itself, unit by unit."""
    supersedes: SymbolText | None
    """Of a revision: the version whose place it takes, by the grammar of symbols."""
    superseded_by: SymbolText | None
    relations: tuple[RelationRow, ...]
    """What it is to other documents, and they to it."""
    actions: tuple[ActionRow, ...]
    """Action taken on it as a draft, and whether it was circulated the day before."""
    family: tuple[Kin, ...]
    panel_ordinal: int | None
    """Of a moderator's summary: the number of the panel as the source prints it."""
    summarises: str | None
    """Of a moderator's summary: the panel, by inference of the recorder."""
    introductions: Sequence[IntroductionRow]
    panel: PanelRow | None
    """The panel that it summarises."""
    consideration: Consideration | None
    """Of the report or a draft of it: when the body considered the report."""
    adoption: Adoption | None
    reflected: tuple[Reflection, ...]
    reflected_through: tuple[ThroughRow, ...]
    """Units of other texts that reflect it through proposals, as authors of links read them."""
    instruments: tuple[Instrument, ...]
    """Papers presented as files that concern it."""
    proposals: Sequence[RaisedRow]
    """Proposals that come from it, or are linked to it by the reading of an author."""
    withdrawal: Withdrawal | None
    cite: Cite
    history: tuple[Correction, ...]


class StatementPage(Page, frozen=True, tag="statement"):
    """One statement: by whom, on whose behalf, on which days, and its words where the record has them."""

    body: BodyCode
    statement: StatementRow
    members: tuple[PartyCode, ...]
    """Of the group spoken for: who belonged to it on the days of the statement."""
    meetings: tuple[Period, ...]
    speeches: tuple[SpeechRow, ...]
    """In which it was made."""
    translations: tuple[StatementTranslation, ...]
    """Each marked as such; none of them is what was said."""
    proposals: tuple[ProposalRow, ...]
    """Those that come from it, or that an author links to it."""
    reflected: tuple[Reflection, ...]
    reflected_through: tuple[ThroughRow, ...]
    """Units of texts that reflect it through proposals, as authors of links read them."""
    replies: tuple[ReplyRow, ...]
    history: tuple[Correction, ...]


def party(known: PartyKnown, party: str, *, on: datetime.date | None = None) -> PartyPage:
    """A party.

    Raises:
        Missing: no such party.
    """
    fact = parties.entered(known, party)
    said, recorded = of_party(known, party, on, said=True), of_party(known, party, on, said=False)
    own = cite(known, fact, party)
    law = law_of_state(known, party, on) if fact.act.kind == "state" else None
    supporting = supports_of(known, party, on)
    commitments = commitments_of(known, party, on)
    supported = tuple(row.cite.voice for row in supporting)
    beside = (*voices(law), *supported, *(() if commitments is None else commitments.voices()))
    recorded_beside = sum(voice != "said" for voice in beside)
    return PartyPage(
        head=head(known, on),
        party=party,
        kind=fact.act.kind,
        name=fact.act.name,
        short=fact.act.short,
        cite=own,
        said_itself=said,
        recorded_of_it=recorded,
        actor_roles=roles_of(known, party, on),
        law=law,
        supporting=supporting,
        commitments=commitments,
        members=parties.stays(known, on, group=party) if fact.act.kind == "group" else (),
        roles=parties.role_rows(known, party),
        delegations=parties.delegation_rows(known, party),
        keys=parties.key_rows(known, party),
        replies=parties.reply_rows(known, by=party),
        facts_said=said.number() + len(beside) - recorded_beside + (own.voice == "said"),
        facts_recorded=recorded.number() + recorded_beside + (own.voice != "said"),
    )


def of_party(known: TalkKnown, party: str, on: datetime.date | None, *, said: bool) -> OfParty:
    """Of what is on record of a party, what it said itself, or all the rest."""
    talks = talked(known, party, said=said)

    def of(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(row for row in rows if (row.cite.voice == "said") == said)  # type: ignore[attr-defined]

    return OfParty(
        papers=documents.sponsored(known, party, on, said=said),
        statements=meetings.statements_by(known, party, said=said),
        introductions=meetings.introductions_by(known, party, said=said),
        panels=of(panels_of(known, party)),
        themes=of(themes_of(known, party)),
        officers=of(bodies.officers(known, state=party)),
        friends=of(bodies.friends(known, state=party)),
        groups=of(parties.stays(known, on, member=party)),
        instruments=of(documents.instruments(known, "party", party)),
        proposals=of(proposals_of_party(known, party, on)),
        **talks._asdict(),
    )


def panels_of(known: Known, party: str) -> tuple[PanelRow, ...]:
    """The panels with a moderator or panellist from a party."""
    return tuple(meetings.panel_row(known, fact) for fact in known.meeting_lookups.by_party["panel"][party])


def themes_of(known: Known, party: str) -> tuple[ThemeRow, ...]:
    """The themes that a person from a State facilitated."""
    named = {fact.act.body for fact in known.meeting_lookups.by_party["theme"][party]}
    return tuple(
        row for body in sorted(named) for row in meetings.themes(known, body).themes if row.facilitator_state == party
    )


def document(known: SubmissionsKnown, symbol: str, *, on: datetime.date | None = None) -> DocumentPage:
    """A document.

    Raises:
        Missing: no such document.
    """
    fact = documents.registered(known, symbol)
    act = fact.act
    reported = None if act.body is None else drafting.adoption(known, act.body)
    considered, adopted = (None, None) if reported is None else (reported.consideration, reported.adoption)
    return DocumentPage(
        head=head(known, on),
        symbol=act.symbol,
        printed=act.printed,
        body=act.body,
        kind=act.kind,
        title=act.title,
        submitter=act.submitter,
        sponsors=documents.sponsors(known, act.symbol, on),
        versions=documents.versions(known, act.symbol),
        missing=versions.missing(known, act.symbol),
        reissues=versions.reissues(known, act.symbol),
        texts=drafting.languages(known, act.symbol),
        supersedes=replaces(act.symbol),
        superseded_by=superseded_by(known, act.symbol),
        relations=relations.relations(known, act.symbol),
        actions=actions(known, act.symbol),
        family=documents.family(known, act.symbol),
        panel_ordinal=act.panel_ordinal,
        summarises=act.summarises,
        introductions=meetings.introductions_of(known, act.symbol),
        panel=summarised(known, act.body, act.summarises),
        consideration=considered if considered is not None and considered.document == act.symbol else None,
        adoption=adopted if adopted is not None and act.symbol in (adopted.document, *adopted.drafts) else None,
        reflected=reflected(known, fact),
        reflected_through=document_reflected_through(known, act.symbol),
        instruments=documents.instruments(known, "document", act.symbol),
        proposals=raised_in(known, act.symbol),
        withdrawal=documents.withdrawal(known, act.symbol),
        cite=cite(known, fact, *act.sponsors),
        history=history(known, fact),
    )


def summarised(known: Known, body: str | None, panel: str | None) -> PanelRow | None:
    """The panel that a moderator's summary belongs to, if it is recorded."""
    if body is None or panel is None:
        return None
    fact = known.meetings.tables.panels.get(key(body, panel))
    return None if fact is None else meetings.panel_row(known, fact)


def statement(known: Known, statement: str, body: str = "", *, on: datetime.date | None = None) -> StatementPage:
    """One statement.

    Raises:
        Missing: no such statement or body.
    """
    name = bodies.established(known, body).act.body
    fact = known.meetings.tables.statements.get(key(name, statement))
    if fact is None:
        raise Missing("statement", statement)
    group = fact.act.on_behalf_of
    members = () if group is None else (m for day in meetings.days(fact.act) for m in known.parties.members(group, day))
    entries = (*fact.corrected, fact.entry)
    return StatementPage(
        head=head(known, on),
        body=name,
        statement=meetings.statement_row(known, fact),
        members=tuple(dict.fromkeys(members)),
        meetings=tuple(
            period
            for period in meetings.period_rows(known, name)
            if any(period.first <= day <= period.last for day in fact.act.days)
        ),
        speeches=tuple(row for row in speakers.speech_rows(known, name) if row.statement == statement),
        translations=speakers.translations(known, name, statement),
        proposals=proposals_from_statement(known, name, statement),
        reflected=speaking_of(known, name, "statement", statement),
        reflected_through=statement_reflected_through(known, name, statement),
        replies=parties.reply_rows(known, entries),
        history=history(known, fact),
    )

"""The pages of subjects that several areas know something of: a party, a body, a document.

Each area contributes its section; no area reads a later one, so the whole is put together here.
"""

from __future__ import annotations

import datetime

from accord.acts.values import Text
from accord.areas.bodies import pages as bodies
from accord.areas.bodies.pages import Agenda, BodyCode, Friend, Mandate, Modalities, Officer, Service
from accord.areas.documents import pages as documents
from accord.areas.documents.acts import Kind, Submitter
from accord.areas.documents.pages import Kin, Sponsor, Sponsored, SymbolText, Version, Withdrawal
from accord.areas.drafting.pages import Known
from accord.areas.meetings import pages as meetings
from accord.areas.meetings.pages import IntroductionRow, MeetingDays, Period, StatementRow
from accord.areas.parties import pages as parties
from accord.areas.parties.acts import PartyKind
from accord.areas.parties.cite import Cite, Correction, Page, PartyCode, cite, head, history
from accord.areas.parties.pages import DelegationRow, KeyRow, ReplyRow, RoleRow, Stay


class PartyPage(Page, frozen=True, tag="party"):
    """A party: what it said, what was recorded of it and by whom, and what it replied."""

    party: PartyCode
    kind: PartyKind
    name: Text | None
    short: Text | None
    cite: Cite
    papers: tuple[Sponsored, ...]
    statements: tuple[StatementRow, ...]
    introductions: tuple[IntroductionRow, ...]
    officers: tuple[Officer, ...]
    """Persons nominated from this State; they act in person."""
    friends: tuple[Friend, ...]
    groups: tuple[Stay, ...]
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


class BodyPage(Page, frozen=True, tag="body"):
    """A body: mandate, service, officers, friends of the Chair, agenda, modalities, meetings."""

    body: BodyCode
    mandate: Mandate
    service: Service | None
    officers: tuple[Officer, ...]
    friends: tuple[Friend, ...]
    agenda: Agenda | None
    modalities: Modalities | None
    meetings: tuple[Period, ...]
    days: MeetingDays
    documents: int
    panels: int
    statements: int
    introductions: int
    themes: int


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
    family: tuple[Kin, ...]
    panel_ordinal: int | None
    """Of a moderator's summary: the number of the panel as the source prints it."""
    summarises: str | None
    """Of a moderator's summary: the panel, by inference of the recorder."""
    introductions: tuple[IntroductionRow, ...]
    withdrawal: Withdrawal | None
    cite: Cite
    history: tuple[Correction, ...]


def party(known: Known, party: str, *, on: datetime.date | None = None) -> PartyPage:
    """A party.

    Raises:
        Missing: no such party.
    """
    fact = parties.entered(known, party)
    papers = documents.sponsored(known, party, on)
    statements = meetings.statements_by(known, party)
    introductions = meetings.introductions_of(known, party=party)
    officers = bodies.officers(known, state=party)
    friends = bodies.friends(known, state=party)
    groups = parties.stays(known, on, member=party)
    cites = [row.cite for rows in (papers, statements, introductions, officers, friends, groups) for row in rows]
    cites.append(cite(known, fact, party))
    return PartyPage(
        head=head(known, on),
        party=party,
        kind=fact.act.kind,
        name=fact.act.name,
        short=fact.act.short,
        cite=cite(known, fact, party),
        papers=papers,
        statements=statements,
        introductions=introductions,
        officers=officers,
        friends=friends,
        groups=groups,
        members=parties.stays(known, on, group=party) if fact.act.kind == "group" else (),
        roles=parties.role_rows(known, party),
        delegations=parties.delegation_rows(known, party),
        keys=parties.key_rows(known, party),
        replies=parties.reply_rows(known, by=party),
        facts_said=sum(c.voice == "said" for c in cites),
        facts_recorded=sum(c.voice == "recorded" for c in cites),
    )


def body(known: Known, body: str = "", *, on: datetime.date | None = None) -> BodyPage:
    """A body.

    Raises:
        Missing: no such body.
    """
    mandate = bodies.mandate(known, body)
    name = mandate.body
    tables = known.meetings.tables

    def count(table: object) -> int:
        return sum(fact.act.body == name for fact in table.values()) if isinstance(table, dict) else 0

    return BodyPage(
        head=head(known, on),
        body=name,
        mandate=mandate,
        service=bodies.service(known, name),
        officers=bodies.officers(known, name),
        friends=bodies.friends(known, name),
        agenda=bodies.agenda_of(known, name),
        modalities=bodies.modalities(known, name),
        meetings=meetings.period_rows(known, name),
        days=meetings.meeting_days(known, name),
        documents=len(known.documents.of_body(name)),
        panels=count(tables.panels),
        statements=count(tables.statements),
        introductions=count(tables.introductions),
        themes=count(tables.themes),
    )


def document(known: Known, symbol: str, *, on: datetime.date | None = None) -> DocumentPage:
    """A document.

    Raises:
        Missing: no such document.
    """
    fact = documents.registered(known, symbol)
    act = fact.act
    return DocumentPage(
        head=head(known, on),
        symbol=act.symbol,
        printed=act.printed,
        body=act.body,
        kind=act.kind,
        title=act.title,
        submitter=act.submitter,
        sponsors=documents.sponsors(known, act.symbol),
        versions=documents.versions(known, act.symbol),
        family=documents.family(known, act.symbol),
        panel_ordinal=act.panel_ordinal,
        summarises=act.summarises,
        introductions=meetings.introductions_of(known, document=act.symbol),
        withdrawal=documents.withdrawal(known, act.symbol),
        cite=cite(known, fact, *act.sponsors),
        history=history(known, fact),
    )

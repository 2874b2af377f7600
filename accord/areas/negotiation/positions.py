"""What parties say of a draft beside its words: positions, agreement, replies until a day, silence and its breaking."""

from __future__ import annotations

import datetime
from typing import Any, Literal

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.documents.pages import SymbolText
from accord.areas.negotiation.acts import OpenSilence, PositionKind, SetDeadline
from accord.areas.negotiation.pages import AdoptedDraft, adopted_draft
from accord.areas.negotiation.pieces import Known, negotiated, revisions
from accord.areas.negotiation.rows import BreakRow
from accord.areas.negotiation.timing import Course, course, late
from accord.areas.parties.cite import Cite, Page, Part, PartyCode, cite, head

AgreementState = Literal["agreed", "ad-referendum", "confirmed", "not-confirmed"]
SilenceState = Literal["running", "not-broken", "broken", "broken-late-or-unknown"]


class PositionRow(Part, frozen=True):
    """A party's position on a draft or on units of it."""

    party: PartyCode
    on_behalf_of: PartyCode | None
    kind: PositionKind
    units: tuple[str, ...]
    """None means all of the draft."""
    text: Text | None
    given: datetime.date | None
    withdrawn: bool
    cite: Cite


class AgreementRow(Part, frozen=True):
    """What a party agreed to, and whether its capital confirmed it."""

    party: PartyCode
    agreement_state: AgreementState
    units: tuple[str, ...]
    given: datetime.date | None
    on_state: int
    """The state of the draft at that time."""
    changed_since: bool
    """The draft was revised since."""
    cite: Cite


class ReplyLine(Part, frozen=True):
    """A reply to what was asked until a day."""

    party: PartyCode
    text: Text | None
    given: datetime.date | None
    came_late: bool | None
    """`None` where what is known of its time does not tell."""
    cite: Cite


class DeadlineRow(Part, frozen=True):
    """What parties are asked until a day, and who replied."""

    deadline: str
    subject: Text | None
    until: datetime.date
    time: str | None
    offset: str | None
    course: Course
    addressees: tuple[PartyCode, ...]
    """None means everybody."""
    outstanding: tuple[PartyCode, ...]
    """Of those asked by name: who has not replied."""
    replied: tuple[ReplyLine, ...]
    cite: Cite


class BreakLine(Part, frozen=True):
    """Who broke a silence, and when."""

    party: PartyCode
    units: tuple[str, ...]
    text: Text | None
    given: datetime.date | None
    time: str | None
    came_late: bool | None
    """`None` where what is known of its time does not tell."""
    cite: Cite


class SilenceRow(Part, frozen=True):
    """A silence procedure: on which state of the draft, until when, broken by whom. Silence is no statement."""

    silence_procedure: str
    opened_by: PartyCode
    subject: Text | None
    on_state: int
    until: datetime.date
    time: str | None
    offset: str | None
    silence_state: SilenceState
    broken: tuple[BreakLine, ...]
    cite: Cite


class PositionsPage(Page, frozen=True, tag="positions"):
    """What parties say of a draft, and what is asked of them until when."""

    draft: SymbolText
    adopted_draft: AdoptedDraft | None
    positions: tuple[PositionRow, ...]
    agreements: tuple[AgreementRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    silences: tuple[SilenceRow, ...]


def positions(known: Known, draft: str, *, on: datetime.date | None = None) -> PositionsPage:
    """What parties say of a draft.

    Raises:
        Missing: no such draft.
    """
    name = negotiated(known, draft).act.draft
    tables = known.negotiation.tables
    return PositionsPage(
        head=head(known, on),
        draft=name,
        adopted_draft=adopted_draft(known, name),
        positions=position_rows(known, name),
        agreements=agreement_rows(known, name),
        deadlines=tuple(deadline_row(known, fact, on) for fact in tables.deadlines.get(name, {}).values()),
        silences=tuple(silence_row(known, fact, on) for fact in tables.silences.get(name, {}).values()),
    )


def position_rows(known: Known, draft: str) -> tuple[PositionRow, ...]:
    """The positions on a draft, in the order given; withdrawn ones are marked."""
    tables = known.negotiation.tables
    withdrawn = tables.withdrawn_positions.get(draft, {})
    return tuple(
        PositionRow(
            party=fact.act.party,
            on_behalf_of=fact.act.on_behalf_of,
            kind=fact.act.kind,
            units=fact.act.units,
            text=fact.act.text,
            given=fact.act.on,
            withdrawn=name in withdrawn,
            cite=cite(known, fact, fact.act.party),
        )
        for name, fact in tables.positions.get(draft, {}).items()
    )


def state_at(known: Known, draft: str, entry: int) -> int:
    """The state of a draft before an entry."""
    return sum(revision.entry < entry for revision in revisions(known, draft))


def agreement_rows(known: Known, draft: str) -> tuple[AgreementRow, ...]:
    """Who agreed to a draft, in the order in which they first did."""
    tables = known.negotiation.tables
    told = tables.confirmations.get(draft, {})
    out = []
    for party, fact in tables.agreements.get(draft, {}).items():
        state: AgreementState = "ad-referendum" if fact.act.ad_referendum else "agreed"
        answer = told.get(party)
        if answer is not None and answer.entry > fact.entry:
            state = "confirmed" if answer.act.confirmed else "not-confirmed"
        on_state = state_at(known, draft, fact.entry)
        out.append(
            AgreementRow(
                party=party,
                agreement_state=state,
                units=fact.act.units,
                given=fact.act.on,
                on_state=on_state,
                changed_since=on_state < known.negotiation.state(draft),
                cite=cite(known, fact, party),
            )
        )
    return tuple(out)


def deadline_row(known: Known, fact: Fact[SetDeadline], on: datetime.date | None) -> DeadlineRow:
    """What is asked until a day, as it stands for a day."""
    act = fact.act
    answers = known.negotiation.tables.answers.get(f"{act.draft}/{act.deadline}", {})
    until = (act.until, act.time, act.offset)
    return DeadlineRow(
        deadline=act.deadline,
        subject=act.subject,
        until=act.until,
        time=act.time,
        offset=act.offset,
        course=course(*until, on, known.admitted),
        addressees=act.addressees,
        outstanding=tuple(party for party in act.addressees if party not in answers),
        replied=tuple(
            ReplyLine(
                party=party,
                text=answer.act.text,
                given=answer.act.on,
                came_late=late(until, (answer.act.on, None, None), admitted(known, answer, party)),
                cite=cite(known, answer, party),
            )
            for party, answer in answers.items()
        ),
        cite=cite(known, fact, known.negotiation.tables.drafts[act.draft].act.facilitator),
    )


def admitted(known: Known, fact: Fact[Any], party: str) -> int | None:
    """When the record admitted what a party said itself; `None` of what was recorded of it."""
    entry = known.read(fact.entry) if fact.by == party else None
    return None if entry is None else entry.admitted


def silence_row(known: Known, fact: Fact[OpenSilence], on: datetime.date | None) -> SilenceRow:
    """A silence procedure, as it stands for a day."""
    act = fact.act
    found = known.negotiation.tables.breaks.get(f"{act.draft}/{act.silence_procedure}", {})
    broken = tuple(break_line(known, fact, row) for row in found.values())
    state: SilenceState = "not-broken"
    if any(row.came_late is False for row in broken):
        state = "broken"
    elif broken:
        state = "broken-late-or-unknown"
    elif course(act.until, act.time, act.offset, on, known.admitted) != "passed":
        state = "running"
    return SilenceRow(
        silence_procedure=act.silence_procedure,
        opened_by=act.opened_by,
        subject=act.subject,
        on_state=state_at(known, act.draft, fact.first),
        until=act.until,
        time=act.time,
        offset=act.offset,
        silence_state=state,
        broken=broken,
        cite=cite(known, fact, act.opened_by),
    )


def break_line(known: Known, silence: Fact[OpenSilence], row: BreakRow) -> BreakLine:
    """Who broke a silence, and whether in time."""
    act = row.act
    until = (silence.act.until, silence.act.time, silence.act.offset)
    admitted = row.admitted if row.by == act.party else None
    return BreakLine(
        party=act.party,
        units=act.units,
        text=act.text,
        given=act.on,
        time=act.time,
        came_late=late(until, (act.on, act.time, act.offset), admitted),
        cite=cite(known, Fact(row.entry, row.by, act), act.party),
    )

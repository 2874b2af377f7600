"""What pages of proposals are made of: who stands by one, its texts, its lineage, its links."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.documents import pages as documents
from accord.areas.documents.pages import SymbolText
from accord.areas.documents.view import Sponsorship
from accord.areas.meetings.rules import key
from accord.areas.parties.cite import Cite, Part, PartyCode, cite, cite_entry
from accord.areas.proposals.acts import Capacity, Followed, FollowProposal, Forum, LinkTrace, SourceUnit, TraceKind
from accord.areas.proposals.known import Known
from accord.areas.proposals.rows import Stand, State, Wording

ProposalName = Annotated[str, Meta(extra={"shown": "proposal"})]
"""A proposal: its body, a stroke, its label within the body."""
CompilationName = Annotated[str, Meta(extra={"shown": "compilation"})]
"""A compilation: its body, a stroke, its label within the body."""
StandsBy = Literal["present-text", "earlier-text", "no-longer"]
Relation = Literal["merged-from", "divided-from", "merged-into", "divided-into", "drawn-from", "drawn-upon-by"]


class StandRow(Part, frozen=True):
    """A party sponsors or supports a proposal, in the text that it stood by."""

    party: PartyCode
    capacity: Capacity
    version: int
    stands_by: StandsBy
    """Support is given to a text: after an amendment it is shown with the earlier one until it is confirmed."""
    reservation: Text | None
    since: datetime.date | None
    until: datetime.date | None
    holds: bool
    cite: Cite


class SourceRow(Part, frozen=True):
    """Where a text comes from."""

    document: SymbolText | None
    unit: str | None
    statement: str | None
    proposal: ProposalName | None


class TextRow(Part, frozen=True):
    """A text of a proposal: as tabled, or as amended."""

    version: int
    title: Text
    text: Text | None
    verbatim: bool
    amenders: tuple[PartyCode, ...]
    given: datetime.date | None
    cite: Cite


class TurnRow(Part, frozen=True):
    """What became of a proposal, in order."""

    standing: State
    into: tuple[ProposalName, ...]
    given: datetime.date | None
    cite: Cite


class KinRow(Part, frozen=True):
    """Another proposal of the same lineage, and how many steps away."""

    proposal: ProposalName
    title: Text
    relation: Relation
    steps: int
    standing: State
    cite: Cite


class FollowupRow(Part, frozen=True):
    """What came of a proposal in another forum (A/68/514 ¶¶45, 50)."""

    proposal: ProposalName
    forum: Forum
    forum_name: Text | None
    followed: Followed
    document: SymbolText | None
    given: datetime.date | None
    cite: Cite


class LinkRow(Part, frozen=True):
    """A link as its author reads it."""

    link: str
    proposal: ProposalName
    trace_kind: TraceKind
    document: SymbolText | None
    unit: str | None
    statement: str | None
    compilation: CompilationName | None
    measure: Text | None
    author: PartyCode
    note: Text | None
    cite: Cite


def stand_rows(known: Known, name: str, capacity: Capacity, on: datetime.date | None) -> tuple[StandRow, ...]:
    """Each time that somebody sponsored or supported a proposal, in the order recorded."""
    return tuple(
        stand_row(known, name, party, row, on)
        for party, rows in known.proposals.tables.stands.get(name, {}).items()
        for row in rows
        if row.capacity == capacity
    )


def stand_row(known: Known, name: str, party: str, row: Stand, on: datetime.date | None) -> StandRow:
    """A party stands, or stood, by a proposal."""
    present = row.version == known.proposals.version(name)
    return StandRow(
        party=party,
        capacity=row.capacity,
        version=row.version,
        stands_by="no-longer" if row.ended is not None else "present-text" if present else "earlier-text",
        reservation=row.reservation,
        since=row.since,
        until=row.until,
        holds=documents.holds(Sponsorship(row.entry, row.by, row.since, row.until, row.ended), on),
        cite=cite_entry(known, row.entry, party),
    )


def source_rows(body: str, sources: tuple[SourceUnit, ...]) -> tuple[SourceRow, ...]:
    """Where a text comes from."""
    return tuple(
        SourceRow(
            document=source.document,
            unit=source.unit,
            statement=source.statement,
            proposal=None if source.proposal is None else key(body, source.proposal),
        )
        for source in sources
    )


def text_rows(known: Known, name: str) -> tuple[TextRow, ...]:
    """The texts of a proposal, the one that it has now first."""
    tabled = known.proposals.tables.proposals[name]
    rows = [_text_row(known.proposals.wording(name, 1), (), tabled.act.on, cite(known, tabled, *tabled.act.sponsors))]
    for version, amended in known.proposals.tables.amendments.get(name, {}).items():
        act = amended.act
        wording = known.proposals.wording(name, version)
        rows.append(_text_row(wording, act.amenders, act.on, cite(known, amended, *act.amenders)))
    return tuple(reversed(rows))


def _text_row(wording: Wording, amenders: tuple[str, ...], on: datetime.date | None, cited: Cite) -> TextRow:
    return TextRow(
        version=wording.version,
        title=wording.title,
        text=wording.text,
        verbatim=wording.verbatim,
        amenders=amenders,
        given=on,
        cite=cited,
    )


def turn_rows(known: Known, name: str) -> tuple[TurnRow, ...]:
    """What became of a proposal, oldest first."""
    body = known.proposals.tables.proposals[name].act.body
    return tuple(
        TurnRow(
            standing=turn.state,
            into=tuple(key(body, label) for label in turn.into),
            given=turn.on,
            cite=cite_entry(known, turn.entry, *known.proposals.sponsors(name)),
        )
        for turn in known.proposals.tables.turns.get(name, ())
    )


def followup_row(known: Known, fact: Fact[FollowProposal]) -> FollowupRow:
    """What came of a proposal in another forum."""
    act = fact.act
    name = key(act.body, act.proposal)
    return FollowupRow(
        proposal=name,
        forum=act.forum,
        forum_name=act.forum_name,
        followed=act.followed,
        document=act.document,
        given=act.on,
        cite=cite(known, fact, *known.proposals.sponsors(name)),
    )


def followups_of(known: Known, name: str) -> tuple[FollowupRow, ...]:
    """What came of one proposal in other forums, in the order recorded."""
    found = known.proposals.tables.followups.values()
    return tuple(followup_row(known, f) for f in found if key(f.act.body, f.act.proposal) == name)


def link_row(known: Known, fact: Fact[LinkTrace]) -> LinkRow:
    """A link."""
    act = fact.act
    target = act.target
    return LinkRow(
        link=act.link,
        proposal=key(act.body, act.proposal),
        trace_kind=act.trace_kind,
        document=target.document,
        unit=target.unit,
        statement=target.statement,
        compilation=None if target.compilation is None else key(act.body, target.compilation),
        measure=target.measure,
        author=act.author,
        note=act.note,
        cite=cite(known, fact, act.author),
    )


def links_of(known: Known, name: str) -> tuple[Fact[LinkTrace], ...]:
    """The links from a proposal, in the order recorded."""
    found = known.once("links by proposal", lambda: _links_by_proposal(known))
    return tuple(found.get(name, ()))


def _links_by_proposal(known: Known) -> dict[str, list[Fact[LinkTrace]]]:
    found: dict[str, list[Fact[LinkTrace]]] = {}
    for fact in known.proposals.tables.links.values():
        found.setdefault(key(fact.act.body, fact.act.proposal), []).append(fact)
    return found

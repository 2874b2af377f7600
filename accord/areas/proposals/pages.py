"""How proposals are asked about: the register with its facets, and one proposal with all that is known of it."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.values import Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.meetings.rules import key
from accord.areas.parties import pages as parties
from accord.areas.parties.cite import (
    Cite,
    Correction,
    Missing,
    Page,
    Part,
    PartyCode,
    cite,
    cite_entry,
    head,
    history,
)
from accord.areas.parties.pages import ReplyRow
from accord.areas.proposals.acts import Category, Forum
from accord.areas.proposals.known import Known
from accord.areas.proposals.lineage import lineage
from accord.areas.proposals.parts import (
    CompilationName,
    FollowupRow,
    KinRow,
    LinkRow,
    ProposalName,
    SourceRow,
    StandRow,
    TextRow,
    TurnRow,
    followups_of,
    link_row,
    links_of,
    source_rows,
    stand_rows,
    text_rows,
    turn_rows,
)
from accord.areas.proposals.rows import State

Facet = Literal["theme", "sponsor", "supporter", "forum", "standing", "category"]
FACETS: tuple[Facet, ...] = ("theme", "sponsor", "supporter", "forum", "standing", "category")
TabledBy = Literal["sponsors", "not-recorded"]
ListOrder = Literal["as-tabled"]
Silence = Literal["no-position"]
Reading = Literal["of-authors"]


class ProposalRow(Part, frozen=True):
    """A proposal in the register (A/68/514 ¶18)."""

    proposal: ProposalName
    title: Text
    category: Category
    standing: State
    themes: tuple[str, ...]
    tabled_by: TabledBy
    """`not-recorded`: it was made in discussion and its source names no sponsor."""
    sponsors: tuple[PartyCode, ...]
    supporters: tuple[PartyCode, ...]
    """Of the text that it has now."""
    earlier_support: tuple[PartyCode, ...]
    """Who supports an earlier text and has not confirmed this one."""
    forum: Forum | None
    version: int
    cite: Cite


class FacetRow(Part, frozen=True):
    """How many proposals there are of a theme, a sponsor, a forum ..."""

    facet: Facet
    value: str
    proposal_count: int


class ProposalsPage(Page, frozen=True, tag="proposals"):
    """The proposals of a body in the order in which they were tabled, all of them or those of one facet."""

    body: BodyCode
    facet: Facet | None
    value: str | None
    list_order: ListOrder
    proposals: tuple[ProposalRow, ...]
    facets: tuple[FacetRow, ...]


class AssignedRow(Part, frozen=True):
    """Who assigns the proposal to which theme; another may classify it differently (¶24)."""

    theme: str
    title: Text | None
    assigners: tuple[PartyCode, ...]


class CompiledRow(Part, frozen=True):
    """A list in which the proposal stands."""

    compilation: CompilationName
    version: int
    """The text that the list has."""
    cite: Cite


class ProposalPage(Page, frozen=True, tag="proposal"):
    """One proposal: its texts and where they come from, who stands by it, and where it went."""

    body: BodyCode
    proposal: ProposalName
    title: Text
    text: Text | None
    verbatim: bool
    version: int
    category: Category
    standing: State
    into: tuple[ProposalName, ...]
    """What it was merged or divided into."""
    tabled_by: TabledBy
    forum: Forum | None
    assigned: tuple[AssignedRow, ...]
    sources: tuple[SourceRow, ...]
    sponsors: tuple[StandRow, ...]
    supporters: tuple[StandRow, ...]
    silence: Silence
    """Who is not named has no recorded position: no agreement and no objection."""
    text_history: tuple[TextRow, ...]
    turns: tuple[TurnRow, ...]
    lineage: tuple[KinRow, ...]
    compiled: tuple[CompiledRow, ...]
    links: tuple[LinkRow, ...]
    reading: Reading
    """Links are readings of their authors, no finding of the body."""
    followups: tuple[FollowupRow, ...]
    replies: tuple[ReplyRow, ...]
    cite: Cite
    history: tuple[Correction, ...]


def tabled_by(known: Known, name: str) -> TabledBy:
    """Whether it is on record who made the proposal."""
    rows = (row for stands in known.proposals.tables.stands.get(name, {}).values() for row in stands)
    return "sponsors" if any(row.capacity == "sponsor" for row in rows) else "not-recorded"


def proposal_row(known: Known, name: str) -> ProposalRow:
    """A proposal in the register."""
    view = known.proposals
    fact = view.tables.proposals[name]
    wording = view.wording(name)
    present = view.standing_by(name, "supporter", wording.version)
    return ProposalRow(
        proposal=name,
        title=wording.title,
        category=fact.act.category,
        standing=view.state(name),
        themes=tuple(view.assigned(name)),
        tabled_by=tabled_by(known, name),
        sponsors=view.sponsors(name),
        supporters=present,
        earlier_support=tuple(p for p in view.standing_by(name, "supporter") if p not in present),
        forum=fact.act.forum,
        version=wording.version,
        cite=cite(known, fact, *fact.act.sponsors),
    )


def facet_values(row: ProposalRow, facet: Facet) -> tuple[str, ...]:
    """What a proposal is filed under in a facet."""
    match facet:
        case "theme":
            return row.themes
        case "sponsor":
            return row.sponsors
        case "supporter":
            return (*row.supporters, *row.earlier_support)
        case "forum":
            return () if row.forum is None else (row.forum,)
        case "standing":
            return (row.standing,)
        case "category":
            return (row.category,)


def proposals(
    known: Known, body: str = "", facet: str = "", value: str = "", *, on: datetime.date | None = None
) -> ProposalsPage:
    """The proposals of a body; with a facet and a value, those filed under it.

    Raises:
        Missing: no such body or facet.
    """
    name = established(known, body).act.body
    chosen = next((one for one in FACETS if one == facet), None)
    if facet and (chosen is None or not value):
        raise Missing("facet", facet)
    rows = tuple(proposal_row(known, one) for one in known.proposals.of_body(name))
    counted: dict[tuple[Facet, str], int] = {}
    for row in rows:
        for one in FACETS:
            for filed in facet_values(row, one):
                counted[one, filed] = counted.get((one, filed), 0) + 1
    return ProposalsPage(
        head=head(known, on),
        body=name,
        facet=chosen,
        value=value or None,
        list_order="as-tabled",
        proposals=tuple(row for row in rows if chosen is None or value in facet_values(row, chosen)),
        facets=tuple(
            FacetRow(facet=one, value=filed, proposal_count=number)
            for (one, filed), number in sorted(counted.items(), key=lambda item: (FACETS.index(item[0][0]), item[0][1]))
        ),
    )


def proposal(known: Known, proposal: str, body: str = "", *, on: datetime.date | None = None) -> ProposalPage:
    """One proposal, by its label within its body.

    Raises:
        Missing: no such proposal or body.
    """
    of = established(known, body).act.body
    name = key(of, proposal)
    fact = known.proposals.tables.proposals.get(name)
    if fact is None:
        raise Missing("proposal", proposal)
    view = known.proposals
    wording = view.wording(name)
    return ProposalPage(
        head=head(known, on),
        body=of,
        proposal=name,
        title=wording.title,
        text=wording.text,
        verbatim=wording.verbatim,
        version=wording.version,
        category=fact.act.category,
        standing=view.state(name),
        into=tuple(key(of, label) for label in view.into(name)),
        tabled_by=tabled_by(known, name),
        forum=fact.act.forum,
        assigned=tuple(
            AssignedRow(theme=theme, title=theme_title(known, of, theme), assigners=assigners)
            for theme, assigners in view.assigned(name).items()
        ),
        sources=source_rows(of, wording.sources),
        sponsors=stand_rows(known, name, "sponsor", on),
        supporters=stand_rows(known, name, "supporter", on),
        silence="no-position",
        text_history=text_rows(known, name),
        turns=turn_rows(known, name),
        lineage=lineage(known, name),
        compiled=tuple(
            CompiledRow(compilation=listed, version=line.version, cite=cite_entry(known, made.entry))
            for listed, made in view.tables.lists.items()
            for line in made.lines
            if key(listed.partition("/")[0], line.proposal) == name
        ),
        links=tuple(link_row(known, link) for link in links_of(known, name)),
        reading="of-authors",
        followups=followups_of(known, name),
        replies=parties.reply_rows(known, (*fact.corrected, fact.entry)),
        cite=cite(known, fact, *fact.act.sponsors),
        history=history(known, fact),
    )


def theme_title(known: Known, body: str, theme: str) -> Text | None:
    """The title of a theme of a body; `None` if it was struck."""
    fact = known.meetings.tables.themes.get(key(body, theme))
    return None if fact is None else fact.act.title

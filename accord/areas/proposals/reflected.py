"""Whether the report reflects all proposals (A/68/514 ¶2): the paragraphs of each, or who names it as missing."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.values import Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.pages import SymbolText, normal_symbol
from accord.areas.meetings.rules import key
from accord.areas.parties.cite import Cite, Missing, Page, Part, PartyCode, cite, head
from accord.areas.proposals.acts import LinkTrace
from accord.areas.proposals.known import Known
from accord.areas.proposals.pages import ProposalRow, Reading, proposal_row
from accord.areas.proposals.parts import FollowupRow, ProposalName, followup_row, links_of
from accord.areas.proposals.rows import State, Wording

Reflects = Literal["reflected", "taken-from-it", "named-as-not", "read-both-ways", "through-another", "not-stated"]


class ReflectedRow(Part, frozen=True):
    """A proposal, and where the report reflects it by the reading of whom."""

    proposal: ProposalName
    title: Text
    standing: State
    reflects: Reflects
    """`taken-from-it`: the report is its only source, so that it stands there tells nothing of other proposals.

    `not-stated`: nobody has linked it to the report and nobody has named it as missing there.
    """
    units: tuple[str, ...]
    authors: tuple[PartyCode, ...]
    """Of the readings, both ways."""
    through: tuple[ProposalName, ...]
    """What it was merged or divided into, where that is reflected."""
    cite: Cite


class ReflectedPage(Page, frozen=True, tag="reflected"):
    """Which of the proposals of a body the report reflects, and which it does not, by named readings."""

    body: BodyCode
    report: SymbolText | None
    """`None`: no report of the body is in the register."""
    proposal_count: int
    reflected_count: int
    taken_from_it: int
    through_another: int
    named_as_not: int
    read_both_ways: int
    not_stated: int
    reading: Reading
    proposals: tuple[ReflectedRow, ...]
    questions: tuple[ProposalRow, ...]
    """Questions left open (¶50)."""
    followups: tuple[FollowupRow, ...]
    """What was handed on to other forums, or taken up there (¶¶45, 50)."""


def reports_of(known: Known, body: str) -> tuple[str, ...]:
    """The reports of a body in the register, in its order."""
    return tuple(fact.act.symbol for fact in known.document_lookups.of_body[body, False] if fact.act.kind == "report")


def reflected_row(known: Known, name: str, report: str | None) -> ReflectedRow:
    """A proposal, and where a report reflects it."""
    view = known.proposals
    fact = view.tables.proposals[name]
    found = [link.act for link in links_of(known, name) if link.act.target.document == report is not None]
    there = [act for act in found if act.trace_kind == "reflected-in"]
    missing = [act for act in found if act.trace_kind == "not-reflected-in"]
    through = () if there or missing else tuple(_through(known, name, report))
    return ReflectedRow(
        proposal=name,
        title=view.wording(name).title,
        standing=view.state(name),
        reflects="taken-from-it" if _taken_from(view.wording(name), report) else _reflects(there, missing, through),
        units=tuple(dict.fromkeys(act.target.unit for act in there if act.target.unit is not None)),
        authors=tuple(dict.fromkeys(act.author for act in (*there, *missing))),
        through=through,
        cite=cite(known, fact, *fact.act.sponsors),
    )


def _taken_from(wording: Wording, report: str | None) -> bool:
    """Whether the report itself is the only source of a proposal."""
    return bool(wording.sources) and all(source.document == report is not None for source in wording.sources)


def _reflects(there: list[LinkTrace], missing: list[LinkTrace], through: tuple[str, ...]) -> Reflects:
    if there:
        return "read-both-ways" if missing else "reflected"
    return "named-as-not" if missing else "through-another" if through else "not-stated"


def _through(known: Known, name: str, report: str | None) -> list[str]:
    """What a proposal was merged or divided into, step by step, as far as the report reflects it."""
    view = known.proposals
    body = view.tables.proposals[name].act.body
    after = [key(body, label) for label in view.into(name)]
    for other in after:
        after += [key(body, label) for label in view.into(other) if key(body, label) not in after]
    return [other for other in after if any(_in(link.act, report) for link in links_of(known, other))]


def _in(act: LinkTrace, report: str | None) -> bool:
    return act.trace_kind == "reflected-in" and act.target.document == report


def reflected(known: Known, body: str = "", report: str = "", *, on: datetime.date | None = None) -> ReflectedPage:
    """Which proposals the report reflects; without a report, the first that the body has in the register.

    Raises:
        Missing: no such body, or no such report of it.
    """
    name = established(known, body).act.body
    of_body = reports_of(known, name)
    chosen = normal_symbol(report) if report else next(iter(of_body), None)
    if report and chosen not in of_body:
        raise Missing("document", report)
    names = known.proposals.of_body(name)
    rows = tuple(reflected_row(known, one, chosen) for one in names)

    def count(reflects: Reflects) -> int:
        return sum(row.reflects == reflects for row in rows)

    return ReflectedPage(
        head=head(known, on),
        body=name,
        report=chosen,
        proposal_count=len(rows),
        reflected_count=count("reflected"),
        taken_from_it=count("taken-from-it"),
        through_another=count("through-another"),
        named_as_not=count("named-as-not"),
        read_both_ways=count("read-both-ways"),
        not_stated=count("not-stated"),
        reading="of-authors",
        proposals=rows,
        questions=tuple(
            proposal_row(known, one)
            for one in names
            if known.proposals.tables.proposals[one].act.category == "question"
        ),
        followups=tuple(
            followup_row(known, fact) for fact in known.proposals.tables.followups.values() if fact.act.body == name
        ),
    )

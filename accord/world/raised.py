"""What was raised, compiled and reflected where: proposals by document, paragraph, statement, theme and party.

Proposals come before texts, so whether a unit is in the text of its document is seen here and not by a rule.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, get_args

from accord.acts.facts import Fact
from accord.acts.values import Language, Text
from accord.areas.documents.pages import SymbolText, registered
from accord.areas.drafting.pages import Known
from accord.areas.meetings.rules import key
from accord.areas.parties.cite import Cite, Missing, Page, Part, PartyCode, cite, cite_entry, head
from accord.areas.parties.rows import listed
from accord.areas.proposals.acts import LinkTrace
from accord.areas.proposals.pages import ProposalRow, Reading, proposal_row
from accord.areas.proposals.parts import ProposalName, StandRow, stand_row
from accord.areas.proposals.rows import State

Way = Literal[
    "source", "raised-in", "compiled-in", "reflected-in", "not-reflected-in", "became-element", "implemented-by"
]  # fmt: skip
InText = Literal["in-text", "not-in-text", "no-text-recorded"]


class RaisedRow(Part, frozen=True):
    """A proposal that comes from a passage, or is linked to it by the reading of an author."""

    proposal: ProposalName
    title: Text
    standing: State
    way: Way
    document: SymbolText | None
    unit: str | None
    """`None`: the document as a whole."""
    in_text: InText | None
    """Whether the recorded text of the document has the unit; `None` where no unit is named."""
    author: PartyCode | None
    """Of a link."""
    cite: Cite


class StoodBy(Part, frozen=True):
    """A proposal that a party sponsors or supports, or did."""

    proposal: ProposalName
    title: Text
    stand: StandRow
    cite: Cite


class RaisedPage(Page, frozen=True, tag="raised"):
    """The proposals that come from a document or one unit of it, or are linked to it."""

    document: SymbolText
    unit: str | None
    reading: Reading
    proposals: Sequence[RaisedRow]


def raised(known: Known, document: str, unit: str = "", *, on: datetime.date | None = None) -> RaisedPage:
    """The proposals of a document, or of one unit of it with the units below.

    Raises:
        Missing: no such document, or a text of it is recorded and has no such unit.
    """
    symbol = registered(known, document).act.symbol
    rows = raised_in(known, symbol, unit)
    if unit and not rows and in_text(known, symbol, unit) == "not-in-text":
        raise Missing("unit", f"{document} {unit}")
    return RaisedPage(head=head(known, on), document=symbol, unit=unit or None, reading="of-authors", proposals=rows)


def raised_in(known: Known, document: str, unit: str = "") -> Sequence[RaisedRow]:
    """The proposals of a document, of a unit and of those below it; in the order tabled, then linked."""
    found = known.once("proposals by document", lambda: _by_document(known)).get(document, ())
    wanted = [link for link in found if not unit or link.unit == unit or (link.unit or "").startswith(f"{unit}-")]
    return listed(wanted, lambda one: _row(known, document, one))


def by_unit(known: Known, document: str) -> dict[str, tuple[str, ...]]:
    """The units of a document in which something was raised, or to which it is linked → the proposals, each once."""
    found: dict[str, dict[str, None]] = {}
    for one in known.once("proposals by document", lambda: _by_document(known)).get(document, ()):
        if one.unit is not None:
            found.setdefault(one.unit, {})[one.proposal] = None
    return {unit: tuple(names) for unit, names in found.items()}


def in_text(known: Known, document: str, unit: str | None) -> InText | None:
    """Whether the text of a document, as recorded in any language, has a unit."""
    if unit is None:
        return None
    units = known.drafting.tables.units.get(document)
    if not units:
        return "no-text-recorded"
    return "in-text" if any(f"{language}/{unit}" in units for language in get_args(Language)) else "not-in-text"


class _Raised(NamedTuple):
    """A proposal under a document: how, at which unit, and the link where an author made one."""

    proposal: str
    entry: int
    """Of the text of the proposal, or of the link."""
    way: Way
    unit: str | None
    link: Fact[LinkTrace] | None = None


def _by_document(known: Known) -> dict[str, list[_Raised]]:
    found: dict[str, list[_Raised]] = {}
    view = known.proposals
    for name in view.tables.proposals:
        wording = view.wording(name)
        for source in wording.sources:
            if source.document is not None:
                found.setdefault(source.document, []).append(_Raised(name, wording.entry, "source", source.unit))
    for link in view.tables.links.values():
        act, target = link.act, link.act.target
        if target.document is not None:
            raised = _Raised(key(act.body, act.proposal), link.entry, act.trace_kind, target.unit, link)
            found.setdefault(target.document, []).append(raised)
    return found


def _row(known: Known, document: str, raised: _Raised) -> RaisedRow:
    view, name, link = known.proposals, raised.proposal, raised.link
    wording = view.wording(name)
    author = None if link is None else link.act.author
    return RaisedRow(
        proposal=name,
        title=wording.title,
        standing=view.state(name),
        way=raised.way,
        document=document,
        unit=raised.unit,
        in_text=in_text(known, document, raised.unit),
        author=author,
        cite=cite_entry(known, raised.entry, *view.tables.proposals[name].act.sponsors)
        if link is None
        else cite(known, link, author),
    )


def proposals_of_party(known: Known, party: str, on: datetime.date | None) -> tuple[StoodBy, ...]:
    """The proposals that a party sponsors or supports, or did, in the order tabled."""
    stood: dict[str, list[str]] = known.once(
        "proposals by party", lambda: _under(known.proposals.tables.stands.items())
    )
    found = []
    for name in stood.get(party, ()):
        for row in known.proposals.tables.stands[name][party]:
            shown = stand_row(known, name, party, row, on)
            title = known.proposals.wording(name).title
            found.append(StoodBy(proposal=name, title=title, stand=shown, cite=shown.cite))
    return tuple(found)


def proposals_of_theme(known: Known, body: str, theme: str) -> tuple[ProposalRow, ...]:
    """The proposals of a body that somebody assigns to a theme, in the order tabled."""
    view = known.proposals

    def make() -> dict[str, list[str]]:
        return _under((name, view.assigned(name)) for name in view.of_body(body))

    names = known.once(f"proposals of {body} by theme", make).get(theme, ())
    return tuple(proposal_row(known, name) for name in names)


def proposals_from_statement(known: Known, body: str, statement: str) -> tuple[ProposalRow, ...]:
    """The proposals that come from a statement, or are linked to it as raised in it."""
    names = known.once(f"proposals of {body} by statement", lambda: _by_statement(known, body)).get(statement, ())
    return tuple(proposal_row(known, name) for name in names)


def _by_statement(known: Known, body: str) -> dict[str, list[str]]:
    view = known.proposals
    linked: dict[str, list[str]] = {}
    for link in view.tables.links.values():
        if link.act.body == body and link.act.target.statement is not None:
            linked.setdefault(key(body, link.act.proposal), []).append(link.act.target.statement)
    sources = ((name, [source.statement for source in view.wording(name).sources]) for name in view.of_body(body))
    return _under((name, [one for one in (*said, *linked.get(name, ())) if one is not None]) for name, said in sources)


def _under(names: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    """Names of proposals with what they are asked for by → the other way round, each name once, in the same order."""
    found: dict[str, list[str]] = {}
    for name, keys in names:
        for one in dict.fromkeys(keys):
            found.setdefault(one, []).append(name)
    return found

"""What the units of texts reflect, and where statements and papers are reflected: by their words, and by proposals.

A unit reflects what its words are bound to, which the record tells by itself; and what led to a proposal that is
linked to it as reflected there, which is the reading of the author of the link.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from accord.acts.facts import Fact
from accord.acts.values import Language
from accord.areas.documents.pages import SymbolText
from accord.areas.drafting import pages as drafting
from accord.areas.drafting.acts import Slot
from accord.areas.drafting.pages import Known
from accord.areas.meetings.rules import key
from accord.areas.parties.cite import Cite, Part, PartyCode, cite
from accord.areas.parties.rows import listed
from accord.areas.proposals.acts import LinkTrace
from accord.areas.proposals.lineage import lineage
from accord.areas.proposals.parts import ProposalName, links_of
from accord.world.raised import RaisedRow, raised_in


class ReflectsRow(Part, frozen=True):
    """A statement, or a document or a unit of it, that a unit of a text reflects."""

    statement: str | None
    document: SymbolText | None
    unit: str | None
    through: ProposalName | None
    """The proposal that came from it; `None` where the words of the text are bound to its record."""
    author: PartyCode | None
    """Of the link from the proposal to the text: the reading is theirs."""
    cite: Cite


class UnitPage(drafting.UnitPage, frozen=True, tag="unit"):
    """One unit of a text with its sources, the proposals raised in it, and what it reflects."""

    proposals: Sequence[RaisedRow]
    """That come from it or from the units below it, or are linked to them by the reading of an author."""
    reflects_here: Sequence[ReflectsRow]


class ThroughRow(Part, frozen=True):
    """A unit of a text that reflects a statement or a paper through a proposal, as the author of a link reads it."""

    document: SymbolText
    unit: str | None
    """`None`: the document as a whole."""
    through: ProposalName
    author: PartyCode
    cite: Cite


class Origin(NamedTuple):
    """Where a proposal comes from: a statement of a body by its key, or a document or a unit of it."""

    statement: str | None
    document: str | None
    unit: str | None


class _Reflected(NamedTuple):
    """What a unit reflects, and the entry that says so."""

    entry: int
    of: Origin
    fact: Fact[Any]
    link: LinkTrace | None = None


def unit(known: Known, document: str, unit: str, language: str = "", *, on: datetime.date | None = None) -> UnitPage:
    """One unit of a text, what was raised in it, and what it reflects; without a language, in the first one recorded.

    Raises:
        Missing: no such document or unit.
    """
    page = drafting.unit(known, document, unit, language, on=on)
    own = {name: getattr(page, name) for name in page.__struct_fields__}
    return UnitPage(
        **own,
        proposals=raised_in(known, page.document, unit),
        reflects_here=reflects(known, page.document, unit, page.language),
    )


def reflects(known: Known, document: str, unit: str, language: Language) -> Sequence[ReflectsRow]:
    """What a unit reflects: by its words in a language, then through proposals; each once."""
    found: dict[tuple[Origin, str | None], _Reflected] = {}
    for one in _by_words(known, document, unit, language):
        found.setdefault((one.of, None), one)
    for link in known.proposals.tables.links.values():
        act = link.act
        if act.trace_kind == "reflected-in" and (act.target.document, act.target.unit) == (document, unit):
            for origin in origins(known, key(act.body, act.proposal)):
                if origin[1:] != (document, unit):
                    found.setdefault((origin, act.proposal), _Reflected(link.entry, origin, link, act))
    return listed(tuple(found.values()), lambda one: _row(known, one))


def _by_words(known: Known, document: str, unit: str, language: Language) -> Iterator[_Reflected]:
    """The statements and papers on whose records the words of a unit stand."""
    fact = known.drafting.tables.units.get(document, {}).get(f"{language}/{unit}")
    for slot in () if fact is None else fact.act.pieces:
        if isinstance(slot, Slot) and slot.of in ("statement", "introduction", "document"):
            for behind in drafting.bound(known, document, slot, language):
                act: Any = behind.act
                if slot.of == "statement":
                    yield _Reflected(behind.entry, Origin(key(act.body, act.statement), None, None), behind)
                elif (symbol := act.document if slot.of == "introduction" else act.symbol) is not None:
                    yield _Reflected(behind.entry, Origin(None, symbol, None), behind)


def _row(known: Known, one: _Reflected) -> ReflectsRow:
    of, link = one.of, one.link
    return ReflectsRow(
        statement=None if of.statement is None else of.statement.partition("/")[2],
        document=of.document,
        unit=of.unit,
        through=None if link is None else key(link.body, link.proposal),
        author=None if link is None else link.author,
        cite=cite(known, one.fact, None if link is None else link.author),
    )


def origins(known: Known, name: str) -> tuple[Origin, ...]:
    """The statements and papers that a proposal comes from, itself or through those that led to it; each once."""
    before = ("merged-from", "divided-from", "drawn-from")
    found: dict[Origin, None] = {}
    for one in (name, *(row.proposal for row in lineage(known, name) if row.relation in before)):
        body = known.proposals.tables.proposals[one].act.body
        raised = (link.act.target for link in links_of(known, one) if link.act.trace_kind == "raised-in")
        sources: Sequence[Any] = (*known.proposals.wording(one).sources, *raised)
        for source in sources:
            if source.statement is not None:
                found.setdefault(Origin(key(body, source.statement), None, None))
            elif source.document is not None:
                found.setdefault(Origin(None, source.document, source.unit))
    return tuple(found)


def statement_reflected_through(known: Known, body: str, statement: str) -> tuple[ThroughRow, ...]:
    """Where a statement is reflected through proposals, in the order of the links."""
    return _through(known, key(body, statement))


def document_reflected_through(known: Known, symbol: str) -> tuple[ThroughRow, ...]:
    """Where a document is reflected through proposals that came from it, in the order of the links."""
    return _through(known, symbol)


def _through(known: Known, origin: str) -> tuple[ThroughRow, ...]:
    found = known.once("units by origin", lambda: _by_origin(known)).get(origin, ())
    return tuple(
        ThroughRow(
            document=link.act.target.document or "",
            unit=link.act.target.unit,
            through=key(link.act.body, link.act.proposal),
            author=link.act.author,
            cite=cite(known, link, link.act.author),
        )
        for link in found
    )


def _by_origin(known: Known) -> dict[str, tuple[Fact[LinkTrace], ...]]:
    """The key of a statement, or the symbol of a document → the links by which it is reflected elsewhere."""
    found: dict[str, dict[int, Fact[LinkTrace]]] = {}
    for link in known.proposals.tables.links.values():
        act = link.act
        if act.trace_kind == "reflected-in":
            for origin in origins(known, key(act.body, act.proposal)):
                if origin.document != act.target.document:
                    found.setdefault(origin.statement or origin.document or "", {})[link.entry] = link
    return {origin: tuple(links.values()) for origin, links in found.items()}

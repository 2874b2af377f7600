"""How words are shown: what stays, what was put and dropped and by whom, and what is still in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, Protocol

import msgspec

from accord.acts.facts import Fact
from accord.areas.documents import pages as documents
from accord.areas.documents.pages import normal_symbol
from accord.areas.negotiation import weave
from accord.areas.negotiation.acts import OpenDraft
from accord.areas.negotiation.brackets import brackets
from accord.areas.negotiation.merging import Credited
from accord.areas.negotiation.rows import RevisionRow, UnitRow
from accord.areas.negotiation.view import Negotiation
from accord.areas.negotiation.weave import Said
from accord.areas.parties.cite import Missing, PartyCode


class Known(documents.Known, Protocol):
    """What these pages are asked of."""

    negotiation: Negotiation


PieceKind = Literal["keep", "put", "drop", "bracket"]


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stay, were put or dropped, or stand in a bracket, and whose that is."""

    text: str
    kind: PieceKind
    by: tuple[PartyCode, ...] = ()


def negotiated(known: Known, draft: str) -> Fact[OpenDraft]:
    """A draft, by the symbol under which it was tabled or that of one of its revisions.

    Raises:
        Missing: no such draft.
    """
    symbol = normal_symbol(draft)
    drafts = known.negotiation.tables.drafts
    if symbol in drafts:
        return drafts[symbol]
    for name, revisions in known.negotiation.tables.revisions.items():
        if any(revision.document == symbol for revision in revisions):
            return drafts[name]
    raise Missing("draft", draft)


def rows(known: Known, draft: str) -> dict[str, UnitRow]:
    """The units of a draft."""
    return known.negotiation.tables.units.get(draft, {})


def revisions(known: Known, draft: str) -> tuple[RevisionRow, ...]:
    """The revisions of a draft: the n-th made its n-th state."""
    return known.negotiation.tables.revisions.get(draft, ())


def state_named(known: Known, draft: str, name: str, otherwise: int) -> int:
    """The number of a state, by that number or by the symbol of its revision; `otherwise` for an empty name.

    Raises:
        Missing: the draft has no such state.
    """
    issued = revisions(known, draft)
    if not name:
        return otherwise
    if name.isascii() and name.isdigit() and len(name) < 7 and int(name) <= len(issued):
        return int(name)
    symbol = normal_symbol(name)
    if symbol == draft:
        return 0
    for number, revision in enumerate(issued, 1):
        if revision.document == symbol:
            return number
    raise Missing("stage", name)


def whose(known: Known, draft: str, entries: Iterable[int]) -> tuple[str, ...]:
    """The parties whose words are: the author of the first text, the sponsors of the amendments."""
    tables = known.negotiation.tables
    proposed = tables.proposed.get(draft, {})
    found: list[str] = []
    for entry in entries:
        name = proposed.get(str(entry))
        if name is None:
            author = tables.drafts[draft].act.text_author
            found += [] if author is None else [author]
        else:
            row = tables.amendments[draft][name]
            found += row.holding() or row.act.sponsors
    return tuple(dict.fromkeys(found))


def compared(known: Known, draft: str, unit: str, earlier: int, later: int) -> tuple[Piece, ...]:
    """What differs in a unit between two states, with whose each change is."""
    row = rows(known, draft)[unit]
    was, now = row.stands(earlier), row.stands(later)
    if was and now:
        found = weave.between(known.negotiation.weave(draft, unit), earlier, later)
    elif now:
        found = tuple(weave.Piece(said.text, "put", said.by) for said in said_at(known, draft, unit, later))
    else:
        found = (weave.Piece(row.at(earlier).text, "drop", row.gone_by),)
    return tuple(Piece(text=one.text, kind=one.kind, by=whose(known, draft, one.by)) for one in found)


def said_at(known: Known, draft: str, unit: str, state: int) -> tuple[Said, ...]:
    """The text of a unit in a state, every character with the entries whose it is."""
    out: list[Said] = []
    for run in known.negotiation.weave(draft, unit):
        if run.stands(state):
            if out and out[-1].by == run.by:
                out[-1] = Said(out[-1].text + run.text, run.by)
            else:
                out.append(Said(run.text, run.by))
    return tuple(out)


def credit_at(said: Iterable[Said], place: int) -> tuple[int, ...]:
    """Whose the character at a place is."""
    for one in said:
        if place < len(one.text):
            return one.by
        place -= len(one.text)
    return ()


def bracketed(known: Known, draft: str, unit: str, state: int) -> tuple[Piece, ...]:
    """The text of a unit in a state, its outer brackets apart, each with who put its opening sign."""
    text = rows(known, draft)[unit].at(state).text
    found = brackets(text, slash=known.negotiation.tables.drafts[draft].act.slash)
    said = said_at(known, draft, unit, state) if found else ()
    out: list[Piece] = []
    place = 0
    for one in found:
        if one.within is None:
            if place < one.start:
                out.append(Piece(text=text[place : one.start], kind="keep"))
            by = whose(known, draft, credit_at(said, one.start))
            out.append(Piece(text=text[one.start : one.end], kind="bracket", by=by))
            place = one.end
    return (*out, Piece(text=text[place:], kind="keep")) if place < len(text) else tuple(out)


def proposed(text: str, edits: Iterable[Credited], by: tuple[str, ...]) -> tuple[Piece, ...]:
    """A text with what edits would change in it, all of it one amendment's."""
    made = weave.between(weave.carry(weave.begin(text, ()), edits, 1), 0, 1)
    return tuple(Piece(text=one.text, kind=one.kind, by=() if one.kind == "keep" else by) for one in made)


def marked(text: str, edits: Iterable[Credited], names: Mapping[int, tuple[str, ...]]) -> tuple[Piece, ...]:
    """A text with what edits of several amendments would change in it, each change with whose it is."""
    made = weave.between(weave.carry(weave.begin(text, ()), edits, 1), 0, 1)
    return tuple(
        Piece(text=one.text, kind=one.kind, by=tuple(dict.fromkeys(name for n in one.by for name in names[n])))
        for one in made
    )

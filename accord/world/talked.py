"""What a party did in talks: speeches, drafts, amendments, positions, steps on the floor, votes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple, Protocol, TypeVar

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.documents.pages import SymbolText
from accord.areas.drafting.pages import Known as OfTexts
from accord.areas.negotiation.acts import PositionKind
from accord.areas.negotiation.amending import AmendmentState, state_of
from accord.areas.negotiation.pages import DraftRow, draft_row
from accord.areas.negotiation.pieces import Known as OfDrafts
from accord.areas.negotiation.rows import AmendmentRow
from accord.areas.parties.cite import Cite, Part, cite, cite_entry
from accord.areas.parties.rows import listed
from accord.areas.procedure.pages import Known as OfProcedure
from accord.areas.speakers.pages import SpeechRow, speech_row
from accord.world.floors import FloorStep, VoteCast, floor_step, steps_by, vote_cast, votes_by

R = TypeVar("R", bound=Part)


class Known(OfProcedure, OfTexts, OfDrafts, Protocol):
    """What pages of every area are asked of."""


class AmendmentOf(Part, frozen=True):
    """An amendment that a party sponsors, or did."""

    draft: SymbolText
    amendment: str
    amendment_state: AmendmentState
    units: tuple[str, ...]
    sponsorship_ended: bool
    cite: Cite


class PositionOn(Part, frozen=True):
    """A position of a party on a draft or on units of it."""

    draft: SymbolText
    kind: PositionKind
    units: tuple[str, ...]
    """None means all of the draft."""
    text: Text | None
    withdrawn: bool
    cite: Cite


class Sponsoring(NamedTuple):
    """A party's sponsorship of an amendment, from an entry on."""

    entry: int
    by: str | None
    draft: str
    left: bool
    row: AmendmentRow


class Talked(NamedTuple):
    """What a party did in talks, in one of the two voices."""

    speeches: Sequence[SpeechRow]
    drafts: Sequence[DraftRow]
    """Whose first text is its own."""
    amendments: Sequence[AmendmentOf]
    positions: Sequence[PositionOn]
    floor_steps: Sequence[FloorStep]
    votes_cast: Sequence[VoteCast]


def talked(known: Known, party: str, *, said: bool) -> Talked:
    """What a party did in talks: what is on record in its own voice, or the rest."""

    def rows(name: str, find: Callable[[Known], dict[str, list[Any]]], make: Callable[[Any], R]) -> Sequence[R]:
        found = known.once(f"{name} by party", lambda: find(known)).get(party, [])
        return listed([one for one in found if (one.by == _whose(one, party)) == said], make)

    return Talked(
        speeches=rows("speeches", _speeches, partial(speech_row, known)),
        drafts=rows("drafts", _drafts, partial(draft_row, known)),
        amendments=rows("amendments", _amendments, partial(_amendment, known, party)),
        positions=rows("positions", _positions, partial(_position, known)),
        floor_steps=rows("floor steps", steps_by, partial(floor_step, known, party=party)),
        votes_cast=rows("votes", votes_by, partial(vote_cast, known, party=party)),
    )


def _whose(one: Any, party: str) -> str:
    """Whose voice counts: of what is said on behalf of a group, that of the party that says it."""
    return str(one.act.party) if isinstance(one, Fact) and hasattr(one.act, "on_behalf_of") else party


def _by(facts: Sequence[Fact[Any]], *fields: str) -> dict[str, list[Any]]:
    """Party → the facts that name it in one of some fields."""
    found: dict[str, list[Any]] = {}
    for fact in facts:
        for party in dict.fromkeys(getattr(fact.act, field) for field in fields):
            if party is not None:
                found.setdefault(party, []).append(fact)
    return found


def _speeches(known: Known) -> dict[str, list[Any]]:
    facts = sorted(known.speakers.tables.speeches.values(), key=lambda fact: (fact.act.on, fact.first))
    return _by(facts, "party", "on_behalf_of")


def _drafts(known: Known) -> dict[str, list[Any]]:
    return _by(list(known.negotiation.tables.drafts.values()), "text_author")


def _positions(known: Known) -> dict[str, list[Any]]:
    every = known.negotiation.tables.positions.values()
    return _by([fact for of_draft in every for fact in of_draft.values()], "party", "on_behalf_of")


def _amendments(known: Known) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for draft, rows in known.negotiation.tables.amendments.items():
        for row in rows.values():
            for one in row.sponsors:
                entry = None if one.entry == row.entry else known.read(one.entry)
                by = row.by if one.entry == row.entry else None if entry is None else entry.by
                given = Sponsoring(one.entry, by, draft, one.ended is not None, row)
                found.setdefault(one.party, []).append(given)
    return found


def _amendment(known: Known, party: str, given: Sponsoring) -> AmendmentOf:
    row = given.row
    if given.entry == row.entry:
        cited = cite(known, Fact(row.entry, row.by, row.act), party)
    else:
        cited = cite_entry(known, given.entry, party)
    return AmendmentOf(
        draft=given.draft,
        amendment=row.act.amendment,
        amendment_state=state_of(row),
        units=tuple(change.unit for change in row.act.changes),
        sponsorship_ended=given.left,
        cite=cited,
    )


def _position(known: Known, fact: Fact[Any]) -> PositionOn:
    act = fact.act
    withdrawn = known.negotiation.tables.withdrawn_positions.get(act.draft, {})
    return PositionOn(
        draft=act.draft,
        kind=act.kind,
        units=act.units,
        text=act.text,
        withdrawn=act.position in withdrawn,
        cite=cite(known, fact, act.party),
    )

"""What is still in brackets: how much, whose, where; signs without a partner; and what was settled when."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.areas.documents.pages import SymbolText
from accord.areas.negotiation.brackets import brackets, unbalanced
from accord.areas.negotiation.changes import SettleBracket, Settled
from accord.areas.negotiation.numbering import numbers
from accord.areas.negotiation.pieces import Known, credit_at, negotiated, rows, said_at, state_named, whose
from accord.areas.negotiation.revising import in_order
from accord.areas.parties.cite import Cite, EntryIndex, Page, Part, PartyCode, cite_entry, head


class BracketRow(Part, frozen=True):
    """A bracket that stands: where, how deep, among how many alternatives, and who put it."""

    unit: str
    number: str
    text: str
    depth: int
    """1 for a bracket that stands in no other."""
    alternatives: int
    """Those of one place: parted by strokes within it, or brackets side by side; 1 where there is no other."""
    whose: tuple[PartyCode, ...]
    """Who put its opening sign; nobody in particular where the first text has no author."""
    entries: tuple[EntryIndex, ...]


class BracketsOf(Part, frozen=True):
    """How many of the brackets a party put."""

    party: PartyCode
    brackets: int


class BracketFinding(Part, frozen=True):
    """A bracket sign that is no bracket, at a code point of the unit's text."""

    unit: str
    number: str
    finding: Literal["not-closed", "not-opened", "too-deep"]
    at_character: int


class SettledRow(Part, frozen=True):
    """A bracket that was settled by an amendment of that kind."""

    unit: str
    amendment: str
    bracket_state: Settled
    stage: int
    """The state of the draft from which on."""
    cite: Cite


class BracketsPage(Page, frozen=True, tag="brackets"):
    """The brackets of a draft in a state, all or those of a party."""

    draft: SymbolText
    stage: int
    sponsor: PartyCode | None
    in_brackets: int
    """Brackets in all, nested ones too, whoever put them."""
    units_in_brackets: int
    by_party: tuple[BracketsOf, ...]
    brackets: tuple[BracketRow, ...]
    settled_brackets: tuple[SettledRow, ...]
    bracket_findings: tuple[BracketFinding, ...]


def brackets_page(
    known: Known, draft: str, sponsor: str = "", state: str = "", *, on: datetime.date | None = None
) -> BracketsPage:
    """The brackets of a draft; without a state, as it stands.

    Raises:
        Missing: no such draft or state.
    """
    name = negotiated(known, draft).act.draft
    shown = state_named(known, name, state, known.negotiation.state(name))
    units = rows(known, name)
    order = in_order(units, shown)
    printed = numbers(units, order)
    found = [row for unit in order for row in bracket_rows(known, name, unit, printed[unit], shown)]
    count: dict[str, int] = {}
    for row in found:
        for party in row.whose:
            count[party] = count.get(party, 0) + 1
    return BracketsPage(
        head=head(known, on),
        draft=name,
        stage=shown,
        sponsor=sponsor or None,
        in_brackets=len(found),
        units_in_brackets=len({row.unit for row in found}),
        by_party=tuple(BracketsOf(party=party, brackets=count[party]) for party in sorted(count)),
        brackets=tuple(row for row in found if not sponsor or sponsor in row.whose),
        settled_brackets=settled(known, name, shown),
        bracket_findings=tuple(
            BracketFinding(unit=unit, number=printed[unit], finding=one.kind, at_character=one.place)
            for unit in order
            for one in unbalanced(units[unit].at(shown).text)
        ),
    )


def bracket_rows(known: Known, draft: str, unit: str, number: str, state: int) -> list[BracketRow]:
    """The brackets of a unit."""
    row = rows(known, draft)[unit]
    text = row.at(state).text
    found = brackets(text, slash=known.negotiation.tables.drafts[draft].act.slash)
    if not found:
        return []
    said = said_at(known, draft, unit, state)
    side: dict[int, int] = {}
    for one in found:
        side[one.row] = side.get(one.row, 0) + 1
    out = []
    for one in found:
        entries = credit_at(said, one.start)
        out.append(
            BracketRow(
                unit=unit,
                number=number,
                text=text[one.start : one.end],
                depth=one.depth,
                alternatives=max(side[one.row], len(one.strokes) + 1),
                whose=whose(known, draft, entries),
                entries=entries,
            )
        )
    return out


def settled(known: Known, draft: str, state: int) -> tuple[SettledRow, ...]:
    """The brackets that amendments settled, up to a state, in the order in which they were proposed."""
    return tuple(
        SettledRow(
            unit=change.unit,
            amendment=name,
            bracket_state=change.settled,
            stage=row.merged,
            cite=cite_entry(known, row.entry, *row.act.sponsors),
        )
        for name, row in known.negotiation.tables.amendments.get(draft, {}).items()
        if row.merged is not None and row.merged <= state
        for change in row.act.changes
        if isinstance(change, SettleBracket)
    )

"""How drafts are asked about: all of them, one in any of its states, and one of its units with its history."""

from __future__ import annotations

import datetime

from accord.acts.facts import Fact
from accord.acts.values import Language
from accord.areas.documents.pages import SymbolText
from accord.areas.drafting.acts import UnitKind
from accord.areas.negotiation.acts import AdoptionMode, OpenDraft, TranslateUnit
from accord.areas.negotiation.brackets import brackets
from accord.areas.negotiation.numbering import numbers
from accord.areas.negotiation.pieces import (
    Known,
    Piece,
    bracketed,
    compared,
    negotiated,
    revisions,
    rows,
    said_at,
    state_named,
    whose,
)
from accord.areas.negotiation.revising import in_order
from accord.areas.negotiation.rows import UnitRow
from accord.areas.parties.cite import Cite, EntryIndex, Missing, Page, Part, PartyCode, cite, cite_entry, head

__all__ = ["Known"]


class DraftRow(Part, frozen=True):
    """A draft and how far it has come."""

    draft: SymbolText
    language: Language
    text_author: PartyCode | None
    facilitator: PartyCode | None
    revisions: int
    open_amendments: int
    in_brackets: int
    adoption_mode: AdoptionMode | None
    """`None` until it is adopted."""
    cite: Cite


class NegotiationsPage(Page, frozen=True, tag="negotiations"):
    """The documents that are negotiated."""

    negotiated: tuple[DraftRow, ...]


class StateRow(Part, frozen=True):
    """A state of a draft: as tabled, or after a revision."""

    stage: int
    document: SymbolText | None
    orally: bool
    """True of a revision that has no symbol."""
    merged: tuple[str, ...]
    """The amendments that it merged."""
    cite: Cite


class DraftUnitRow(Part, frozen=True):
    """A unit of a draft in a state."""

    unit: str
    number: str
    kind: UnitKind
    words: tuple[Piece, ...]
    alternative_to: str | None
    in_brackets: int
    open_amendments: int
    cite: Cite


class AdoptedDraft(Part, frozen=True):
    """How a draft was adopted; the mode only as the source says."""

    document: SymbolText | None
    adoption_mode: AdoptionMode
    orally_revised: bool
    """Whether the last revision was an oral one."""
    in_favour: int | None
    against: int | None
    abstaining: int | None
    adopted: datetime.date | None
    cite: Cite


class DraftPage(Page, frozen=True, tag="draft"):
    """A draft in one of its states, unit by unit; without a state, as it stands."""

    draft: SymbolText
    language: Language
    text_author: PartyCode | None
    facilitator: PartyCode | None
    stage: int
    in_brackets: int
    open_amendments: int
    agreed_amendments: int
    withdrawn_amendments: int
    fallen_amendments: int
    adopted_draft: AdoptedDraft | None
    draft_units: tuple[DraftUnitRow, ...]
    states: tuple[StateRow, ...]
    cite: Cite


class VersionRow(Part, frozen=True):
    """A text that a unit had, from a state of the draft on, against the one before."""

    stage: int
    document: SymbolText | None
    words: tuple[Piece, ...]
    hash: str
    entry: EntryIndex


class SaidRow(Part, frozen=True):
    """Characters of the text, and whose they are."""

    text: str
    whose: tuple[PartyCode, ...]
    entries: tuple[EntryIndex, ...]


class TranslationRow(Part, frozen=True):
    """A unit in another language."""

    language: Language
    text: str
    stale: bool
    """The text that it was made from is not the one that stands."""
    cite: Cite


class DraftUnitPage(Page, frozen=True, tag="draft-unit"):
    """A unit of a draft: its text, every character attributed, all its versions, translations and amendments."""

    draft: SymbolText
    language: Language
    unit: str
    number: str
    kind: UnitKind
    words: tuple[Piece, ...]
    gone: bool
    """It was deleted; its words are the last it had."""
    hash: str
    attribution: tuple[SaidRow, ...]
    unit_versions: tuple[VersionRow, ...]
    translations: tuple[TranslationRow, ...]
    amendments: tuple[str, ...]
    cite: Cite


def negotiations(known: Known, *, on: datetime.date | None = None) -> NegotiationsPage:
    """The documents that are negotiated, in the order in which that began."""
    facts = known.negotiation.tables.drafts.values()
    return NegotiationsPage(head=head(known, on), negotiated=tuple(draft_row(known, fact) for fact in facts))


def draft_row(known: Known, fact: Fact[OpenDraft]) -> DraftRow:
    """A draft and how far it has come."""
    name, adopted = fact.act.draft, known.negotiation.tables.adoptions.get(fact.act.draft)
    state = known.negotiation.state(name)
    standing = [row for row in rows(known, name).values() if row.stands(state)]
    return DraftRow(
        draft=name,
        language=fact.act.language,
        text_author=fact.act.text_author,
        facilitator=fact.act.facilitator,
        revisions=state,
        open_amendments=sum(row.open for row in known.negotiation.tables.amendments.get(name, {}).values()),
        in_brackets=sum(still_in_brackets(known, name, row, state) for row in standing),
        adoption_mode=None if adopted is None else adopted.act.mode,
        cite=cite(known, fact, fact.act.text_author),
    )


def still_in_brackets(known: Known, draft: str, row: UnitRow, state: int) -> int:
    """How many brackets the text of a unit has in a state, nested ones too."""
    text = row.at(state).text
    slash = known.negotiation.tables.drafts[draft].act.slash
    return len(brackets(text, slash=slash)) if "[" in text or "［" in text else 0


def draft(known: Known, draft: str, state: str = "", *, on: datetime.date | None = None) -> DraftPage:
    """A draft in one of its states: a number, or the symbol of a revision.

    Raises:
        Missing: no such draft or state.
    """
    fact = negotiated(known, draft)
    name = fact.act.draft
    shown = state_named(known, name, state, known.negotiation.state(name))
    units = rows(known, name)
    order = in_order(units, shown)
    printed = numbers(units, order)
    amendments = known.negotiation.tables.amendments.get(name, {})
    listed = tuple(unit_row(known, name, unit, printed[unit], shown) for unit in order)
    return DraftPage(
        head=head(known, on),
        draft=name,
        language=fact.act.language,
        text_author=fact.act.text_author,
        facilitator=fact.act.facilitator,
        stage=shown,
        in_brackets=sum(row.in_brackets for row in listed),
        open_amendments=sum(row.open for row in amendments.values()),
        agreed_amendments=sum(row.merged is not None for row in amendments.values()),
        withdrawn_amendments=sum(row.withdrawn is not None for row in amendments.values()),
        fallen_amendments=sum(row.fallen is not None for row in amendments.values()),
        adopted_draft=adopted_draft(known, name),
        draft_units=listed,
        states=states(known, fact),
        cite=cite(known, fact, fact.act.text_author),
    )


def unit_row(known: Known, draft: str, unit: str, number: str, state: int) -> DraftUnitRow:
    """A unit of a draft in a state."""
    tables = known.negotiation.tables
    row = tables.units[draft][unit]
    rows_of = tables.amendments.get(draft, {})
    return DraftUnitRow(
        unit=unit,
        number=number,
        kind=row.kind,
        words=bracketed(known, draft, unit, state),
        alternative_to=row.alternative_to,
        in_brackets=still_in_brackets(known, draft, row, state),
        open_amendments=sum(rows_of[name].open for name in tables.touched.get(draft, {}).get(unit, ())),
        cite=cite_entry(known, row.at(state).entry, *whose(known, draft, row.by)),
    )


def states(known: Known, fact: Fact[OpenDraft]) -> tuple[StateRow, ...]:
    """The states of a draft, from the one as tabled on."""
    name = fact.act.draft
    first = StateRow(stage=0, document=name, orally=False, merged=(), cite=cite(known, fact, fact.act.text_author))
    return (
        first,
        *(
            StateRow(
                stage=number,
                document=row.document,
                orally=row.document is None,
                merged=row.merged,
                cite=cite_entry(known, row.entry, fact.act.facilitator),
            )
            for number, row in enumerate(revisions(known, name), 1)
        ),
    )


def adopted_draft(known: Known, draft: str) -> AdoptedDraft | None:
    """How a draft was adopted, if it is."""
    fact = known.negotiation.tables.adoptions.get(draft)
    if fact is None:
        return None
    act, revised = fact.act, revisions(known, draft)
    return AdoptedDraft(
        document=act.document,
        adoption_mode=act.mode,
        orally_revised=bool(revised) and revised[-1].document is None,
        in_favour=act.in_favour,
        against=act.against,
        abstaining=act.abstaining,
        adopted=act.on,
        cite=cite(known, fact),
    )


def draft_unit(known: Known, draft: str, unit: str, *, on: datetime.date | None = None) -> DraftUnitPage:
    """A unit of a draft through all its states.

    Raises:
        Missing: no such draft or unit.
    """
    fact = negotiated(known, draft)
    name = fact.act.draft
    units = rows(known, name)
    row = units.get(unit)
    if row is None:
        raise Missing("unit", f"{draft} {unit}")
    state = known.negotiation.state(name)
    last = row.current.state
    issued = revisions(known, name)
    return DraftUnitPage(
        head=head(known, on),
        draft=name,
        language=fact.act.language,
        unit=unit,
        number=numbers(units, in_order(units, last if row.until is not None else state)).get(unit, row.number),
        kind=row.kind,
        words=bracketed(known, name, unit, last),
        gone=row.until is not None,
        hash=row.current.hash,
        attribution=tuple(
            SaidRow(text=said.text, whose=whose(known, name, said.by), entries=said.by)
            for said in said_at(known, name, unit, last)
        ),
        unit_versions=tuple(
            VersionRow(
                stage=version.state,
                document=name if version.state == 0 else issued[version.state - 1].document,
                words=compared(known, name, unit, row.versions[max(number - 1, 0)].state, version.state),
                hash=version.hash,
                entry=version.entry,
            )
            for number, version in enumerate(row.versions)
        ),
        translations=tuple(
            translation_row(known, row, translated)
            for translated in known.negotiation.tables.translations.get(name, {}).values()
            if translated.act.unit == unit
        ),
        amendments=known.negotiation.tables.touched.get(name, {}).get(unit, ()),
        cite=cite_entry(known, row.entry, *whose(known, name, row.by)),
    )


def translation_row(known: Known, row: UnitRow, fact: Fact[TranslateUnit]) -> TranslationRow:
    """A unit in another language, and whether the text that it was made from still stands."""
    act = fact.act
    return TranslationRow(
        language=act.language, text=act.text, stale=act.of_text != row.current.hash, cite=cite(known, fact)
    )

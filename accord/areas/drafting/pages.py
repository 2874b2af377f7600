"""How texts are asked about: the units of a document with the records behind their words, and adoption."""

from __future__ import annotations

import datetime
from typing import Any, Literal, Protocol

from accord.acts.facts import Fact
from accord.acts.values import Language
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.pages import SymbolText, normal_symbol, registered
from accord.areas.drafting.acts import RecordUnit, Slot, UnitKind
from accord.areas.drafting.view import Drafting
from accord.areas.meetings import pages as meetings
from accord.areas.parties.cite import Cite, Correction, EntryIndex, Missing, Page, Part, cite, head, history


class Known(meetings.Known, Protocol):
    """What these pages are asked of."""

    drafting: Drafting


class Consideration(Part, frozen=True):
    """The body considered its report on these days (A/68/514 ¶51)."""

    document: SymbolText
    agenda_item: int | None
    days: tuple[datetime.date, ...]
    cite: Cite


class Adoption(Part, frozen=True):
    """The body adopted its report, as contained in drafts (¶52); the mode only as the source says."""

    document: SymbolText
    drafts: tuple[SymbolText, ...]
    adopted: datetime.date
    orally_revised: bool
    mode: Literal["consensus", "without-a-vote", "vote", "unknown"]
    cite: Cite


class AdoptionPage(Page, frozen=True, tag="adoption"):
    """How a body came to its report. `None`: not recorded."""

    body: BodyCode
    consideration: Consideration | None
    adoption: Adoption | None


class UnitRow(Part, frozen=True):
    """A unit of a document's text, its slots shown by the records they stand for."""

    unit: str
    kind: UnitKind
    number: str
    text: str
    bound: int
    """How many slots are bound to records."""
    cite: Cite


class UnitsPage(Page, frozen=True, tag="units"):
    """The text of a document as recorded, unit by unit."""

    document: SymbolText
    language: Language | None
    languages: tuple[Language, ...]
    units: tuple[UnitRow, ...]


class PieceRow(Part, frozen=True):
    """A piece of a unit: the document's words, or a slot and the entry of the record that fills it."""

    words: str | None
    of: str | None = None
    key: str | None = None
    part: str | None = None
    form: str | None = None
    entry: EntryIndex | None = None
    """`None` for words, and for a slot whose record is not there."""


class UnitPage(Page, frozen=True, tag="unit"):
    """One unit of a text, with its sources."""

    document: SymbolText
    unit: str
    language: Language
    kind: UnitKind
    number: str
    pieces: tuple[PieceRow, ...]
    cite: Cite
    history: tuple[Correction, ...]


def adoption(known: Known, body: str = "", *, on: datetime.date | None = None) -> AdoptionPage:
    """How a body came to its report."""
    name = established(known, body).act.body
    considered = known.drafting.tables.considerations.get(name)
    adopted = known.drafting.tables.adoptions.get(name)
    return AdoptionPage(
        head=head(known, on),
        body=name,
        consideration=None
        if considered is None
        else Consideration(
            document=considered.act.document,
            agenda_item=considered.act.agenda_item,
            days=considered.act.days,
            cite=cite(known, considered),
        ),
        adoption=None
        if adopted is None
        else Adoption(
            document=adopted.act.document,
            drafts=adopted.act.drafts,
            adopted=adopted.act.on,
            orally_revised=adopted.act.orally_revised,
            mode=adopted.act.mode,
            cite=cite(known, adopted),
        ),
    )


def languages(known: Known, document: str) -> tuple[Language, ...]:
    """The languages in which units of a document are recorded, in that order."""
    units = known.drafting.tables.units.get(document, {}).values()
    return tuple(dict.fromkeys(fact.act.language for fact in units))


def units(known: Known, document: str, language: str = "", *, on: datetime.date | None = None) -> UnitsPage:
    """The text of a document as recorded; without a language, in the first one recorded.

    Raises:
        Missing: no such document, or nothing of it in that language.
    """
    symbol = registered(known, document).act.symbol
    recorded = languages(known, symbol)
    if language and language not in recorded:
        raise Missing("language", language)
    chosen = next((one for one in recorded if one == language), recorded[0] if recorded else None)
    rows = () if chosen is None else tuple(unit_row(known, fact) for fact in known.drafting.units(symbol, chosen))
    return UnitsPage(head=head(known, on), document=symbol, language=chosen, languages=recorded, units=rows)


def unit_row(known: Known, fact: Fact[RecordUnit]) -> UnitRow:
    """A unit, its slots as `{register:key:part}`."""
    act = fact.act
    shown = (f"{{{p.of}:{p.key or ''}:{p.part}}}" if isinstance(p, Slot) else p for p in act.pieces)
    return UnitRow(
        unit=act.unit,
        kind=act.kind,
        number=act.number,
        text="".join(shown),
        bound=sum(isinstance(p, Slot) for p in act.pieces),
        cite=cite(known, fact),
    )


def unit(known: Known, document: str, unit: str, language: str = "", *, on: datetime.date | None = None) -> UnitPage:
    """One unit of a text with its sources; without a language, in the first one recorded.

    Raises:
        Missing: no such document or unit.
    """
    symbol = normal_symbol(document)
    found = known.drafting.tables.units.get(symbol, {})
    for choice in (language,) if language else languages(known, symbol):
        fact = found.get(f"{choice}/{unit}")
        if fact is not None:
            act = fact.act
            return UnitPage(
                head=head(known, on),
                document=symbol,
                unit=unit,
                language=act.language,
                kind=act.kind,
                number=act.number,
                pieces=tuple(piece_row(known, piece) for piece in act.pieces),
                cite=cite(known, fact),
                history=history(known, fact),
            )
    raise Missing("unit", f"{document} {unit}")


def piece_row(known: Known, piece: str | Slot) -> PieceRow:
    """A piece of a unit."""
    if isinstance(piece, str):
        return PieceRow(words=piece)
    entry = bound_entry(known, piece)
    return PieceRow(words=None, of=piece.of, key=piece.key, part=piece.part, form=piece.form, entry=entry)


def bound_entry(known: Known, slot: Slot) -> int | None:
    """The entry of the record that fills a slot. Keys are those of the views' tables; `body/office` for officers."""
    key = slot.key or ""
    outer, _, inner = key.partition("/")
    bodies, documents, drafting = known.bodies.tables, known.documents.tables, known.drafting.tables
    found: Fact[Any] | None
    match slot.of:
        case "body":
            found = bodies.bodies.get(key)
        case "service":
            found = bodies.services.get(key)
        case "agenda":
            found = bodies.agendas.get(outer)
        case "modalities":
            found = bodies.modalities.get(key)
        case "officer":
            found = bodies.officers.get(outer, {}).get(inner)
        case "friend":
            found = bodies.friends.get(outer, {}).get(inner)
        case "document":
            found = documents.documents.get(key)
        case "version":
            symbol, _, language = key.rpartition("/")
            found = documents.versions.get(symbol, {}).get(language)
        case "party":
            found = known.parties.tables.parties.get(key)
        case "consideration":
            found = drafting.considerations.get(key)
        case "adoption":
            found = drafting.adoptions.get(key)
        case _:
            found = known.meetings.register(slot.of).get(key)
    return None if found is None else found.entry

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
from accord.areas.meetings.view import in_order
from accord.areas.parties.cite import Cite, Correction, EntryIndex, Missing, Page, Part, cite, head, history
from accord.areas.proposals import known as proposals


class Known(proposals.Known, Protocol):
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
    """A piece of a unit: the document's words, or a slot and the entries of the records behind it."""

    words: str | None
    of: str | None = None
    names: str | None = None
    """The record within the register; `None` means all of it, or the only one."""
    part: str | None = None
    form: str | None = None
    entries: tuple[EntryIndex, ...] = ()
    """Empty for words, and for a slot whose record is not there."""


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
                pieces=tuple(piece_row(known, symbol, piece, act.language) for piece in act.pieces),
                cite=cite(known, fact),
                history=history(known, fact),
            )
    raise Missing("unit", f"{document} {unit}")


def piece_row(known: Known, document: str, piece: str | Slot, language: Language) -> PieceRow:
    """A piece of a unit in a language."""
    if isinstance(piece, str):
        return PieceRow(words=piece)
    entries = tuple(fact.entry for fact in bound(known, document, piece, language))
    return PieceRow(words=None, of=piece.of, names=piece.key, part=piece.part, form=piece.form, entries=entries)


def bound(known: Known, document: str, slot: Slot, language: Language) -> list[Fact[Any]]:
    """The records behind a slot of a document's text: the one its key names, or all of its register.

    The body meant is the document's own; keys name records within it. A footnote is a unit of the same language.
    """
    body = registered(known, document).act.body or ""
    bodies, documents, drafting = known.bodies.tables, known.documents.tables, known.drafting.tables
    single: dict[str, dict[str, Fact[Any]]] = {
        "body": dict(bodies.bodies),
        "service": dict(bodies.services),
        "agenda": dict(bodies.agendas),
        "modalities": dict(bodies.modalities),
        "consideration": dict(drafting.considerations),
        "adoption": dict(drafting.adoptions),
    }
    if slot.of in single:
        fact = single[slot.of].get(body)
        return [] if fact is None else [fact]
    tables: dict[str, dict[str, Fact[Any]]] = {
        "officer": dict(bodies.officers.get(body, {})),
        "friend": dict(bodies.friends.get(body, {})),
        "document": {symbol: f for symbol, f in documents.documents.items() if slot.key or f.act.body == body},
        "version": dict(documents.versions.get(document, {})),
        "party": dict(known.parties.tables.parties),
        "unit": {fact.act.unit: fact for fact in known.drafting.units(document, language)},
    }
    if slot.of in tables:
        return [f for key, f in tables[slot.of].items() if slot.key in (None, key)]
    found = in_order(known.meetings.register(slot.of), body)
    name = (slot.key or "").partition("/")[0]
    return [f for f in found if not name or name in _names(f.act)]


def _names(act: Any) -> tuple[Any, ...]:
    """The names under which a text speaks of a record of a meeting: its label, its kind, its occasion."""
    labels = ("meeting", "panel", "statement", "introduction", "submitter", "theme", "kind", "occasion")
    return tuple(getattr(act, label, None) for label in labels)

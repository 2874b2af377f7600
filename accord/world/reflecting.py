"""Where a document is found again: the revision that takes its place, and the units of texts that speak of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accord.acts import symbols
from accord.acts.facts import Fact
from accord.acts.values import Language
from accord.areas.documents.pages import SymbolText
from accord.areas.drafting.acts import RecordUnit, Register, Slot
from accord.areas.drafting.pages import Known
from accord.areas.parties.cite import Cite, Part, cite


class Reflection(Part, frozen=True):
    """A unit of a report whose words stand on a record of this document."""

    document: SymbolText
    unit: str
    number: str
    language: Language
    of: Register
    """The register through which the text speaks of it: the document itself, its introduction, ..."""
    cite: Cite


def replaces(symbol: str) -> str | None:
    """Of a revision, the version whose place it takes, by the grammar of symbols.

    >>> replaces("A/AC.281/L.1/Rev.1"), replaces("A/AC.281/L.1")
    ('A/AC.281/L.1', None)
    """
    return symbols.parse(symbol).replaces


def superseded_by(known: Known, symbol: str) -> str | None:
    """The revision in the register that takes the place of a document, by the grammar of symbols."""
    base = symbols.parse(symbol).base
    kin = (fact.act.symbol for fact in known.document_lookups.by_base[base])
    return next((other for other in kin if symbols.parse(other).replaces == symbol), None)


def reflected(known: Known, fact: Fact[Any]) -> tuple[Reflection, ...]:
    """The units of the body's texts whose words stand on a record of this document, in the order of the texts."""
    symbol, body = fact.act.symbol, fact.act.body
    register = known.documents.tables.documents
    names = frozenset(_introduced_as(known, symbol))
    found: list[Reflection] = []
    for document, units in known.drafting.tables.units.items():
        if document == symbol or register[document].act.body != body:
            continue
        through = _Through(known, symbol, body, names)
        listing: dict[tuple[str, str], bool] = {}
        for pattern in known.drafting.tables.patterns.get(document, {}).values():
            if pattern.act.of == "document":
                listing[pattern.act.under, pattern.act.language] = True
        for unit in sorted(units.values(), key=lambda f: (f.act.language, f.act.place, f.entry)):
            ways = dict.fromkeys(through.ways(unit.act))
            if listing.get((unit.act.unit, unit.act.language)) and fact.act.place is not None:
                ways.setdefault("document")
            found += [
                Reflection(
                    document=document,
                    unit=unit.act.unit,
                    number=unit.act.number,
                    language=unit.act.language,
                    of=way,
                    cite=cite(known, unit),
                )
                for way in ways
            ]
    return tuple(found)


def speaking_of(known: Known, body: str, of: Register, key: str) -> tuple[Reflection, ...]:
    """The units of the body's texts whose words stand on one record of a register, in the order of the texts.

    A slot without a key, and a pattern under a unit, speak of every record of their register.
    """
    register = known.documents.tables.documents
    found: list[Reflection] = []
    for document, units in known.drafting.tables.units.items():
        if register[document].act.body != body:
            continue
        patterns = known.drafting.tables.patterns.get(document, {}).values()
        under = {(p.act.under, p.act.language) for p in patterns if p.act.of == of and p.act.only in (None, key)}
        for unit in sorted(units.values(), key=lambda f: (f.act.language, f.act.place, f.entry)):
            act = unit.act
            slots = (piece for piece in act.pieces if isinstance(piece, Slot) and piece.of == of)
            if (act.unit, act.language) in under or any(
                slot.key is None or slot.key.partition("/")[0] == key for slot in slots
            ):
                found.append(
                    Reflection(
                        document=document,
                        unit=act.unit,
                        number=act.number,
                        language=act.language,
                        of=of,
                        cite=cite(known, unit),
                    )
                )
    return tuple(found)


def _introduced_as(known: Known, symbol: str) -> Iterator[str]:
    """The names under which a text can speak of the introductions of a document."""
    for fact in known.meeting_lookups.by_document[symbol]:
        yield fact.act.introduction


class _Through:
    """Tells through which registers a unit of a text speaks of a document."""

    def __init__(self, known: Known, symbol: str, body: str | None, introductions: frozenset[str]) -> None:
        adopted = known.drafting.tables.adoptions.get(body or "")
        considered = known.drafting.tables.considerations.get(body or "")
        agenda = known.bodies.tables.agendas.get(body or "")
        self.symbol = symbol
        self.introductions = introductions
        self.whole: set[Register] = set()
        """Registers of one record that speaks of the document."""
        if adopted is not None and symbol in adopted.act.drafts:
            self.whole.add("adoption")
        if considered is not None and symbol == considered.act.document:
            self.whole.add("consideration")
        if agenda is not None and symbol == agenda.act.document:
            self.whole.add("agenda")

    def ways(self, unit: RecordUnit) -> Iterator[Register]:
        """The registers, as often as the unit has slots."""
        for piece in unit.pieces:
            if not isinstance(piece, Slot):
                continue
            name = (piece.key or "").partition("/")[0]
            if (
                piece.of in self.whole
                or (piece.of == "document" and piece.key in (None, self.symbol))
                or (piece.of == "introduction" and self.introductions and (not name or name in self.introductions))
            ):
                yield piece.of

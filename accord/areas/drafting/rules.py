"""When an act about a text counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.rulings import insist
from accord.areas.bodies.rules import insist_body
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice

if TYPE_CHECKING:
    from accord.areas.drafting.view import Drafting


def unit_key(act: Any) -> str:
    """The key of a unit within its document: language and unit."""
    return f"{act.language}/{act.unit}"


def pattern_key(act: Any) -> str:
    """The key of a pattern within its document: language, place, register, and case or the one record."""
    return f"{act.language}/{act.under}/{act.of}/{act.case}/{act.only or ''}"


def may_record_unit(entry: Entry[Any], view: Drafting) -> None:
    """The document is registered; the party that a footnote is about is known."""
    act = entry.act
    insist(act.document in view.documents.tables.documents, "unknown-document")
    insist_parties(view.parties, act.about)
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.units.get(act.document, {}).get(unit_key(act)))


def may_record_pattern(entry: Entry[Any], view: Drafting) -> None:
    """The unit under which the list stands is recorded."""
    act = entry.act
    insist(f"{act.language}/{act.under}" in view.tables.units.get(act.document, {}), "unknown-unit")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.patterns.get(act.document, {}).get(pattern_key(act)))


def struck_key(act: Any) -> str:
    """The key of the pattern that is struck."""
    return f"{act.language}/{act.unit}/{act.of}/{act.case}/{act.only or ''}"


def may_strike_text(entry: Entry[Any], view: Drafting) -> None:
    """The text stands; the one who recorded it or the secretariat strikes it, a unit only without patterns under it."""
    act = entry.act
    patterns = view.tables.patterns.get(act.document, {})
    if act.of is None:
        current: Any = view.tables.units.get(act.document, {}).get(unit_key(act))
        insist(not any(name.startswith(f"{act.language}/{act.unit}/") for name in patterns), "patterns-stand")
    else:
        current = patterns.get(struck_key(act))
    insist(current is not None, "no-such-record")
    insist_voice(entry, view.parties)
    insist(entry.by in (current.by, view.parties.secretariat), "not-the-recorder")


def may_consider(entry: Entry[Any], view: Drafting) -> None:
    """The report is registered; the agenda item, where the agenda is known, exists."""
    act = entry.act
    insist_body(view.bodies, act.body)
    insist(act.document in view.documents.tables.documents, "unknown-document")
    agenda = view.bodies.tables.agendas.get(act.body)
    if agenda is not None and act.agenda_item is not None:
        insist(act.agenda_item <= len(agenda.act.items), "no-such-item")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.considerations.get(act.body))


def may_adopt(entry: Entry[Any], view: Drafting) -> None:
    """Report and drafts are registered."""
    act = entry.act
    insist_body(view.bodies, act.body)
    for symbol in (act.document, *act.drafts):
        insist(symbol in view.documents.tables.documents, "unknown-document")
    insist_voice(entry, view.parties)
    insist_correction(entry, view.parties, view.tables.adoptions.get(act.body))

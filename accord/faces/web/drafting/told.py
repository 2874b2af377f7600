"""What an amendment or a revision that is not said yet would come to: tracked changes, and what clashes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from accord.acts.vocabulary import Act
from accord.areas.negotiation import weave
from accord.areas.negotiation.acts import ProposeAmendment, ProposeSubamendment, ReviseDraft
from accord.areas.negotiation.amending import ChangeRow, change_row
from accord.areas.negotiation.changes import AddUnit, Change, Rewording, changes_hash
from accord.areas.negotiation.edits import Put
from accord.areas.negotiation.pieces import Piece, rows, whose
from accord.areas.negotiation.revising import Clash, Outcome, in_order, merged
from accord.areas.negotiation.rows import AmendmentRow
from accord.areas.negotiation.subamending import amended_units
from accord.areas.negotiation.view import Negotiation
from accord.world.asked import Asked

UNSAID = 1 << 60
"""Stands for the entry of an act that has none yet: it comes after every other."""


class Meets(msgspec.Struct, frozen=True):
    """Two amendments that do not go together over a unit; `other` is empty where it is the draft as it stands."""

    unit: str
    one: str
    other: str
    words: str = ""
    """The words of the text that stands at which they meet, if it is words."""


class UnitTold(msgspec.Struct, frozen=True):
    """What a revision makes of a unit."""

    unit: str
    operation: str
    words: tuple[Piece, ...]
    after: str | None = None


def asked_for(known: Asked, draft: str, by: str, changes: Sequence[Change], amends: str = "") -> tuple[ChangeRow, ...]:
    """The changes of an amendment that is not said yet, as its page will show them; `amends`: of one to another."""
    sponsors = (by,) if by else ()
    act: ProposeAmendment | ProposeSubamendment
    if amends:
        amended = known.negotiation.tables.amendments[draft][amends].act
        act = ProposeSubamendment(
            draft=draft,
            amendment="A",
            amends=amends,
            to=changes_hash(amended.changes),
            changes=tuple(change for change in changes if isinstance(change, Rewording)),
            sponsors=sponsors,
        )
    else:
        act = ProposeAmendment(draft=draft, amendment="A", changes=tuple(changes), sponsors=sponsors)
    row = AmendmentRow(entry=UNSAID, by=by, act=act, sponsors=())
    return tuple(change_row(known, draft, row, change) for change in changes)


def asked_by(known: Asked, act: Act) -> tuple[ChangeRow, ...]:
    """The same of an act on its way; none of one that names a draft or texts that are not there."""
    negotiation: Negotiation = known.negotiation
    if not isinstance(act, ProposeAmendment | ProposeSubamendment) or act.draft not in negotiation.tables.drafts:
        return ()
    units, amends = rows(known, act.draft), ""
    if isinstance(act, ProposeSubamendment):
        amends = act.amends
        amended = negotiation.tables.amendments.get(act.draft, {}).get(amends)
        if amended is None or amended.amends is not None:
            return ()
        units = amended_units(amended, units, negotiation.tables.drafts[act.draft].act.slash)
    for change in act.changes:
        base = getattr(change, "base", None)
        if not isinstance(change, AddUnit) and change.unit not in units:
            return ()
        if base is not None and units[change.unit].named(base) is None:
            return ()
    return asked_for(known, act.draft, act.sponsors[0], act.changes, amends)


def language_of(known: Asked, act: Act) -> str | None:
    """The language of the draft that an act names, if it names one."""
    fact = known.negotiation.tables.drafts.get(getattr(act, "draft", ""))
    return None if fact is None else fact.act.language


def meets(negotiation: Negotiation, draft: str, changes: Sequence[Change], amends: str = "") -> tuple[Meets, ...]:
    """The open amendments with which changes that are not said yet do not go together: of the draft, or to another."""
    tables = negotiation.tables
    touched = tables.touched.get(draft, {})
    names = dict.fromkeys(name for change in changes for name in touched.get(change.unit, ()))
    units, slash = tables.units.get(draft, {}), tables.drafts[draft].act.slash
    found: dict[Meets, None] = {}
    for name in names:
        other = tables.amendments[draft][name]
        if not other.open or other.amends != (amends or None):
            continue
        if amends:
            amended = tables.amendments[draft][amends]
            both = {other.entry: other.act.changes, UNSAID: changes}
            outcome = merged(units, {amended.entry: amended.act.changes}, slash, {amended.entry: both})  # type: ignore[dict-item]
        else:
            outcome = merged(units, {other.entry: other.act.changes, UNSAID: changes}, slash)
        pairs = [clash for clash in outcome.clashes if clash.other is not None and clash.one != clash.other]
        found.update(dict.fromkeys(Meets(clash.unit, "", name) for clash in pairs))
    return tuple(found)


def clashes_of(negotiation: Negotiation, draft: str, found: Iterable[Clash]) -> tuple[Meets, ...]:
    """Clashes with the names of the amendments, and the words over which they are."""
    names = negotiation.tables.proposed.get(draft, {})
    units = negotiation.tables.units.get(draft, {})
    return tuple(
        Meets(
            unit=clash.unit,
            one=names.get(str(clash.one), ""),
            other="" if clash.other is None else names.get(str(clash.other), ""),
            words=""
            if clash.start is None or clash.other is None or clash.unit not in units
            else units[clash.unit].current.text[clash.start : clash.end],
        )
        for clash in found
    )


def come_to(known: Asked, draft: str, outcome: Outcome) -> tuple[UnitTold, ...]:
    """What amendments come to together, unit by unit, each change with its sponsors."""
    units = rows(known, draft)
    told = []
    for unit, edits in outcome.texts.items():
        made = weave.between(weave.carry(weave.begin(units[unit].current.text, ()), edits, 1), 0, 1)
        told.append(UnitTold(unit, "amend", tuple(_piece(known, draft, one) for one in made)))
    for unit, (entry, change) in outcome.added.items():
        runs = [(one.edit.text, one.by) for one in outcome.written.get(unit, ()) if isinstance(one.edit, Put)]
        runs = runs or [(change.text, (entry,))]
        words = tuple(Piece(text=text, kind="put", by=whose(known, draft, by)) for text, by in runs)
        told.append(UnitTold(unit, "add", words, change.after))
    for unit, entries in outcome.deleted.items():
        words = (Piece(text=units[unit].current.text, kind="drop", by=whose(known, draft, entries)),)
        told.append(UnitTold(unit, "delete", words))
    for unit, move in outcome.moved.items():
        told.append(UnitTold(unit, "move", (Piece(text=units[unit].current.text, kind="keep"),), move.after))
    places = {unit: place for place, unit in enumerate(in_order(units, known.negotiation.state(draft)))}
    return tuple(sorted(told, key=lambda one: places.get(one.after or one.unit, places.get(one.unit, -1))))


def revised_by(known: Asked, act: Act) -> tuple[UnitTold, ...]:
    """What a revision on its way makes of the draft; none where it merges what is not there or does not go together."""
    negotiation: Negotiation = known.negotiation
    if not isinstance(act, ReviseDraft) or act.draft not in negotiation.tables.drafts:
        return ()
    there = negotiation.tables.amendments.get(act.draft, {})
    if any(name not in there for name in act.merges):
        return ()
    outcome = negotiation.merged(act.draft, act.merges)
    return () if outcome.clashes else come_to(known, act.draft, outcome)


def _piece(known: Asked, draft: str, one: weave.Piece) -> Piece:
    by = () if one.kind == "keep" else whose(known, draft, one.by)
    return Piece(text=one.text, kind=one.kind, by=by)

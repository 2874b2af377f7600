"""From amendments to the next state of a draft: the same whatever the order in which they are named.

Every amendment is first brought to the text that stands (`merging.rebase`), and then all are merged at once. They
clash over a unit when their edits collide, when one deletes what another amends or moves, or when two move it to
different places; and an amendment clashes with the revisions since when its text cannot be brought forward.
The order of units does not depend on the order of merging either: a unit that was added or moved hangs on the one
it stands after, several on one by the order in which they were proposed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec
from msgspec.structs import replace

from accord.areas.negotiation.changes import AddUnit, Change, DeleteUnit, MoveUnit, Rewording
from accord.areas.negotiation.edits import Change as Spot
from accord.areas.negotiation.edits import Edits, Keep, apply, changes
from accord.areas.negotiation.merging import Collides, Credited, collisions, merge_credited, plain, rebase
from accord.areas.negotiation.rows import Place, UnitRow, Version
from accord.areas.negotiation.settling import edits_of
from accord.areas.negotiation.subamending import reworded, text_made, words_of, written
from accord.areas.negotiation.text import digest

Units = Mapping[str, UnitRow]
Words = dict[Spot, tuple[Credited, ...]]
"""The words that changes put, each with whose they are."""
Others = Mapping[int, Mapping[int, Sequence[Rewording]]]
"""By the entry of an amendment the changes of its sub-amendments, by theirs."""
_NONE: Others = {}


class Clash(msgspec.Struct, frozen=True, gc=False):
    """Two amendments that do not go together over a unit; `other` is `None` where it is the draft as it stands."""

    unit: str
    one: int
    other: int | None
    start: int | None = None
    end: int | None = None
    """The place in the text that stands, where it is one of words; in the text amended, where that is no longer it."""


class Moved(msgspec.Struct, frozen=True, gc=False):
    """A unit is to stand after another."""

    entry: int
    after: str | None


class Outcome(msgspec.Struct, gc=False):
    """What amendments come to: the edits of each unit, units added, deleted and moved; or why they do not."""

    texts: dict[str, tuple[Credited, ...]] = {}
    added: dict[str, tuple[int, AddUnit]] = {}
    written: dict[str, tuple[Credited, ...]] = {}
    """Of added units with words of sub-amendments: the words that are put, each with whose they are."""
    deleted: dict[str, tuple[int, ...]] = {}
    moved: dict[str, Moved] = {}
    clashes: tuple[Clash, ...] = ()


def brought_forward(row: UnitRow, change: Rewording, slash: bool) -> Edits:
    """The edits of a change, as edits of the text that stands.

    Raises:
        Collides: the revisions since want something else of the same place.
    """
    number = row.named(change.base)
    assert number is not None, "a rule has insisted that the unit had that text"
    edits = edits_of(change, row.versions[number].text, slash)
    assert edits is not None, "a rule has insisted that the bracket is there"
    return edits if row.versions[number] is row.current else rebase(edits, row.since_version(number))


def forward_with(
    row: UnitRow, change: Rewording, slash: bool, entry: int, others: Mapping[int, Edits]
) -> tuple[Edits, Words]:
    """The same of a change with the sub-amendments of it: edits of the text that stands, and whose their words are.

    Raises:
        Collides: two of them collide, or the revisions since want something else of the same place.
    """
    number = row.named(change.base)
    assert number is not None, "a rule has insisted that the unit had that text"
    text = row.versions[number].text
    made = reworded(edits_of(change, text, slash) or (), text, entry, others)
    edits, words = plain(made), words_of(made)
    if row.versions[number] is row.current:
        return edits, words
    since = row.since_version(number)
    later = rebase(edits, since)
    # What the revisions did too is done already; the rest of the words are the same, in the same order.
    left = [said for spot, said in words.items() if spot not in changes(since)]
    return later, dict(zip((spot for spot in changes(later) if spot.text), left, strict=True))


def merged(units: Units, amendments: Mapping[int, Sequence[Change]], slash: bool, others: Others = _NONE) -> Outcome:
    """What amendments, by their entries, come to together, each with those of its sub-amendments that are given."""
    texts: dict[str, dict[int, Edits]] = {}
    words: dict[str, dict[int, Words]] = {}
    deleted: dict[str, list[int]] = {}
    moved: dict[str, list[Moved]] = {}
    outcome = Outcome()
    clashes: list[Clash] = []
    for entry in sorted(amendments):
        for change in amendments[entry]:
            row = units.get(change.unit)
            own = _of_unit(change, units, slash, others.get(entry, {}))
            if own and (found := collisions(own)):
                clashes += [Clash(change.unit, c.one, c.other) for c in found]
                own = {}
            if isinstance(change, AddUnit):
                if own:
                    outcome.written[change.unit] = written(change.text, entry, own)
                    change = replace(change, text=apply(plain(outcome.written[change.unit]), ""))
                outcome.added[change.unit] = (entry, change)
            elif row is None or row.until is not None:
                # Deleting what is deleted is done already.
                clashes += [] if isinstance(change, DeleteUnit) else [Clash(change.unit, entry, None)]
            elif isinstance(change, DeleteUnit):
                deleted.setdefault(change.unit, []).append(entry)
                if row.current.hash != change.base or row.places[-1].entry > entry:
                    clashes.append(Clash(change.unit, entry, None))
            elif isinstance(change, MoveUnit):
                moved.setdefault(change.unit, []).append(Moved(entry, change.after))
                if row.places[-1].entry > entry and row.places[-1].after != change.after:
                    clashes.append(Clash(change.unit, entry, None))
            else:
                try:
                    if own:
                        edits, said = forward_with(row, change, slash, entry, own)
                        words.setdefault(change.unit, {})[entry] = said
                    else:
                        edits = brought_forward(row, change, slash)
                    texts.setdefault(change.unit, {})[entry] = edits
                except Collides as error:
                    first = error.found[0]
                    clashes.append(Clash(change.unit, entry, None, first.start, first.end))
    for unit, asked in texts.items():
        found = collisions(asked)
        clashes += [Clash(unit, c.one, c.other, c.start, c.end) for c in found]
        if not found and asked:
            outcome.texts[unit] = merge_credited(asked, words.get(unit, {}))
    for unit, gone in deleted.items():
        beside = [*texts.get(unit, ()), *(one.entry for one in moved.get(unit, ()))]
        clashes += [Clash(unit, min(a, b), max(a, b)) for a in gone for b in beside if a != b]
        outcome.deleted[unit] = tuple(gone)
    for unit, moves in moved.items():
        clashes += [Clash(unit, a.entry, b.entry) for a, b in combinations(moves, 2) if a.after != b.after]
        outcome.moved[unit] = moves[0]
    clashes += _circles(units, outcome)
    outcome.clashes = tuple(sorted(set(clashes), key=_by_place))
    return outcome


def revised(units: Units, outcome: Outcome, state: int, entry: int) -> dict[str, UnitRow]:
    """The rows of the units that change with what amendments come to, in a new state of the draft."""
    rows: dict[str, UnitRow] = {}

    def row(unit: str) -> UnitRow:
        return rows.get(unit) or units[unit]

    for unit, edits in outcome.texts.items():
        if any(not isinstance(credited.edit, Keep) for credited in edits):
            text = apply(plain(edits), row(unit).current.text)
            version = Version(entry, state, digest(text), text, edits)
            rows[unit] = replace(row(unit), versions=(*row(unit).versions, version))
    for unit, move in outcome.moved.items():
        place = Place(entry, state, False, move.after, move.entry)
        rows[unit] = replace(row(unit), places=(*row(unit).places, place))
    for unit, gone_by in outcome.deleted.items():
        rows[unit] = replace(row(unit), until=state, gone_by=gone_by)
    for unit, (amendment, change) in outcome.added.items():
        rows[unit] = UnitRow(
            entry=entry,
            by=(amendment,),
            kind=change.kind,
            number=change.number,
            alternative_to=change.alternative_to,
            since=state,
            until=None,
            gone_by=(),
            places=(Place(entry, state, False, change.after, amendment),),
            versions=(Version(entry, state, digest(change.text), change.text, outcome.written.get(unit, ())),),
        )
    return rows


def in_order(units: Units, state: int) -> tuple[str, ...]:
    """The units of a draft that stand in a state, in their order."""
    hanging: dict[str | None, list[tuple[int, str]]] = {}
    spine: list[tuple[int, int, str]] = []
    for unit, row in units.items():
        if row.since <= state:
            place = row.place(state)
            if place.spine:
                spine.append((place.order, row.entry, unit))
            else:
                hanging.setdefault(place.after, []).append((place.order, unit))
    out: list[str] = []
    rest = [unit for _, _, unit in sorted(spine, reverse=True)]
    rest += [unit for _, unit in sorted(hanging.pop(None, ()), reverse=True)]
    while rest:
        unit = rest.pop()
        out.append(unit)
        rest += [other for _, other in sorted(hanging.pop(unit, ()), reverse=True)]
    return tuple(unit for unit in out if units[unit].stands(state))


def _of_unit(change: Change, units: Units, slash: bool, others: Mapping[int, Sequence[Rewording]]) -> dict[int, Edits]:
    """The edits that sub-amendments ask for of the text that a change makes."""
    found: dict[int, Edits] = {}
    for entry, asked in others.items():
        for one in asked:
            if one.unit == change.unit:
                edits = edits_of(one, text_made(change, units, slash) or "", slash)
                assert edits is not None, "a rule has insisted that the bracket is there"
                found[entry] = edits
    return found


def _by_place(clash: Clash) -> tuple[str, int, int, int]:
    return clash.unit, clash.one, -1 if clash.other is None else clash.other, clash.start or 0


def _circles(units: Units, outcome: Outcome) -> list[Clash]:
    """Units that would each stand after the other, so that none of them stood anywhere."""

    def after(unit: str) -> str | None:
        if unit in outcome.moved:
            return outcome.moved[unit].after
        if unit in outcome.added:
            return outcome.added[unit][1].after
        place = units[unit].places[-1] if unit in units else None
        return None if place is None or place.spine else place.after

    clashes = []
    for unit, move in outcome.moved.items():
        seen = {unit}
        at = after(unit)
        while at is not None and at not in seen:
            seen.add(at)
            at = after(at)
        if at == unit:
            others = [outcome.moved[one].entry for one in sorted(seen - {unit}) if one in outcome.moved]
            clashes.append(Clash(unit, move.entry, min(others) if others else None))
    return clashes

"""The paragraphs of a file in order: what stands, and what amendments add, take out or move, each in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from accord.areas.negotiation.merging import Credited
from accord.areas.negotiation.numbering import numbers
from accord.areas.negotiation.revising import Outcome, in_order, revised
from accord.areas.negotiation.rows import UnitRow
from accord.areas.negotiation.view import Negotiation
from accord.areas.negotiation.weave import kept

Role = Literal["stands", "added", "deleted", "moved-from", "moved-to"]


class Leaf(Struct, frozen=True):
    """A paragraph of the file."""

    unit: str
    role: Role
    number: str
    kind: str
    text: str
    """That it has in the state, or with which it is added."""
    hash: str
    edits: tuple[Credited, ...] = ()
    """Of a paragraph that more than one adds: its words, each with whose they are."""
    by: tuple[int, ...] = ()
    """The entries of the amendments that add, delete or move it."""


def leaves(view: Negotiation, draft: str, state: int, outcome: Outcome | None = None) -> tuple[Leaf, ...]:
    """The paragraphs of a draft in a state, with what amendments would make of the state that stands."""
    units = view.tables.units.get(draft, {})
    order = in_order(units, state)
    printed = numbers(units, order)
    if outcome is None:
        return tuple(_leaf(unit, units[unit], printed[unit], state) for unit in order)
    rows = {**units, **revised(units, outcome, state + 1, _after_all(units))}
    # What is deleted is shown where it stood.
    shown = {unit: replace(row, until=None) if unit in outcome.deleted else row for unit, row in rows.items()}
    later = in_order(shown, state + 1)
    renumbered = numbers(shown, later)
    found: list[Leaf] = []
    for unit in later:
        number = printed.get(unit, renumbered[unit])
        if unit in outcome.added:
            entry, added = outcome.added[unit]
            words = outcome.written.get(unit, ())
            found.append(Leaf(unit, "added", number, added.kind, added.text, "", words, (entry,)))
            continue
        leaf = _leaf(unit, units[unit], number, state)
        leaf = replace(leaf, edits=outcome.texts.get(unit, leaf.edits))
        if unit in outcome.deleted:
            leaf = replace(leaf, role="deleted", by=outcome.deleted[unit])
        elif unit in outcome.moved:
            leaf = replace(leaf, role="moved-to", by=(outcome.moved[unit].entry,))
        found.append(leaf)
    return tuple(_with_origins(found, order, outcome))


def _leaf(unit: str, row: UnitRow, number: str, state: int) -> Leaf:
    version = row.at(state)
    return Leaf(unit, "stands", number, row.kind, version.text, version.hash, kept(len(version.text)))


def _with_origins(found: list[Leaf], order: Sequence[str], outcome: Outcome) -> list[Leaf]:
    """Where a unit is moved, it is also shown where it was: after the one that it stood after."""
    by_unit = {leaf.unit: leaf for leaf in found}
    before: str | None = None
    for unit in order:
        if unit in outcome.moved:
            leaf = replace(by_unit[unit], role="moved-from")
            found.insert(_place(found, before) + 1, leaf)
        before = unit
    return found


def _place(found: Sequence[Leaf], unit: str | None) -> int:
    """Where a unit stood before anything was moved; -1 for the place before the first."""
    stood = [n for n, leaf in enumerate(found) if leaf.unit == unit and leaf.role != "moved-to"]
    return stood[0] if stood else -1


def _after_all(units: dict[str, UnitRow]) -> int:
    """A number later than that of any entry which a unit names."""
    return 1 + max((place.entry for row in units.values() for place in row.places), default=0)

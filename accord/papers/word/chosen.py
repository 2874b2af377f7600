"""Which open amendments a file can show as tracked changes: those that go together, in the order proposed.

Of amendments that want different things of one place the first stands in the text; the others are told in comments.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from accord.areas.negotiation.revising import Outcome
from accord.areas.negotiation.view import Negotiation


class Chosen(Struct, frozen=True):
    """The amendments shown as changes, what they come to together, and those that are not."""

    shown: tuple[str, ...]
    outcome: Outcome
    told: tuple[str, ...]


def chosen(view: Negotiation, draft: str, among: Sequence[str] | None = None) -> Chosen:
    """Open amendments of a draft, all or some: as many as merge, each unless it clashes with one before it.

    An amendment to another is shown only where that is.
    """
    rows = view.tables.amendments.get(draft, {})
    wanted = [name for name, row in rows.items() if row.open and (among is None or name in among)]
    every = view.merged(draft, wanted)
    alone: set[str] = set()
    against: dict[str, set[str]] = {}
    by_entry = {rows[name].entry: name for name in wanted}
    for clash in every.clashes:
        one = by_entry[clash.one]
        if clash.other is None or clash.other == clash.one:
            alone.add(one)
        else:
            against.setdefault(one, set()).add(by_entry[clash.other])
            against.setdefault(by_entry[clash.other], set()).add(one)
    shown: list[str] = []
    for name in wanted:
        if name not in alone and rows[name].amends in (None, *shown) and not against.get(name, set()) & set(shown):
            shown.append(name)
    outcome = view.merged(draft, shown)
    while (last := _gives_way(outcome)) is not None:
        gone = by_entry[last]
        shown = [name for name in shown if gone not in (name, rows[name].amends)]
        outcome = view.merged(draft, shown)
    return Chosen(tuple(shown), outcome, tuple(name for name in wanted if name not in shown))


def _gives_way(outcome: Outcome) -> int | None:
    """The entry of an amendment that a file cannot show with the others; `None` if it can show all.

    Units moved in a circle clash only all together: of two of them the later gives way. A paragraph that one moves and
    another amends would be in two places, changed in one of them: the move gives way.
    """
    for clash in outcome.clashes:
        return clash.one if clash.other is None else max(clash.one, clash.other)
    return next((move.entry for unit, move in outcome.moved.items() if unit in outcome.texts), None)

"""The lineage of a proposal: what it was merged or divided from and into, and what draws on what."""

from __future__ import annotations

from collections.abc import Iterator

from accord.areas.meetings.rules import key
from accord.areas.parties.cite import cite_entry
from accord.areas.proposals.known import Known
from accord.areas.proposals.parts import KinRow, Relation

Edges = dict[str, list[tuple[str, Relation, int]]]
"""The key of a proposal → the key of another, how they are related, and the entry that says so."""


def lineage(known: Known, name: str) -> tuple[KinRow, ...]:
    """What a proposal came from, then what came of it, each by the number of steps."""
    edges = known.once("lineage of proposals", lambda: _edges(known))
    return (*_walked(known, name, edges[0]), *_walked(known, name, edges[1]))


def _edges(known: Known) -> tuple[Edges, Edges]:
    """Proposal → what it came from, and proposal → what came of it."""
    before: Edges = {}
    after: Edges = {}

    def add(old: str, new: str, back: Relation, forth: Relation, entry: int) -> None:
        before.setdefault(new, []).append((old, back, entry))
        after.setdefault(old, []).append((new, forth, entry))

    view = known.proposals
    for name, tabled in view.tables.proposals.items():
        body = tabled.act.body
        wording = view.wording(name)
        for source in wording.sources:
            if source.proposal is not None:
                add(key(body, source.proposal), name, "drawn-from", "drawn-upon-by", wording.entry)
        turns = view.tables.turns.get(name, ())
        for label in view.into(name):
            if turns[-1].state == "merged":
                add(name, key(body, label), "merged-from", "merged-into", turns[-1].entry)
            else:
                add(name, key(body, label), "divided-from", "divided-into", turns[-1].entry)
    return before, after


def _walked(known: Known, name: str, edges: Edges) -> Iterator[KinRow]:
    """The proposals that a walk along the edges reaches, the nearest first, each once."""
    seen = {name: 0}
    queue = [name]
    for here in queue:
        for other, relation, entry in edges.get(here, ()):
            if other in seen:
                continue
            seen[other] = seen[here] + 1
            queue.append(other)
            yield KinRow(
                proposal=other,
                title=known.proposals.wording(other).title,
                relation=relation,
                steps=seen[other],
                standing=known.proposals.state(other),
                cite=cite_entry(known, entry, *known.proposals.tables.proposals[other].act.sponsors),
            )

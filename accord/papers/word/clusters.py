"""The changes that belong together, each group to become one amendment: so that what can be agreed apart, is.

Changes belong together where one makes no sense without the other: a unit and those that were split off it or run
together with it, and new units that stand one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from accord.areas.drafting.acts import UnitKind
from accord.areas.negotiation.changes import AddUnit, Change, DeleteUnit, MoveUnit
from accord.areas.negotiation.difference import growing
from accord.areas.negotiation.numbering import SUFFIXES
from accord.areas.negotiation.settling import asked
from accord.papers.word.changed import Paragraph, Wanted, after, edits_for, tidied
from accord.papers.word.labels import is_label
from accord.papers.word.placed import Base


class Cluster(Struct):
    """Changes that stand or fall together, and the stretches of the file in which they were made."""

    changes: list[Change]
    units: set[str]
    indexes: set[int]


class Clustered(Struct, frozen=True):
    """All that a text after changes asks for; and in which order it has the units."""

    clusters: tuple[Cluster, ...]
    order: tuple[str, ...]
    texts: dict[str, str]
    relabelled: tuple[tuple[Paragraph, str], ...]
    """Paragraphs of units whose label was changed, and the label that was printed."""


def clustered(
    found: Wanted, bases: Sequence[Base], kinds: Mapping[str, UnitKind], named: Callable[[int], str], slash: bool
) -> Clustered:
    """The changes that lead from the units of a draft to the text after changes.

    Args:
        kinds: of the units.
        named: the label of the n-th new unit, counted from 1.
        slash: whether a stroke parts alternatives in the draft.
    """
    return _Clusters(bases, kinds, named, slash).of(found)


class _Clusters:
    def __init__(
        self, bases: Sequence[Base], kinds: Mapping[str, UnitKind], named: Callable[[int], str], slash: bool
    ) -> None:
        self._slash = slash
        self._bases = {base.unit: base for base in bases}
        self._places = {base.unit: n for n, base in enumerate(bases)}
        self._kinds, self._named = kinds, named
        self._changes: list[tuple[Change, Paragraph | None]] = []
        self._parents: dict[str, str] = {}
        self._new = 0

    def of(self, found: Wanted) -> Clustered:
        order: list[str] = []
        texts: dict[str, str] = {}
        relabelled: list[tuple[Paragraph, str]] = []
        staying = self._staying(found)
        kind: UnitKind = "paragraph"
        for one in found.paragraphs:
            before = order[-1] if order else None
            if one.owner is None:
                self._new += 1
                unit = self._named(self._new)
                texts[unit] = tidied(one.text)
                self._add(one, unit, before, kind)
            else:
                unit = one.owner
                base = self._bases[unit]
                kind = self._kinds.get(unit, "paragraph")
                edits = None if one.moved and one.text.strip() == base.text.strip() else edits_for(one, base)
                texts[unit] = base.text if edits is None else after(one, base)
                if edits is not None:
                    self._changes.append((asked(unit, base.text, edits, slash=self._slash), one))
                if unit not in staying:
                    self._changes.append((MoveUnit(unit=unit, after=before), one))
                    self._join(unit, before)
                if one.label and not one.moved and one.label.strip() != base.label.strip():
                    relabelled.append((one, base.label))
            for other in one.keeps():
                self._join(unit, other, new=True)
            order.append(unit)
        for unit in found.gone:
            self._changes.append((DeleteUnit(unit=unit, base=self._bases[unit].hash), None))
        return Clustered(self._grouped(), tuple(order), texts, tuple(relabelled))

    def _staying(self, found: Wanted) -> set[str]:
        """The units that need not be moved: a largest set that is in its old order. What was moved as such, is."""
        owners = [one.owner for one in found.paragraphs if one.owner is not None and not one.moved]
        places = [(n, self._places[unit]) for n, unit in enumerate(owners)]
        return {owners[n] for n, _ in growing(places)}

    def _add(self, one: Paragraph, unit: str, before: str | None, kind: UnitKind) -> None:
        # A number of the kind that we make of the one before is made anew, wherever the unit comes to stand.
        label = one.label.strip().rstrip(".")
        number = "" if label.rpartition(" ")[2] in SUFFIXES or not is_label(one.label, ()) else label[:20]
        words = tidied(one.text)
        change = AddUnit(
            unit=unit,
            after=before,
            kind=_kind_after(kind),
            number=number,
            text=words,
        )
        self._changes.append((change, one))
        self._join(unit, before)

    def _join(self, unit: str, other: str | None, new: bool = False) -> None:
        """Two units are of one cluster, if one of them is new or (`new`) words went from one to the other."""
        if other is not None and other != unit and (new or other not in self._bases):
            one, two = self._root(unit), self._root(other)
            if one != two:
                self._parents[one] = two

    def _root(self, unit: str) -> str:
        while unit in self._parents:
            unit = self._parents[unit]
        return unit

    def _grouped(self) -> tuple[Cluster, ...]:
        found: dict[str, Cluster] = {}
        again: list[Cluster] = []
        for change, paragraph in self._changes:
            cluster = found.setdefault(self._root(change.unit), Cluster([], set(), set()))
            if change.unit in cluster.units:
                # An amendment names a unit once: that it is moved too is another one.
                cluster = Cluster([], set(), set())
                again.append(cluster)
            cluster.changes.append(change)
            cluster.units.add(change.unit)
            cluster.indexes.update(paragraph.indexes if paragraph is not None else ())
        return (*found.values(), *again)


def _kind_after(kind: UnitKind) -> UnitKind:
    """What a new unit is, after one of a kind: an item after an item, a paragraph after anything else."""
    return kind if kind in ("item", "subitem") else "paragraph"

"""Merging concurrent amendments of one text: every order gives the same text, or the same collisions.

Two changes of one text, by two amendments, *collide* when they overlap or touch, with nothing kept between, unless

1. they are the same change: the same place, the same words instead; it is then made once, and is both amendments';
2. both only drop: what either drops goes, and what both drop is both amendments'.

Amendments collide when a change of one collides with a change of the other, and a set of amendments merges when no
two of it collide. The proof that this does not depend on any order is in `docs/methods/merging.md`.

>>> from accord.areas.negotiation.edits import apply
>>> text = "The States shall act."
>>> should = (Keep(n=11), Drop(n=5), Put(text="should"), Keep(n=5))
>>> swiftly = (Keep(n=20), Put(text=" swiftly"), Keep(n=1))
>>> apply(merge(should, swiftly), text)
'The States should act swiftly.'
>>> apply(rebase(swiftly, should), apply(should, text))
'The States should act swiftly.'
>>> will = (Keep(n=11), Drop(n=5), Put(text="will"), Keep(n=5))
>>> [(found.start, found.end) for found in collisions({"should": should, "will": will, "swiftly": swiftly})]
[(11, 16)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from typing import Generic, TypeVar

import msgspec

from accord.areas.negotiation.edits import (
    Change,
    Drop,
    Edit,
    Edits,
    Keep,
    Misfit,
    Put,
    base_length,
    changes,
    from_changes,
    new_length,
    normal,
)

K = TypeVar("K")


class Collision(msgspec.Struct, Generic[K], frozen=True, gc=False):
    """Two amendments that want different things of one place: from `start` to `end` of the text both amend."""

    one: K
    other: K
    start: int
    end: int


class Collides(ValueError):
    """Amendments that do not merge, with every pair of places where they collide."""

    def __init__(self, found: tuple[Collision[int], ...]) -> None:
        super().__init__(f"{len(found)} collisions, the first at code point {found[0].start}")
        self.found = found


class Credited(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """An edit and those whose it is; a `Keep` is nobody's."""

    edit: Edit
    by: tuple[int, ...] = ()


_NO_OTHERS: Mapping[int, Mapping[Change, tuple[Credited, ...]]] = {}


def collide(one: Change, other: Change) -> bool:
    """Whether two changes of one text, by two amendments, want different things of one place.

    >>> collide(Change(0, 3, ""), Change(2, 5, "")), collide(Change(0, 3, "a"), Change(3, 3, "b"))
    (False, True)
    """
    apart = one.end < other.start or other.end < one.start
    return not (apart or one == other or (one.only_drops and other.only_drops))


def collisions(amendments: Mapping[K, Edits]) -> tuple[Collision[K], ...]:
    """Every pair of places where two amendments of one text collide, by the order of the amendments and the text.

    Raises:
        Misfit: they do not amend texts of one length.
    """
    _one_length(amendments.values())
    made = {key: changes(edits) for key, edits in amendments.items()}
    return tuple(
        Collision(one, other, min(a.start, b.start), max(a.end, b.end))
        for one, other in combinations(made, 2)
        for a, b in _near(made[one], made[other])
        if collide(a, b)
    )


def merge(*amendments: Edits) -> Edits:
    """The one amendment that does what all of them do, in whatever order they are named.

    Raises:
        Collides: two of them collide.
        Misfit: they do not amend texts of one length.
    """
    return plain(merge_credited(dict(enumerate(amendments))))


def merge_credited(
    amendments: Mapping[int, Edits], words_of: Mapping[int, Mapping[Change, tuple[Credited, ...]]] = _NO_OTHERS
) -> tuple[Credited, ...]:
    """The one amendment that does what all of them do, each edit with the numbers of the amendments whose it is.

    Args:
        words_of: of amendments whose words are not all their own, what they put in each change and whose it is.

    Raises:
        Collides, Misfit: as `merge`.
    """
    if found := collisions(amendments):
        raise Collides(found)
    words: dict[Change, list[int]] = {}
    drops: dict[int, list[tuple[int, int]]] = {}
    for key in sorted(amendments):
        for change in changes(amendments[key]):
            if change.only_drops:
                drops.setdefault(key, []).append((change.start, change.end))
            else:
                words.setdefault(change, []).append(key)
    made = [(change, tuple(by)) for change, by in words.items()] + _dropped(drops)
    out: list[Credited] = []
    place = 0
    for change, by in sorted(made):
        if change.start > place:
            out.append(Credited(Keep(n=change.start - place)))
        if change.end > change.start:
            out.append(Credited(Drop(n=change.end - change.start), by))
        if change.text:
            out += _put(change, by, words_of)
        place = change.end
    length = _one_length(amendments.values())
    return (*out, Credited(Keep(n=length - place))) if length > place else tuple(out)


def _put(
    change: Change, by: tuple[int, ...], words_of: Mapping[int, Mapping[Change, tuple[Credited, ...]]]
) -> Iterator[Credited]:
    """The words of a change, cut where those whose they are change."""
    spans: list[tuple[int, int, tuple[int, ...]]] = []
    for key in by:
        at = 0
        for one in words_of.get(key, {}).get(change, (Credited(Put(text=change.text), (key,)),)):
            assert isinstance(one.edit, Put), "words are put"
            spans.append((at, at := at + len(one.edit.text), one.by))
    cuts = sorted({place for first, last, _ in spans for place in (first, last)})
    for start, end in pairwise(cuts):
        whose = {key for first, last, keys in spans if first <= start and end <= last for key in keys}
        yield Credited(Put(text=change.text[start:end]), tuple(sorted(whose)))


def plain(credited: Iterable[Credited]) -> Edits:
    """The edits alone."""
    return normal([one.edit for one in credited])


def rebase(edits: Edits, over: Edits) -> Edits:
    """An amendment of the text that `over` amends too, as an amendment of what `over` makes of it.

    What both do is done already and not done again; so all of it may be gone, which leaves one `Keep`.

    Raises:
        Collides: they collide.
        Misfit: they do not amend texts of one length.
    """
    if found := collisions({0: edits, 1: over}):
        raise Collides(found)
    done = changes(over)
    moved: list[Change] = []
    for change in changes(edits):
        if change not in done:
            parts = _undropped(change, done) if change.only_drops else [change]
            moved += [Change(_moved(p.start, done), _moved(p.end, done), p.text) for p in parts]
    return normal(from_changes(moved, new_length(over)))


def _one_length(amendments: Iterable[Edits]) -> int:
    lengths = {base_length(edits) for edits in amendments}
    if len(lengths) > 1:
        raise Misfit(f"they amend texts of {' and '.join(map(str, sorted(lengths)))} code points")
    return lengths.pop() if lengths else 0


def _near(ours: tuple[Change, ...], theirs: tuple[Change, ...]) -> Iterable[tuple[Change, Change]]:
    """The pairs of changes that overlap or touch: both tuples are in order, so one walk along them finds all."""
    first = 0
    for one in ours:
        while first < len(theirs) and theirs[first].end < one.start:
            first += 1
        place = first
        while place < len(theirs) and theirs[place].start <= one.end:
            yield one, theirs[place]
            place += 1


def _dropped(drops: Mapping[int, list[tuple[int, int]]]) -> list[tuple[Change, tuple[int, ...]]]:
    """What any of several amendments drops, cut where the amendments whose it is change."""
    cuts = sorted({place for spans in drops.values() for span in spans for place in span})
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for key, spans in drops.items():
        for start, end in spans:
            opens.setdefault(start, []).append(key)
            closes.setdefault(end, []).append(key)
    found: list[tuple[Change, tuple[int, ...]]] = []
    by: set[int] = set()
    for place, after in pairwise(cuts):
        by.difference_update(closes.get(place, ()))
        by.update(opens.get(place, ()))
        if by:
            found.append((Change(place, after, ""), tuple(sorted(by))))
    return found


def _undropped(change: Change, done: tuple[Change, ...]) -> list[Change]:
    """What is left to drop of what `change` drops, after what is dropped already."""
    left: list[Change] = []
    start = change.start
    for other in done:
        if other.end > start and other.start < change.end:
            if other.start > start:
                left.append(Change(start, other.start, ""))
            start = other.end
    return [*left, Change(start, change.end, "")] if start < change.end else left


def _moved(place: int, done: tuple[Change, ...]) -> int:
    """Where a place of the text is after changes; within what they drop, where that was."""
    moved = place
    for change in done:
        if change.start >= place:
            break
        moved += len(change.text) - (min(change.end, place) - change.start)
    return moved

"""Which paragraph of a returned file is which unit of the draft, and what changed in it while nobody tracked changes.

A paragraph *before* all tracked changes is a unit by its bookmark; where that is lost, by its text; where that was
changed too, by its place and likeness. What its text before the changes has otherwise than the record was changed
untracked, and is marked so: from then on both kinds of change are read in one way.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from accord.areas.negotiation.difference import difference
from accord.areas.negotiation.edits import Drop, Edit, Edits, Keep, Put
from accord.areas.negotiation.text import LONGEST, words
from accord.papers.word.labels import parted
from accord.papers.word.sheet import Named
from accord.papers.word.stream import UNTRACKED, Stream, Stretch

ALIKE = 0.6
"""How much of the words of two texts must be the same, to take one for a later form of the other."""

MOST_COMPARED = 2_000
"""Pairs of texts that are compared: a file that has lost more than that is not the draft any more."""


class Base(Struct, frozen=True):
    """A unit as the file had it when it went out."""

    unit: str
    hash: str
    text: str
    label: str


class Sited(Struct, frozen=True):
    """A stretch and where it belongs: the unit in whose paragraph it stands, and its place in the unit's text.

    `start` is that of a stretch which was in the text before; what was put has none. Ends of paragraphs and labels
    have no place in a text.
    """

    stretch: Stretch
    unit: str | None
    start: int | None
    label: bool = False
    index: int = 0
    """The number of the stretch in the stream, for what is anchored there."""


How = Literal["bookmark", "text", "likeness"]


class Placed(Struct, frozen=True):
    """The stream with each stretch in its place, how each unit was found, and which units were not."""

    sited: tuple[Sited, ...]
    how: dict[str, How]
    paragraphs: dict[str, int]
    """In which paragraph of the file a unit begins."""
    untracked: tuple[str, ...]
    missing: tuple[str, ...]


class _Original(Struct):
    """A paragraph as it was before all tracked changes."""

    parts: list[tuple[int, Stretch, bool]]
    unit: str | None = None

    @property
    def text(self) -> str:
        return "".join(s.text for _, s, label in self.parts if s.put is None and not label and not s.end)

    @property
    def paragraphs(self) -> set[int]:
        return {s.paragraph for _, s, _ in self.parts}


def place(stream: Stream, bases: Sequence[Base], known: Mapping[str, Named]) -> Placed:
    """The stream of a file with every stretch in its place.

    Args:
        bases: the units of the draft as the file had them, in their order.
        known: the bookmarks that the draft's units can have, by their digits.
    """
    originals = list(_originals(stream, {base.label for base in bases}))
    by_unit = {base.unit: base for base in bases}
    how: dict[str, How] = {}
    begun: dict[int, list[str]] = {}
    for name, paragraph in stream.bookmarks.items():
        if name in known and known[name].unit in by_unit:
            begun.setdefault(paragraph, []).append(known[name].unit)
    _by_both(originals, begun, by_unit, how)
    _by_text(originals, bases, how)
    _by_bookmark(originals, begun, how)
    _by_likeness(originals, bases, how)
    sited: list[Sited] = []
    untracked: list[str] = []
    where: dict[str, int] = {}
    for original in originals:
        if original.unit is None:
            sited += _strange(original)
            continue
        base = by_unit[original.unit]
        where[base.unit] = next((s.paragraph for _, s, _ in original.parts if s.put is None), 0)
        if original.text != base.text:
            untracked.append(base.unit)
        sited += _of_unit(original, base)
    missing = tuple(base.unit for base in bases if base.unit not in how)
    return Placed(tuple(sited), how, where, tuple(untracked), missing)


def _originals(stream: Stream, printed: set[str]) -> Iterator[_Original]:
    """The paragraphs before all tracked changes: they end where the end of a paragraph was not put."""
    found: list[tuple[int, Stretch, bool]] = []
    for index, stretch, label in parted(stream.stretches, printed):
        found.append((index, stretch, label))
        if stretch.end and stretch.put is None:
            yield _Original(found)
            found = []
    if found:
        yield _Original(found)


def _by_bookmark(originals: Sequence[_Original], begun: Mapping[int, Sequence[str]], how: dict[str, How]) -> None:
    """Paragraphs in which a bookmark of a unit begins; of several the first that is no other's."""
    for original in originals:
        if original.unit is not None or not original.text.strip():
            continue
        units = [unit for n in sorted(original.paragraphs) for unit in begun.get(n, ()) if unit not in how]
        if units:
            original.unit = units[0]
            how[units[0]] = "bookmark"


def _by_both(
    originals: Sequence[_Original], begun: Mapping[int, Sequence[str]], bases: Mapping[str, Base], how: dict[str, How]
) -> None:
    """Paragraphs with a unit's bookmark and its very text: what nobody changed untracked."""
    for original in originals:
        text = original.text
        for unit in (unit for n in sorted(original.paragraphs) for unit in begun.get(n, ())):
            if original.unit is None and unit not in how and bases[unit].text == text:
                original.unit = unit
                how[unit] = "bookmark"


def _by_text(originals: Sequence[_Original], bases: Sequence[Base], how: dict[str, How]) -> None:
    """Paragraphs with the very text of a unit, in order."""
    waiting: dict[str, list[str]] = {}
    for base in bases:
        if base.unit not in how:
            waiting.setdefault(base.text, []).append(base.unit)
    for original in originals:
        if original.unit is None and waiting.get(text := original.text):
            original.unit = waiting[text].pop(0)
            how[original.unit] = "text"


def _by_likeness(originals: Sequence[_Original], bases: Sequence[Base], how: dict[str, How]) -> None:
    """Paragraphs between two that are known, which are like a unit that stands between those two."""
    order = {base.unit: n for n, base in enumerate(bases)}
    ends: list[int] = []
    following = len(bases)
    for original in reversed(originals):
        ends.append(following)
        following = order[original.unit] if original.unit is not None else following
    first, left = -1, MOST_COMPARED
    for original, last in zip(originals, reversed(ends), strict=True):
        if original.unit is not None:
            first = order[original.unit]
            continue
        text = original.text
        among = [base for base in bases[first + 1 : last] if base.unit not in how] if left > 0 and text.strip() else []
        left -= len(among)
        likely = max(((_likeness(base.text, text), base.unit) for base in among), default=(0.0, ""))
        if likely[0] >= ALIKE:
            original.unit = likely[1]
            how[likely[1]] = "likeness"
            first = order[likely[1]]


def _likeness(one: str, other: str) -> float:
    """How much two texts have in common, from 0 to 1; long ones are compared by their beginnings."""
    return SequenceMatcher(None, words(one[:2000]), words(other[:2000]), autojunk=False).ratio()


def _strange(original: _Original) -> Iterator[Sited]:
    """A paragraph that is no unit's: what it had before the tracked changes was put untracked."""
    empty = not original.text.strip()
    for index, stretch, label in original.parts:
        if stretch.put is None and not (empty and stretch.end):
            stretch = replace(stretch, put=UNTRACKED)
        yield Sited(stretch, None, None, label, index)


def _of_unit(original: _Original, base: Base) -> Iterator[Sited]:
    """A unit's paragraph, each stretch with its place in the text of the record."""
    edits = compared(base.text, original.text) if original.text != base.text else ()
    place = 0
    if not edits:
        for index, stretch, label in original.parts:
            if stretch.put is None and not label and not stretch.end:
                yield Sited(stretch, base.unit, place, label, index)
                place += len(stretch.text)
            else:
                yield Sited(stretch, base.unit, None, label, index)
        return
    waiting: deque[Edit] = deque(edits)

    def dropped(index: int, near: Stretch) -> Iterator[Sited]:
        """What the record has here and the file has no longer."""
        nonlocal place
        while waiting and isinstance(waiting[0], Drop):
            n = _size(waiting.popleft())
            gone = replace(near, text=base.text[place : place + n], put=None, gone=UNTRACKED, end=False)
            yield Sited(gone, base.unit, place, False, index)
            place += n

    for index, stretch, label in original.parts:
        if stretch.put is not None or label or stretch.end:
            if stretch.end and stretch.put is None:
                yield from dropped(index, stretch)
            yield Sited(stretch, base.unit, None, label, index)
            continue
        rest = stretch.text
        while rest:
            yield from dropped(index, stretch)
            edit = waiting.popleft()
            n = min(_size(edit), len(rest))
            part, rest = replace(stretch, text=rest[:n]), rest[n:]
            if isinstance(edit, Put):
                yield Sited(replace(part, put=UNTRACKED), base.unit, None, False, index)
                if edit.text[n:]:
                    waiting.appendleft(Put(text=edit.text[n:]))
            else:
                yield Sited(part, base.unit, place, False, index)
                place += n
                if edit.n > n:
                    waiting.appendleft(Keep(n=edit.n - n))


def compared(old: str, new: str) -> Edits:
    """The difference of two texts. What is too long for a unit is not compared by the word, but put whole."""
    if len(new) > LONGEST:
        return (Drop(n=len(old)), Put(text=new))
    return difference(old, new)


def _size(edit: Edit) -> int:
    return len(edit.text) if isinstance(edit, Put) else edit.n

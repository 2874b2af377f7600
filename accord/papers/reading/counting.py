"""Which of the numbers that begin lines count the paragraphs, and which a list inside one of them.

A line "12. ..." is a paragraph, an entry of a numbered list (an agenda, the operative part of a resolution), or a
sentence that happens to wrap before a number. One number does not tell; all of them together do: paragraphs
count 1, 2, 3 through the whole document, a list counts from 1 inside a paragraph. So all ways to take the numbers
are followed at once, each break of a rule has its price, and the cheapest way wins. Prices are whole numbers; of
two equal ways the one that has more paragraphs wins.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

WAYS = 160
"""How many ways are followed at once."""
MOVED, NUDGED = 0.8, 0.2
"""How far a number stands from where the last one stood, in letters, for a price, and for a small one."""


class Numbered(Struct, frozen=True):
    """A line that begins with a number.

    `ended`: what stands before has come to its end; `announced`: it ends in a colon; `fresh`: white space or the
    beginning of a block stands before, or nothing tells (`None`); `after_heading`: a heading does; `style`: how the
    number is printed; `indent`: how far from the margin, where the print tells.
    """

    value: int
    ended: bool
    announced: bool
    fresh: bool | None
    after_heading: bool = False
    style: str = ""
    indent: float | None = None


class _Way(Struct, frozen=True):
    """The last paragraph's number and the last entry's, what it cost, and how the numbers so far were taken."""

    paragraph: int
    entry: int
    cost: int
    count: int
    shape: tuple[str, float | None] | None
    """Style and indent of the last paragraph's number."""
    taken: _Taken | None


class _Taken(Struct, frozen=True):
    """How a number was taken, and those before it."""

    kind: str | None
    before: _Taken | None


def counted(numbers: Sequence[Numbered]) -> list[str | None]:
    """For each number: "paragraph", "entry" of a list, "again" for a paragraph's number used twice, or nothing.

    >>> def n(value, ended=True, announced=False, fresh=True):
    ...     return Numbered(value, ended, announced, fresh)
    >>> counted([n(1), n(2, announced=True), n(1, announced=True), n(2), n(3), n(3), n(4)])
    ['paragraph', 'paragraph', 'entry', 'entry', 'entry', 'paragraph', 'paragraph']
    >>> counted([n(1), n(2), n(2, ended=False, fresh=False), n(3), n(5), n(6)])
    ['paragraph', 'paragraph', None, 'paragraph', 'paragraph', 'paragraph']
    """
    ways = [_Way(0, 0, 0, 0, None, None)]
    for number in numbers:
        best: dict[tuple[int, int], _Way] = {}
        for way in ways:
            for kind, price in _prices(way, number):
                after = _after(way, number, kind, price)
                known = best.get((after.paragraph, after.entry))
                if known is None or (after.cost, -after.count) < (known.cost, -known.count):
                    best[after.paragraph, after.entry] = after
        ways = sorted(best.values(), key=lambda w: (w.cost, -w.count))[:WAYS]
    out: list[str | None] = []
    taken = min(ways, key=lambda w: (w.cost, -w.count)).taken
    while taken is not None:
        out.append(taken.kind)
        taken = taken.before
    return out[::-1]


def _after(way: _Way, number: Numbered, kind: str | None, price: int) -> _Way:
    taken = _Taken(kind, way.taken)
    if kind == "entry":
        return _Way(way.paragraph, number.value, way.cost + price, way.count, way.shape, taken)
    if kind is None:
        return _Way(way.paragraph, way.entry, way.cost + price, way.count, way.shape, taken)
    shape = (number.style, number.indent)
    return _Way(number.value, 0, way.cost + price + _odd(way, number), way.count + (kind == "paragraph"), shape, taken)


def _odd(way: _Way, number: Numbered) -> int:
    """The price of a paragraph whose number is printed otherwise, or elsewhere, than the last one's."""
    if way.shape is None:
        return 0
    style, indent = way.shape
    moved = 0.0 if indent is None or number.indent is None else abs(indent - number.indent)
    return 9 * (style != number.style) + (3 if moved > MOVED else int(moved > NUDGED))


def _prices(way: _Way, number: Numbered) -> list[tuple[str | None, int]]:
    """What each way to take a number costs. Two signs of a new block (an end before it, white space) speak for one."""
    signs = 2 if number.after_heading else number.ended + (number.fresh is not False)
    loose = (24, 4, 0)[signs]
    found: list[tuple[str | None, int]] = [(None, (0, 6, 14)[signs])]
    step = number.value - way.paragraph
    if step == 1 and signs:
        found = [(None, 10 if signs == 1 else 14)]
    if step == 1:
        found.append(("paragraph", 2 if number.announced and number.value == 1 else loose))
    elif step > 1 and signs:
        found.append(("paragraph", loose + (9 if way.paragraph else 5) + min(step, 40)))
    elif step == 0 and signs == 2 and not number.announced:
        found.append(("again", 11))
    if number.value == way.entry + 1 and way.entry:
        found.append(("entry", loose + 12 * number.after_heading))
    elif number.value == 1 and way.paragraph:
        found.append(("entry", loose + (0 if number.announced else 7)))
    return found

"""The difference between two texts, by the word: the edits with the fewest words dropped and put.

Chinese is compared by the character, no cluster is cut, spaces and signs are words of their own. The method is
Myers' (An O(ND) difference algorithm and its variations, 1986). Beyond `FAR` changed words it is no longer minimal:
the texts are first cut at words, else at runs of words, that stand once in each and in the same order, and each part
between is compared by itself. So memory grows with the text and not with what changes in it, and of a long text that
was rewritten all over the words that stayed are still found. Only a part without such a run that changes more than
`NEAR` words is replaced whole.

>>> difference("The States shall act.", "All States should act.")
(Drop(n=3), Put(text='All'), Keep(n=8), Drop(n=5), Put(text='should'), Keep(n=5))
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import accumulate
from typing import Any

from accord.areas.negotiation.edits import Change, Edits, from_changes
from accord.areas.negotiation.text import words

FAR = 300
"""Changed words up to which a difference is minimal."""
FEW = 16
"""The same within a part of a text in which more is changed; beyond, it is cut again before more is tried."""
NEAR = 32
"""The same within a part where there is nothing to cut it at."""
RUNS = (1, 3, 9)
"""Words of the runs at which a text is cut, in the order in which they are looked for."""
MOST = 400
"""Changes of a difference: beyond that the least of what stays between them goes and comes again.

The edits of more would not fit into one act beside the words that they put.
"""

Pairs = list[tuple[int, int]]
"""Places of equal words: in the old text and in the new one, both growing."""


def difference(old: str, new: str) -> Edits:
    """The edits that make `new` of `old`."""
    ours, theirs = words(old), words(new)
    made: list[Change] = []
    at, to = 0, 0
    starts, ends = _places(ours), _places(theirs)
    for one, other in [*_common(ours, theirs), (len(ours), len(theirs))]:
        if at < one or to < other:
            made.append(Change(starts[at], starts[one], new[ends[to] : ends[other]]))
        at, to = one + 1, other + 1
    return from_changes(coarse(tuple(made), old, MOST), len(old))


def coarse(made: tuple[Change, ...], old: str, most: int) -> tuple[Change, ...]:
    """Changes of a text, at most so many: those with the fewest characters between them are run together.

    >>> made = (Change(0, 1, "x"), Change(2, 3, ""), Change(9, 9, "y"))
    >>> coarse(made, "a b c d e f", 2)
    (Change(start=0, end=3, text='x '), Change(start=9, end=9, text='y'))
    """
    if len(made) <= most:
        return made
    gaps = sorted(range(1, len(made)), key=lambda n: (made[n].start - made[n - 1].end, n))
    joined = set(gaps[: len(made) - most])
    out: list[Change] = []
    for n, one in enumerate(made):
        if n in joined:
            last = out.pop()
            one = Change(last.start, one.end, last.text + old[last.end : one.start] + one.text)
        out.append(one)
    return tuple(out)


def _places(found: list[str]) -> list[int]:
    """Where each word begins, and the end."""
    return list(accumulate(map(len, found), initial=0))


def _common(ours: list[str], theirs: list[str]) -> Pairs:
    """The words that stay, part by part."""
    pairs: Pairs = []
    parts = [(0, len(ours), 0, len(theirs), FAR)]
    while parts:
        at, end, to, stop, far = parts.pop()
        while at < end and to < stop and ours[at] == theirs[to]:
            pairs.append((at, to))
            at, to = at + 1, to + 1
        while at < end and to < stop and ours[end - 1] == theirs[stop - 1]:
            end, stop = end - 1, stop - 1
            pairs.append((end, stop))
        one, other = ours[at:end], theirs[to:stop]
        inner = _shortest(one, other, far)
        anchors = [] if inner is not None else _anchors(one, other)
        if inner is None and not anchors and far < NEAR:
            inner = _shortest(one, other, NEAR)
        if inner is not None:
            pairs += [(at + x, to + y) for x, y in inner]
            continue
        pairs += [(at + x, to + y) for x, y in anchors]
        before = (-1, -1)
        for x, y in [*anchors, (len(one), len(other))] if anchors else []:
            parts.append((at + before[0] + 1, at + x, to + before[1] + 1, to + y, FEW))
            before = x, y
    return sorted(pairs)


def _shortest(ours: list[str], theirs: list[str], far: int) -> Pairs | None:
    """The words that stay in a difference of fewest words; `None` if more than `far` change."""
    if not ours or not theirs:
        return []
    width, height = len(ours), len(theirs)
    if abs(width - height) > far or width + height - 2 * (Counter(ours) & Counter(theirs)).total() > far:
        return None
    most = min(width + height, far)
    # By line, of which those below 0 stand at the end; -1 where no path has been.
    reach = [-1] * (2 * most + 3)
    reach[1] = 0
    trail: list[list[int]] = []
    for distance in range(most + 1):
        trail.append(reach[:])
        for line in range(-distance, distance + 1, 2):
            left, above = reach[line - 1], reach[line + 1]
            x = above if left < above else left + 1
            y = x - line
            while x < width and y < height and ours[x] == theirs[y]:
                x += 1
                y += 1
            reach[line] = x
            if x >= width and y >= height:
                return _walk(trail, width, height)
    return None


def _walk(trail: list[list[int]], x: int, y: int) -> Pairs:
    """Back along the furthest reaching paths."""
    pairs: Pairs = []
    for distance in range(len(trail) - 1, -1, -1):
        reach, line = trail[distance], x - y
        before = line + 1 if reach[line - 1] < reach[line + 1] else line - 1
        was_x = reach[before] if distance else 0
        was_y = was_x - before if distance else 0
        while x > was_x and y > was_y:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        x, y = was_x, was_y
    return pairs[::-1]


def _anchors(ours: list[str], theirs: list[str]) -> Pairs:
    """Words that stand once in each text and in the same order in both, else first words of such runs; or none."""
    for length in RUNS:
        mine, other = _runs(ours, length), _runs(theirs, length)
        times, others = Counter(mine), Counter(other)
        places = dict(zip(other, range(len(other)), strict=True))
        once = ((n, run) for n, run in enumerate(mine) if times[run] == 1 and others.get(run) == 1)
        found = growing([(place, places[run]) for place, run in once])
        if found:
            return found
    return []


def _runs(found: list[str], length: int) -> list[Any]:
    """The runs of so many words, by the place where they begin."""
    return found if length == 1 else list(zip(*(found[n:] for n in range(length)), strict=False))


def growing(pairs: Pairs) -> Pairs:
    """A longest part of pairs, given in the order of their first, in which the second grows too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        slot = bisect_left(ends, place)
        before.append(last[slot - 1] if slot else -1)
        if slot == len(ends):
            ends.append(place)
            last.append(number)
        else:
            ends[slot], last[slot] = place, number
    found: Pairs = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]

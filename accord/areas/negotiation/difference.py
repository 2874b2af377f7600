"""The difference between two texts, by the word: the edits with the fewest words dropped and put.

Chinese is compared by the character, no cluster is cut, spaces and signs are words of their own. The method is
Myers' (An O(ND) difference algorithm and its variations, 1986). Beyond `FAR` changed words it is no longer minimal:
the texts are first cut at words that stand once in each and in the same order, and what is left is replaced whole.

>>> difference("The States shall act.", "All States should act.")
(Drop(n=3), Put(text='All'), Keep(n=8), Drop(n=5), Put(text='should'), Keep(n=5))
"""

from __future__ import annotations

from bisect import bisect_left

from accord.areas.negotiation.edits import Change, Edits, changes, from_changes
from accord.areas.negotiation.text import words

FAR = 400
"""Changed words up to which a difference is minimal."""

Pairs = list[tuple[int, int]]
"""Places of equal words: in the old text and in the new one, both growing."""


def difference(old: str, new: str) -> Edits:
    """The edits that make `new` of `old`."""
    ours, theirs = words(old), words(new)
    made: list[Change] = []
    at, to = 0, 0
    starts, ends = _places(ours), _places(theirs)
    for one, other in [*_common(ours, theirs, 0, 0), (len(ours), len(theirs))]:
        if at < one or to < other:
            made.append(Change(starts[at], starts[one], new[ends[to] : ends[other]]))
        at, to = one + 1, other + 1
    return from_changes(changes(from_changes(made, len(old))), len(old))


def _places(found: list[str]) -> list[int]:
    """Where each word begins, and the end."""
    places = [0]
    for word in found:
        places.append(places[-1] + len(word))
    return places


def _common(ours: list[str], theirs: list[str], at: int, to: int) -> Pairs:
    """The words that stay; `at` and `to` are where these parts begin in the whole."""
    head = 0
    while head < min(len(ours), len(theirs)) and ours[head] == theirs[head]:
        head += 1
    tail = 0
    while tail < min(len(ours), len(theirs)) - head and ours[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    one, other = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    inner = _shortest(one, other)
    if inner is None:
        inner = _anchored(one, other)
    pairs = [(at + n, to + n) for n in range(head)]
    pairs += [(at + head + x, to + head + y) for x, y in inner]
    return pairs + [(at + len(ours) - n, to + len(theirs) - n) for n in range(tail, 0, -1)]


def _shortest(ours: list[str], theirs: list[str]) -> Pairs | None:
    """The words that stay in a difference of fewest words; `None` if more than `FAR` change."""
    if not ours or not theirs:
        return []
    reach = {1: 0}
    trail: list[dict[int, int]] = []
    for distance in range(min(len(ours) + len(theirs), FAR) + 1):
        trail.append(dict(reach))
        for line in range(-distance, distance + 1, 2):
            down = line == -distance or (line != distance and reach[line - 1] < reach[line + 1])
            x = reach[line + 1] if down else reach[line - 1] + 1
            y = x - line
            while x < len(ours) and y < len(theirs) and ours[x] == theirs[y]:
                x, y = x + 1, y + 1
            reach[line] = x
            if x >= len(ours) and y >= len(theirs):
                return _walk(trail, len(ours), len(theirs))
    return None


def _walk(trail: list[dict[int, int]], x: int, y: int) -> Pairs:
    """Back along the furthest reaching paths."""
    pairs: Pairs = []
    for distance in range(len(trail) - 1, -1, -1):
        reach, line = trail[distance], x - y
        down = line == -distance or (line != distance and reach[line - 1] < reach[line + 1])
        before = line + 1 if down else line - 1
        was_x = reach[before] if distance else 0
        was_y = was_x - before if distance else 0
        while x > was_x and y > was_y:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        x, y = was_x, was_y
    return pairs[::-1]


def _anchored(ours: list[str], theirs: list[str]) -> Pairs:
    """The words that stay between words that stand once in each text and in the same order in both."""
    mine, once = _once(ours), _once(theirs)
    anchors = growing([(place, once[word]) for word, place in mine.items() if word in once])
    pairs: Pairs = []
    at, to = 0, 0
    for one, other in [*anchors, (len(ours), len(theirs))] if anchors else []:
        pairs += _common(ours[at:one], theirs[to:other], at, to)
        if one < len(ours):
            pairs.append((one, other))
        at, to = one + 1, other + 1
    return pairs


def _once(found: list[str]) -> dict[str, int]:
    """The words that stand once, in their order, and where."""
    places: dict[str, int] = {}
    for place, word in enumerate(found):
        places[word] = -1 if word in places else place
    return {word: place for word, place in places.items() if place >= 0}


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

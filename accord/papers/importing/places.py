"""Places in lists that stay where they are when something is put between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence


def places(keys: Sequence[str], current: Mapping[str, int], step: int, most: int = 100_000) -> dict[str, int]:
    """A place for each key, rising in the order of `keys`; a key that has a fitting place keeps it.

    >>> places(["a", "b", "c"], {}, 10)
    {'a': 10, 'b': 20, 'c': 30}
    >>> places(["a", "x", "b", "c"], {"a": 10, "b": 20, "c": 30}, 10)
    {'a': 10, 'x': 15, 'b': 20, 'c': 30}
    >>> places(["c", "a", "b"], {"a": 10, "b": 20, "c": 30}, 10)
    {'c': 5, 'a': 10, 'b': 20}
    """
    kept = _longest_rise([(key, current[key]) for key in keys if key in current])
    out: dict[str, int] = {}
    before, waiting = 0, []
    for key in keys:
        if key not in kept:
            waiting.append(key)
            continue
        room = kept[key] - before
        if room <= len(waiting):
            return _afresh(keys, step, most)
        for n, late in enumerate(waiting, 1):
            out[late] = before + room * n // (len(waiting) + 1)
        out[key], before, waiting = kept[key], kept[key], []
    for late in waiting:
        before += step
        out[late] = before
    return out if before <= most else _afresh(keys, step, most)


def _afresh(keys: Sequence[str], step: int, most: int) -> dict[str, int]:
    step = max(1, min(step, most // max(1, len(keys))))
    return {key: step * n for n, key in enumerate(keys, 1)}


def _longest_rise(pairs: Sequence[tuple[str, int]]) -> dict[str, int]:
    """The longest run of keys whose places rise, in order."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for n, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        back.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [n]
    out: dict[str, int] = {}
    n = ends[-1] if ends else -1
    while n >= 0:
        out[pairs[n][0]] = pairs[n][1]
        n = back[n]
    return out


def labels(wanted: Sequence[tuple[str, ...]], current: Mapping[str, tuple[str, ...]], stem: str) -> list[str]:
    """A label for each record: that of an equal one on record, else of one alike in its first part, else a new one.

    Args:
        wanted: what tells a record from others, most telling first.
        current: the same of the records there are, by label.
        stem: of new labels: `panel` gives `panel-1`.

    >>> labels([("Law", "Ada"), ("Work", "Bo")], {"panel-1": ("Work", "Bo")}, "panel")
    ['panel-2', 'panel-1']
    """
    free = dict(current)
    out: dict[int, str] = {}
    for first, last in ((0, None), (0, 1), (1, None)):
        for n, one in enumerate(wanted):
            if n in out or not one[first:last]:
                continue
            if found := next((name for name, old in free.items() if old[first:last] == one[first:last]), None):
                out[n] = found
                del free[found]
    for n in range(len(wanted)):
        if n not in out and len(free) and len(wanted) == len(current):
            out[n] = next(iter(free))
            del free[out[n]]
    used, number = {*current, *out.values()}, 0
    for n in range(len(wanted)):
        while n not in out:
            number += 1
            if f"{stem}-{number}" not in used:
                out[n] = f"{stem}-{number}"
    return [out[n] for n in range(len(wanted))]


class Labels:
    """The labels of a register, each taken once: that of a record alike, else one of that name, else a new one.

    >>> known = Labels({"s-1": ("general", "AUT"), "s-2": ("general", "CUB")})
    >>> known.take(("general", "CUB"), "general-CUB"), known.take(("general", "PAK"), "general-PAK")
    ('s-2', 'general-PAK')
    """

    def __init__(self, current: Mapping[str, tuple[object, ...]]) -> None:
        self._free = dict(current)
        self._taken: set[str] = set()

    def take(self, alike: tuple[object, ...], otherwise: str) -> str:
        """The label for a record that is told from others by `alike`; `otherwise` is the name of a new one."""
        found = next((name for name, old in self._free.items() if old == alike), None)
        found = otherwise if found is None and otherwise in self._free else found
        if found is not None:
            del self._free[found]
            self._taken.add(found)
            return found
        name, number = otherwise, 1
        while name in self._taken or name in self._free:
            number += 1
            name = f"{otherwise}-{number}"
        self._taken.add(name)
        return name

"""Which unit of one version is which of another: by their labels, and where numbering differs by what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from accord.papers.consistency.said import Said

_SAME_LABEL, _SAME_FACTS, _SAME_LENGTH, _GAP = 1.0, 2.0, 0.5, -0.6

WIDEST = 60
"""How many places a unit may stand off its like, beside the difference in number: what is further apart is no pair."""
NEVER = float("-inf")


class Pair(Struct, frozen=True):
    """A unit here and its like there; `None` where there is none."""

    here: str | None
    there: str | None


def paired(ours: Mapping[str, Said], theirs: Mapping[str, Said]) -> list[Pair]:
    """All units of both versions in order, paired.

    Where both have the same labels in the same order they are pairs by label. Otherwise the pairs are those, in
    order, that have most in common: label, facts, length in proportion to the whole. Only units of one kind pair.
    """
    if list(ours) == list(theirs):
        return [Pair(unit, unit) for unit in ours]
    here, there = list(ours), list(theirs)
    likeness = _Likeness(ours, theirs)
    wide = WIDEST + abs(len(here) - len(there))
    best = [[NEVER] * (len(there) + 1) for _ in range(len(here) + 1)]
    best[len(here)][len(there)] = 0.0
    for m in range(len(here), -1, -1):
        for n in range(min(len(there), m + wide), max(0, m - wide) - 1, -1):
            if m < len(here) or n < len(there):
                best[m][n] = max(score for score, _, _ in _steps(m, n, here, there, best, likeness))
    out: list[Pair] = []
    m = n = 0
    while m < len(here) or n < len(there):
        _, to_m, to_n = max(_steps(m, n, here, there, best, likeness))
        out.append(Pair(here[m] if to_m > m else None, there[n] if to_n > n else None))
        m, n = to_m, to_n
    return out


def _steps(
    m: int, n: int, here: Sequence[str], there: Sequence[str], best: list[list[float]], likeness: _Likeness
) -> list[tuple[float, int, int]]:
    """The ways on from a place, each with what it is worth in all."""
    out: list[tuple[float, int, int]] = []
    if m < len(here) and n < len(there) and (score := likeness.of(here[m], there[n])) is not None:
        out.append((score + best[m + 1][n + 1], m + 1, n + 1))
    if m < len(here):
        out.append((_GAP + best[m + 1][n], m + 1, n))
    if n < len(there):
        out.append((_GAP + best[m][n + 1], m, n + 1))
    return out


class _Likeness:
    """How much two units have in common."""

    def __init__(self, ours: Mapping[str, Said], theirs: Mapping[str, Said]) -> None:
        self.ours, self.theirs = ours, theirs
        self.scale = sum(one.length for one in ours.values()) / max(1, sum(one.length for one in theirs.values()))
        self.tokens = [{unit: _tokens(one) for unit, one in side.items()} for side in (ours, theirs)]

    def of(self, here: str, there: str) -> float | None:
        """What a pair is worth; nothing for units of different kinds."""
        if _kind(here) != _kind(there):
            return None
        a, b = self.tokens[0][here], self.tokens[1][there]
        total = sum(a.values()) + sum(b.values())
        facts = 2 * sum((a & b).values()) / total if total else 0.0
        one, two = self.ours[here].length, self.theirs[there].length * self.scale
        length = min(one, two) / max(one, two, 1)
        return _SAME_LABEL * (here == there) + _SAME_FACTS * facts + _SAME_LENGTH * length


def _kind(unit: str) -> tuple[str, int]:
    """The kind of a unit and its depth, from its name: `para-9-e` is below `para-9`."""
    name, *below = unit.split("-")
    return name, len(below)


def _tokens(said: Said) -> Counter[str]:
    """All facts of a unit under one roof."""
    return said.symbols + said.dates + said.states + said.figures + said.marks

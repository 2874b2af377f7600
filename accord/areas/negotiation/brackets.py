"""Square brackets: what a draft has not agreed, nested, with alternatives; read and written again without loss.

    [Each][All] State[s] shall [act [promptly]/refrain]

A bracket holds words and further brackets. With `slash`, a stroke directly within a bracket parts alternatives;
brackets side by side with nothing but spaces between are alternatives of each other in every draft. The full-width
brackets of Chinese texts are brackets too, closed by their own kind. A bracket without its partner is no bracket:
it stays in the text as a sign and is a finding with its place.

>>> write(parse("[Each][All] State[s] shall [act [promptly]/refrain]", slash=True))
'[Each][All] State[s] shall [act [promptly]/refrain]'
>>> [(one.start, one.end, one.depth, one.row) for one in brackets("[Each] [All] State[s]")]
[(0, 6, 1, 0), (7, 12, 1, 0), (18, 21, 1, 2)]
>>> unbalanced("[both] one]")
(Finding(kind='not-opened', place=10),)
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import msgspec

from accord.areas.negotiation.edits import Change, Edits, from_changes

DEEPEST = 50
"""Brackets within brackets; what is deeper is read as signs."""
_PAIRS = {"[": "]", "［": "］"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}

State = Literal["agreed", "withdrawn"]


class Group(msgspec.Struct, frozen=True):
    """A bracket: its alternatives, of which there is one where no stroke parts it, and its opening sign."""

    options: tuple[tuple[str | Group, ...], ...]
    opener: str = "["


Nodes = tuple[str | Group, ...]


class Finding(msgspec.Struct, frozen=True):
    """A bracket sign that is no bracket, at a code point: never closed, never opened, or too deep."""

    kind: Literal["not-closed", "not-opened", "too-deep"]
    place: int


class Bracket(msgspec.Struct, frozen=True):
    """A bracket of a text, from its opening sign to after its closing one, in code points."""

    start: int
    end: int
    depth: int
    """1 for a bracket that stands in no other."""
    within: int | None
    """The number of the bracket that it stands in."""
    strokes: tuple[int, ...]
    """The places of the strokes that part its alternatives."""
    row: int
    """The number of the first of the brackets that are alternatives of each other."""


def brackets(text: str, *, slash: bool = False) -> tuple[Bracket, ...]:
    """The brackets of a text, by where they open."""
    return _read(text, slash)[0]


def unbalanced(text: str) -> tuple[Finding, ...]:
    """The signs of a text that open or close nothing, by their places."""
    return _read(text, False)[1]


def parse(text: str, *, slash: bool = False) -> Nodes:
    """A text as words and brackets."""
    found = brackets(text, slash=slash)
    inner: dict[int | None, list[int]] = {}
    for number, one in enumerate(found):
        inner.setdefault(one.within, []).append(number)

    def part(start: int, end: int, within: int | None) -> Nodes:
        nodes: list[str | Group] = []
        place = start
        for number in inner.get(within, ()):
            one = found[number]
            if start <= one.start < end:
                nodes += [text[place : one.start]] if place < one.start else []
                cuts = (one.start, *one.strokes, one.end - 1)
                spans = pairwise(cuts)
                nodes.append(Group(tuple(part(a + 1, b, number) for a, b in spans), text[one.start]))
                place = one.end
        return (*nodes, text[place:end]) if place < end else tuple(nodes)

    return part(0, len(text), None)


def write(nodes: Nodes) -> str:
    """The text of words and brackets."""
    return "".join(
        node if isinstance(node, str) else node.opener + "/".join(map(write, node.options)) + _PAIRS[node.opener]
        for node in nodes
    )


def settle(text: str, start: int, state: State, option: int | None = None, *, slash: bool = False) -> Edits | None:
    """The edits that settle the bracket that opens at `start`; `None` where none does or it has no such option.

    Agreed, the signs go, and of several alternatives all but `option` (counted from 0). Withdrawn, all of it goes,
    and one space that would be left beside another, before a sign or at an end.

    >>> from accord.areas.negotiation.edits import apply
    >>> text = "States [shall/should] act [promptly]."
    >>> apply(settle(text, 7, "agreed", 1, slash=True), text)
    'States should act [promptly].'
    >>> apply(settle(text, 26, "withdrawn"), text)
    'States [shall/should] act.'
    """
    one = next((found for found in brackets(text, slash=slash) if found.start == start), None)
    if one is None:
        return None
    if state == "withdrawn":
        return None if option is not None else from_changes([_without(text, one)], len(text))
    cuts = (one.start, *one.strokes, one.end - 1)
    chosen = 0 if option is None and len(cuts) == 2 else option
    if chosen is None or not 0 <= chosen < len(cuts) - 1:
        return None
    made = [Change(one.start, cuts[chosen] + 1, ""), Change(cuts[chosen + 1], one.end, "")]
    if made[0].end == made[1].start:
        made = [Change(one.start, one.end, "")]
    return from_changes(made, len(text))


def _without(text: str, one: Bracket) -> Change:
    before, after = text[: one.start], text[one.end :]
    if before.endswith(" ") and (not after or (not after[0].isalnum() and after[0] not in _PAIRS)):
        return Change(one.start - 1, one.end, "")
    if not before and after.startswith(" "):
        return Change(one.start, one.end + 1, "")
    return Change(one.start, one.end, "")


def _read(text: str, slash: bool) -> tuple[tuple[Bracket, ...], tuple[Finding, ...]]:
    """One walk along the text: the pairs of signs, and the signs without a partner."""
    pairs: dict[int, int] = {}
    findings: list[Finding] = []
    opened: list[int] = []
    strokes: dict[int, list[int]] = {}
    for place, char in enumerate(text):
        if char in _PAIRS:
            opened.append(place)
        elif char in _CLOSERS:
            if opened and text[opened[-1]] == _CLOSERS[char]:
                pairs[opened.pop()] = place
            else:
                findings.append(Finding("not-opened", place))
        elif char == "/" and slash and opened:
            strokes.setdefault(opened[-1], []).append(place)
    findings += [Finding("not-closed", place) for place in opened]
    found: list[Bracket] = []
    around: list[int] = []
    last: dict[int | None, int] = {}
    for start in sorted(pairs):
        while around and found[around[-1]].end <= start:
            around.pop()
        if len(around) == DEEPEST:
            findings += [Finding("too-deep", start)]
            continue
        within = around[-1] if around else None
        row = len(found)
        neighbour = last.get(within)
        if neighbour is not None and not text[found[neighbour].end : start].strip(" "):
            row = found[neighbour].row
        last[within] = len(found)
        around.append(len(found))
        found.append(Bracket(start, pairs[start] + 1, len(around), within, tuple(strokes.get(start, ())), row))
    return tuple(found), tuple(sorted(findings, key=lambda finding: finding.place))

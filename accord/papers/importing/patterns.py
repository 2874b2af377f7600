"""How a document writes the items of a list: the commonest wording of each kind, and the exceptions.

A wording is kept for a kind if it gives back more items of that kind than any other; each item
that it does not give back, to the character, gets a pattern of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.areas.drafting.acts import Piece, Slot
from accord.papers.importing.match import bare
from accord.papers.report.context import Context, Unresolved, words
from accord.papers.report.items import closing, fill

_END = re.compile(r"\s*[;；.。，,:：]?(?:\s*(?:\band|\bet|\by|\bи|以及|和|و))?\s*$")


class Item(Struct, frozen=True):
    """An item of a list as printed: its record and kind, its words as pieces, what closes it, its place of how many."""

    key: str
    case: str
    text: str
    pieces: tuple[Piece, ...]
    end: str
    place: int
    number: int


class Learnt(Struct, frozen=True):
    """A wording: of a kind of items, or of one item only."""

    case: str
    only: str | None
    pieces: tuple[Piece, ...]
    end: str | None


def split_end(text: str) -> tuple[str, str]:
    """An item's words and what closes it.

    >>> split_end("Agenda (A/AC.1/1); and"), split_end("议程(A/AC.281/1)；")
    (('Agenda (A/AC.1/1)', '; and'), ('议程(A/AC.281/1)', '；'))
    """
    found = _END.search(text)
    at = found.start() if found else len(text)
    return text[:at], text[at:].strip()


def learn(items: Sequence[Item], register: str, context: Context) -> list[Learnt]:
    """The patterns that give back every item."""
    out: list[Learnt] = []
    for case in dict.fromkeys(item.case for item in items):
        same = [item for item in items if item.case == case]
        best = max(_wordings(same), key=lambda w: sum(_gives(w, item, register, context) for item in same))
        out.append(best)
        for item in same:
            if not _gives(best, item, register, context):
                usual = closing(register, item.place, item.number, context.language)
                end = None if bare(usual) == bare(item.end) else item.end
                out.append(Learnt(case, item.key, item.pieces, end))
    return out


def _wordings(items: Sequence[Item]) -> list[Learnt]:
    """Every wording among the items, with the separators and exceptions of its lists and without."""
    out: list[Learnt] = []
    ends: list[str | None] = [None, *dict.fromkeys(item.end for item in items)]
    for item in items:
        plain = tuple(replace(p, joints=(), forms={}) if isinstance(p, Slot) else p for p in item.pieces)
        for pieces in (plain, item.pieces):
            for end in ends:
                one = Learnt(item.case, None, pieces, end)
                if one not in out:
                    out.append(one)
    return out


def _gives(wording: Learnt, item: Item, register: str, context: Context) -> bool:
    """Whether a wording gives back an item and its closing sign."""
    end = closing(register, item.place, item.number, context.language) if wording.end is None else wording.end
    if bare(end) != bare(item.end):
        return False
    try:
        return bare(words(fill(context.about(item.key), wording.pieces, 0))) == bare(item.text)
    except Unresolved:
        return False

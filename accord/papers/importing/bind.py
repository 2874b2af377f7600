"""A unit's text as pieces: words as printed, and slots where the record gives back exactly what is printed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from accord.areas.drafting.acts import Piece, Slot
from accord.papers.importing.candidates import Hint
from accord.papers.importing.match import Found, Printed, everywhere, listed, said, single
from accord.papers.reading.structs import Mark
from accord.papers.report.context import Context
from accord.wire import codec

NAMES = (
    Slot(of="body", part="name"),
    Slot(of="statement", key="opening", part="officials"),
    Slot(of="service", part="provider"),
    Slot(of="body", part="resolution-title"),
)
"""Looked for in every text, whatever the reader says of it; a title only in quotation marks."""

LONGEST_PIECE = 8_000
"""Characters of one piece of words: at most 32,000 bytes."""

_QUOTES = '“”"«»「」『』'


def bind(text: str, hints: Sequence[Hint], context: Context, end: int | None = None) -> tuple[list[Found], list[Hint]]:
    """The slots of `text[:end]`, without overlap and in order, and the hints that could not be bound."""
    printed = Printed(text[:end])
    found: list[Found] = []
    missed: list[Hint] = []
    for slot in NAMES:
        for one in everywhere(printed, slot, context, 8):
            before, after = text[: one.start].rstrip()[-1:], text[one.end :].lstrip()[:1]
            if slot.part != "resolution-title" or (before and before in _QUOTES and after and after in _QUOTES):
                _enter(found, one)
    for hint in sorted(hints, key=lambda h: not h.whole):
        if hint.start >= len(printed.text):
            continue
        place = _first(printed, hint, context)
        entered = place is not None and _enter(found, place)
        if not entered and not hint.quiet and not any(f.start <= hint.start and hint.end <= f.end for f in found):
            missed.append(hint)
    return sorted(found, key=lambda f: f.start), missed


def _first(printed: Printed, hint: Hint, context: Context) -> Found | None:
    """The place of a hint: a whole list by its members, else the slot that fits best."""
    if not hint.whole:
        one = single(printed, [_here(s, context) for s in hint.slots], context, hint.start, hint.end)
        return None if one and hint.exact and (one.start, one.end) != (hint.start, hint.end) else one
    for slot in (*hint.slots, *(replace(slot, order="language") for slot in hint.slots)):
        one = listed(printed, _here(slot, context), context, hint.start)
        if one is not None and one.start <= hint.end and hint.start <= one.end:
            return one
    return None


def _here(slot: Slot, context: Context) -> Slot:
    """The slot, its key left out where it names the record at hand: what makes a pattern serve every item."""
    if (
        context.at is not None
        and slot.key == context.at
        and said(replace(slot, key=None), context) == said(slot, context)
    ):
        return replace(slot, key=None)
    return slot


def _enter(found: list[Found], one: Found) -> bool:
    if any(one.start < other.end and other.start < one.end for other in found):
        return False
    found.append(one)
    return True


def pieces(text: str, found: Sequence[Found], marks: Sequence[tuple[int, Slot]] = ()) -> tuple[Piece, ...]:
    """Words and slots in order; footnote indicators are slots of their own at their offset.

    >>> pieces("Chad met Mali.", [Found(0, 4, Slot(of="party", key="TCD", part="name"))])[1]
    ' met Mali.'
    """
    cuts: list[tuple[int, int, Slot]] = sorted(
        [(f.start, f.end, f.slot) for f in found] + [(offset, offset, slot) for offset, slot in marks],
        key=lambda c: c[:2],
    )
    out: list[Piece] = []
    at = 0
    for start, end, slot in cuts:
        out.extend(_words(text[at:start]))
        out.append(slot)
        at = end
    out.extend(_words(text[at:]))
    return tuple(out)


def _words(text: str) -> list[Piece]:
    """Words as pieces, a very long stretch as several."""
    return [text[n : n + LONGEST_PIECE] for n in range(0, len(text), LONGEST_PIECE)]


def chunks(parts: tuple[Piece, ...], most: int) -> list[tuple[Piece, ...]]:
    """Pieces in groups of at most `most` bytes each, so that each fits in an act.

    >>> chunks(("abc", "def", "g"), 4)
    [('abc',), ('def', 'g')]
    """
    out: list[list[Piece]] = [[]]
    size = 0
    for part in parts:
        length = len(codec.encode(part)) if isinstance(part, Slot) else len(part.encode())
        if out[-1] and size + length > most:
            out.append([])
            size = 0
        out[-1].append(part)
        size += length
    return [tuple(one) for one in out]


def inside(mark: Mark, found: Sequence[Found]) -> Found | None:
    """The slot in whose words a footnote indicator stands, if any."""
    return next((f for f in found if f.start < mark.offset < f.end), None)

"""From edits to the bracket that they settle: what somebody did with the keys of a word processor, said as what it is.

To take away the signs of a bracket is to agree to its words, to take it all away is to withdraw it. Edits that come
to the text that such a settlement comes to are told as the settlement, so that it is known as one afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from accord.areas.negotiation.brackets import Bracket, brackets, settle
from accord.areas.negotiation.changes import AmendText, Rewording, SettleBracket
from accord.areas.negotiation.edits import Edits, apply
from accord.areas.negotiation.text import digest


def asked(unit: str, base: str, edits: Edits, *, slash: bool) -> AmendText | SettleBracket:
    """What edits of the text `base` of a unit ask for: a bracket settled if they do nothing else, else other words.

    >>> from accord.areas.negotiation.difference import difference
    >>> text = "State[s] [shall/should] act [promptly]."
    >>> for after in ("States [shall/should] act [promptly].", "State[s] should act [promptly].", "State[s] act."):
    ...     print(type(asked("para-1", text, difference(text, after), slash=True)).__name__)
    SettleBracket
    SettleBracket
    AmendText
    """
    wanted = apply(edits, base)
    if any(sign in base for sign in "[［"):
        for change in _settlements(unit, base, wanted, slash):
            made = settle(base, change.start, change.settled, change.option, slash=slash)
            if made is not None and apply(made, base) == wanted:
                return change
    return AmendText(unit=unit, base=digest(base), edits=edits)


def edits_of(change: Rewording, text: str, slash: bool) -> Edits | None:
    """The edits that a change of words asks for, of the text that it names; `None` where it settles no bracket."""
    if isinstance(change, AmendText):
        return change.edits
    return settle(text, change.start, change.settled, change.option, slash=slash)


def _settlements(unit: str, base: str, wanted: str, slash: bool) -> Iterator[SettleBracket]:
    """The settlements that can have made a text, by where it begins and ends to be another and how much shorter it is.

    There are few: brackets around one place, and with a bracket that is withdrawn one space may go.
    """
    same = _shared(base, wanted)
    rest = len(base) - _shared(base[::-1], wanted[::-1])
    shorter, hashed = len(base) - len(wanted), digest(base)
    for one in brackets(base, slash=slash):
        if one.start <= same + 1 and rest - 1 <= one.end:
            if shorter - (one.end - one.start) in (0, 1):
                yield SettleBracket(unit=unit, base=hashed, start=one.start, settled="withdrawn")
            for option in _options(one, one.end - one.start - shorter):
                yield SettleBracket(unit=unit, base=hashed, start=one.start, settled="agreed", option=option)


def _options(one: Bracket, length: int) -> Iterator[int | None]:
    """The alternatives of a bracket that are so long; `None` of a bracket that has no others."""
    if not one.strokes:
        yield from [None] if one.end - one.start - 2 == length else []
        return
    for option, (before, after) in enumerate(pairwise((one.start, *one.strokes, one.end - 1))):
        if after - before - 1 == length:
            yield option


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginnings on."""
    found = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(found, min(len(one), len(other)))

"""From a text as somebody typed it to the change that it asks for.

Whoever types sees one paragraph and changes it; which words that drops and puts is worked out here. What typing does
to every text without meaning it (ends of lines, spaces around) is taken away first, so that it asks for nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Mapping
from itertools import count

from accord.areas.negotiation.brackets import brackets, settle
from accord.areas.negotiation.changes import AmendText, SettleBracket
from accord.areas.negotiation.difference import difference
from accord.areas.negotiation.edits import Edits, apply, check
from accord.areas.negotiation.numbering import suffix
from accord.areas.negotiation.settling import asked

_LONGEST_STEM = 50
"""Characters of the part of a name that its number follows."""


def as_unit(typed: str, base: str = "") -> str:
    """What was typed, as the text of a unit: NFC, on one line, the space around it as around `base`.

    >>> as_unit("  All\\r\\nStates shall act. ", "The States shall act.")
    'All States shall act.'
    """
    text = unicodedata.normalize("NFC", " ".join(typed.splitlines())).strip()
    head = len(base) - len(base.lstrip())
    return base[:head] + text + base[len(base.rstrip()) :] if text and base.strip() else text


def amended(unit: str, base: str, typed: str, *, slash: bool = False) -> AmendText | SettleBracket:
    """The amendment of a unit that makes what was typed of the text `base`; a bracket settled if it does just that.

    Raises:
        Misfit: that is no text, or nothing is changed, or nothing is left.

    >>> amended("para-1", "The States shall act.", "The States should act.").edits
    (Keep(n=11), Drop(n=5), Put(text='should'), Keep(n=5))
    """
    edits = difference(base, as_unit(typed, base))
    check(edits, base)
    return asked(unit, base, edits, slash=slash)


def chosen(text: str, start: int, *, slash: bool) -> Edits | None:
    """The edits that keep the words of the bracket opening at `start` and drop its alternatives beside it.

    `None` where no bracket opens there, it has none beside it, or strokes part it within.

    >>> text = "States shall [act] [refrain] promptly."
    >>> apply(chosen(text, 13, slash=False), text)
    'States shall act promptly.'
    """
    found = brackets(text, slash=slash)
    one = next((bracket for bracket in found if bracket.start == start), None)
    beside = [] if one is None else [bracket for bracket in found if bracket.row == one.row and bracket is not one]
    if one is None or not beside or any(bracket.within != one.within for bracket in beside):
        return None
    after = text
    for bracket in sorted([one, *beside], key=lambda bracket: -bracket.start):
        edits = settle(after, bracket.start, "agreed" if bracket is one else "withdrawn", slash=slash)
        if edits is None:
            return None
        after = apply(edits, after)
    return difference(text, after)


def free_label(after: str | None, taken: Mapping[str, object]) -> str:
    """A label for a new unit after another, which no unit has.

    >>> free_label("para-2", {"para-2": 1, "para-2-bis": 1}), free_label(None, {})
    ('para-2-ter', 'new-bis')
    """
    number = 1
    while (name := f"{(after or 'new')[:50]}-{suffix(number).strip('()')}") in taken:
        number += 1
    return name


def next_name(taken: Container[str], stem: str = "A") -> str:
    """A name for a new amendment: the stem with the first number that is free.

    >>> next_name({"A.1", "A.2"}), next_name({"A.1", "A.2"}, "A.2")
    ('A.3', 'A.2.1')
    """
    stem = stem[:_LONGEST_STEM]
    return next(name for number in count(1) if (name := f"{stem}.{number}") not in taken)

"""Where the words of a record stand in a printed text, white space aside.

A place is bound only if what the record gives is exactly what is printed there, so finding
it is comparing, not guessing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.areas.drafting.acts import Slot
from accord.papers.report.context import Context, Unresolved, words
from accord.papers.report.listing import separators
from accord.papers.report.names import PARTY_FORMS
from accord.papers.report.slots import members, resolve

LONGEST_JOINT = 12
"""Characters, white space aside, that may stand between two members of a list."""


class Printed:
    """A printed text and the same without white space, with the way back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = [n for n, c in enumerate(text) if not c.isspace()]
        self.bare = "".join(text[n] for n in self.places)

    def at(self, place: int) -> int:
        """The place in `bare` of a place in `text`.

        >>> Printed("a b c").at(4)
        2
        """
        return bisect_left(self.places, place)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The range of `text` that a range of `bare` stands for.

        >>> Printed("a b c").back(1, 3)
        (2, 5)
        """
        return self.places[start], self.places[end - 1] + 1


class Found(Struct, frozen=True):
    """A slot and the range of the text that it gives back."""

    start: int
    end: int
    slot: Slot


def bare(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def said(slot: Slot, context: Context) -> str | None:
    """What a slot gives, without white space; `None` where the record does not fill it."""
    try:
        return bare(words(resolve(slot, context))) or None
    except (Unresolved, ValueError, KeyError):
        return None


def single(printed: Printed, slots: Sequence[Slot], context: Context, start: int, end: int) -> Found | None:
    """The slot among `slots` that gives the range, or the most beyond it, or the most within it.

    Beyond: a name with its article, a date with its preposition. Within: the number in "panel 4".
    """
    low, high = printed.at(start), printed.at(end)
    best: tuple[int, int, Found] | None = None
    for slot in slots:
        text = said(slot, context)
        if text is None:
            continue
        at = printed.bare.find(text, max(0, low - 12))
        while 0 <= at <= high:
            stop = at + len(text)
            covers = at <= low and stop >= high
            within = low <= at and stop <= high
            if covers or within:
                rank = (1 if covers else 0, len(text))
                if best is None or rank > best[:2]:
                    best = (*rank, Found(*printed.back(at, stop), slot))
            at = printed.bare.find(text, at + 1)
    return None if best is None else best[2]


def everywhere(printed: Printed, slot: Slot, context: Context, least: int = 4) -> list[Found]:
    """Every place where a slot's words stand, if they have at least `least` characters."""
    text = said(slot, context)
    if text is None or len(text) < least:
        return []
    return [Found(*printed.back(m.start(), m.end()), slot) for m in re.finditer(re.escape(text), printed.bare)]


def listed(printed: Printed, slot: Slot, context: Context, near: int = 0) -> Found | None:
    """The place of a whole list: all members of the record in order, with whatever separators are printed.

    The slot returned says the form of names, which members are written otherwise, and the
    separators where they are not the language's own.
    """
    choices = _choices(slot, context)
    if not choices:
        return None
    joint = f"(.{{1,{LONGEST_JOINT}}}?)"
    texts = [sorted(set(forms.values()), key=len, reverse=True) for _, forms in choices]
    pattern = re.compile(joint.join("(" + "|".join(re.escape(t) for t in some) + ")" for some in texts))
    found = pattern.search(printed.bare, max(0, printed.at(near) - 12)) or pattern.search(printed.bare)
    if found is None:
        return None
    number = len(choices)
    said_so = [found[2 * n + 1] for n in range(number)]
    # The form of the list is the one in which most members stand as printed; the others are written otherwise.
    usual = max(
        PARTY_FORMS, key=lambda f: sum(forms.get(f) == t for (_, forms), t in zip(choices, said_so, strict=True))
    )
    exceptions = {
        key: next(form for form, text in forms.items() if text == printed_so)
        for (key, forms), printed_so in zip(choices, said_so, strict=True)
        if forms.get(usual) != printed_so
    }
    start, end = printed.back(found.start(), found.end())
    gaps = []
    for n in range(number - 1):
        _, left = printed.back(found.start(2 * n + 1), found.end(2 * n + 1))
        right, _ = printed.back(found.start(2 * n + 3), found.end(2 * n + 3))
        gaps.append(printed.text[left:right])
    made = Slot(
        of=slot.of,
        key=slot.key,
        part=slot.part,
        form=None if usual == PARTY_FORMS[0] else usual,
        joints=_joints(gaps, context.language),
        forms=exceptions,
        order=slot.order,
    )
    return Found(start, end, made) if said(made, context) == printed.bare[found.start() : found.end()] else None


def _choices(slot: Slot, context: Context) -> list[tuple[str, dict[str, str]]]:
    """For each member: its key, and form by form its words."""
    plain = Slot(of=slot.of, key=slot.key, part=slot.part, order=slot.order)
    try:
        keys = [key for key, _ in members(plain, context)]
    except Unresolved:
        return []
    out: list[tuple[str, dict[str, str]]] = []
    for key in keys:
        forms = {form: text for form in PARTY_FORMS if (text := _member(plain, context, key, form))}
        if not forms:
            return []
        out.append((key, forms))
    return out


def _member(slot: Slot, context: Context, key: str, form: str) -> str | None:
    """The words of one member in one form, the others as usual."""
    try:
        found = members(replace(slot, forms={key: form}), context)
    except Unresolved:
        return None
    return next((bare(words(segments)) for name, segments in found if name == key), None)


def _joints(gaps: Sequence[str], language: str) -> tuple[str, ...]:
    """The separators as a slot keeps them: none where they are the language's own.

    >>> _joints([", ", " and "], "en"), _joints(["、", "、"], "zh"), _joints(["；", "、", "；和"], "zh")
    ((), ('、',), ('；', '、', '；和'))
    """
    if not gaps or [bare(g) for g in gaps] == [bare(s) for s in separators(len(gaps) + 1, language)]:
        return ()
    if len(set(gaps)) == 1:
        return (gaps[0],)
    return (gaps[0], gaps[-1]) if len(set(gaps[:-1])) == 1 else tuple(gaps)

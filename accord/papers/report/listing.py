"""Lists of members within a sentence, with the separators of the language or those printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from accord.papers.report.context import formula
from accord.papers.report.values import Segment
from accord.words import lists

Member = TypeVar("Member")


def separators(number: int, language: str, joints: Sequence[str] = ()) -> list[str]:
    """What stands between `number` members: `joints` as printed, or the language's own.

    Two joints are "between" and "before the last"; more are taken one by one where their
    number fits, so that a list printed unevenly comes back unevenly until it changes.

    >>> separators(4, "en"), separators(3, "zh", ("；", "和")), separators(2, "zh", ("、",))
    ([', ', ', ', ' and '], ['；', '和'], ['、'])
    """
    if number < 2:
        return []
    if not joints:
        marks = lists.join(["\x00"] * number, language).split("\x00")
        return marks[1:-1]
    if len(joints) == number - 1:
        return list(joints)
    return [joints[0]] * (number - 2) + [joints[-1]]


def joined(members: Sequence[list[Segment]], language: str, joints: Sequence[str] = ()) -> list[Segment]:
    """The members as one list; the separators are made by rule, or those of the document.

    >>> from accord.papers.report.context import bound, words
    >>> words(joined([[bound("Chad", 1)], [bound("Cuba", 2)], [bound("Mali", 3)]], "fr"))
    'Chad, Cuba et Mali'
    """
    if not joints and len(members) > 1:
        # The language's own rule may look at the words (Spanish y before i).
        whole = lists.join(["".join(s.text for s in member) for member in members], language)
        marks = _marks(whole, members)
    else:
        marks = separators(len(members), language, joints)
    out: list[Segment] = []
    for n, member in enumerate(members):
        if n:
            mark = _apart(marks[n - 1], out[-1].text, member, language)
            out.append(Segment(mark, "quoted") if joints else formula(mark))
        out.extend(member)
    return out


def _apart(mark: str, before: str, member: list[Segment], language: str) -> str:
    """A separator with the space that Chinese print puts between a character and a letter or digit."""
    after = member[0].text if member else ""
    if language != "zh" or not mark.strip():
        return mark
    left = " " if before[-1:].isascii() and before[-1:].isalnum() and _HAN.match(mark[0]) else ""
    right = " " if after[:1].isascii() and after[:1].isalnum() and _HAN.match(mark.rstrip()[-1]) else ""
    return left + mark.rstrip() + (right or mark[len(mark.rstrip()) :])


_HAN = re.compile(r"[一-鿿]")


def _marks(whole: str, members: Sequence[list[Segment]]) -> list[str]:
    marks, at = [], 0
    for n, member in enumerate(members):
        text = "".join(segment.text for segment in member)
        start = whole.index(text, at)
        if n:
            marks.append(whole[at:start])
        at = start + len(text)
    return marks


def in_place(members: Sequence[Member], placed: Callable[[Member], bool], key: Callable[[Member], Any]) -> list[Member]:
    """The members in their order, and those without a place of their own put before the first that sorts after them.

    >>> in_place(["Austria", "Brazil", "Cuba", "Chad"], lambda m: m != "Chad", str)
    ['Austria', 'Brazil', 'Chad', 'Cuba']
    """
    out = [member for member in members if placed(member)]
    for late in sorted((member for member in members if not placed(member)), key=key):
        at = next((n for n, member in enumerate(out) if key(member) > key(late)), len(out))
        out.insert(at, late)
    return out

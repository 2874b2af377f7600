"""Amendments to a text as edits that cover all of it: keep, drop, put.

Edits count code points of the text they amend and cover the whole of it. Their one spelling (`normal`) has no
empty edit, no two of a kind side by side, and a `Drop` before the `Put` that takes its place. What stands between
two `Keep`s is a *change*: from here to there, these words instead. Merging speaks of changes, acts carry edits.

>>> text = "The States shall act."
>>> edits = (Keep(n=11), Drop(n=5), Put(text="should"), Keep(n=5))
>>> apply(edits, text)
'The States should act.'
>>> apply(invert(edits, text), "The States should act.") == text
True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

import msgspec
from msgspec import Meta

from accord.acts.values import Value
from accord.areas.negotiation.text import LONGEST, is_sound, is_whole, may_cut

Length = Annotated[int, Meta(ge=1, le=LONGEST)]


class Keep(Value, tag="keep"):
    """The next `n` code points stay."""

    n: Length


class Drop(Value, tag="drop"):
    """The next `n` code points go."""

    n: Length


class Put(Value, tag="put"):
    """Words come here."""

    text: Annotated[str, Meta(min_length=1, max_length=LONGEST)]


Edit = Keep | Drop | Put
Edits = tuple[Edit, ...]


class Change(msgspec.Struct, frozen=True, order=True, gc=False):
    """From `start` to `end` of a text, both in code points and half open, `text` instead of what stands there."""

    start: int
    end: int
    text: str

    @property
    def only_drops(self) -> bool:
        """Whether it puts nothing."""
        return not self.text


class Misfit(ValueError):
    """Edits that do not fit the text they are to amend: says where and why."""


def base_length(edits: Edits) -> int:
    """The length of the text that edits amend."""
    return sum(edit.n for edit in edits if not isinstance(edit, Put))


def new_length(edits: Edits) -> int:
    """The length of the text that edits make."""
    return sum(len(edit.text) if isinstance(edit, Put) else edit.n for edit in edits if not isinstance(edit, Drop))


def check(edits: Edits, text: str) -> None:
    """Insists that edits are an amendment of a text, in the one spelling, and change it into another text.

    Raises:
        Misfit: they cover more or less than the text, cut a cluster, put what is no text, make a text that
            is empty or too long, are spelled otherwise, or change nothing.

    >>> check((Keep(n=3),), "The")
    Traceback (most recent call last):
    accord.areas.negotiation.edits.Misfit: they change nothing
    """
    if base_length(edits) != len(text):
        raise Misfit(f"they cover {base_length(edits)} code points of a text of {len(text)}")
    if edits != normal(edits):
        raise Misfit("they are not in their one spelling")
    made = changes(edits)
    for change in made:
        for place in (change.start, change.end):
            if not may_cut(text, place):
                raise Misfit(f"they cut the text within a character, before code point {place}")
        if not (is_sound(change.text) and is_whole(change.text)):
            raise Misfit(f"what they put at {change.start} is no text: not in NFC, or with control characters")
    if new_length(edits) > LONGEST:
        raise Misfit(f"they make a text of more than {LONGEST} code points")
    if not new_length(edits):
        raise Misfit("they leave nothing: that is asked for as a deletion of the unit")
    if apply(edits, text) == text:
        raise Misfit("they change nothing")


def apply(edits: Edits, text: str) -> str:
    """The text after edits that fit it."""
    out, place = [], 0
    for edit in edits:
        if isinstance(edit, Put):
            out.append(edit.text)
            continue
        if isinstance(edit, Keep):
            out.append(text[place : place + edit.n])
        place += edit.n
    return "".join(out)


def invert(edits: Edits, text: str) -> Edits:
    """The edits that lead back: over what `edits` make of `text`."""
    out: list[Edit] = []
    place = 0
    for edit in edits:
        if isinstance(edit, Put):
            out.append(Drop(n=len(edit.text)))
            continue
        out.append(edit if isinstance(edit, Keep) else Put(text=text[place : place + edit.n]))
        place += edit.n
    return normal(out)


def compose(first: Edits, second: Edits) -> Edits:
    """One amendment that does what `first` and then `second` do.

    Raises:
        Misfit: `second` does not amend a text of the length that `first` makes.

    >>> compose((Keep(n=4), Put(text="two ")), (Drop(n=4), Keep(n=4)))
    (Drop(n=4), Put(text='two '))
    >>> compose((Put(text="two "), Keep(n=6)), (Drop(n=4), Keep(n=6)))
    (Keep(n=6),)
    """
    if new_length(first) != base_length(second):
        raise Misfit("the second does not amend what the first makes")
    out: list[Edit] = []
    ours, theirs = list(reversed(first)), list(reversed(second))
    while ours or theirs:
        if ours and isinstance(ours[-1], Drop):
            out.append(ours.pop())
        elif theirs and isinstance(theirs[-1], Put):
            out.append(theirs.pop())
        else:
            one, other = ours.pop(), theirs.pop()
            n = min(_size(one), _size(other))
            _rest(ours, one, n)
            _rest(theirs, other, n)
            if isinstance(one, Put):
                out += [Put(text=one.text[:n])] if isinstance(other, Keep) else []
            else:
                out.append(Keep(n=n) if isinstance(other, Keep) else Drop(n=n))
    return normal(out)


def normal(edits: Sequence[Edit]) -> Edits:
    """Edits in their one spelling."""
    return from_changes(changes(edits), sum(edit.n for edit in edits if not isinstance(edit, Put)))


def changes(edits: Iterable[Edit]) -> tuple[Change, ...]:
    """What edits change, from the beginning of the text on; no two touch."""
    return tuple(_changes(edits))


def from_changes(made: Iterable[Change], length: int) -> Edits:
    """The edits of a text of `length` that make changes, given in their order, which do not overlap."""
    out: list[Edit] = []
    place = 0
    for change in made:
        if change.start > place:
            out.append(Keep(n=change.start - place))
        if change.end > change.start:
            out.append(Drop(n=change.end - change.start))
        if change.text:
            out.append(Put(text=change.text))
        place = change.end
    if length > place:
        out.append(Keep(n=length - place))
    return tuple(out)


def _changes(edits: Iterable[Edit]) -> Iterator[Change]:
    place, start, words = 0, 0, ""
    for edit in edits:
        if isinstance(edit, Keep):
            if start < place or words:
                yield Change(start, place, words)
            place += edit.n
            start, words = place, ""
        elif isinstance(edit, Drop):
            place += edit.n
        else:
            words += edit.text
    if start < place or words:
        yield Change(start, place, words)


def _size(edit: Edit) -> int:
    return len(edit.text) if isinstance(edit, Put) else edit.n


def _rest(stack: list[Edit], edit: Edit, n: int) -> None:
    """Puts back what is left of an edit after its first `n` code points."""
    if _size(edit) > n:
        if isinstance(edit, Put):
            stack.append(Put(text=edit.text[n:]))
        else:
            stack.append(Keep(n=edit.n - n) if isinstance(edit, Keep) else Drop(n=edit.n - n))

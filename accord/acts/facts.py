"""Facts: what a view keeps of an act that stands until it is corrected."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from accord.acts.entry import Entry
from accord.acts.rulings import insist
from accord.acts.values import Source
from accord.acts.view import Row

A = TypeVar("A")


class Fact(Row, Generic[A], frozen=True):
    """An act that holds: its entry, who said it, and the entries it corrected, oldest first."""

    entry: int
    by: str
    act: A
    corrected: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        """The entry that first recorded the subject, before any correction."""
        return self.corrected[0] if self.corrected else self.entry


def fact(entry: Entry[Any], current: Fact[Any] | None) -> Fact[Any]:
    """The fact an entry makes, remembering the one it corrects."""
    corrected = () if current is None else (*current.corrected, current.entry)
    return Fact(entry.index, entry.by, entry.act, corrected)


def source_of(act: Any) -> Source | None:
    """Where an act says that what it records stands: its own source, or that of its grounds where they name one."""
    grounds = getattr(act, "grounds", None)
    source: Source | None = getattr(act, "source", None) if grounds is None else grounds.source
    return None if source == Source() and grounds is not None else source


def in_print(fact: Fact[Any]) -> tuple[bool, int, int]:
    """What facts are ordered by: their printed place where they have one, then the entry that first recorded them."""
    place = getattr(fact.act, "place", None)
    return place is None, place or 0, fact.first


def insist_correct(act: Any, current: Fact[Any] | None) -> None:
    """Insists that an act is the first of its kind about its subject, or names the entry that it corrects.

    Corrections are delete-and-add pairs in one act, as in material accounting reports:
    the corrected entry stays in the record and in the fact's history.
    """
    corrects = act.corrects
    if current is None:
        insist(corrects is None, "nothing-to-correct")
    else:
        insist(corrects is not None, "already-recorded")
        insist(corrects == current.entry, "not-the-current-entry")

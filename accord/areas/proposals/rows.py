"""The rows of the tables of proposals: who stands by one, what became of it, the lines of a list."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.values import Text
from accord.acts.view import Row
from accord.areas.proposals.acts import Capacity, SourceUnit

State = Literal["standing", "withdrawn", "merged", "divided"]


class Stand(Row, frozen=True):
    """A party stands by a text of a proposal, from the entry that says so until the one that ends it."""

    entry: int
    by: str
    capacity: Capacity
    version: int
    since: datetime.date | None = None
    reservation: Text | None = None
    until: datetime.date | None = None
    ended: int | None = None
    confirmed: tuple[int, ...] = ()
    """The entries before this one by which it stood by earlier texts, oldest first."""


class Turn(Row, frozen=True):
    """What became of a proposal: withdrawn, merged into others, divided, or standing again."""

    entry: int
    by: str
    state: State
    into: tuple[str, ...] = ()
    """The labels of what it was merged or divided into."""
    on: datetime.date | None = None


class Wording(Row, frozen=True):
    """A text of a proposal, and the entry that gives it."""

    entry: int
    version: int
    title: Text
    text: Text | None
    verbatim: bool
    sources: tuple[SourceUnit, ...]


class ListLine(Row, frozen=True):
    """A line of a compilation: a proposal under a theme, in the text that it had."""

    theme: str
    """Empty: assigned to none."""
    proposal: str
    version: int
    entry: int
    """The entry that gives the text."""
    sponsors: tuple[str, ...]
    supporters: tuple[str, ...]
    """Of this very text; support for an earlier one is not counted for it."""
    assigners: tuple[str, ...]
    """Who assigned it to the theme."""


class Compiled(Row, frozen=True):
    """The lines of a compilation as they were when it was made, and their digest."""

    entry: int
    digest: str
    lines: tuple[ListLine, ...]

"""What a returned file comes to, as values."""

from __future__ import annotations

from msgspec import Struct

from accord.acts.values import Source
from accord.acts.vocabulary import Act
from accord.papers.reading.structs import Finding
from accord.papers.word.sheet import Sheet


class Sender(Struct, frozen=True):
    """Who sends a file, and how its acts are to be said."""

    party: str
    by_author: bool = False
    """Whether each change is attributed to the party under whose name it was tracked, and not to the sender."""
    with_comments: bool = False
    """Whether comments on units that are not amended are said too, as general statements."""
    source: Source | None = None


class Remark(Struct, frozen=True):
    """A comment of the file: on which unit, by whom, when, in which words."""

    unit: str | None
    """`None` where it stands on no unit of the draft."""
    author: str
    date: str
    words: str
    paragraph: int
    page: int
    index: int
    """The stretch of the file before which it begins."""


class Returned(Struct, frozen=True):
    """What a returned file comes to: acts in the order in which they count, remarks, what a person should look at."""

    sheet: Sheet
    acts: tuple[Act, ...]
    remarks: tuple[Remark, ...]
    findings: tuple[Finding, ...]
    exact: bool | None
    """Whether the draft with these amendments and no others has the text of the file, unit by unit.

    `None` where that cannot be said: the draft has gone on since, or the changes are of several parties.
    """

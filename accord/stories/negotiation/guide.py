"""The guide of the exercise: how it is played, in six languages, for whoever opens it for the first time."""

from __future__ import annotations

from typing import Any

import msgspec

from accord.stories.negotiation.scenario import Language
from accord.stories.negotiation.wording import words


class Chapter(msgspec.Struct, frozen=True):
    """A chapter of the guide: its heading and its paragraphs."""

    name: str
    heading: str
    paragraphs: tuple[str, ...]


def title(language: Language) -> str:
    """What the guide is called."""
    found: str = words(language)["guide"]["title"]
    return found


def chapters(language: Language) -> tuple[Chapter, ...]:
    """The guide, chapter by chapter.

    >>> [chapter.name for chapter in chapters("en")][:2]
    ['begin', 'course']
    """
    told: dict[str, Any] = words(language)["guide"]["chapters"]
    return tuple(Chapter(name, one["heading"], tuple(one["paragraphs"])) for name, one in told.items())


def guide(language: Language) -> str:
    """The guide as plain text."""
    parts = [title(language)]
    for chapter in chapters(language):
        parts += [chapter.heading, *chapter.paragraphs]
    return "\n\n".join(parts) + "\n"

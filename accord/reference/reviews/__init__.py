"""What review conferences of the NPT agreed: the practical steps of 2000 and the actions of 2010, summarised.

Sources, dates and known problems: the `.toml` beside each table. No words of the documents are carried.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec

from accord.reference.states import LANGUAGES
from accord.reference.table import table


class Review(msgspec.Struct, frozen=True):
    """A review conference and the document that holds what it agreed."""

    review: str
    document: str
    on: date
    source: str


class ReviewAction(msgspec.Struct, frozen=True):
    """A practical step or an action, its number, and the letter of its part where it is one.

    `addressed`: who is to act, where no State is named; `holders`: the States named, apart by spaces.
    """

    review: str
    number: int
    point: str | None
    matter: str
    addressed: str | None
    holders: str | None
    ar: str
    zh: str
    en: str
    fr: str
    ru: str
    es: str

    def said(self) -> dict[str, str]:
        """The summary by language."""
        return {lang: str(getattr(self, lang)) for lang in LANGUAGES}


@cache
def reviews() -> tuple[Review, ...]:
    """The review conferences."""
    return table("reviews/reviews", Review)


@cache
def actions() -> tuple[ReviewAction, ...]:
    """The steps and actions, in the order of the documents.

    >>> [sum(one.review == review.review and one.point is None for one in actions()) for review in reviews()]
    [13, 64]
    """
    return table("reviews/actions", ReviewAction)

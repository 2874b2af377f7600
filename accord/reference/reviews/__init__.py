"""What review conferences of the NPT agreed: the practical steps of 2000 and the actions of 2010, summarised.

Sources, dates and known problems: the `.toml` beside each table. No words of the documents are carried.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec

from accord.reference.table import table
from accord.reference.wording import InSixLanguages


class Review(msgspec.Struct, frozen=True):
    """A review conference and the document that holds what it agreed."""

    review: str
    document: str
    on: date
    source: str


class ReviewAction(InSixLanguages, frozen=True):
    """A practical step or an action, its number, and the letter of its part where it is one.

    `addressed`: who is to act, where no State is named; `holders`: the States named, apart by spaces.
    """

    review: str
    number: int
    point: str | None
    matter: str
    addressed: str | None
    holders: str | None


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

"""Recorded votes on taking forward multilateral nuclear disarmament negotiations, 2012-2017."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from accord.reference.states import Iso3
from accord.reference.table import table


class Resolution(msgspec.Struct, frozen=True):
    """A resolution that was voted on, and the day."""

    resolution: str
    on: date
    session: int


class Vote(msgspec.Struct, frozen=True):
    """The vote of one State."""

    resolution: str
    iso3: Iso3
    vote: Literal["yes", "no", "abstaining"]


@cache
def resolutions() -> tuple[Resolution, ...]:
    """The six resolutions."""
    return table("votes/resolutions", Resolution)


@cache
def votes() -> tuple[Vote, ...]:
    """All votes, by resolution and State."""
    return table("votes/votes", Vote)


def count(resolution: str) -> tuple[int, int, int]:
    """How many votes in favour, against and abstaining the data hold for a resolution.

    >>> count("A/RES/67/56")
    (147, 4, 31)
    """
    found = Counter(one.vote for one in votes() if one.resolution == resolution)
    return found["yes"], found["no"], found["abstaining"]

"""The commitments of a large record: an undertaking of each of some fictional States."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from accord.acts.values import Grounds, Source, Text
from accord.acts.vocabulary import Act
from accord.areas.commitments.acts import RecordUndertaking

UNDERTAKINGS = 20
_GROUNDS = Grounds(
    source=Source(publication="Fictional list", on=datetime.date(2018, 7, 10)),
    kind="transcribed",
    checked=datetime.date(2020, 1, 31),
)


def undertaking(number: int) -> str:
    """The label of a fictional undertaking."""
    return f"u-{number % UNDERTAKINGS}"


def pledges() -> Iterator[Act]:
    """The acts, each of which counts in any record."""
    for number in range(UNDERTAKINGS):
        yield RecordUndertaking(
            undertaking=undertaking(number),
            sided="multilateral",
            matter="reductions",
            title=Text(original="en", said={"en": f"Fictional undertaking {number}"}),
            addressed="all-states",
            grounds=_GROUNDS,
        )

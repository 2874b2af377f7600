"""The coverage of a large record: a prohibition, read in every instrument of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from accord.acts.values import Grounds, Source, Text
from accord.acts.vocabulary import Act
from accord.areas.coverage.acts import MapProhibition, NameProhibition
from accord.nodes.bench import law

PROHIBITION = "use"
_GROUNDS = Grounds(source=Source(publication="Fictional reading"), kind="assessed", checked=datetime.date(2020, 1, 31))


def covered(author: str) -> Iterator[Act]:
    """The acts, each of which counts after `law.law()`."""
    yield NameProhibition(prohibition=PROHIBITION, name=Text(original="en", said={"en": "Use"}), grounds=_GROUNDS)
    for number in range(law.INSTRUMENTS):
        yield MapProhibition(
            instrument=law.instrument(number),
            provision="1",
            author=author,
            prohibits=(PROHIBITION,),
            grounds=_GROUNDS,
        )

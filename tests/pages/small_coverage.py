"""The coverage of the small record: a prohibition that an author reads in an article of its treaty."""

from __future__ import annotations

import datetime
from typing import Any, Protocol

from accord.acts.values import Grounds, Source, Text
from accord.areas.coverage.acts import NameProhibition


class Tells(Protocol):
    """A record that is told."""

    def counts(self, by: str, act: Any, *also: str) -> int: ...


def tell_coverage(small: Tells, source: Source) -> None:
    """Tells of a prohibition."""
    grounds = Grounds(source=source, kind="transcribed", checked=datetime.date(2014, 1, 31))
    name = Text(original="en", said={"en": "Testing"})
    small.counts("EDITOR", NameProhibition(prohibition="tests", name=name, grounds=grounds))

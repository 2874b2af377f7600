"""What a proposed instrument would add: what it would prohibit to States that is not prohibited to them in that scope.

The instrument is one of the record, at whatever stage, as if every State asked about were party to it; or it exists
nowhere and is a list of prohibitions.
"""

from __future__ import annotations

from typing import NamedTuple

from accord.areas.coverage.known import Known
from accord.areas.coverage.matrix import ANYWHERE, Bits, Matrix, binding, readings, union
from accord.areas.parties.cite import Missing


class Proposed(NamedTuple):
    """An instrument as it is asked about."""

    instrument: str | None
    """Its code; `None` where it is a list of prohibitions."""
    bits: tuple[Bits, ...]

    def adds(self, found: Matrix, party: str) -> int:
        """The prohibitions that it would add for a State: new, or in a scope in which no other prohibits them."""
        return union(one.of(party) & ~found.within(party, one.scope) for one in self.bits)


def proposed(known: Known, found: Matrix, adds: str, author: str) -> Proposed | None:
    """What is asked about: an instrument by its code, or prohibitions as `use,possession`; `None`: nothing is.

    Raises:
        Missing: neither an instrument nor prohibitions of that name.
    """
    if not adds:
        return None
    if adds in known.instruments.tables.instruments:
        return Proposed(adds, binding(found.prohibitions, readings(known, author).get(adds, ())))
    labels = tuple(label for label in adds.split(",") if label)
    for label in labels:
        if label not in found.prohibitions:
            raise Missing("instrument" if len(labels) == 1 else "prohibition", label)
    return Proposed(None, (Bits(found.set_of(labels), ANYWHERE, frozenset(), True),))

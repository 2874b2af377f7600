"""What an indicator comes to on a day, and how that changed: one value for each line, none where none is known."""

from __future__ import annotations

from collections.abc import Iterator

from accord.areas.coverage.matrix import states
from accord.world.progress import figured, joined, prohibited, undertaken
from accord.world.progress.counting import (
    Answers,
    Bound,
    Counting,
    Figures,
    Needed,
    Nothing,
    Prohibited,
    ReviewActions,
    Statements,
    Texts,
    Undertakings,
    Unreduced,
    ZoneMembers,
    ZoneProtocols,
    ZoneRemarks,
    Zones,
    ZonesProposed,
)
from accord.world.progress.known import Known
from accord.world.progress.rests import Day, Line, Series, Value


def values(known: Known, counts: Counting, on: Day | None) -> tuple[Value, ...]:
    """The values of an indicator on a day; none where the record has nothing."""
    return tuple(value for series in _series(known, counts) for value in series.values(on))


def steps(known: Known, counts: Counting, until: Day | None) -> Iterator[tuple[Day, Value]]:
    """What an indicator came to on each day on which it may have changed, up to a day; of each part in turn.

    Where nothing of a line holds any longer, its value has no number and rests on nothing.
    """
    for series in _series(known, counts):
        lines: dict[Line, None] = {}
        for day, found in series.steps(until):
            told = {value.line: value for value in found}
            lines |= dict.fromkeys(told)
            for line in lines:
                yield day, told.get(line) or Value(line, ())


def _series(known: Known, counts: Counting) -> Iterator[Series]:
    match counts:
        case Nothing():
            return
        case Undertakings() | ReviewActions():
            yield undertaken.undertakings(known, counts)
        case Statements():
            yield undertaken.statements(known, counts)
        case Figures():
            for subject in counts.subjects:
                yield from figured.figures(known, subject)
        case Answers():
            yield figured.answers(known, counts)
        case Unreduced():
            for subject in counts.subjects:
                yield from figured.unreduced(known, subject)
        case Bound():
            yield joined.bound(known, counts.instrument, whole=len(states(known)))
        case Needed():
            yield from joined.needed(known, counts.instrument)
        case Zones():
            yield joined.zones_at(known, proposed=False)
        case ZonesProposed():
            yield joined.zones_at(known, proposed=True)
        case ZoneMembers():
            for zone in joined.zones(known):
                yield joined.members(known, zone)
        case ZoneProtocols():
            for protocol in joined.protocols(known):
                yield joined.bound(known, protocol)
        case ZoneRemarks():
            yield joined.remarks(known, counts)
        case Prohibited():
            for prohibition in counts.prohibitions:
                yield from prohibited.prohibited(known, prohibition)
        case Texts():
            yield from prohibited.texts(known, counts.prohibitions)

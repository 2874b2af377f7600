"""The facts that values rest on, and what facts of one kind come to. Kinds of fact are never added together."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, NamedTuple, get_args

from accord.acts.facts import Fact
from accord.acts.values import Grounds, KindOfFact, Source
from accord.areas.commitments.acts import RecordUndertaking, StateDoctrine, Told
from accord.areas.commitments.figures import cited
from accord.areas.commitments.measures import Subject
from accord.areas.commitments.rows import Datum
from accord.areas.coverage.acts import MapProhibition
from accord.areas.instruments.acts import RecordStage
from accord.areas.instruments.deeds import Deed
from accord.areas.instruments.rows import RemarkRow, deed_cite
from accord.areas.parties.cite import FactCite, cite_fact
from accord.world.progress.known import Known

Day = datetime.date
Ground = (
    Deed | Datum | RemarkRow | Fact[RecordStage] | Fact[RecordUndertaking] | Fact[StateDoctrine] | Fact[MapProhibition]
)
"""A recorded fact that a value rests on."""
ProhibitedWhere = Literal["anywhere-without-condition", "in-part"]
"""Where an act is prohibited to a State; `in-part`: in a zone or environment, towards some, or on a condition only."""


class Line(NamedTuple):
    """What tells the values of one indicator apart: each is of one line."""

    kind: KindOfFact
    instrument: str | None = None
    subject: Subject | None = None
    source: Source | None = None
    """Of figures: the one source whose figures are added."""
    prohibition: str | None = None
    author: str | None = None
    """Of readings of texts: whose they are."""
    where: ProhibitedWhere | None = None


class Rest(NamedTuple):
    """A fact that a value rests on: of which State, from which day or year, and whether it is in the number."""

    ground: Ground
    party: str | None
    valid: str | None
    """`2013-08-30`, or `2013`; `None` where it is not recorded."""
    figure: Told | None = None
    counted: bool = True
    instrument: str | None = None
    """Where the value is not of one instrument."""


class Value(NamedTuple):
    """What the facts of one line come to."""

    line: Line
    rests: tuple[Rest, ...]
    number: int | None = None
    figure: Told | None = None
    out_of: int | None = None
    """What the count is a part of, where a text or the facts themselves say it."""


class Series(NamedTuple):
    """A part of an indicator: what it comes to on a day, and on which days up to one it came to what."""

    values: Callable[[Day | None], Iterable[Value]]
    steps: Callable[[Day | None], Iterable[tuple[Day, Iterable[Value]]]]


def series(values: Callable[[Day | None], Iterable[Value]], days: Callable[[], Iterable[Day | None]]) -> Series:
    """A series by its values and the days on which they may change; what has no day is on none."""

    def steps(until: Day | None) -> Iterator[tuple[Day, Iterable[Value]]]:
        found = {day for day in days() if day is not None and (until is None or day <= until)}
        return ((day, values(day)) for day in sorted(found))

    return Series(values, steps)


def fixed(day: Day | None) -> str | None:
    """A day as facts tell it.

    >>> fixed(datetime.date(2013, 8, 30)), fixed(None)
    ('2013-08-30', None)
    """
    return None if day is None else day.isoformat()


def by_kind(
    known: Known, rests: Iterable[Rest], line: Line | None = None, out_of: int | None = None
) -> Iterator[Value]:
    """One count for each kind of fact; where it is open of every fact whether it counts, the count is not known."""
    found: dict[KindOfFact, list[Rest]] = {}
    for rest in rests:
        found.setdefault(kind_of(known, rest.ground), []).append(rest)
    for kind in get_args(KindOfFact):
        if kind in found:
            place = Line(kind) if line is None else line._replace(kind=kind)
            count = sum(rest.counted for rest in found[kind])
            yield Value(place, tuple(found[kind]), count or None, out_of=out_of)


def cite_of(known: Known, rest: Rest) -> FactCite:
    """Where a fact that a value rests on comes from."""
    match rest.ground:
        case Deed() as deed:
            return deed_cite(known, deed)
        case Datum() as datum:
            return cited(known, datum)
        case RemarkRow() as remark:
            return remark.cite
        case fact:
            return cite_fact(known, fact, rest.party)


def kind_of(known: Known, ground: Ground) -> KindOfFact:
    """Of which kind a fact is."""
    return ground.cite.fact_kind if isinstance(ground, RemarkRow) else _grounds(known, ground).kind


def source_of(known: Known, ground: Ground) -> Source:
    """Where a fact stands."""
    if isinstance(ground, RemarkRow):
        return ground.cite.source or Source()
    return _grounds(known, ground).source


def _grounds(known: Known, ground: Deed | Datum | Fact[Any]) -> Grounds:
    match ground:
        case Deed():
            return ground.grounds
        case Datum():
            return known.commitments.tables.batches[ground.entry].grounds
        case fact:
            grounds: Grounds = fact.act.grounds
            return grounds

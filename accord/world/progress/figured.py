"""Figures that indicators count: sums of one source, answers of States, intervals without a reduction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise, zip_longest
from operator import itemgetter
from typing import NamedTuple

from accord.acts.values import KindOfFact, Source, Withheld
from accord.areas.commitments.acts import Told
from accord.areas.commitments.measures import MEASURES, Subject
from accord.areas.commitments.rows import Datum, dated, told_from
from accord.areas.commitments.totals import Cell, Teller, as_figure, at, ends, teller, total
from accord.world.progress.counting import Answer, Answers
from accord.world.progress.known import Known
from accord.world.progress.rests import Day, Line, Rest, Series, Value, by_kind, series

Cells = dict[Cell, list[Datum]]


def figures(known: Known, subject: Subject) -> Iterator[Series]:
    """Of each source: the sum over States, or what it tells of all States together where it tells of no State."""
    for one, data in sorted(_told(known, subject).items()):
        yield _figures(known, subject, one, data)


def _figures(known: Known, subject: Subject, one: Teller, data: tuple[Datum, ...]) -> Series:
    def values(on: Day | None) -> tuple[Value, ...]:
        return _value(subject, one, at(known, data, on).get(one, {}))

    def steps(until: Day | None) -> Iterator[tuple[Day, tuple[Value, ...]]]:
        """From day to day, without what the values rest on."""
        cells: Cells = {}
        for day, rows in groupby(data, key=_from):
            if until is not None and day > until:
                return
            for datum in rows:
                _add(cells, datum)
            yield day, _value(subject, one, cells, resting=False)

    return Series(values, steps)


def _value(subject: Subject, one: Teller, cells: Cells, *, resting: bool = True) -> tuple[Value, ...]:
    if not cells:
        return ()
    found = total(subject, cells)
    if found is not None:
        told = [*((datum, True) for datum in found.added), *((datum, False) for datum in found.no_number)]
        figure: Told | None = as_figure(found.least, found.most, MEASURES[subject].units[0])
    else:
        data = [datum for rows in cells.values() for datum in rows]
        whole = [d for d in data if d.row.party is None and not d.row.system and not d.row.territory]
        told = [(datum, datum in whole) for datum in data]
        figure = whole[0].row.figure if len(whole) == 1 else None
    rests = tuple(_rest(datum, counted=counted) for datum, counted in told) if resting else ()
    return (Value(_line(subject, one), rests, figure=figure),)


class Stay(NamedTuple):
    """A figure of a State, for as long as its source tells no other in its place."""

    datum: Datum
    kind: KindOfFact
    says: Answer | None
    """What it is as an answer; `absent` where it is not the State that tells it."""
    since: Day
    until: Day | None

    def holds(self, on: Day | None) -> bool:
        """Whether it is what is told for a day."""
        return self.until is None if on is None else self.since <= on and (self.until is None or on < self.until)


def answers(known: Known, counts: Answers) -> Series:
    """States by what they say of themselves: one that answers both ways is under both."""
    stays = known.once(f"answers on {counts.subjects}", lambda: tuple(_stays(known, counts.subjects)))

    def values(on: Day | None) -> Iterator[Value]:
        return by_kind(known, _answering(counts.answer, [stay for stay in stays if stay.holds(on)]))

    def steps(until: Day | None) -> Iterator[tuple[Day, Iterator[Value]]]:
        holding: dict[int, Stay] = {}
        begin = sorted(enumerate(stays), key=lambda one: one[1].since)
        end = sorted(((n, s.until) for n, s in enumerate(stays) if s.until is not None), key=lambda one: one[1])
        over = iter(end)
        last = next(over, None)
        for day, rows in groupby(begin, key=lambda one: one[1].since):
            if until is not None and day > until:
                return
            holding |= dict(rows)
            while last is not None and last[1] <= day:
                del holding[last[0]]
                last = next(over, None)
            yield day, by_kind(known, _answering(counts.answer, holding.values()))

    return Series(values, steps)


def _answering(answer: Answer, stays: Iterable[Stay]) -> Iterator[Rest]:
    """A fact for each State that gives an answer; of absent ones, for each kind of fact by which others tell of it."""
    told = {stay.datum.row.party for stay in stays if stay.kind == "declared"} if answer == "absent" else set()
    seen: set[tuple[str | None, str]] = set()
    for stay in stays:
        name = (stay.datum.row.party, stay.kind)
        if stay.says == answer and name not in seen and stay.datum.row.party not in told:
            seen.add(name)
            yield _rest(stay.datum)


def _stays(known: Known, subjects: Iterable[Subject]) -> Iterator[Stay]:
    """A stay ends on the day on which the next of its source begins."""
    for subject in subjects:
        for one, data in _told(known, subject).items():
            cells: Cells = {}
            for datum in data:
                if datum.row.party is not None:
                    cells.setdefault(_cell(datum), []).append(datum)
            for told in cells.values():
                nexts = () if MEASURES[subject].over_a_period else told[1:]
                for datum, after in zip_longest(told, nexts):
                    until = None if after is None else _from(after)
                    yield Stay(datum, one.kind, _says(one, datum), _from(datum), until)


def _says(one: Teller, datum: Datum) -> Answer | None:
    if one.kind != "declared":
        return "absent"
    if isinstance(datum.row.figure, Withheld):
        return "withheld"
    return None if ends(datum) is None else "disclosed"


def unreduced(known: Known, subject: Subject) -> Iterator[Series]:
    """Of each source: the intervals from one figure of a State to its next, and those in which it did not fall."""
    for one, data in sorted(_told(known, subject).items()):
        yield _unreduced(subject, one, data)


def _unreduced(subject: Subject, one: Teller, data: tuple[Datum, ...]) -> Series:
    cells: Cells = {}
    for datum in data:
        if datum.row.party is not None and ends(datum) is not None:
            cells.setdefault(_cell(datum), []).append(datum)
    pairs = [pair for told in cells.values() for pair in pairwise(told)]
    later = sorted(((_from(new), _rest(new, counted=not _fell(old, new))) for old, new in pairs), key=itemgetter(0))

    def values(on: Day | None) -> Iterator[Value]:
        rests = tuple(rest for day, rest in later if on is None or day <= on)
        if rests:
            yield Value(_line(subject, one), rests, sum(rest.counted for rest in rests), out_of=len(rests))

    return series(values, lambda: (day for day, _ in later))


def _fell(old: Datum, new: Datum) -> bool:
    """Whether a figure is below the one before; of ranges, as a whole."""
    before, after = ends(old), ends(new)
    assert before is not None
    assert after is not None
    return after[1] < before[0]


def _told(known: Known, subject: Subject) -> dict[Teller, tuple[Datum, ...]]:
    """What each source tells of a subject, in the order of time."""

    def make() -> dict[Teller, tuple[Datum, ...]]:
        found: dict[Teller, list[Datum]] = {}
        for datum in known.commitment_lookups.figures[subject]:
            found.setdefault(teller(known, datum), []).append(datum)
        return {one: tuple(data) for one, data in found.items()}

    return known.once(f"sources of {subject}", make)


def _add(cells: Cells, datum: Datum) -> None:
    """What there was on a day stands in the place of what there was before; what happened is added."""
    told = cells.setdefault(_cell(datum), [])
    if not MEASURES[datum.row.subject].over_a_period:
        told.clear()
    told.append(datum)


def _cell(datum: Datum) -> Cell:
    return Cell(datum.row.party or "", datum.row.territory or "", datum.row.system or "")


def _from(datum: Datum) -> Day:
    return told_from(datum.row)[0]


def _line(subject: Subject, one: Teller) -> Line:
    source = Source(document=one.document or None, publication=one.publication or None)
    return Line(one.kind, subject=subject, source=source)


def _rest(datum: Datum, *, counted: bool = True) -> Rest:
    return Rest(datum, datum.row.party, dated(datum.row), datum.row.figure, counted)

"""What texts prohibit, as indicators count it: by the readings of one author each, for States and by instruments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from accord.areas.coverage import matrix
from accord.areas.coverage.matrix import Reading, binds, readings, scope_of, states
from accord.areas.instruments.stages import stage_on
from accord.world.progress.joined import Span, in_force
from accord.world.progress.known import Known
from accord.world.progress.rests import Day, Line, ProhibitedWhere, Rest, Series, Value, fixed, series

ANYWHERE: Final = "anywhere-without-condition"


def prohibited(known: Known, prohibition: str) -> Iterator[Series]:
    """Of each author: the States to whom an instrument prohibits an act anywhere, then those only in part."""
    for author, facts in _by_author(known).items():
        found = tuple(fact for fact in facts if prohibition in fact.act.prohibits)
        if found:
            yield _prohibited(known, prohibition, author, found)


class Prohibits(NamedTuple):
    """A provision of an instrument, for as long as it binds a State."""

    span: Span
    where: ProhibitedWhere
    rest: Rest


def _prohibited(known: Known, prohibition: str, author: str, facts: tuple[Reading, ...]) -> Series:
    line = Line("assessed", prohibition=prohibition, author=author)
    every = tuple(one for fact in facts for one in _binding(known, fact))
    whole = len(states(known))

    def values(on: Day | None) -> Iterator[Value]:
        found: dict[ProhibitedWhere, dict[str | None, Rest]] = {ANYWHERE: {}, "in-part": {}}
        for one in every:
            if one.span.holds(on):
                found[one.where].setdefault(one.rest.party, one.rest)
        for where, rests in found.items():
            told = tuple(rest for party, rest in rests.items() if where == ANYWHERE or party not in found[ANYWHERE])
            if told:
                yield Value(line._replace(where=where), told, len(told), out_of=whole)

    def steps(until: Day | None) -> Iterator[tuple[Day, list[Value]]]:
        """Counted from day to day, since many days have the same States: values without what they rest on."""
        found: dict[ProhibitedWhere, Counter[str | None]] = {ANYWHERE: Counter(), "in-part": Counter()}
        for day, changes in groupby(sorted(_changes(every), key=itemgetter(0)), key=itemgetter(0)):
            if until is not None and day > until:
                return
            dated = False
            for _, change, one in changes:
                found[one.where][one.rest.party] += change
                dated |= change < 0 or one.span.dated
            if dated:
                everywhere = {party for party, number in found[ANYWHERE].items() if number}
                in_part = {party for party, number in found["in-part"].items() if number} - everywhere
                counts: tuple[tuple[ProhibitedWhere, int], ...] = (
                    (ANYWHERE, len(everywhere)),
                    ("in-part", len(in_part)),
                )
                yield (
                    day,
                    [Value(line._replace(where=where), (), number, out_of=whole) for where, number in counts if number],
                )

    return Series(values, steps)


def _changes(every: Iterable[Prohibits]) -> Iterator[tuple[Day, int, Prohibits]]:
    for one in every:
        yield one.span.since, 1, one
        if one.span.until is not None:
            yield one.span.until, -1, one


def _binding(known: Known, fact: Reading) -> Iterator[Prohibits]:
    where: ProhibitedWhere = ANYWHERE if scope_of(fact.act) == matrix.ANYWHERE else "in-part"
    for span in in_force(known, fact.act.instrument):
        party = span.rest.party
        if party is not None and binds(fact, party):
            since = fixed(span.since) if span.dated else None
            yield Prohibits(span, where, Rest(fact, party, since, instrument=fact.act.instrument))


def texts(known: Known, prohibitions: tuple[str, ...]) -> Iterator[Series]:
    """Of each author: the instruments, at whatever stage, that by its readings hold all of some prohibitions."""
    for author, facts in _by_author(known).items():
        yield _texts(known, prohibitions, author, facts)


def _texts(known: Known, prohibitions: tuple[str, ...], author: str, facts: tuple[Reading, ...]) -> Series:
    by_instrument: dict[str, list[Reading]] = {}
    for fact in facts:
        by_instrument.setdefault(fact.act.instrument, []).append(fact)
    stages = known.instruments.tables.stages
    whole = [
        (name, told)
        for name, told in by_instrument.items()
        if set(prohibitions) <= {label for fact in told for label in fact.act.prohibits}
    ]

    def values(on: Day | None) -> Iterator[Value]:
        rests = []
        for name, told in whole:
            stage = stage_on(stages.get(name, ()), on)
            if on is None or stage is not None:
                valid = None if stage is None else fixed(stage.act.on)
                rests += [Rest(told[0], None, valid, instrument=name)]
        if rests:
            yield Value(Line("assessed", author=author), tuple(rests), len(rests))

    return series(values, lambda: (one.act.on for name, _ in whole for one in stages.get(name, ())))


def _by_author(known: Known) -> dict[str, tuple[Reading, ...]]:
    """Author → its readings, in the order recorded."""

    def make() -> dict[str, tuple[Reading, ...]]:
        found: dict[str, list[Reading]] = {}
        for facts in readings(known).values():
            for fact in facts:
                found.setdefault(fact.act.author, []).append(fact)
        return {author: tuple(facts) for author, facts in found.items()}

    return known.once("readings of coverage by author", make)

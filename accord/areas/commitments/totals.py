"""Figures at a day, and their sums: within one source and one kind of fact, never across them.

What was on a day is the latest figure by then; what happened over periods is added up. A State whose figure is no
number is counted apart; where periods of one source overlap there is no sum.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, cast

from accord.acts.values import KindOfFact, Nil, Quantity, Ranged, Stated
from accord.areas.commitments.acts import Told
from accord.areas.commitments.amounts import in_unit, number
from accord.areas.commitments.known import Known
from accord.areas.commitments.measures import MEASURES, Subject, Unit
from accord.areas.commitments.rows import Datum, by, dated, span, told_from

ABROAD: Subject = "warheads-on-territory-of-others"


class Teller(NamedTuple):
    """A source in one capacity: figures of two kinds in one publication are told by two."""

    kind: KindOfFact
    document: str
    publication: str


class Cell(NamedTuple):
    """What one teller counts apart: of a State, on a territory, of a system."""

    party: str
    territory: str
    system: str


class Sum(NamedTuple):
    """The figures of one teller at a day, added up over States."""

    least: Fraction
    most: Fraction
    added: tuple[Datum, ...]
    """The figures in it."""
    no_number: tuple[Datum, ...]
    """Figures that are no number, and so are not in it."""


def teller(known: Known, datum: Datum) -> Teller:
    """Who tells a figure, in which capacity."""
    grounds = known.commitments.tables.batches[datum.entry].grounds
    return Teller(grounds.kind, grounds.source.document or "", grounds.source.publication or "")


def at(known: Known, data: Iterable[Datum], on: datetime.date | None) -> dict[Teller, dict[Cell, list[Datum]]]:
    """What each teller tells for a day: of each cell the latest figure, or all of periods that ended by then."""
    found: dict[Teller, dict[Cell, list[Datum]]] = {}
    for datum in data:
        row = datum.row
        if by(row, on):
            cell = Cell(row.party or "", row.territory or "", row.system or "")
            told = found.setdefault(teller(known, datum), {}).setdefault(cell, [])
            if not MEASURES[row.subject].over_a_period:
                told.clear()
            told.append(datum)
    return found


def total(subject: Subject, cells: dict[Cell, list[Datum]]) -> Sum | None:
    """The sum over States of what one teller tells; `None` where there is nothing to add or periods overlap.

    Figures of parts of a State's holdings, by system or territory, are not added; weapons on the territory of others
    are told by territory, and those are.
    """
    told = [data for cell, data in cells.items() if cell.party and _whole(subject, cell)]
    if any(overlap(data) for data in told):
        return None
    every = [datum for data in told for datum in data]
    added = tuple(datum for datum in every if ends(datum) is not None)
    if not added:
        return None
    both = [cast("tuple[Fraction, Fraction]", ends(datum)) for datum in added]
    return Sum(
        sum((least for least, _ in both), Fraction()),
        sum((most for _, most in both), Fraction()),
        added,
        tuple(datum for datum in every if ends(datum) is None),
    )


def _whole(subject: Subject, cell: Cell) -> bool:
    return not cell.system and bool(cell.territory) == (subject == ABROAD)


def overlap(data: Sequence[Datum]) -> bool:
    """Whether periods have a day in common."""
    periods = sorted(span(datum.row) for datum in data)
    return any(last >= first for (_, last), (first, _) in pairwise(periods))


def ends(datum: Datum) -> tuple[Fraction, Fraction] | None:
    """The least and the most that a figure is, in the first unit of its subject; `None` where it is no number."""
    return ends_of(datum.row.subject, datum.row.figure)


@lru_cache(maxsize=20_000)
def ends_of(subject: Subject, told: Told) -> tuple[Fraction, Fraction] | None:
    """The least and the most of what is told of a subject; sums over time ask the same again and again."""
    unit = MEASURES[subject].units[0]
    match told:
        case Stated(quantity=quantity):
            amount = in_unit(quantity, unit)
            return amount, amount
        case Ranged(least=least, most=most):
            return in_unit(least, unit), in_unit(most, unit)
        case Nil():
            return Fraction(), Fraction()
        case _:
            return None


def as_figure(least: Fraction, most: Fraction, unit: Unit) -> Told:
    """An amount as a figure: one value, or a range."""
    if least == most:
        return Stated(quantity=Quantity(amount=number(least), unit=unit))
    return Ranged(least=Quantity(amount=number(least), unit=unit), most=Quantity(amount=number(most), unit=unit))


def first_and_last(data: Iterable[Datum]) -> tuple[str, str]:
    """The first and the last day or year for which figures hold."""
    days = sorted((datum.row for datum in data), key=told_from)
    return dated(days[0]), dated(days[-1])

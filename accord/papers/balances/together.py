"""Batches that stand at one place at one time, added: accounts have a line each, a balance one mass of the place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from accord.analysis.balance.terms import Term
from accord.analysis.unfit import insist


class Batch(NamedTuple):
    """A line of a table: its term, and the batch that it names."""

    term: Term
    batch: str = ""
    restated: bool = False
    """The beginning inventory of a period is the ending one of the period before, written a second time."""


def added(batches: Iterable[Batch]) -> Iterator[Term]:
    """The terms; inventories of several batches of a place at a time as one.

    Errors of their own are independent: that of the sum is the root of the sum of their squares. What they share they
    share whole.

    Raises:
        Unfit: a batch twice at a place and time, unless it is the same inventory restated; batches of one place and
            time that were not calibrated together.

    >>> one = Term("inventory", "vault", 3.0, 0.0, 0.0, 0.01, 0.02, "scale")
    >>> both = list(added([Batch(one, "a"), Batch(one._replace(mass_kg=4.0), "b")]))
    >>> both[0].mass_kg, round(both[0].mass_kg * both[0].random_rsd, 6)
    (7.0, 0.05)
    """
    held: dict[tuple[str, float], dict[str, Batch]] = {}
    for found in batches:
        if found.term.kind != "inventory" or found.term.since != found.term.until:
            yield found.term
            continue
        here = held.setdefault((found.term.name, found.term.since), {})
        before = here.get(found.batch)
        if before is not None:
            same = before.restated != found.restated and before.term._replace(row=found.term.row) == found.term
            insist(same, "table-inventory-twice", row=found.term.row, name=found.term.name, line=before.term.row)
        here.setdefault(found.batch, found)
    for here in held.values():
        yield _sum([found.term for found in here.values()])


def _sum(terms: list[Term]) -> Term:
    first = terms[0]
    for term in terms[1:]:
        alike = (term.calibration, term.systematic_rsd) == (first.calibration, first.systematic_rsd)
        insist(alike, "table-batches-calibrated-apart", row=term.row, name=term.name)
    if len(terms) == 1:
        return first
    total = math.fsum(term.mass_kg for term in terms)
    own = math.hypot(*(term.mass_kg * term.random_rsd for term in terms))
    return first._replace(mass_kg=total, random_rsd=own / total if total else 0.0)

"""How the numbering of papers is asked about: each series of a body, its next free number, what is missing or double.

A series is what its papers' symbols have in common up to the number: `A/AC.281/WP.`. A number counts as taken by any
paper of it, `WP.4/Rev.1` too. A gap says that the register has no such paper, not that none was issued.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from accord.acts import symbols
from accord.acts.symbols import ParsedSymbol
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.known import Known, SymbolText
from accord.areas.parties.cite import Page, Part, head
from accord.wire.codec import Malformed


class DoubleRow(Part, frozen=True):
    """A number that more than one paper has, or that a source prints on more than one."""

    number: int
    symbols: tuple[SymbolText, ...]


class SeriesRow(Part, frozen=True):
    """A series of papers."""

    series: str
    """What the symbols begin with, as `A/AC.281/WP.`."""
    count: int
    """Numbers under which the register has something."""
    highest: int
    next_symbol: str
    """The first symbol after the highest number."""
    unused_numbers: tuple[str, ...]
    """From 1 to the highest, those in a row drawn together: `2`, `5-7`."""
    doubles: tuple[DoubleRow, ...]
    without_base: tuple[SymbolText, ...]
    """Revisions, corrections and additions of a paper that is not in the register."""


class SeriesPage(Page, frozen=True, tag="series"):
    """The series of papers of a body and how they are numbered."""

    body: BodyCode
    series: tuple[SeriesRow, ...]


def series(known: Known, body: str = "", *, on: datetime.date | None = None) -> SeriesPage:
    """The series of papers of a body.

    Raises:
        Missing: no such body.
    """
    name = established(known, body).act.body
    facts = [fact for withdrawn in (False, True) for fact in known.document_lookups.of_body[name, withdrawn]]
    found: dict[str, dict[int, dict[str, None]]] = {}
    for fact in facts:
        for symbol in dict.fromkeys((fact.act.symbol, _as_printed(fact.act.printed) or fact.act.symbol)):
            of = symbols.parse(symbol)
            if of.series is not None and of.number is not None:
                of_number = found.setdefault(series_of(of), {}).setdefault(of.number, {})
                of_number[fact.act.symbol] = None
    register = known.documents.tables.documents
    return SeriesPage(
        head=head(known, on),
        body=name,
        series=tuple(_row(prefix, found[prefix], register) for prefix in sorted(found)),
    )


def series_of(symbol: ParsedSymbol) -> str:
    """What the symbols of a series begin with.

    >>> series_of(symbols.parse("A/AC.281/WP.4/Rev.1")), series_of(symbols.parse("A/C.1/68/L.4"))
    ('A/AC.281/WP.', 'A/C.1/68/L.')
    """
    paper = symbol.base if symbol.part is None else symbol.base.rpartition(" (")[0]
    return paper.rstrip("0123456789")


def _as_printed(printed: str | None) -> str | None:
    """The symbol that a source prints on a paper, where it is one."""
    try:
        return None if printed is None else symbols.normal(printed)
    except Malformed:
        return None


def _row(prefix: str, numbers: dict[int, dict[str, None]], register: Iterable[str]) -> SeriesRow:
    highest = max(numbers)
    return SeriesRow(
        series=prefix,
        count=len(numbers),
        highest=highest,
        next_symbol=f"{prefix}{highest + 1}",
        unused_numbers=unused(numbers),
        doubles=tuple(
            DoubleRow(number=number, symbols=tuple(papers))
            for number, papers in sorted(numbers.items())
            if len({symbols.parse(paper).base for paper in papers}) > 1
        ),
        without_base=tuple(
            paper
            for number in sorted(numbers)
            for paper in numbers[number]
            if (base := symbols.parse(paper).base) != paper.rstrip("*") and base not in register
        ),
    )


def unused(numbers: Iterable[int]) -> tuple[str, ...]:
    """The numbers from 1 to the highest that are not there, those in a row drawn together.

    >>> unused([2, 3, 7])
    ('1', '4-6')
    """
    found, expected = [], 1
    for number in sorted(numbers):
        if number > expected:
            found.append(str(expected) if number == expected + 1 else f"{expected}-{number - 1}")
        expected = number + 1
    return tuple(found)

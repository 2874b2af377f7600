"""How the numbering of papers is asked about: each series of a body, its next free number, what is missing or double.

A series is what its papers' symbols have in common up to the number: `A/AC.281/WP.`. A number counts as taken by any
paper of it, `WP.4/Rev.1` too. A gap says that the register has no such paper, not that none was issued.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from accord.acts import symbols
from accord.acts.facts import Fact
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.documents.acts import RegisterDocument
from accord.areas.documents.known import Known, SymbolText
from accord.areas.parties.cite import Page, Part, head


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
    found: dict[str, list[int]] = {}
    for of, prefix, number in known.document_lookups.by_number:
        if of == name:
            found.setdefault(prefix, []).append(number)
    lacking = _without_base(known)
    return SeriesPage(
        head=head(known, on),
        body=name,
        series=tuple(_row(known, name, prefix, sorted(found[prefix]), lacking) for prefix in sorted(found)),
    )


def _row(known: Known, body: str, prefix: str, numbers: list[int], lacking: set[str]) -> SeriesRow:
    papers = known.document_lookups.by_number
    several = {n: symbols_of(papers[body, prefix, n]) for n in numbers if papers.count((body, prefix, n)) > 1}
    return SeriesRow(
        series=prefix,
        count=len(numbers),
        highest=numbers[-1],
        next_symbol=f"{prefix}{numbers[-1] + 1}",
        unused_numbers=unused(numbers),
        doubles=tuple(
            DoubleRow(number=number, symbols=named)
            for number, named in several.items()
            if len({symbols.parse(paper).base for paper in named}) > 1
        ),
        without_base=tuple(
            paper
            for number in (numbers if lacking else ())
            for paper in symbols_of(papers[body, prefix, number])
            if paper in lacking
        ),
    )


def symbols_of(facts: Iterable[Fact[RegisterDocument]]) -> tuple[str, ...]:
    """The symbols of documents."""
    return tuple(fact.act.symbol for fact in facts)


def _without_base(known: Known) -> set[str]:
    """The revisions, corrections and additions of papers that the register has not."""
    by_base, register = known.document_lookups.by_base, known.documents.tables.documents
    missing = (base for base in by_base if base not in register)
    return {paper for base in missing for paper in symbols_of(by_base[base]) if paper.rstrip("*") != base}


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

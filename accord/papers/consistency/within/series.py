"""The series of a body's documents: each number once, in order, and every document that the text cites."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from accord.papers.reading.context import symbols_in
from accord.papers.reading.findings import finding
from accord.papers.reading.reading import Reading
from accord.papers.reading.records import Document
from accord.papers.reading.structs import Finding

_SERIES = re.compile(r"^(?P<series>[A-Z][\w./]*?/(?:WP|INF|NGO|CRP)[./])(?P<n>\d{1,3})(?:/(?:Rev|Add|Corr)\.\d+)*$")
_BODY = re.compile(r"^[A-Z]+/[A-Z]+\.\d+/")
MANY = 3
"""So many documents of one body make a series to compare with."""
_DRAFT = re.compile(r"/L\.\d|/RES/|/\d+$")


def series(reading: Reading) -> Iterator[Finding]:
    """Numbers of a series out of order or left out in the list of documents; cited documents that are not in it."""
    numbered: dict[str, list[tuple[int, Document]]] = {}
    for document in reading.documents:
        if found := _SERIES.match(document.normal):
            numbered.setdefault(found["series"], []).append((int(found["n"]), document))
    for name, members in numbered.items():
        for (m, before), (n, document) in pairwise(members):
            if n < m:
                yield finding(document.unit, "series-order", symbol=document.symbol, before=before.symbol)
        counted = sorted({n for n, _ in members})
        for m, n in pairwise(counted):
            unit = next(document.unit for number, document in members if number == n)
            for missing in range(m + 1, n):
                yield finding(unit, "series-gap", symbol=f"{name}{missing}", after=f"{name}{n}")
    yield from _stray(reading)
    yield from _cited(reading)


def _stray(reading: Reading) -> Iterator[Finding]:
    """Symbols of the shape of the body's own that name another body: most likely a slip."""
    own = Counter(found[0] for document in reading.documents if (found := _BODY.match(document.normal)))
    usual, count = own.most_common(1)[0] if own else ("", 0)
    if count < MANY or count * 2 <= len(reading.documents):
        return
    for unit in reading.units:
        for start, end, symbol in symbols_in(unit.text):
            found = _BODY.match(symbol)
            if found and found[0] != usual and _shape(found[0]) == _shape(usual):
                yield finding(unit.id, "symbol-stray", symbol=unit.text[start:end], usual=usual)


def _shape(prefix: str) -> str:
    """A prefix without its numbers.

    >>> _shape("A/AC.281/")
    'A/AC./'
    """
    return re.sub(r"\d", "", prefix)


def _cited(reading: Reading) -> Iterator[Finding]:
    """Papers of the body that the text names and its list does not. Drafts and decisions are no papers before it."""
    listed = {document.normal for document in reading.documents}
    prefixes = {symbol.rpartition("/")[0] for symbol in listed}
    items = {document.unit for document in reading.documents}
    told: set[str] = set()
    for unit in reading.units:
        if unit.kind == "masthead" or unit.id in items:
            continue
        for _, _, symbol in symbols_in(unit.text):
            same = symbol.rpartition("/")[0] in prefixes and not _DRAFT.search(symbol)
            if same and symbol not in listed and symbol != reading.symbol and symbol not in told:
                told.add(symbol)
                yield finding(unit.id, "symbol-not-listed", symbol=symbol)

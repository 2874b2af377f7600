"""Under which numbers a paper stands: in which series, by its symbol and by the one that its source prints."""

from __future__ import annotations

from collections.abc import Iterator

from accord.acts import symbols
from accord.acts.symbols import ParsedSymbol
from accord.areas.documents.acts import RegisterDocument
from accord.wire.codec import Malformed


def numbers_of(act: RegisterDocument) -> Iterator[tuple[str | None, str, int]]:
    """The body, the series and the number of a paper; two where its source prints another symbol on it."""
    for symbol in dict.fromkeys((act.symbol, _as_printed(act.printed) or act.symbol)):
        of = symbols.parse(symbol)
        if of.series is not None and of.number is not None:
            yield act.body, series_of(of), of.number


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

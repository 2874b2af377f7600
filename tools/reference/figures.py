"""The columns of tables of figures, and how a figure of an input file becomes cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from rows import EDITORS, SOURCE, write

OF_ROW = "the source of the row"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "subject": ("what the figure tells, as a code", EDITORS),
    "iso3": (
        "ISO 3166-1 alpha-3 code of the State; empty for all States together as the source counts them",
        "ISO 3166-1",
    ),
    "system": ("type of weapon or system, where the source divides by type", OF_ROW),
    "year": ("year for which the figure holds, where the source gives the year only", OF_ROW, "year"),
    "on": ("day for which the figure holds, where the source gives it", OF_ROW, "day"),
    "told": ("stated, range, withheld (it exists and was not given), or unknown (not found)", EDITORS),
    "amount": ("the figure; empty where none is stated", OF_ROW, "see the column unit"),
    "least": ("least value of a range, or of the uncertainty given", OF_ROW, "see the column unit"),
    "most": ("greatest value of a range, or of the uncertainty given", OF_ROW, "see the column unit"),
    "unit": ("unit of the figure", EDITORS),
    "derived": ("yes where the cell follows from another figure and a change that the source states", EDITORS),
    "note": ("code of what a reader must know, as in the table notes; empty where nothing", EDITORS),
    "read_in": ("where the source was read, where that is elsewhere", EDITORS),
    "source": SOURCE,
}


def number(text: str) -> str:
    """A decimal number in its shortest spelling.

    >>> number("14.0"), number("3822.0"), number("0.034")
    ('14', '3822', '0.034')
    """
    return f"{Decimal(text).normalize():f}"


def figure(
    subject: str,
    iso3: str,
    amount: str,
    unit: str,
    source: str,
    *,
    year: str = "",
    on: str = "",
    system: str = "",
    spread: str = "",
    most: str = "",
    told: str = "",
    derived: bool = False,
    note: str = "",
    read_in: str = "",
) -> tuple[str, ...]:
    """The cells of one figure.

    Args:
        amount: as the source spells it; empty where it gives none.
        spread: an uncertainty to both sides.
        most: the figure is known to be less than this.
        told: withheld, where the source says so.
    """
    least = ""
    if spread:
        least, most = (number(str(Decimal(amount) + sign * Decimal(spread))) for sign in (-1, 1))
    elif most:
        least, most = "0", number(most)
    how = told or ("range" if least else "stated" if amount else "unknown")
    stated = number(amount) if amount else ""
    return subject, iso3, system, year, on, how, stated, least, most, unit, "yes" * derived, note, read_in, source


def write_figures(
    table: str,
    rows: Sequence[Sequence[str]],
    *,
    title: str,
    publisher: str,
    address: str,
    licence: str,
    known_problems: Sequence[str],
) -> None:
    """Writes a table of figures."""
    write(
        table,
        COLUMNS,
        rows,
        title=title,
        publisher=publisher,
        address=address,
        retrieved="2026-11-23",
        licence=licence,
        known_problems=known_problems,
    )

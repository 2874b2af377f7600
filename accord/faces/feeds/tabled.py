"""The matrix of coverage as CSV: a State a line, a prohibition a column, in each cell the instruments.

Codes, so that it is the same in every language. An empty cell says that no treaty text is recorded, and no more.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from accord.areas.coverage.pages import CellRow, CoveragePage

ADDED = "would-add"
"""Stands in a cell that the instrument asked about would add."""
CALCULATED = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that programs would calculate."""


def coverage_table(page: CoveragePage) -> str:
    """The matrix of a page of coverage."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow(_cells(["state", *(row.prohibition for row in page.prohibitions), "not-known"]))
    for state in page.covered_states:
        cells = [" ".join(_told(cell)) for cell in state.cells]
        lines.writerow(_cells([state.party, *cells, " ".join(state.not_known)]))
    return written.getvalue()


def _told(cell: CellRow) -> tuple[str, ...]:
    return (*cell.instruments, ADDED) if cell.added else cell.instruments


def _cells(texts: Iterable[str]) -> list[str]:
    return [f"'{text}" if text.startswith(CALCULATED) else text for text in texts]

"""Footnotes and their indicators: one for one, and counting on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from accord.papers.reading.findings import finding
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding


def notes(reading: Reading) -> Iterator[Finding]:
    """Indicators without a footnote, and footnotes that do not count on; the reader finds notes without indicators."""
    known = {note.marker for note in reading.footnotes}
    for unit in reading.units:
        for mark in unit.refs:
            if mark.marker not in known:
                yield finding(unit.id, "note-missing", marker=mark.marker)
    numbered = [int(note.marker) for note in reading.footnotes if note.marker.isdigit()]
    for before, after in pairwise(numbered):
        if after not in (before + 1, 1):
            yield finding(f"footnote-{after}", "note-number", before=before, marker=after)

"""What does not fit together in one document, beside what its reader notes: one check a file."""

from __future__ import annotations

from accord.papers.consistency.within.cover import cover
from accord.papers.consistency.within.days import days
from accord.papers.consistency.within.labels import labels
from accord.papers.consistency.within.names import names
from accord.papers.consistency.within.notes import notes
from accord.papers.consistency.within.numbers import numbers
from accord.papers.consistency.within.parts import parts
from accord.papers.consistency.within.references import references
from accord.papers.consistency.within.resolutions import resolutions
from accord.papers.consistency.within.series import series
from accord.papers.reading.findings import placed
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding

CHECKS = (notes, labels, numbers, series, days, references, resolutions, cover, names, parts)


def within(reading: Reading) -> list[Finding]:
    """The findings of all checks, each with the page and line of its unit."""
    return [*placed([one for check in CHECKS for one in check(reading)], reading.units)]

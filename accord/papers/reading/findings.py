"""What does not fit together: for a reader to look at, never corrected silently."""

from __future__ import annotations

from accord.papers.reading.context import Context
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding


def findings(reading: Reading, context: Context) -> list[Finding]:
    """All findings about a finished reading."""
    out: list[Finding] = []
    if not reading.paragraphs:
        out.append(Finding("document", "no-paragraphs", "no numbered paragraph was found"))
    return out

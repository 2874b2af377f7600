"""What the cover says of the session, against what the text says of it."""

from __future__ import annotations

from collections.abc import Iterator

from accord.papers.reading.findings import finding
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding


def cover(reading: Reading) -> Iterator[Finding]:
    """The session to which the mandate has the body report, where it is not the session of the cover."""
    usual = reading.masthead.session_number
    reported = reading.mandate.reports_to_session if reading.mandate else None
    if usual is None:
        return
    if reported is not None and reported != usual:
        yield finding("document", "session-differs", said=reported, usual=usual)

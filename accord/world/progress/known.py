"""What pages of progress are asked of."""

from __future__ import annotations

from typing import Protocol

from accord.areas.commitments.known import Known as OfCommitments
from accord.areas.coverage.known import Known as OfCoverage


class Known(OfCoverage, OfCommitments, Protocol):
    """The views and look-ups up to coverage, and those of commitments."""

"""What pages of progress are asked of."""

from __future__ import annotations

from typing import Protocol

from accord.areas.commitments.known import Known as OfCommitments
from accord.areas.instruments.known import Known as OfInstruments


class Known(OfInstruments, OfCommitments, Protocol):
    """The views and look-ups of instruments and of commitments."""

"""What pages of coverage are asked of."""

from __future__ import annotations

from typing import Protocol

from accord.areas.coverage.view import Coverage
from accord.areas.instruments.known import Known as OfInstruments


class Known(OfInstruments, Protocol):
    """The views up to coverage."""

    coverage: Coverage

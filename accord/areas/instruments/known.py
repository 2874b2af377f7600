"""What pages of instruments are asked of."""

from __future__ import annotations

from typing import Protocol

from accord.areas.instruments.lookups import InstrumentLookups
from accord.areas.instruments.view import Instruments
from accord.areas.parties.cite import Known as OfParties


class Known(OfParties, Protocol):
    """The views up to instruments, and the look-ups over them."""

    instruments: Instruments
    instrument_lookups: InstrumentLookups

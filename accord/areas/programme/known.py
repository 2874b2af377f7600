"""What the pages of the programme are asked of."""

from __future__ import annotations

from typing import Protocol

from accord.areas.programme.lookups import ProgrammeLookups
from accord.areas.programme.view import Programme
from accord.areas.proposals import known as proposals


class Known(proposals.Known, Protocol):
    """What these pages are asked of."""

    programme: Programme
    programme_lookups: ProgrammeLookups

"""What the pages of proposals are asked of."""

from __future__ import annotations

from typing import Protocol

from accord.areas.proposals.view import Proposals
from accord.areas.speakers import known as speakers


class Known(speakers.Known, Protocol):
    """What these pages are asked of."""

    proposals: Proposals

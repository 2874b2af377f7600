"""What the pages of proposals are asked of."""

from __future__ import annotations

from typing import Protocol

from accord.areas.meetings import known as meetings
from accord.areas.proposals.view import Proposals


class Known(meetings.Known, Protocol):
    """What these pages are asked of."""

    proposals: Proposals

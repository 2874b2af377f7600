"""What the pages of speakers are asked of."""

from __future__ import annotations

from typing import Protocol

from accord.areas.meetings import pages as meetings
from accord.areas.speakers.view import Speakers


class Known(meetings.Known, Protocol):
    """What these pages are asked of."""

    speakers: Speakers

"""What the pages of meetings are asked of."""

from __future__ import annotations

from typing import Protocol

from accord.areas.documents import pages as documents
from accord.areas.meetings.lookups import MeetingLookups
from accord.areas.meetings.view import Meetings


class Known(documents.Known, Protocol):
    """What these pages are asked of."""

    meetings: Meetings
    meeting_lookups: MeetingLookups

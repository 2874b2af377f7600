"""What the pages of speakers are asked of."""

from __future__ import annotations

from typing import Protocol

from accord.areas.meetings import pages as meetings
from accord.areas.speakers.acts import ReplyRules
from accord.areas.speakers.view import Speakers


class KnowsProcedure(Protocol):
    """Who knows the rules of procedure of bodies: a later area, which is asked and not read."""

    def replies(self, body: str) -> ReplyRules | None:
        """How the rules of a body limit the right of reply."""


class Known(meetings.Known, Protocol):
    """What these pages are asked of."""

    speakers: Speakers

    @property
    def procedures(self) -> KnowsProcedure:
        """The rules of procedure of bodies."""

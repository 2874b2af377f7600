"""What we know of speakers: lists and who is on them, speeches, replies, translations."""

from __future__ import annotations

from accord.acts.view import Tables, View
from accord.areas.bodies.view import Bodies
from accord.areas.meetings.view import Meetings
from accord.areas.parties.view import Parties


class SpeakerTables(Tables):
    pass


class Speakers(View):
    tables: SpeakerTables

    def __init__(self, parties: Parties, bodies: Bodies, meetings: Meetings) -> None:
        self.parties = parties
        self.bodies = bodies
        self.meetings = meetings
        self.tables = SpeakerTables()

"""How attendance is asked about: who was recorded as present, at how many of how many meetings."""

from __future__ import annotations

import datetime

from accord.acts.facts import Fact
from accord.acts.values import Person
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.meetings.acts import Category, RecordAttendance
from accord.areas.meetings.known import Known
from accord.areas.parties.cite import Cite, Page, Part, PartyCode, cite, head


class Attending(Part, frozen=True):
    """A party recorded as present at a meeting."""

    party: PartyCode
    category: Category
    persons: tuple[Person, ...]
    """Only those whom the source names."""
    cite: Cite


class Attended(Part, frozen=True):
    """At which meetings a party was recorded as present."""

    party: PartyCode
    category: Category
    """In which it was recorded last."""
    meetings: tuple[int, ...]
    with_attendance: int
    """Meetings for which any attendance is recorded."""


class AttendancePage(Page, frozen=True, tag="attendance"):
    """Who was recorded as present at the meetings of a body. Who was not recorded was not therefore absent."""

    body: BodyCode
    convened: int
    """Meetings that were called to order."""
    with_attendance: int
    """Of them, those for which any attendance is recorded."""
    parties: tuple[Attended, ...]


def attending(known: Known, fact: Fact[RecordAttendance]) -> Attending:
    """A party at a meeting."""
    act = fact.act
    return Attending(party=act.party, category=act.category, persons=act.persons, cite=cite(known, fact, act.party))


def attendance(known: Known, body: str = "", *, on: datetime.date | None = None) -> AttendancePage:
    """Who was recorded as present at the meetings of a body.

    Raises:
        Missing: no such body.
    """
    name = established(known, body).act.body
    tables = known.meetings.tables
    facts = [fact for fact in tables.attendances.values() if fact.act.body == name]
    by_party: dict[str, list[Fact[RecordAttendance]]] = {}
    for fact in facts:
        by_party.setdefault(fact.act.party, []).append(fact)
    counted = {fact.act.number for fact in facts}
    convened = [key for key in tables.sittings if tables.sittings[key][0].convened.act.body == name]
    return AttendancePage(
        head=head(known, on),
        body=name,
        convened=len(convened),
        with_attendance=len(counted),
        parties=tuple(
            Attended(
                party=party,
                category=max(of, key=lambda f: f.entry).act.category,
                meetings=tuple(sorted(fact.act.number for fact in of)),
                with_attendance=len(counted),
            )
            for party, of in by_party.items()
        ),
    )

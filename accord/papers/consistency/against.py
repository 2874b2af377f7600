"""A document against a record: what the one says and the other does not.

Compared as sets of codes, so that neither language nor order matters: the list of documents and their sponsors,
officers, Friends of the Chair, days of meetings, planned days, moderators, speakers, introducers, mandate, adoption.
Neither is corrected: a record may know more than a report prints, and a report may be wrong.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from accord.acts import symbols
from accord.acts.symbols import normal
from accord.papers.importing.facts.bodies import body_code
from accord.papers.importing.names import gazetteer
from accord.papers.reading.findings import placed
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding
from accord.reference.states import find_states
from accord.words.catalogue import say
from accord.world.world import World

_NOTHING = "–"
_UNLISTED = ("report", "resolution", "draft")
"""Kinds of documents that a body's own list of documents does not have."""


def against(reading: Reading, world: World, states: Mapping[str, str] | None = None) -> list[Finding]:
    """Where a document and a record differ; a single finding where the record does not know the body.

    Args:
        states: names of fictional States with their codes; those that the record has are known anyway.
    """
    body = body_code(reading, world)[0] if reading.symbol else ""
    if body not in world.bodies.tables.bodies:
        return [_finding("document", "record-no-body", "record-no-body")]
    found = _Comparison(reading, world, body, {**gazetteer(world), **(states or {})})
    checks = (found.documents(), found.officers(), found.meetings(), found.panels(), found.speakers(), found.course())
    return [*placed(list(chain(*checks)), reading.units)]


def _finding(where: str, code: str, says: str, **values: object) -> Finding:
    told = {name: str(value) for name, value in values.items()}
    return Finding(where, code, say("en", f"detail.{says}", **told), says, told)


def _period(first: datetime.date, last: datetime.date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


class _Comparison:
    """One document, one body on record."""

    def __init__(self, reading: Reading, world: World, body: str, states: Mapping[str, str]) -> None:
        self.reading, self.world, self.body, self.states = reading, world, body, states

    def documents(self) -> Iterator[Finding]:
        """Documents listed and not registered, registered and not listed, and other sponsors."""
        tables = self.world.documents.tables
        listed = {document.normal: document for document in self.reading.documents}
        for symbol, document in listed.items():
            if symbol not in tables.documents:
                yield _finding(document.unit, "record-document", "record-document", here=symbol)
                continue
            ours = self._codes(document.sponsors)
            theirs = {p for p, one in tables.sponsorships.get(symbol, {}).items() if one.until is None}
            theirs = {party for party in theirs if self._is_state(party)}
            if ours != theirs and (ours or document.type == "working_paper"):
                more, less = self._both(ours, theirs)
                yield _finding(
                    document.unit, "record-sponsors", "record-sponsors", symbol=symbol, here=more, there=less
                )
        own = normal(self.reading.symbol or "")
        for symbol, fact in tables.documents.items() if listed else ():
            known = fact.act.body == self.body and symbol not in tables.withdrawn and symbol != own
            if known and symbol not in listed and fact.act.kind not in _UNLISTED:
                yield _finding("documents", "record-unlisted", "record-unlisted", there=symbol)

    def officers(self) -> Iterator[Finding]:
        """The States of the officers, and of the Friends of the Chair."""
        chair = self.reading.officers.chair
        held = self.world.bodies.tables.officers.get(self.body, {})
        named = [one.state for one in (*((chair,) if chair else ()), *self.reading.officers.others) if one.state]
        yield from self._differ(
            "officers", "record-officers", self._codes(named), {f.act.state for f in held.values() if f.act.state}
        )
        friends = set(self.world.bodies.tables.friends.get(self.body, {}))
        yield from self._differ(
            "officers", "record-friends", self._codes(self.reading.officers.friends_of_the_chair), friends
        )

    def meetings(self) -> Iterator[Finding]:
        """Days of meetings; days for which the record planned a meeting that the document does not report."""
        tables = self.world.meetings.tables
        said = {day for meeting in self.reading.meetings for day in meeting.dates}
        held = {_period(f.act.first, f.act.last) for f in tables.meetings.values() if f.act.body == self.body}
        yield from self._differ("meetings", "record-meetings", said, held)
        spans = [(day.partition("/")[0], day.rpartition("/")[2]) for day in said]
        planned = {
            f.act.on.isoformat()
            for key, f in tables.scheduled.items()
            if f.act.body == self.body and key not in tables.cancelled
        }
        left = {day for day in planned if not any(a <= day <= b for a, b in spans)} if spans else set()
        yield from self._differ("meetings", "record-planned", set(), left)

    def panels(self) -> Iterator[Finding]:
        """The States of the panels' moderators, and how many panels there were."""
        held = [f.act for f in self.world.meetings.tables.panels.values() if f.act.body == self.body]
        said = self.reading.panels
        if said and len(said) != len(held):
            yield _finding("panels", "record-panels", "record-differs", here=len(said), there=len(held))
        named = self._codes([one.moderator.state for one in said if one.moderator.state])
        yield from self._differ(
            "panels", "record-panels", named, {a.moderator_state for a in held if a.moderator_state}
        )

    def speakers(self) -> Iterator[Finding]:
        """The States that spoke, and that introduced papers."""
        tables = self.world.meetings.tables
        spoke = {f.act.speaker for f in tables.statements.values() if f.act.body == self.body and f.act.speaker}
        said = self._codes([one.state for one in self.reading.statements.states])
        yield from self._differ("statements", "record-statements", said, {p for p in spoke if self._is_state(p)})
        introduced = {
            party for f in tables.introductions.values() if f.act.body == self.body for party in f.act.introducers
        }
        said = self._codes([name for one in self.reading.introductions for name in one.introduced_by])
        yield from self._differ(
            "introductions", "record-introductions", said, {p for p in introduced if self._is_state(p)}
        )

    def course(self) -> Iterator[Finding]:
        """Mandate, agenda and adoption."""
        mandate = self.world.bodies.tables.bodies[self.body].act
        if self.reading.mandate and mandate.resolution:
            said = {symbols.normal(self.reading.mandate.resolution)}
            yield from self._differ("mandate", "record-mandate", said, {symbols.normal(mandate.resolution)})
        agenda = self.world.bodies.tables.agendas.get(self.body)
        if self.reading.agenda and agenda:
            here = {str(item.num) for item in self.reading.agenda.items}
            yield from self._differ(
                f"para-{self.reading.agenda.paragraph}",
                "record-agenda",
                here,
                {str(i.number) for i in agenda.act.items},
            )
        adopted = self.world.drafting.tables.adoptions.get(self.body)
        if self.reading.adoption and self.reading.adoption.adopted and adopted:
            here = {self.reading.adoption.adopted, *self.reading.adoption.drafts}
            yield from self._differ(
                "adoption", "record-adoption", here, {adopted.act.on.isoformat(), *adopted.act.drafts}
            )

    def _differ(self, where: str, code: str, ours: Collection[str], theirs: Collection[str]) -> Iterator[Finding]:
        """A finding where two sets differ. What a document does not tell at all is not compared."""
        if (ours or code == "record-planned") and set(ours) != set(theirs):
            more, less = self._both(ours, theirs)
            yield _finding(where, code, "record-differs", here=more, there=less)

    @staticmethod
    def _both(ours: Collection[str], theirs: Collection[str]) -> tuple[str, str]:
        """What only the one has, and what only the other."""
        one, two = set(ours), set(theirs)
        return ", ".join(sorted(one - two)) or _NOTHING, ", ".join(sorted(two - one)) or _NOTHING

    def _codes(self, names: Collection[str]) -> set[str]:
        """The codes of the States among some names; groups and organisations are not compared."""
        return {
            code
            for name in names
            for start, end, code in find_states(name, self.reading.language, self.states)
            if (start, end) == (0, len(name))
        }

    def _is_state(self, party: str) -> bool:
        fact = self.world.parties.tables.parties.get(party)
        return fact is None or fact.act.kind == "state"

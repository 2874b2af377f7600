"""What happened on the floor of meetings, by day and by party: motions, rulings, votes, decisions."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from accord.acts.facts import Fact
from accord.areas.bodies.pages import BodyCode
from accord.areas.parties.cite import Cite, Part, PartyCode, cite, cite_entry
from accord.areas.procedure.acts import Choice, RecordVote
from accord.areas.procedure.pages import Ballot, Known, ballot
from accord.areas.procedure.steps import StepName, step_name
from accord.areas.procedure.view import Step

_SHOWN = ("move", "withdraw", "rule", "result", "decide", "pass-over")
"""What a day is told of: what was moved and what became of it. The rest is on the page of the floor."""
_ON_LISTS = ("inscribe", "reply")
"""What a party does on a list of speakers, which has a page of its own."""


class FloorStep(Part, frozen=True):
    """A step on the floor of a meeting: by a party, or by the Chair where none is named."""

    body: BodyCode
    number: int
    """Of the meeting."""
    step_name: StepName
    question: str | None
    """The motion or question that it is about."""
    party: PartyCode | None
    cite: Cite


class VoteCast(Part, frozen=True):
    """How a party voted, where that was recorded."""

    body: BodyCode
    number: int
    question: str
    vote: Choice
    cite: Cite


class Stepped(NamedTuple):
    """A step with where and when it was taken."""

    entry: int
    by: str
    body: str
    number: int
    day: datetime.date | None
    step: Step

    @property
    def parties(self) -> tuple[str, ...]:
        """Whose step it is: who says it, or whose the proposal is that comes before the meeting."""
        event = self.step.event
        return event.labels if event.kind == "place" else (event.by,) if event.by else ()


def stepped(known: Known) -> tuple[Stepped, ...]:
    """Every step of every meeting; the day is that on which the meeting was opened or resumed, where it is known."""
    return known.once("steps on floors", lambda: _stepped(known))


def _stepped(known: Known) -> tuple[Stepped, ...]:
    found: list[Stepped] = []
    for name, steps in known.procedures.tables.steps.items():
        body, _, number = name.rpartition("/")
        day: datetime.date | None = None
        for step in steps:
            if step.event.kind == "open":
                day = None if step.event.day is None else datetime.date.fromordinal(step.event.day)
            found.append(Stepped(step.entry, step.by, body, int(number), day, step))
    return tuple(found)


def floor_step(known: Known, one: Stepped, party: str | None = None) -> FloorStep:
    """A step; on a party's page told as its own."""
    event = one.step.event
    whose = party or event.by or None
    return FloorStep(
        body=one.body,
        number=one.number,
        step_name=step_name(event),
        question=event.on or event.of or None,
        party=whose,
        cite=cite_entry(known, one.entry, whose),
    )


def floor_days(known: Known, body: str) -> tuple[datetime.date, ...]:
    """The day of each step that the page of a day tells of."""
    return tuple(s.day for s in stepped(known) if s.body == body and s.day is not None and s.step.event.kind in _SHOWN)


def steps_on(known: Known, body: str, day: datetime.date) -> tuple[FloorStep, ...]:
    """What was moved, ruled and decided in a body on a day, in the order of the record."""
    found = (one for one in stepped(known) if one.body == body and one.day == day)
    return tuple(floor_step(known, one) for one in found if one.step.event.kind in _SHOWN)


def ballots_on(known: Known, body: str, day: datetime.date) -> tuple[Ballot, ...]:
    """The votes taken in a body on a day."""
    votes = known.procedures.tables.votes
    here = (one.entry for one in stepped(known) if one.body == body and one.day == day)
    return tuple(ballot(known, entry) for entry in here if entry in votes)


def steps_by(known: Known) -> dict[str, list[Stepped]]:
    """Party → what it did on floors."""
    found: dict[str, list[Stepped]] = {}
    for one in stepped(known):
        if one.step.event.kind not in _ON_LISTS:
            for party in one.parties:
                found.setdefault(party, []).append(one)
    return found


def votes_by(known: Known) -> dict[str, list[Fact[RecordVote]]]:
    """Party → the votes in which its own was recorded."""
    found: dict[str, list[Fact[RecordVote]]] = {}
    for fact in known.procedures.tables.votes.values():
        for one in fact.act.votes:
            found.setdefault(one.party, []).append(fact)
    return found


def vote_cast(known: Known, fact: Fact[RecordVote], party: str) -> VoteCast:
    """How a party voted."""
    act = fact.act
    vote = next(one.vote for one in act.votes if one.party == party)
    return VoteCast(body=act.body, number=act.number, question=act.question, vote=vote, cite=cite(known, fact, party))

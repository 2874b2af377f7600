"""How participation is asked about: who is on record as having spoken, for how many States in all."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from accord.areas.bodies.pages import BodyCode, established
from accord.areas.meetings.acts import MakeStatement
from accord.areas.meetings.known import Known
from accord.areas.meetings.statements import days
from accord.areas.parties.cite import Page, Part, PartyCode, head
from accord.reference.states import states as un_states

How = Literal["spoke", "via-group", "no-recorded-statement"]


class Participant(Part, frozen=True):
    """How a State is on record as having taken part. Silence is never agreement."""

    state: PartyCode
    how: How
    statements: tuple[str, ...]
    groups: tuple[PartyCode, ...]
    """Groups of which it was a member on a day of the statement made on their behalf."""


class ParticipationPage(Page, frozen=True, tag="participation"):
    """Who is on record as having spoken, for how many States in all."""

    body: BodyCode
    participants: tuple[Participant, ...]
    spoke: int
    via_group: int
    no_recorded_statement: int
    """Of the States in the register."""
    states_in_register: int
    un_member_states: int | None
    """The other denominator; `None` in an exercise."""


def participation(known: Known, body: str = "", *, on: datetime.date | None = None) -> ParticipationPage:
    """Who is on record as having spoken."""
    name = established(known, body).act.body
    spoke, via_group, silent = tally(known, name)
    return ParticipationPage(
        head=head(known, on),
        body=name,
        participants=tuple(participant(known, name, state) for state in registered_states(known)),
        spoke=spoke,
        via_group=via_group,
        no_recorded_statement=silent,
        states_in_register=spoke + via_group + silent,
        un_member_states=None if known.exercise else sum(s.status == "member" for s in un_states().values()),
    )


def registered_states(known: Known) -> Iterator[str]:
    """The States of the register."""
    return (party for party, fact in known.parties.tables.parties.items() if fact.act.kind == "state")


def tally(known: Known, body: str) -> tuple[int, int, int]:
    """How many States of the register spoke in a body, spoke through a group, have no statement on record."""
    found = Counter(how(known, body, state) for state in registered_states(known))
    return found["spoke"], found["via-group"], found["no-recorded-statement"]


def how(known: Known, body: str, state: str) -> How:
    """How a State took part in a body: by a statement of its own, by one for a group, or by none on record."""
    if known.meeting_lookups.by_speaker.count((body, state)):
        return "spoke"
    return "via-group" if any(_through_groups(known, body, state)) else "no-recorded-statement"


def participant(known: Known, body: str, state: str) -> Participant:
    """How a State took part in a body, with its own statements and those for groups."""
    own = tuple([fact.act.statement for fact in known.meeting_lookups.by_speaker[body, state]])
    via = tuple(_through_groups(known, body, state))
    return Participant(
        state=state,
        how=how(known, body, state),
        statements=tuple(dict.fromkeys((*own, *(act.statement for act in via)))) if via else own,
        groups=tuple(dict.fromkeys(act.on_behalf_of for act in via if act.on_behalf_of is not None)),
    )


def _through_groups(known: Known, body: str, state: str) -> Iterator[MakeStatement]:
    """The statements for groups of which a State was a member on a day of the statement."""
    for fact in known.meeting_lookups.for_groups[body]:
        group = fact.act.on_behalf_of
        if group is not None and any(state in known.parties.members(group, day) for day in days(fact.act)):
            yield fact.act

"""How participation is asked about: who is on record as having spoken, for how many States in all."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.facts import Fact
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.meetings.acts import MakeStatement
from accord.areas.meetings.known import Known
from accord.areas.meetings.statements import days
from accord.areas.parties.cite import Page, Part, PartyCode, head
from accord.reference.states import states as un_states


class Participant(Part, frozen=True):
    """How a State is on record as having taken part. Silence is never agreement."""

    state: PartyCode
    how: Literal["spoke", "via-group", "no-recorded-statement"]
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
    facts = known.meeting_lookups.of_body["statement"][name]
    register = [party for party, fact in known.parties.tables.parties.items() if fact.act.kind == "state"]
    own: dict[str | None, list[str]] = {}
    for fact in facts:
        own.setdefault(fact.act.speaker, []).append(fact.act.statement)
    for_groups = [fact for fact in facts if fact.act.on_behalf_of is not None]
    rows = tuple(participant(known, state, tuple(own.get(state, ())), for_groups) for state in register)
    return ParticipationPage(
        head=head(known, on),
        body=name,
        participants=rows,
        spoke=sum(row.how == "spoke" for row in rows),
        via_group=sum(row.how == "via-group" for row in rows),
        no_recorded_statement=sum(row.how == "no-recorded-statement" for row in rows),
        states_in_register=len(rows),
        un_member_states=None if known.exercise else sum(s.status == "member" for s in un_states().values()),
    )


def participant(known: Known, state: str, own: tuple[str, ...], for_groups: list[Fact[MakeStatement]]) -> Participant:
    """How a State took part in a body: by its own statements, and by those for groups."""
    groups = []
    via = []
    for f in for_groups:
        group = f.act.on_behalf_of
        if group is not None and any(state in known.parties.members(group, d) for d in days(f.act)):
            groups.append(group)
            via.append(f.act.statement)
    how: Literal["spoke", "via-group", "no-recorded-statement"]
    how = "spoke" if own else "via-group" if via else "no-recorded-statement"
    return Participant(
        state=state,
        how=how,
        statements=tuple(dict.fromkeys((*own, *via))) if via else own,
        groups=tuple(dict.fromkeys(groups)),
    )

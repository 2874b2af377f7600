"""How statements are asked about: who spoke, for whom, on which days."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from typing import Literal

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.bodies.pages import BodyCode, established
from accord.areas.meetings.acts import MakeStatement
from accord.areas.meetings.known import Known
from accord.areas.parties.cite import Cite, Page, Part, PartyCode, cite, head
from accord.areas.parties.cite import said as is_said
from accord.areas.parties.rows import listed


class StatementRow(Part, frozen=True):
    """A statement (¶¶14-15)."""

    statement: str
    body: BodyCode
    speaker: PartyCode | None
    official: Text | None
    on_behalf_of: PartyCode | None
    speaker_is_member: bool | None
    """Whether the speaker is on record as a member of the group spoken for; `None` where there is no group."""
    occasion: Literal["general-exchange", "opening", "address", "other"]
    days: tuple[datetime.date, ...]
    """The days of the meetings in question; which of them is not always said."""
    text: Text | None
    cite: Cite


class StatementsPage(Page, frozen=True, tag="statements"):
    """The statements made in a body, in the printed order."""

    body: BodyCode
    statements: Sequence[StatementRow]


def statements(known: Known, body: str = "", *, on: datetime.date | None = None) -> StatementsPage:
    """The statements made in a body."""
    name = established(known, body).act.body
    facts = known.meeting_lookups.of_body["statement"][name]
    return StatementsPage(head=head(known, on), body=name, statements=listed(facts, partial(statement_row, known)))


def statements_by(known: Known, party: str, *, said: bool) -> Sequence[StatementRow]:
    """The statements of a party, or made on its behalf as a group: those on record in its own voice, or the others."""
    facts = known.meeting_lookups.by_party["statement"][party]
    mine = [fact for fact in facts if is_said(known, fact, fact.act.speaker) == said]
    return listed(mine, partial(statement_row, known))


def statement_row(known: Known, fact: Fact[MakeStatement]) -> StatementRow:
    """A statement."""
    act = fact.act
    group = act.on_behalf_of
    member = None
    if group is not None and act.speaker is not None:
        member = act.speaker == group or any(act.speaker in known.parties.members(group, d) for d in days(act))
    return StatementRow(
        statement=act.statement,
        body=act.body,
        speaker=act.speaker,
        official=act.official,
        on_behalf_of=group,
        speaker_is_member=member,
        occasion=act.occasion,
        days=act.days,
        text=act.text,
        cite=cite(known, fact, act.speaker),
    )


def days(act: MakeStatement) -> tuple[datetime.date | None, ...]:
    """The days on which a membership would count for a statement; without any: now."""
    return act.days or (None,)

"""How actors are asked about (A/68/514 ¶¶40-44): who belongs to each by records, and what is asked of it by whom.

What a source calls a State, and the State may not call itself, is attributed to its author, with the State's reply.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from typing import get_args

from accord.acts.facts import Fact
from accord.areas.commitments.acts import Actor, AttributeDesignation, RecordCall
from accord.areas.commitments.attributed import Attribution, DesignationRow, chosen_of, designation_row, within
from accord.areas.commitments.belonging import NAMES, TOLD_BY, ActorMember, Known, ToldBy, members
from accord.areas.commitments.parts import CallRow, ReviewRow, by_day, call_row, review_row
from accord.areas.parties.cite import Page, Part, head
from accord.areas.parties.rows import listed


class ActorRow(Part, frozen=True):
    """An actor among the others: what says who belongs to it, and how much of it is recorded."""

    actor: Actor
    told_by: ToldBy
    member_count: int | None
    """`None`: nothing in the record says it; only sources do, each for itself."""
    attributed_count: int
    """Names that sources give to States that they count among it."""
    call_count: int
    review_action_count: int
    """Actions of review conferences that are addressed to it."""


class ActorsPage(Page, frozen=True, tag="actors"):
    """The actors; or of one who belongs to it by records, whom sources count among it, and who calls on it to act."""

    actor: Actor | None
    told_by: ToldBy | None
    actors: tuple[ActorRow, ...]
    actor_members: tuple[ActorMember, ...]
    designations: Sequence[DesignationRow]
    name_rule: Attribution
    calls: Sequence[CallRow]
    review_actions: Sequence[ReviewRow]
    """Actions of review conferences that are addressed to it."""


def actors(known: Known, actor: str = "", *, on: datetime.date | None = None) -> ActorsPage:
    """The actors, in the order of their list, which is none of importance; or one of them.

    Raises:
        Missing: no such actor.
    """
    chosen: Actor | None = chosen_of(Actor, "actor", actor)
    return ActorsPage(
        head=head(known, on),
        actor=chosen,
        told_by=None if chosen is None else TOLD_BY[chosen],
        actors=tuple(actor_row(known, one, on) for one in get_args(Actor)) if chosen is None else (),
        actor_members=() if chosen is None else tuple(members(known, chosen, on)),
        designations=() if chosen is None else listed(named(known, chosen, on), partial(designation_row, known)),
        name_rule="called-so-by-its-author",
        calls=() if chosen is None else listed(called(known, chosen, on), partial(call_row, known)),
        review_actions=()
        if chosen is None
        else listed(known.commitment_lookups.reviewed[chosen], partial(review_row, known, on)),
    )


def actor_row(known: Known, actor: Actor, on: datetime.date | None) -> ActorRow:
    """An actor among the others."""
    told_by = TOLD_BY[actor]
    untold = told_by in ("attributed-by-sources", "source-of-each-call")
    return ActorRow(
        actor=actor,
        told_by=told_by,
        member_count=None if untold else len({row.party for row in members(known, actor, on)}),
        attributed_count=len(named(known, actor, on)),
        call_count=len(called(known, actor, on)),
        review_action_count=len(known.commitment_lookups.reviewed[actor]),
    )


def named(known: Known, actor: Actor, on: datetime.date | None) -> list[Fact[AttributeDesignation]]:
    """What sources call States that they count among an actor, State by State."""
    facts = known.commitments.tables.designations
    wanted = NAMES.get(actor, ())
    return [
        facts[name] for name in sorted(facts) if facts[name].act.designation in wanted and within(facts[name].act, on)
    ]


def called(known: Known, actor: Actor, on: datetime.date | None) -> list[Fact[RecordCall]]:
    """The calls on an actor by a day, in the order of their days."""
    return [fact for fact in known.commitment_lookups.calls_of[actor] if by_day(fact.act.on, on)]

"""How statements on doctrine and the names that sources give to States are asked about.

A statement is no reduction. A name is what its author calls a State; the State's own words stand beside it.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from typing import Any, Literal, cast, get_args

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.commitments.acts import AttributeDesignation, Designation, StateDoctrine, Topic
from accord.areas.commitments.known import Known
from accord.areas.commitments.parts import by_day
from accord.areas.parties import pages as parties
from accord.areas.parties.cite import FactCite, Missing, Page, Part, PartyCode, cite_fact, head
from accord.areas.parties.pages import ReplyRow
from accord.areas.parties.rows import listed

Limit = Literal["statement-is-no-reduction"]
Attribution = Literal["called-so-by-its-author"]
InForce = Literal["in-effect", "replaced", "date-not-recorded"]


class DoctrineRow(Part, frozen=True):
    """A statement on the role, the renewal or the readiness of weapons (A/68/514 ¶¶27 (d), 30-33)."""

    statement: str
    party: PartyCode
    matter: Topic
    text: Text
    verbatim: bool
    given: datetime.date | None
    until: datetime.date | None
    in_force: InForce
    """On the day asked for; after all that is recorded, whether its replacement is."""
    replies: tuple[ReplyRow, ...]
    cite: FactCite


class DesignationRow(Part, frozen=True):
    """What an author calls a State (A/68/514 ¶¶32, 40-44)."""

    party: PartyCode
    designation: Designation
    author: PartyCode
    whose: PartyCode | None
    """Whose weapons, or whose deterrence."""
    since: datetime.date | None
    until: datetime.date | None
    text: Text | None
    replies: tuple[ReplyRow, ...]
    """By right of reply."""
    cite: FactCite


class DoctrinePage(Page, frozen=True, tag="doctrine"):
    """Statements of States and alliances on doctrine, modernization and readiness, all or of one matter."""

    matter: Topic | None
    doctrine: Sequence[DoctrineRow]
    limit: Limit


class DesignationsPage(Page, frozen=True, tag="designations"):
    """What sources call States and not every State calls itself: each with its author, and the State's reply."""

    designation: Designation | None
    designations: Sequence[DesignationRow]
    name_rule: Attribution


def doctrine_row(known: Known, on: datetime.date | None, fact: Fact[StateDoctrine]) -> DoctrineRow:
    """A statement."""
    act = fact.act
    return DoctrineRow(
        statement=act.statement,
        party=act.party,
        matter=act.matter,
        text=act.text,
        verbatim=act.verbatim,
        given=act.on,
        until=act.until,
        in_force=in_force(act, on),
        replies=parties.reply_rows(known, (*fact.corrected, fact.entry)),
        cite=cite_fact(known, fact, act.party),
    )


def in_force(act: StateDoctrine, on: datetime.date | None) -> InForce:
    """Whether a statement was replaced by a day."""
    if on is not None and act.on is None:
        return "date-not-recorded"
    return "replaced" if act.until is not None and (on is None or on >= act.until) else "in-effect"


def designation_row(known: Known, fact: Fact[AttributeDesignation]) -> DesignationRow:
    """What an author calls a State."""
    act = fact.act
    return DesignationRow(
        party=act.party,
        designation=act.designation,
        author=act.author,
        whose=act.whose,
        since=act.since,
        until=act.until,
        text=act.text,
        replies=parties.reply_rows(known, (*fact.corrected, fact.entry)),
        cite=cite_fact(known, fact, act.author),
    )


def within(act: AttributeDesignation, on: datetime.date | None) -> bool:
    """Whether a name is given for a day; where its first day is not recorded, that is not denied."""
    return on is None or ((act.since is None or act.since <= on) and (act.until is None or on < act.until))


def doctrine(known: Known, matter: str = "", *, on: datetime.date | None = None) -> DoctrinePage:
    """The statements by a day, in the order of their days; of one matter where it is named.

    Raises:
        Missing: no such matter.
    """
    chosen = chosen_of(Topic, "matter", matter)
    facts = known.commitments.tables.doctrine.values()
    told = [fact for fact in facts if by_day(fact.act.on, on) and chosen in (None, fact.act.matter)]
    told.sort(key=lambda fact: (fact.act.on is None, fact.act.on or datetime.date.max, fact.act.statement))
    return DoctrinePage(
        head=head(known, on),
        matter=cast("Topic | None", chosen),
        doctrine=listed(told, partial(doctrine_row, known, on)),
        limit="statement-is-no-reduction",
    )


def designations(known: Known, designation: str = "", *, on: datetime.date | None = None) -> DesignationsPage:
    """The names given for a day, State by State; one of them where it is named.

    Raises:
        Missing: no such name.
    """
    chosen = chosen_of(Designation, "designation", designation)
    facts = known.commitments.tables.designations
    told = [
        facts[name]
        for name in sorted(facts)
        if within(facts[name].act, on) and chosen in (None, facts[name].act.designation)
    ]
    return DesignationsPage(
        head=head(known, on),
        designation=cast("Designation | None", chosen),
        designations=listed(told, partial(designation_row, known)),
        name_rule="called-so-by-its-author",
    )


def chosen_of(choices: Any, kind: str, value: str) -> Any:
    """The choice that a page was asked with, `None` where it was asked with none.

    Raises:
        Missing: there is no such choice.
    """
    found = next((one for one in get_args(choices) if one == value), None)
    if value and found is None:
        raise Missing(kind, value)
    return found

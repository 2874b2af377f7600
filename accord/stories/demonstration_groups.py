"""Groups of States in the demonstration, and whom a source calls a possessor of nuclear weapons.

A list says who belongs on its day; since when it does not say, and nothing here does. Observers and partners of a
group are no members and stay in the tables. The members of OPANAL are the parties of the Treaty of Tlatelolco.
"""

from __future__ import annotations

from collections.abc import Iterator

from accord.acts.values import Source
from accord.acts.vocabulary import Act
from accord.areas.commitments.acts import AttributeDesignation
from accord.areas.parties.acts import EnterParty, JoinGroup
from accord.reference import policies
from accord.reference.sources import sources
from accord.stories.demonstration_law import grounds
from accord.stories.story import text

CALLED = "nuclear-armed"
"""What SIPRI calls States: a name given to them, and no group that they belong to."""
BY_TREATY = "opanal"
SIPRI = "sipri"


def groups_told() -> Iterator[Act]:
    """Groups, each with its members; then who is called a possessor, and by whom."""
    members = [row for row in policies.memberships() if row.role == "member"]
    entered: set[str] = {CALLED, BY_TREATY}
    for row in members:
        cited = sources()[row.source].cited()
        if row.group not in entered:
            entered.add(row.group)
            name = text(policies.group_names()[row.group].said())
            yield EnterParty(party=row.group, kind="group", name=name, source=Source(publication=cited))
        if row.group not in (CALLED, BY_TREATY):
            yield JoinGroup(group=row.group, member=row.iso3, source=Source(publication=cited, on=row.as_of))
    yield EnterParty(
        party=SIPRI,
        kind="civil-society",
        name=text(policies.group_names()[SIPRI].said()),
        source=Source(publication=sources()["sipri-2025"].cited()),
    )
    for row in members:
        if row.group == CALLED:
            yield AttributeDesignation(
                party=row.iso3,
                designation="possessor",
                author=SIPRI,
                grounds=grounds(row.source, row.as_of),
            )

"""What a record holds, in numbers a newcomer understands; the words for the codes are in the faces."""

from __future__ import annotations

import msgspec

from accord.world.world import World


class Checked(msgspec.Struct, frozen=True):
    """What was checked, for one sentence: acts and signatures verified, acts without effect, acts refused."""

    acts: int
    signatures: int
    without_effect: int
    refused: int

    @property
    def sound(self) -> bool:
        """Whether nothing in the record should not be there."""
        return self.refused == 0


class Summary(msgspec.Struct, frozen=True):
    """Counts by code in the order in which they are told, and what was checked."""

    counts: dict[str, int]
    checked: Checked


def summarise(world: World, body: str, signatures: int) -> Summary:
    """The numbers of a body's record.

    Args:
        world: after the whole record.
        body: the code of the body.
        signatures: how many were verified on the way; the world itself does not count them.
    """
    parties = world.parties.tables.parties
    meetings = world.meetings.tables
    bodies = world.bodies.tables
    documents = world.documents.of_body(body)

    def kinds(*names: str) -> int:
        return sum(fact.act.kind in names for fact in parties.values())

    panels = [fact.act for fact in meetings.panels.values() if fact.act.body == body]
    statements = [fact.act for fact in meetings.statements.values() if fact.act.body == body]
    introductions = [fact.act for fact in meetings.introductions.values() if fact.act.body == body]
    counts = {
        "states": kinds("state"),
        "groups": kinds("group"),
        "organisations": kinds("organisation", "civil-society"),
        "meetings": sum(fact.act.body == body for fact in meetings.meetings.values()),
        "agenda-items": len(bodies.agendas[body].act.items) if body in bodies.agendas else 0,
        "friends": len(bodies.friends.get(body, {})),
        "documents": sum(fact.act.place is not None for fact in documents),
        "drafts": sum(fact.act.kind == "draft" for fact in documents),
        "sponsorships": sum(len(world.documents.sponsors(fact.act.symbol)) for fact in documents),
        "panels": len(panels),
        "panellists": sum(len(panel.panellists) for panel in panels),
        "statements": sum(statement.speaker is not None for statement in statements),
        "addresses": sum(statement.occasion == "address" for statement in statements),
        "introductions": sum(not introduction.by_chair for introduction in introductions),
        "introductions-by-chair": sum(introduction.by_chair for introduction in introductions),
        "submissions": sum(fact.act.body == body for fact in meetings.submissions.values()),
        "themes": sum(fact.act.body == body for fact in meetings.themes.values()),
    }
    checked = Checked(world.size, signatures, len(world.without_effect), len(world.refused))
    return Summary(counts, checked)

"""From a slot and the records to words: one table of what each register can say.

| of | parts | key |
|---|---|---|
| body | name short also-1 resolution resolution-title paragraphs reporting-paragraph | - |
| body | venue year cap-days session agenda-item | - |
| officer | person state on mode | office |
| friend | list | - |
| agenda | title number (of an item) document on | number of the item |
| service, modalities | provider; admitted on | - |
| document | symbol title sponsors panel-ordinal | symbol |
| meeting | periods venue | kind or label |
| panel | title moderator moderator-state panellists | label |
| theme | title facilitator facilitator-state | label |
| statement | states organisations officials all days | occasion, or occasion/day+day |
| introduction, submission | list days; list | - |
| party | name members | code |
| consideration, adoption | days agenda-item; on drafts | - |
| unit | marker | unit |
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from accord.areas.drafting.acts import Slot
from accord.papers.report.context import Context, Unresolved, merged, words
from accord.papers.report.listing import joined
from accord.papers.report.registers import bodies, documents, meetings, texts
from accord.papers.report.registers.bodies import Members
from accord.papers.report.values import Segment
from accord.world.world import World

FACTS: dict[str, Callable[[Context, Any], list[Segment]]] = {
    "body": bodies.body,
    "officer": bodies.officer,
    "agenda": bodies.agenda,
    "service": bodies.service,
    "modalities": bodies.modalities,
    "document": documents.document,
    "meeting": meetings.meeting,
    "panel": meetings.panel,
    "theme": meetings.theme,
    "statement": meetings.statement,
    "introduction": meetings.introduction,
    "party": texts.named,
    "consideration": texts.consideration,
    "adoption": texts.adoption,
    "unit": texts.unit,
}
"""Register → its single facts, by the part that the slot names."""

ONLY: dict[str, tuple[str, ...]] = {
    "service": ("provider",),
    "modalities": ("on",),
    "statement": ("days",),
    "introduction": ("days",),
    "party": ("name",),
    "unit": ("marker",),
}
"""The facts of registers that have few; the others say themselves what they do not have."""

LISTS: dict[tuple[str, str], Callable[[Context, Any], Members]] = {
    ("body", "paragraphs"): bodies.paragraphs,
    ("friend", "list"): bodies.friends,
    ("document", "sponsors"): documents.sponsors,
    ("modalities", "admitted"): bodies.admitted,
    ("panel", "panellists"): meetings.panellists,
    ("statement", "states"): meetings.speakers,
    ("statement", "organisations"): meetings.speakers,
    ("statement", "officials"): meetings.speakers,
    ("statement", "all"): meetings.speakers,
    ("introduction", "list"): meetings.introductions,
    ("submission", "list"): meetings.submissions,
    ("party", "members"): texts.members,
    ("adoption", "drafts"): texts.drafts,
}
"""(Register, part) → its members, each under its key."""


def members(slot: Slot, context: Context) -> Members:
    """The members of a slot that is a list.

    Raises:
        Unresolved: no list, or a record that is not there.
    """
    found = LISTS.get((slot.of, slot.part))
    if found is None:
        raise Unresolved(f"{slot.of}.{slot.part} is no list")
    return found(context if slot.order == "recorded" else replace(context, as_recorded=False), slot)


def is_list(slot: Slot) -> bool:
    """Whether a slot is filled by a list of members."""
    return (slot.of, slot.part) in LISTS


def resolve(slot: Slot, context: Context) -> tuple[Segment, ...]:
    """The words of a slot, with where they come from.

    Raises:
        Unresolved: the world has no such record or fact.
    """
    if is_list(slot):
        return merged(joined([segments for _, segments in members(slot, context)], context.language, slot.joints))
    if slot.of not in FACTS or slot.part not in ONLY.get(slot.of, (slot.part,)):
        raise Unresolved(f"nothing is known of {slot.of}.{slot.part}")
    return merged(FACTS[slot.of](context, slot))


def render_slot(slot: Slot, world: World, language: str, body: str, document: str = "", at: str | None = None) -> str:
    """The words of a slot in a language, footnote indicators left out."""
    return words(resolve(slot, Context(world, body, document, language, at)))

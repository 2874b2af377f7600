"""The page of what was found: groups of hits, and where each is told."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from msgspec import Meta

from accord.areas.parties.cite import EntryIndex, Page, Part
from accord.world.search.kinds import Kind
from accord.world.search.snippets import Piece
from accord.world.world import World

How = Literal["nothing", "all", "parts", "beginnings", "any"]
"""With all the words; with Chinese words in parts; with words that so begin; with any of the words."""


class Hit(Part, frozen=True):
    """Something found. The page that tells of it is `page` with `arguments`; `place` is a unit within it."""

    kind: Kind
    key: str
    entry: Annotated[EntryIndex | None, Meta(extra={"shown": "entry"})]
    name: str
    """What it is called, in the language of the reader where it has a name there."""
    marked: tuple[Piece, ...]
    """The name in pieces, the words of the question marked."""
    page: str
    arguments: tuple[str, ...]
    place: str | None = None
    named: bool = False
    """Whether the question names it, rather than has words with it in common."""
    lang: str = ""
    """The language of the snippet."""
    snippet: tuple[Piece, ...] = ()


class Group(Part, frozen=True):
    """What was found of one kind."""

    kind: Kind
    count: int
    more: bool
    """Whether there are more than were counted."""
    hits: tuple[Hit, ...]


class SearchPage(Page, frozen=True, tag="search"):
    """What the record has for a question, grouped by what it is."""

    asked: str
    how: How
    groups: tuple[Group, ...]
    suggestions: tuple[str, ...] = ()
    """Other questions that may have been meant."""


class Link(NamedTuple):
    """Where a subject is told: a page, its arguments, a place on it."""

    page: str
    arguments: tuple[str, ...]
    place: str | None = None


def link_of(kind: Kind, key: str, entry: int, world: World) -> Link:
    """Where a subject is told.

    >>> link_of("paragraph", "A/68/514 para-27-h", 9, World("example.org/x"))
    Link(page='document', arguments=('A/68/514',), place='para-27-h')
    """
    above, _, label = key.partition("/")
    match kind:
        case "party" | "body" | "document" | "undertaking" | "element" | "approach":
            return Link(kind, (key,))
        case "law":
            return Link("instrument", (key,))
        case "officer":
            return Link("body", (key.rpartition("/")[0],))
        case "agenda-item":
            return Link("agenda", (key.rpartition("/")[0],))
        case "paragraph":
            document, _, unit = key.partition(" ")
            if any(unit == name.partition("/")[2] for name in world.drafting.tables.units.get(document, ())):
                return Link("unit", (document, unit))
            return Link("document", (document,), unit)
        case "panel":
            return Link("panel", (label, above))
        case "statement":
            return Link("statement", (label, above))
        case "theme":
            return Link("theme", (label, above))
        case "introduction":
            return Link("introduction", (label, above))
        case "meeting":
            return Link("meetings", (above,))
        case "single-meeting":
            return Link("meeting", (label, above))
        case "speakers-list":
            return Link("list", (label, above))
        case "proposal" | "compilation":
            return Link(kind, (label, above))
        case "draft-unit" | "amendment":
            draft, _, named = key.partition(" ")
            return Link(kind, (draft, named))
        case "position":
            return Link("positions", (key.partition(" ")[0],))
        case _:
            return Link("entry", (str(entry),))

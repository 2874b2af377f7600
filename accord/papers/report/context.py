"""What a slot is rendered in: the world, a body, a language, the record at hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from accord.papers.report.values import Provenance, Segment
from accord.world.world import World


class Unresolved(LookupError):
    """A slot names a record or a fact that the world does not have."""


class Context(Struct, frozen=True):
    """The world as of one size, seen for one body in one language.

    `at` is the record at hand in the pattern of a list item. `as_recorded` keeps lists in the
    order printed in the source; without it they stand in the order of the language. `marks`
    are footnote indicators that stand after the name of a party in this unit. `cache` holds
    the tables of list members already resolved within one report.
    """

    world: World
    body: str
    document: str
    language: str
    at: str | None = None
    as_recorded: bool = True
    marks: Mapping[str, str] = {}

    def about(self, at: str) -> Context:
        """The same with another record at hand."""
        return replace(self, at=at)

    def key(self, slot: Any) -> str:
        """The key of a slot, or the record at hand.

        Raises:
            Unresolved: the slot has no key and no record is at hand.
        """
        key = slot.key if slot.key is not None else self.at
        if key is None:
            raise Unresolved(f"a slot for {slot.of}.{slot.part} names no record")
        return str(key)


def bound(text: str, *entries: int) -> Segment:
    """Words that a record says."""
    return Segment(text, "bound", entries)


def formula(text: str) -> Segment:
    """Words that our rules make."""
    return Segment(text, "formula")


def words(segments: tuple[Segment, ...] | list[Segment]) -> str:
    """The text of segments, footnote indicators left out.

    >>> words((formula("("), bound("Egypt", 7), formula(")")))
    '(Egypt)'
    """
    return "".join(segment.text for segment in segments if not segment.mark)


def merged(segments: list[Segment]) -> tuple[Segment, ...]:
    """Neighbours of the same kind and entries as one; empty ones left out."""
    out: list[Segment] = []
    for segment in segments:
        if not segment.text:
            continue
        last = out[-1] if out else None
        if last and replace(last, text="") == replace(segment, text=""):
            out[-1] = replace(last, text=last.text + segment.text)
        else:
            out.append(segment)
    return tuple(out)


__all__ = ["Context", "Provenance", "Unresolved", "bound", "formula", "merged", "words"]

"""What kinds of things are found; imports nothing, so that a help text can name them."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "document",
    "paragraph",
    "draft-unit",
    "party",
    "body",
    "panel",
    "theme",
    "proposal",
    "compilation",
    "element",
    "approach",
    "law",
    "undertaking",
    "amendment",
    "position",
    "agenda-item",
    "officer",
    "statement",
    "introduction",
    "submission",
    "meeting",
    "single-meeting",
    "speakers-list",
    "instrument",
    "reply",
    "entry",
]
KINDS: tuple[Kind, ...] = Kind.__args__  # type: ignore[attr-defined]
"""In the order in which equal things are told."""

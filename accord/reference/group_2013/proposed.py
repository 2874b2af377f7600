"""What was proposed in discussion, as the report lists it without naming anybody."""

from __future__ import annotations

from typing import Literal

import msgspec


class Proposal(msgspec.Struct, frozen=True):
    """An item of the lists of elements and measures; paragraphs 27 to 29."""

    proposal: str
    order: int
    wording: str
    category: Literal["element", "measure"]
    theme: str
    element: Literal["yes"] | None
    place: str

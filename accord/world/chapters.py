"""In which chapter each page stands: how people who do not know the pages find them. The one list of it.

The menus of the portal and its list of all pages are made from it. What is asked about one thing (`party CHE`)
stands with what lists such things; the pages that people open first come first.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

Chapter = Literal[
    "meetings", "documents", "proposals", "elements", "law", "commitments", "states", "record", "calculators"
]

CHAPTERS: dict[Chapter, tuple[str, ...]] = {
    "meetings": (
        "body", "bodies", "session", "agenda", "programme", "calendar", "meetings", "meeting", "days", "day", "panels",
        "panel", "themes", "theme", "speakers", "list", "times", "participation", "attendance", "rules", "floor",
    ),
    "documents": (
        "documents", "document", "series", "versions", "windows", "statements", "statement", "introductions",
        "introduction", "adoption", "units", "unit", "consistency",
    ),
    "proposals": (
        "proposals", "proposal", "compilations", "compilation", "reflected", "corrections", "raised", "negotiations",
        "draft", "draft-unit", "brackets", "differences", "amendments", "amendment", "positions", "changes",
        "draft-languages", "exercise", "debriefing",
    ),
    "elements": (
        "indicators", "indicator", "elements", "element", "approaches", "approach", "compare", "support",
    ),
    "law": (
        "instruments", "instrument", "instrument-state", "entry-into-force", "zones", "coverage", "coverage-state",
        "prohibition", "law-developments",
    ),
    "commitments": (
        "undertakings", "undertaking", "review-commitments", "figures", "figure", "doctrine", "calls",
    ),
    "states": ("parties", "party", "group", "actors", "designations"),
    "record": ("record", "updates", "digest", "entries", "entry", "keys", "check", "trace"),
    "calculators": (),
}  # fmt: skip
"""Chapter → its pages. A test insists that every page stands in one, once. Of calculators there are desks alone."""


@cache
def chapter_of(page: str) -> Chapter | None:
    """The chapter of a page; `None` of what is none.

    >>> chapter_of("instrument-state")
    'law'
    """
    return next((chapter for chapter, pages in CHAPTERS.items() if page in pages), None)

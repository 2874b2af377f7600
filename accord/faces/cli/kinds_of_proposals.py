"""The families of codes that pages of proposals have."""

from __future__ import annotations

from typing import Any, get_args

from accord.areas.proposals import compiled, corrections, pages, parts, reflected, rows
from accord.areas.proposals.acts import Capacity, Category, Followed, Forum, Outcome, TraceKind
from accord.world import raised

FAMILIES: dict[tuple[Any, ...], str] = {
    get_args(choice): family
    for choice, family in (
        (Category, "proposal-category"),
        (Forum, "forum"),
        (Capacity, "capacity"),
        (Followed, "followed"),
        (TraceKind, "trace-kind"),
        (Outcome, "outcome"),
        (rows.State, "proposal-state"),
        (parts.StandsBy, "stands-by"),
        (parts.Relation, "lineage"),
        (pages.Facet, "facet"),
        (pages.TabledBy, "tabled-by"),
        (pages.ListOrder, "list-order"),
        (pages.Silence, "silence"),
        (pages.Reading, "reading"),
        (compiled.Caveat, "caveat"),
        (compiled.ChangedLine, "changed-line"),
        (corrections.WindowState, "window-state"),
        (corrections.Timing, "timing"),
        (reflected.Reflects, "reflects"),
        (raised.Way, "way"),
        (raised.InText, "in-text"),
    )
}
"""A set of codes → the family of words for them."""

"""The families of codes that pages of progress have."""

from __future__ import annotations

from typing import Any, get_args

from accord.world.progress import counting, listed, pages, rests

FAMILIES: dict[tuple[Any, ...], str] = {
    get_args(choice): family
    for choice, family in (
        (counting.IndicatorUnit, "indicator-unit"),
        (pages.ValueKnown, "value-known"),
        (pages.IndicatorNote, "indicator-note"),
        (listed.IndicatorCode, "indicator"),
        (rests.ProhibitedWhere, "prohibited-where"),
    )
}
"""A set of codes → the family of words for them."""

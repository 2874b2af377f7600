"""The families of codes that pages of progress have."""

from __future__ import annotations

from typing import Any, get_args

from accord.world.progress import listed, pages

FAMILIES: dict[tuple[Any, ...], str] = {
    get_args(choice): family
    for choice, family in (
        (listed.IndicatorUnit, "indicator-unit"),
        (pages.ValueKnown, "value-known"),
        (pages.IndicatorNote, "indicator-note"),
        (listed.IndicatorCode, "indicator"),
    )
}
"""A set of codes → the family of words for them."""

"""The families of codes that pages of documents, calendars and digests have."""

from __future__ import annotations

from typing import Any, get_args

from accord.areas.documents.acts import Relation, Stage, WindowRule
from accord.areas.documents.relations import Kinship
from accord.world.calendar import EventKind, EventState
from accord.world.submissions import DayBefore

FAMILIES: dict[tuple[Any, ...], str] = {
    get_args(Kinship): "kinship",
    get_args(Relation): "kinship",
    get_args(Stage): "stage",
    get_args(WindowRule): "window-rule",
    get_args(DayBefore): "day-before",
    get_args(EventKind): "event-kind",
    get_args(EventState): "event-state",
}
"""A set of codes → the family of words for them."""

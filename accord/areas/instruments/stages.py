"""At which stage an instrument is on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import get_args

from accord.acts.facts import Fact
from accord.areas.instruments.acts import LegalStage, RecordStage

OVER: frozenset[LegalStage] = frozenset({"terminated", "expired", "superseded"})
"""Stages in which an instrument no longer holds."""
_ORDER = {stage: place for place, stage in enumerate(get_args(LegalStage))}

Stage = Fact[RecordStage]


def day_of(stage: Stage) -> datetime.date:
    """The day from which a stage counts: its own, else that of the source that shows it."""
    act = stage.act
    return act.on or act.grounds.source.on or act.grounds.checked


def stage_on(stages: Iterable[Stage], on: datetime.date | None) -> Stage | None:
    """The last stage that began by a day; of several that began on one day, the furthest on."""
    begun = (stage for stage in stages if on is None or day_of(stage) <= on)
    return max(begun, key=_placed, default=None)


def in_force_since(stages: Iterable[Stage]) -> Stage | None:
    """Where it is recorded that an instrument entered into force; of several, the first, dated ones before others."""
    found = (stage for stage in stages if stage.act.stage == "in-force")
    return min(found, key=lambda stage: (stage.act.on is None, *_placed(stage)), default=None)


def over_since(stages: Iterable[Stage]) -> Stage | None:
    """Where it is recorded that an instrument no longer holds; of several, the first."""
    return min((stage for stage in stages if stage.act.stage in OVER), key=_placed, default=None)


def _placed(stage: Stage) -> tuple[datetime.date, int, int]:
    return day_of(stage), _ORDER[stage.act.stage], stage.first

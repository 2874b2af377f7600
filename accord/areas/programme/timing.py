"""The time of an approach as pages tell it: its longest path, its line of time, what does not fit together."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.values import Text
from accord.areas.parties.cite import Part
from accord.areas.programme.acts import Lasts, TableApproach
from accord.areas.programme.conflicts import Within, within
from accord.areas.programme.parts import ApproachName
from accord.areas.programme.schedule import critical_path, in_order, spans

DurationUnit = Literal["days", "months", "years"]
PathState = Literal["computed", "not-part", "not-said", "no-durations", "no-steps", "goes-round"]
"""Whether there is a longest path; if not, why."""


class Duration(Part, frozen=True):
    """How long something takes."""

    amount: int
    unit: DurationUnit


class PathRow(Part, frozen=True):
    """The longest path through an approach, exact; or why there is none."""

    approach: ApproachName
    path_state: PathState
    steps: tuple[str, ...]
    """From the first to the last."""
    length: Duration | None
    ways: int
    """How many longest paths there are; of several the one whose last steps come first by their names."""
    without_duration: tuple[str, ...]
    """Steps for which the approach gives no duration: with them it takes at least this long."""
    earliest_end: datetime.date | None
    """Of all its steps, by the days that the approach names."""


class ClashRow(Part, frozen=True):
    """What does not fit together in an approach, by the names of its steps."""

    approach: ApproachName
    conflict: Within
    steps: tuple[str, ...]
    earliest: datetime.date | None
    """The day on which the step can end at the earliest."""
    deadlines: tuple[datetime.date, ...]


class TimeRow(Part, frozen=True):
    """A step on the line of time, by what the approach itself says."""

    step: str
    title: Text
    begins: datetime.date | None
    ends: datetime.date | None
    """At the earliest."""
    deadline: datetime.date | None
    starts_after: int
    """Units after the beginning of everything."""
    lasting: int


def duration(lasts: Lasts | None) -> Duration | None:
    """How long a step takes, as the approach says it."""
    return None if lasts is None else Duration(amount=lasts.amount, unit=lasts.unit)


def path_row(act: TableApproach) -> PathRow:
    """The longest path through an approach, or why there is none."""
    path = critical_path(act.steps)
    reached = spans(act.steps)
    ends = [span.ends for span in (reached or {}).values() if span.ends is not None]
    path_state: PathState = "computed"
    if act.dates != "yes":
        path_state = "not-part" if act.dates == "no" else "not-said"
    elif reached is None:
        path_state = "goes-round"
    elif path is None:
        path_state = "no-durations" if act.steps else "no-steps"
    return PathRow(
        approach=act.approach,
        path_state=path_state,
        steps=() if path is None else path.steps,
        length=None if path is None else Duration(amount=path.length, unit=path.unit),
        ways=0 if path is None else path.ways,
        without_duration=() if path is None else path.without_duration,
        earliest_end=max(ends, default=None),
    )


def time_rows(act: TableApproach) -> tuple[TimeRow, ...]:
    """The steps of an approach that dates, on the line of time; none where nothing is dated or they go round."""
    reached, ordered = spans(act.steps), in_order(act.steps)
    if reached is None or ordered is None or act.dates != "yes":
        return ()
    if not any(step.begins or step.lasts or step.deadline for step in ordered):
        return ()
    return tuple(
        TimeRow(
            step=step.step,
            title=step.name,
            begins=reached[step.step].begins,
            ends=reached[step.step].ends,
            deadline=step.deadline,
            starts_after=reached[step.step].starts_after,
            lasting=reached[step.step].lasts,
        )
        for step in ordered
    )


def clash_rows(act: TableApproach) -> tuple[ClashRow, ...]:
    """What does not fit together in an approach."""
    return tuple(
        ClashRow(
            approach=act.approach,
            conflict=clash.kind,
            steps=clash.steps,
            earliest=clash.earliest,
            deadlines=clash.deadlines,
        )
        for clash in within(act)
    )

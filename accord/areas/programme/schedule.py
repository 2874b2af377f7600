"""The steps of an approach in time: what goes round, the longest path, and the earliest days. Exact, in whole units.

Only of what an approach says itself. Method: `docs/methods/comparison.md`.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from accord.areas.programme.acts import Lasts, Step

Unit = Literal["days", "months"]


class CriticalPath(NamedTuple):
    """The longest path through the steps: what cannot take less time by doing anything else at once."""

    steps: tuple[str, ...]
    """From the first to the last; of several longest paths the one whose last steps come first by their labels."""
    length: int
    unit: Unit
    ways: int
    """How many longest paths there are."""
    without_duration: tuple[str, ...]
    """Steps of the approach for which it gives no duration: they count as taking no time, so it takes at least this."""


class Span(NamedTuple):
    """When a step can begin and end at the earliest, by days that the approach names; `None`: it names none."""

    begins: datetime.date | None
    ends: datetime.date | None
    starts_after: int
    """How long after the beginning of everything it begins at the earliest, in the unit of the approach."""
    lasts: int


def length(lasts: Lasts | None) -> int:
    """How long a step takes, in days or in months; a step without a duration counts 0.

    >>> length(Lasts(amount=2, unit="years")), length(Lasts(amount=30, unit="days")), length(None)
    (24, 30, 0)
    """
    if lasts is None:
        return 0
    return lasts.amount * 12 if lasts.unit == "years" else lasts.amount


def unit_of(steps: Sequence[Step]) -> Unit | None:
    """The unit that the durations of an approach add up in; `None` where it gives none."""
    found = next((step.lasts.unit for step in steps if step.lasts is not None), None)
    return None if found is None else "days" if found == "days" else "months"


def later(day: datetime.date, amount: int, unit: Unit) -> datetime.date:
    """A day so much later. So many months after the last day of a month is the last day where there is no such day.

    >>> later(datetime.date(2030, 1, 31), 1, "months"), later(datetime.date(2030, 1, 31), 30, "days")
    (datetime.date(2030, 2, 28), datetime.date(2030, 3, 2))
    """
    if unit == "days":
        left = (datetime.date.max - day).days
        return day + datetime.timedelta(days=min(amount, left))
    months = day.year * 12 + day.month - 1 + amount
    year, month = divmod(months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def in_order(steps: Sequence[Step]) -> tuple[Step, ...] | None:
    """The steps so that none stands before what must be done before it, by label where nothing else decides.

    `None` where they go round. The order in which they are given changes nothing.
    """
    left = sorted(steps, key=lambda step: step.step)
    done: dict[str, Step] = {}
    while left:
        ready = next((step for step in left if all(label in done for label in step.after)), None)
        if ready is None:
            return None
        left.remove(ready)
        done[ready.step] = ready
    return tuple(done.values())


def cycles(steps: Sequence[Step]) -> tuple[tuple[str, ...], ...]:
    """The steps that go round: for each of them one shortest way back to itself, each way told once.

    >>> from accord.acts.values import Text
    >>> name = Text(original="en", said={"en": "step"})
    >>> a, b = (Step(step=one, name=name, after=(other,)) for one, other in (("a", "b"), ("b", "a")))
    >>> cycles((a, b))
    (('a', 'b'),)
    """
    after = {step.step: tuple(sorted(step.after)) for step in steps}
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for label in sorted(after):
        way = _back(after, label)
        if way:
            found.setdefault(frozenset(way), way)
    return tuple(found.values())


def _back(after: Mapping[str, tuple[str, ...]], label: str) -> tuple[str, ...]:
    """A shortest way from a step through what must be done before it back to itself; earlier steps first."""
    came: dict[str, str] = {}
    queue = [label]
    for here in queue:
        for before in after[here]:
            if before == label:
                way = [here]
                while way[-1] != label:
                    way.append(came[way[-1]])
                return (label, *(one for one in way if one != label))
            if before not in came:
                came[before] = here
                queue.append(before)
    return ()


def critical_path(steps: Sequence[Step]) -> CriticalPath | None:
    """The longest path by durations. `None` where the approach gives no duration, or its steps go round."""
    unit, ordered = unit_of(steps), in_order(steps)
    if unit is None or ordered is None:
        return None
    longest: dict[str, int] = {}
    ways: dict[str, int] = {}
    for step in ordered:
        before = max((longest[label] for label in step.after), default=0)
        longest[step.step] = before + length(step.lasts)
        ways[step.step] = sum(ways[label] for label in step.after if longest[label] == before) or 1
    most = max(longest.values())
    final = {step.step for step in ordered} - {label for step in ordered for label in step.after}
    ends = sorted(label for label in final if longest[label] == most)
    path = [ends[0]]
    after = {step.step: step.after for step in ordered}
    while after[path[-1]]:
        path.append(min(after[path[-1]], key=lambda label: (-longest[label], label)))
    return CriticalPath(
        steps=tuple(reversed(path)),
        length=most,
        unit=unit,
        ways=sum(ways[label] for label in ends),
        without_duration=tuple(sorted(step.step for step in steps if step.lasts is None)),
    )


def spans(steps: Sequence[Step]) -> dict[str, Span] | None:
    """When each step can begin and end at the earliest; `None` where they go round.

    A step ends no earlier than it begins plus its duration; it begins no earlier than the day it names, nor than the
    end of what must be done before it. What has no day and follows nothing that has one, has no day.
    """
    ordered = in_order(steps)
    if ordered is None:
        return None
    unit = unit_of(steps) or "days"
    found: dict[str, Span] = {}
    for step in ordered:
        before = [found[label] for label in step.after]
        days = [day for day in (step.begins, *(span.ends for span in before)) if day is not None]
        begins = max(days, default=None)
        lasts = length(step.lasts)
        starts_after = max((span.starts_after + span.lasts for span in before), default=0)
        ends = None if begins is None else later(begins, lasts, unit)
        found[step.step] = Span(begins, ends, starts_after, lasts)
    return found

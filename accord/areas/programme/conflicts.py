"""What does not fit together: within an approach, and between approaches that date and order the same elements.

Named, never settled. Of approaches that do not order or date there is nothing to name. Method:
`docs/methods/comparison.md`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from accord.areas.programme.acts import MapApproach, Step, TableApproach
from accord.areas.programme.schedule import cycles, spans

Within = Literal["goes-round", "impossible-deadline", "prerequisite-later", "prerequisite-in-later-phase"]
Between = Literal["deadlines-differ", "orders-differ"]


class Clash(NamedTuple):
    """What does not fit together in one approach, by the names of its steps."""

    kind: Within
    steps: tuple[str, ...]
    """Those that go round; else the step, and before it what must be done before it."""
    earliest: datetime.date | None = None
    """The day on which the last of the steps can end at the earliest."""
    deadlines: tuple[datetime.date, ...] = ()
    """Of the steps, in their order."""


class Difference(NamedTuple):
    """Where two approaches say different things of the same elements, by the mappings that are named."""

    kind: Between
    elements: tuple[str, ...]
    readings: tuple[tuple[str, str], ...]
    """Approach and author of each mapping."""
    days: tuple[datetime.date, ...] = ()
    """The deadline in each."""


def within(act: TableApproach) -> tuple[Clash, ...]:
    """What does not fit together in an approach, in the order of the names of its steps."""
    found = [Clash("goes-round", way) for way in cycles(act.steps)]
    steps = {step.step: step for step in sorted(act.steps, key=lambda step: step.step)}
    earliest = spans(act.steps) or {}
    for label, step in steps.items():
        ends = earliest[label].ends if label in earliest else None
        if step.deadline is not None and ends is not None and ends > step.deadline:
            found.append(Clash("impossible-deadline", (label,), ends, (step.deadline,)))
        elif step.deadline is not None and step.begins is not None and step.begins > step.deadline:
            # Said without spans too: where steps go round there are none.
            found.append(Clash("impossible-deadline", (label,), step.begins, (step.deadline,)))
    for label, step in steps.items():
        for before, deadline in _dated_before(steps, label):
            if step.deadline is not None and deadline > step.deadline:
                found.append(Clash("prerequisite-later", (before, label), None, (deadline, step.deadline)))
    phases = {phase.phase: number for number, phase in enumerate(act.phases)}
    for label, step in steps.items():
        for before in sorted(step.after):
            own, other = step.phase, steps[before].phase
            if own is not None and other is not None and phases[other] > phases[own]:
                found.append(Clash("prerequisite-in-later-phase", (before, label)))
    return tuple(found)


def _dated_before(steps: Mapping[str, Step], label: str) -> Iterator[tuple[str, datetime.date]]:
    """The nearest steps with a deadline that must be done before a step: itself left out, by any way."""
    queue, seen = sorted(steps[label].after), {label}
    for before in queue:
        if before in seen:
            continue
        seen.add(before)
        deadline = steps[before].deadline
        if deadline is None:
            queue.extend(sorted(steps[before].after))
        else:
            yield before, deadline


def between(approaches: Mapping[str, TableApproach], mappings: Sequence[MapApproach]) -> tuple[Difference, ...]:
    """Where mappings of two approaches that date or order differ: in the deadline or the order of the same elements."""
    found = []
    for one, other in combinations(sorted(mappings, key=lambda said: (said.approach, said.author)), 2):
        if one.approach == other.approach:
            continue
        readings = ((one.approach, one.author), (other.approach, other.author))
        ours, theirs = (_deadlines(approaches[said.approach], said) for said in (one, other))
        for element in sorted(ours.keys() & theirs.keys()):
            if ours[element] != theirs[element]:
                days = (ours[element], theirs[element])
                found.append(Difference("deadlines-differ", (element,), readings, days))
        before, after = (_pairs(approaches[said.approach], said) for said in (one, other))
        for first, last in sorted(before):
            if (last, first) in after:
                found.append(Difference("orders-differ", (first, last), readings))
    return tuple(found)


def _deadlines(approach: TableApproach, said: MapApproach) -> dict[str, datetime.date]:
    """The deadline of each element, by the steps that it stands in: of several the last."""
    steps = {step.step: step for step in approach.steps}
    found: dict[str, datetime.date] = {}
    for mapped in said.elements:
        deadline = steps[mapped.step].deadline if mapped.step in steps else None
        if deadline is not None:
            found[mapped.element] = max(deadline, found.get(mapped.element, deadline))
    return found


def _pairs(approach: TableApproach, said: MapApproach) -> set[tuple[str, str]]:
    """The pairs of elements of which the approach puts the first before the second, by steps that go before steps."""
    after = {step.step: step.after for step in approach.steps}
    of: dict[str, list[str]] = {}
    for mapped in said.elements:
        if mapped.step in after:
            of.setdefault(str(mapped.step), []).append(mapped.element)
    found = set()
    for label, elements in of.items():
        for before in _all_before(after, label):
            found |= {(one, other) for one in of.get(before, ()) for other in elements if one != other}
    return found


def _all_before(after: Mapping[str, tuple[str, ...]], label: str) -> list[str]:
    """All that must be done before a step, by any way; not the step itself."""
    found = [before for before in after[label] if before != label]
    for before in found:
        found += [other for other in after[before] if other not in found and other != label]
    return found

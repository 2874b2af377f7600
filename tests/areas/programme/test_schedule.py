"""The time of an approach: longest paths against all paths enumerated, earliest days, and steps that go round."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.areas.programme.acts import Lasts, Step
from accord.areas.programme.schedule import critical_path, cycles, in_order, later, length, spans
from tests.scene import said


def step(
    name: str, *after: str, months: int | None = None, days: int | None = None, begins: date | None = None
) -> Step:
    """A step that follows others, with a duration or without."""
    lasts = None
    if months is not None:
        lasts = Lasts(amount=months, unit="months")
    elif days is not None:
        lasts = Lasts(amount=days, unit="days")
    return Step(step=name, name=said(name), after=after, lasts=lasts, begins=begins)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Step, ...]:
    """Steps that never go round: each follows some of those before it; given in any order."""
    count = draw(st.integers(1, 7))
    made = []
    for number in range(count):
        after = draw(st.sets(st.integers(0, number - 1))) if number else set()
        months = draw(st.one_of(st.none(), st.integers(1, 9)))
        made.append(step(f"s-{number}", *(f"s-{one}" for one in sorted(after)), months=months))
    return tuple(draw(st.permutations(made)))


def paths(steps: Sequence[Step]) -> Iterator[tuple[str, ...]]:
    """Every path from a step that follows nothing to one that nothing follows."""
    after = {one.step: one.after for one in steps}
    last = set(after) - {label for one in steps for label in one.after}

    def back(label: str) -> Iterator[tuple[str, ...]]:
        if not after[label]:
            yield (label,)
        for before in after[label]:
            yield from ((*way, label) for way in back(before))

    for label in last:
        yield from back(label)


@given(plans())
def test_the_longest_path_is_the_longest_of_all(steps: tuple[Step, ...]) -> None:
    lasts = {one.step: length(one.lasts) for one in steps}
    lengths = {way: sum(lasts[label] for label in way) for way in paths(steps)}
    found = critical_path(steps)
    if not any(one.lasts for one in steps):
        assert found is None
        return
    assert found is not None
    assert found.length == max(lengths.values()) == lengths[found.steps]
    assert found.ways == sum(one == found.length for one in lengths.values())
    assert set(found.without_duration) == {one.step for one in steps if one.lasts is None}


@given(plans(), st.randoms())
def test_the_order_in_which_steps_are_given_changes_nothing(steps: tuple[Step, ...], chance: random.Random) -> None:
    other = list(steps)
    chance.shuffle(other)
    assert critical_path(other) == critical_path(steps)
    assert spans(other) == spans(steps)
    assert in_order(other) == in_order(steps)


@given(plans(), st.integers(0, 6), st.integers(0, 6))
def test_steps_go_round_just_where_there_is_no_order(steps: tuple[Step, ...], one: int, other: int) -> None:
    """A prerequisite more, and either the steps still have an order, or the way round is named."""
    names = [each.step for each in steps]
    late, early = names[one % len(names)], names[other % len(names)]
    changed = tuple(
        step(each.step, *dict.fromkeys((*each.after, late))) if each.step == early and early != late else each
        for each in steps
    )
    ways = cycles(changed)
    assert (in_order(changed) is None) == bool(ways)
    after = {each.step: each.after for each in changed}
    for way in ways:
        assert all(before in after[label] for before, label in zip(way, (*way[1:], way[0]), strict=True))


def test_a_way_round_is_told_once_by_its_steps() -> None:
    steps = (step("a", "c"), step("b", "a"), step("c", "b"), step("d", "c"))
    assert cycles(steps) == (("a", "b", "c"),)
    assert critical_path((*steps, step("e", months=3))) is None
    assert spans(steps) is None


def test_years_are_twelve_months_and_days_stay_days() -> None:
    years = Step(step="a", name=said("a"), lasts=Lasts(amount=2, unit="years"))
    found = critical_path((years, step("b", "a", months=5)))
    assert found is not None
    assert (found.length, found.unit) == (29, "months")
    days = critical_path((step("a", days=40), step("b", "a", days=3)))
    assert days is not None
    assert (days.length, days.unit) == (43, "days")


def test_a_step_begins_when_all_before_it_can_have_ended() -> None:
    found = spans((
        step("stop", months=12, begins=date(2030, 1, 1)),
        step("declare", months=6, begins=date(2030, 3, 1)),
        step("reduce", "stop", "declare", months=36),
        step("alone", months=1),
    ))  # fmt: skip
    assert found is not None
    assert (found["reduce"].begins, found["reduce"].ends) == (date(2031, 1, 1), date(2034, 1, 1))
    assert (found["reduce"].starts_after, found["reduce"].lasts) == (12, 36)
    assert (found["alone"].begins, found["alone"].ends) == (None, None), "no day follows from nothing"


def test_the_own_day_of_a_step_counts_where_it_is_later() -> None:
    found = spans((step("a", months=1, begins=date(2030, 1, 1)), step("b", "a", begins=date(2035, 6, 1))))
    assert found is not None
    assert found["b"].begins == date(2035, 6, 1)


@pytest.mark.parametrize(
    ("day", "amount", "unit", "expected"),
    [
        (date(2030, 1, 31), 1, "months", date(2030, 2, 28)),
        (date(2028, 1, 31), 1, "months", date(2028, 2, 29)),
        (date(2030, 12, 15), 1, "months", date(2031, 1, 15)),
        (date(2030, 1, 1), 108, "months", date(2039, 1, 1)),
        (date(2030, 1, 1), 365, "days", date(2031, 1, 1)),
        (date(9999, 1, 1), 24, "months", date.max),
        (date(9999, 12, 30), 5, "days", date.max),
    ],
)
def test_days_and_months_by_the_calendar(day: date, amount: int, unit: str, expected: date) -> None:
    assert later(day, amount, unit) == expected  # type: ignore[arg-type]

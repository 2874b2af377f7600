"""What does not fit together is named, in one approach and between two; nothing is named where nothing is dated."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accord.areas.programme.acts import Lasts, MapApproach, Mapped, Phase, Step, TableApproach
from accord.areas.programme.conflicts import Clash, Difference, between, within
from tests.scene import said

EARLY, MIDDLE, LATE = date(2030, 1, 1), date(2033, 1, 1), date(2040, 1, 1)


def step(name: str, *after: str, **more: Any) -> Step:
    return Step(step=name, name=said(name), after=after, **more)


def approach(*steps: Step, label: str = "plan", phases: tuple[str, ...] = ()) -> TableApproach:
    return TableApproach(
        approach=label,
        name=said(label),
        orders="yes",
        conditions="no",
        dates="yes",
        phases=tuple(Phase(phase=one, name=said(one)) for one in phases),
        steps=steps,
    )


def mapping(label: str, *pairs: tuple[str, str], author: str = "ST-A") -> MapApproach:
    elements = tuple(Mapped(element=element, step=name) for element, name in pairs)
    return MapApproach(approach=label, author=author, elements=elements)


THREE_YEARS = Lasts(amount=3, unit="years")


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (
            (step("a", begins=EARLY, lasts=THREE_YEARS, deadline=date(2032, 12, 31)),),
            Clash("impossible-deadline", ("a",), MIDDLE, (date(2032, 12, 31),)),
        ),
        (
            (step("a", begins=LATE, deadline=MIDDLE),),
            Clash("impossible-deadline", ("a",), LATE, (MIDDLE,)),
        ),
        (
            (step("a", begins=EARLY, lasts=THREE_YEARS), step("b", "a", deadline=EARLY)),
            Clash("impossible-deadline", ("b",), MIDDLE, (EARLY,)),
        ),
        (
            (step("a", deadline=LATE), step("b", "a", deadline=MIDDLE)),
            Clash("prerequisite-later", ("a", "b"), None, (LATE, MIDDLE)),
        ),
        (
            (step("a", deadline=LATE), step("b", "a"), step("c", "b", deadline=MIDDLE)),
            Clash("prerequisite-later", ("a", "c"), None, (LATE, MIDDLE)),
        ),
    ],
)
def test_what_cannot_be_is_named_by_its_steps(steps: tuple[Step, ...], expected: Clash) -> None:
    assert within(approach(*steps)) == (expected,)
    assert within(approach(*reversed(steps))) == (expected,), "the order in which steps stand changes nothing"


def test_a_deadline_that_can_just_be_met_is_none() -> None:
    assert within(approach(step("a", begins=EARLY, lasts=THREE_YEARS, deadline=MIDDLE))) == ()
    assert within(approach(step("a", deadline=MIDDLE), step("b", "a", deadline=MIDDLE))) == ()


def test_only_the_nearest_dated_prerequisite_is_named() -> None:
    steps = (step("a", deadline=LATE), step("b", "a", deadline=MIDDLE), step("c", "b", deadline=EARLY))
    assert [clash.steps for clash in within(approach(*steps))] == [("a", "b"), ("b", "c")]


def test_steps_that_go_round_are_named_and_an_impossible_day_among_them_too() -> None:
    found = within(approach(step("a", "b", begins=LATE, deadline=MIDDLE), step("b", "a")))
    assert [(clash.kind, clash.steps) for clash in found] == [
        ("goes-round", ("a", "b")),
        ("impossible-deadline", ("a",)),
    ]


def test_a_prerequisite_in_a_later_phase() -> None:
    steps = (step("a", phase="second"), step("b", "a", phase="first"), step("c", "b", phase="second"))
    found = within(approach(*steps, phases=("first", "second")))
    assert found == (Clash("prerequisite-in-later-phase", ("a", "b")),)


def test_an_approach_that_does_not_date_has_nothing_that_does_not_fit() -> None:
    act = TableApproach(
        approach="free", name=said("Free"), orders="no", conditions="no", dates="no", steps=(step("a"),)
    )
    assert within(act) == ()


ONE = approach(step("a", deadline=MIDDLE), step("b", "a"), label="one")
OTHER = approach(step("x", "y", deadline=LATE), step("y"), label="other")


def test_two_approaches_differ_by_the_mappings_of_named_authors() -> None:
    maps = [mapping("one", ("e-1", "a"), ("e-2", "b")), mapping("other", ("e-1", "x"), ("e-2", "y"), author="ST-B")]
    readings = (("one", "ST-A"), ("other", "ST-B"))
    expected = (
        Difference("deadlines-differ", ("e-1",), readings, (MIDDLE, LATE)),
        Difference("orders-differ", ("e-1", "e-2"), readings),
    )
    acts = {"one": ONE, "other": OTHER}
    assert between(acts, maps) == expected
    assert between(acts, maps[::-1]) == expected


def test_two_authors_of_one_approach_do_not_contradict_it() -> None:
    maps = [mapping("one", ("e-1", "a")), mapping("one", ("e-1", "b"), author="ST-B")]
    assert between({"one": ONE}, maps) == ()


def test_of_several_steps_the_last_deadline_counts_for_an_element() -> None:
    act = approach(step("a", deadline=EARLY), step("b", deadline=LATE), label="two")
    maps = [mapping("two", ("e-1", "a"), ("e-1", "b")), mapping("other", ("e-1", "x"))]
    assert between({"two": act, "other": OTHER}, maps) == ()


def test_a_mapping_to_a_step_that_a_correction_took_out_dates_nothing() -> None:
    maps = [mapping("one", ("e-1", "gone")), mapping("other", ("e-1", "x"))]
    assert between({"one": ONE, "other": OTHER}, maps) == ()

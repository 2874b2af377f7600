"""Inspection games: published values, closed forms, and the value proved by what each side alone guarantees."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.analysis.games.allocation import Cell, allocate
from accord.analysis.games.recursive import dresher, dresher_closed, maschler
from accord.analysis.unfit import Unfit

DRESHER = {
    (2, 1): "-1/3",
    (3, 1): "-1/2",
    (3, 2): "-1/7",
    (4, 2): "-3/11",
    (5, 2): "-3/8",
    (5, 3): "-2/13",
    (6, 3): "-5/21",
    (8, 4): "-35/163",
    (12, 4): "-165/397",
}
FIRST = {(2, 1): "1/3", (4, 2): "4/11", (12, 4): "116/397"}


@pytest.mark.parametrize("game", DRESHER)
def test_values_of_dresher(game: tuple[int, int]) -> None:
    assert dresher(*game).value == dresher_closed(*game) == Fraction(DRESHER[game])
    assert game not in FIRST or dresher(*game).inspects == Fraction(FIRST[game])


@given(st.integers(1, 40), st.integers(0, 45))
def test_the_recursion_is_the_closed_form(periods: int, inspections: int) -> None:
    assert dresher(periods, inspections).value == dresher_closed(periods, inspections)


@given(st.integers(2, 30), st.data())
def test_neither_side_of_dresher_can_do_better(periods: int, data: st.DataObject) -> None:
    inspections = data.draw(st.integers(1, periods - 1))
    now = dresher(periods, inspections)
    inspected, not_inspected = dresher(periods - 1, inspections - 1).value, dresher(periods - 1, inspections).value
    p, q = now.inspects, now.violates
    # Whatever the inspectee does, the inspector has the value; whatever the inspector does, the inspectee has it.
    assert p * 1 + (1 - p) * -1 == p * inspected + (1 - p) * not_inspected == now.value
    assert q * 1 + (1 - q) * inspected == q * -1 + (1 - q) * not_inspected == now.value


@given(st.integers(2, 25), st.data())
def test_an_inspectee_cannot_do_better_against_an_inspector_who_commits_himself(
    periods: int, data: st.DataObject
) -> None:
    inspections = data.draw(st.integers(1, periods - 1))
    loss = Fraction(data.draw(st.integers(1, 50)), data.draw(st.integers(1, 10)))
    now = maschler(periods, inspections, loss)
    inspected = maschler(periods - 1, inspections - 1, loss).value
    not_inspected = maschler(periods - 1, inspections, loss).value
    p = now.inspects
    assert p * -loss + (1 - p) == p * inspected + (1 - p) * not_inspected == now.value
    assert 0 <= p <= 1


@given(st.integers(1, 30), st.integers(0, 30))
def test_of_gain_against_loss_commitment_wins_nothing(periods: int, inspections: int) -> None:
    assert maschler(periods, inspections, Fraction(1)).value == -dresher(periods, inspections).value


@st.composite
def sites(draw: st.DrawFn) -> list[Cell]:
    return [
        Cell(str(n), Fraction(draw(st.integers(1, 20))), Fraction(draw(st.integers(1, 10)), 10))
        for n in range(draw(st.integers(1, 7)))
    ]


@given(sites(), st.integers(0, 8))
def test_both_sides_of_an_allocation_guarantee_the_value(cells: list[Cell], inspections: int) -> None:
    found = allocate(cells, inspections)
    assert all(0 <= cover <= 1 for cover in found.covered)
    assert sum(found.covered) <= inspections
    assert sum(found.violated) == 1
    # Against the covering no cell gains more than the value.
    assert max(c.gain * (1 - c.found * cover) for c, cover in zip(cells, found.covered, strict=True)) == found.value
    # Against the lottery the best draw of inspections, that of the cells worth most, leaves no less.
    worth = sorted((q * c.gain * c.found for q, c in zip(found.violated, cells, strict=True)), reverse=True)
    gained = sum(q * c.gain for q, c in zip(found.violated, cells, strict=True)) - sum(worth[:inspections])
    assert gained == found.value


@pytest.mark.parametrize(
    ("call", "code", "row"),
    [
        (lambda: dresher(0, 1), "number-of-periods", ""),
        (lambda: dresher(3, -1), "negative", ""),
        (lambda: maschler(3, 1, Fraction(0)), "not-positive", ""),
        (lambda: allocate([], 1), "number-of-cells", ""),
        (lambda: allocate([Cell("A", Fraction(0), Fraction(1))], 1), "not-positive", "A"),
        (lambda: allocate([Cell("A", Fraction(1), Fraction(2))], 1), "not-above-0-up-to-1", "A"),
        (lambda: allocate([Cell("A", Fraction(1), Fraction(1))], -1), "negative", ""),
    ],
)
def test_games_that_are_none_are_refused(call: object, code: str, row: str) -> None:
    with pytest.raises(Unfit) as told:
        call()  # type: ignore[operator]
    assert (told.value.code, told.value.row) == (code, row)

"""Outlooks: closed forms, what is conserved, who waits for whom, the same numbers wherever they are computed."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.analysis.outlook import projection
from accord.analysis.outlook.montecarlo import QUANTILES, outlook
from accord.analysis.outlook.projection import project
from accord.analysis.outlook.sensitivity import indices, sensitivity, swings
from accord.analysis.outlook.study import (
    Answer,
    Approach,
    Deadline,
    Gate,
    Resource,
    Spread,
    State,
    Study,
    exactly,
    insist_study,
)
from accord.analysis.unfit import Unfit

ARCADIA = State("Arcadia", exactly(100), exactly(40))
BOREALIA = State("Borealia", exactly(90), exactly(30))
ONE_RUN = np.zeros((1, 0))


def left(study: Study) -> list[list[float]]:
    """Of the one run of a study in which all is certain: of each State, year by year."""
    insist_study(study)
    found: list[list[float]] = project(study, ONE_RUN).left[0].T.tolist()
    return found


def limits(study: Study, state: int = 0) -> list[int]:
    found: list[int] = project(study, ONE_RUN).limits[0, :, state].tolist()
    return found


def test_capacity_alone() -> None:
    study = Study(2030, 4, (ARCADIA,))
    assert left(study) == [[100, 60, 20, 0, 0]]
    assert limits(study) == [projection.CAPACITY, projection.CAPACITY, projection.FINISHES, projection.NOTHING_LEFT]


def test_a_delay_takes_its_part_of_the_first_year() -> None:
    study = Study(2030, 4, (ARCADIA._replace(delay_years=exactly(1.25)),))
    assert left(study) == [[100, 100, 70, 30, 0]]
    assert limits(study)[0] == projection.NOT_BEGUN


def test_verification_that_is_short_cuts_everybody_alike() -> None:
    short = Resource("inspections", exactly(35), exactly(1))
    study = Study(2030, 2, (ARCADIA, BOREALIA), (Resource("samples", exactly(1000), exactly(2)), short))
    assert left(study) == [[100, 80, 60], [90, 75, 60]]
    assert limits(study, 1) == [projection.RESOURCE + 1] * 2


def test_a_gate_holds_until_the_other_has_reached_its_share() -> None:
    study = Study(2030, 4, (ARCADIA._replace(gates=(Gate(0.5, "Borealia", 1 / 3),)), BOREALIA))
    assert left(study) == [[100, 60, 50, 10, 0], [90, 60, 30, 0, 0]]
    assert limits(study) == [projection.CAPACITY, projection.GATE, projection.CAPACITY, projection.FINISHES]


def test_steps_in_turn_reach_zero() -> None:
    # Each waits for the other at another share: nobody goes round for ever.
    one = ARCADIA._replace(gates=(Gate(0.5, "Borealia", 0.5),))
    other = BOREALIA._replace(gates=(Gate(0.4, "Arcadia", 0.5), Gate(0.0, "Arcadia", 0.0)))
    assert [row[-1] for row in left(Study(2030, 12, (one, other)))] == [0, 0]


@st.composite
def studies(draw: st.DrawFn) -> Study:
    def spread(most: float) -> Spread:
        low = draw(st.floats(0, most))
        return Spread(low, low + draw(st.floats(0, most)))

    states = tuple(
        State(name, spread(1000), spread(100), spread(4), (Gate(draw(st.floats(0, 1)), "A", draw(st.floats(0, 1))),))
        if name != "A"
        else State(name, spread(1000), spread(100), spread(4))
        for name in "ABC"[: draw(st.integers(1, 3))]
    )
    resource = Resource("inspections", Spread(1, 1 + draw(st.floats(0, 300))), spread(3))
    return Study(2030, draw(st.integers(1, 15)), states, (resource,))


@settings(max_examples=60)
@given(studies(), st.integers(0, 2**32))
def test_nothing_comes_back_and_nothing_is_below_zero(study: Study, seed: int) -> None:
    insist_study(study)
    found = project(study, np.random.default_rng(seed).random((20, len(study.uncertain()))))
    steps = np.diff(found.left, axis=1)
    assert (found.left >= 0).all()
    assert (steps <= 0).all()
    assert ((found.limits == projection.NOTHING_LEFT) == (found.left[:, :-1] == 0)).all()
    used = -steps.sum(axis=2).max(axis=1)
    most = project(study, np.ones((1, len(study.uncertain()))))
    assert (used <= sum(state.per_year.high for state in study.states) + 1e-6).all()
    assert most.left.shape[1] == study.years + 1


@settings(max_examples=40)
@given(studies())
def test_more_capacity_of_one_alone_never_leaves_more(study: Study) -> None:
    # Of one State without others: with several, faster work of one takes verification from the others.
    alone = study._replace(states=study.states[:1])
    faster = alone._replace(states=(alone.states[0]._replace(per_year=exactly(alone.states[0].per_year.high + 5)),))
    slower = alone._replace(states=(alone.states[0]._replace(per_year=exactly(alone.states[0].per_year.high)),))
    u = np.full((1, len(faster.uncertain())), 0.3)
    assert (project(faster, u).left <= project(slower, u).left + 1e-6).all()


def test_quantiles_of_one_uncertain_stock_are_its_own() -> None:
    study = Study(2030, 1, (State("Arcadia", Spread(100, 200), exactly(50)),), (), (Deadline(2030, left=0.6),))
    found = outlook(study, 50_000, 3)
    assert found.total[:, 0] == pytest.approx([100 + 100 * q for q in QUANTILES], abs=1.5)
    assert found.total[:, 1] == pytest.approx([50 + 100 * q for q in QUANTILES], abs=1.5)
    # 0.4 x <= 50 where x <= 125: a quarter of the runs.
    assert found.deadlines_met == (pytest.approx(0.25, abs=0.01),)
    assert found.zero_year == (None,) * 5


def test_the_year_of_zero() -> None:
    found = outlook(Study(2030, 5, (State("Arcadia", Spread(80, 120), exactly(40)),)), 20_000, 1)
    # 80 to 80 (never), 80 to 120: three years; the capacity of two years is 80.
    assert found.zero_year == (2032,) * 5
    assert found.years == (2029, 2030, 2031, 2032, 2033, 2034)
    assert found.zero_by.tolist() == [0, 0, 0, 1, 1, 1]


def test_the_quantiles_are_those_of_numpy() -> None:
    from accord.analysis.outlook.montecarlo import _quantiles

    runs = np.random.default_rng(4).normal(size=(1237, 3, 2))
    assert np.allclose(_quantiles(runs), np.quantile(runs, QUANTILES, axis=0))


STUDY = Study(
    2030,
    12,
    (
        State("Arcadia", Spread(300, 400), Spread(20, 40), Spread(0, 2)),
        State("Borealia", Spread(100, 120, 105), Spread(5, 15), gates=(Gate(0.5, "Arcadia", 0.5),)),
    ),
    (Resource("inspections", Spread(40, 60), Spread(1, 1.5)),),
)


def test_one_process_and_two_compute_the_same_numbers() -> None:
    alone = outlook(STUDY, 2_500, 9)
    with ProcessPoolExecutor(2) as executor:
        together = outlook(STUDY, 2_500, 9, executor)
    for one, other in zip(alone, together, strict=True):
        assert np.array_equal(one, other) if isinstance(one, np.ndarray) else one == other
    assert not np.array_equal(alone.total, outlook(STUDY, 2_500, 10).total)
    assert alone.limits.sum(axis=2) == pytest.approx(1)


def test_an_assumption_that_matters_alone_explains_all() -> None:
    study = Study(2030, 6, (State("Arcadia", Spread(300, 400), exactly(10)), State("B", exactly(50), Spread(50, 60))))
    first, second = sensitivity(study, 8, 1)
    assert (first.name, second.name) == ("Arcadia/items", "B/per_year")
    assert (first.first, first.total) == (pytest.approx(1, abs=0.02), pytest.approx(1, abs=0.02))
    assert second.total == pytest.approx(0, abs=1e-9)


def test_two_stocks_share_the_variance_as_their_widths_squared() -> None:
    # Item-years are linear in both stocks: indices are a² / (a² + b²), without interactions.
    study = Study(2030, 3, (State("A", Spread(100, 200), exactly(1)), State("B", Spread(100, 150), exactly(1))))
    found = {row.name: row for row in sensitivity(study, 11, 1)}
    assert found["A/items"].first == pytest.approx(0.8, abs=0.02)
    assert found["B/items"].total == pytest.approx(0.2, abs=0.02)
    one, other = swings(study)
    assert (one.name, one.at_high - one.at_low) == ("A/items", pytest.approx(90 * 4))
    assert other.at_high - other.at_low == pytest.approx(45 * 4)


@pytest.mark.parametrize(
    ("study", "code", "row"),
    [
        (Study(2030, 0, (ARCADIA,)), "number-of-years", ""),
        (Study(2030, 5, ()), "number-of-states", ""),
        (Study(2030, 5, (ARCADIA, ARCADIA)), "name-twice", "Arcadia"),
        (Study(2030, 5, (ARCADIA._replace(name=""),)), "without-name", ""),
        (Study(2030, 5, (ARCADIA._replace(items=Spread(-1, 5)),)), "negative", "Arcadia/items"),
        (Study(2030, 5, (ARCADIA._replace(items=Spread(5, 1)),)), "spread-out-of-order", "Arcadia/items"),
        (Study(2030, 5, (ARCADIA._replace(items=Spread(1, float("inf"))),)), "not-a-number", "Arcadia/items"),
        (Study(2030, 5, (ARCADIA,), (Resource("r", exactly(0), exactly(1)),)), "not-positive", "r"),
        (Study(2030, 5, (ARCADIA._replace(gates=(Gate(0.5, "Nobody", 0.5),)),)), "no-such-state", "Arcadia"),
        (Study(2030, 5, (ARCADIA._replace(gates=(Gate(0.5, "Arcadia", 0.5),)),)), "no-such-state", "Arcadia"),
        (
            Study(2030, 5, (ARCADIA._replace(gates=(Gate(1.5, "Borealia", 0.5),)), BOREALIA)),
            "share-not-between-0-and-1",
            "Arcadia",
        ),
        (
            Study(
                2030,
                5,
                (
                    ARCADIA._replace(gates=(Gate(0.5, "Borealia", 0.4),)),
                    BOREALIA._replace(gates=(Gate(0.5, "Arcadia", 0.4),)),
                ),
            ),
            "wait-for-each-other",
            "Arcadia, Borealia",
        ),
        (Study(2030, 5, (ARCADIA,), (), (Deadline(2035),)), "deadline-out-of-the-years", "2035"),
        (Study(2030, 5, (ARCADIA,), (), (Deadline(2031, "Nobody"),)), "no-such-state", "Nobody"),
    ],
)
def test_studies_that_cannot_be_computed_name_the_row(study: Study, code: str, row: str) -> None:
    with pytest.raises(Unfit) as told:
        outlook(study, 10, 1)
    assert (told.value.code, told.value.row) == (code, row)


def test_nothing_uncertain_has_no_sensitivity() -> None:
    with pytest.raises(Unfit, match="nothing-uncertain"):
        sensitivity(Study(2030, 5, (ARCADIA,)), 5, 1)
    assert swings(Study(2030, 5, (ARCADIA,))) == ()


def test_the_indices_of_ishigami_are_the_published_ones() -> None:
    # T. Ishigami, T. Homma (1990), a = 7, b = 0.1; indices by A. Saltelli et al., Sensitivity Analysis (2000).
    def ishigami(u: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        x = (2 * u - 1) * np.pi
        found: np.ndarray[tuple[int], np.dtype[np.float64]] = (
            np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])
        )
        return found

    found = {row.name: row for row in indices(ishigami, ("x1", "x2", "x3"), 13, 1)}
    assert [found[name].first for name in ("x1", "x2", "x3")] == pytest.approx([0.3139, 0.4424, 0.0], abs=0.01)
    assert [found[name].total for name in ("x1", "x2", "x3")] == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.01)


def test_what_was_used_of_capacities_and_verification() -> None:
    study = Study(2030, 3, (ARCADIA,), (Resource("inspections", exactly(60), exactly(1)),))
    found = outlook(study, 2, 1)
    assert found.worked.tolist() == [[1, 1, 0.5]]
    assert found.verified[0] == pytest.approx([2 / 3, 2 / 3, 1 / 3])


def test_what_is_not_part_of_an_approach_is_not_put_into_it() -> None:
    gated = ARCADIA._replace(gates=(Gate(0.5, "Borealia", 0.5),))
    for orders, dates, code, row in (
        ("no", "yes", "order-not-in-approach", "Arcadia"),
        ("not-said", "yes", "order-not-in-approach", "Arcadia"),
        ("yes", "no", "deadline-not-in-approach", "2031"),
        ("yes", "not-said", "deadline-not-in-approach", "2031"),
    ):
        approach = Approach("Building blocks", cast(Answer, orders), cast(Answer, dates))
        with pytest.raises(Unfit) as told:
            insist_study(Study(2030, 5, (gated, BOREALIA), (), (Deadline(2031),), approach))
        assert (told.value.code, told.value.row) == (code, row)
    insist_study(Study(2030, 5, (gated, BOREALIA), (), (Deadline(2031),), Approach("Step by step", "yes", "yes")))
    insist_study(Study(2030, 5, (ARCADIA,), approach=Approach("Building blocks", "no", "not-said")))


def test_more_runs_than_memory_holds_are_refused_with_the_most() -> None:
    with pytest.raises(Unfit) as told:
        outlook(Study(2030, 199, (ARCADIA, BOREALIA)), 150_001, 1)
    assert told.value.values == {"runs": 150_001, "most": 150_000}


def test_a_pool_of_threads_computes_the_same_numbers() -> None:
    with ThreadPoolExecutor(3) as executor:
        assert np.array_equal(outlook(STUDY, 2_500, 9).total, outlook(STUDY, 2_500, 9, executor).total)

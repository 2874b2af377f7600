"""Mixes of methods: their nondetection by enumeration, and that none is cheaper by looking at all of them."""

from __future__ import annotations

import itertools
import time
from fractions import Fraction as F

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.analysis.sampling import imperfect
from accord.analysis.sampling.methods import MOST_DEFECTS, Case, cheapest_mix, mixed_nondetection
from accord.analysis.unfit import Unfit

SHARES = st.sampled_from([F(0), F(1, 3), F(1, 2), F(9, 10), F(1)])


def by_enumeration(items: int, defects: int, samples: tuple[int, ...], seen: tuple[F, ...]) -> F:
    """The mean over all places of the defects of what they are missed with."""
    weights = [1 - p for n, p in zip(samples, seen, strict=True) for _ in range(n)]
    weights += [F(1)] * (items - sum(samples))
    ways = list(itertools.combinations(weights, defects))
    total = F(0)
    for way in ways:
        missed = F(1)
        for weight in way:
            missed *= weight
        total += missed
    return total / len(ways)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 9), st.data())
def test_nondetection_is_the_mean_over_all_places_of_defects(items: int, data: st.DataObject) -> None:
    defects = data.draw(st.integers(1, items))
    first = data.draw(st.integers(0, items))
    second = data.draw(st.integers(0, items - first))
    seen = (data.draw(SHARES), data.draw(SHARES))
    assert mixed_nondetection(items, defects, (first, second), seen) == by_enumeration(
        items, defects, (first, second), seen
    )


@pytest.mark.parametrize(("n", "seen"), [(45, F("0.9")), (45, F("0.5")), (0, F(1, 3)), (100, F(1, 7))])
def test_one_method_alone_is_imperfect_detection(n: int, seen: F) -> None:
    assert mixed_nondetection(100, 5, (n,), (seen,)) == imperfect.nondetection(100, 5, n, seen)


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 9), st.integers(1, 3), st.data())
def test_no_mix_is_cheaper(items: int, methods: int, data: st.DataObject) -> None:
    costs = [F(data.draw(st.integers(1, 6)), 2) for _ in range(methods)]
    cases = [
        Case(str(number), data.draw(st.integers(1, items)), tuple(data.draw(SHARES) for _ in range(methods)))
        for number in range(data.draw(st.integers(1, 2)))
    ]
    goal = data.draw(st.sampled_from([F(1, 20), F(1, 4), F(1, 2)]))
    all_mixes = [m for m in itertools.product(range(items + 1), repeat=methods) if sum(m) <= items]
    enough = [m for m in all_mixes if all(by_enumeration(items, c.defects, m, c.seen) <= goal for c in cases)]
    if not enough:
        with pytest.raises(Unfit, match="not-reached-by-all-items"):
            cheapest_mix(items, cases, costs, goal)
        return
    found = cheapest_mix(items, cases, costs, goal)
    assert found.samples in enough
    assert found.cost == min(sum(n * c for n, c in zip(m, costs, strict=True)) for m in enough)
    for method, n in enumerate(found.alone):
        alone = [m[method] for m in enough if sum(m) == m[method]]
        assert n == (min(alone) if alone else None)


def test_a_goal_met_exactly_counts_as_met() -> None:
    """One defect among a hundred: 95 items miss it with exactly one twentieth."""
    found = cheapest_mix(100, [Case("", 1, (F(1),))], [F(1)], F("0.05"))
    assert (found.samples, found.missed) == ((95,), (F(1, 20),))


def test_methods_of_a_facility_are_mixed_within_a_second() -> None:
    cases = [
        Case("gross", 5, (F("0.9"), F("0.95"), F("0.99"))),
        Case("partial", 15, (F("0.1"), F("0.7"), F("0.98"))),
        Case("bias", 80, (F(0), F("0.05"), F("0.5"))),
    ]
    begun = time.process_time()
    found = cheapest_mix(1000, cases, [F(1), F(4), F(20)], F("0.05"))
    assert time.process_time() - begun < 5
    assert found.cost == 2010
    assert all(missed <= F("0.05") for missed in found.missed)
    assert found.cost < min(n * c for n, c in zip(found.alone[1:], (4, 20), strict=True) if n)


def test_what_is_outdone_in_everything_is_not_used() -> None:
    found = cheapest_mix(300, [Case("", 10, (F("0.5"), F("0.5"), F("0.4")))], [F(1), F(1), F(2)], F("0.05"))
    assert found.samples == (155, 0, 0)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"costs": []}, "number-of-methods"),
        ({"costs": [F(1)] * 4}, "number-of-methods"),
        ({"costs": [F(0)]}, "not-positive"),
        ({"goal": F(1)}, "not-between-0-and-1"),
        ({"cases": []}, "number-of-cases"),
        ({"cases": [Case("a", 5, (F(1), F(1)))]}, "probability-for-each-method"),
        ({"cases": [Case("a", 11, (F(1),))]}, "more-defects-than-items"),
        ({"cases": [Case("a", MOST_DEFECTS + 1, (F(1),))], "items": 1000}, "too-many-defects"),
        ({"cases": [Case("a", 5, (F(2),))]}, "share-not-between-0-and-1"),
        ({"items": 0}, "number-of-items"),
        ({"cases": [Case("a", 1, (F(1, 2),))]}, "not-reached-by-all-items"),
    ],
)
def test_what_cannot_be_mixed_is_refused(change: dict[str, object], code: str) -> None:
    given: dict[str, object] = {"items": 10, "cases": [Case("a", 5, (F(1),))], "costs": [F(1)], "goal": F(1, 20)}
    with pytest.raises(Unfit) as refused:
        cheapest_mix(**{**given, **change})  # type: ignore[arg-type]
    assert refused.value.code == code


def test_a_search_that_would_not_end_is_refused() -> None:
    alike = [Case("", 10, (F("0.5"), F("0.75"), F("0.9")))]
    with pytest.raises(Unfit, match="too-many-mixes"):
        cheapest_mix(1000, alike, [F(1), F("1.5"), F("1.8")], F("0.05"))


def test_a_sample_of_more_than_all_items_is_refused() -> None:
    with pytest.raises(Unfit, match="sample-of-items"):
        mixed_nondetection(10, 2, (6, 5), (F(1), F(1)))


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 40), st.data())
def test_the_fewest_defects_that_are_found_and_one_less_is_not(items: int, data: st.DataObject) -> None:
    n, seen = data.draw(st.integers(0, items)), data.draw(st.sampled_from([F(1, 3), F(9, 10), F(1)]))
    goal = F(1, 20)
    found = imperfect.smallest_defects(items, n, goal, seen)
    missed = [F(1), *(imperfect.nondetection(items, d, n, seen) for d in range(1, items + 1))]
    assert found == next((d for d, beta in enumerate(missed) if beta <= goal), None)
    assert missed == sorted(missed, reverse=True)

"""Plans of samples: the smallest sample, proved in integers, against a search with SciPy's hypergeometric law."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from statistics import median

from accord.analysis.sampling.allocation import plan_strata
from accord.analysis.sampling.attributes import smallest_sample
from accord.analysis.sampling.methods import Case, cheapest_mix
from accord.analysis.sampling.strata import Stratum, worst_split
from accord.nodes.bench.measure import Result

LOTS = [
    (items, max(1, items * share // 1000), Fraction(beta))
    for items in (100, 1_000, 10_000, 100_000, 1_000_000)
    for share in (1, 10, 50)
    for beta in ("0.05", "0.2", "0.5")
]
"""N, d, β: up to a million items, of which 0.1, 1 or 5 per cent are defective."""


def run() -> Iterator[Result]:
    """The time of a plan; of the worst division over six strata; of the cheapest mix of three methods."""
    ours = [_best(lambda lot=lot: smallest_sample(*lot)) for lot in LOTS]  # type: ignore[misc]
    peers = [_best(lambda lot=lot: by_search(*lot), 3) for lot in LOTS]  # type: ignore[misc]
    differing = [lot for lot in LOTS if smallest_sample(*lot) != by_search(*lot)]
    yield Result(
        "smallest sample of a lot",
        sum(ours) / len(ours),
        "ms",
        f"n for {len(LOTS)} lots of 100 to 1,000,000 items; n and n - 1 proved in integers",
        1,
        True,
        peer="bisection with scipy.stats.hypergeom.cdf",
        peer_value=sum(peers) / len(peers),
        ratio=sum(peers) / sum(ours),
        ratio_target=20,
        note=f"longest {max(ours):.3f} ms; median ratio {median(p / o for p, o in zip(peers, ours, strict=True)):.0f}; "
        f"{len(differing)} lots in which the peer gives another n",
    )
    strata = [Stratum(f"S{n}", 100 * (n + 1), Fraction(37 * (n + 1), 100)) for n in range(6)]
    samples = plan_strata(strata, Fraction(20), Fraction(1, 20)).samples
    taken = _best(lambda: worst_split(strata, Fraction(20), samples), 3)
    yield Result("worst division over six strata", taken / 1000, "s", "exact, of 2,100 items", 1, True)
    taken = _best(lambda: plan_strata(strata, Fraction(20), Fraction(1, 20)), 1)
    yield Result("samples of six strata", taken / 1000, "s", "irreducible, each proved", 1, True)
    shares = [("gross", 5, (90, 95, 99)), ("partial", 15, (10, 70, 98)), ("bias", 80, (0, 5, 50))]
    cases = [Case(name, d, tuple(Fraction(p, 100) for p in seen)) for name, d, seen in shares]
    costs = [Fraction(cost) for cost in (1, 4, 20)]
    taken = _best(lambda: cheapest_mix(1000, cases, costs, Fraction(1, 20)), 1)
    yield Result("cheapest mix of three methods", taken / 1000, "s", "1,000 items, three kinds of defects, proved")


def by_search(items: int, defects: int, goal: Fraction) -> int:
    """The same n as a user of SciPy would find it, in floats."""
    from scipy.stats import hypergeom

    low, high = 0, items
    while high - low > 1:
        middle = (low + high) // 2
        if hypergeom.cdf(0, items, defects, middle) <= float(goal):
            high = middle
        else:
            low = middle
    return high


def _best(work: Callable[[], object], times: int = 7) -> float:
    """Milliseconds of CPU time: the least of several runs."""
    taken = []
    for _ in range(times):
        begun = time.process_time()
        work()
        taken.append((time.process_time() - begun) * 1000)
    return min(taken)

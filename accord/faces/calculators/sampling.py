"""Questions about samples: plans, strata, operating curves, what a sample finds, lots without end."""

from __future__ import annotations

from fractions import Fraction
from itertools import takewhile

from accord.analysis.sampling import attributes, imperfect
from accord.analysis.sampling.allocation import plan_strata
from accord.analysis.sampling.approximations import corrected, iaea
from accord.analysis.sampling.curves import operating_curve, zero_acceptance
from accord.analysis.sampling.strata import Stratum
from accord.analysis.unfit import Unfit, insist
from accord.faces.calculators.question import (
    Answer,
    Given,
    Said,
    Say,
    Table,
    shown,
    told,
)
from accord.faces.plots import Curve, Limit, Plot

SMALL = Fraction(1, 1000)
"""A curve ends where so little is missed."""
ALL_SEEN = Fraction(1)


def plan(given: Given) -> Answer:
    """The smallest sample of one stratum."""
    items, goal, seen = given.whole("items"), given.probability("nondetection"), _seen(given)
    defects = _defects(given)
    if seen == ALL_SEEN:
        n: int | None = attributes.smallest_sample(items, defects, goal)
    else:
        n = imperfect.smallest_imperfect_sample(items, defects, goal, seen)
    if n is None:
        raise Unfit("not-reached-by-all-items", goal=goal)
    missed, one_less = (imperfect.nondetection(items, defects, count, seen) for count in (n, n - 1))
    usual, mended = iaea(items, defects, goal), corrected(items, defects, goal)
    words = {"n": str(n), "items": str(items), "defects": str(defects), "goal": shown(goal)}
    words |= {"missed": shown(missed), "one_less": shown(one_less)}
    return Answer(
        {
            "items": items,
            "defects": defects,
            "goal": str(goal),
            "detection": str(seen),
            "n": n,
            **told("nondetection", missed),
            **told("n_minus_1_nondetection", one_less),
            "iaea_n": usual,
            "corrected_n": mended,
        },
        (Said("calculator.plan.said", words), *_usual_assumes(seen), Said("calculator.no-belief", {})),
        (
            ("n", str(n)),
            ("missed", shown(missed)),
            ("one_less", shown(one_less)),
            ("iaea_n", str(usual)),
            ("corrected_n", str(mended)),
        ),
        plot=lambda say: _curve_of(say, items, n, seen, goal),
    )


def strata(given: Given) -> Answer:
    """Samples of several strata, among which a goal quantity may be divided in the worst way."""
    quantity, goal = given.number("quantity"), given.probability("nondetection")
    rows = given.rows("strata", ("name", "items", "mass"), ("detection", "cost"))
    lots = [Stratum(row.row, row.whole("items"), row.number("mass"), _seen(row)) for row in rows]
    costs = [row.number("cost", Fraction(1)) for row in rows]
    made = plan_strata(lots, quantity, goal, costs)
    told_of = [
        {
            "name": lot.name,
            "items": lot.items,
            "needed": lot.needed(quantity),
            "n": n,
            "usual_n": usual,
            "worst": taken,
            "n_minus_1_nondetection": None if less is None else shown(less.nondetection),
        }
        for lot, n, usual, taken, less in zip(
            lots, made.samples, made.usual, made.worst.taken, made.one_less, strict=True
        )
    ]
    words = {"n": str(sum(made.samples)), "quantity": shown(quantity), "goal": shown(goal)}
    words |= {"missed": shown(made.worst.nondetection), "usual": shown(made.usual_worst.nondetection)}
    columns = ("name", "items", "needed", "n", "one_less", "worst", "iaea_n")
    keys = ("name", "items", "needed", "n", "n_minus_1_nondetection", "worst", "usual_n")
    return Answer(
        {
            "quantity": str(quantity),
            "goal": str(goal),
            "strata": told_of,
            "n": sum(made.samples),
            **told("nondetection", made.worst.nondetection),
            **told("usual_nondetection", made.usual_worst.nondetection),
        },
        (Said("calculator.strata.said", words), Said("calculator.no-belief", {})),
        tables=(Table("strata", columns, tuple(tuple(_cell(row[key]) for key in keys) for row in told_of)),),
    )


def curve(given: Given) -> Answer:
    """What a sample misses for every number of defects."""
    items, n, seen = given.whole("items"), given.whole("n"), _seen(given)
    points = _points(items, n, seen, given.whole("most_defects", 0))
    words = {"n": str(n), "items": str(items)}
    return Answer(
        {
            "items": items,
            "n": n,
            "detection": str(seen),
            "points": [{"defects": d, **told("nondetection", missed)} for d, missed in points],
        },
        (Said("calculator.curve.said", words), Said("calculator.no-belief", {})),
        tables=(Table("curve", ("defects", "missed"), tuple((str(d), shown(missed)) for d, missed in points)),),
        plot=lambda say: _plot(say, words, points, ()),
    )


def invert(given: Given) -> Answer:
    """What a given sample does: how often it misses so many defects, or the fewest that it does not miss too often."""
    items, n, seen = given.whole("items"), given.whole("n"), _seen(given)
    insist(given.has("defects") or given.has("nondetection"), "missing", what="defects")
    values: dict[str, object] = {"items": items, "n": n, "detection": str(seen)}
    said, facts = [], []
    words = {"n": str(n), "items": str(items)}
    if given.has("defects"):
        defects = given.whole("defects")
        missed = imperfect.nondetection(items, defects, n, seen)
        values |= {"defects": defects, **told("nondetection", missed)}
        facts.append(("missed", shown(missed)))
        said.append(Said("calculator.invert.missed", {**words, "defects": str(defects), "missed": shown(missed)}))
    if given.has("nondetection"):
        goal = given.probability("nondetection")
        least = imperfect.smallest_defects(items, n, goal, seen)
        values |= {"goal": str(goal), "smallest_defects": least}
        if least is None:
            said.append(Said("calculator.invert.none", {**words, "goal": shown(goal)}))
        else:
            facts.append(("smallest_defects", str(least)))
            said.append(Said("calculator.invert.least", {**words, "goal": shown(goal), "defects": str(least)}))
    said.append(Said("calculator.no-belief", {}))
    return Answer(values, tuple(said), tuple(facts), plot=lambda say: _curve_of(say, items, n, seen, None))


def lot(given: Given) -> Answer:
    """The smallest sample of a lot without end, in which no defect is accepted."""
    defective, goal = given.probability("defective"), given.probability("nondetection")
    n = zero_acceptance(defective, goal)
    missed, one_less = (1 - defective) ** n, (1 - defective) ** (n - 1)
    words = {"n": str(n), "defective": shown(defective), "missed": shown(missed), "one_less": shown(one_less)}
    return Answer(
        {
            "defective": str(defective),
            "goal": str(goal),
            "n": n,
            **told("nondetection", missed),
            **told("n_minus_1_nondetection", one_less),
        },
        (Said("calculator.lot.said", words), Said("calculator.no-belief", {})),
        (("n", str(n)), ("missed", shown(missed)), ("one_less", shown(one_less))),
    )


def _seen(given: Given) -> Fraction:
    return given.number("detection", ALL_SEEN)


def _usual_assumes(seen: Fraction) -> tuple[Said, ...]:
    return () if seen == ALL_SEEN else (Said("calculator.usual-assumes", {}),)


def _defects(given: Given) -> int:
    """d as given, or as many items as make up the goal quantity."""
    if given.has("defects") or not given.has("quantity"):
        return given.whole("defects")
    quantity, mass = given.number("quantity"), given.number("mass")
    for what, value in (("quantity", quantity), ("mass", mass)):
        insist(value > 0, "not-positive", what=what, value=value)
    return -(-quantity // mass)


def _cell(value: object) -> str:
    return "–" if value is None else str(value)


def _points(items: int, n: int, seen: Fraction, most: int) -> list[tuple[int, Fraction]]:
    """To `most` defects; without it, as far as more than `SMALL` is missed."""
    if most:
        return operating_curve(items, n, most, seen)
    high = 1
    while high < items and imperfect.nondetection(items, high, n, seen) > SMALL:
        high = min(2 * high, items)
    found = operating_curve(items, n, high, seen)
    kept = list(takewhile(lambda point: point[1] > SMALL, found))
    return found[: len(kept) + 1]


def _curve_of(say: Say, items: int, n: int, seen: Fraction, goal: Fraction | None) -> Plot:
    limits = () if goal is None else (Limit(say("calculator.nondetection"), float(goal)),)
    return _plot(say, {"n": str(n), "items": str(items)}, _points(items, n, seen, 0), limits)


def _plot(say: Say, words: dict[str, str], points: list[tuple[int, Fraction]], limits: tuple[Limit, ...]) -> Plot:
    return Plot(
        say("calculator.curve.said", **words),
        say("calculator.defects"),
        say("calculator.missed"),
        (Curve(say("calculator.missed"), [(d, float(missed)) for d, missed in points]),),
        limits=limits,
        most=1.0,
    )

"""Questions about measurements: the cheapest mix of methods, and the test of differences for biases in all items."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from accord.analysis.sampling.methods import Case, cheapest_mix
from accord.analysis.sampling.variables import DTest, Method, d_test, identification
from accord.analysis.unfit import insist
from accord.faces.calculators.question import Answer, Given, Said, Say, Table, shown, told
from accord.faces.plots import Curve, Limit, Plot

WITHIN = 10**6
"""A probability of identification is taken in millionths, rounded down: the rest is exact."""
POINTS = 40
USUAL_FALSE_ALARM = Fraction(1, 20)


def methods(given: Given) -> Answer:
    """The cheapest mix of methods that misses a goal quantity too often in no way of taking it."""
    items, goal = given.whole("items"), given.probability("nondetection")
    quantity, mass = given.number("quantity"), given.number("mass")
    for what, value in (("quantity", quantity), ("mass", mass)):
        insist(value > 0, "not-positive", what=what, value=value)
    alarm = given.probability("false_alarm", USUAL_FALSE_ALARM)
    known, costs = _methods(given)
    cases = []
    for size in given.numbers("sizes"):
        insist(0 < size <= 1, "not-above-0-up-to-1", what="sizes", value=size)
        defects = -(-quantity // (size * mass))
        # More items than there are: the quantity cannot be taken in so small parts.
        if defects <= items:
            cases.append(Case(str(size), defects, tuple(_seen(method, float(size), float(alarm)) for method in known)))
    insist(bool(cases), "less-than-the-goal-quantity", held=items * mass, quantity=quantity)
    mix = cheapest_mix(items, cases, costs, goal)
    by_method = [
        {"name": method.name, "n": n, "cost": str(n * cost), "alone_n": alone}
        for method, cost, n, alone in zip(known, costs, mix.samples, mix.alone, strict=True)
    ]
    by_case = [
        {"size": case.name, "defects": case.defects, "identified": [str(p) for p in case.seen]}
        | told("nondetection", missed)
        for case, missed in zip(cases, mix.missed, strict=True)
    ]
    shares = tuple((shown(Fraction(case.name)), str(case.defects), *map(shown, case.seen)) for case in cases)
    words = {"cost": shown(mix.cost), "goal": shown(goal), "boxes": str(mix.boxes)}
    any_alarm = 1 - (1 - alarm) ** sum(mix.samples)
    words |= {"alarm": shown(alarm), "any_alarm": shown(any_alarm)}
    return Answer(
        {
            "items": items,
            "goal": str(goal),
            "cost": str(mix.cost),
            "methods": by_method,
            "cases": by_case,
            "boxes": mix.boxes,
            "false_alarm": str(alarm),
            **told("any_false_alarm", any_alarm),
        },
        (
            Said("calculator.methods.said", words),
            Said("calculator.methods.alarms", words),
            Said("calculator.no-belief", {}),
        ),
        tables=(
            Table(
                "methods",
                ("name", "n", "cost", "alone_n"),
                tuple(
                    (method.name, str(n), shown(n * cost), "–" if alone is None else str(alone))
                    for method, cost, n, alone in zip(known, costs, mix.samples, mix.alone, strict=True)
                ),
            ),
            Table(
                "cases",
                ("sizes", "defects", *(f"={method.name}" for method in known), "missed"),
                tuple((*row, shown(missed)) for row, missed in zip(shares, mix.missed, strict=True)),
            ),
        ),
    )


def _methods(given: Given) -> tuple[list[Method], list[Fraction]]:
    rows = given.rows("methods", ("name", "rsd", "cost"))
    costs = [row.number("cost") for row in rows]
    known = [Method(row.row, float(row.number("rsd")), float(cost)) for row, cost in zip(rows, costs, strict=True)]
    return known, costs


def _seen(method: Method, size: float, alarm: float) -> Fraction:
    return Fraction(floor(identification(method, size, alarm) * WITHIN), WITHIN)


def differences(given: Given) -> Answer:
    """The D statistic of a stratum, and how likely it finds a diversion that is spread over all items."""
    items, n, mass = given.whole("items"), given.whole("n"), float(given.number("mass"))
    random, systematic = (float(given.number(name)) for name in ("random_rsd", "systematic_rsd"))
    diverted = float(given.number("diverted"))
    alarm = given.probability("false_alarm", USUAL_FALSE_ALARM)

    def of(quantity: float) -> DTest:
        return d_test(items, n, mass, random, systematic, quantity, float(alarm))

    found = of(diverted)
    words = {"n": str(n), "items": str(items), "diverted": f"{diverted:.6g}", "detected": f"{found.detection:.6f}"}
    words |= {"alarm": shown(alarm)}
    most = max(2 * diverted, 6 * found.sigma_kg)

    def plot(say: Say) -> Plot:
        places = [most * step / POINTS for step in range(POINTS + 1)]
        return Plot(
            say("calculator.differences.said", **words),
            say("calculator.diverted"),
            say("calculator.detected"),
            (Curve(say("calculator.detected"), [(place, of(place).detection) for place in places]),),
            limits=(Limit(say("calculator.threshold"), found.threshold_kg, "x"),),
            most=1.0,
        )

    return Answer(
        {
            "items": items,
            "n": n,
            "sigma": found.sigma_kg,
            "threshold": found.threshold_kg,
            "detection": found.detection,
            "false_alarm": str(alarm),
        },
        (Said("calculator.differences.said", words),),
        (
            ("sigma", f"{found.sigma_kg:.6f}"),
            ("threshold", f"{found.threshold_kg:.6f}"),
            ("detected", f"{found.detection:.6f}"),
        ),
        plot=plot,
    )

"""Questions about inspections: how often over time, and where, when the plan is known but not the draw."""

from __future__ import annotations

from fractions import Fraction

from accord.analysis.games.allocation import Cell, allocate
from accord.analysis.games.recursive import dresher, dresher_closed, maschler, maschler_closed
from accord.faces.calculators.question import Answer, Given, Said, Say, Table, shown, told
from accord.faces.plots import Curve, Plot


def game(given: Given) -> Answer:
    """The value of inspections over time, without and with commitment of the inspector."""
    periods, inspections = given.whole("periods"), given.whole("inspections")
    announced = given.has("loss")
    loss = given.number("loss", Fraction(1))
    found = maschler(periods, inspections, loss) if announced else dresher(periods, inspections)
    words = {"periods": str(periods), "inspections": str(inspections), "value": shown(found.value)}
    words |= {"inspects": shown(found.inspects), "violates": shown(found.violates), "loss": shown(loss)}

    def value(m: int) -> Fraction:
        return maschler_closed(periods, m, loss) if announced else dresher_closed(periods, m)

    def plot(say: Say) -> Plot:
        return Plot(
            say(f"calculator.game.{'announced' if announced else 'said'}", **words),
            say("calculator.inspections"),
            say("calculator.value"),
            (Curve(say("calculator.value"), [(m, float(value(m))) for m in range(periods + 1)], "dots"),),
        )

    return Answer(
        {
            "game": "maschler" if announced else "dresher",
            "periods": periods,
            "inspections": inspections,
            "value": str(found.value),
            "inspects": str(found.inspects),
            "violates": str(found.violates),
        }
        | ({"loss": str(loss)} if announced else {}),
        (Said(f"calculator.game.{'announced' if announced else 'said'}", words),),
        (
            ("value", f"{found.value}"),
            ("inspects", f"{found.inspects}"),
            ("violates", f"{found.violates}"),
        ),
        plot=plot,
    )


def allocation(given: Given) -> Answer:
    """Where to inspect with how many inspections, when the inspectee chooses where to violate."""
    inspections = given.whole("inspections")
    rows = given.rows("places", ("name", "gain"), ("found",))
    cells = [Cell(row.row, row.number("gain"), row.number("found", Fraction(1))) for row in rows]
    made = allocate(cells, inspections)
    words = {"inspections": str(inspections), "places": str(len(cells)), "value": shown(made.value)}
    places = [
        {"name": cell.name, "inspected": str(covered), "violated": str(violated)}
        for cell, covered, violated in zip(cells, made.covered, made.violated, strict=True)
    ]
    return Answer(
        {"inspections": inspections, **told("value", made.value), "places": places},
        (Said("calculator.allocation.said", words),),
        (("value", shown(made.value)),),
        (
            Table(
                "places",
                ("name", "inspected", "violated"),
                tuple(
                    (cell.name, shown(covered), shown(violated))
                    for cell, covered, violated in zip(cells, made.covered, made.violated, strict=True)
                ),
            ),
        ),
    )

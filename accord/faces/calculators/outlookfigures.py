"""The figures of an outlook: a fan to zero, what limits whom when, which assumptions matter. Each states them."""

from __future__ import annotations

from itertools import groupby

from accord.analysis.outlook.projection import NOTHING_LEFT
from accord.analysis.outlook.study import Spread, Study
from accord.faces.calculators.outlooks import Computed
from accord.faces.calculators.outlooktables import NO_BREAK, kind, limits_of, named, percent, tell
from accord.faces.calculators.question import Say
from accord.faces.plots import Band, Curve, Limit, Plot
from accord.faces.plots_bars import Bar, Bars
from accord.faces.plots_strip import Cell, Strip

MOST_BARS = 12
"""Of a tornado; the table beside it has them all."""


def notes(say: Say, computed: Computed) -> tuple[str, ...]:
    """What stands on every figure: that it is an exercise, how it was computed, all assumptions, the order."""
    found, study = computed.outlook, computed.outlook.study
    lines = [say("outlook.exercise"), say("outlook.drawn", title=computed.title, runs=found.runs, seed=found.seed)]
    if study.approach is not None:
        lines.append(say("outlook.of", name=say("field.approach"), what=study.approach.name))
    for whose, parameters in groupby(study.parameters(), lambda parameter: parameter[0].rpartition("/")[0]):
        told = "; ".join(f"{kind(say, study, name)} = {written(spread)}" for name, spread in parameters)
        lines.append(say("outlook.of", name=whose, what=told))
    lines += [
        say("outlook.gate", state=one.name, below=percent(gate.below), after=gate.after, reached=percent(gate.reached))
        for one in study.states
        for gate in one.gates
    ]
    return tuple(lines)


def written(spread: Spread) -> str:
    """A spread in signs, in one piece.

    >>> written(Spread(1, 4, 2)).split(NO_BREAK), written(Spread(3, 3))
    (['1', '…', '2', '…', '4'], '3')
    """
    if spread.certain:
        return tell(spread.low)
    ends = (spread.low, spread.high) if spread.mode is None else (spread.low, spread.mode, spread.high)
    return f"{NO_BREAK}…{NO_BREAK}".join(map(tell, ends))


def fan(say: Say, computed: Computed) -> Plot:
    """What all States have left, year by year: median, middle half and nine tenths of the runs, deadlines."""
    found = computed.outlook
    least, lower, median, upper, most = found.total.tolist()
    about = say(
        "outlook.fan.about",
        runs=found.runs,
        first=tell(median[0]),
        last=tell(median[-1]),
        year=found.years[-1],
        low=tell(least[-1]),
        high=tell(most[-1]),
    )
    return Plot(
        about,
        say("outlook.year-end"),
        say("outlook.items-left"),
        (Curve(say("outlook.median"), list(zip(found.years, median, strict=True))),),
        (
            Band(say("outlook.ninety"), list(zip(found.years, least, most, strict=True)), 0),
            Band(say("outlook.half"), list(zip(found.years, lower, upper, strict=True)), 1),
        ),
        tuple(Limit(_deadline(say, found.study, n), one.year, "x") for n, one in enumerate(found.study.deadlines)),
        notes=notes(say, computed),
    )


def _deadline(say: Say, study: Study, number: int) -> str:
    deadline = study.deadlines[number]
    return f"{deadline.state or say('outlook.all-states')} ≤ {percent(deadline.left)}"


def limits(say: Say, computed: Computed) -> Strip:
    """What limits each State most often in each year."""
    found = computed.outlook
    often, names = found.limits.argmax(axis=2), limits_of(say, found.study)
    rows = [
        (
            state.name,
            [
                Cell(int(kind), 0.0 if kind == NOTHING_LEFT else float(found.limits[place, year, kind]))
                for year, kind in enumerate(often[place])
            ],
        )
        for place, state in enumerate(found.study.states)
    ]
    shown = sorted({cell.kind for _, cells in rows for cell in cells} - {NOTHING_LEFT})
    return Strip(
        say("outlook.strip.about"),
        found.years[1],
        rows,
        [(kind, names[kind]) for kind in shown],
        notes(say, computed),
    )


def tornado(say: Say, computed: Computed) -> Bars:
    """Which assumptions move the result most.

    Raises:
        ValueError: nothing is uncertain (when it is drawn).
    """
    study, swings = computed.outlook.study, computed.swings
    return Bars(
        say("outlook.tornado.about"),
        say("outlook.item-years"),
        [Bar(named(say, study, row.name), row.at_low, row.at_high) for row in swings[:MOST_BARS]],
        swings[0].middle if swings else 0.0,
        notes(say, computed),
    )

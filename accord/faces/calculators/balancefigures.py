"""The figures of material balances: balance plots with two standard deviations, and the charts of two tests in time."""

from __future__ import annotations

from collections.abc import Callable

from accord.analysis.balance.terms import Floats
from accord.faces.calculators.balances import Computed, shown
from accord.faces.calculators.question import Say
from accord.faces.plots import Band, Curve, Limit, Plot


def formula(text: str) -> str:
    """A formula runs from left to right in every language."""
    return f"\u2066{text}\u2069"


def tell(value: float) -> str:
    """A number on an axis, its sign before it."""
    return formula(shown(value))


def notes(say: Say, found: Computed) -> tuple[str, ...]:
    """What stands on every figure: the table that it is of, and everything that was asked."""
    at = found.evaluation.thresholds
    asked = {"digest": found.measured.digest[:16], "false_alarm": shown(at.false_alarm), "k": shown(at.k)}
    return (say("calculator.balance.note", **asked),)


def muf(say: Say, found: Computed) -> Plot:
    """MUF of each balance, and how far it may lie from zero by the errors of measurement."""
    stats = found.evaluation.statistics
    return _balances(say, found, "muf", stats.muf_kg, stats.sigma_muf_kg)


def cumuf(say: Say, found: Computed) -> Plot:
    """The same of what is unaccounted for since the beginning."""
    stats = found.evaluation.statistics
    return _balances(say, found, "cumuf", stats.cumuf_kg, stats.sigma_cumuf_kg)


def _balances(say: Say, found: Computed, what: str, mass_kg: Floats, sigma_kg: Floats) -> Plot:
    both = [(found.mass(kg), found.mass(sigma)) for kg, sigma in zip(mass_kg, sigma_kg, strict=True)]
    outside = sum(abs(mass) > 2 * sigma for mass, sigma in both)
    name = say(f"calculator.{what}")
    return Plot(
        say("calculator.balance.plot", what=name, balances=len(both), outside=outside),
        say("calculator.balance"),
        f"{name} ({say(f'quantity-unit.{found.unit}')})",
        (Curve(name, [(float(n), mass) for n, (mass, _) in enumerate(both, start=1)], "dots"),),
        (Band(formula("± 2 σ"), [(float(n), -2 * sigma, 2 * sigma) for n, (_, sigma) in enumerate(both, start=1)]),),
        from_zero=False,
        notes=notes(say, found),
    )


def sitmuf(say: Say, found: Computed) -> Plot:
    """The control chart of SITMUF with its threshold."""
    values = found.evaluation.statistics.sitmuf
    at = found.evaluation.thresholds.sitmuf
    name = say("calculator.sitmuf")
    return Plot(
        say("calculator.balance.chart", what=name, balances=len(values), over=int((values > at).sum()), at=shown(at)),
        say("calculator.balance"),
        say("calculator.in_sigma"),
        (_curve(name, values, "dots"),),
        limits=(Limit(say("calculator.threshold"), at),),
        notes=notes(say, found),
    )


def page(say: Say, found: Computed) -> Plot:
    """The chart of Page's sums, of losses and of gains, with the threshold of losses."""
    stats, at = found.evaluation.statistics, found.evaluation.thresholds.page
    name = say("calculator.page")
    over = int((stats.page > at).sum())
    return Plot(
        say("calculator.balance.chart", what=name, balances=len(stats.page), over=over, at=shown(at)),
        say("calculator.balance"),
        say("calculator.in_sigma"),
        (_curve(name, stats.page, "line"), _curve(say("calculator.page_gains"), stats.page_downwards, "line")),
        limits=(Limit(say("calculator.threshold"), at),),
        notes=notes(say, found),
    )


def _curve(name: str, values: Floats, form: str) -> Curve:
    points = [(float(n), float(value)) for n, value in enumerate(values, start=1)]
    return Curve(name, points, "dots" if form == "dots" else "line")


FIGURES: dict[str, Callable[[Say, Computed], Plot]] = {"sitmuf": sitmuf, "page": page, "muf": muf, "cumuf": cumuf}
"""Name → figure; the first is drawn where none is named."""

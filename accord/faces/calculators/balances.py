"""The question of material balances: a table and what is asked of it, and what is told of the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple, get_args

from accord.analysis.balance.detection import abrupt, protracted
from accord.analysis.balance.evaluation import Evaluation, Simulated, Test, evaluate, simulated
from accord.analysis.balance.terms import Floats
from accord.analysis.exact import rational
from accord.analysis.unfit import Unfit, insist
from accord.faces.calculators.question import Given, Said, Say, Table
from accord.papers.balances import Table as Measured
from accord.papers.balances import read_table, series
from accord.papers.balances.cells import KILOGRAMS, written

FIELDS = ("false_alarm", "k", "loss_protracted", "loss_abrupt", "simulate", "seed")
"""What may be asked, by the names of parameters."""
USUAL = {"false_alarm": "0.05", "k": "0.5", "seed": "1"}
"""Where nothing is given."""
LARGEST_K = 5
"""Beyond, hardly anything alarms and no run length can be computed."""
TESTS: tuple[Test, ...] = get_args(Test)


class Limits(NamedTuple):
    """The most that is computed at a time."""

    balances: int
    runs: int


class Computed(NamedTuple):
    """What was asked, and what came of it."""

    measured: Measured
    false_alarm: Fraction
    k: Fraction
    loss_kg: Fraction | None
    balance: int | None
    """In which all is lost; `None`: in equal parts in all."""
    seed: int
    evaluation: Evaluation
    simulated: Simulated | None

    @property
    def unit(self) -> str:
        """In which masses are told."""
        return self.measured.unit

    def mass(self, kg: float) -> float:
        """A mass in that unit."""
        return kg / float(KILOGRAMS[self.measured.unit])

    def time(self, number: float) -> str:
        """A time as the table writes it."""
        return written(number, self.measured.clock)


def computed(data: bytes, given: Given, most: Limits) -> Computed:
    """The balances of a table.

    Raises:
        Unfit: the table or what is asked does not fit, or is more than `most`.
    """
    import numpy as np

    false_alarm = given.probability("false_alarm", Fraction(USUAL["false_alarm"]))
    k = given.number("k", Fraction(USUAL["k"]))
    insist(k <= LARGEST_K, "k-too-large", most=LARGEST_K, value=k)
    runs, seed = given.whole("simulate", 0), given.whole("seed", int(USUAL["seed"]))
    insist(runs <= most.runs, "too-many-runs", runs=runs, most=most.runs)
    measured = read_table(data)
    # Asked before the balances are made: they take memory as balances times lines.
    asked = len({term.since for term in measured.terms if term.kind == "inventory"}) - 1
    insist(asked <= most.balances, "too-many-balances", balances=asked, most=most.balances)
    balances = series(measured)
    loss, at = _loss(given)
    found = evaluate(balances, float(false_alarm), float(k), _losses(loss, at, balances.balances))
    again = simulated(found, runs, np.random.default_rng(seed)) if runs else None
    return Computed(measured, false_alarm, k, loss, at, seed, found, again)


def _loss(given: Given) -> tuple[Fraction | None, int | None]:
    """How much is lost, and in which balance alone."""
    both = given.has("loss_protracted") and given.has("loss_abrupt")
    insist(not both, "one-loss-at-a-time")
    if given.has("loss_protracted"):
        return given.number("loss_protracted"), None
    if not given.has("loss_abrupt"):
        return None, None
    found = re.fullmatch(r"([^@]{1,60})@([1-9][0-9]{0,5})", given.texts["loss_abrupt"], re.ASCII)
    if found is None:
        raise Unfit("loss-at-a-balance", value=given.texts["loss_abrupt"][:40])
    return rational(found[1].strip(), "loss_abrupt"), int(found[2])


def _losses(loss: Fraction | None, balance: int | None, balances: int) -> Floats | None:
    if loss is None:
        return None
    return protracted(balances, float(loss)) if balance is None else abrupt(balances, float(loss), balance)


def spoken(say: Say, sentence: Said) -> str:
    """A sentence of the answer, its unit in the reader's language too."""
    values = dict(sentence.values)
    if "unit" in values:
        values["unit"] = say(f"quantity-unit.{values['unit']}")
    return say(sentence.code, **values)


def shown(value: float) -> str:
    """A number as people read it: six digits.

    >>> shown(0.69641941), shown(12.0)
    ('0.696419', '12')
    """
    return f"{value:.6g}"


def said(found: Computed) -> Iterator[Said]:
    """What is told in sentences."""
    one, at = found.evaluation, found.evaluation.thresholds
    times, stats = one.series.times, one.statistics
    words = {"unit": found.unit, "false_alarm": shown(at.false_alarm), "balances": str(at.balances)}
    words |= {"since": found.time(times[0]), "until": found.time(times[-1])}
    words |= {"cumuf": shown(found.mass(stats.cumuf_kg[-1])), "sigma": shown(found.mass(stats.sigma_cumuf_kg[-1]))}
    yield Said("calculator.balance.said", words)
    yield Said("calculator.balance.alarm" if one.alarms else "calculator.balance.no-alarm", words)
    words = {"k": shown(at.k), "run_length": shown(one.run_length)}
    yield Said("calculator.balance.run-length", words)
    if found.loss_kg is not None:
        words = {"loss": shown(float(found.loss_kg)), "balance": str(found.balance)}
        yield Said("calculator.balance.protracted" if found.balance is None else "calculator.balance.abrupt", words)
    if found.simulated is not None:
        words = {"runs": str(found.simulated.runs), "seed": str(found.seed)}
        yield Said("calculator.balance.simulated", words | {"sigma": shown(found.simulated.sigma_sitmuf)})
    yield Said("calculator.balance.table", {"digest": found.measured.digest, "lines": str(len(found.measured.terms))})


def tables(found: Computed) -> Iterator[Table]:
    """What is told in tables: the tests, the balances, and simulated beside computed standard deviations."""
    yield _tests(found)
    stats = found.evaluation.statistics
    times = [found.time(time) for time in found.evaluation.series.times]
    columns = ("balance", "since", "until", "muf", "sigma_muf", "cumuf", "sigma_cumuf", "sitmuf", "page", "page_gains")
    masses = (stats.muf_kg, stats.sigma_muf_kg, stats.cumuf_kg, stats.sigma_cumuf_kg)
    numbers = [[shown(found.mass(kg)) for kg in mass] for mass in masses]
    numbers += [[shown(value) for value in values] for values in (stats.sitmuf, stats.page, stats.page_downwards)]
    rows = enumerate(zip(times, times[1:], *numbers, strict=False), start=1)
    yield Table("balances", columns, tuple((str(number), *cells) for number, cells in rows))
    if found.simulated is not None:
        pairs = (
            (stats.sigma_muf_kg, found.simulated.sigma_muf_kg),
            (stats.sigma_cumuf_kg, found.simulated.sigma_cumuf_kg),
        )
        both = [[shown(found.mass(kg)) for kg in values] for pair in pairs for values in pair]
        yield Table(
            "propagation",
            ("balance", "sigma_muf", "sigma_muf_simulated", "sigma_cumuf", "sigma_cumuf_simulated"),
            tuple((str(number), *cells) for number, cells in enumerate(zip(*both, strict=True), start=1)),
        )


def _tests(found: Computed) -> Table:
    one, again = found.evaluation, found.simulated
    columns = ["test", "largest", "threshold", "alarms"]
    columns += [] if one.detection is None else ["loss_detected"]
    columns += [] if again is None else ["false_alarms_simulated"]
    columns += [] if again is None or again.detection is None else ["detection_simulated"]
    rows = []
    for test in TESTS:
        value, threshold = value_of(found, test)
        alarms = [str(alarm.balance) for alarm in one.alarms if alarm.test == test]
        row = [test, shown(value), shown(threshold), ", ".join(alarms) or "–"]
        row += [] if one.detection is None else [shown(getattr(one.detection, test))]
        row += [] if again is None else [shown(getattr(again.false_alarms, test))]
        row += [] if again is None or again.detection is None else [shown(getattr(again.detection, test))]
        rows.append(tuple(row))
    return Table("tests", tuple(columns), tuple(rows))


def value_of(found: Computed, test: Test) -> tuple[float, float]:
    """The largest value of a test, and its threshold; CUMUF in the unit of the table."""
    stats, at = found.evaluation.statistics, found.evaluation.thresholds
    match test:
        case "sitmuf":
            return float(stats.sitmuf.max()), at.sitmuf
        case "cumuf":
            return found.mass(float(stats.cumuf_kg[-1])), found.mass(at.cumuf_kg)
        case "gemuf":
            return stats.gemuf, at.gemuf
        case "page":
            return float(stats.page.max()), at.page


def values(found: Computed) -> dict[str, Any]:
    """The answer for machines; masses in `unit`, the covariance in its square."""
    one, stats = found.evaluation, found.evaluation.statistics
    scale = found.mass(1.0)
    told: dict[str, Any] = {
        "table": found.measured.digest,
        "unit": found.unit,
        "times": [found.time(time) for time in one.series.times],
        "muf": [found.mass(kg) for kg in stats.muf_kg.tolist()],
        "sigma": [found.mass(kg) for kg in stats.sigma_muf_kg.tolist()],
        "cumuf": [found.mass(kg) for kg in stats.cumuf_kg.tolist()],
        "sigma_cumuf": [found.mass(kg) for kg in stats.sigma_cumuf_kg.tolist()],
        "sitmuf": stats.sitmuf.tolist(),
        "gemuf": stats.gemuf,
        "page": stats.page.tolist(),
        "page_gains": stats.page_downwards.tolist(),
        "k": str(found.k),
        "false_alarm": str(found.false_alarm),
        "thresholds": {test: value_of(found, test)[1] for test in TESTS},
        "alarms": [
            {"test": alarm.test, "balance": alarm.balance, "value": value, "threshold": threshold}
            for alarm in one.alarms
            for scaled in [scale if alarm.test == "cumuf" else 1.0]
            for value, threshold in [(alarm.value * scaled, alarm.threshold * scaled)]
        ],
        "run_length": one.run_length,
        "covariance": (stats.covariance_kg2 * scale * scale).tolist(),
    }
    if one.detection is not None:
        told["loss"] = {"kg": str(found.loss_kg), "balance": found.balance}
        told |= {"detection": one.detection._asdict(), "run_length_under_loss": one.run_length_under_loss}
    if found.simulated is not None:
        told["simulated"] = _simulated(found, found.simulated)
    return told


def _simulated(found: Computed, again: Simulated) -> dict[str, Any]:
    return {
        "runs": again.runs,
        "seed": found.seed,
        "sigma": [found.mass(kg) for kg in again.sigma_muf_kg.tolist()],
        "sigma_cumuf": [found.mass(kg) for kg in again.sigma_cumuf_kg.tolist()],
        "sigma_sitmuf": again.sigma_sitmuf,
        "false_alarms": again.false_alarms._asdict(),
    } | ({} if again.detection is None else {"detection": again.detection._asdict()})

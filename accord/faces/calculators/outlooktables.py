"""What an outlook shows, for people: tables in their language, each assumption among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from accord.analysis.outlook.montecarlo import QUANTILES, Outlook
from accord.analysis.outlook.projection import NOTHING_LEFT, RESOURCE
from accord.analysis.outlook.study import Answer, Study
from accord.faces.calculators.outlooks import Computed, limit_named
from accord.faces.calculators.question import Say

NO_BREAK = "\u00a0"
OF_STATES = {"items": "items", "per_year": "per-year", "delay_years": "delay-years"}
OF_RESOURCES = {"per_year": "available", "per_item": "per-item"}


class Sheet(NamedTuple):
    """A table: its name (words `outlook.<name>`), what is said before it, its heads, and its rows."""

    name: str
    said: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sheets(say: Say, computed: Computed) -> Iterator[Sheet]:
    """All tables, in the order in which they are read."""
    found = computed.outlook
    yield _zero(say, found)
    yield from _deadlines(say, found)
    yield _limits(say, found)
    yield _use(say, found)
    if computed.swings:
        yield _matters(say, computed)
    yield from _order(say, found.study)
    yield _assumptions(say, found.study)


def tell(value: float) -> str:
    """A number as people read it: whole where it is large, else three digits.

    >>> tell(1234.5), tell(0.12345), tell(12)
    ('1234', '0.123', '12')
    """
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def percent(share: float) -> str:
    """A share, in hundredths.

    >>> percent(0.123456)
    '12.3\\xa0%'
    """
    return f"{tell(100 * share)}{NO_BREAK}%"


def named(say: Say, study: Study, name: str) -> str:
    """The name of an assumption in words: `Arcadia/items`, and what it is of a State or a resource."""
    return say("outlook.of", name=name.rpartition("/")[0], what=kind(say, study, name))


def kind(say: Say, study: Study, name: str) -> str:
    """What an assumption is of its State or resource."""
    whose, _, what = name.rpartition("/")
    words = OF_STATES if whose in {state.name for state in study.states} else OF_RESOURCES
    return say(f"outlook.{words[what]}")


def limits_of(say: Say, study: Study) -> list[str]:
    """What may limit a State, in words, by number."""
    named = (limit_named(study, kind) for kind in range(RESOURCE + len(study.resources)))
    return [say(f"outlook.limit.{limit}", name=resource) for limit, resource in named]


def spans(years: list[int]) -> str:
    """Years, those that follow each other as one span.

    >>> spans([2031, 2032, 2033, 2040])
    '2031–2033, 2040'
    """
    parts: list[list[int]] = []
    for year in years:
        if parts and year == parts[-1][1] + 1:
            parts[-1][1] = year
        else:
            parts.append([year, year])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in parts)


def _zero(say: Say, found: Outlook) -> Sheet:
    never = say("outlook.never")
    rows = (
        (percent(share), never if year is None else str(year))
        for share, year in zip(QUANTILES, found.zero_year, strict=True)
    )
    return Sheet("when-zero", (), (say("outlook.share-of-runs"), say("outlook.zero-year")), tuple(rows))


def _deadlines(say: Say, found: Outlook) -> Iterator[Sheet]:
    rows = tuple(
        (
            say(
                "outlook.deadline",
                year=deadline.year,
                state=deadline.state or say("outlook.all-states"),
                left=percent(deadline.left),
            ),
            percent(met),
        )
        for deadline, met in zip(found.study.deadlines, found.deadlines_met, strict=True)
    )
    approach = found.study.approach
    said = () if rows else (_why_none(say, None if approach is None else approach.dates),)
    yield Sheet("deadlines", said, (say("outlook.deadlines"), say("outlook.met")), rows)


def _order(say: Say, study: Study) -> Iterator[Sheet]:
    """Who waits for whom; where nobody does, whether that is the approach's saying."""
    told = tuple(
        say(
            "outlook.gate",
            state=state.name,
            below=percent(gate.below),
            after=gate.after,
            reached=percent(gate.reached),
        )
        for state in study.states
        for gate in state.gates
    )
    yield Sheet("order", told or (_why_none(say, None if study.approach is None else study.approach.orders),), (), ())


def _why_none(say: Say, answer: Answer | None) -> str:
    """Why a study has no order, or no deadline: its approach has none, does not say so, or the study assumes none."""
    return say("outlook.none-assumed") if answer in (None, "yes") else say(f"approach-says.{answer}")


def _limits(say: Say, found: Outlook) -> Sheet:
    names, often = limits_of(say, found.study), found.limits.argmax(axis=2)
    rows = []
    for place, state in enumerate(found.study.states):
        for kind, name in enumerate(names):
            years, shares = [found.years[n + 1] for n in np.flatnonzero(often[place] == kind)], found.limits[place]
            on_average = float(shares[:, kind].sum())
            if kind != NOTHING_LEFT and on_average > 0:
                rows.append((state.name, name, tell(on_average), spans(years)))
    heads = ("field.state", "outlook.limit", "outlook.years-on-average", "outlook.most-often")
    return Sheet("limits", (), tuple(map(say, heads)), tuple(rows))


def _use(say: Say, found: Outlook) -> Sheet:
    some_left = 1 - found.zero_by[:-1]
    rows = []
    for place, state in enumerate(found.study.states):
        own_left = 1 - found.limits[place, :, NOTHING_LEFT]
        name = say("outlook.of", name=state.name, what=say("outlook.capacity-of"))
        rows.append((name, *_used(found, found.worked[place], own_left)))
    for place, resource in enumerate(found.study.resources):
        rows.append((resource.name, *_used(found, found.verified[place], some_left)))
    heads = ("outlook.use", "outlook.use-mean", "outlook.use-peak", "outlook.peak-year")
    return Sheet("use", (), tuple(map(say, heads)), tuple(rows))


def _used(found: Outlook, shares: np.ndarray, left: np.ndarray) -> tuple[str, str, str]:
    """The average over the years of all runs in which there is something left; the highest, and when."""
    years = float(left.sum())
    peak = int(shares.argmax())
    return percent(float(shares.sum()) / years if years else 0.0), percent(shares[peak]), str(found.years[peak + 1])


def _matters(say: Say, computed: Computed) -> Sheet:
    study, indices = computed.outlook.study, {row.name: row for row in computed.indices}
    heads = ["outlook.assumption", "outlook.at-low", "outlook.at-high"]
    heads += ["outlook.first-index", "outlook.total-index"] if indices else []
    rows = []
    for row in computed.swings:
        cells = [named(say, study, row.name), tell(row.at_low), tell(row.at_high)]
        if row.name in indices:
            cells += [tell(indices[row.name].first), tell(indices[row.name].total)]
        rows.append(tuple(cells))
    return Sheet("matters", (say("outlook.tornado.about"),), tuple(map(say, heads)), tuple(rows))


def _assumptions(say: Say, study: Study) -> Sheet:
    rows = tuple(
        (
            named(say, study, name),
            tell(spread.low),
            "" if spread.mode is None else tell(spread.mode),
            tell(spread.high),
        )
        for name, spread in study.parameters()
    )
    heads = ("outlook.assumption", "outlook.least", "outlook.likely", "outlook.most")
    return Sheet("assumptions", (), tuple(map(say, heads)), rows)

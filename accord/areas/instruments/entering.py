"""How entry into force is asked about: each condition, what it still needs and of whom, the day that follows."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.values import Text
from accord.areas.instruments.acts import AfterOpening, AllOfStates, InForceFor, LegalStage, Wait
from accord.areas.instruments.conditions import Assessment, Point
from accord.areas.instruments.known import Known
from accord.areas.instruments.law import assessed, entered, status_of
from accord.areas.instruments.periods import Standing
from accord.areas.instruments.rows import InstrumentCode
from accord.areas.instruments.stages import day_of, in_force_since, stage_on
from accord.areas.parties.cite import FactCite, Page, Part, PartyCode, cite_fact, head

ConditionKind = Literal[
    "at-least", "all-of-states", "depositary-states", "exchanged", "signed", "in-force-for", "after-opening"
]


class Awaited(Part, frozen=True):
    """A named State whose consent a condition still needs, and where it stands."""

    party: PartyCode
    legal_standing: Standing


class ConditionRow(Part, frozen=True):
    """A condition of entry into force, on the day asked."""

    condition: ConditionKind
    named_list: Text | None
    """What the list of States is called."""
    other_instrument: InstrumentCode | None
    """Of a condition on another instrument: which."""
    after_months: int
    after_days: int
    """Of a time after the opening for signature: how long."""
    needed: int
    counted: int
    is_met: bool
    """On the day asked."""
    met: datetime.date | None
    """The first day on which it was; at the latest, where not all days are recorded."""
    awaited: tuple[Awaited, ...]
    awaited_count: int
    """How many more are needed, of the States awaited or of any."""


class EnteringRow(Part, frozen=True):
    """How the conditions of an instrument stand on the day asked: what follows from them, and what is recorded."""

    instrument: InstrumentCode
    legal_stage: LegalStage | None
    provision: str | None
    entry_conditions: tuple[ConditionRow, ...]
    wait_months: int
    wait_days: int
    each_months: int
    each_days: int
    waivable: bool
    computed_day: datetime.date | None
    """The day that follows from the conditions; at the latest, where not all days are recorded."""
    all_dated: bool
    """Whether all days that it follows from are recorded."""
    recorded_day: datetime.date | None
    """The day of entry into force that sources give, once it has come."""
    recorded_by: FactCite | None
    cite: FactCite


class EnteringPage(Page, frozen=True, tag="entry-into-force"):
    """What entry into force still needs, and of whom: of one instrument, or of each whose conditions are recorded."""

    instrument: InstrumentCode | None
    entering: tuple[EnteringRow, ...]


def entry_into_force(known: Known, instrument: str = "", *, on: datetime.date | None = None) -> EnteringPage:
    """What entry into force still needs.

    Raises:
        Missing: no such instrument.
    """
    names = (entered(known, instrument).act.instrument,) if instrument else tuple(known.instruments.tables.instruments)
    rows = (entering_row(known, name, on) for name in names)
    return EnteringPage(
        head=head(known, on),
        instrument=instrument or None,
        entering=tuple(row for row in rows if row is not None),
    )


def entering_row(known: Known, instrument: str, on: datetime.date | None) -> EnteringRow | None:
    """How the conditions of an instrument stand; `None` where none are recorded."""
    tables = known.instruments.tables
    assessment = assessed(known, instrument, on)
    if assessment is None:
        return None
    fact = tables.conditions[instrument]
    stages = tables.stages.get(instrument, ())
    stage, begun = stage_on(stages, on), in_force_since(stages)
    if begun is not None and on is not None and day_of(begun) > on:
        begun = None
    wait, each = fact.act.wait or Wait(), fact.act.each or Wait()
    return EnteringRow(
        instrument=instrument,
        legal_stage=None if stage is None else stage.act.stage,
        provision=fact.act.provision,
        entry_conditions=tuple(_condition(known, instrument, point, on) for point in assessment.points),
        wait_months=wait.months,
        wait_days=wait.days,
        each_months=each.months,
        each_days=each.days,
        waivable=fact.act.waivable,
        computed_day=_computed(assessment),
        all_dated=assessment.dated,
        recorded_day=None if begun is None else begun.act.on,
        recorded_by=None if begun is None else cite_fact(known, begun),
        cite=cite_fact(known, fact),
    )


def _condition(known: Known, instrument: str, point: Point, on: datetime.date | None) -> ConditionRow:
    condition = point.counted.condition
    short = max(point.counted.need - point.have, 0)
    of = condition.instrument if isinstance(condition, InForceFor) else instrument
    waiting = point.missing if short else ()
    time = condition.wait if isinstance(condition, AfterOpening) else Wait()
    return ConditionRow(
        condition=condition.__struct_config__.tag,  # type: ignore[arg-type]
        named_list=condition.name if isinstance(condition, AllOfStates | InForceFor) else None,
        other_instrument=condition.instrument if isinstance(condition, InForceFor) else None,
        after_months=time.months,
        after_days=time.days,
        needed=point.counted.need,
        counted=point.have,
        is_met=not short,
        met=point.met,
        awaited=tuple(
            Awaited(party=party, legal_standing=status_of(known, of, party, on).standing) for party in waiting
        ),
        awaited_count=short,
    )


def _computed(assessment: Assessment) -> datetime.date | None:
    return None if assessment.computed == datetime.date.max else assessment.computed

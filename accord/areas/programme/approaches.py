"""How approaches are asked about: all of them with equal fields, and one with its steps, its mappings, its time."""

from __future__ import annotations

import datetime
from typing import Literal

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.parties import pages as parties
from accord.areas.parties.cite import Cite, Correction, Missing, Page, Part, PartyCode, cite, head, history
from accord.areas.parties.pages import ReplyRow
from accord.areas.programme.acts import Answer, Feature, Phase, Step, TableApproach
from accord.areas.programme.known import Known
from accord.areas.programme.parts import (
    ApproachName,
    ElementName,
    MappingRow,
    SupportRow,
    mapping_row,
    mappings,
    support_rows,
)
from accord.areas.programme.schedule import Unit, unit_of
from accord.areas.programme.timing import (
    ClashRow,
    Duration,
    PathRow,
    TimeRow,
    clash_rows,
    duration,
    path_row,
    time_rows,
)
from accord.areas.proposals.pages import Reading, Silence

NotPart = Literal["order", "conditions", "dates"]
NoPreference = Literal["no-preference"]


class ApproachRow(Part, frozen=True):
    """An approach among the others, with the same fields as each (A/68/514 ¶20)."""

    approach: ApproachName
    name: Text
    summary: Text | None
    sponsor: PartyCode | None
    orders: Answer
    conditions: Answer
    dates: Answer
    features: tuple[Feature, ...]
    step_count: int
    mapped_by: int
    """Authors who say which elements stand in it."""
    cite: Cite


class ApproachesPage(Page, frozen=True, tag="approaches"):
    """The approaches, in no order of preference."""

    no_preference: NoPreference
    approaches: tuple[ApproachRow, ...]
    reading: Reading


class StepRow(Part, frozen=True):
    """A step, with what the approach says of it."""

    step: str
    title: Text
    phase: str | None
    phase_title: Text | None
    after: tuple[str, ...]
    condition: Text | None
    benchmark: Text | None
    begins: datetime.date | None
    lasts: Duration | None
    deadline: datetime.date | None


class Reads(Part, frozen=True):
    """An element in a mapping of the approach."""

    author: PartyCode
    element: ElementName
    name: Text
    step: str | None
    note: Text | None


class ApproachPage(Page, frozen=True, tag="approach"):
    """One approach: what it says of itself, its steps, the elements that authors read in it, its time if it has one."""

    approach: ApproachName
    name: Text
    summary: Text | None
    sponsor: PartyCode | None
    orders: Answer
    conditions: Answer
    dates: Answer
    not_part: tuple[NotPart, ...]
    """What is not part of this approach, as it says itself: nothing of it is computed here."""
    features: tuple[Feature, ...]
    steps: tuple[StepRow, ...]
    mappings: tuple[MappingRow, ...]
    elements: tuple[Reads, ...]
    critical_path: PathRow
    time_unit: Unit | None
    """Of the line of time, where the approach gives durations and no days."""
    timeline: tuple[TimeRow, ...]
    conflicts: tuple[ClashRow, ...]
    supporting: tuple[SupportRow, ...]
    silence: Silence
    reading: Reading
    replies: tuple[ReplyRow, ...]
    cite: Cite
    history: tuple[Correction, ...]


def tabled(known: Known, label: str) -> Fact[TableApproach]:
    """An approach, by its code.

    Raises:
        Missing: no such approach.
    """
    fact = known.programme.tables.approaches.get(label)
    if fact is None:
        raise Missing("approach", label)
    return fact


def approaches(known: Known, *, on: datetime.date | None = None) -> ApproachesPage:
    """The approaches, by their codes, which say nothing of preference."""
    facts = known.programme.tables.approaches
    return ApproachesPage(
        head=head(known, on),
        no_preference="no-preference",
        approaches=tuple(approach_row(known, facts[label]) for label in sorted(facts)),
        reading="of-authors",
    )


def approach_row(known: Known, fact: Fact[TableApproach]) -> ApproachRow:
    """An approach among the others."""
    act = fact.act
    return ApproachRow(
        approach=act.approach,
        name=act.name,
        summary=act.summary,
        sponsor=act.sponsor,
        orders=act.orders,
        conditions=act.conditions,
        dates=act.dates,
        features=act.features,
        step_count=len(act.steps),
        mapped_by=len(known.programme.readings(act.approach)),
        cite=cite(known, fact, act.sponsor),
    )


def approach(known: Known, approach: str, *, on: datetime.date | None = None) -> ApproachPage:
    """One approach.

    Raises:
        Missing: no such approach.
    """
    fact = tabled(known, approach)
    act = fact.act
    found = mappings(known, (approach,))
    answers: tuple[tuple[NotPart, Answer], ...] = (
        ("order", act.orders),
        ("conditions", act.conditions),
        ("dates", act.dates),
    )
    return ApproachPage(
        head=head(known, on),
        approach=approach,
        name=act.name,
        summary=act.summary,
        sponsor=act.sponsor,
        orders=act.orders,
        conditions=act.conditions,
        dates=act.dates,
        not_part=tuple(name for name, answer in answers if answer == "no"),
        features=act.features,
        steps=step_rows(act),
        mappings=tuple(mapping_row(known, mapping) for mapping in found),
        elements=tuple(
            Reads(
                author=mapping.author,
                element=mapped.element,
                name=known.programme.tables.elements[mapped.element].act.name,
                step=mapped.step,
                note=mapped.note,
            )
            for mapping in found
            for mapped in mapping.said.act.elements
        ),
        critical_path=path_row(act),
        time_unit=unit_of(act.steps),
        timeline=time_rows(act),
        conflicts=clash_rows(act),
        supporting=support_rows(known, f"approach {approach}", on),
        silence="no-position",
        reading="of-authors",
        replies=parties.reply_rows(known, (*fact.corrected, fact.entry)),
        cite=cite(known, fact, act.sponsor),
        history=history(known, fact),
    )


def step_rows(act: TableApproach) -> tuple[StepRow, ...]:
    """The steps, as the approach lists them."""
    phases = {phase.phase: phase for phase in act.phases}
    return tuple(_step_row(step, phases.get(step.phase or "")) for step in act.steps)


def _step_row(step: Step, phase: Phase | None) -> StepRow:
    return StepRow(
        step=step.step,
        title=step.name,
        phase=step.phase,
        phase_title=None if phase is None else phase.name,
        after=step.after,
        condition=step.condition,
        benchmark=step.benchmark,
        begins=step.begins,
        lasts=duration(step.lasts),
        deadline=step.deadline,
    )

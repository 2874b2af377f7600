"""Studies of outlooks as files (docs/formats/outlook.md): strict JSON of fictional States, read, checked, written."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

from accord.analysis.outlook.study import (
    Answer,
    Approach,
    Deadline,
    Gate,
    Resource,
    Spread,
    State,
    Study,
    exactly,
    insist_study,
)
from accord.analysis.unfit import insist
from accord.reference.states import LANGUAGES, find_states, states

LARGEST = 1_000_000
"""Bytes of a study."""

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
Numbers = float | Annotated[list[float], msgspec.Meta(min_length=2, max_length=3)]
"""A number; least and most; or least, most likely and most."""


class Row(msgspec.Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    """A row of a study: fields in any order, and no others."""


class GateRow(Row, frozen=True):
    """As `study.Gate`."""

    below: float
    after: Name
    reached: float


class StateRow(Row, frozen=True):
    """As `study.State`."""

    name: Name
    items: Numbers
    per_year: Numbers
    delay_years: Numbers = 0.0
    gates: tuple[GateRow, ...] = ()


class ResourceRow(Row, frozen=True):
    """As `study.Resource`."""

    name: Name
    per_year: Numbers
    per_item: Numbers


class DeadlineRow(Row, frozen=True):
    """As `study.Deadline`."""

    year: int
    state: str = ""
    left: float = 0.0


class ApproachRow(Row, frozen=True):
    """As `study.Approach`."""

    name: Name
    orders: Answer
    dates: Answer


class StudyFile(Row, frozen=True):
    """What a file holds."""

    format: Literal["outlook/1"]
    exercise: bool
    """True: stocks and capacities of States that exist are not assumed here."""
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    first_year: Annotated[int, msgspec.Meta(ge=1, le=9000)]
    years: int
    states: tuple[StateRow, ...]
    resources: tuple[ResourceRow, ...] = ()
    deadlines: tuple[DeadlineRow, ...] = ()
    approach: ApproachRow | None = None


def read_study(data: bytes) -> tuple[str, Study]:
    """The title of a study, and what it assumes.

    Raises:
        msgspec.DecodeError: not JSON, or (ValidationError) not of this form; its text names the place.
        Unfit: not marked as an exercise, a State that exists, a name with signs that print nothing, or as
            `insist_study`.
    """
    file = msgspec.json.decode(data, type=StudyFile)
    insist(file.exercise, "not-an-exercise")
    approach = "" if file.approach is None else file.approach.name
    names = (*(row.name for row in file.states), *(row.name for row in file.resources))
    for name in (file.title, approach, *names):
        insist(name.isprintable(), "name-not-printable", row=ascii(name)[1:-1])
    for state in file.states:
        insist(not names_a_state(state.name), "state-that-exists", row=state.name)
    study = Study(
        file.first_year,
        file.years,
        tuple(
            State(
                row.name,
                spread(row.items),
                spread(row.per_year),
                spread(row.delay_years),
                tuple(Gate(gate.below, gate.after, gate.reached) for gate in row.gates),
            )
            for row in file.states
        ),
        tuple(Resource(row.name, spread(row.per_year), spread(row.per_item)) for row in file.resources),
        tuple(Deadline(row.year, row.state, row.left) for row in file.deadlines),
        None if file.approach is None else Approach(file.approach.name, file.approach.orders, file.approach.dates),
    )
    insist_study(study)
    return file.title, study


def write_study(title: str, study: Study) -> bytes:
    """A study as a file: what `read_study` reads as the same.

    >>> from accord.papers.outlookexample import EXAMPLE, TITLE
    >>> read_study(write_study(TITLE, EXAMPLE)) == (TITLE, EXAMPLE)
    True
    """
    approach = study.approach
    file = StudyFile(
        "outlook/1",
        True,
        title,
        study.first_year,
        study.years,
        tuple(
            StateRow(
                state.name,
                numbers(state.items),
                numbers(state.per_year),
                numbers(state.delay_years),
                tuple(GateRow(*gate) for gate in state.gates),
            )
            for state in study.states
        ),
        tuple(ResourceRow(one.name, numbers(one.per_year), numbers(one.per_item)) for one in study.resources),
        tuple(DeadlineRow(*deadline) for deadline in study.deadlines),
        None if approach is None else ApproachRow(approach.name, approach.orders, approach.dates),
    )
    return msgspec.json.encode(file)


def spread(given: float | list[float]) -> Spread:
    """A number, or two, or three.

    >>> spread([1, 2, 4])
    Spread(low=1, high=4, mode=2)
    """
    match given:
        case [low, high]:
            return Spread(low, high)
        case [low, mode, high]:
            return Spread(low, high, mode)
        case _:
            assert not isinstance(given, list)
            return exactly(given)


def numbers(spread: Spread) -> Any:
    """A spread as files write it.

    >>> numbers(exactly(4)), numbers(Spread(1, 4, 2))
    (4, [1, 2, 4])
    """
    if spread.certain:
        return spread.low
    return [spread.low, spread.high] if spread.mode is None else [spread.low, spread.mode, spread.high]


def names_a_state(name: str) -> bool:
    """Whether a name holds that of a State which exists, in one of the six languages, or is a code of one.

    >>> [names_a_state(name) for name in ("Arcadia", "la suisse", "CHE", "瑞士")]
    [False, True, True, True]
    """
    code = name.strip().upper()
    if any(code in (state.iso3, state.iso2, state.m49) for state in states().values()):
        return True
    return any(next(find_states(form, lang), None) for form in (name, name.title()) for lang in LANGUAGES)

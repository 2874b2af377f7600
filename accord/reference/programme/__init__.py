"""Elements and approaches as paragraphs 20 to 29 of A/68/514 list them, and the editors' readings of them.

Sources and known problems: the `.toml` beside each table. Several codes in one column stand with spaces between them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeVar

import msgspec

from accord.reference.table import table
from accord.reference.wording import Wording

Row = TypeVar("Row")
Answer = Literal["yes", "no", "not-said"]


class ElementRow(msgspec.Struct, frozen=True):
    """An element; `order` is its place in the paragraphs and ranks nothing."""

    element: str
    order: int
    part_of: str | None
    wording: str
    place: str


class ApproachRow(msgspec.Struct, frozen=True):
    """An approach, with what its text says of it; every one has the same columns."""

    approach: str
    wording: str
    summary: str
    orders: Answer
    conditions: Answer
    dates: Answer
    features: str
    place: str


class StepRow(msgspec.Struct, frozen=True):
    """A step that the text of an approach names."""

    approach: str
    step: str
    wording: str


class MappingRow(msgspec.Struct, frozen=True):
    """That the editors read an element in an approach, and why."""

    approach: str
    element: str
    step: str | None
    wording: str


class ClassificationRow(msgspec.Struct, frozen=True):
    """Of what kind the editors read an element to be; an empty column is not classified."""

    element: str
    undertaken: str | None
    purpose: str | None
    stage: str | None
    term: str | None
    nature: str | None
    wording: str
    place: str


class IssueRow(msgspec.Struct, frozen=True):
    """An issue that bears upon elements, or upon disarmament as a whole."""

    issue: str
    wording: str
    bearing: Literal["every-element", "named-elements", "disarmament-as-a-whole"]
    place: str


@cache
def rows(kind: type[Row]) -> tuple[Row, ...]:
    """All rows of a table, by the type of its rows.

    >>> len(rows(ElementRow)), [row.approach for row in rows(ApproachRow)][:2]
    (28, ['action-plan', 'building-blocks'])
    """
    return table(f"programme/{TABLES[kind]}", kind)


TABLES: Mapping[type, str] = {
    ElementRow: "elements",
    ApproachRow: "approaches",
    StepRow: "steps",
    MappingRow: "mappings",
    ClassificationRow: "classifications",
    IssueRow: "issues",
}
"""What a row of a table is → the table."""


@cache
def wordings() -> Mapping[str, Wording]:
    """The editors' words, by key."""
    return MappingProxyType({row.key: row for row in table("programme/wording", Wording)})

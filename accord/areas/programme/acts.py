"""What can be said about elements and approaches: tabled, classified, mapped, supported, linked to proposals."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import Body, Day, Grounds, Index, Label, Line, Party, Source, Text, Value
from accord.acts.vocabulary import Act
from accord.areas.proposals.acts import Proposal

Element = Label
"""An element that is in the record, by its code. Rules insist that it is; so with the next one."""
Approach = Label
"""An approach that is in the record, by its code."""
Sides = Literal["unilateral", "bilateral", "plurilateral", "multilateral"]
"""How many act together (A/68/514 ¶23)."""
Purpose = Literal["achieve", "maintain"]
"""To achieve a world without nuclear weapons, or to maintain it (A/68/514 ¶24)."""
Stage = Literal["interim", "end-state"]
"""A measure on the way, or of the final state (A/68/514 ¶24)."""
Term = Literal["short-term", "medium-term", "long-term"]
"""When it is to be developed (A/68/514 ¶24)."""
Nature = Literal["confidence-building", "legally-binding"]
"""A measure that builds political confidence, or an instrument that binds in law (A/68/514 ¶24)."""
Bearing = Literal["every-element", "named-elements", "disarmament-as-a-whole"]
"""What an issue bears upon: on each element (¶31), on some, or on disarmament, no element being named (¶49)."""
Answer = Literal["yes", "no", "not-said"]
"""What an approach says of itself; `not-said` where its text does not say."""
Feature = Literal[
    "universal",
    "non-discriminatory",
    "non-violent-world",
    "phased",
    "time-bound",
    "verifiable",
    "progressive",
    "mutually-reinforcing",
    "convention-included",
    "legally-binding",
    "unconditional",
    "benchmarks",
    "unilateral-to-multilateral",
    "no-implied-conditions",
    "no-effect-on-timing",
]
"""What the text of an approach says of it, as paragraph 20 names such features."""


class TableElement(Act, tag="element.table/1"):
    """An element is tabled, by a party or as a source lists it (A/68/514 ¶¶22, 27-29). None ranks before another."""

    element: Label
    """Its code, which everybody uses: `27-a`."""
    name: Text
    summary: Text | None = None
    sponsor: Party | None = None
    """Who tables it; nobody where it was proposed in discussion and the source does not say by whom."""
    part_of: Element | None = None
    """The element that it is a part of."""
    source: Source | None = None
    corrects: Index | None = None


class ClassifyElement(Act, tag="element.classify/1"):
    """An author says of what kind an element is; another may classify it differently (A/68/514 ¶¶23-24).

    What is left out, the author does not classify. Nothing at all takes the classification back.
    """

    element: Element
    author: Party
    undertaken: tuple[Sides, ...] = ()
    purpose: tuple[Purpose, ...] = ()
    stage: tuple[Stage, ...] = ()
    term: tuple[Term, ...] = ()
    nature: tuple[Nature, ...] = ()
    note: Text | None = None
    source: Source | None = None
    corrects: Index | None = None


class RelateIssue(Act, tag="issue.relate/1"):
    """An author relates an issue to elements: one that cuts across all (A/68/514 ¶31), or a related one (¶49)."""

    issue: Label
    name: Text
    bearing: Bearing
    elements: tuple[Element, ...] = ()
    """Those it bears upon, where they are named."""
    author: Party
    note: Text | None = None
    source: Source | None = None
    corrects: Index | None = None


class Phase(Value):
    """A phase of an approach, in its order among the others."""

    phase: Label
    name: Text


class Lasts(Value):
    """How long a step takes."""

    amount: Annotated[int, Meta(ge=1, le=100_000)]
    unit: Literal["days", "months", "years"]


class Step(Value):
    """A step of an approach, with what the approach says of it and nothing else."""

    step: Label
    name: Text
    phase: Label | None = None
    after: tuple[Label, ...] = ()
    """The steps that must be done before it."""
    condition: Text | None = None
    """On what else it depends."""
    benchmark: Text | None = None
    begins: Day | None = None
    """The day before which it does not begin."""
    lasts: Lasts | None = None
    deadline: Day | None = None


class TableApproach(Act, tag="approach.table/1"):
    """An approach is tabled: what it is, whether it orders, sets conditions or dates at all, its steps (A/68/514 ¶20).

    Every approach has the same fields. What its text does not say stays unsaid.
    """

    approach: Label
    name: Text
    summary: Text | None = None
    sponsor: Party | None = None
    """Whose it is; nobody where it was discussed and the source does not say whose it was."""
    features: tuple[Feature, ...] = ()
    orders: Answer
    """Whether some of it comes before the rest."""
    conditions: Answer
    """Whether some of it depends on the rest or on anything else."""
    dates: Answer
    """Whether it has a time frame."""
    phases: tuple[Phase, ...] = ()
    steps: tuple[Step, ...] = ()
    source: Source | None = None
    corrects: Index | None = None


class Mapped(Value):
    """An element that stands in an approach: in which step, if in one, and why the author reads it there."""

    element: Element
    step: Label | None = None
    note: Text | None = None


class MapApproach(Act, tag="approach.map/1"):
    """An author says which elements stand in an approach: a reading of its author, beside others' (A/68/514 ¶22).

    No elements: the author takes the mapping back.
    """

    approach: Approach
    author: Party
    elements: tuple[Mapped, ...] = ()
    note: Text | None = None
    source: Source | None = None
    corrects: Index | None = None


class DeclareSupport(Act, tag="support.declare/1"):
    """A party says that it supports an element or an approach, perhaps with a reservation (A/68/514 ¶21).

    Said by the party, or transcribed from a source. Who says nothing has no recorded position.
    """

    party: Party
    element: Element | None = None
    approach: Approach | None = None
    reservation: Text | None = None
    on: Day | None = None
    grounds: Grounds
    corrects: Index | None = None


class WithdrawSupport(Act, tag="support.withdraw/1"):
    """A party no longer supports an element or an approach."""

    party: Party
    element: Element | None = None
    approach: Approach | None = None
    on: Day | None = None
    grounds: Grounds


class TraceElement(Act, tag="element.trace/1"):
    """An author links a proposal to an element: in that reading it proposes this element (A/68/514 ¶¶2, 27)."""

    element: Element
    body: Body
    proposal: Proposal
    author: Party
    note: Text | None = None
    source: Source | None = None
    corrects: Index | None = None


class UntraceElement(Act, tag="element.untrace/1"):
    """Takes the link of a proposal to an element back. The entry that made it stays in the record."""

    element: Element
    body: Body
    proposal: Proposal
    author: Party
    reason: Line


ACTS = (
    TableElement,
    ClassifyElement,
    RelateIssue,
    TableApproach,
    MapApproach,
    DeclareSupport,
    WithdrawSupport,
    TraceElement,
    UntraceElement,
)

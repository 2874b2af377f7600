"""What an indicator may count, and in which unit."""

from __future__ import annotations

from typing import Literal, NamedTuple

from accord.areas.commitments.acts import Force, Topic
from accord.areas.commitments.families import Family
from accord.areas.commitments.measures import Subject

IndicatorUnit = Literal[
    "undertakings", "review-actions", "statements", "instruments", "states", "reservations", "intervals", "as-told"
]
"""What a value is a number of; `as-told`: a figure, in the unit of its subject."""
FIGURES: IndicatorUnit = "as-told"
Answer = Literal["disclosed", "withheld", "absent"]
"""What a State says where figures are asked for; `absent`: others tell figures of it, and it tells none."""


class Nothing(NamedTuple):
    """For what no form of the record holds a fact yet."""

    unit: IndicatorUnit = "states"


class Undertakings(NamedTuple):
    """The undertakings of some families, those of one force where one is named, that hold on the day.

    Of those whose force is not recorded it is open whether they are of that force.
    """

    families: tuple[Family, ...]
    force: Force | None = None
    unit: IndicatorUnit = "undertakings"


class ReviewActions(NamedTuple):
    """The actions and steps of review conferences, of some families: a register of its own, counted apart."""

    families: tuple[Family, ...]
    unit: IndicatorUnit = "review-actions"


class Statements(NamedTuple):
    """What States and alliances said of matters of doctrine. A statement is no reduction."""

    topics: tuple[Topic, ...]
    unit: IndicatorUnit = "statements"


class Figures(NamedTuple):
    """The figures of some subjects, each subject and each source apart."""

    subjects: tuple[Subject, ...]
    unit: IndicatorUnit = FIGURES


class Answers(NamedTuple):
    """The States whose own figures of some subjects are numbers, or are withheld, or which tell none."""

    subjects: tuple[Subject, ...]
    answer: Answer
    unit: IndicatorUnit = "states"


class Unreduced(NamedTuple):
    """Of the intervals between a State's figures of a subject, one after the other, those without a reduction."""

    subjects: tuple[Subject, ...]
    unit: IndicatorUnit = "intervals"


class Bound(NamedTuple):
    """The States bound by an instrument."""

    instrument: str
    unit: IndicatorUnit = "states"


class Needed(NamedTuple):
    """Of the States that a condition of entry into force names, those that are bound."""

    instrument: str
    unit: IndicatorUnit = "states"


class Zones(NamedTuple):
    """The zones that are in force, or declared."""

    unit: IndicatorUnit = "instruments"


class ZonesProposed(NamedTuple):
    """The zones that are proposed or negotiated."""

    unit: IndicatorUnit = "instruments"


class ZoneMembers(NamedTuple):
    """The States of each zone."""

    unit: IndicatorUnit = "states"


class ZoneProtocols(NamedTuple):
    """The States bound by each protocol of a zone."""

    unit: IndicatorUnit = "states"


class ZoneRemarks(NamedTuple):
    """What States declared or reserved about zones and their protocols: what stands on the day, or was withdrawn."""

    withdrawn: bool = False
    unit: IndicatorUnit = "reservations"


class Prohibited(NamedTuple):
    """The States to whom an instrument in force for them prohibits an act, by the readings of each author."""

    prohibitions: tuple[str, ...]
    unit: IndicatorUnit = "states"


class Texts(NamedTuple):
    """The instruments, at whatever stage, in which an author reads all of some prohibitions."""

    prohibitions: tuple[str, ...]
    unit: IndicatorUnit = "instruments"


Counting = (
    Nothing
    | Undertakings
    | ReviewActions
    | Statements
    | Figures
    | Answers
    | Unreduced
    | Bound
    | Needed
    | Zones
    | ZonesProposed
    | ZoneMembers
    | ZoneProtocols
    | ZoneRemarks
    | Prohibited
    | Texts
)
"""What an indicator counts."""

"""What can be said about commitments: undertakings, what became of them, figures, doctrine, names, calls."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import Day, Figure, Grounds, Index, Label, Line, Party, Symbol, Text, Value, Year
from accord.acts.vocabulary import Act
from accord.areas.commitments.families import Family
from accord.areas.commitments.measures import Subject
from accord.areas.programme.acts import Element

Undertaking = Label
"""An undertaking that is in the record, by its name. Rules insist that it is."""
Sides = Literal["unilateral", "bilateral", "plurilateral", "multilateral"]
"""How many undertake it together (A/68/514 ¶¶13, 20, 23)."""
Force = Literal["political", "legally-binding"]
"""A political undertaking, or one that binds in law (A/68/514 ¶¶24, 27-28)."""
Actor = Literal[
    "all-states",
    "states-parties",
    "nuclear-weapon-states",
    "non-nuclear-weapon-states",
    "possessor-states",
    "states-in-alliances",
    "annex-2-states",
    "zone-members",
    "conference-on-disarmament",
    "international-organisations",
    "parliaments",
    "civil-society",
    "academia",
    "other",
]
"""Who is meant, as sources say it (A/68/514 ¶¶40-44). Nuclear-weapon States and possessor States are two terms."""
Turn = Literal["declared", "continued", "suspended", "resumed", "withdrawn"]
"""What is said about an undertaking after it was made (A/68/514 ¶27 (b), (c), (e): continued or declared)."""
Status = Literal["implemented", "partly-implemented", "under-way", "not-implemented", "not-begun", "no-information"]
"""How far a source says that an undertaking is implemented. It is the source's word."""
Topic = Literal[
    "role-in-doctrine", "role-in-alliance", "modernisation", "new-types", "upgrading", "readiness", "deployment"
]
"""What a statement on nuclear weapons is about (A/68/514 ¶¶27 (c), (d), (j), 30-33)."""
Designation = Literal["possessor", "host", "extended-deterrence", "production-for-weapons"]
"""What a source calls a State, and the State may not call itself (A/68/514 ¶¶32, 40-44)."""
System = Annotated[str, Meta(pattern=r"^[^\s/](?:[^\n/]{0,78}[^\s/])?$(?!\n)", max_length=80)]
"""A type of weapon or system, by the name that a source gives it."""
Point = Annotated[str, Meta(pattern=r"^[a-z]$(?!\n)", max_length=1)]
"""A lettered part of an action, `a`."""


class Origin(Value):
    """Of an action of a review: the document that holds it, its number there, and the letter of its part."""

    document: Symbol
    number: Annotated[int, Meta(ge=1, le=1000)]
    point: Point | None = None


class Benchmark(Value):
    """A step towards an undertaking that its text names, with the day by which it is due where it has one (¶28 (a))."""

    text: Text
    due: Day | None = None


class RecordUndertaking(Act, tag="undertaking.record/1"):
    """An undertaking of one or several parties, as its source has it (A/68/514 ¶¶13, 25-28).

    Said by a holder, or recorded with the source. With an `origin` it is an action or practical step
    of a review conference, and stands in the register of those.
    """

    undertaking: Label
    sided: Sides
    matter: Family
    title: Text
    text: Text | None = None
    verbatim: bool = False
    """Whether the text is a quotation from the source; else it is a summary in the words of the one who says this."""
    holders: tuple[Party, ...] = ()
    addressed: Actor | None = None
    """Who is to act, where the source names no party."""
    beneficiaries: tuple[Party, ...] = ()
    benefits: Actor | None = None
    """To whom it is given, where the source names no party."""
    force: Force | None = None
    conditions: Text | None = None
    benchmarks: tuple[Benchmark, ...] = ()
    since: Day | None = None
    until: Day | None = None
    """The day from which it holds no longer."""
    origin: Origin | None = None
    grounds: Grounds
    corrects: Index | None = None


class TurnUndertaking(Act, tag="undertaking.turn/1"):
    """A holder declares, continues, suspends, resumes or withdraws an undertaking; or a source says so of it."""

    undertaking: Undertaking
    step: Label
    """The name of this step among those of the undertaking."""
    turned: Turn
    holder: Party | None = None
    """Of several holders: which; without it, all of them."""
    on: Day | None = None
    text: Text | None = None
    grounds: Grounds
    corrects: Index | None = None


class AssessImplementation(Act, tag="implementation.assess/1"):
    """How far an undertaking is implemented, as claimed by, reported by or assessed by its author (A/68/514 ¶¶25-26).

    The kind of the grounds says which of the three: *declared* is a claim of the author about itself. Several
    authors stand beside each other, also where they contradict each other.
    """

    undertaking: Undertaking
    assessment: Label
    """The name of this assessment among those of the undertaking."""
    author: Party
    party: Party | None = None
    """Whose implementation; without it, that of all who undertook it."""
    status: Status
    on: Day | None = None
    text: Text | None = None
    grounds: Grounds
    corrects: Index | None = None


class NeitherConfirmedNorDenied(Value, tag="neither-confirmed-nor-denied"):
    """The State neither confirms nor denies it. That is itself the datum (A/68/514 ¶27 (f))."""


ROWS = 300
"""Most figures of one act: so many fit into the 44,000 bytes of a payload where few have notes."""

Told = Figure | NeitherConfirmedNorDenied
"""What a source tells where a figure is asked for."""


class FigureName(Value):
    """Which figure: of whom, about what, on which day; the source and its kind come from the grounds."""

    subject: Subject
    party: Party | None = None
    """A State; without it, all States together as the source counts them."""
    territory: Party | None = None
    """On whose territory, where the source says so."""
    system: System | None = None
    since: Day | None = None
    """Of what happened over a period: its first day."""
    on: Day | None = None
    """The day for which the figure holds, or the last day of the period."""
    year: Year | None = None
    """The year for which it holds, where the source names no day."""


class FigureRow(FigureName):
    """A figure as its source tells it."""

    figure: Told
    note: Text | None = None


class RecordFigures(Act, tag="figure.record/1"):
    """Figures from one source, of one kind, looked up on one day (A/68/514 ¶27 (c), (f), (g), (i), ¶28 (b)).

    A correction names the entry that it corrects, strikes figures of it and gives others, in one act.
    """

    figures: Annotated[tuple[FigureRow, ...], Meta(max_length=ROWS)] = ()
    struck: Annotated[tuple[FigureName, ...], Meta(max_length=ROWS)] = ()
    grounds: Grounds
    corrects: Index | None = None


class StateDoctrine(Act, tag="doctrine.state/1"):
    """What a State or an alliance says of the role, the renewal or the readiness of weapons (A/68/514 ¶¶27 (d), 30-33).

    A statement is no reduction; pages say so beside it.
    """

    statement: Label
    party: Party
    matter: Topic
    text: Text
    verbatim: bool = False
    on: Day | None = None
    until: Day | None = None
    """The day on which it was replaced or taken back."""
    grounds: Grounds
    corrects: Index | None = None


class AttributeDesignation(Act, tag="designation.attribute/1"):
    """A source calls a State something (A/68/514 ¶¶32, 40-44). The State may reply beside it."""

    party: Party
    designation: Designation
    author: Party
    """Who calls it this; the party itself where it says so."""
    whose: Party | None = None
    """Whose weapons it is said to host, or whose deterrence is said to be extended to it."""
    since: Day | None = None
    until: Day | None = None
    text: Text | None = None
    grounds: Grounds
    corrects: Index | None = None


class RecordCall(Act, tag="call.record/1"):
    """Somebody calls on others to act, on an element or an undertaking (A/68/514 ¶¶40-44)."""

    call: Label
    author: Party | None = None
    """Who calls; nobody where the source alone does, as the document of a conference."""
    actor: Actor
    called: tuple[Party, ...] = ()
    """Those that the source names."""
    element: Element | None = None
    """The element that it concerns, by its code, `27-e`."""
    undertaking: Undertaking | None = None
    text: Text | None = None
    on: Day | None = None
    grounds: Grounds
    corrects: Index | None = None


class StrikeCommitment(Act, tag="commitment.strike/1"):
    """Takes a record of these registers back that should not have been made; its entry stays.

    Figures are struck by a correction of their own entry.
    """

    entry: Index
    reason: Line


ACTS = (
    RecordUndertaking,
    TurnUndertaking,
    AssessImplementation,
    RecordFigures,
    StateDoctrine,
    AttributeDesignation,
    RecordCall,
    StrikeCommitment,
)

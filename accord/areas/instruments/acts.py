"""What can be said about instruments: entered, summarised, at a stage, conditions, status by State, reservations."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from accord.acts.values import Count, Day, Grounds, Index, Label, Language, Line, Party, Source, Text, Value
from accord.acts.vocabulary import Act

InstrumentKind = Literal[
    "treaty",
    "protocol",
    "agreement",
    "model-agreement",
    "resolution",
    "declared-status",
    "national-law",
    "other",
]
"""A model agreement is concluded State by State in its words; a declared status is what a State declares itself to be,
as a zone of its own (A/68/514 ¶27 (h))."""
LegalStage = Literal[
    "proposed",
    "under-negotiation",
    "adopted",
    "open-for-signature",
    "in-force",
    "suspended",
    "terminated",
    "expired",
    "superseded",
]
ActionKind = Literal[
    "signature",
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "exchange",
    "bound",
    "in-force",
    "not-in-force",
    "waiver",
    "withdrawal-announced",
    "withdrawal",
    "withdrawal-of-signature",
    "withdrawal-of-ratification",
    "suspension",
    "resumption",
    "not-signed",
    "vote-in-favour",
    "vote-against",
    "vote-abstaining",
]
"""What a State does about an instrument. `exchange`: two States exchange their instruments of ratification.
`bound`: a list says that the State is bound, and not by which act.
`in-force`, `not-in-force`: a list says whether it is in force for the State. `waiver`: the State waives the conditions
for itself. `withdrawal-announced`: announced, and not shown by a depositary: it stands beside the other facts and
ends nothing. `not-signed`: a list says that it has not signed. `vote-…`: how it voted on its adoption, as on that of a
resolution; a vote binds nobody."""
RemarkKind = Literal["reservation", "declaration", "interpretation", "objection", "communication"]
"""What a State says about an instrument when it acts, or later; an objection is to what another State said."""

Instrument = Annotated[str, Meta(min_length=1, max_length=40)]
"""An instrument that is in the record. Rules insist that it is."""
InstrumentCode = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$(?!\n)", max_length=40)]
"""The code under which an instrument is entered: letters, digits, points and hyphens."""

ROWS = 200
"""Most rows of one act: with day, depositary and source in each they fit into the 44,000 bytes of a payload."""


class Depositary(Value):
    """Where instruments of ratification are deposited: with a party of the record, or another office by its name."""

    depositary: Label
    """The code by which status rows name it."""
    party: Party | None = None
    name: Text | None = None
    city: Text | None = None


class Zone(Value):
    """Where an instrument applies, in words: names, no boundary (A/68/514 ¶27 (h))."""

    name: Text
    regions: tuple[Text, ...] = ()
    beyond_territories: bool = False
    """True for a zone of no State's territory: an uninhabited one, as outer space."""


class EnterInstrument(Act, tag="instrument.enter/1"):
    """Enters an instrument of law in the register, in force or not, treaty or not (A/68/514 ¶¶28, 34, 35)."""

    instrument: InstrumentCode
    kind: InstrumentKind
    name: Text
    short: Text | None = None
    symbol: Line | None = None
    """The reference under which it is published; no two instruments have the same."""
    parent: Instrument | None = None
    """Of a protocol: the instrument that it belongs to. Of an agreement: the model that it follows."""
    depositaries: Annotated[tuple[Depositary, ...], Meta(max_length=12)] = ()
    opened_on: Day | None = None
    """The day on which it was opened for signature."""
    open_to: Annotated[tuple[Party, ...], Meta(max_length=ROWS)] = ()
    """The States to which it is open, where it is open to named ones only."""
    authentic: tuple[Language, ...] = ()
    """Those of the six languages in which its text is authentic: in others its name is somebody's translation."""
    zone: Zone | None = None
    grounds: Grounds
    corrects: Index | None = None


class SummariseArticle(Act, tag="article.summarise/1"):
    """What an article of an instrument is about, in the words of the one who says this or, if `verbatim`, its own."""

    instrument: Instrument
    provision: Label
    place: Count | None = None
    """Where it stands among the articles, where their labels do not order them."""
    summary: Text
    verbatim: bool = False
    grounds: Grounds
    corrects: Index | None = None


class RecordStage(Act, tag="stage.record/1"):
    """An instrument is at a stage from a day on; without a day, that day is not recorded."""

    instrument: Instrument
    stage: LegalStage
    on: Day | None = None
    successor: Instrument | None = None
    """Of a superseded one: the instrument in its place."""
    note: Text | None = None
    grounds: Grounds
    corrects: Index | None = None


class Wait(Value):
    """How long after something: so many months, then so many days."""

    months: Annotated[int, Meta(ge=0, le=1200)] = 0
    days: Annotated[int, Meta(ge=0, le=40_000)] = 0


class AtLeast(Value, tag="at-least"):
    """So many States have expressed their consent to be bound."""

    number: Annotated[int, Meta(ge=1, le=1000)]


class AllOfStates(Value, tag="all-of-states"):
    """All States of a named list have; or so many of them."""

    name: Text
    listed: Annotated[tuple[Party, ...], Meta(min_length=1, max_length=ROWS)]
    number: Annotated[int, Meta(ge=1, le=1000)] | None = None
    """So many of them; absent: all."""


class DepositaryStates(Value, tag="depositary-states"):
    """The States that are its depositaries have."""


class Exchanged(Value, tag="exchanged"):
    """The States to which it is open have exchanged their instruments of ratification."""


class SignedBy(Value, tag="signed"):
    """So many States have signed; no ratification is needed."""

    number: Annotated[int, Meta(ge=1, le=1000)]


class InForceFor(Value, tag="in-force-for"):
    """Another instrument, as an agreement on safeguards or a protocol, is in force for all States of a named list."""

    instrument: Instrument
    name: Text
    listed: Annotated[tuple[Party, ...], Meta(min_length=1, max_length=ROWS)]


class AfterOpening(Value, tag="after-opening"):
    """So long has passed since it was opened for signature."""

    wait: Wait = Wait()


Condition = AtLeast | AllOfStates | DepositaryStates | Exchanged | SignedBy | InForceFor | AfterOpening


class SetConditions(Act, tag="condition.set/1"):
    """When an instrument enters into force: when all conditions are met, `wait` after the last (A/68/514 ¶28 (c))."""

    instrument: Instrument
    provision: Label | None = None
    """The article that says so."""
    entry_conditions: Annotated[tuple[Condition, ...], Meta(min_length=1, max_length=20)]
    wait: Wait | None = None
    each: Wait | None = None
    """For a State that joins once it is in force: so long after the deposit; absent: on the day of the deposit."""
    waivable: bool = False
    """Whether a State may waive the conditions and be bound by itself, from the day of its waiver."""
    grounds: Grounds
    corrects: Index | None = None


class StatusRow(Value):
    """What one State did on one day, with one depositary."""

    party: Party
    on: Day | None = None
    """The day of the signature or deposit; absent: the source does not give it."""
    effective: Day | None = None
    """The day on which it took or takes effect, where the source gives it."""
    depositary: Label | None = None
    named_as: Line | None = None
    """As the source names the State, where that is another name, as of a State that exists no more."""
    note: Text | None = None
    """What explains the row, as a day before the instrument was opened."""
    source: Source | None = None
    """Where this row stands, where that is elsewhere than the others."""


class RecordStatus(Act, tag="status.record/1"):
    """What States did about an instrument: rows of one kind of action from one source (A/68/514 ¶27 (m)).

    A correction names the entry that it corrects. Of that entry, the rows of each State named here go out and those
    given here come in; the rows of States in `struck` go out and nothing comes in. All others stand.
    """

    instrument: Instrument
    action: ActionKind
    deeds: Annotated[tuple[StatusRow, ...], Meta(max_length=ROWS)] = ()
    struck: Annotated[tuple[Party, ...], Meta(max_length=ROWS)] = ()
    grounds: Grounds
    corrects: Index | None = None


class MakeReservation(Act, tag="reservation.make/1"):
    """A reservation, declaration, interpretation or objection of a State to an instrument (A/68/514 ¶27 (h))."""

    instrument: Instrument
    reservation: Label
    """Its name among those to this instrument."""
    kind: RemarkKind
    state: Party
    text: Text
    verbatim: bool = False
    """Whether these are the words of the State; else it is a summary in the words of the one who says this."""
    upon: ActionKind | None = None
    articles: tuple[Label, ...] = ()
    to: Label | None = None
    """Of an objection: what it objects to."""
    on: Day | None = None
    grounds: Grounds
    corrects: Index | None = None


class WithdrawReservation(Act, tag="reservation.withdraw/1"):
    """A State withdraws what it said about an instrument, as a whole or in part."""

    instrument: Instrument
    reservation: Label
    on: Day | None = None
    part: Text | None = None
    """What is withdrawn, where it is a part."""
    grounds: Grounds
    corrects: Index | None = None


class StrikeInstrumentFact(Act, tag="instrument.strike/1"):
    """Takes back a stage, article, condition, reservation or withdrawal recorded by mistake; its entry stays."""

    instrument: Instrument
    entry: Index
    reason: Line


ACTS = (
    EnterInstrument,
    SummariseArticle,
    RecordStage,
    SetConditions,
    RecordStatus,
    MakeReservation,
    WithdrawReservation,
    StrikeInstrumentFact,
)

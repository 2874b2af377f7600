"""The cases of the rules about instruments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from accord.acts.values import Source
from accord.acts.vocabulary import Act
from accord.areas.instruments.acts import (
    AfterOpening,
    AllOfStates,
    AtLeast,
    Depositary,
    DepositaryStates,
    EnterInstrument,
    Exchanged,
    InForceFor,
    MakeReservation,
    RecordStage,
    RecordStatus,
    SetConditions,
    SignedBy,
    StatusRow,
    StrikeInstrumentFact,
    SummariseArticle,
    Wait,
    WithdrawReservation,
    Zone,
)
from tests.areas.cases import Case, Made, changed, common
from tests.scene import Scene, grounds, said

LIST = grounds("depositary", of=Source(publication="Status list", on=date(2018, 7, 10)))
OTHER_LIST = grounds("depositary", of=Source(publication="Another list", on=date(2019, 7, 10)))
ENTER = EnterInstrument(
    instrument="T-1",
    kind="treaty",
    name=said("Treaty on an example"),
    short=said("Example treaty"),
    symbol="A/RES/50/900",
    depositaries=(
        Depositary(depositary="north", party="ST-A", city=said("North City")),
        Depositary(depositary="office", name=said("Office of legal affairs")),
    ),
    opened_on=date(2000, 1, 1),
    zone=Zone(name=said("An example zone"), regions=(said("The north"),)),
    grounds=LIST,
)
PROTOCOL = changed(
    ENTER,
    instrument="T-1-P",
    kind="protocol",
    name=said("Protocol"),
    short=None,
    symbol=None,
    parent="T-1",
    depositaries=(),
    open_to=("ST-A", "ST-B"),
    zone=None,
)
SUMMARISE = SummariseArticle(instrument="T-1", provision="I", place=1, summary=said("No tests."), grounds=LIST)
STAGE = RecordStage(instrument="T-1", stage="in-force", on=date(2005, 6, 1), note=said("As printed."), grounds=LIST)
CONDITIONS = SetConditions(
    instrument="T-1",
    provision="XIV",
    entry_conditions=(
        AtLeast(number=2),
        AllOfStates(name=said("Annex"), listed=("ST-A", "ST-B"), number=1),
        DepositaryStates(),
        SignedBy(number=2),
        AfterOpening(wait=Wait(months=24)),
    ),
    wait=Wait(days=180),
    each=Wait(days=30),
    waivable=True,
    grounds=LIST,
)
EXCHANGE = changed(CONDITIONS, instrument="T-1-P", entry_conditions=(Exchanged(),), provision=None)
AWAITS = InForceFor(instrument="T-1-P", name=said("Its protocol"), listed=("ST-A",))
SIGN = RecordStatus(
    instrument="T-1",
    action="signature",
    deeds=(StatusRow(party="ST-A", on=date(2000, 1, 1), depositary="north"), StatusRow(party="ST-B")),
    grounds=LIST,
)
RATIFY = RecordStatus(
    instrument="T-1",
    action="ratification",
    deeds=(StatusRow(party="ST-A", on=date(2001, 3, 5), depositary="north", note=said("With a declaration.")),),
    grounds=LIST,
)
WITHDRAW = changed(
    RATIFY, action="withdrawal", deeds=(StatusRow(party="ST-A", on=date(2010, 1, 1), effective=date(2010, 4, 1)),)
)
RESERVE = MakeReservation(
    instrument="T-1",
    reservation="r-1",
    kind="reservation",
    state="ST-A",
    text=said("It does not apply in winter."),
    upon="ratification",
    articles=("I",),
    on=date(2001, 3, 5),
    grounds=LIST,
)
OBJECT = changed(RESERVE, reservation="o-1", kind="objection", state="ST-B", to="r-1", upon=None, articles=())
TAKE_BACK = WithdrawReservation(instrument="T-1", reservation="r-1", on=date(2004, 1, 1), grounds=LIST)

ENTERED = (("editor", ENTER),)
WITH_PROTOCOL = (*ENTERED, ("editor", PROTOCOL))
RESERVED = (*ENTERED, ("editor", RESERVE))


def struck(entry: int = 0) -> Made:
    """Strikes what the last entry recorded, or the one before it."""
    return lambda scene: StrikeInstrumentFact(instrument="T-1", entry=scene.last - entry, reason="Told by mistake.")


def beside(act: Act, **fields: Any) -> Made:
    """A correction of the last entry."""
    return lambda scene: changed(act, corrects=scene.last, **fields)


def rows(act: RecordStatus, **fields: Any) -> Act:
    """The same act with its first row changed, and no other."""
    return changed(act, deeds=(changed(act.deeds[0], **fields),))


def cases() -> Iterator[Case]:
    yield from of_the_register()
    yield from of_stages()
    yield from of_conditions()
    yield from of_status()
    yield from of_corrected_status()
    yield from of_remarks()
    yield from of_strikes()


def of_the_register() -> Iterator[Case]:
    rule = "may_enter"
    holds = Case(rule, "a recorder enters an instrument", ENTER)
    yield holds
    yield from common("instruments", holds)
    yield Case(rule, "a State to which it is open enters it", PROTOCOL, by="ST-A", before=ENTERED)
    yield Case(rule, "a depositary enters it", ENTER, by="ST-A")
    yield Case(rule, "a protocol of nothing", changed(PROTOCOL, parent="T-9"), "unknown-instrument")

    def below_its_protocol(scene: Scene) -> Act:
        return changed(ENTER, parent="T-1-P", corrects=scene.last - 1)

    yield Case(rule, "a treaty below its protocol", below_its_protocol, "its-own-parent", before=WITH_PROTOCOL)
    yield Case(rule, "the same reference", changed(ENTER, instrument="T-2"), "symbol-taken", before=ENTERED)
    yield Case(rule, "another reference", changed(ENTER, instrument="T-2", symbol="A/RES/51/900"), before=ENTERED)
    nobody = changed(ENTER, depositaries=(Depositary(depositary="x"),))
    yield Case(rule, "a depositary without a name", nobody, "depositary-not-named")
    yield Case(rule, "open to nobody known", changed(ENTER, open_to=("ST-Q",)), "unknown-party")
    yield Case(rule, "open twice to one", changed(ENTER, open_to=("ST-A", "ST-A")), "named-twice")

    rule = "may_summarise"
    holds = Case(rule, "a recorder summarises an article", SUMMARISE, before=ENTERED)
    yield holds
    yield from common("instruments", holds)
    yield Case(rule, "an article of nothing", SUMMARISE, "unknown-instrument")


def of_stages() -> Iterator[Case]:
    rule = "may_record_stage"
    once = (*ENTERED, ("editor", STAGE))
    holds = Case(rule, "a recorder records a stage", STAGE, before=ENTERED)
    yield holds
    yield from common("instruments", holds)
    yield Case(rule, "another source gives another day", changed(STAGE, on=None, grounds=OTHER_LIST), before=once)
    yield Case(rule, "the same stage twice", STAGE, "recorded-already", before=once)
    yield Case(rule, "a stage of nothing", STAGE, "unknown-instrument")
    successor = changed(STAGE, successor="T-1-P")
    yield Case(rule, "superseded by its protocol", changed(successor, stage="superseded"), before=WITH_PROTOCOL)
    yield Case(rule, "in force with a successor", successor, "not-superseded", before=WITH_PROTOCOL)
    itself = changed(STAGE, stage="superseded", successor="T-1")
    yield Case(rule, "superseded by itself", itself, "its-own-successor", before=ENTERED)
    later = changed(STAGE, on=date(2005, 7, 1))
    yield Case(rule, "a correction of a stage", beside(later), before=once)
    yield Case(
        rule, "a correction of what is no stage", changed(later, corrects=0), "not-the-current-entry", before=once
    )
    yield Case(rule, "another recorder corrects a stage", beside(later), "not-the-recorder", "editor-2", before=once)


def of_conditions() -> Iterator[Case]:
    rule = "may_set_conditions"
    holds = Case(rule, "a recorder sets conditions", CONDITIONS, before=ENTERED)
    yield holds
    yield from common("instruments", holds)

    def of(*conditions: Any) -> Act:
        return changed(CONDITIONS, entry_conditions=conditions)

    names = ("ST-A", "ST-B")
    yield Case(rule, "conditions of nothing", CONDITIONS, "unknown-instrument")
    yield Case(rule, "an exchange between two", EXCHANGE, before=WITH_PROTOCOL)
    yield Case(rule, "an exchange with nobody", of(Exchanged()), "nobody-to-exchange", before=ENTERED)
    unknown = of(AllOfStates(name=said("List"), listed=("ST-Q",)))
    yield Case(rule, "a list of nobody known", unknown, "unknown-party", before=ENTERED)
    twice = of(AllOfStates(name=said("List"), listed=("ST-A", "ST-A")))
    yield Case(rule, "a list that names one twice", twice, "named-twice", before=ENTERED)
    many = of(AllOfStates(name=said("List"), listed=names, number=3))
    yield Case(rule, "more than the list has", many, "more-than-named", before=ENTERED)
    protocol = changed(CONDITIONS, instrument="T-1-P", entry_conditions=(DepositaryStates(),))
    yield Case(rule, "depositary States where there are none", protocol, "no-depositary-state", before=WITH_PROTOCOL)
    unopened = (("editor", changed(ENTER, opened_on=None)),)
    yield Case(
        rule, "a time after an unknown opening", of(AfterOpening(wait=Wait())), "opening-not-recorded", before=unopened
    )
    yield Case(rule, "it awaits its protocol", of(AWAITS), before=WITH_PROTOCOL)
    yield Case(rule, "it awaits nothing known", of(AWAITS), "unknown-instrument", before=ENTERED)
    back = changed(EXCHANGE, entry_conditions=(changed(AWAITS, instrument="T-1"),))
    awaiting = (*WITH_PROTOCOL, ("editor", of(AWAITS)))
    yield Case(rule, "each awaits the other", back, "goes-round", before=awaiting)
    itself = of(changed(AWAITS, instrument="T-1"))
    yield Case(rule, "it awaits itself", itself, "goes-round", before=ENTERED)


def of_status() -> Iterator[Case]:
    rule = "may_record_status"
    once = (*ENTERED, ("editor", RATIFY))
    holds = Case(rule, "a recorder records signatures", SIGN, before=ENTERED)
    yield holds
    yield from common("instruments", holds)
    yield Case(rule, "a State records its own ratification", RATIFY, by="ST-A", before=ENTERED)
    both = changed(SIGN, action="ratification")
    yield Case(rule, "a State records another's", both, "not-a-recorder", by="ST-A", before=ENTERED)
    yield Case(rule, "the status of nothing", SIGN, "unknown-instrument")
    yield Case(rule, "no State at all", changed(SIGN, deeds=()), "nothing-said", before=ENTERED)
    yield Case(rule, "a State that is not known", rows(RATIFY, party="SU"), "unknown-party", before=ENTERED)
    twice = changed(RATIFY, deeds=RATIFY.deeds * 2)
    yield Case(rule, "a row twice", twice, "named-twice", before=ENTERED)
    yield Case(
        rule, "an office that is no depositary", rows(RATIFY, depositary="x"), "unknown-depositary", before=ENTERED
    )
    early = rows(SIGN, on=date(1999, 12, 31))
    yield Case(rule, "signed before it was opened", early, "before-it-was-opened", before=ENTERED)
    explained = rows(SIGN, on=date(1999, 12, 31), note=said("Initialled the day before."))
    yield Case(rule, "an early signature that is explained", explained, before=ENTERED)
    backwards = rows(WITHDRAW, effective=date(2009, 1, 1))
    yield Case(rule, "an end before its notice", backwards, "ends-before-it-is-said", before=ENTERED)
    yield Case(rule, "a withdrawal before any accession is on record", WITHDRAW, before=ENTERED)
    yield Case(rule, "the same from the same source", RATIFY, "recorded-already", before=once)
    yield Case(rule, "the same from another source", changed(RATIFY, grounds=OTHER_LIST), before=once)
    yield Case(rule, "another day from the same source", rows(RATIFY, on=date(2001, 4, 5)), before=once)


def of_corrected_status() -> Iterator[Case]:
    rule = "may_record_status"
    once = (*ENTERED, ("editor", SIGN))
    mended = rows(SIGN, on=date(2000, 1, 2))
    yield Case(rule, "a row is corrected", beside(mended), before=once)
    yield Case(rule, "the secretariat corrects a row", beside(mended), by="secretariat", before=once)
    yield Case(rule, "the State corrects its own row", beside(mended), by="ST-A", before=once)
    yield Case(rule, "another recorder corrects a row", beside(mended), "not-the-recorder", "editor-2", before=once)
    gone = changed(SIGN, deeds=(), struck=("ST-B",))
    yield Case(rule, "a row is struck", beside(gone), before=once)
    yield Case(rule, "a row is struck from nothing", gone, "nothing-to-strike", before=once)
    yield Case(rule, "a row is struck and told", beside(changed(SIGN, struck=("ST-B",))), "named-twice", before=once)
    other = changed(mended, action="accession")
    yield Case(rule, "a correction of another action", beside(other), "other-status", before=once)
    yield Case(rule, "a correction of what is no status", changed(mended, corrects=0), "other-status", before=once)
    absent = rows(SIGN, party="ST-Z")
    yield Case(rule, "a correction of a row that is not there", beside(absent), "not-the-current-entry", before=once)
    again = (*once, ("editor", beside(gone)))

    def a_second_time(scene: Scene) -> Act:
        return changed(gone, corrects=scene.last - 1)

    yield Case(rule, "a row is struck twice", a_second_time, "not-the-current-entry", before=again)


def of_remarks() -> Iterator[Case]:
    rule = "may_make_reservation"
    holds = Case(rule, "a recorder records a reservation", RESERVE, before=ENTERED)
    yield holds
    yield from common("instruments", holds)
    yield Case(rule, "a State makes its own", RESERVE, by="ST-A", before=ENTERED)
    yield Case(rule, "a reservation to nothing", RESERVE, "unknown-instrument")
    yield Case(rule, "a State that is not known", changed(RESERVE, state="SU"), "unknown-party", before=ENTERED)
    yield Case(rule, "another State objects", OBJECT, before=RESERVED)
    yield Case(rule, "an objection to nothing named", changed(OBJECT, to=None), "objection-to-what", before=RESERVED)
    yield Case(rule, "a reservation to a reservation", changed(RESERVE, to="r-1"), "objection-to-what", before=RESERVED)
    yield Case(rule, "an objection to what is not there", OBJECT, "unknown-reservation", before=ENTERED)
    yield Case(rule, "a State objects to itself", changed(OBJECT, state="ST-A"), "objects-to-itself", before=RESERVED)

    rule = "may_withdraw_reservation"
    holds = Case(rule, "a recorder records a withdrawal", TAKE_BACK, before=RESERVED)
    yield holds
    yield from common("instruments", holds)
    back = (*RESERVED, ("editor", TAKE_BACK))
    partly = changed(TAKE_BACK, part=said("For the spring."), on=date(2003, 1, 1))
    yield Case(rule, "a State withdraws its own", TAKE_BACK, by="ST-A", before=RESERVED)
    yield Case(rule, "first a part, then the whole", TAKE_BACK, before=(*RESERVED, ("editor", partly)))
    yield Case(rule, "a withdrawal of nothing", TAKE_BACK, "unknown-reservation", before=ENTERED)
    early = changed(TAKE_BACK, on=date(2001, 3, 4))
    yield Case(rule, "withdrawn before it was made", early, "before-it-was-made", before=RESERVED)
    later = changed(TAKE_BACK, on=date(2005, 1, 1))
    yield Case(rule, "withdrawn twice", later, "withdrawn-already", before=back)
    yield Case(rule, "the same withdrawal twice", TAKE_BACK, "recorded-already", before=back)
    yield Case(rule, "a withdrawal is corrected", beside(later), before=back)
    yield Case(rule, "the State corrects its withdrawal", beside(later), by="ST-A", before=back)
    yield Case(rule, "a correction of no withdrawal", changed(later, corrects=0), "not-the-current-entry", before=back)
    yield Case(rule, "another recorder corrects it", beside(later), "not-the-recorder", "editor-2", before=back)


def of_strikes() -> Iterator[Case]:
    rule = "may_strike"
    for sentence, told in (
        ("a stage", ("editor", STAGE)),
        ("an article", ("editor", SUMMARISE)),
        ("conditions", ("editor", CONDITIONS)),
        ("a reservation", ("editor", RESERVE)),
    ):
        yield Case(rule, f"{sentence} is struck", struck(), before=(*ENTERED, told))
    back = (*RESERVED, ("editor", TAKE_BACK))
    yield Case(rule, "a withdrawal is struck", struck(), before=back)
    yield Case(rule, "a reservation is struck with its withdrawal", struck(1), before=back)
    yield Case(rule, "the secretariat strikes", struck(), by="secretariat", before=RESERVED)
    yield Case(rule, "the instrument itself is not struck", struck(), "no-such-record", before=ENTERED)
    yield Case(rule, "another recorder strikes", struck(), "not-the-recorder", "editor-2", before=RESERVED)


CASES = tuple(cases())

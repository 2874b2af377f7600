"""The cases of the rules about commitments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from accord.acts.values import Grounds, Nil, Quantity, Ranged, Source, Stated, Withheld
from accord.acts.vocabulary import Act
from accord.areas.commitments.acts import (
    AssessImplementation,
    AttributeDesignation,
    Benchmark,
    FigureName,
    FigureRow,
    NeitherConfirmedNorDenied,
    Origin,
    RecordCall,
    RecordFigures,
    RecordUndertaking,
    StateDoctrine,
    StrikeCommitment,
    TurnUndertaking,
)
from accord.areas.programme.acts import TableElement
from tests.areas.cases import Case, Made, changed, common, made
from tests.scene import Scene, grounds, said, source

DECLARED = grounds("declared")
UNSOURCED = Grounds(source=Source(), kind="declared", checked=date(2020, 1, 31))


def kind(of: Any) -> Grounds:
    """Grounds of a kind from another source than the usual one."""
    return Grounds(source=Source(publication="Another source"), kind=of, checked=date(2020, 1, 31))


UNDERTAKE = RecordUndertaking(
    undertaking="moratorium",
    sided="unilateral",
    matter="testing-moratorium",
    title=said("A moratorium"),
    text=said("It will conduct no tests."),
    verbatim=True,
    holders=("ST-A",),
    beneficiaries=("ST-B",),
    force="political",
    conditions=said("As long as others do not either."),
    benchmarks=(Benchmark(text=said("Sites are closed."), due=date(2016, 1, 1)),),
    since=date(2015, 1, 1),
    until=date(2025, 1, 1),
    grounds=DECLARED,
)
ACTION = RecordUndertaking(
    undertaking="action-5",
    sided="multilateral",
    matter="reductions",
    title=said("Fewer weapons"),
    addressed="states-parties",
    origin=Origin(document="NPT/CONF.2030/50", number=5, point="a"),
    grounds=grounds(),
)
TURN = TurnUndertaking(
    undertaking="moratorium", step="step-1", turned="continued", holder="ST-A", on=date(2016, 5, 1), grounds=DECLARED
)
ASSESS = AssessImplementation(
    undertaking="moratorium",
    assessment="a-1",
    author="ST-B",
    party="ST-A",
    status="implemented",
    on=date(2017, 5, 1),
    text=said("No tests were observed."),
    grounds=grounds("assessed"),
)


def warheads(amount: str) -> Stated:
    """So many warheads."""
    return Stated(quantity=Quantity(amount=amount, unit="warheads"))


ROW = FigureRow(subject="warheads-stockpile", party="ST-A", on=date(2015, 12, 31), figure=warheads("100"))
LATER = changed(ROW, on=date(2016, 12, 31), figure=warheads("90"))
ABROAD = FigureRow(
    subject="warheads-on-territory-of-others",
    party="ST-A",
    territory="ST-B",
    on=date(2015, 12, 31),
    figure=NeitherConfirmedNorDenied(),
)
TESTS = FigureRow(subject="tests", party="ST-A", since=date(2015, 1, 1), on=date(2015, 12, 31), figure=Nil())
TELL = RecordFigures(figures=(ROW, LATER), grounds=grounds("estimated"))
STATE = StateDoctrine(
    statement="s-1",
    party="ST-A",
    matter="modernisation",
    text=said("No new types."),
    on=date(2015, 1, 1),
    until=date(2016, 1, 1),
    grounds=DECLARED,
)
ATTRIBUTE = AttributeDesignation(
    party="ST-B",
    designation="host",
    author="ST-C",
    whose="ST-A",
    since=date(2015, 1, 1),
    until=date(2020, 1, 1),
    grounds=grounds("assessed"),
)
ELEMENT = TableElement(element="27-c", name=said("Fewer tests"), source=source())
CALL = RecordCall(
    call="c-1", author="ST-B", actor="possessor-states", called=("ST-A",), element="27-c", grounds=grounds()
)

TABLED: tuple[tuple[str, Made], ...] = (("editor", ELEMENT),)
HELD: tuple[tuple[str, Made], ...] = (("editor", UNDERTAKE),)
TURNED = (*HELD, ("editor", TURN))
ASSESSED = (*HELD, ("editor", ASSESS))
TOLD: tuple[tuple[str, Made], ...] = (("editor", TELL),)


def strike(scene: Scene) -> Act:
    """Takes the last entry back."""
    return StrikeCommitment(entry=scene.last, reason="recorded by mistake")


def only(*rows: FigureRow, **fields: Any) -> RecordFigures:
    """The figures, with other rows."""
    return changed(TELL, figures=rows, **fields)


def correction(*rows: FigureRow, **fields: Any) -> Made:
    """A correction of the last entry."""
    return lambda scene: only(*rows, corrects=scene.last, **fields)


def name_of(row: FigureRow) -> FigureName:
    """Which figure a row is."""
    return FigureName(**{field: getattr(row, field) for field in FigureName.__struct_fields__})


def own(act: Any) -> Any:
    """What a State says itself: it needs no source."""
    return changed(act, grounds=UNSOURCED)


def holds(rule: str, sentence: str, act: Made, before: tuple[tuple[str, Made], ...] = (), by: str = "editor") -> Case:
    """A case that holds."""
    return Case(rule, sentence, act, None, by, before)


def fails(
    rule: str, sentence: str, act: Made, reason: str, before: tuple[tuple[str, Made], ...] = (), by: str = "editor"
) -> Case:
    """A case that does not hold."""
    return Case(rule, sentence, act, reason, by, before)


HOLDS = (
    holds("may_undertake", "a recorder records a moratorium", UNDERTAKE),
    holds("may_turn", "a recorder records that it goes on", TURN, HELD),
    holds("may_assess", "another State assesses it", ASSESS, HELD),
    holds("may_tell", "a recorder gives two estimates", TELL),
    holds("may_state", "a recorder records a statement", STATE),
    holds("may_attribute", "a recorder records what a source calls a State", ATTRIBUTE),
    holds("may_call", "a recorder records a call", CALL, TABLED),
)
UNKNOWN = "nobody"
BEFORE = date(2014, 12, 31)
EARLY = changed(DECLARED, source=Source(publication="A book", on=date(2021, 1, 1)))


def looked_up(case: Case) -> Iterator[Case]:
    """Of every act with grounds: its source was published before it was looked up."""
    act: Any = case.act
    yield fails(case.rule, "looked up too early", changed(act, grounds=changed(EARLY, kind=act.grounds.kind)),
                "checked-before-published", case.before)  # fmt: skip


CASES = (
    *HOLDS,
    *(case for one in HOLDS for case in common("commitments", one)),
    *(case for one in HOLDS for case in looked_up(one)),
    # Undertakings.
    holds("may_undertake", "its only holder says it itself", own(UNDERTAKE), by="ST-A"),
    holds("may_undertake", "an action of a review", ACTION),
    fails("may_undertake", "an unknown holder", changed(UNDERTAKE, holders=(UNKNOWN,)), "unknown-party"),
    fails(
        "may_undertake", "a holder twice", changed(UNDERTAKE, sided="bilateral", holders=("ST-A",) * 2), "named-twice"
    ),
    fails("may_undertake", "a beneficiary twice", changed(UNDERTAKE, beneficiaries=("ST-B",) * 2), "named-twice"),
    fails("may_undertake", "by nobody", changed(UNDERTAKE, holders=()), "no-holder"),
    fails(
        "may_undertake", "unilateral by two", changed(UNDERTAKE, holders=("ST-A", "ST-B")), "more-holders-than-sides"
    ),
    fails("may_undertake", "a quotation of nothing", changed(UNDERTAKE, text=None), "quoted-from-nowhere"),
    fails("may_undertake", "until before since", changed(UNDERTAKE, until=BEFORE), "ends-before-it-begins"),
    fails(
        "may_undertake",
        "one of two holders",
        changed(UNDERTAKE, sided="bilateral", holders=("ST-A", "ST-B")),
        "others-speak-for-themselves",
        by="ST-A",
    ),
    fails(
        "may_undertake",
        "a State that assesses itself",
        changed(UNDERTAKE, grounds=grounds("assessed")),
        "its-own-word-is-declared",
        by="ST-A",
    ),
    fails(
        "may_undertake",
        "the same number of a document",
        changed(ACTION, undertaking="other"),
        "number-taken",
        (("editor", ACTION),),
    ),
    holds(
        "may_undertake",
        "another letter of the number",
        changed(ACTION, undertaking="other", origin=Origin(document="NPT/CONF.2030/50", number=5, point="b")),
        (("editor", ACTION),),
    ),
    # What became of them.
    holds("may_turn", "the holder says it itself", own(TURN), HELD, by="ST-A"),
    holds("may_turn", "of an action, by any party", changed(TURN, undertaking="action-5"), (("editor", ACTION),)),
    fails("may_turn", "an unknown holder", changed(TURN, holder=UNKNOWN), "unknown-party", HELD),
    fails("may_turn", "of nothing", changed(TURN, undertaking="nothing"), "no-such-undertaking"),
    fails("may_turn", "by another State", changed(TURN, holder="ST-B"), "not-a-holder", HELD),
    fails("may_turn", "before it was made", changed(TURN, on=BEFORE), "ends-before-it-begins", HELD),
    fails(
        "may_turn",
        "one of two holders for both",
        changed(TURN, holder=None),
        "others-speak-for-themselves",
        (("editor", changed(UNDERTAKE, sided="bilateral", holders=("ST-A", "ST-B"))),),
        by="ST-A",
    ),
    fails(
        "may_turn",
        "a State that estimates itself",
        changed(TURN, grounds=grounds("estimated")),
        "its-own-word-is-declared",
        HELD,
        by="ST-A",
    ),
    fails(
        "may_turn",
        "the same source says two things of a day",
        changed(TURN, step="step-2", turned="withdrawn"),
        "same-source-same-day",
        TURNED,
    ),
    holds(
        "may_turn",
        "another source says another thing of the day",
        changed(TURN, step="step-2", turned="withdrawn", grounds=kind("reported")),
        TURNED,
    ),
    holds("may_assess", "the holder claims it", changed(own(ASSESS), author="ST-A"), HELD, by="ST-A"),
    holds("may_assess", "an organisation reports it", changed(ASSESS, grounds=grounds("reported")), HELD),
    fails("may_assess", "an unknown author", changed(ASSESS, author=UNKNOWN), "unknown-party", HELD),
    fails("may_assess", "of nothing", changed(ASSESS, undertaking="nothing"), "no-such-undertaking"),
    fails("may_assess", "of another State", changed(ASSESS, party="ST-C"), "not-a-holder", HELD),
    fails("may_assess", "before it was made", changed(ASSESS, on=BEFORE), "ends-before-it-begins", HELD),
    fails("may_assess", "an estimate", changed(ASSESS, grounds=grounds("estimated")), "kind-does-not-assess", HELD),
    fails("may_assess", "a claim about another", changed(ASSESS, grounds=DECLARED), "claims-for-itself", HELD),
    fails("may_assess", "an assessment of oneself", changed(ASSESS, author="ST-A"), "claims-for-itself", HELD),
    fails(
        "may_assess",
        "the same source says two things of a day",
        changed(ASSESS, assessment="a-2", status="not-implemented"),
        "same-source-same-day",
        ASSESSED,
    ),
    holds(
        "may_assess",
        "another source contradicts it",
        changed(ASSESS, assessment="a-2", status="not-implemented", grounds=kind("assessed")),
        ASSESSED,
    ),
    # Figures.
    holds("may_tell", "the State declares its own", own(TELL), by="ST-A"),
    holds("may_tell", "of all States together", only(changed(ROW, party=None))),
    holds("may_tell", "neither confirmed nor denied", only(ABROAD)),
    holds("may_tell", "none over a year", only(TESTS)),
    holds("may_tell", "the same as another kind of fact", changed(TELL, grounds=DECLARED), TOLD),
    holds("may_tell", "of another source", changed(TELL, grounds=kind("estimated")), TOLD),
    fails("may_tell", "nothing", only(), "nothing-told"),
    fails("may_tell", "of an unknown State", only(changed(ROW, party=UNKNOWN)), "unknown-party"),
    fails("may_tell", "on an unknown territory", only(changed(ABROAD, territory=UNKNOWN)), "unknown-party"),
    fails("may_tell", "on its own territory", only(changed(ABROAD, territory="ST-A")), "its-own-territory"),
    fails("may_tell", "a stock over a year", only(changed(ROW, since=BEFORE)), "not-over-a-period"),
    fails("may_tell", "tests until before since", only(changed(TESTS, on=BEFORE)), "ends-before-it-begins"),
    holds("may_tell", "for a year", only(changed(ROW, on=None, year=2015))),
    fails("may_tell", "for no day and no year", only(changed(ROW, on=None)), "a-day-or-a-year"),
    fails("may_tell", "for a day and a year", only(changed(ROW, year=2015)), "a-day-or-a-year"),
    fails("may_tell", "from a day over a year", only(changed(TESTS, on=None, year=2015)), "a-day-or-a-year"),
    fails(
        "may_tell",
        "warheads in kilograms",
        only(changed(ROW, figure=Stated(quantity=Quantity(amount="1", unit="kg")))),
        "not-its-unit",
    ),
    fails("may_tell", "fewer than none", only(changed(ROW, figure=warheads("-1"))), "below-zero"),
    fails(
        "may_tell",
        "a range upside down",
        only(changed(ROW, figure=Ranged(least=warheads("9").quantity, most=warheads("8").quantity))),
        "range-upside-down",
    ),
    fails("may_tell", "a State that estimates itself", TELL, "its-own-word-is-declared", by="ST-A"),
    fails("may_tell", "a figure twice", only(ROW, changed(ROW, figure=Withheld())), "named-twice"),
    fails("may_tell", "another figure for the day", only(changed(ROW, figure=Nil())), "already-recorded", TOLD),
    fails("may_tell", "strikes without a correction", only(struck=(name_of(ROW),)), "nothing-to-correct", TOLD),
    holds("may_tell", "one figure is corrected", correction(changed(ROW, figure=Nil())), TOLD),
    holds("may_tell", "one figure is struck", correction(struck=(name_of(ROW),)), TOLD),
    holds(
        "may_tell",
        "the source is corrected with all its figures",
        correction(ROW, LATER, struck=(name_of(ROW), name_of(LATER)), grounds=kind("estimated")),
        TOLD,
    ),
    fails("may_tell", "strikes a figure twice", correction(struck=(name_of(ROW),) * 2), "named-twice", TOLD),
    fails("may_tell", "corrects what was not told", correction(ABROAD), "nothing-to-correct", TOLD),
    fails(
        "may_tell",
        "corrects what another entry told since",
        lambda scene: only(changed(ROW, figure=Nil()), corrects=scene.last - 1),
        "not-the-current-entry",
        (*TOLD, ("editor", correction(changed(ROW, figure=Withheld())))),
    ),
    # Doctrine, names, calls.
    holds("may_state", "the State says it itself", own(STATE), by="ST-A"),
    fails("may_state", "an unknown State", changed(STATE, party=UNKNOWN), "unknown-party"),
    fails("may_state", "taken back before it was said", changed(STATE, until=BEFORE), "ends-before-it-begins"),
    fails(
        "may_state",
        "a State that assesses itself",
        changed(STATE, grounds=grounds("assessed")),
        "its-own-word-is-declared",
        by="ST-A",
    ),
    holds(
        "may_attribute",
        "a State calls itself so",
        changed(ATTRIBUTE, author="ST-B", grounds=UNSOURCED),
        by="ST-B",
    ),
    fails("may_attribute", "an unknown State", changed(ATTRIBUTE, party=UNKNOWN), "unknown-party"),
    fails("may_attribute", "its own host", changed(ATTRIBUTE, whose="ST-B"), "of-itself"),
    fails("may_attribute", "declared by another", changed(ATTRIBUTE, grounds=DECLARED), "claims-for-itself"),
    fails("may_attribute", "until before since", changed(ATTRIBUTE, until=BEFORE), "ends-before-it-begins"),
    holds("may_call", "the author says it itself", own(CALL), TABLED, by="ST-B"),
    holds("may_call", "the document of a conference calls", changed(CALL, author=None), TABLED),
    holds("may_call", "for an undertaking", changed(CALL, element=None, undertaking="moratorium"), HELD),
    fails("may_call", "on an unknown State", changed(CALL, called=(UNKNOWN,)), "unknown-party"),
    fails("may_call", "on a State twice", changed(CALL, called=("ST-A",) * 2), "named-twice"),
    fails("may_call", "for an unknown element", changed(CALL, element="99"), "unknown-element", TABLED),
    fails("may_call", "for nothing", changed(CALL, element=None), "calls-for-nothing"),
    fails("may_call", "for an unknown undertaking", changed(CALL, undertaking="nothing"), "no-such-undertaking"),
    # Taken back.
    holds("may_strike", "its recorder takes an assessment back", strike, ASSESSED),
    holds("may_strike", "the secretariat takes a call back", strike, (*TABLED, ("editor", CALL)), by="secretariat"),
    fails("may_strike", "an entry of another kind", StrikeCommitment(entry=0, reason="x"), "no-such-record"),
    fails("may_strike", "figures are corrected instead", strike, "no-such-record", TOLD),
    fails("may_strike", "another recorder", strike, "not-the-recorder", HELD, by="editor-2"),
    fails(
        "may_strike",
        "an undertaking that was assessed",
        lambda scene: changed(made(strike, scene), entry=scene.last - 1),
        "others-rest-on-it",
        ASSESSED,
    ),
)

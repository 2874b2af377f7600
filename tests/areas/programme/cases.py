"""The cases of the rules about elements and approaches."""

from __future__ import annotations

from datetime import date
from typing import Any

from accord.acts.vocabulary import Act
from accord.areas.programme.acts import (
    ClassifyElement,
    DeclareSupport,
    Lasts,
    MapApproach,
    Mapped,
    Phase,
    RelateIssue,
    Step,
    TableApproach,
    TableElement,
    TraceElement,
    UntraceElement,
    WithdrawSupport,
)
from accord.areas.proposals.acts import SourceUnit, TableProposal
from tests.areas.cases import BODY, REPORT, Case, Made, changed, common
from tests.scene import grounds, said, source

ELEMENT = TableElement(element="e-1", name=said("No tests"), sponsor="ST-A", source=source())
OTHER = changed(ELEMENT, element="e-2", name=said("No stocks"))
PART = changed(ELEMENT, element="e-1-a", part_of="e-1")
CLASSIFY = ClassifyElement(
    element="e-1", author="ST-A", undertaken=("unilateral", "bilateral"), purpose=("achieve",), source=source()
)
ISSUE = RelateIssue(
    issue="cost",
    name=said("What it costs"),
    bearing="named-elements",
    elements=("e-1",),
    author="ST-A",
    source=source(),
)
APPROACH = TableApproach(
    approach="plan",
    name=said("A plan"),
    sponsor="ST-A",
    features=("phased", "time-bound"),
    orders="yes",
    conditions="yes",
    dates="yes",
    phases=(Phase(phase="first", name=said("First")),),
    steps=(
        Step(step="s-1", name=said("Begin"), phase="first", lasts=Lasts(amount=6, unit="months")),
        Step(step="s-2", name=said("Go on"), after=("s-1",), condition=said("If all do."), deadline=date(2040, 1, 1)),
    ),
    source=source(),
)
MAP = MapApproach(approach="plan", author="ST-A", elements=(Mapped(element="e-1", step="s-1"),), source=source())
SUPPORT = DeclareSupport(party="ST-A", element="e-1", on=date(2030, 5, 1), grounds=grounds("transcribed"))
LEAVE = WithdrawSupport(party="ST-A", element="e-1", on=date(2031, 5, 1), grounds=grounds("transcribed"))
PROPOSAL = TableProposal(
    body=BODY,
    proposal="p-1",
    title=said("No tests"),
    sources=(SourceUnit(document=REPORT, unit="para-1"),),
    category="other",
    source=source(),
)
TRACE = TraceElement(element="e-1", body=BODY, proposal="p-1", author="ST-A", source=source())
UNTRACE = UntraceElement(element="e-1", body=BODY, proposal="p-1", author="ST-A", reason="Misread.")

ONE: tuple[tuple[str, Made], ...] = (("editor", ELEMENT),)
TWO: tuple[tuple[str, Made], ...] = (*ONE, ("editor", OTHER))
PLAN: tuple[tuple[str, Made], ...] = (*ONE, ("editor", APPROACH))
TABLED: tuple[tuple[str, Made], ...] = (*ONE, ("secretariat", PROPOSAL))
SUPPORTED: tuple[tuple[str, Made], ...] = (*ONE, ("editor", SUPPORT))
LEFT: tuple[tuple[str, Made], ...] = (*SUPPORTED, ("editor", LEAVE))
TRACED: tuple[tuple[str, Made], ...] = (*TABLED, ("editor", TRACE))

HOLDS = (
    Case("may_table_element", "an element is transcribed", ELEMENT),
    Case("may_classify", "an author's classification is transcribed", CLASSIFY, before=ONE),
    Case("may_relate", "an author relates an issue to an element", ISSUE, before=ONE),
    Case("may_table_approach", "an approach with steps is transcribed", APPROACH),
    Case("may_map", "an author's mapping is transcribed", MAP, before=PLAN),
    Case("may_declare", "a party's support is transcribed", SUPPORT, before=ONE),
    Case("may_withdraw_support", "its withdrawal is transcribed", LEAVE, before=SUPPORTED),
    Case("may_trace", "an author links a proposal to an element", TRACE, before=TABLED),
)


def fails(rule: str, sentence: str, act: Act, reason: str, before: tuple[tuple[str, Made], ...] = ()) -> Case:
    """An act that has no effect."""
    return Case(rule, sentence, act, reason, before=before)


def counts(rule: str, sentence: str, act: Act, before: tuple[tuple[str, Made], ...] = (), by: str = "editor") -> Case:
    """An act that counts."""
    return Case(rule, sentence, act, by=by, before=before)


def steps(*of: Step, **more: Any) -> TableApproach:
    """An approach with other steps."""
    return changed(APPROACH, steps=of, **more)


FIRST, SECOND = APPROACH.steps

CASES: list[Case] = [
    *HOLDS,
    *(case for held in HOLDS for case in common("programme", held)),
    counts("may_table_element", "a party tables its own", changed(ELEMENT, source=None), by="ST-A"),
    counts("may_table_element", "a part of an element", PART, ONE),
    fails("may_table_element", "a sponsor nobody knows", changed(ELEMENT, sponsor="nobody"), "unknown-party"),
    fails("may_table_element", "a part of nothing", changed(ELEMENT, part_of="e-9"), "unknown-element"),
    fails(
        "may_table_element",
        "a part of a part",
        changed(ELEMENT, element="e-1-a-i", part_of="e-1-a"),
        "part-of-a-part",
        (*ONE, ("editor", PART)),
    ),
    fails("may_classify", "an element nobody tabled", changed(CLASSIFY, element="e-9"), "unknown-element", ONE),
    fails("may_classify", "an author nobody knows", changed(CLASSIFY, author="nobody"), "unknown-party", ONE),
    fails("may_classify", "the same twice", changed(CLASSIFY, purpose=("achieve", "achieve")), "named-twice", ONE),
    fails("may_classify", "nothing at all", changed(CLASSIFY, undertaken=(), purpose=()), "says-nothing", ONE),
    fails("may_relate", "an element nobody tabled", changed(ISSUE, elements=("e-9",)), "unknown-element", ONE),
    fails("may_relate", "an element twice", changed(ISSUE, elements=("e-1", "e-1")), "named-twice", ONE),
    fails(
        "may_relate", "named elements that are not named", changed(ISSUE, elements=()), "elements-where-they-are-named"
    ),
    fails("may_relate", "an author nobody knows", changed(ISSUE, author="nobody"), "unknown-party", ONE),
    fails("may_table_approach", "a sponsor nobody knows", changed(APPROACH, sponsor="nobody"), "unknown-party"),
    fails("may_table_approach", "a step twice", steps(FIRST, FIRST), "named-twice"),
    fails("may_table_approach", "a phase nobody named", steps(changed(FIRST, phase="last")), "unknown-phase"),
    fails("may_table_approach", "after a step that is none", steps(changed(FIRST, after=("s-9",))), "unknown-step"),
    fails("may_table_approach", "after itself", steps(changed(FIRST, after=("s-1",))), "after-itself"),
    fails(
        "may_table_approach", "steps in order where it orders nothing", changed(APPROACH, orders="no"), "does-not-order"
    ),
    fails(
        "may_table_approach",
        "a condition where it sets none",
        changed(APPROACH, conditions="no"),
        "does-not-set-conditions",
    ),
    fails("may_table_approach", "a deadline where it dates nothing", changed(APPROACH, dates="no"), "does-not-date"),
    fails(
        "may_table_approach",
        "days and months together",
        steps(FIRST, changed(SECOND, lasts=Lasts(amount=30, unit="days"))),
        "units-do-not-add-up",
    ),
    counts(
        "may_table_approach",
        "steps that go round are shown, not refused",
        steps(changed(FIRST, after=("s-2",)), SECOND),
    ),
    fails("may_map", "an approach nobody tabled", changed(MAP, approach="other"), "unknown-approach", PLAN),
    fails("may_map", "an author nobody knows", changed(MAP, author="nobody"), "unknown-party", PLAN),
    fails(
        "may_map", "an element nobody tabled", changed(MAP, elements=(Mapped(element="e-9"),)), "unknown-element", PLAN
    ),
    fails(
        "may_map",
        "a step that is none",
        changed(MAP, elements=(Mapped(element="e-1", step="s-9"),)),
        "unknown-step",
        PLAN,
    ),
    fails("may_map", "an element twice", changed(MAP, elements=MAP.elements * 2), "named-twice", PLAN),
    fails("may_map", "nothing at all", changed(MAP, elements=()), "says-nothing", PLAN),
    counts("may_map", "another author's mapping beside it", changed(MAP, author="ST-B"), (*PLAN, ("editor", MAP))),
    fails("may_declare", "two things at once", changed(SUPPORT, approach="plan"), "one-target", PLAN),
    fails("may_declare", "an element nobody tabled", changed(SUPPORT, element="e-9"), "unknown-element", ONE),
    fails(
        "may_declare",
        "an approach nobody tabled",
        changed(SUPPORT, element=None, approach="x"),
        "unknown-approach",
        ONE,
    ),
    fails("may_declare", "a party nobody knows", changed(SUPPORT, party="nobody"), "unknown-party", ONE),
    fails("may_declare", "before it withdrew", changed(SUPPORT, on=date(2030, 6, 1)), "before-it-was-withdrawn", LEFT),
    counts("may_declare", "again after it withdrew", changed(SUPPORT, on=date(2032, 6, 1)), LEFT),
    counts("may_declare", "the party itself", SUPPORT, ONE, by="ST-A"),
    fails(
        "may_withdraw_support",
        "two things at once",
        changed(LEAVE, approach="plan"),
        "one-target",
        (*PLAN, *SUPPORTED[1:]),
    ),
    fails(
        "may_withdraw_support", "an element nobody tabled", changed(LEAVE, element="e-9"), "unknown-element", SUPPORTED
    ),
    fails(
        "may_withdraw_support",
        "an approach nobody tabled",
        changed(LEAVE, element=None, approach="x"),
        "unknown-approach",
        SUPPORTED,
    ),
    fails(
        "may_withdraw_support", "who did not support it", changed(LEAVE, party="ST-B"), "does-not-support-it", SUPPORTED
    ),
    fails(
        "may_withdraw_support",
        "before it said so",
        changed(LEAVE, on=date(2029, 1, 1)),
        "before-it-was-declared",
        SUPPORTED,
    ),
    fails("may_trace", "an element nobody tabled", changed(TRACE, element="e-9"), "unknown-element", TABLED),
    fails("may_trace", "a proposal nobody tabled", changed(TRACE, proposal="p-9"), "unknown-proposal", TABLED),
    fails("may_trace", "an author nobody knows", changed(TRACE, author="nobody"), "unknown-party", TABLED),
    counts("may_untrace", "the recorder takes a link back", UNTRACE, TRACED),
    fails("may_untrace", "a link that is none", UNTRACE, "no-such-record", TABLED),
    Case("may_untrace", "a stranger takes a link back", UNTRACE, "not-the-recorder", by="ST-Z", before=TRACED),
]

"""Every rule: a case that holds, and one for each reason for which it can refuse effect."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import inspect

from accord.acts.gate import Refused
from accord.acts.vocabulary import Act
from accord.world.digest import world_digest
from tests.areas.bodies.cases import CASES as BODIES
from tests.areas.cases import Case, changed, made
from tests.areas.commitments.cases import CASES as COMMITMENTS
from tests.areas.coverage.cases import CASES as COVERAGE
from tests.areas.documents.cases import CASES as DOCUMENTS
from tests.areas.drafting.cases import CASES as DRAFTING
from tests.areas.instruments.cases import CASES as INSTRUMENTS
from tests.areas.meetings.cases import CASES as MEETINGS
from tests.areas.negotiation.cases import CASES as NEGOTIATION
from tests.areas.parties.cases import CASES as PARTIES
from tests.areas.procedure.cases import CASES as PROCEDURE
from tests.areas.programme.cases import CASES as PROGRAMME
from tests.areas.proposals.cases import CASES as PROPOSALS
from tests.areas.reasons import reasons
from tests.areas.speakers.cases import CASES as SPEAKERS
from tests.scene import Scene, replay

CASES = {
    "parties": PARTIES,
    "bodies": BODIES,
    "documents": DOCUMENTS,
    "meetings": MEETINGS,
    "speakers": SPEAKERS,
    "proposals": PROPOSALS,
    "drafting": DRAFTING,
    "negotiation": NEGOTIATION,
    "procedure": PROCEDURE,
    "instruments": INSTRUMENTS,
    "programme": PROGRAMME,
    "coverage": COVERAGE,
    "commitments": COMMITMENTS,
}
OUT_OF_REACH = {("may_found", "key-already-registered")}
"""What no act can reach: the first act of a record finds no key registered, and no later one founds it."""

ALL = [pytest.param(area, case, id=f"{area}: {case}") for area, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("area", "case"), ALL)
def test_the_rule_gives_the_reason(area: str, case: Case) -> None:
    scene = case.scene()
    for by, act in case.before:
        ruling = scene.does(by, made(act, scene))
        assert ruling.counts, f"before: {ruling.reason}"
    act = made(case.act, scene)
    judged_by = scene.world._folds[type(act)][0]
    assert (judged_by.__module__, judged_by.__name__) == (f"accord.areas.{area}.rules", case.rule)

    signers = None if case.signers is None else case.signers(scene)
    before = world_digest(scene.world)
    entry = scene.entry(case.by, act, signers=signers)
    preview = scene.world.judge(entry)
    assert (preview.counts, preview.reason) == (case.reason is None, case.reason)
    assert world_digest(scene.world) == before, "a preview changes nothing"

    envelope = scene.envelope(case.by, act, signers=signers)
    if case.judged_only:
        with pytest.raises(Refused):
            scene.admits(envelope)
        return
    assert scene.admits(envelope) == preview
    assert scene.world.without_effect.get(scene.last) == case.reason
    assert world_digest(replay(scene.entries)) == world_digest(scene.world)


HOLDING = [p for p in ALL if p.values[1].reason is None and p.values[1].scene is not Scene]


@pytest.mark.parametrize(("area", "case"), HOLDING)
def test_an_act_that_refers_to_nothing_never_counts(area: str, case: Case) -> None:
    """References have no pattern, because rules insist that what they name is in the record: here for each of them."""
    scene = case.scene()
    for by, act in case.before:
        scene.does(by, made(act, scene))
    act = made(case.act, scene)
    for field in references(type(act)):
        value = getattr(act, field)
        nothing = ("nothing\n",) if isinstance(value, tuple) else "nothing\n"
        assert not scene.would(case.by, changed(act, **{field: nothing})).counts, field


def references(act: type[Act]) -> list[str]:
    """The fields of an act that refer to a party, a body or a document in the record."""

    def refers(kind: Any) -> bool:
        match kind:
            case inspect.StrType():
                return kind.pattern is None and kind.max_length in (40, 80)
            case inspect.UnionType():
                return any(refers(inner) for inner in kind.types)
            case inspect.VarTupleType():
                return refers(kind.item_type)
        return False

    return [field.name for field in inspect.type_info(act).fields if refers(field.type)]


@pytest.mark.parametrize("area", CASES)
def test_every_reason_of_every_rule_has_a_case(area: str) -> None:
    reached = {(case.rule, case.reason) for case in CASES[area] if case.reason is not None}
    given = {(rule, reason) for rule, named in reasons()[area].items() for reason in named}
    assert reached == given - OUT_OF_REACH


@pytest.mark.parametrize("area", CASES)
def test_every_rule_has_a_case_that_holds(area: str) -> None:
    assert {case.rule for case in CASES[area] if case.reason is None} == set(reasons()[area])


def test_every_area_with_rules_is_here() -> None:
    assert set(CASES) == set(reasons())


def test_no_two_cases_say_the_same_sentence() -> None:
    for area, cases in CASES.items():
        names = [str(case) for case in cases]
        assert len(set(names)) == len(names), area

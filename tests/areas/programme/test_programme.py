"""What we know of elements and approaches: readings stand beside each other, support has a beginning and an end."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest

from accord.areas.parties.cite import Missing
from accord.areas.programme.acts import (
    ClassifyElement,
    DeclareSupport,
    MapApproach,
    Mapped,
    RelateIssue,
    TableApproach,
    TableElement,
)
from accord.world.pages import ask
from tests.areas.cases import BODY, changed, stage
from tests.areas.programme.cases import APPROACH, LEAVE, PROPOSAL, SUPPORT, TRACE, UNTRACE
from tests.scene import Scene, grounds, said

ELEMENTS = tuple(TableElement(element=f"e-{number}", name=said(f"Element {number}")) for number in range(1, 5))
FREE = TableApproach(approach="free", name=said("Free"), orders="no", conditions="no", dates="no")
SILENT = TableApproach(approach="silent", name=said("Silent"), orders="not-said", conditions="no", dates="not-said")
MAPPINGS = (
    ("plan", "ST-A", ("e-1", "e-2")),
    ("plan", "ST-B", ("e-1", "e-3")),
    ("free", "ST-A", ("e-1", "e-4")),
    ("silent", "ST-A", ("e-1", "e-2")),
)


def said_of(approach: str, author: str, elements: tuple[str, ...]) -> tuple[str, MapApproach]:
    mapped = tuple(Mapped(element=element) for element in elements)
    return author, MapApproach(approach=approach, author=author, elements=mapped)


@pytest.fixture
def scene() -> Scene:
    scene = stage()
    for act in (*ELEMENTS, APPROACH, FREE, SILENT):
        assert scene.does("secretariat", act).counts
    for by, act in (said_of(*one) for one in MAPPINGS):
        assert scene.does(by, act).counts
    return scene


def page(scene: Scene, name: str, *arguments: str, on: date | None = None) -> Any:
    return ask(scene.world, name, arguments, on)


def codes(rows: Any) -> list[str]:
    return [row.element for row in rows]


def test_common_is_what_every_mapping_has_and_only_what_no_other_approach_has(scene: Scene) -> None:
    found = page(scene, "compare")
    assert codes(found.common) == ["e-1"]
    assert {row.approach: codes(row.elements) for row in found.only} == {
        "free": ["e-4"],
        "plan": ["e-3"],
        "silent": [],
    }
    assert found.unmapped == ()


def test_by_one_author_only_that_authors_mappings_count(scene: Scene) -> None:
    found = page(scene, "compare", "", "ST-B")
    assert codes(found.common) == ["e-1", "e-3"]
    assert found.unmapped == ("free", "silent"), "not known, and so no statement about them"
    assert {mapping.author for mapping in found.mappings} == {"ST-B"}


def test_two_approaches_have_more_in_common_than_three(scene: Scene) -> None:
    assert codes(page(scene, "compare", "silent,plan", "ST-A").common) == ["e-1", "e-2"]


def test_the_order_in_which_things_are_named_or_told_changes_nothing() -> None:
    answers = set()
    for order in itertools.permutations((APPROACH, FREE, SILENT)):
        for elements, mapped in ((ELEMENTS, MAPPINGS), (ELEMENTS[::-1], MAPPINGS[::-1])):
            scene = stage()
            for act in (*elements, *order):
                assert scene.does("secretariat", act).counts
            for by, mapping in (said_of(*one) for one in mapped):
                assert scene.does(by, mapping).counts
            for named in itertools.permutations(("plan", "free", "silent")):
                found = page(scene, "compare", ",".join(named))
                answers.add(str((
                    found.common, found.only, found.elements, found.unmapped, found.conflicts, found.critical_path,
                    [row.approach for row in found.approaches], [(row.approach, row.author) for row in found.mappings],
                )))  # fmt: skip
    assert len(answers) == 1


def test_an_approach_named_twice_counts_once(scene: Scene) -> None:
    assert page(scene, "compare", "plan,plan,free") == page(scene, "compare", "free,plan")


@pytest.mark.parametrize("arguments", [("nothing",), ("plan,nothing",), ("plan", "NOBODY")])
def test_what_is_not_there_is_not_compared(scene: Scene, arguments: tuple[str, ...]) -> None:
    with pytest.raises(Missing):
        page(scene, "compare", *arguments)


def test_nothing_is_computed_of_an_approach_that_does_not_date(scene: Scene) -> None:
    states = {row.approach: row.path_state for row in page(scene, "compare").critical_path}
    assert states == {"free": "not-part", "plan": "computed", "silent": "not-said"}
    free = page(scene, "approach", "free")
    assert free.not_part == ("order", "conditions", "dates")
    assert (free.timeline, free.conflicts, free.critical_path.length) == ((), (), None)
    assert page(scene, "approach", "silent").not_part == ("conditions",)


def test_a_mapping_that_is_taken_back_is_no_mapping(scene: Scene) -> None:
    taken = MapApproach(approach="plan", author="ST-B", corrects=scene.last - 2)
    assert scene.does("ST-B", taken).counts
    assert [(row.approach, row.author) for row in page(scene, "approach", "plan").mappings] == [("plan", "ST-A")]
    assert page(scene, "element", "e-3").stands_in == ()


def test_an_element_says_in_which_mappings_it_stands_and_in_which_not(scene: Scene) -> None:
    found = page(scene, "element", "e-2")
    assert [(row.approach, row.author) for row in found.stands_in] == [("plan", "ST-A"), ("silent", "ST-A")]
    assert [(row.approach, row.author) for row in found.not_in] == [("free", "ST-A"), ("plan", "ST-B")]


def test_two_parties_classify_one_element_differently_and_both_stand(scene: Scene) -> None:
    for by, stage_ in (("ST-A", "interim"), ("ST-B", "end-state")):
        act: Any = ClassifyElement(element="e-1", author=by, stage=(stage_,))
        assert scene.does(by, act).counts
    found = page(scene, "element", "e-1").classifications
    assert {row.author: row.stage for row in found} == {"ST-A": ("interim",), "ST-B": ("end-state",)}
    assert codes(page(scene, "elements", "stage", "interim", "ST-A").elements) == ["e-1"]
    assert codes(page(scene, "elements", "stage", "interim", "ST-B").elements) == []
    assert codes(page(scene, "elements", "stage", "end-state").elements) == ["e-1"]
    assert [(row.element_facet, row.value, row.author) for row in page(scene, "elements").facets] == [
        ("stage", "end-state", "ST-B"),
        ("stage", "interim", "ST-A"),
    ]


def test_a_classification_that_is_taken_back_leaves_the_others(scene: Scene) -> None:
    assert scene.does("ST-A", ClassifyElement(element="e-1", author="ST-A", term=("short-term",))).counts
    assert scene.does("ST-A", ClassifyElement(element="e-1", author="ST-A", corrects=scene.last)).counts
    assert page(scene, "element", "e-1").classifications == ()


@pytest.mark.parametrize("arguments", [("colour", "red"), ("stage", ""), ("stage", "interim", "NOBODY")])
def test_there_is_no_other_facet(scene: Scene, arguments: tuple[str, ...]) -> None:
    with pytest.raises(Missing):
        page(scene, "elements", *arguments)


def test_an_issue_bears_upon_all_elements_or_on_those_named(scene: Scene) -> None:
    for issue, bearing, named in (("all", "every-element", ()), ("one", "named-elements", ("e-2",))):
        act: Any = RelateIssue(issue=issue, name=said(issue), bearing=bearing, elements=named, author="ST-A")
        assert scene.does("ST-A", act).counts
    assert [row.issue for row in page(scene, "element", "e-2").issues] == ["all", "one"]
    assert [row.issue for row in page(scene, "element", "e-1").issues] == ["all"]


def test_support_stands_from_its_day_until_it_is_withdrawn(scene: Scene) -> None:
    assert scene.does("editor", SUPPORT).counts
    assert scene.does("editor", LEAVE).counts
    held = {day: page(scene, "support", "element", "e-1", on=day).supporting[0].holds
            for day in (date(2030, 4, 30), date(2030, 5, 1), date(2031, 4, 30), date(2031, 5, 1))}  # fmt: skip
    assert list(held.values()) == [False, True, True, False]
    row = page(scene, "support").supporting[0]
    assert (row.holds, row.until) == (False, date(2031, 5, 1))
    assert row.withdrawn is not None
    assert page(scene, "support").supported == (), "who withdrew is not counted"
    again = changed(SUPPORT, on=date(2032, 1, 1))
    assert scene.does("editor", again).counts
    assert [row.holds for row in page(scene, "support").supporting] == [False, True]


def test_a_reservation_stands_beside_support_and_is_counted_apart(scene: Scene) -> None:
    reserved = DeclareSupport(
        party="ST-B", element="e-1", reservation=said("If all do."), grounds=grounds("transcribed")
    )
    assert scene.does("editor", SUPPORT).counts
    assert scene.does("editor", reserved).counts
    found = page(scene, "support")
    assert [(row.without_reservation, row.with_reservation) for row in found.supported] == [(1, 1)]
    assert (found.registered_states, found.states_with_position) == (4, 2), "the others have no recorded position"
    assert found.silence == "no-position"


def test_support_changes_no_comparison(scene: Scene) -> None:
    before = page(scene, "compare")
    assert scene.does("editor", changed(SUPPORT, element="e-4")).counts
    after = page(scene, "compare")
    assert (after.common, after.only, after.elements) == (before.common, before.only, before.elements)


def test_what_a_party_supports_stands_on_its_page_in_its_voice(scene: Scene) -> None:
    before = page(scene, "party", "ST-A").facts_recorded
    assert scene.does("editor", SUPPORT).counts
    found = page(scene, "party", "ST-A")
    assert [(row.element, row.cite.fact_kind) for row in found.supporting] == [("e-1", "transcribed")]
    assert found.facts_recorded == before + 1


@pytest.mark.parametrize("arguments", [("element", "e-9"), ("approach", "none"), ("wish", "e-1")])
def test_there_is_no_support_of_what_is_not_there(scene: Scene, arguments: tuple[str, ...]) -> None:
    with pytest.raises(Missing):
        page(scene, "support", *arguments)


def test_a_proposal_and_its_element_lead_to_each_other_until_the_link_is_taken_back(scene: Scene) -> None:
    assert scene.does("editor", PROPOSAL).counts
    assert scene.does("editor", TRACE).counts
    assert [(row.proposal, row.author) for row in page(scene, "element", "e-1").proposals] == [(f"{BODY}/p-1", "ST-A")]
    assert [row.document for row in page(scene, "element", "e-1").proposals[0].sources] == ["A/70/900"]
    assert codes(page(scene, "proposal", "p-1").elements) == ["e-1"]
    assert scene.does("editor", UNTRACE).counts
    assert page(scene, "element", "e-1").proposals == ()
    assert page(scene, "proposal", "p-1").elements == ()


def test_the_elements_stand_by_their_codes_and_rank_nothing(scene: Scene) -> None:
    for label in ("10-a", "9-b", "9-b-part"):
        assert scene.does("secretariat", TableElement(element=label, name=said(label))).counts
    assert codes(page(scene, "elements").elements) == ["9-b", "9-b-part", "10-a", "e-1", "e-2", "e-3", "e-4"]
    assert page(scene, "elements").no_order == "no-hierarchy"

"""The elements and the five approaches of the demonstration: all there, with equal fields, as the editor reads them."""

from __future__ import annotations

import itertools
import os
import re
from pathlib import Path
from typing import Any

import pytest

from accord.papers.reading import read
from accord.reference import programme as facts
from accord.stories import demonstration as story
from accord.world.pages import ask
from tests.scene import Scene
from tests.stories.test_demonstration_law import told

APPROACHES = ("action-plan", "building-blocks", "comprehensive", "legal-framework", "step-by-step")
SEEDS = Path(os.environ.get("ACCORD_SEED", Path(__file__).parents[3] / "shared" / "seeds"))
REPORT = SEEDS / "A-68-514.zh.txt"
"""The text that the facts were read from; without it, that no sentence of it is carried here is not tested."""


@pytest.fixture(scope="module")
def scene() -> Scene:
    return told()


def page(scene: Scene, name: str, *arguments: str) -> Any:
    return ask(scene.world, name, arguments)


def test_the_elements_are_those_of_paragraphs_27_to_29(scene: Scene) -> None:
    rows = page(scene, "elements").elements
    wholes = [row.element for row in rows if row.part_of is None]
    letters = {"27": "abcdefghijklm", "28": "abcdefg", "29": "abcde"}
    assert wholes == [f"{number}-{letter}" for number, found in letters.items() for letter in found]
    assert {row.element: row.part_of for row in rows if row.part_of} == {
        "27-h-legislation": "27-h",
        "28-d-i": "28-d",
        "28-d-ii": "28-d",
    }


def test_no_element_says_more_than_its_paragraph(scene: Scene) -> None:
    rows = page(scene, "elements").elements
    assert {row.text_class for row in rows} == {"proposed"}
    assert {row.trace_verb for row in rows if row.element.startswith("28")} == {"may-include"}
    assert {row.trace_verb for row in rows if not row.element.startswith("28")} == {"proposed"}


def test_each_of_the_five_approaches_loads_with_equal_fields(scene: Scene) -> None:
    listed = page(scene, "approaches").approaches
    assert tuple(row.approach for row in listed) == APPROACHES
    for row in listed:
        found = page(scene, "approach", row.approach)
        assert (found.name, found.summary) == (row.name, row.summary)
        assert set(found.name.said) == set(found.summary.said) == {"ar", "zh", "en", "fr", "ru", "es"}
        assert found.features
        assert found.sponsor is None, "paragraph 20 does not say whose approaches they are"
        assert [mapping.author for mapping in found.mappings] == [story.EDITOR]
        assert found.elements


def test_what_the_text_says_of_order_conditions_and_time(scene: Scene) -> None:
    rows = page(scene, "approaches").approaches
    assert {row.approach: (row.orders, row.conditions, row.dates) for row in rows} == {
        "action-plan": ("yes", "not-said", "yes"),
        "building-blocks": ("not-said", "no", "no"),
        "comprehensive": ("yes", "not-said", "yes"),
        "legal-framework": ("not-said", "no", "yes"),
        "step-by-step": ("yes", "not-said", "not-said"),
    }


def test_nothing_is_computed_in_time_because_the_text_names_no_day_and_no_duration(scene: Scene) -> None:
    found = page(scene, "compare")
    assert found.conflicts == ()
    assert {row.approach: (row.path_state, row.length) for row in found.critical_path} == {
        "action-plan": ("no-steps", None),
        "building-blocks": ("not-part", None),
        "comprehensive": ("no-durations", None),
        "legal-framework": ("no-steps", None),
        "step-by-step": ("not-said", None),
    }
    assert all(page(scene, "approach", name).timeline == () for name in APPROACHES)


def test_the_aim_is_common_to_all_five_in_the_editors_reading(scene: Scene) -> None:
    found = page(scene, "compare")
    assert [row.element for row in found.common] == ["27-a", "29-a"]
    assert {row.approach: [one.element for one in row.elements] for row in found.only} == {
        "action-plan": [],
        "building-blocks": ["28-c", "28-d", "28-f"],
        "comprehensive": ["29-b", "29-c", "29-e"],
        "legal-framework": [],
        "step-by-step": [],
    }
    assert {row.author for row in found.mappings} == {story.EDITOR}


def test_the_five_in_any_order_give_one_answer(scene: Scene) -> None:
    whole = page(scene, "compare")
    for named in itertools.permutations(APPROACHES):
        assert page(scene, "compare", ",".join(named)) == whole


def test_no_support_of_a_state_is_made_up(scene: Scene) -> None:
    found = page(scene, "support")
    assert (found.supporting, found.states_with_position) == ((), 0)


def test_the_humanitarian_impact_bears_upon_every_element(scene: Scene) -> None:
    for row in page(scene, "elements").elements:
        issues = {issue.issue: issue.bearing for issue in page(scene, "element", row.element).issues}
        assert issues["humanitarian-impact"] == "every-element"
        assert issues["outer-space"] == issues["missile-defence"] == "disarmament-as-a-whole"


def test_every_proposal_of_the_report_leads_to_its_element_and_back(scene: Scene) -> None:
    for row in page(scene, "proposals").proposals:
        (found,) = page(scene, "proposal", row.proposal.partition("/")[2]).elements
        assert found.author == story.EDITOR
        assert row.proposal in [one.proposal for one in page(scene, "element", found.element).proposals]
        assert row.proposal.endswith(found.element)


def test_no_sentence_of_the_report_is_carried_here() -> None:
    if not REPORT.is_file():
        pytest.skip("the report is not here: set ACCORD_SEED")
    assert read(REPORT.read_text(encoding="utf-8")).symbol == "A/68/514"
    printed = re.sub(r"\s", "", REPORT.read_text(encoding="utf-8"))
    words = {key: re.sub(r"\s", "", one.zh) for key, one in facts.wordings().items()}
    copied = {
        key: text[start : start + 12]
        for key, text in words.items()
        for start in range(len(text) - 11)
        if text[start : start + 12] in printed
    }
    assert copied == {}

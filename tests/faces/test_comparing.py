"""`accord compare`: one answer in words, as JSON and as CSV, whatever the order in which approaches are named."""

from __future__ import annotations

import csv
import io
import itertools
from pathlib import Path

import pytest

from tests.faces.running import accord

KEYS = ("common", "only", "critical_path", "conflicts")
THREE = ("step-by-step", "building-blocks", "comprehensive")


def test_the_answer_has_its_keys_and_names_whose_mappings_it_comes_from(demo: Path) -> None:
    found = accord("compare", demo, "--json").json
    assert set(KEYS) <= set(found)
    assert {row["author"] for row in found["mappings"]} == {"accord-demonstration-editor"}
    assert len(found["approaches"]) == 5


def test_naming_approaches_in_another_order_or_twice_changes_nothing(demo: Path) -> None:
    answers = {accord("compare", demo, *named, "--json").out for named in itertools.permutations(THREE)}
    answers.add(accord("compare", demo, *THREE, *THREE, "--json").out)
    assert len(answers) == 1


def test_as_csv_an_element_is_a_line_and_a_mapping_a_column(demo: Path) -> None:
    found = accord("compare", demo, *THREE, "--json").json
    lines = list(csv.DictReader(io.StringIO(accord("compare", demo, *THREE, "--csv").out)))
    assert [line["element"] for line in lines] == [row["element"] for row in found["elements"]]
    common = {line["element"] for line in lines if all(value for name, value in line.items() if name != "element")}
    assert common == {row["element"] for row in found["common"]}


@pytest.mark.parametrize("lang", ["ar", "zh", "en", "fr", "ru", "es"])
def test_in_words_what_is_not_part_of_an_approach_is_said(demo: Path, lang: str) -> None:
    from accord.words.catalogue import say

    assert say(lang, "path-state.not-part") in accord("compare", demo, "building-blocks", "--lang", lang).out


@pytest.mark.parametrize("words", [("nothing",), ("step-by-step", "nothing"), ("--mapping", "NOBODY")])
def test_what_is_not_there_is_refused_by_name(demo: Path, words: tuple[str, ...]) -> None:
    ran = accord("compare", demo, *words)
    assert ran.status == 2
    assert words[-1] in ran.err
    assert ran.out == ""

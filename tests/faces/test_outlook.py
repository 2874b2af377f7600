"""`accord outlook`: one answer in words, JSON and figures; the same numbers from several processes; broken studies."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from accord.analysis.outlook.montecarlo import outlook
from accord.faces.calculators.outlooktables import NO_BREAK
from accord.papers.outlookexample import EXAMPLE, TITLE
from accord.papers.outlooks import names_a_state, read_study
from accord.reference.states import LANGUAGES, states
from accord.words.catalogue import say
from tests.faces.running import accord

KEYS = {"exercise", "study", "years", "quantiles", "limits", "deadlines", "zero_year", "seed", "runs", "sensitivity"}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """The example as a file."""
    file = tmp_path / "study.json"
    file.write_text(accord("outlook", "--example").out, encoding="utf-8")
    return file


def changed(file: Path, change: Callable[[Any], object]) -> Path:
    """The study of a file with a change."""
    told = json.loads(file.read_text(encoding="utf-8"))
    change(told)
    file.write_text(json.dumps(told), encoding="utf-8")
    return file


def test_the_example_is_a_study_and_its_answer_holds_all_that_is_needed_to_compute_it_again(study: Path) -> None:
    assert read_study(study.read_bytes()) == (TITLE, EXAMPLE)
    found = accord("outlook", study, "--runs", 1500, "--seed", 4, "--json").json
    assert set(found) >= KEYS
    assert read_study(json.dumps(found["study"]).encode()) == (TITLE, EXAMPLE)
    again = outlook(EXAMPLE, found["runs"], found["seed"])
    assert found["quantiles"]["total"][2] == pytest.approx(again.total[2].tolist(), rel=1e-6)
    assert [len(row) for row in found["quantiles"]["states"]["Meridia"]] == [31] * 5
    limits = [row["shares"] for row in found["limits"] if row["state"] == "Meridia"]
    assert [sum(shares) for shares in zip(*limits, strict=True)] == pytest.approx([1] * 30, rel=1e-5)


def test_processes_change_no_number(study: Path) -> None:
    assert (
        accord("outlook", study, "--runs", 2500, "--json").out
        == accord("outlook", study, "--runs", 2500, "--processes", 2, "--json").out
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_words_it_is_called_an_exercise_and_states_its_assumptions(study: Path, lang: str) -> None:
    out = accord("outlook", study, "--runs", 200, "--lang", lang).out
    assert say(lang, "outlook.exercise") in out
    assert f"{say(lang, 'outlook.of', name='Arcadia', what=say(lang, 'outlook.items'))}\t560\t600\t680" in out
    assert "outlook." not in out


@pytest.mark.parametrize("figure", ["fan", "limits", "tornado"])
@pytest.mark.parametrize("lang", ["ar", "zh", "en"])
def test_a_figure_says_what_it_assumes_and_replaces_no_file(study: Path, figure: str, lang: str) -> None:
    file = study.with_name("figure.svg")
    asked = ("outlook", study, "--runs", 200, "--svg", file, "--figure", figure, "--lang", lang)
    assert accord(*asked).status == 0
    drawn = etree.parse(file).getroot()
    notes = "".join(drawn.xpath("//*[@class='note']/text()"))
    assert notes.startswith(say(lang, "outlook.exercise"))
    for numbers in ("560 … 600 … 680", "2000 … 3200"):
        assert numbers.replace(" ", NO_BREAK) in notes
    before = file.read_bytes()
    assert accord(*asked).status == 2
    assert file.read_bytes() == before


def test_an_approach_that_has_no_order_or_time_frame_is_given_none(study: Path) -> None:
    changed(study, lambda told: told["approach"].update(orders="no"))
    ran = accord("outlook", study)
    assert ran.status == 2
    assert say("en", "unfit.order-not-in-approach", approach="Step by step") in ran.err

    def without(told: Any) -> None:
        told["approach"].update(dates="not-said")
        told["deadlines"] = []
        for row in told["states"]:
            row["gates"] = []

    out = accord("outlook", changed(study, without), "--runs", 100).out
    assert say("en", "approach-says.no") in out
    assert say("en", "approach-says.not-said") in out


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda study: study.update(exercise=False), "exercise"),
        (lambda study: study.pop("exercise"), "exercise"),
        (lambda study: study.update(format="outlook/2"), "outlook/2"),
        (lambda study: study["states"][0].update(name="switzerland"), "In switzerland: This names a State that exists"),
        (lambda study: study["states"][0].update(name="CHE"), "In CHE"),
        (lambda study: study["states"][0].update(items=[600, 500]), "In Arcadia/items"),
        (lambda study: study["states"][0].update(items=[1, 2, 3, 4]), ".states[0].items"),
        (lambda study: study["states"][0].update(items=-1), "In Arcadia/items"),
        (lambda study: study["states"][0].update(items=1e999), "not JSON"),
        (lambda study: study["states"][0].update(tonnes=3), "tonnes"),
        (lambda study: study.update(title="a\u202eb"), "In a\\u202eb"),
        (lambda study: study["resources"][0].update(name="a\x01"), "In a\\x01"),
        (lambda study: study["resources"][0].update(per_year="many"), ".resources[0].per_year"),
        (lambda study: study.update(years=10**6), "200"),
        (lambda study: study["states"][2].update(gates=[{"below": 1, "after": "X", "reached": 0}]), "In Meridia"),
    ],
)
def test_a_study_that_is_none_is_refused_with_its_place(
    study: Path, change: Callable[[Any], object], told: str
) -> None:
    ran = accord("outlook", changed(study, change))
    assert (ran.status, ran.out, ran.clean) == (2, "", True)
    assert told in ran.err


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000, b'{"format": "outlook/1"}'])
def test_what_is_no_json_of_a_study_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "broken.json"
    file.write_bytes(data)
    for ran in (accord("outlook", file), accord("outlook", "-", stdin=data), accord("outlook", tmp_path / "none")):
        assert (ran.status, ran.out, ran.clean) == (2, "", True)


def test_nothing_uncertain_has_no_tornado(study: Path) -> None:
    def certain(told: Any) -> None:
        for row in (*told["states"], *told["resources"]):
            for name, value in row.items():
                row[name] = value[0] if isinstance(value, list) and name != "gates" else value

    ran = accord("outlook", changed(study, certain), "--svg", study.with_name("t.svg"), "--figure", "tornado")
    assert ran.status == 2
    assert say("en", "unfit.nothing-uncertain") in ran.err
    assert not study.with_name("t.svg").exists()
    assert accord("outlook", study, "--runs", 3).status == 0


def test_every_state_that_exists_is_known_by_code_and_name_in_six_languages() -> None:
    free = [(code, lang) for code, row in states().items() for lang in LANGUAGES if not names_a_state(row.name(lang))]
    assert free == []
    assert all(map(names_a_state, states()))
    assert not any(names_a_state(state.name) for state in EXAMPLE.states)

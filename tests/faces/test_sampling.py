"""The questions about samples on the command line: as numbers of the reference say, exactly, and with clear errors."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from accord.analysis.unfit import Unfit
from accord.faces.calculators.question import LARGEST_TABLE, Given
from accord.faces.calculators.questions import QUESTIONS
from accord.faces.unfit import told
from accord.words.catalogue import has, placeholders, say
from accord.words.languages import CODES
from tests.faces.running import accord

TABLES = {"strata": "name,items,mass\nA,40,2\nB,200,0.5\n"}


@pytest.mark.parametrize(
    ("items", "defects", "beta", "n", "usual", "mended"),
    [
        (100, 5, "0.05", 45, 46, 45),
        (100, 1, "0.05", 95, 95, 95),
        (1550, 31, "1/20", 142, 143, 142),
        (300, 8, "0.8", 9, 9, 9),
    ],
)
def test_the_plan_of_the_command_line(items: int, defects: int, beta: str, n: int, usual: int, mended: int) -> None:
    found = accord("sampling", "plan", "--items", items, "--defects", defects, "--nondetection", beta, "--json").json
    assert (found["n"], found["iaea_n"], found["corrected_n"]) == (n, usual, mended)
    goal = Fraction(beta)
    assert Fraction(found["nondetection_exact"]) <= goal < Fraction(found["n_minus_1_nondetection_exact"])
    for name in ("nondetection", "n_minus_1_nondetection"):
        assert float(found[name]) == pytest.approx(float(Fraction(found[f"{name}_exact"])))


def test_imperfect_detection_and_goal_quantities_are_planned_too() -> None:
    asked = ("sampling", "plan", "--items", 100, "--nondetection", "0.05", "--json")
    assert accord(*asked, "--defects", 5, "--detection", "0.9").json["n"] == 50
    by_mass = accord(*asked, "--quantity", "8", "--mass", "1.7").json
    assert (by_mass["defects"], by_mass["n"]) == (5, 45)


def test_a_plan_of_several_strata_is_the_question_of_strata(tmp_path: Path) -> None:
    file = tmp_path / "strata.csv"
    file.write_text(TABLES["strata"], encoding="utf-8-sig")
    asked = ("--strata", file, "--quantity", "8", "--nondetection", "0.2", "--json")
    found = accord("sampling", "plan", *asked).json
    assert found == accord("sampling", "strata", *asked).json
    assert [(row["name"], row["n"], row["usual_n"]) for row in found["strata"]] == [("A", 13, 14), ("B", 19, 20)]
    assert Fraction(found["nondetection_exact"]) <= Fraction(1, 5)
    assert round(float(found["usual_nondetection"]), 5) == 0.17669


def test_the_other_questions_give_the_numbers_of_the_reference() -> None:
    sample = ("--items", 100, "--n", 45)
    inverse = accord("sampling", "invert", *sample, "--defects", 5, "--nondetection", "0.05", "--json")
    assert inverse.json["smallest_defects"] == 5
    assert round(float(inverse.json["nondetection"]), 6) == 0.046206
    seen = accord("sampling", "invert", *sample, "--defects", 5, "--detection", "0.5", "--json")
    assert round(float(seen.json["nondetection"]), 6) == 0.276673
    assert accord("sampling", "lot", "--defective", "0.01", "--nondetection", "0.05", "--json").json["n"] == 299
    even = accord("sampling", "completeness", "--items", 100, "--n", 45, "--defects", 4, "--json").json
    assert (even["none_exact"], round(float(even["at_most"]), 6)) == ("46/101", 0.956081)
    half = accord("sampling", "completeness", "--items", 100, "--n", 45, "--none-before", "1/2", "--json").json
    assert half["none_exact"] == "920/931"
    assert accord("sampling", "game", "--periods", 12, "--inspections", 4, "--json").json["value"] == "-165/397"
    points = accord("sampling", "curve", "--items", 100, "--n", 45, "--most-defects", 5, "--json").json["points"]
    assert [round(float(point["nondetection"]), 6) for point in points][-1] == 0.046206


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("question", list(QUESTIONS))
def test_every_example_is_told_in_every_language(question: str, lang: str) -> None:
    asked = QUESTIONS[question]
    answer = asked.ask(Given(asked.example))
    for said in answer.said:
        assert placeholders(lang, said.code) <= set(said.values)
    columns = [column for table in answer.tables for column in table.columns if not column.startswith("=")]
    names = [name for name, _ in answer.facts] + columns + [table.name for table in answer.tables]
    names += [field.name for field in asked.fields]
    assert [name for name in names if not has(lang, f"calculator.{name}")] == []
    assert all(len(row) == len(table.columns) for table in answer.tables for row in table.rows)
    if answer.plot is not None:
        assert answer.plot(lambda code, **values: say(lang, code, **values)).about


@pytest.mark.parametrize("question", list(QUESTIONS))
def test_every_question_says_what_is_missing(question: str) -> None:
    asked = QUESTIONS[question]
    for field in asked.fields:
        if field.needed:
            with pytest.raises(Unfit, match="missing"):
                asked.ask(Given({name: text for name, text in asked.example.items() if name != field.name}))
    with pytest.raises(Unfit):
        asked.ask(Given(dict.fromkeys(asked.example, "-1")))


def test_no_answer_about_a_sample_reads_as_certainty() -> None:
    """Every answer about what a sample finds says what it does not say; every belief names its prior."""
    for name in ("plan", "strata", "curve", "invert", "lot", "methods"):
        asked = QUESTIONS[name]
        assert "calculator.no-belief" in [said.code for said in asked.ask(Given(asked.example)).said], name
    for given in ({"items": "100", "n": "45"}, QUESTIONS["completeness"].example):
        codes = [said.code for said in QUESTIONS["completeness"].ask(Given(given)).said]
        assert codes[0] in ("calculator.completeness.even", "calculator.completeness.prior")
        assert codes[-1] == "calculator.completeness.rests"


def test_a_mix_says_how_often_it_alarms_falsely() -> None:
    asked = QUESTIONS["methods"]
    found = asked.ask(Given(asked.example)).values
    n = sum(row["n"] for row in found["methods"])
    assert Fraction(found["any_false_alarm_exact"] or 0) in (0, 1 - Fraction(999, 1000) ** n)
    assert float(found["any_false_alarm"]) == pytest.approx(1 - 0.999**n)
    assert all(row["n"] for row in found["methods"])


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "Strata: is needed"),
        ("name,items,mass", "no row"),
        ("name,items\nA,1", "mass is not one of them, or is missing"),
        ("name,items,mass,size\nA,1,1,1", "size is not one of them"),
        ("name,items,mass,mass\nA,1,1,1", "mass is not one of them"),
        ("name,items,mass\nA,1", "Line 2: The row has 2 cells, the head 3."),
        ("name,items,mass\nA,1,1\nA,2,1", "In A: This name stands there twice."),
        ("name,items,mass\nA,-4,1", "In A: Items, N: -4 cannot be read as a whole number."),
        ("name,items,mass\n,40,x", "Line 2: Mass of an item: x cannot be read as a number"),
        ("name,items,mass\nA,0,1", "In A: The number of items must be from 1 to"),
        ("name,items,mass\nA,5,1", "less than the goal quantity 8"),
        ('name,items,mass\n"A,5,1', "no row"),
        ("x" * (LARGEST_TABLE - 1) + "é", "larger than"),
    ],
)
def test_a_table_that_cannot_be_taken_names_its_row(table: str, said: str) -> None:
    with pytest.raises(Unfit) as refused:
        QUESTIONS["strata"].ask(Given({"strata": table, "quantity": "8", "nondetection": "0.2"}))
    assert said in told("en", refused.value)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("plan --items 3 --defects 5 --nondetection 0.05", "5 defects are out of range"),
        ("plan --items 100 --defects 5 --nondetection 5%", "5% cannot be read as a number"),
        ("plan --items 100 --defects 5 --nondetection 1", "must be between 0 and 1"),
        ("plan --items 1e3 --defects 5 --nondetection 0.1", "1e3 cannot be read as a whole number"),
        ("plan --items 9 --defects 1 --nondetection 0.1 --detection 0.5", "Even looking at all"),
        ("plan --items 9 --quantity 1 --mass 0 --nondetection 0.1", "must be a finite number above zero"),
        ("invert --items 9 --n 10 --defects 1", "A sample of 10 is out of range"),
        ("invert --items 9 --n 1", "Defects, d: is needed"),
        ("game --periods 0 --inspections 1", "The number of periods must be from 1 to"),
        ("strata --strata nowhere.csv --quantity 1 --nondetection 0.1", "nowhere.csv does not exist"),
    ],
)
def test_what_cannot_be_asked_is_a_sentence(asked: str, said: str) -> None:
    ran = accord("sampling", *asked.split())
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_figure_is_drawn_into_a_new_file_and_never_over_another(tmp_path: Path) -> None:
    file = tmp_path / "curve.svg"
    asked = ("sampling", "curve", "--items", 100, "--n", 45, "--lang", "ar", "--svg", file)
    assert accord(*asked).status == 0
    assert file.read_text(encoding="utf-8").startswith("<svg ")
    assert accord(*asked).status == 2
    none = accord("sampling", "lot", "--defective", "0.1", "--nondetection", "0.1", "--svg", tmp_path / "x.svg")
    assert (none.status, "no figure" in none.err) == (2, True)


def test_a_table_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "strata.csv"
    file.write_bytes(b"\xff\xfe\x00")
    ran = accord("sampling", "strata", "--strata", file, "--quantity", "1", "--nondetection", "0.1")
    assert ran.status == 2
    assert "Traceback" not in ran.err


def test_the_help_of_every_question_shows_a_command_that_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for question in QUESTIONS.values():
        for field in question.fields:
            if field.kind == "table":
                (tmp_path / f"{field.name}.csv").write_text(question.example[field.name], encoding="utf-8")
        helped = accord("sampling", question.name, "--help").out
        line = helped.partition("Example:")[2].split("\n\n")[0]
        assert accord(*line.split()[1:]).status == 0, line

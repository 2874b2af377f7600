"""`accord balance`: the table of a facility in, its balances out, in words, as JSON and as a figure."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from accord.words.languages import CODES
from tests.faces.running import accord

KEYS = {"unit", "muf", "sigma", "cumuf", "sitmuf", "gemuf", "page", "covariance", "alarms"}
EXAMPLE = accord("balance", "--example").out


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    file = tmp_path / "plant.csv"
    file.write_text(EXAMPLE)
    return file


def test_the_answer_has_its_keys_and_its_statistics_agree(plant: Path) -> None:
    found = accord("balance", plant, "--json").json
    assert set(found) >= KEYS
    z = np.array(found["sitmuf"])
    assert z @ z == pytest.approx(found["gemuf"])
    lower = np.linalg.cholesky(found["covariance"])
    assert lower @ z == pytest.approx(np.array(found["muf"]))
    assert np.sqrt(np.diag(found["covariance"])) == pytest.approx(found["sigma"])
    assert np.cumsum(found["muf"]) == pytest.approx(found["cumuf"])
    assert found["unit"] == "kg"


def test_the_loss_of_the_example_is_found_by_the_tests_that_add_up(plant: Path) -> None:
    alarms = accord("balance", plant, "--json").json["alarms"]
    assert {alarm["test"] for alarm in alarms} == {"page", "gemuf"}
    assert min(alarm["balance"] for alarm in alarms) > 6
    assert all(alarm["value"] > alarm["threshold"] for alarm in alarms)


def test_the_unit_of_the_table_is_that_of_the_answer(plant: Path) -> None:
    kilograms = accord("balance", plant, "--json").json
    lines = [line.split(",") for line in EXAMPLE.splitlines()]
    grams = [
        ",".join([*cells[:3], "mass_g" if n == 0 else f"{float(cells[3]) * 1000:.3f}", *cells[4:]])
        for n, cells in enumerate(lines)
    ]
    plant.write_text("\n".join(grams))
    found = accord("balance", plant, "--json").json
    assert found["unit"] == "g"
    assert found["muf"] == pytest.approx([1000 * mass for mass in kilograms["muf"]])
    assert found["thresholds"]["cumuf"] == pytest.approx(1000 * kilograms["thresholds"]["cumuf"])
    assert found["sitmuf"] == pytest.approx(kilograms["sitmuf"])


def test_computed_and_simulated_stand_side_by_side_and_a_seed_repeats_them(plant: Path) -> None:
    asked = ("balance", plant, "--simulate", 20000, "--loss-abrupt", "1@3", "--seed", 9, "--json")
    found = accord(*asked).json
    assert found == accord(*asked).json
    assert found["simulated"]["sigma"] == pytest.approx(found["sigma"], rel=0.03)
    assert found["simulated"]["detection"] == pytest.approx(found["detection"], abs=0.02)
    assert found["simulated"]["false_alarms"] == pytest.approx(dict.fromkeys(found["detection"], 0.05), abs=0.01)
    assert accord(*asked[:-2], 10, "--json").json["simulated"] != found["simulated"]


@pytest.mark.parametrize("lang", CODES)
def test_in_words_it_is_told_in_the_language_of_the_reader(plant: Path, lang: str) -> None:
    ran = accord("balance", plant, "--simulate", 50, "--loss-protracted", "0.5", "--lang", lang)
    assert (ran.status, ran.err) == (0, "")
    assert not re.search(r"calculator\.|\{", ran.out)
    assert ran.out.count("2030-01-01") == 2


@pytest.mark.parametrize("figure", ["sitmuf", "page", "muf", "cumuf"])
def test_a_figure_is_a_file_of_its_own_and_none_is_overwritten(plant: Path, tmp_path: Path, figure: str) -> None:
    file = tmp_path / "figure.svg"
    asked = ("balance", plant, "--svg", file, "--figure", figure, "--false-alarm", "1/20")
    assert accord(*asked).status == 0
    root = ElementTree.fromstring(file.read_text())
    assert root.get("aria-label")
    assert "0.05" in "".join(root.itertext())
    again = accord(*asked)
    assert (again.status, again.out) == (2, "")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--false-alarm", "0"), "between 0 and 1"),
        (("--false-alarm", "-1"), "cannot be read as a number"),
        (("--k", "5.1"), "the most is 5"),
        (("--false-alarm", "0.0000001"), "too small"),
        (("--loss-abrupt", "1"), "1.5@3"),
        (("--loss-abrupt", "1@13"), "no balance 13"),
        (("--loss-abrupt", "1@1", "--loss-protracted", "1"), "not about both"),
        (("--simulate", "1"), "1 runs"),
        (("--simulate", "99999999999"), "the most is 10000000"),
        (("--simulate", "few"), "whole number"),
    ],
)
def test_what_cannot_be_asked_is_said(plant: Path, asked: tuple[str, ...], said: str) -> None:
    ran = accord("balance", plant, *asked)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.clean


@pytest.mark.parametrize(
    "asked",
    [
        ("--k", "5", "--false-alarm", "0.5"),
        ("--k", "0", "--false-alarm", "0.000001"),
        ("--false-alarm", "0.999999"),
        ("--loss-protracted", "9" * 30),
        ("--loss-abrupt", "0@12"),
    ],
)
def test_at_the_ends_of_what_can_be_asked_every_number_is_one(plant: Path, asked: tuple[str, ...]) -> None:
    ran = accord("balance", plant, *asked, "--json")
    assert (ran.status, ran.err) == (0, "")
    assert ran.json["run_length"] >= 1
    assert all(0 <= found <= 1 for found in ran.json.get("detection", {}).values())


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (EXAMPLE.replace("40.033", "-40.033"), "Line 2"),
        (EXAMPLE.replace("inventory,store,2030-02-01", "inventory,stores,2030-02-01"), "no inventory of"),
        (EXAMPLE.replace("2030-01-05", "2029-01-05"), "2029-01-05"),
        (EXAMPLE.replace("mass_kg", "mass_lb"), "mass_lb"),
        (re.sub(r",[0-9.]+,[0-9.]+,(?=[a-z])", ",0,0,", EXAMPLE), "variance of balance 1"),
        ("", "no lines"),
        (b"\xff\xfe\x00", "UTF-8"),
    ],
)
def test_a_table_that_does_not_fit_is_told_with_its_line(table: str | bytes, said: str) -> None:
    ran = accord("balance", "-", stdin=table)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.clean


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    assert "FILE" in accord("balance").err
    assert str(tmp_path / "none.csv") in accord("balance", tmp_path / "none.csv").err

"""`accord coverage`: the same matrix in words, as JSON and as CSV; one State, a group, all; what is not there."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from accord.words.catalogue import say
from tests.faces.running import accord

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


def test_as_csv_a_state_is_a_line_and_a_prohibition_a_column(demo: Path) -> None:
    found = accord("coverage", demo, "--on", "2018-07-10", "--json").json
    lines = list(csv.DictReader(io.StringIO(accord("coverage", demo, "--on", "2018-07-10", "--csv").out)))
    assert len(lines) == len(found["states"]) == 197
    for line, state in zip(lines, found["states"], strict=True):
        assert line.pop("state") == state["party"]
        assert line.pop("not-known").split() == state["not_known"]
        assert {label: names.split() for label, names in line.items()} == {
            cell["prohibition"]: cell["instruments"] for cell in state["cells"]
        }


def test_as_csv_what_would_be_added_is_marked(demo: Path) -> None:
    out = accord("coverage", demo, "--state", "MEX", "--with", "use,material-use", "--csv").out
    (line,) = csv.DictReader(io.StringIO(out))
    assert line["material-use"] == "would-add"
    assert "would-add" not in line["use"]


def test_a_group_has_the_rows_of_its_members(demo: Path) -> None:
    whole = {row["party"]: row for row in accord("coverage", demo, "--json").json["states"]}
    group = accord("coverage", demo, "--group", "un-observers", "--json").json["states"]
    assert {row["party"] for row in group} == {"PSE", "VAT"}
    assert all(row == whole[row["party"]] for row in group)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_labels_in_words_say_what_stands_there(demo: Path, lang: str) -> None:
    state = accord("coverage", demo, "--state", "MEX", "--lang", lang).out
    assert say(lang, "field.provisions_read") in state
    assert say(lang, "field.provisions") not in state
    one = accord("show", demo, "prohibition", "use", "--lang", lang).out
    assert say(lang, "field.text_readings") in one
    assert say(lang, "field.readings") not in one


@pytest.mark.parametrize(
    "words",
    [
        ("--state", "NOBODY"),
        ("--group", "nothing"),
        ("--with", "nothing"),
        ("--with", "use,nothing"),
        ("--mapping", "NOBODY"),
    ],
)
def test_what_is_not_there_is_refused_by_name(demo: Path, words: tuple[str, str]) -> None:
    ran = accord("coverage", demo, *words)
    assert ran.status == 2
    assert words[1].rpartition(",")[2] in ran.err
    assert ran.out == ""


def test_a_state_and_a_group_at_once_are_refused(demo: Path) -> None:
    assert accord("coverage", demo, "--state", "MEX", "--group", "un-members").status == 2

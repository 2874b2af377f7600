"""The sample reports hold what their expected readings say, in order and in full."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from accord.reference.states import find_states, states

HERE = Path(__file__).parent
LANGUAGES = ["en", "fr"]


def expected(lang: str) -> dict[str, Any]:
    return dict(json.loads((HERE / f"exercise-report.{lang}.expected.json").read_text(encoding="utf-8")))


def printed(lang: str) -> str:
    return (HERE / f"exercise-report.{lang}.txt").read_text(encoding="utf-8")


def fictional(lang: str) -> dict[str, str]:
    forms = {}
    with (HERE / "states.csv").open(newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            forms[row[f"short_{lang}"]] = row["iso3"]
            forms |= {form: row["iso3"] for form in row[f"also_{lang}"].split(";") if form}
    return forms


def paragraphs(reading: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        paragraph
        for chapter in reading["chapters"]
        for part in [chapter, *chapter["sections"]]
        for paragraph in part["paragraphs"]
    ]


def texts(units: list[dict[str, Any]]) -> list[str]:
    found = []
    for unit in units:
        found += [unit["text"], *texts(unit.get("list_items", [])), *texts(unit.get("subitems", []))]
    return found


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_without_its_noise_is_the_expected_text(lang: str) -> None:
    reading = expected(lang)
    noise = [
        re.escape(bare(line))
        for line in ["__________________", *(f"{n['marker']}{n['text']}" for n in reading["footnotes"])]
    ]
    job = reading["job_number"]
    page = rf"(?:{job}\d+/{reading['pages']}|\d+/{reading['pages']}{job})?\f?EXERCI[SC]E{re.escape(reading['symbol'])}"
    gap = rf"(?:{'|'.join([*noise, page])}|\d)*"
    for text in texts(paragraphs(reading)):
        pattern = gap.join(map(re.escape, bare(text)))
        assert re.search(pattern, bare(printed(lang))), text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_counts_are_those_of_the_lists(lang: str) -> None:
    reading = expected(lang)
    counts = reading["counts"]
    numbers = [paragraph["num"] for paragraph in paragraphs(reading)]
    assert numbers == list(range(1, counts["paragraphs"] + 1))
    assert counts["documents"] == len(reading["documents"])
    assert counts["panellists"] == sum(len(panel["panellists"]) for panel in reading["panels"])
    assert counts["friends_of_chair"] == len(reading["officers"]["friends_of_the_chair"])
    assert counts["general_exchange_states"] == len(reading["general_exchange"]["states"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_named_is_one_of_the_exercise_and_none_is_real(lang: str) -> None:
    reading, forms = expected(lang), fictional(lang)
    for paragraph in texts(paragraphs(reading)):
        assert {code for *_, code in find_states(paragraph, lang, forms)} <= set(forms.values())
    named = [row["state"] for row in reading["general_exchange"]["states"]] + reading["officers"][
        "friends_of_the_chair"
    ]
    assert set(named) <= set(forms)
    assert not set(forms.values()) & set(states())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_gazetteer_takes_the_speakers_whole(lang: str) -> None:
    reading, forms = expected(lang), fictional(lang)
    speech = next(p["text"] for p in paragraphs(reading) if p["num"] == reading["general_exchange"]["paragraph"])
    found = [code for *_, code in find_states(speech, lang, forms)]
    assert found == [forms[row["state"]] for row in reading["general_exchange"]["states"]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_symbol_of_the_register_is_printed(lang: str) -> None:
    whole = bare(printed(lang))
    for document in expected(lang)["documents"]:
        assert f"({document['symbol']})" in whole


def test_the_samples_have_the_noise_they_are_for() -> None:
    english, french = printed("en"), printed("fr")
    assert "\f" in english
    assert "\f" not in french
    for text in (english, french):
        assert re.search(r"XA/AC\.7?/? \n", text)
        assert re.search(r"\n ?1 ?\n", text)
        assert "__________________ \n" in text
        assert "EXERCI" in text

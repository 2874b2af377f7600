"""Language versions compared: nothing is found between true ones, and everything that is put between them."""

# ruff: noqa: E501  (sentences: one line each)
from __future__ import annotations

import random
from itertools import permutations

import pytest

from accord.papers.consistency import Version, across
from accord.papers.reading import read
from tests.papers.consistency import versions as sample
from tests.papers.consistency.versions import KINDS, LANGUAGES, inject, states, version

OFTEN = 150
THOUSAND = 1_000


@pytest.mark.parametrize(("first", "second"), list(permutations(LANGUAGES, 2)))
def test_true_versions_agree(first: str, second: str) -> None:
    assert across([version(first), version(second)], states()) == []


def test_six_versions_are_compared_at_once_with_the_first() -> None:
    every = [version(lang) for lang in LANGUAGES]
    assert across(every, states()) == []
    lines = sample.text("fr").split("\n")
    line = sample.item(lines, "fr", random.Random(1))
    every[3] = version("fr", "\n".join(lines))
    assert line is not None
    found = across(every, states())
    assert {f.values["language"] for f in found} == {"fr"}
    assert "version-unit-missing" in {f.code for f in found}


def diverged(count: int, seed: int) -> tuple[list[str], list[str], int]:
    """The kinds of divergences that were missed, those found elsewhere only, and how many were injected."""
    draw = random.Random(seed)
    true = {lang: version(lang) for lang in LANGUAGES}
    missed: list[str] = []
    elsewhere: list[str] = []
    for _ in range(count):
        lang, other = draw.sample(LANGUAGES, 2)
        injected = inject(lang, draw)
        found = across([true[other], version(lang, injected.text)], states())
        units = [unit for unit in true[lang].reading.units if unit.line <= injected.line]
        touched = max(units, key=lambda unit: unit.line).id if injected.kind != "footnote" else "footnote-1"
        if not found:
            missed.append(f"{injected.kind} {lang} {other} {injected.line}")
        elif not any(touched in (f.where, f.where.rpartition("-")[0]) or f.where in touched for f in found):
            elsewhere.append(f"{injected.kind} {lang} {other} {touched} {[f.where for f in found]}")
    return missed, elsewhere, count


def test_injected_divergences_are_found_where_they_are() -> None:
    missed, elsewhere, _ = diverged(OFTEN, 7)
    assert missed == []
    assert elsewhere == []


@pytest.mark.long
def test_of_a_thousand_injected_divergences_none_is_missed() -> None:
    missed, elsewhere, _ = diverged(THOUSAND, 2034)
    assert missed == []
    assert elsewhere == []


def test_every_kind_of_divergence_is_injected() -> None:
    draw = random.Random(3)
    assert {inject(draw.choice(LANGUAGES), draw).kind for _ in range(400)} == {kind.__name__ for kind in KINDS}


def versions(one: str, two: str) -> list[Version]:
    head = "A/AC.9/L.1\n\nI. {}\n\n"
    return [
        Version("en", read(head.format("Introduction") + one, None, "en")),
        Version("fr", read(head.format("Introduction") + two, None, "fr")),
    ]


def test_a_list_sorted_by_another_alphabet_is_the_same_list() -> None:
    one = "1. The working papers of Austria, Egypt, Ireland and New Zealand were considered by the Group.\n"
    two = "1. Les documents de travail de l’Autriche, de l’Égypte, de l’Irlande et de la Nouvelle-Zélande ont été examinés.\n"
    assert across(versions(one, two)) == []
    less = two.replace("de l’Irlande et ", "et ")
    found = across(versions(one, less))
    assert [(f.where, f.code, f.values["here"], f.values["there"]) for f in found] == [
        ("para-1", "version-states", "–", "Ireland")
    ]


def test_a_figure_in_words_is_the_same_figure() -> None:
    one = "1. The Group held twelve meetings and read 1,250 pages in the years before the report.\n"
    two = "1. Le Groupe a tenu 12 séances et lu 1 250 pages dans les années avant le rapport.\n"
    assert across(versions(one, two)) == []
    found = across(versions(one, two.replace("12 séances", "13 séances")))
    assert [(f.code, f.values["here"], f.values["there"]) for f in found] == [("version-figures", "13", "12")]


def test_a_finding_has_its_place_and_a_sentence() -> None:
    one = "1. The Group read 30 pages of the report and adopted it with the changes that were made.\n"
    two = "1. Le Groupe a lu 40 pages du rapport et l’a adopté avec les modifications qui ont été apportées.\n"
    (found,) = across(versions(one, two))
    assert (found.file, found.page, found.line) == ("fr", 1, 5)
    assert found.detail == "French: 40; English: 30"


def test_paragraphs_that_count_on_after_one_is_missing_are_told_by_their_new_numbers() -> None:
    one = "1. The Group met on 4 May 2031.\n\n2. It read 30 pages.\n\n3. It read A/AC.9/WP.7 and paid 55 dollars.\n"
    two = "1. Le Groupe s’est réuni le 4 mai 2031.\n\n2. Il a lu A/AC.9/WP.7 et payé 55 dollars.\n"
    found = across(versions(one, two))
    assert [(f.where, f.code) for f in found] == [("para-2", "version-unit-missing"), ("para-2", "version-number")]

"""What holds for every document and record: round trips, and words without facts."""

from __future__ import annotations

import pytest

from accord.acts.vocabulary import name_of
from accord.papers.importing import gazetteer, plan
from accord.papers.reading import read
from accord.papers.report import report
from accord.stories.demonstration import BODY, recorded
from accord.words.languages import CODES
from tests.papers.report.building import EDITOR, bare, founded, imports, sample, say


@pytest.fixture(scope="module")
def composed() -> dict[str, str]:
    """The composed report of the working group in each language, as a printed text."""
    world = founded()
    for act in recorded():
        say(world, act)
    out = {}
    for language in CODES:
        blocks = [block for block in report(world, BODY, language).blocks if block.kind != "footnote"]
        lines = [
            (f"{b.label.text} " if b.label else "") + "".join(s.text for s in b.segments if not s.mark) for b in blocks
        ]
        out[language] = "\n\n".join(["A/68/514", *lines]) + "\n"
    return out


@pytest.mark.parametrize("language", CODES)
def test_what_we_compose_we_read_and_print_again_to_the_character(composed: dict[str, str], language: str) -> None:
    world = founded()
    found = imports(world, composed[language])
    assert (found.language, found.exact) == (language, True)
    assert report(world, "A/68/514", language).characters() == bare(read(composed[language]).body_text())
    assert imports(world, composed[language]).acts == ()


def test_a_document_whose_body_nobody_knows_is_recorded_as_words() -> None:
    text = "A/99/1\n\nI. Introduction\n\n1. There was a discussion.\n\n2. It went on for long.\n"
    world = founded()
    found = imports(world, text)
    assert found.exact
    assert found.body == ""
    assert {name_of(act) for act in found.acts} == {"document.register/1", "unit.record/1"}
    assert "no-mandate" in {note.code for note in found.notes}
    made = report(world, "A/99/1", "en")
    assert made.text().splitlines()[1] == "1. There was a discussion."
    assert made.counts.bound == 0


def test_a_record_knows_its_own_fictional_states() -> None:
    text, names = sample("en")
    world = founded()
    imports(world, text, names)
    known = gazetteer(world)
    assert known["Arvandia"] == names["Arvandia"]
    assert known["the Borealis Islands"] == names["Borealis Islands"]
    assert plan(read(text, known), world, EDITOR).acts == ()


def test_a_long_paragraph_is_split_over_several_acts() -> None:
    long = "\n".join(["Delegations spoke of many things"] * 1_700)
    text = f"A/99/2\n\nI. Introduction\n\n1. {long}.\n\n2. It went on.\n"
    world = founded()
    found = imports(world, text)
    assert found.exact
    assert sum(name_of(act) == "unit.record/1" for act in found.acts) > 3
    assert imports(world, text).acts == ()


def test_a_paragraph_that_is_gone_is_struck() -> None:
    head = "A/99/3\n\nI. Introduction\n\n1. There was a discussion.\n"
    world = founded()
    imports(world, head + "\n2. It went on.\n\n3. It ended.\n")
    found = imports(world, head + "\n2. It went on.\n")
    assert [name_of(act) for act in found.acts] == ["text.strike/1"]
    assert found.exact
    assert "It ended" not in report(world, "A/99/3", "en").text()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_both_versions_of_one_record_stand_beside_each_other(language: str) -> None:
    """The two samples are of two years: the record keeps both, each under its own symbol."""
    world = founded()
    for other in ("en", "fr"):
        imports(world, *sample(other))
    text, names = sample(language)
    symbol = read(text, names).symbol
    assert symbol is not None
    assert report(world, symbol, language).made == "units"


def test_a_translation_adds_words_and_corrects_nothing_else(composed: dict[str, str]) -> None:
    world = founded()
    imports(world, composed["en"])
    tables = world.documents.tables
    before = {symbol: world.documents.sponsors(symbol) for symbol in tables.documents}
    places = {symbol: f.act.place for symbol, f in tables.documents.items()}
    found = imports(world, composed["fr"])
    assert found.exact
    assert {one.why for one in found.planned} == {"new", "changed"}
    assert {symbol: world.documents.sponsors(symbol) for symbol in tables.documents} == before
    assert {symbol: f.act.place for symbol, f in tables.documents.items()} == places
    title = tables.documents["A/AC.281/WP.4"].act.title
    assert title is not None
    assert set(title.said) == {"en", "fr"}
    assert title.original == "en"
    assert imports(world, composed["fr"]).acts == ()
    french = next(b for b in report(world, "A/68/514", "fr").blocks if "WP.4)" in b.words)
    assert "l'Allemagne, l'Australie" in french.words

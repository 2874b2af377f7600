"""Formulas: every one can be filled in every language, and what fills it stands in it."""

from datetime import date

import pytest

from accord.words.catalogue import NoWords, codes, placeholders
from accord.words.dates import when
from accord.words.formulas import MAY_BE_LEFT_OUT, document_code, document_line, fill, formula, pieces
from accord.words.labels import label
from accord.words.languages import CODES

NAMES = [code.removeprefix("formula.") for code in codes("en", "formula.")]


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("name", NAMES)
def test_a_filled_formula_holds_its_values_and_no_empty_place(name: str, lang: str) -> None:
    values = {place: f"[{place}]" for place in placeholders("en", f"formula.{name}")}
    filled = fill(lang, name, values)
    text = "".join(piece.text for piece in filled)
    assert "{" not in text
    for place in values:
        if place not in MAY_BE_LEFT_OUT.get(lang, ()):
            assert f"[{place}]" in text
    assert {piece.place for piece in filled} - {None} <= set(values)


@pytest.mark.parametrize("lang", CODES)
def test_words_and_places_together_are_the_whole_formula(lang: str) -> None:
    for name in NAMES:
        assert any(piece.text or piece.place for piece in pieces(lang, name))


def test_a_formula_without_a_value_for_a_place_is_an_error() -> None:
    with pytest.raises(NoWords, match="wants a value for 'provider'"):
        formula("en", "secretariat")
    with pytest.raises(NoWords, match="no formula"):
        formula("en", "no-such-thing")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("le Groupe de travail", "Le mandat du Groupe de travail"),
        ("la Commission", "Le mandat de la Commission"),
        ("les Parties", "Le mandat des Parties"),
        ("Israël", "Le mandat d'Israël"),
    ],
)
def test_french_joins_preposition_and_article(body: str, text: str) -> None:
    assert formula("fr", "mandate.established", body=body, resolution="1").startswith(text + " découle")


def test_spanish_joins_preposition_and_article() -> None:
    assert "El mandato del Grupo" in formula("es", "mandate.established", body="el Grupo", resolution="1")


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("submitter", ["sponsors", "chair", "secretariat", "civil-society", "none"])
@pytest.mark.parametrize("title", ["Steps", None])
def test_every_document_has_a_line(lang: str, submitter: str, title: str | None) -> None:
    sponsors = ["X", "Y"] if submitter == "sponsors" else []
    line = document_line(lang, "working-paper", "A/AC.1/WP.1", title=title, submitter=submitter, sponsors=sponsors)
    assert "A/AC.1/WP.1" in line
    assert (title is None) or "Steps" in line
    assert all(sponsor in line for sponsor in sponsors)


def test_one_sponsor_is_singular() -> None:
    assert document_code("sponsors", "Steps", 1) == "document.sponsor"
    assert (
        document_line("ru", "working-paper", "A/1", submitter="sponsors", sponsors=["X"])
        == "Рабочий документ (A/1), автор: X"
    )


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("mode", ["consensus", "without-a-vote", "vote", "unknown"])
def test_the_mode_of_adoption_is_said_only_where_it_is_known(lang: str, mode: str) -> None:
    values = {"when": when([date(2031, 8, 30)], lang), "body": "X", "drafts": "A/AC.1/L.1"}
    plain, revised = formula(lang, f"adoption.{mode}", **values), formula(lang, f"adoption.{mode}.revised", **values)
    assert plain != revised
    if mode != "unknown":
        assert plain != formula(lang, "adoption.unknown", **values)


def test_a_sentence_starts_with_a_capital() -> None:
    assert formula("en", "documents.intro", body="the Working Group").startswith("The Working Group")
    assert label(1, "item", "en") == "(a)"

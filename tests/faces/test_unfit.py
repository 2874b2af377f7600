"""Whatever a method cannot take, there are words for it, and they have a value for each of their places."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from accord.analysis.unfit import Unfit
from accord.faces.cli.errors import WRONG, explain
from accord.faces.unfit import LONGEST, told
from accord.words.catalogue import has, placeholders
from accord.words.languages import CODES
from tests.architecture.source import PACKAGE, name, tree


def refusals() -> Iterator[tuple[str, str, set[str]]]:
    """Where something is refused, its code, and the values that are given: all of them in the source of analysis."""
    for folder in (PACKAGE / "analysis", PACKAGE / "faces" / "calculators", PACKAGE / "papers" / "balances"):
        for path in sorted(folder.rglob("*.py")):
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.Call) and ast.unparse(node.func) in ("insist", "Unfit"):
                    code = node.args[1 if ast.unparse(node.func) == "insist" else 0]
                    if isinstance(code, ast.Constant):
                        yield f"{name(path)}:{node.lineno}", code.value, {k.arg or "" for k in node.keywords} - {"row"}


REFUSALS = list(refusals())


def test_refusals_are_found() -> None:
    assert len(REFUSALS) > 100
    assert "covariance-singular" in {code for _, code, _ in REFUSALS}


@pytest.mark.parametrize("lang", CODES)
def test_every_refusal_has_words_for_which_it_gives_the_values(lang: str) -> None:
    without = [(place, code) for place, code, _ in REFUSALS if not has(lang, f"unfit.{code}")]
    assert without == []
    lacking = [(place, code) for place, code, given in REFUSALS if not placeholders(lang, f"unfit.{code}") <= given]
    assert lacking == []


def test_a_refusal_on_the_command_line_is_a_sentence_with_its_row() -> None:
    said, status = explain(Unfit("number-of-items", row="B", items=0, most=7), "fr")
    assert (said, status) == ("Dans B : Le nombre d’articles doit aller de 1 à 7, et non 0.", WRONG)


def test_a_line_of_a_file_is_named_by_its_number() -> None:
    assert told("en", Unfit("table-cell-empty", row="3", column="name")) == "Line 3: The cell in name is empty."


def test_what_somebody_typed_is_shortened() -> None:
    said = told("en", Unfit("not-a-number", what="nobody's", value="x" * 500))
    assert len(said) < 2 * LONGEST + 30

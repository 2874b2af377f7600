"""Every act, field, choice and reason of the product has its words."""

import ast
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import accord
from accord.words.catalogue import has, placeholders
from accord.words.languages import CODES

SOURCE = Path(accord.__file__).parent
CHOICES = {
    "areas.documents.acts": {"Kind": "kind", "Submitter": "submitter", "InstrumentForm": "instrument-form"},
    "areas.parties.acts": {"PartyKind": "party-kind", "Role": "role"},
    "areas.bodies.acts": {"Office": "office", "Mode": "mode", "Participation": "participation"},
    "areas.meetings.acts": {
        "SingleKind": "meeting-kind",
        "PartOfDay": "part-of-day",
        "Category": "category",
        "Ending": "ending",
    },
    "areas.speakers.acts": {
        "Level": "level",
        "OrderRule": "order-rule",
        "ReplyTime": "reply-time",
        "Passing": "passing",
    },
    "areas.drafting.acts": {"Register": "register", "UnitKind": "unit-kind"},
    "areas.negotiation.acts": {"AdoptionMode": "mode", "PositionKind": "position-kind"},
}


def acts() -> list[type[msgspec.Struct]]:
    """The acts that the areas define, found without asking the world."""
    found = []
    for file in sorted((SOURCE / "areas").glob("*/acts.py")):
        module = __import__(f"accord.areas.{file.parent.name}.acts", fromlist=["ACTS"])
        found += list(module.ACTS)
    return found


def missing(code: str) -> list[str]:
    return [f"{code} in {lang}" for lang in CODES if not has(lang, code)]


def test_every_act_has_a_title_and_a_sentence() -> None:
    lacking = []
    for act in acts():
        tag = str(act.__struct_config__.tag).split("/")[0]
        lacking += missing(f"act.{tag}") + missing(f"act.{tag}.does")
    assert lacking == []


def test_every_field_has_a_name() -> None:
    fields = {field for act in acts() for field in act.__struct_fields__}
    assert [line for field in sorted(fields) for line in missing(f"field.{field}")] == []


def reasons_in(file: Path) -> set[str]:
    """The codes that `insist`, `NoEffect` and `Refused` are given in a file."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            place = {"insist": -1, "NoEffect": 0, "Refused": 0}.get(node.func.id)
            argument = None if place is None else node.args[place]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                found.add(argument.value)
    return found


def test_every_reason_has_a_sentence() -> None:
    reasons = set()
    for file in [*SOURCE.glob("areas/*/*.py"), *SOURCE.glob("acts/*.py"), *SOURCE.glob("world/*.py")]:
        reasons |= reasons_in(file)
    assert len(reasons) > 40
    assert [line for reason in sorted(reasons) for line in missing(f"reason.{reason}")] == []


@pytest.mark.parametrize("module", CHOICES)
def test_every_choice_has_a_word(module: str) -> None:
    acts_module = __import__(f"accord.{module}", fromlist=["x"])
    lacking = []
    for name, prefix in CHOICES[module].items():
        for choice in typing.get_args(getattr(acts_module, name)):
            lacking += missing(f"{prefix}.{choice}")
    assert lacking == []


FAMILIES = re.compile(
    r"(?:error|page|input|message|word|check|progress|count|formula|voice|kind)\.[a-z][a-z0-9.-]*[a-z0-9]"
)


def test_every_code_written_in_the_product_has_words() -> None:
    lacking = []
    for file in sorted(SOURCE.glob("**/*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and FAMILIES.fullmatch(node.value):
                lacking += [f"{line} ({file.name})" for line in missing(node.value)]
    assert lacking == []


@pytest.mark.parametrize("lang", CODES)
def test_every_field_and_choice_of_every_page_has_words(lang: str) -> None:
    pytest.importorskip("accord.world.pages")
    from accord.faces.cli.shown import untold

    assert untold(lang) == []


def test_every_finding_of_the_reader_has_words() -> None:
    findings = set()
    for file in SOURCE.glob("papers/reading/**/*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and len(node.args) == 3 and isinstance(node.args[1], ast.Constant):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name in ("Finding", "find", "finding") and isinstance(node.args[1].value, str):
                    findings.add(node.args[1].value)
    assert [line for code in sorted(findings) for line in missing(f"finding.{code}")] == []


def test_every_verb_class_and_indicator_of_the_trace_has_words() -> None:
    trace = pytest.importorskip("accord.reference.trace")
    codes = {code for row in trace.rows() for code in (row.verb, row.class_)}
    assert [line for code in sorted(codes) for line in missing(f"trace.{code}")] == []
    names = {name for row in trace.rows() for name in row.indicators}
    assert [line for name in sorted(names) for line in missing(f"indicator.{name}")] == []


def said_with_values(file: Path) -> Iterator[tuple[str, set[str]]]:
    """The codes that a file says with literal values, and the names of those values."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or any(keyword.arg is None for keyword in node.keywords):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        place = {"say": 1 if isinstance(node.func, ast.Name) else 0, "Complaint": 0}.get(name)
        code = node.args[place] if place is not None and len(node.args) > place else None
        if isinstance(code, ast.Constant) and isinstance(code.value, str):
            yield code.value, {str(keyword.arg) for keyword in node.keywords} - {"status"}


def test_every_sentence_is_given_the_values_it_wants() -> None:
    wrong = []
    for file in sorted(SOURCE.glob("faces/**/*.py")) + sorted(SOURCE.glob("*.py")):
        for code, values in said_with_values(file):
            wanted = placeholders("en", code) if has("en", code) else values
            if not wanted <= values | {"why"} or values - wanted - {"problem", "details"}:
                wrong.append(f"{file.name} says {code} with {sorted(values)}, it wants {sorted(wanted)}")
    assert wrong == []

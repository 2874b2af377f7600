"""The rooms stand in strict order, the fences hold, and no area is outside them."""

from __future__ import annotations

import ast
import configparser
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import AREAS, PACKAGE, ROOT, modules, name, tree


def contracts() -> configparser.ConfigParser:
    read = configparser.ConfigParser()
    read.read(ROOT / ".importlinter", encoding="utf-8")
    return read


def several(section: str, option: str) -> list[str]:
    return contracts()[f"importlinter:contract:{section}"][option].split()


def test_every_contract_is_kept() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [linter, "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_area_stands_in_the_order_of_the_domain() -> None:
    from accord.world.vocabulary import AREAS as by_world

    assert list(reversed(several("areas", "layers"))) == list(by_world)
    assert sorted(by_world) == AREAS


@pytest.mark.parametrize("contract", ["pure", "rulings"])
def test_the_fences_go_round_the_rules_and_views_of_every_area(contract: str) -> None:
    fenced = set(several(contract, "source_modules"))
    for area in AREAS:
        assert {f"accord.areas.{area}.rules", f"accord.areas.{area}.view"} <= fenced


def test_every_area_has_its_four_files() -> None:
    for area in AREAS:
        present = {path.name for path in (PACKAGE / "areas" / area).glob("*.py")}
        assert {"acts.py", "rules.py", "view.py", "pages.py"} <= present, area


def test_only_the_lists_of_verbs_and_of_questions_import_by_name() -> None:
    """What is imported by a string is seen by no linter; what these two name, other tests import."""
    allowed = {"accord/faces/cli/group.py", "accord/faces/calculators/question.py"}
    found = {
        name(path)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__"))
    }
    assert found == allowed


def test_every_room_says_what_it_is_for() -> None:
    rooms = {room for layer in several("rooms", "layers") for room in layer.split("|") if room}
    for room in sorted(rooms - {"main"}):
        assert ast.get_docstring(tree(PACKAGE / room / "__init__.py")) or room in UNSAID, room


UNSAID = {"papers"}
"""Rooms that do not say it yet."""


def test_rooms_are_those_of_the_package() -> None:
    rooms = {room for layer in several("rooms", "layers") for room in layer.split("|") if room}
    there = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert rooms == there | {"main"}

"""The source of the product as data: its files, their syntax trees, the strings in them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "accord"
AREAS = sorted(path.parent.name for path in PACKAGE.glob("areas/*/acts.py"))


def modules() -> list[Path]:
    """Every module of the product."""
    return sorted(PACKAGE.rglob("*.py"))


def texts() -> list[Path]:
    """Every file of the product that is text: modules, tables, catalogues, templates."""
    return sorted(path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in (".pyc", ".mo"))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    """A file's name within the project."""
    return path.relative_to(ROOT).as_posix()


def called(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of everything that is called within a node: `open`, `datetime.now`."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call):
            yield inner.lineno, ast.unparse(inner.func)

"""Reads from the source which reasons each rule can give: its own, and those of what it calls."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import accord.acts
import accord.areas

_ROOT = Path(next(iter(accord.areas.__path__)))
_FACTS = Path(next(iter(accord.acts.__path__))) / "facts.py"


@cache
def reasons() -> dict[str, dict[str, frozenset[str]]]:
    """Area → rule (`may_...`) → every reason for which it can refuse effect."""
    functions: dict[str, dict[str, ast.FunctionDef]] = {}
    for path in (_FACTS, *sorted(_ROOT.glob("*/possible.py")), *sorted(_ROOT.glob("*/rules.py"))):
        area = path.parent.name if path is not _FACTS else ""
        found = {node.name: node for node in ast.parse(path.read_text()).body if _is_function(node)}
        functions.setdefault(area, {}).update(found)

    def called(name: str, area: str) -> tuple[str, ast.FunctionDef] | None:
        for home in (area, *functions):
            if name in functions[home]:
                return home, functions[home][name]
        return None

    def given(node: ast.FunctionDef, area: str, seen: frozenset[str]) -> frozenset[str]:
        found: set[str] = set()
        for call in (inner for inner in ast.walk(node) if isinstance(inner, ast.Call)):
            name = call.func.id if isinstance(call.func, ast.Name) else ""
            if name == "insist":
                found.add(_text(call.args[1]))
            elif name == "NoEffect":
                found.add(_text(call.args[0]))
            elif name not in seen and (target := called(name, area)) is not None:
                found |= given(target[1], target[0], seen | {name})
        return frozenset(found)

    return {
        area: {name: given(node, area, frozenset({name})) for name, node in named.items() if name.startswith("may_")}
        for area, named in functions.items()
        if area
    }


def _is_function(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef)


def _text(node: ast.expr) -> str:
    assert isinstance(node, ast.Constant), f"line {node.lineno}: a reason is written out, so that it can be listed"
    assert isinstance(node.value, str)
    return node.value

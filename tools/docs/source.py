"""What the reference pages read from the source: fields with their docstrings, types in plain words, reasons.

The program itself is imported for what it knows (names, rules, pages); its source is read for what
only the source says: the names of types, the sentence under a field, the reasons that a rule gives.
"""

from __future__ import annotations

import ast
import inspect
import sys
import types
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import NODEFAULT

from accord.acts import values
from accord.words.catalogue import has, say

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

GRAMMAR = ("accord.acts.", "accord.areas.")
"""Where the functions are that rules call."""

# Value types by the name under which the source uses them, in words a reader needs no source for.
PLAIN = {
    "Any": "any value",
    "Body": "body",
    "BodyCode": "code of a body",
    "Count": "whole number",
    "Day": "day",
    "Digest": "digest",
    "Document": "document",
    "EntryIndex": "entry number",
    "Figure": "figure",
    "Index": "entry number",
    "Instant": "moment",
    "KeyId": "key identifier",
    "Label": "label",
    "Language": "language",
    "Line": "line of text",
    "Moment": "moment",
    "Name": "name",
    "Number": "decimal number",
    "Offset": "offset from universal time",
    "Party": "party",
    "PartyCode": "code of a party",
    "Person": "person",
    "Source": "source",
    "Symbol": "symbol",
    "SymbolText": "symbol",
    "Text": "text in languages",
    "Time": "time of day",
    "VkeyText": "public key",
    "Words": "words",
    "bool": "yes or no",
    "bytes": "bytes",
    "date": "day",
    "int": "whole number",
    "str": "text",
}


class Field(NamedTuple):
    """A field of an act, a value or a page."""

    name: str
    type: str
    required: bool
    doc: str


@cache
def tree(module: str) -> ast.Module:
    """The source of a module."""
    return ast.parse(inspect.getsource(sys.modules[module]))


@cache
def documented(module: str) -> dict[str, str]:
    """The docstrings under assignments: `Name` of the module, `Class.field` of its classes."""
    found: dict[str, str] = {}

    def gather(body: list[ast.stmt], prefix: str) -> None:
        for statement, following in zip(body, [*body[1:], None], strict=True):
            if isinstance(statement, ast.ClassDef):
                gather(statement.body, f"{statement.name}.")
            target = (
                statement.targets[0]
                if isinstance(statement, ast.Assign)
                else getattr(statement, "target", None)
                if isinstance(statement, ast.AnnAssign)
                else None
            )
            if isinstance(target, ast.Name) and (text := _string(following)) is not None:
                found[prefix + target.id] = inspect.cleandoc(text)

    gather(tree(module).body, "")
    return found


def _string(node: ast.stmt | None) -> str | None:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return node.value.value
    return None


def fields(kind: type[Any], link: Callable[[str], str] = str) -> Iterator[Field]:
    """The fields of a struct, those of its bases first, each with the type as its own module names it."""
    homes = {name: base for base in reversed(kind.__mro__) for name in inspect.get_annotations(base)}
    for field in msgspec.structs.fields(kind):
        home = homes[field.name]
        node = _annotation(home, field.name)
        module = sys.modules[home.__module__]
        required = field.default is NODEFAULT and field.default_factory is NODEFAULT
        doc = documented(home.__module__).get(f"{home.__name__}.{field.name}", "")
        yield Field(field.encode_name, plain(node, module, link), required, doc)


def _annotation(kind: type[Any], name: str) -> ast.expr:
    for node in tree(kind.__module__).body:
        if isinstance(node, ast.ClassDef) and node.name == kind.__name__:
            for inner in node.body:
                if isinstance(inner, ast.AnnAssign) and isinstance(inner.target, ast.Name) and inner.target.id == name:
                    return inner.annotation
    raise LookupError(f"{kind.__module__} has no field {kind.__name__}.{name}")


def plain(node: ast.expr, module: types.ModuleType, link: Callable[[str], str] = str) -> str:
    """A type in plain words; `link` is given the name of every composed value.

    Raises:
        LookupError: a type that has no words here.
    """
    match node:
        case ast.BinOp(op=ast.BitOr()):
            either = [plain(side, module, link) for side in _sides(node) if not _is_none(side)]
            return " or ".join(either)
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=[inner, ast.Constant(value=value)])):
            assert value is ...
            return f"list of {plain(inner, module, link)}"
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=several)):
            return ", ".join(plain(one, module, link) for one in several)
        case ast.Subscript(value=ast.Name(id="Sequence"), slice=inner):
            return f"list of {plain(inner, module, link)}"
        case ast.Subscript(value=ast.Name(id="dict"), slice=ast.Tuple(elts=[key, value])):
            return f"{plain(value, module, link)} by {plain(key, module, link)}"
        case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[inner, *meta])):
            return plain(inner, module, link) + _limits(meta)
        case ast.Subscript(value=ast.Name(id="Literal"), slice=choices):
            several = choices.elts if isinstance(choices, ast.Tuple) else [choices]
            return "one of " + " ".join(f"`{one.value}`" for one in several if isinstance(one, ast.Constant))
        case ast.Attribute(attr="date"):
            return PLAIN["date"]
        case ast.Name(id=name):
            return _named(name, module, link)
    raise LookupError(f"{module.__name__}: no words for the type {ast.unparse(node)}")


def _named(name: str, module: types.ModuleType, link: Callable[[str], str]) -> str:
    meant = getattr(module, name, None)
    if isinstance(meant, type) and issubclass(meant, msgspec.Struct):
        return link(name)
    if name in PLAIN:
        return PLAIN[name]
    # An alias of the module itself or of one it imports from: its definition says what it is.
    for home in (module, *(m for m in _imported(module) if name in vars(m))):
        for statement in tree(home.__name__).body:
            if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == name:
                return plain(statement.value, home, link)
    raise LookupError(f"{module.__name__}: no words for the type {name}")


def _imported(module: types.ModuleType) -> Iterator[types.ModuleType]:
    for statement in tree(module.__name__).body:
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").startswith("accord."):
            yield sys.modules[str(statement.module)]


def _sides(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        yield from _sides(node.left)
        yield from _sides(node.right)
    else:
        yield node


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _limits(meta: list[ast.expr]) -> str:
    """What `Meta` says of a type: least and most, the longest, that there is at least one."""
    said: dict[str, Any] = {}
    for call in meta:
        assert isinstance(call, ast.Call)
        said |= {str(k.arg): k.value.value for k in call.keywords if isinstance(k.value, ast.Constant)}
    if "ge" in said and "le" in said:
        return f" from {said['ge']} to {said['le']}"
    if "max_length" in said:
        return f" of at most {said['max_length']} characters"
    if said.get("min_length") == 1:
        return ", at least one"
    return ""


def value_types() -> dict[str, tuple[str, str]]:
    """Name → docstring and limits, of the simple value types of acts."""
    module = values.__name__
    found = {}
    for statement in tree(module).body:
        name = ast.unparse(statement.targets[0]) if isinstance(statement, ast.Assign) else ""
        if name in PLAIN and name in documented(module):
            found[name] = (documented(module)[name], form(getattr(values, name)))
    return found


def form(kind: Any) -> str:
    """The form of a simple type as JSON Schema gives it.

    >>> form(values.Index)
    '`integer`, minimum `0`, maximum `9007199254740991`'
    """
    schema = msgspec.json.schema(kind)
    first = f"`{schema['type']}`" if "type" in schema else "one of the kinds below"
    names = {
        "format": "format",
        "enum": "one of",
        "pattern": "pattern",
        "minimum": "minimum",
        "maximum": "maximum",
        "minLength": "shortest",
        "maxLength": "longest",
    }
    rest = []
    for key, word in names.items():
        if key in schema:
            several = schema[key] if key == "enum" else [schema[key]]
            rest.append(f"{word} " + " ".join(f"`{one}`" for one in several))
    return ", ".join([first, *rest])


# Reasons.


@cache
def reasons_of(rule: Callable[..., Any]) -> frozenset[str]:
    """Every reason for which a rule can refuse effect: its own, and those of the functions it calls."""
    return _reasons(rule, frozenset())


def _reasons(function: Callable[..., Any], seen: frozenset[Any]) -> frozenset[str]:
    found: set[str] = set()
    around = inspect.unwrap(function).__globals__
    for call in calls(ast.parse(inspect.getsource(function).strip())):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name in ("insist", "NoEffect"):
            found.add(constant(call.args[1 if name == "insist" else 0]))
            continue
        called = around.get(name)
        if isinstance(called, types.FunctionType) and called.__module__.startswith(GRAMMAR) and called not in seen:
            found |= _reasons(called, seen | {function, called})
    return frozenset(found)


def gate_reasons() -> dict[str, set[str]]:
    """Reason → the modules that refuse an act for it, from every `Refused(...)` in the program."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "accord").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        parsed = ast.parse(path.read_text(encoding="utf-8"))
        for call in calls(parsed):
            if isinstance(call.func, ast.Name) and call.func.id == "Refused" and isinstance(call.args[0], ast.Constant):
                found.setdefault(constant(call.args[0]), set()).add(module)
        for kind in (node for node in ast.walk(parsed) if isinstance(node, ast.ClassDef)):
            if any(isinstance(base, ast.Name) and base.id == "Refused" for base in kind.bases):
                for call in calls(kind):
                    if isinstance(call.func, ast.Attribute) and call.func.attr == "__init__":
                        found.setdefault(constant(call.args[0]), set()).add(module)
    return found


def calls(node: ast.AST) -> Iterator[ast.Call]:
    """Every call within a node."""
    return (inner for inner in ast.walk(node) if isinstance(inner, ast.Call))


def constant(node: ast.expr) -> str:
    """The string that an expression is.

    Raises:
        TypeError: it is none; a reason is written out, so that it can be listed.
    """
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        raise TypeError(f"a reason is written out, so that it can be listed: {ast.unparse(node)}")
    return node.value


# Markdown.


def paragraph(text: str | None) -> str:
    """A docstring as it stands in a page: its paragraphs, each on one line."""
    return "\n\n".join(" ".join(part.split()) for part in inspect.cleandoc(text or "").split("\n\n"))


def first_line(text: str | None) -> str:
    """The first paragraph of a docstring."""
    return paragraph(text).partition("\n\n")[0]


def cell(text: str) -> str:
    """Text for a table."""
    return " ".join(text.replace("|", "\\|").split())


def english(code: str) -> str:
    """The English words for a code, or nothing."""
    return say("en", code) if has("en", code) else ""


def table(headers: list[str], rows: list[list[str]]) -> str:
    """A table."""
    lines = [headers, ["---"] * len(headers), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"

"""Habits of the source that a reader can rely on, checked file by file."""

from __future__ import annotations

import ast
import inspect
import io
import re
import tokenize
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.source import AREAS, PACKAGE, ROOT, called, modules, name, texts, tree

LONGEST = 350
LONGER = {
    "accord/wire/tree.py": "one piece of mathematics: roots, inclusion, consistency and subtree proofs",
}
"""Files over the limit, each with the reason why it is one idea."""


def test_a_file_is_one_idea_that_fits_in_the_head() -> None:
    long = {name(path) for path in modules() if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST}
    assert long <= set(LONGER), f"over {LONGEST} lines: {sorted(long - set(LONGER))}"


def test_no_file_is_excused_for_a_length_that_it_has_not() -> None:
    for file in LONGER:
        assert len((ROOT / file).read_text(encoding="utf-8").splitlines()) > LONGEST, file


def test_what_is_unfinished_names_its_issue() -> None:
    bare = []
    for path in [*modules(), *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "tools").rglob("*.py"))]:
        for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline):
            if token.type == tokenize.COMMENT and re.search(r"\b(TODO|FIXME|XXX)\b(?!\(#\d+\): )", token.string):
                bare.append(f"{name(path)}:{token.start[0]}: {token.string}")
    assert bare == []


# What rules and folds may not touch.

PURE = [PACKAGE / "areas" / area / file for area in AREAS for file in ("rules.py", "view.py")]
PURE += [PACKAGE / "acts" / "facts.py", PACKAGE / "acts" / "rulings.py", PACKAGE / "acts" / "view.py"]
OUTSIDE = {"now", "utcnow", "today", "time", "monotonic", "perf_counter", "getenv", "getpid"}
OUTSIDE |= {"open", "input", "print", "eval", "exec", "compile", "globals", "hash", "id", "float"}
OUTSIDE |= {"random", "randint", "choice", "shuffle", "token_bytes", "urandom", "uuid4", "getlocale"}


def impure(node: ast.AST) -> Iterator[str]:
    """What in a syntax tree would let something other than the record change a ruling."""
    for line, call in called(node):
        if call.rpartition(".")[2] in OUTSIDE:
            yield f"{line}: {call}()"
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, float):
            yield f"{inner.lineno}: the float {inner.value}"
        if isinstance(inner, ast.BinOp | ast.AugAssign) and isinstance(inner.op, ast.Div):
            yield f"{inner.lineno}: a division, whose result is a float"
        if isinstance(inner, ast.Global | ast.Nonlocal):
            yield f"{inner.lineno}: a name outside the function"


@pytest.mark.parametrize("path", PURE, ids=name)
def test_rules_and_folds_depend_on_nothing_but_the_record(path: Path) -> None:
    assert list(impure(tree(path))) == []


@pytest.mark.parametrize("path", PURE, ids=name)
def test_no_rule_or_fold_goes_through_a_set(path: Path) -> None:
    """The order of a set of strings differs from run to run: whatever goes through one in order would too."""
    loops = [n.iter for n in ast.walk(tree(path)) if isinstance(n, ast.For | ast.comprehension)]
    through = [n for n in loops if isinstance(n, ast.Set | ast.SetComp) or (isinstance(n, ast.Call) and _is_set(n))]
    assert [ast.unparse(node) for node in through] == []


def _is_set(call: ast.Call) -> bool:
    return ast.unparse(call.func) in ("set", "frozenset")


@pytest.mark.parametrize("line", ["datetime.date.today()", "x = 0.5", "open('f')", "a / b", "random.random()"])
def test_what_rules_may_not_do_is_noticed(line: str) -> None:
    assert list(impure(ast.parse(line)))


# What the product may not carry.

MACHINE = re.compile(r"(?<![\w.*])/(?:work|home|root|usr|tmp|opt|mnt|Users|private|var)/|[A-Z]:\\\\")
HOST = re.compile(r"https?://([A-Za-z0-9.-]+)")
HOSTS = {
    "undocs.org": "where the documents that reference facts come from are published",
    "github.com": "where the names of States and their codes come from, named as their source",
    "json-schema.org": "the identifier of the JSON Schema dialect, never fetched",
    "www.w3.org": "the namespace of SVG, never fetched",
    "docs.oasis-open.org": "the namespace of Akoma Ntoso, never fetched",
    "schemas.openxmlformats.org": "the namespaces of Office Open XML, never fetched",
    "schemas.microsoft.com": "the name of a setting in Office Open XML, never fetched",
    "purl.org": "the namespace of Dublin Core in Office Open XML, never fetched",
    "localhost": "this machine",
    "host": "a placeholder in messages and docstrings",
    "...": "a placeholder in docstrings",
}
"""The hosts that the product names, each with what it is there for. It connects to none of them by itself."""


@pytest.mark.parametrize("path", texts(), ids=name)
def test_no_path_of_a_machine_is_in_the_product(path: Path) -> None:
    found = [line for line in path.read_text(encoding="utf-8").splitlines() if MACHINE.search(line)]
    assert found == []


def test_the_product_names_only_hosts_that_are_accounted_for() -> None:
    found: dict[str, str] = {}
    for path in texts():
        for host in HOST.findall(path.read_text(encoding="utf-8")):
            found.setdefault(host, name(path))
    # Names under `.example` are nobody's, by RFC 2606: docstrings use them.
    assert {h: file for h, file in found.items() if h not in HOSTS and not h.endswith(".example")} == {}
    assert set(HOSTS) <= set(found), "a host is accounted for that nothing names"


# What is public says what it is.

OWED: set[str] = set()
"""Public names that do not say what they are yet: `module.Class.method`. This set only shrinks."""


def undocumented() -> set[str]:
    """The public functions, classes and methods that have no docstring of their own and inherit none.

    Four kinds need none: a fold, because `@on(Act, when=rule)` names the act and the rule that say it; a view and its
    tables, because a module `view.py` is about nothing else; a bare `...` of a protocol that says it itself; and a
    method of a library's class that is made anew.
    """
    found = set()
    for path in modules():
        if path.name != "__main__.py":
            found |= set(_undocumented(tree(path).body, ".".join(path.relative_to(ROOT).with_suffix("").parts)))
    return found


def _undocumented(body: list[ast.stmt], within: str) -> Iterator[str]:
    for node in body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        path = f"{within}.{node.name}"
        if ast.get_docstring(node) is None and not _excused(node, within):
            yield path
        if isinstance(node, ast.ClassDef):
            yield from _undocumented(node.body, path)


def _excused(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, within: str) -> bool:
    if isinstance(node, ast.ClassDef):
        return within.endswith(".view") and any(ast.unparse(base) in ("View", "Tables") for base in node.bases)
    if any(ast.unparse(decorator).startswith("on(") for decorator in node.decorator_list):
        return True
    if any(isinstance(inner, ast.Expr) and ast.unparse(inner) == "..." for inner in node.body):
        return True
    if inspect.getdoc(_found(f"{within}.{node.name}")) is not None:
        return True
    bases = getattr(_found(within), "__mro__", ())
    return any(hasattr(base, node.name) and not base.__module__.startswith("accord.") for base in bases)


def _found(path: str) -> Any:
    """What a dotted name means."""
    parts = path.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: Any = import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            found = inspect.getattr_static(found, part) if not hasattr(found, part) else getattr(found, part)
        return found
    raise LookupError(path)


def test_whatever_is_public_says_what_it_is() -> None:
    assert undocumented() - OWED == set()


@pytest.mark.long
def test_what_owes_a_docstring_still_does() -> None:
    assert sorted(OWED - undocumented()) == [], "documented meanwhile: take it out of OWED"


def test_every_module_says_what_it_is() -> None:
    silent = {name(p) for p in modules() if ast.get_docstring(tree(p)) is None}
    assert silent == set()

"""Writes the SHA-256 and the number of rows of reference tables into their descriptions.

    python tools/reference/seal.py accord/reference/aliases ...

For tables kept by hand: change the table, then seal it; the change of the description is
what a reviewer looks at.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def measure(table: Path) -> tuple[str, int]:
    """SHA-256 and number of rows of `table`.csv."""
    file = table.with_suffix(".csv")
    with file.open(newline="", encoding="utf-8") as lines:
        rows = sum(1 for _ in csv.reader(lines)) - 1
    return hashlib.sha256(file.read_bytes()).hexdigest(), rows


def describe(
    table: Path,
    *,
    title: str,
    publisher: str,
    address: str,
    retrieved: str,
    licence: str,
    columns: Mapping[str, tuple[str, ...]],
    known_problems: Sequence[str],
) -> None:
    """Writes the description of a table that a script has built. A column: what it is, its source, its unit if any."""
    sha256, rows = measure(table)

    def text(value: str) -> str:
        return json.dumps(value, ensure_ascii=False)

    lines = [f"title = {text(title)}", f"publisher = {text(publisher)}", f"address = {text(address)}"]
    lines += [f"retrieved = {retrieved}", f"licence = {text(licence)}", f"sha256 = {text(sha256)}", f"rows = {rows}"]
    lines += ["known_problems = [", *(f"  {text(p)}," for p in known_problems), "]"]
    for name, (is_, source, *unit) in columns.items():
        lines += ["", f"[columns.{name}]", f"is = {text(is_)}", f"source = {text(source)}"]
        lines += [f"unit = {text(words)}" for words in unit]
    table.with_suffix(".toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def seal(table: Path) -> None:
    """Puts the present hash and count into the description of a table kept by hand."""
    sha256, rows = measure(table)
    file = table.with_suffix(".toml")
    text = re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{sha256}"', file.read_text(encoding="utf-8"))
    file.write_text(re.sub(r"(?m)^rows = \d+$", f"rows = {rows}", text), encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        seal(Path(name))

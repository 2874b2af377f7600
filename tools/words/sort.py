"""Sorts every catalogue by code and drops entries that stand twice alike: run it after adding words.

Raises SystemExit where one code has two different texts.
"""

from __future__ import annotations

import re
from pathlib import Path

WORDS = Path(__file__).parents[2] / "accord" / "words"


def sort(text: str) -> str:
    """A catalogue with its head first and its entries in the order of their codes."""
    head, *blocks = re.split(r"\n{2,}", text.strip())
    entries: dict[str, str] = {}
    for block in blocks:
        found = re.search(r'^msgid "(.+)"$', block, re.MULTILINE)
        if found is None:
            continue
        code = found[1]
        if entries.setdefault(code, block) != block:
            raise SystemExit(f"{code} stands twice with different texts")
    return "\n\n".join([head, *(entries[code] for code in sorted(entries))]) + "\n"


if __name__ == "__main__":
    for file in sorted(WORDS.glob("*/accord.po")):
        file.write_text(sort(file.read_text(encoding="utf-8")), encoding="utf-8")

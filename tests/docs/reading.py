"""What the documents say: their command lines, the files they name, their links and anchors."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])

_FENCE = re.compile(r"^\s*```")
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]\n]*\]\(([^()\s]+)\)")
_LINK_OF_CODE = re.compile(r"\[[^\]`\n]*`[^`\n]+`[^\]`\n]*\]\(([^()\s]+)\)")
_PATH = re.compile(r"^\.?[A-Za-z0-9_<>*{}.,-]+(/[A-Za-z0-9_<>*{}.,-]+)*/?$")


class Line(NamedTuple):
    """A command line that a document shows, and where."""

    page: Path
    number: int
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.number}: {' '.join(self.words)}"


def lines(page: Path) -> Iterator[tuple[int, str, bool]]:
    """Each line of a page with its number, and whether it is code as a whole."""
    fenced = False
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
        if _FENCE.match(line):
            fenced = not fenced
        else:
            yield number, line, fenced or line.startswith("    ")


def spans(page: Path) -> Iterator[tuple[int, str]]:
    """Everything that a page prints as code: whole lines, and the parts of others between backticks."""
    for number, line, code in lines(page):
        if code:
            yield number, line.strip()
        else:
            yield from ((number, span) for span in _SPAN.findall(line))


def command_lines(page: Path) -> Iterator[Line]:
    """The command lines of `accord` that a page shows."""
    for number, span in spans(page):
        for part in re.split(r"\s(?:\||&&)\s", span.partition("  #")[0]):
            line = re.sub(r"\s[<>]\s.*", "", part).strip().removeprefix("$ ").removeprefix(".venv/bin/")
            if line == "accord" or line.startswith("accord "):
                yield Line(page, number, tuple(shlex.split(line)))


def named_files(page: Path) -> Iterator[tuple[int, str]]:
    """The files of the project that a page names between backticks."""
    for number, line, code in lines(page):
        if code:
            continue
        for span in _SPAN.findall(line):
            if _PATH.match(span) and span not in NO_FILES and (span.startswith(TOPS) or span.endswith((".py", ".md"))):
                yield number, span


NO_FILES = {"accord/ml-dsa-44", "areas/<area>/templates/<page>.html"}
"""What looks like a file and is the name of an algorithm, or a place that a file may take and none has to."""
TOPS = ("accord/", "docs/", "tests/", "tools/", ".ci/", "areas/", "world/", "words/", "faces/", "papers/", "log/")


def links(page: Path) -> Iterator[tuple[int, str]]:
    """The links of a page."""
    for number, line, code in lines(page):
        if not code:
            yield from ((number, link) for link in _LINK.findall(_SPAN.sub("`code`", line)))
            # A link around a code span is a link too: [`name`](target).
            yield from ((number, link) for link in _LINK_OF_CODE.findall(line))


def anchors(page: Path) -> list[str]:
    """The anchors of a page: those of its headings, and those set in it."""
    found = []
    for _, line, code in lines(page):
        if code:
            continue
        if line.startswith("#") and "<a id=" not in line:
            title = line.lstrip("#").strip().lower().replace(" ", "-")
            found.append("".join(c for c in title if c.isalnum() or c in "-_"))
        found += re.findall(r"""<a id=["']([^"']+)["']>""", line)
    return found

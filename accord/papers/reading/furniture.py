"""Furniture of the page: what a printed page carries besides the text, line by line.

Running headers and footers of any symbol and job number, page numbers, bare addresses, bar codes,
rules above footnotes, tables of contents. Nothing here knows a particular document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

SYMBOL = re.compile(r"^[A-Z][A-Za-z]{0,5}(?:/[A-Za-z0-9][A-Za-z0-9.\-()]*){1,8}\*{0,3}$")
URL = re.compile(r"^<?(?:https?://|www\.)\S+>?$")
RULE = re.compile(r"^(?:[_\u2014\u2015\u2500]{3,}|-{6,})$")
_JOB = r"(?:\d{2}-\d{5,6}|GE\.\d{2}-\d{4,6}|V\.\d{2}-\d{4,6}|[NKVG]\d{7})"
JOB = re.compile(rf"(?P<job>{_JOB})\s*(?:\((?P<lang>[ACEFRS])\))?")
_TOKENS = (
    ("job", re.compile(rf"^{_JOB}\*?(?:\([ACEFRS]\))?$")),
    ("page", re.compile(r"^\d{1,3}/\d{1,3}$")),
    ("page-job", re.compile(rf"^\d{{1,3}}/\d{{1,3}}{_JOB}$")),
    ("job-page", re.compile(rf"^{_JOB}\d{{1,3}}/\d{{1,3}}$")),
    ("code", re.compile(r"^\*[A-Z0-9]{6,14}\*$")),
    ("language", re.compile(r"^\([ACEFRS]\)$")),
    ("date", re.compile(r"^\d{6}$")),
    ("number", re.compile(r"^[-–—]?\d{1,3}[-–—]?$")),
    ("word", re.compile(r"^(?:[Pp]age|Página|[Сс]траница|页|第|Стр\.|صفحة)$")),
)
_STRONG = {"job", "page", "page-job", "job-page", "code"}
LEADERS = re.compile(r"\.{5,}|…{2,}|(?:\. ){4,}|·{5,}")
CONTENTS = re.compile(
    r"^(?:contents|table of contents|table des matières|sommaire|目\s*录|目\s*次|содержание|índice|المحتويات)$", re.I
)


def tokens_of(line: str) -> list[str]:
    """The kinds of the words of a line, if each of them is furniture; otherwise nothing.

    >>> tokens_of("11/1313-50610 (C)"), tokens_of("A/68/514 2/13"), tokens_of("the 13 pages")
    (['page-job', 'language'], ['symbol', 'page'], [])
    """
    if len(line) > 80:
        return []
    kinds: list[str] = []
    for word in line.split():
        kind = next((name for name, pattern in _TOKENS if pattern.match(word)), None)
        if kind is None and SYMBOL.match(word):
            kind = "symbol"
        if kind is None:
            return []
        kinds.append(kind)
    return kinds


def contents_zone(lines: Sequence[str]) -> range:
    """The lines of a table of contents: from its heading to its last line with leaders.

    >>> contents_zone(["Contents", "I. Introduction ........ 3", "II. Work ........ 4", "I. Introduction"])
    range(0, 3)
    """
    leaders = [n for n, line in enumerate(lines) if len(line) < 400 and LEADERS.search(line)]
    if not leaders or (len(leaders) < 2 and not any(CONTENTS.match(line) for line in lines[: leaders[0]][-12:])):
        return range(0)
    first, last = leaders[0], leaders[0]
    for n in leaders[1:]:
        if n - last > 12:
            break
        last = n
    for n in range(max(0, first - 12), first):
        if CONTENTS.match(lines[n]):
            return range(n, last + 1)
    return range(first, last + 1)


def running_lines(lines: Sequence[str], breaks: Sequence[int]) -> set[int]:
    """Lines that come back at the edges of pages, whatever numbers they carry.

    Args:
        lines: all lines, cleaned.
        breaks: indices of the lines that start a page.

    >>> lines = ["a", "The group, page 1", "b", "The group, page 2", "c", "The group, page 3", "d"]
    >>> sorted(running_lines(lines, [2, 4, 6]))
    [1, 3, 5]
    """
    edges: dict[int, str] = {}
    for start in breaks:
        for step, first in ((1, start), (-1, start - 1)):
            seen, n = 0, first
            while 0 <= n < len(lines) and seen < 2:
                if lines[n]:
                    seen += 1
                    edges[n] = re.sub(r"\d+", "#", lines[n])
                n += step
    counts = Counter(edges.values())
    return {
        n for n, shape in edges.items() if counts[shape] >= 3 and len(shape) < 120 and not shape.endswith((":", ";"))
    }


def running_titles(lines: Sequence[str], symbol: str | None) -> set[int]:
    """Lines that come back three times or more and end or begin with the document's own symbol.

    >>> sorted(running_titles(["EXERCISE XA/1/2", "a", "EXERCISE XA/1/2", "b", "EXERCISE XA/1/2"], "XA/1/2"))
    [0, 2, 4]
    """
    if symbol is None:
        return set()
    found = [
        n
        for n, line in enumerate(lines)
        if len(line) < 80 and symbol in (line.split() or [""])[:: max(1, len(line.split()) - 1)]
    ]
    counts = Counter(lines[n] for n in found)
    return {n for n in found if counts[lines[n]] >= 3}


def own_symbol(lines: Sequence[str]) -> str | None:
    """The document's own symbol: the one that most often stands in a line of furniture.

    >>> own_symbol(["A/68/514", "text", "A/68/514 2/13", "A/57/124"])
    'A/68/514'
    """
    counts: Counter[str] = Counter()
    for line in lines:
        words = line.split()
        if not words or len(line) > 80:
            continue
        if tokens_of(line):
            counts.update({word.rstrip("*"): 2 for word in words if SYMBOL.match(word)})
        elif len(words) < 7 and SYMBOL.match(words[-1]) and any(c.isdigit() for c in words[-1]):
            # A running title with the symbol; one line alone (the masthead's) weighs less than furniture.
            counts[words[-1].rstrip("*")] += 1
    return counts.most_common(1)[0][0] if counts else None


def is_furniture(kinds: Sequence[str], line: str, symbol: str | None, at_edge: bool) -> bool:
    """Whether a line whose words are all furniture really is: a lone number may be a footnote's mark.

    Args:
        kinds: from `tokens_of`.
        symbol: the document's own symbol.
        at_edge: whether a page begins or ends here.
    """
    if not kinds:
        return False
    if _STRONG & set(kinds):
        return True
    if "symbol" in kinds:
        return any(word.rstrip("*") == symbol for word in line.split()) and (at_edge or len(kinds) > 1)
    if "word" in kinds:
        return "number" in kinds
    return at_edge and set(kinds) <= {"number"}

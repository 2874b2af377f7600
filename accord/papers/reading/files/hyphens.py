"""Words that the end of a line has broken: put together again, with or without the hyphen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from accord.papers.reading.footnotes import Line

_BROKEN = re.compile(r"((?:[^\W\d_]+-)*[^\W\d_]{2,})-$")
_REST = re.compile(r"^([^\W\d_]+(?:-[^\W\d_]+)*)")
_MANY = 0.03
"""Where more of the lines than this end in a hyphen, the typesetter has put them there."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def unbroken(lines: Sequence[Line], body: Sequence[Line] = ()) -> list[Line]:
    """The lines with every broken word whole on the line where it begins.

    The hyphen goes where the document has the word without it elsewhere, and stays where it has it with one, or
    where both parts are words of the document. What nothing decides follows the rest of the document.

    Args:
        body: further lines of the same document, which know words too.
    """
    broken = {
        n: (head[1], rest[1])
        for n, (line, after) in enumerate(pairwise(lines))
        if (head := _BROKEN.search(line.text)) and (rest := _REST.match(after.text)) and rest[1][0].islower()
    }
    words = Counter(
        word.lower()
        for n, line in enumerate((*lines, *body))
        for word in _WORD.findall(line.text[len(broken[n - 1][1]) if n - 1 in broken else 0 :])
    )
    words.subtract(head.lower() for head, _ in broken.values())
    known = {n: _known(head.lower(), rest.lower(), words) for n, (head, rest) in broken.items()}
    taken_out = sum(k is False for k in known.values()) > sum(k is True for k in known.values())
    usual = taken_out or len(broken) > _MANY * len(lines)
    out = list(lines)
    for n, (_, tail) in broken.items():
        keep = not usual if known[n] is None else known[n]
        before, after = out[n], out[n + 1]
        out[n] = _with(before, before.text[: None if keep else -1] + tail, before.marks)
        cut = len(after.text) - len(after.text[len(tail) :].lstrip())
        out[n + 1] = _with(after, after.text[cut:], tuple((max(0, at - cut), m) for at, m in after.marks))
    return [line for line in out if line.text or line.marks]


def _known(head: str, rest: str, words: Counter[str]) -> bool | None:
    """Whether the hyphen belongs to the word; nothing if the document does not tell."""
    if words[head + rest]:
        return False
    if "-" in head or words[f"{head}-{rest}"] or (words[head] > 1 and words[rest] > 1):
        return True
    return None


def _with(line: Line, text: str, marks: tuple[tuple[int, str], ...]) -> Line:
    return Line(text, line.page, line.number, line.gap, line.breaks, marks, line.indent, line.short)

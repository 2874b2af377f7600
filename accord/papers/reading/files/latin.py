"""Latin words within a line that is read from right to left: names, organizations in brackets after them.

By the Unicode Bidirectional Algorithm (UAX #9, N0 and N1) what stands between Latin words runs with them from left to
right: spaces, commas, and brackets that open after a Latin word, down to the one that closes. Which way round a bracket
looks tells nothing, since files mirror the last one: white space tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_LETTER = "[A-Za-zÀ-ÖØ-öø-ɏ]"
_CHAR = "[A-Za-zÀ-ÖØ-öø-ɏ0-9]"
_QUOTE = '[“”"]?'
_WORD = rf"{_LETTER}(?:(?:{_CHAR}|[.'’&/-])*(?:{_CHAR}|\.))?"
_OPENS = rf" [()\[\]]{_QUOTE}(?=\w)"
_CLOSES = rf"{_QUOTE}[()\[\]](?!{_CHAR})"
_BETWEEN = re.compile(
    rf"(?P<opens>{_OPENS})|(?P<closes>{_CLOSES}),?(?: (?P<again>[()\[\]]{_QUOTE}(?=\w))?)?|,? {_QUOTE}|{_QUOTE},? "
)
_NEXT = re.compile(rf"{_WORD}|[0-9]+")
_FIRST = re.compile(_WORD)
_PLAIN = re.compile(rf"(?<![A-Za-z0-9/.]){_LETTER}{{2,}}(?!{_CHAR}|/)")
_OPENED = re.compile(rf"{_OPENS}(?={_CHAR})")
_SHUT = re.compile(rf"{_CHAR}{_QUOTE}[()\[\]]$")
_BRACKETED = re.compile(r"[()\[\]]([“”\"]?)$"), re.compile(r"^([“”\"]?)[(\[](?=$|\s)")
"""Before and after words in brackets of which a file mirrored the last only."""
_BRACKETS = "()[]"


def stretches(seen: Sequence[str]) -> list[tuple[int, int]]:
    """The first and last places of Latin words that run from left to right, for pieces in the order from left to right.

    >>> stretches("؛ Ann Lee (“New Agenda”) هيف"), stretches("A/1 ،A/2 نم"), stretches("(New York) Ann Lee و")
    ([(2, 23)], [], [(1, 8), (11, 17)])
    """
    line = "".join(piece[0] if piece else " " for piece in seen)
    return [(start, end - 1) for start, end in _found(line)]


def _found(line: str) -> Iterator[tuple[int, int]]:
    at = 0
    while first := _FIRST.search(line, at):
        end = _end(line, first.start(), first.end())
        at = end
        said = line[first.start() : end]
        before, after = _BRACKETED[0].search(line[: first.start()]), _BRACKETED[1].match(line[end:])
        if before and after and before[0][0] in "([":
            at = end + after.end()
            yield before.start(), at
        elif len(_PLAIN.findall(said)) > 1 or said[-1] in _BRACKETS:
            yield first.start(), end


def _end(line: str, start: int, at: int) -> int:
    """Where the stretch ends whose first word stands between two places; a bracket of another stretch is left out."""
    depth = 0
    while between := _BETWEEN.match(line, at):
        following = _NEXT.match(line, between.end())
        if between["closes"]:
            if not depth and not _is_left_over(line, start, at, between.end("closes")):
                break
            depth = max(0, depth - 1)
            at = between.end("closes")
            depth += bool(between["again"])
        elif between["opens"]:
            depth += 1
        if following is None:
            break
        at = following.end()
    return at


def _is_left_over(line: str, start: int, at: int, end: int) -> bool:
    """Whether a bracket at the right edge closes what the line before opened: left of it is none, or one that opens."""
    if end < len(line) or _BRACKETED[0].search(line[:start]):
        return False
    before = max(line.rfind(sign, 0, at) for sign in _BRACKETS)
    return (
        before < 0
        or line[before + 1].isspace()
        or _OPENED.match(line, max(0, before - 1)) is not None
        or _SHUT.search(line[: before + 1]) is not None
    )

"""From the order on the page to the order of reading, for lines that hold Arabic.

A page holds what is seen: right-to-left words beside left-to-right numbers and symbols, and signs that the
display has mirrored. The rules are the inverse of the Unicode Bidirectional Algorithm (UAX #9), as far as
printed lines of a report need them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from accord.papers.reading.files.latin import stretches

_OPEN = {")": "(", "]": "[", "}": "{", "»": "«"}
_QUOTES = str.maketrans("“”", "”“")
_CLOSE = {open_: close for close, open_ in _OPEN.items()}
_MARKS = '“”"'
_JOINERS = "/.,:"
_WORD_JOINERS = "/.-–_@&+%#' ’"


def is_arabic(text: str) -> bool:
    """Whether a line is read from right to left: at least a fifth of its letters are Arabic.

    >>> is_arabic("العضوية A/AC.281/1"), is_arabic("A/AC.281/1")
    (True, False)
    """
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(_direction(c) == "R" for c in letters) * 5 >= len(letters)


def has_arabic(text: str) -> bool:
    """Whether a line has any letter that is read from right to left."""
    return any(_direction(c) == "R" for c in text)


def is_latin(text: str) -> bool:
    """Whether a line is Latin words, rather than a symbol or a number in a line of another script.

    >>> is_latin("Note by the secretariat"), is_latin("XA/AC.7/WP.14.")
    (True, False)
    """
    return len(re.findall(r"[^\W\d_]{2,} ", text)) > 1


def _direction(char: str) -> str:
    """R, L, N (European digit), A (Arabic digit), M (mark) or neutral."""
    kind = unicodedata.bidirectional(char[0])
    return {"AL": "R", "R": "R", "L": "L", "EN": "N", "AN": "A", "NSM": "M"}.get(kind, "")


def logical(seen: Sequence[str]) -> list[int]:
    """The places of the pieces of a line in the order of reading, for pieces in the order from left to right.

    >>> seen = list("1 AC/A نم")
    >>> seen = "A/1 ،12 نم"
    >>> "".join(seen[n] for n in logical(seen))
    'من 12، A/1'
    """
    kinds = [_direction(piece) if piece else "" for piece in seen]
    latin = {end: start for start, end in stretches(seen)}
    out: list[int] = []
    n, strong = len(seen) - 1, ""
    while n >= 0:
        if n in latin:
            out.extend(range(latin[n], n + 1))
            n, strong = latin[n] - 1, "L"
            continue
        if kinds[n] in ("L", "N", "A") or _ends_symbol(seen, kinds, n):
            start = _run(seen, kinds, n, strong)
            out.extend(range(start, n + 1))
            if any(kinds[k] == "L" for k in range(start, n + 1)):
                strong = "L"
            n = start - 1
            continue
        if kinds[n] == "R":
            strong = "R"
        out.append(n)
        n -= 1
    return out


def _run(seen: Sequence[str], kinds: Sequence[str], end: int, strong: str) -> int:
    """Where the left-to-right run that ends at `end` begins."""
    start = end
    n = end
    while n >= 0:
        if kinds[n] in ("L", "N", "A"):
            start = n
        elif kinds[n] == "R" or not _joins(seen, kinds, n, end, strong):
            break
        n -= 1
    return start


def _joins(seen: Sequence[str], kinds: Sequence[str], n: int, end: int, strong: str) -> bool:
    """Whether a neutral piece stands inside a left-to-right run: in a number, or among Latin words."""
    right = kinds[n + 1] if n < end else ""
    left = kinds[n - 1] if n else ""
    if seen[n] in _JOINERS and right in ("N", "A") and left == right:
        return True
    if seen[n] in "-+" and right == left == "N" and strong != "R":
        return True
    latin = any(kinds[k] == "L" for k in range(n + 1, end + 1)) or _latin_before(seen, kinds, n)
    initial = seen[n] == "." and left == "L" and n < end and seen[n + 1] == " "
    return latin and seen[n] in _WORD_JOINERS and (bool(right) or n == end or initial)


def _ends_symbol(seen: Sequence[str], kinds: Sequence[str], n: int) -> bool:
    """Whether this is the stroke or point at which a line breaks a symbol off, left with the symbol."""
    apart = n + 1 == len(seen) or seen[n + 1].isspace() or seen[n + 1] in "()[]"
    return seen[n] in "/." and apart and n > 0 and kinds[n - 1] in ("L", "N") and _latin_before(seen, kinds, n)


def _latin_before(seen: Sequence[str], kinds: Sequence[str], n: int) -> bool:
    """Whether the next letter to the left, over digits and joiners, is Latin."""
    for k in range(n - 1, -1, -1):
        if kinds[k] == "L":
            return True
        if kinds[k] == "R" or (not kinds[k] and seen[k] not in _WORD_JOINERS):
            return False
    return False


def paired(text: str) -> str:
    """A right-to-left line with its brackets the right way round, whichever way the file mirrored them.

    A bracket opens what follows it and closes what precedes it: white space tells which.

    >>> paired(")a( b )A/1(;"), paired("9)c( d")
    ('(a) b (A/1);', '9(c) d')
    """
    out: list[str] = []
    for n, char in enumerate(text):
        pair = char if char in _CLOSE else _OPEN.get(char)
        if pair is None:
            out.append(char)
            continue
        before = next((c for c in reversed(out) if c not in _MARKS), " ")
        after = next((c for c in text[n + 1 :] if c not in _MARKS), " ")
        opens = before.isspace() or before in _CLOSE or (before in "/-–" and not after.isspace())
        if opens and after.isspace() and not before.isspace():
            opens = False
        opens = opens or _in_a_word(out, text[n + 1 :])
        out.append(pair if opens and re.search(r"\S", text[n + 1 :]) else _CLOSE[pair])
    return "".join(out)


def quoted(seen: Sequence[str], order: Sequence[int]) -> dict[int, str]:
    """The curly quotation marks of a right-to-left line as they are printed, by their places.

    Languages use them either way round, and no display mirrors them; pdfium does, but not beside Latin words.

    >>> seen = "”peace“ و"
    >>> quoted(seen, logical(seen))
    {6: '”', 0: '”'}
    """
    inside = {n for start, end in stretches(seen) for n in range(start, end + 1)}
    out: dict[int, str] = {}
    before = ""
    for n in order:
        if seen[n] in ("“", "”"):
            beside = n in inside or _direction(before or " ") in ("L", "N")
            mirrored = "".join(seen[n + 1 : n + 2]) in ("(", "[")
            out[n] = seen[n] if beside and not mirrored else seen[n].translate(_QUOTES)
        before = seen[n]
    return out


def closed(text: str) -> str:
    """A line of Latin words in an Arabic document with its closing marks as printed: the last ones may come mirrored.

    >>> closed("Ann Lee (”New Agenda”(")
    'Ann Lee (”New Agenda“)'
    """
    return re.sub(r"(?<=\w)([“”]?)([(\[])(?=$|[\s.,;،؛])", lambda m: m[1].translate(_QUOTES) + _CLOSE[m[2]], text)


def _in_a_word(before: Sequence[str], after: str) -> bool:
    """Whether a bracket opens in the midst of a word, as in "item 9(c)": none is open, and another one follows."""
    following = re.match(r"\w+[()\[\]{}]", after)
    return following is not None and not any(c in _CLOSE or c in _OPEN for c in _word_of(before))


def _word_of(before: Sequence[str]) -> str:
    """The last word of a line so far."""
    return re.split(r"\s", "".join(before))[-1]

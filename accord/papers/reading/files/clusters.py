"""A letter and its vowel signs, which some printers put into a file twice: once for each shape they are drawn with.

Typst names a shape by all the characters of its cluster, so the letter's shape and the sign's shape both read
"letter and sign". The shape of the sign is the narrower one, above or below the letter: it is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from accord.papers.reading.files.glyphs import Glyph

_NEAR = 4
"""How far apart in the file the characters of one cluster may stand."""
_EXACT = 0.06


def is_sign(text: str) -> bool:
    """Whether these are vowel signs only.

    >>> is_sign("\\u064f"), is_sign("ت\\u064f")
    (True, False)
    """
    return all("\u064b" <= c <= "\u065f" or c == "\u0670" for c in text)


def once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The characters with every cluster of letter and signs as one, and none twice."""
    found = _clusters(glyphs)
    kept = [
        one
        for one, _ in found
        if not any(other is not one and _is_echo(one, other) for other, _ in found if abs(other.order - one.order) < 12)
    ]
    inside = {id(part) for _, parts in found for part in parts}
    return sorted([*(g for g in glyphs if id(g) not in inside), *kept], key=lambda g: g.order)


def _clusters(glyphs: Sequence[Glyph]) -> list[tuple[Glyph, list[Glyph]]]:
    """Each cluster as one character, its signs first as in all that is read from left to right, and its parts."""
    out: list[tuple[Glyph, list[Glyph]]] = []
    used: set[int] = set()
    for n, glyph in enumerate(glyphs):
        if id(glyph) in used or not any(is_sign(c) for c in glyph.text):
            continue
        parts = [glyph]
        for other in glyphs[max(0, n - _NEAR) : n + _NEAR + 1]:
            if other is not glyph and id(other) not in used and _is_part(parts, other):
                parts.append(other)
        letters = [part for part in parts if not is_sign(part.text)]
        if not letters:
            continue
        used |= {id(part) for part in parts}
        signs = "".join(sorted({c for part in parts for c in part.text if is_sign(c)}))
        said = signs + "".join(c for part in letters for c in part.text if not is_sign(c))
        left, right = min(part.left for part in parts), max(part.right for part in parts)
        out.append((replace(letters[0], text=said, left=left, right=right), parts))
    return out


def _is_part(parts: Sequence[Glyph], other: Glyph) -> bool:
    """Whether a character has its share of the same shape: as high, as wide, and right beside; one letter at most."""
    one = parts[0]
    letter = other.text.isalpha()
    if not (letter or is_sign(other.text)) or (letter and any(not is_sign(part.text) for part in parts)):
        return False
    if abs(one.y - other.y) > _EXACT or abs((one.right - one.left) - (other.right - other.left)) > _EXACT:
        return False
    return any(
        min(abs(part.left - other.right), abs(part.right - other.left), abs(part.left - other.left)) < _EXACT
        for part in parts
    )


def _is_echo(one: Glyph, other: Glyph) -> bool:
    """Whether a cluster is the sign's shape of another: of the same characters, narrower, within its width."""
    inside = other.left - 1 <= one.middle <= other.right + 1 or abs(one.middle - other.middle) < 0.6 * one.size
    return one.text == other.text and one.right - one.left < other.right - other.left and inside

"""The text of a unit: which texts there are, their one hash, and where they may be cut.

A text is one paragraph: Unicode in normal form NFC, no control character, no line separator, and none of
the directional embeddings and overrides by which a text can be shown in another order than it is signed in.

A text is cut between *clusters* only: what a reader sees as one character, such as a letter with its marks.
A cluster never begins with a character that can compose with the one before, so whole clusters put side by
side are in NFC again: that is why amendments that cut between clusters always merge to a text.
Source: Unicode Standard Annexes #15 (normal forms) and #29 (clusters), of which this is the part that NFC needs.
"""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache

from accord.wire import codec

LONGEST = 20_000
"""Code points of the longest text of a unit."""

_JOINER = "\u200d"
_TURNING = frozenset("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Line and paragraph separators, directional embeddings, overrides and isolates."""


def is_sound(text: str) -> bool:
    """Whether a text can be that of a unit.

    >>> is_sound("agreed"), is_sound("e" + chr(0x301)), is_sound("two" + chr(10) + "lines")
    (True, False, False)
    """
    if len(text) > LONGEST or not unicodedata.is_normalized("NFC", text):
        return False
    if text.isascii():
        return text.isprintable()
    if any(char in _TURNING or unicodedata.category(char) in ("Cc", "Cs") for char in text):
        return False
    return is_whole(text)


def is_whole(text: str) -> bool:
    """Whether a text consists of whole clusters, so that it can stand before and after any other such text."""
    return not text or not (extends(text[0]) or text[-1] == _JOINER)


def digest(text: str) -> str:
    """The hash by which amendments and translations name a text: SHA-256 of its canonical bytes.

    >>> digest("Agreed.") == hashlib.sha256(b'"Agreed."').hexdigest()
    True
    """
    return hashlib.sha256(codec.encode(text)).hexdigest()


@lru_cache(maxsize=1 << 14)
def extends(char: str) -> bool:
    """Whether a character belongs to the one before: marks, vowels and finals of Hangul, joiners, skin tones, tags."""
    return (
        unicodedata.category(char) in ("Mn", "Mc", "Me")
        or "\u1160" <= char <= "\u11ff"
        or "\ud7b0" <= char <= "\ud7ff"
        or char in "\u200c\u200d"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
        or "\U00016d63" <= char <= "\U00016d6a"
    )


def may_cut(text: str, place: int) -> bool:
    """Whether a text may be cut before its code point `place`.

    >>> [may_cut("q" + chr(0x301) + "a", place) for place in range(4)]
    [True, False, True, True]
    """
    if not 0 < place < len(text):
        return 0 <= place <= len(text)
    before, after = text[place - 1], text[place]
    return not (extends(after) or before == _JOINER or (_is_flag(before) and _is_flag(after)))


def words(text: str) -> list[str]:
    """A text taken apart to be compared: words, single signs, single spaces, and Chinese by the character.

    >>> words("shall act, 应行动。")
    ['shall', ' ', 'act', ',', ' ', '应', '行', '动', '。']
    """
    found: list[str] = []
    start, in_word = 0, False
    signs = set(text)
    letters = {char: char.isalnum() and not _is_cjk(char) for char in signs}
    anywhere = not any(extends(char) or _is_flag(char) for char in signs)
    for place, char in enumerate(text):
        letter = letters[char]
        if place and (anywhere or may_cut(text, place)):
            if not (letter and in_word):
                found.append(text[start:place])
                start = place
            in_word = letter
        elif not place:
            in_word = letter
    return [*found, text[start:]] if text else []


def _is_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_cjk(char: str) -> bool:
    return (
        "\u3040" <= char <= "\u30ff"
        or "\u3400" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or ("\U00020000" <= char <= "\U0003ffff")
    )

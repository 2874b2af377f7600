"""Words as search compares them: found in a text with their places, folded, and cut to their stems.

Folding takes away what people leave out or write otherwise: case, accents, width, ё, the hamza on alef, yeh and
waw, teh marbuta, alef maksura, tatweel, vowel signs, digits of other scripts. Chinese is taken character by
character, so that a phrase is found by adjacency and no dictionary decides where a word ends.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

import snowballstemmer  # type: ignore[import-untyped]

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_MARKS = "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d"
_WORD = re.compile(rf"[{_HAN}]|(?:[^\W_{_HAN}]+[{_MARKS}]*)+")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)$")
_APOSTROPHES = "'’ʼ"
_DROPPED = re.compile(rf"[{_MARKS}]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ARTICLE = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=..)")
_AND = re.compile(r"^[وف](?=.{4})")
"""Taken off after the article too, so that a word that has the letter of its own loses it everywhere alike."""
_LETTERS = str.maketrans("یکھٱى", "يكهاي") | str.maketrans({"ة": "ه", "ё": "е", "ß": "ss", "œ": "oe", "æ": "ae"})
LONGEST_WORD = 60
"""Characters of a word that count."""

_STEMMERS = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian", "ar": "arabic"}


class Word(NamedTuple):
    """A word of a text: where it stands, and folded."""

    start: int
    end: int
    folded: str


def words(text: str) -> Iterator[Word]:
    """The words of a text in order; a Chinese character is a word, an elided article is none.

    >>> [word.folded for word in words("L’Égypte, Ёлка 核武 إِيران")]
    ['egypte', 'елка', '核', '武', 'ايران']
    """
    for match in _WORD.finditer(text):
        folded = fold(match.group())
        if _ELIDED.match(folded) and text[match.end() : match.end() + 1] in tuple(_APOSTROPHES):
            continue
        if folded:
            yield Word(match.start(), match.end(), folded)


def folded_words(text: str) -> list[str]:
    """The words of a text, folded, without their places: what an index keeps.

    >>> folded_words("L’État côtier")
    ['etat', 'cotier']
    """
    if any(mark in text for mark in _APOSTROPHES):
        return [word.folded for word in words(text)]
    return [folded for folded in map(fold, _WORD.findall(text)) if folded]


@lru_cache(200_000)
def fold(word: str) -> str:
    """A word without case, accents, width and the signs that Arabic leaves out.

    >>> fold("Côte"), fold("ВОСЬМОЙ"), fold("الأُمَـم"), fold("٢٧"), fold("Ⅳ"), fold("ة")
    ('cote', 'восьмои', 'الامم', '27', 'iv', 'ه')
    """
    plain = unicodedata.normalize("NFKD", word[:LONGEST_WORD])
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    kept = _DROPPED.sub("", kept).casefold().translate(_LETTERS)
    if not kept.isascii():
        kept = "".join(str(unicodedata.digit(c, c)) for c in kept)
    return "".join(c for c in kept if c.isalnum())


@lru_cache(200_000)
def stem(folded: str, lang: str) -> str:
    """The stem of a folded word in a language; of a character, a number or a short word, itself.

    >>> {stem(word, "ar") for word in ("وثيقه", "الوثيقه", "والوثيقه", "للوثيقه")} == {stem("ثيقه", "ar")}
    True
    >>> stem("weapons", "en"), stem("оружия", "ru"), stem("النوويه", "ar") == stem("نووي", "ar")
    ('weapon', 'оруж', True)
    """
    name = _STEMMERS.get(lang)
    if name is None or len(folded) < 3 or not folded.isalpha():
        return folded
    if lang == "ar":
        if not _ARABIC.match(folded):
            return folded
        bare = _AND.sub("", _ARTICLE.sub("", folded))
        folded = bare if len(bare) > 2 else folded
    elif lang == "ru":
        if not _CYRILLIC.match(folded):
            return folded
    elif not folded.isascii():
        return folded
    found = str(_stemmer(name).stemWord(folded))
    return found if len(found) > 1 else folded


def languages_of(folded: str, prefer: str = "en") -> tuple[str, ...]:
    """The languages whose stems a word of a question may have, by its script; the reader's own first.

    >>> languages_of("weapons", "fr"), languages_of("оружия"), languages_of("核")
    (('fr', 'en', 'es'), ('ru',), ())
    """
    if _CYRILLIC.match(folded):
        return ("ru",)
    if _ARABIC.match(folded):
        return ("ar",)
    if not folded.isascii() or not folded.isalpha():
        return ()
    return tuple(sorted(("en", "fr", "es"), key=lambda lang: lang != prefer))


def is_han(text: str) -> bool:
    """Whether a folded word is a Chinese character."""
    return len(text) == 1 and re.match(f"[{_HAN}]", text) is not None


@cache
def _stemmer(name: str) -> Any:
    return snowballstemmer.stemmer(name)

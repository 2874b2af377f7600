"""Cue words per language: what *introduces* a fact in a UN report, as short patterns.

A pattern here is a few words ("submitted by", 主持), never a sentence or a title of a document.
"""

from __future__ import annotations

from accord.papers.reading.lexicon import ar, en, es, fr, ru, zh
from accord.papers.reading.lexicon.cues import Cues

_ALL: dict[str, Cues] = {found.CUES.language: found.CUES for found in (ar, zh, en, fr, ru, es)}


def cues(lang: str) -> Cues:
    """The cue words of an official language.

    >>> cues("zh").language, cues("ru").language
    ('zh', 'ru')
    """
    return _ALL[lang]


__all__ = ["Cues", "cues"]

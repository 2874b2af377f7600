"""Cue words per language: what *introduces* a fact in a UN report, as short patterns.

A pattern here is a few words ("submitted by", 主持), never a sentence or a title of a document.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from accord.papers.reading.lexicon.cues import Cues


@cache
def cues(lang: str) -> Cues:
    """The cue words of an official language.

    >>> cues("zh").language, cues("ru").language
    ('zh', 'ru')
    """
    found = import_module(f"accord.papers.reading.lexicon.{lang}").CUES
    assert isinstance(found, Cues)
    return found


__all__ = ["Cues", "cues"]

"""Whether a document is in the language that it is said to be in, and what in it is in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from accord.papers.reading.findings import finding
from accord.papers.reading.structs import Finding, Unit
from accord.papers.reading.text import CJK, SMALL_WORDS, language_of
from accord.words.languages import LANGUAGES, language

SHORTEST = 40
"""Letters that a unit must have for its language to be told."""
MOST_TOLD = 20
_SCRIPTS = {"zh": re.compile(f"[{CJK}]"), "ar": re.compile(r"[\u0600-\u06ff]"), "ru": re.compile(r"[\u0400-\u04ff]")}


def language_findings(lang: str, stated: str | None, letter: str | None, units: Sequence[Unit]) -> Iterator[Finding]:
    """Where the language of the text is not the one stated, or that of the job number's letter, or changes.

    Args:
        lang: the language found.
        stated: the language that the caller says the document is in.
        letter: after the job number, for the language version.
    """
    found = language(lang).autonym
    if stated is not None and stated != lang:
        yield finding("document", "wrong-language", said=language(stated).autonym, found=found)
    printed = next((one for one in LANGUAGES.values() if one.job_letter == letter), None)
    if printed is not None and printed.code != lang:
        yield finding("document", "wrong-language", "job", said=printed.autonym, found=found)
    others = [(unit, other) for unit in units if (other := another(unit.text, lang))]
    for unit, other in others[:MOST_TOLD]:
        yield finding(unit.id, "mixed-language", found=language(other).autonym, said=found)


def another(text: str, lang: str) -> str | None:
    """The other official language that a text is in; nothing for one in `lang`, or too short to tell.

    >>> another("The Working Group considered the matter and decided to return to it in the spring.", "fr")
    'en'
    >>> another("Le Groupe de travail a examiné la question et a décidé d’y revenir au printemps.", "fr") is None
    True
    """
    letters = sum(c.isalpha() for c in text)
    if letters < (SHORTEST if lang != "zh" else SHORTEST // 2):
        return None
    found = language_of(text)
    if found == lang:
        return None
    if found in _SCRIPTS:
        return found if len(_SCRIPTS[found].findall(text)) > letters / 2 else None
    words = re.findall(r"[a-zà-ÿ]+", text.lower())
    small = sum(word in SMALL_WORDS[found] for word in words)
    own = sum(word in SMALL_WORDS[lang] for word in words) if lang in SMALL_WORDS else 0
    return found if small >= max(4, len(words) / 6) and small > 2 * own else None

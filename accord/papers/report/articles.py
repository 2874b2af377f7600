"""The article that a sentence puts before the name of a body or group, by the first word of the name."""

from __future__ import annotations

import re

_FEMININE = {
    "fr": re.compile(r"(?:Coalition|Commission|Conférence|Réunion|Session|Ligue|Union|Initiative)\b"),
    "es": re.compile(r"(?:Coalición|Comisión|Conferencia|Reunión|Junta|Liga|Unión|Iniciativa)\b"),
}
_HAS_ONE = re.compile(r"(?i)(?:the |le |la |les |l['’]|el |los |las )")
_VOWEL = re.compile(r"[AEIOUÉÈÊÎaeiouéèêî]")


def article_of(name: str, language: str) -> str:
    """The article with the space after it; nothing where the name has one or the language writes none.

    >>> article_of("Groupe de travail", "fr"), article_of("the Working Group", "en"), article_of("Comisión", "es")
    ('le ', '', 'la ')
    """
    if language not in ("en", "fr", "es") or _HAS_ONE.match(name):
        return ""
    if language == "en":
        return "the "
    if language == "fr" and _VOWEL.match(name):
        return "l'"
    feminine = _FEMININE[language].match(name)
    return "la " if feminine else "le " if language == "fr" else "el "

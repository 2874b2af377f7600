"""The article that a sentence puts before the name of a body or group, by the first word of the name."""

from __future__ import annotations

import re

_FEMININE = {
    "fr": re.compile(
        r"(?:Association|Campagne|Coalition|Commission|Conférence|Direction|Directrice|Division|Fédération|Fondation|Haute|"
        r"Initiative|Ligue|Organisation|Présidente|Réunion|Section|Session|Union)\b"
    ),
    "es": re.compile(
        r"(?:Alta|Asociación|Campaña|Coalición|Comisión|Conferencia|Directora|División|Federación|Fundación|Iniciativa|"
        r"Junta|Liga|Oficina|Organización|Presidenta|Red|Reunión|Sección|Subdivisión|Unión)\b"
    ),
}
_HAS_ONE = re.compile(r"(?i)(?:the |le |la |les |l['’]|el |los |las )")
_LEADING = re.compile(r"(?:the |le |la |les |l['’]|el |los |las )")
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


def without_article(name: str, language: str) -> str:
    """A name of a language without the article that a sentence of that language gave it.

    >>> without_article("the Working Group", "en"), without_article("The road to zero", "en")
    ('Working Group', 'The road to zero')
    """
    return _LEADING.sub("", name, count=1) if language in ("en", "fr", "es") and _LEADING.match(name) else name


_HEADS = {
    "en": re.compile(
        r"(?:International|Campaign|Coalition|League|Union|Association|Federation|Network)\b.*\b(?:of|for|to)\b"
    ),
    "fr": re.compile(
        r"(?:Association|Campagne|Fédération|Fondation|Organisation||Coalition|Ligue|Union|Association|Fédération|Réseau|Fondation|Organisation)\b"
    ),
    "es": re.compile(r"(?:Campaña|Coalición|Liga|Unión|Asociación|Federación|Red|Fundación|Organización)\b"),
}


def before_organisation(name: str, language: str) -> str:
    """The article before the name of an organisation, where the name begins with a word for what it is.

    >>> before_organisation("International Campaign to Abolish", "en"), before_organisation("Mayors for Peace", "en")
    ('the ', '')
    """
    heads = _HEADS.get(language)
    return article_of(name, language) if heads is not None and heads.match(name) else ""

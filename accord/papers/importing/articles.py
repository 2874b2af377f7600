"""Articles before names: as sentences print them, and names without."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BEFORE = {
    "en": (("the", "the "),),
    "fr": (("le", "le |du |au "), ("les", "les |des |aux "), ("la", "la "), ("l'", "l['’]")),
    "es": (("el", "el |del |al "), ("los", "los "), ("las", "las "), ("la", "la ")),
}


def without_article(name: str, language: str) -> str:
    """A name as it begins without the article of a sentence.

    >>> without_article("the Borealis Islands", "en"), without_article("l'Estavie", "fr"), without_article("Thea", "en")
    ('Borealis Islands', 'Estavie', 'Thea')
    """
    forms = "|".join(article if article[-1] == "'" else f"{article} " for article, _ in _BEFORE.get(language, ()))
    plain = name.replace("’", "'")
    found = re.match(forms, plain, re.IGNORECASE) if forms else None
    return plain[found.end() :] if found else plain


def article_of(name: str, texts: Sequence[str], language: str) -> str | None:
    """The article with which sentences name something, if any does.

    >>> article_of("Harbour Group", ["spoke on behalf of the Harbour Group"], "en")
    'the'
    """
    for article, forms in _BEFORE.get(language, ()):
        pattern = re.compile(rf"(?<!\w)(?:{forms}){re.escape(name)}(?!\w)", re.IGNORECASE)
        if any(pattern.search(text) for text in texts):
            return article
    return None

"""The gaps of a report in words: where, why, and what is lacking."""

from __future__ import annotations

from accord.papers.report.values import Gap
from accord.words.catalogue import say
from accord.words.languages import LANGUAGES


def tell(gap: Gap, language: str) -> str:
    """A gap in a language of the United Nations.

    >>> tell(Gap("language", "para-2", "Lantern Office", "fr"), "en")
    'para-2: Words that the record has in another language only (Lantern Office, Français)'
    """
    lacking = [gap.of] if gap.of else []
    if gap.language in LANGUAGES:
        lacking.append(LANGUAGES[gap.language].autonym)
    joined = {"ar": "، ", "zh": "，"}.get(language, ", ").join(lacking)
    return f"{gap.place}: {say(language, f'gap.{gap.code}')}" + (f" ({joined})" if joined else "")

"""The six official languages of the UN, in the order in which the UN puts them."""

from __future__ import annotations

from typing import Final, Literal

import msgspec


class Language(msgspec.Struct, frozen=True):
    """A language: its code in addresses, its own name, its direction, its ISO 639-2 code (Akoma Ntoso)."""

    code: str
    autonym: str
    direction: Literal["ltr", "rtl"]
    iso639_2: str
    job_letter: str
    """The letter after a job number that tells the language version: `13-50610 (C)`."""


LANGUAGES: Final = {
    language.code: language
    for language in (
        Language("ar", "العربية", "rtl", "ara", "A"),
        Language("zh", "中文", "ltr", "zho", "C"),
        Language("en", "English", "ltr", "eng", "E"),
        Language("fr", "Français", "ltr", "fra", "F"),
        Language("ru", "Русский", "ltr", "rus", "R"),
        Language("es", "Español", "ltr", "spa", "S"),
    )
}

CODES: Final = tuple(LANGUAGES)


def language(code: str) -> Language:
    """The language with this code.

    Raises:
        KeyError: not one of the six; says which there are.

    >>> language("ar").direction, language("zh").autonym
    ('rtl', '中文')
    """
    try:
        return LANGUAGES[code]
    except KeyError:
        raise KeyError(f"{code!r} is not one of the six languages: {', '.join(CODES)}") from None

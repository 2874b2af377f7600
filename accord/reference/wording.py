"""Texts of the editors in the six languages, kept in tables: a column for each language."""

from __future__ import annotations

import msgspec

from accord.reference.states import LANGUAGES


class InSixLanguages(msgspec.Struct, frozen=True):
    """A row that is worded in the six languages."""

    ar: str
    zh: str
    en: str
    fr: str
    ru: str
    es: str

    def said(self) -> dict[str, str]:
        """The wording by language."""
        return {lang: str(getattr(self, lang)) for lang in LANGUAGES}


class Wording(InSixLanguages, frozen=True):
    """What something is about, in the editors' words."""

    key: str

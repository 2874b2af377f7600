"""Texts of the editors in the six languages, kept in tables under keys."""

from __future__ import annotations

import msgspec

from accord.reference.states import LANGUAGES


class Wording(msgspec.Struct, frozen=True):
    """What something is about, in the editors' words."""

    key: str
    ar: str
    zh: str
    en: str
    fr: str
    ru: str
    es: str

    def said(self) -> dict[str, str]:
        """The wording by language."""
        return {lang: str(getattr(self, lang)) for lang in LANGUAGES}

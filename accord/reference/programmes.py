"""Programmes of organisations that papers also name as organisations of their own."""

from __future__ import annotations

from functools import cache

import msgspec

from accord.reference.states import known_language
from accord.reference.table import table


class Programme(msgspec.Struct, frozen=True):
    """A programme and the organisation that it belongs to, under the names that papers print."""

    programme: str
    organisation: str
    name_zh: str
    name_en: str
    whole_zh: str
    whole_en: str

    def name(self, lang: str) -> str | None:
        """The name of the programme; nothing in a language for which none is held."""
        return getattr(self, f"name_{known_language(lang)}", None)

    def whole(self, lang: str) -> str | None:
        """The name of the organisation, likewise."""
        return getattr(self, f"whole_{known_language(lang)}", None)


@cache
def programmes() -> tuple[Programme, ...]:
    """All programmes.

    >>> [one.name("en") for one in programmes()]
    ['Reaching Critical Will']
    """
    return tuple(table("programmes", Programme))

"""Instruments of law: names, stages, conditions of entry into force, and who keeps the deposits.

Sources, dates and known problems: the `.toml` beside each table. What States did about them: `treaties`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from accord.reference.states import LANGUAGES, Iso3
from accord.reference.table import table
from accord.reference.wording import InSixLanguages, Wording


class InstrumentRow(msgspec.Struct, frozen=True):
    """An instrument; `open_to` is the code of a list of States."""

    instrument: str
    kind: Literal["treaty", "protocol", "model-agreement", "resolution", "declared-status", "national-law"]
    parent: str | None
    symbol: str | None
    opened: date | None
    duration: str | None
    open_to: str | None
    source: str


class NameRow(InSixLanguages, frozen=True):
    """A name in six languages; `authentic` lists the languages in which it is nobody's translation."""

    instrument: str
    of: Literal["name", "short"]
    authentic: str | None

    def said(self) -> dict[str, str]:
        """The name by language, in square brackets where the wording is the editors'."""
        own = (self.authentic or "").split()
        return {
            lang: str(getattr(self, lang)) if lang in own or self.of == "short" else f"[{getattr(self, lang)}]"
            for lang in LANGUAGES
        }


class StageRow(msgspec.Struct, frozen=True):
    """A stage that an instrument reached."""

    instrument: str
    stage: Literal["adopted", "open-for-signature", "in-force", "expired"]
    on: date | None
    source: str


class DepositaryRow(msgspec.Struct, frozen=True):
    """A depositary: a State, or an office by the key of its wording."""

    instrument: str
    depositary: str
    iso3: Iso3 | None
    wording: str | None


class EntryRow(msgspec.Struct, frozen=True):
    """The article on entry into force, and how long after its conditions are met."""

    instrument: str
    article: str
    wait_days: int | None
    each_days: int | None
    waivable: str | None
    source: str


class Condition(msgspec.Struct, frozen=True):
    """One condition of entry into force; the number counts States, or months after the opening."""

    instrument: str
    condition: Literal["at-least", "all-of-states", "depositary-states", "exchanged", "in-force-for", "after-opening"]
    number: int | None
    list: str | None
    other: str | None


class ArticleRow(InSixLanguages, frozen=True):
    """What an article is about, summarised by the editors; never the words of the text."""

    instrument: str
    article: str
    place: int


class ListRow(msgspec.Struct, frozen=True):
    """A State of a named list."""

    list: str
    iso3: Iso3


@cache
def instruments() -> tuple[InstrumentRow, ...]:
    """All instruments."""
    return table("instruments/instruments", InstrumentRow)


@cache
def names() -> tuple[NameRow, ...]:
    """All names."""
    return table("instruments/names", NameRow)


@cache
def articles() -> tuple[ArticleRow, ...]:
    """The articles that are summarised."""
    return table("instruments/articles", ArticleRow)


@cache
def stages() -> tuple[StageRow, ...]:
    """All stages."""
    return table("instruments/stages", StageRow)


@cache
def depositaries() -> tuple[DepositaryRow, ...]:
    """All depositaries."""
    return table("instruments/depositaries", DepositaryRow)


@cache
def entries() -> tuple[EntryRow, ...]:
    """The articles on entry into force."""
    return table("instruments/entry", EntryRow)


@cache
def conditions() -> tuple[Condition, ...]:
    """All conditions of entry into force."""
    return table("instruments/conditions", Condition)


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table("instruments/lists", ListRow):
        found[row.list] = (*found.get(row.list, ()), row.iso3)
    return MappingProxyType(found)


def listed(name: str) -> tuple[str, ...]:
    """The States of a named list.

    >>> len(listed("annex-2")), listed("mongolia")
    (44, ('MNG',))
    """
    return _lists()[name]


@cache
def wording() -> Mapping[str, Wording]:
    """The editors' words for offices, places, zones and lists."""
    return MappingProxyType({row.key: row for row in table("instruments/wording", Wording)})

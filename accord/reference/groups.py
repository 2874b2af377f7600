"""Groups of States, as the papers that name them list their members at a date."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from accord.reference.states import Iso3, known_language
from accord.reference.table import table


class Membership(msgspec.Struct, frozen=True):
    """One State in one group, as of a year, by the source that says so."""

    group: str
    iso3: Iso3
    as_of: int
    source: str


class Group(msgspec.Struct, frozen=True):
    """A group and its name in the six languages."""

    group: str
    name_ar: str
    name_zh: str
    name_en: str
    name_fr: str
    name_ru: str
    name_es: str

    def name(self, lang: str) -> str:
        """The name of the group.

        >>> groups()["new-agenda-coalition"].name("zh")
        '新议程联盟'
        """
        return str(getattr(self, f"name_{known_language(lang)}"))


@cache
def groups() -> Mapping[str, Group]:
    """All groups by code."""
    return MappingProxyType({row.group: row for row in table("group_names", Group)})


def members(group: str, year: int) -> tuple[str, ...]:
    """The codes of the members of a group in a year for which a source is held.

    Raises:
        KeyError: no source says who belonged to that group in that year; nothing is carried forward.

    >>> members("new-agenda-coalition", 2013)
    ('BRA', 'EGY', 'IRL', 'MEX', 'NZL', 'SWE', 'ZAF')
    """
    found = tuple(row.iso3 for row in table("groups", Membership) if (row.group, row.as_of) == (group, year))
    if not found:
        raise KeyError(f"no source for the members of {group!r} in {year}")
    return found

"""Regions of the world as the UN Statistics Division draws them for statistics (M49)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from accord.reference.states import Iso3
from accord.reference.table import table

Region = Literal["africa", "americas", "asia", "europe", "oceania"]


class Place(msgspec.Struct, frozen=True):
    """A State in its region and subregion."""

    iso3: Iso3
    region: Region
    subregion: str


@cache
def regions() -> Mapping[Region, tuple[Place, ...]]:
    """The States of each region, by subregion, then by code.

    >>> [place.iso3 for place in regions()["oceania"]][:3], regions()["asia"][0].subregion
    (['AUS', 'NZL', 'FJI'], 'central-asia')
    """
    found: dict[Region, tuple[Place, ...]] = {}
    for place in table("regions", Place):
        found[place.region] = (*found.get(place.region, ()), place)
    return MappingProxyType(found)

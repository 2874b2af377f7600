"""Resolutions cited by number and by symbol in one breath: "resolution 9/21 (A/RES/9/21)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.papers.reading.findings import finding
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding

_BOTH = re.compile(
    r"(?<![\d/])(?P<number>\d{1,3}/\d{1,3})(?: ?号决议)?\s?[(（](?P<symbol>[A-Z]+/RES/(?P<same>\d{1,3}/\d{1,3}))[)）]"
)


def resolutions(reading: Reading) -> Iterator[Finding]:
    """Resolutions whose symbol in brackets has another number."""
    for unit in reading.units:
        for found in _BOTH.finditer(unit.text):
            if found["number"] != found["same"]:
                yield finding(unit.id, "resolution-differs", number=found["number"], symbol=found["symbol"])

"""Items whose letters do not count on: the reader takes a letter only when it is due, so others stand inside a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.papers.reading.findings import finding
from accord.papers.reading.labels import labels_at, letter
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding, Unit

_AFTER_END = re.compile(
    r"(?<=[.;:。；：؛])[”»\"]?\s?(?:(?:and|or|et|ou|y|o|и|или|و|أو|和)\s)?(?=[(（]?(?:[a-z]|[ء-ي]ـ?)[)）]\s)"
)


def labels(reading: Reading) -> Iterator[Finding]:
    """Labels that begin after the end of an item, within its text, and are not the next one."""
    for unit in reading.units:
        if unit.kind not in ("paragraph", "item", "subitem"):
            continue
        for place in _AFTER_END.finditer(unit.text):
            found = next((one for one in labels_at(unit.text[place.end() :]) if one.kind == "item"), None)
            if found is not None:
                yield finding(unit.id, "item-label", label=found.printed, due=_due(unit))


def _due(unit: Unit) -> str:
    """The letter after an item's own, or the first under a paragraph."""
    own = letter(unit.id.rpartition("-")[2]) if unit.kind == "item" else 0
    return f"({chr(97 + own)})" if own is not None and own < 26 else "–"

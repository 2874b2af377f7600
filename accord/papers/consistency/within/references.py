"""References of a document to its own paragraphs: "paragraph 27 (h) above"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.papers.reading.divisions import named
from accord.papers.reading.findings import finding
from accord.papers.reading.labels import letter
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding

_ITEM = r"(?:\s?[(（]?(?P<item>[a-z]|[ء-ي]ـ?)[)）])?"
_N = rf"(?P<n>\d{{1,3}}){_ITEM}(?:\s?[-–—]\s?\d{{1,3}})?"
_OWN = {
    "en": rf"paragraphs? {_N}(?=,? (?:above|below)|,? of the present report)",
    "fr": rf"paragraphes? {_N}(?=,? ci-(?:dessus|dessous)|,? du présent rapport)",
    "es": rf"párrafos? {_N}(?=,? (?:supra|infra|anterior|más arriba|más abajo)|,? del presente informe)",
    "ru": rf"пункт\w* {_N}(?=,? (?:выше|ниже)|,? настоящего доклада)",
    "zh": rf"(?:[上下]文|本报告)第?\s?{_N}\s?段",
    "ar": rf"(?:ال)?فقر\w+ {_N}(?=،? (?:أعلاه|أدناه)|،? من هذا التقرير)",
}


def references(reading: Reading) -> Iterator[Finding]:
    """References to paragraphs or items that the document does not have.

    In an annex that counts for itself, a number may be one of its own paragraphs or of the report's.
    """
    known = {unit.id for unit in reading.units}
    pattern = re.compile(_OWN[reading.language], re.IGNORECASE)
    for unit in reading.units:
        for found in pattern.finditer(unit.text):
            wanted = f"para-{found['n']}"
            if found["item"] and (place := letter(found["item"].removesuffix("ـ"))):
                wanted += f"-{chr(96 + place)}"
            within = named(unit.id)[0]
            if known.isdisjoint((wanted, f"{within}-{wanted}")):
                shown = found.group()[found.start("n") - found.start() :]
                yield finding(unit.id, "no-such-paragraph", number=shown)

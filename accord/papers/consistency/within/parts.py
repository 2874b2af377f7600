"""An organisation and a part of it, both named as if they were two."""

from __future__ import annotations

from collections.abc import Iterator

from accord.papers.reading.findings import finding
from accord.papers.reading.reading import Reading
from accord.papers.reading.structs import Finding
from accord.reference.programmes import programmes


def parts(reading: Reading) -> Iterator[Finding]:
    """Programmes of an organisation that the document names beside the organisation itself."""
    text = {unit.id: unit.text for unit in reading.units}
    for one in programmes():
        name, whole = one.name(reading.language), one.whole(reading.language)
        where = next((unit for unit, said in text.items() if name and name in said), None)
        if where and whole and any(whole in said for said in text.values()):
            yield finding(where, "part-of", name=name, other=whole)

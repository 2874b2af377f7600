"""The coverage of the demonstration: the prohibitions of A/68/514 ¶35, in which provisions the editor reads them.

Every reading bears the editor's name; others may record theirs beside it, and anybody may dispute it.
"""

from __future__ import annotations

from collections.abc import Iterator

from accord.acts.values import Day, Grounds, Source, Text
from accord.acts.vocabulary import Act
from accord.areas.coverage import acts as coverage
from accord.reference import coverage as facts
from accord.reference import instruments
from accord.stories.demonstration_law import grounds
from accord.stories.demonstration_members import members_told
from accord.stories.story import text

READ = Day(2026, 11, 23)
"""When the editor last read the texts."""


def coverage_told(editor: str, report: str) -> Iterator[Act]:
    """Who is a Member or an observer, prohibitions, the readings of the editor, then developments of law."""
    yield from members_told()
    named = Grounds(source=Source(document=report, place="para-35"), kind="transcribed", checked=READ)
    for row in facts.prohibitions():
        yield coverage.NameProhibition(
            prohibition=row.prohibition,
            name=_worded(f"prohibition-{row.prohibition}"),
            place=row.place,
            note=_worded(row.note) if row.note else None,
            grounds=grounds(row.source) if row.source else named,
        )
    for reading in facts.readings():
        found = grounds(reading.source)
        yield coverage.MapProhibition(
            instrument=reading.instrument,
            provision=reading.provision,
            author=editor,
            prohibits=tuple(reading.prohibits.split()),
            binds=reading.binds,
            bound_named=instruments.listed(reading.list) if reading.list else (),
            reach=reading.reach,
            reach_said=_worded(reading.reach_wording) if reading.reach_wording else None,
            condition=_worded(reading.condition) if reading.condition else None,
            grounds=Grounds(source=found.source, kind="assessed", checked=found.checked),
        )
    for one in facts.developments():
        yield coverage.RecordDevelopment(
            development=one.development,
            body_of_law=one.body_of_law,
            name=_worded(f"development-{one.development}"),
            summary=_worded(f"summary-{one.development}"),
            instrument=one.instrument,
            on=one.on,
            grounds=Grounds(source=Source(publication=one.publication, on=one.on), kind="reported", checked=READ),
        )


def _worded(key: str) -> Text:
    words = facts.wording().get(key) or instruments.wording()[key]
    return text(words.said())

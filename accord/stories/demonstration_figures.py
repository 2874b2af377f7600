"""The figures and declared policies of the demonstration, said by the editor from the sourced tables.

A figure for a year stands under the year.
What was not found is not said; what a State did not provide is. Totals that fit no subject of the register, and rows
for groups of States, stay in the tables. A figure that follows from a change which the source states is *reported*.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import msgspec

from accord.acts.values import Figure, Grounds, Quantity, Ranged, Source, Stated, Text, Withheld
from accord.acts.vocabulary import Act
from accord.areas.commitments.acts import FigureRow, RecordFigures, RecordUndertaking
from accord.areas.commitments.measures import MEASURES, SUBJECTS
from accord.reference import policies, treaties
from accord.reference.figures import TABLES, FigureFact, figures, notes
from accord.reference.sources import sources
from accord.reference.states import states
from accord.stories.demonstration_law import grounds
from accord.stories.story import text

BATCH = 100
"""Most figures of one act."""


def figures_told() -> Iterator[Act]:
    """The figures of every table, those of one source and place together."""
    for name in TABLES:
        told = [row for row in figures(name) if _said(row)]
        for (source, read_in, derived), rows in groupby(sorted(told, key=_key), _key):
            some = [_row(row) for row in rows]
            for start in range(0, len(some), BATCH):
                yield RecordFigures(
                    figures=tuple(some[start : start + BATCH]), grounds=_grounds(source, read_in, derived)
                )


def safeguards_told() -> Iterator[Act]:
    """How many States had safeguards agreements and additional protocols, as each source counts them on its day."""
    for row in treaties.safeguards_totals():
        counted = {
            "states-with-agreement-and-protocol": row.with_protocol,
            "states-with-agreement-without-protocol": row.without_protocol,
            "states-without-agreement": row.without_agreement,
        }
        note = text(notes()["of-188-states"].said()) if row.source == "banmonitor-safeguards" else None
        yield RecordFigures(
            figures=tuple(
                FigureRow(
                    subject=subject,
                    on=row.as_of,
                    figure=Stated(quantity=Quantity(amount=str(counted[subject]), unit="states")),
                    note=note,
                )
                for subject in SUBJECTS
                if counted.get(subject) is not None
            ),
            grounds=grounds(row.source),
        )


def policies_told() -> Iterator[Act]:
    """What States declared, summarised by the editor, in the words of the text where these were read."""
    for row in policies.statements():
        known = sources()[row.source]
        holders = tuple(row.holders.split())
        cited = known.cited() if row.symbol is None else f"{row.symbol}; {known.cited()}"
        yield RecordUndertaking(
            undertaking=row.wording,
            sided="unilateral" if len(holders) == 1 else "plurilateral",
            matter=row.family,
            title=text(policies.summaries()[row.wording].said()),
            text=None if row.quote is None else text({"en": row.quote}),
            verbatim=row.quote is not None,
            holders=holders,
            beneficiaries=tuple((row.beneficiaries or "").split()),
            benefits="non-nuclear-weapon-states" if row.family == "negative-assurance" else None,
            grounds=Grounds(source=Source(publication=cited, on=row.on), kind=known.kind, checked=known.checked),
        )


def _said(row: FigureFact) -> bool:
    known = row.iso3 is None or row.iso3 in states()
    return known and row.subject in MEASURES and row.told != "unknown"


def _key(row: FigureFact) -> tuple[str, str, bool]:
    return row.source, row.read_in or "", row.derived == "yes"


def _grounds(source: str, read_in: str, derived: bool) -> Grounds:
    """Two summaries of one publication are two sources: what they say differently stands beside each other."""
    found = grounds(source)
    if read_in:
        publication = f"{found.source.publication}; {read_in}"
        found = msgspec.structs.replace(found, source=Source(publication=publication))
    return msgspec.structs.replace(found, kind="reported") if derived else found


def _row(row: FigureFact) -> FigureRow:
    subject = next(one for one in SUBJECTS if one == row.subject)
    return FigureRow(
        subject=subject,
        party=row.iso3,
        system=row.system,
        on=row.on,
        year=row.year if row.on is None else None,
        figure=_figure(row),
        note=_note(row),
    )


def _figure(row: FigureFact) -> Figure:
    if row.told == "withheld":
        return Withheld()
    if row.told == "range":
        least, most = (Quantity(amount=amount or "0", unit=row.unit) for amount in (row.least, row.most))
        return Ranged(least=least, most=most)
    return Stated(quantity=Quantity(amount=row.amount or "0", unit=row.unit))


def _note(row: FigureFact) -> Text | None:
    """What a reader must know, in each language: derived, the central estimate of a range, what is included."""
    central = row.told == "range" and row.amount is not None
    keys = [
        key for key, holds in (("derived", row.derived), ("central", central), (row.note, row.note)) if key and holds
    ]
    if not keys:
        return None
    said = [notes()[key].said() for key in keys]
    amount = f"{row.amount} {row.unit}"
    return text({lang: "; ".join(one[lang].format(amount=amount) for one in said) for lang in said[0]})

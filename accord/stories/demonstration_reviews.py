"""The second register of commitments: practical steps of 2000 and actions of 2010, agreed at reviews of the NPT.

What became of each is not told: no source was found that gives a status for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from accord.acts.vocabulary import Act
from accord.areas.commitments.acts import Actor, Origin, RecordUndertaking, Sides
from accord.areas.commitments.families import Family
from accord.reference import reviews as facts
from accord.stories.demonstration_law import grounds
from accord.stories.story import text


def reviews_told() -> Iterator[Act]:
    """Every step and action, with its number in the document, in the editors' words."""
    for review in facts.reviews():
        for row in facts.actions():
            if row.review != review.review:
                continue
            holders = tuple((row.holders or "").split())
            sides: Sides = "bilateral" if len(holders) == 2 else "multilateral"
            yield RecordUndertaking(
                undertaking=f"{review.review}-{row.number}{row.point or ''}",
                sided=sides,
                matter=cast(Family, row.matter),
                title=text(row.said()),
                holders=holders,
                addressed=cast(Actor | None, row.addressed),
                force="political",
                since=review.on,
                origin=Origin(document=review.document, number=row.number, point=row.point),
                grounds=grounds(review.source),
            )

"""How States voted on the resolutions that led to the working group of 2013 and followed it, by a source of votes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from accord.acts.values import Text
from accord.acts.vocabulary import Act
from accord.areas.instruments.acts import ActionKind, EnterInstrument, RecordStage, RecordStatus, StatusRow
from accord.reference import votes
from accord.reference.figures import notes
from accord.reference.states import LANGUAGES
from accord.stories.demonstration_law import grounds
from accord.stories.story import text

SOURCE = "unvotes"
MOST = 200
"""Most votes of one act."""
_ACTIONS: dict[str, ActionKind] = {"yes": "vote-in-favour", "no": "vote-against", "abstaining": "vote-abstaining"}


def votes_told(title: Text) -> Iterator[Act]:
    """Each resolution, its adoption, and the votes of each kind.

    Args:
        title: what all of them are about.
    """
    found = grounds(SOURCE)
    for resolution in votes.resolutions():
        code = resolution.resolution.replace("/", "-").lower()
        yield EnterInstrument(
            instrument=code,
            kind="resolution",
            name=title,
            short=text(dict.fromkeys(LANGUAGES, resolution.resolution)),
            symbol=resolution.resolution,
            grounds=found,
        )
        note = notes().get(f"votes-{resolution.resolution.removeprefix('A/RES/').replace('/', '-')}")
        yield RecordStage(
            instrument=code,
            stage="adopted",
            on=resolution.on,
            note=None if note is None else text(note.said()),
            grounds=found,
        )
        cast = sorted(
            (row for row in votes.votes() if row.resolution == resolution.resolution),
            key=lambda row: (row.vote, row.iso3),
        )
        for vote, rows in groupby(cast, lambda row: row.vote):
            deeds = tuple(StatusRow(party=row.iso3, on=resolution.on) for row in rows)
            for start in range(0, len(deeds), MOST):
                yield RecordStatus(
                    instrument=code, action=_ACTIONS[vote], deeds=deeds[start : start + MOST], grounds=found
                )

"""The floor of the third meeting of the exercise: a draft, an amendment, a motion, a point of order, two decisions.

The Chair lets one speaker too many against the closure of the debate: that stands, with a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from accord.areas.procedure.acts import (
    AdoptProcedure,
    BeginVoting,
    Changes,
    CloseFloor,
    MakeRuling,
    MoveMotion,
    OpenDebate,
    OpenFloor,
    PutQuestion,
    RaisePoint,
    RecordVote,
    SpeakersOn,
    SpeakToMotion,
    TakeDecision,
    VoteOf,
)
from accord.stories.exercise_proposals import Cast
from accord.stories.story import Said

DRAFT = "XA/AC.7/L.2"
AMENDMENT = "amendment-1"


def sat_in_order(cast: Cast) -> Iterator[Said]:
    """The rules that the group adopts, and its third meeting step by step."""
    at: dict[str, Any] = {"number": 3, **cast.of}
    arvenia, belmora, cordessa = cast.arvenia, cast.belmora, cast.cordessa
    closure = {"motion": "motion-1", **at}
    one_against = Changes(speakers=(SpeakersOn(motion="close-debate", in_favour=0, against=1),))
    votes = (
        VoteOf(party=arvenia, vote="no"),
        VoteOf(party=belmora, vote="yes"),
        VoteOf(party=cordessa, vote="abstain"),
    )
    for act in (
        AdoptProcedure(rules="ga-committee", changes=one_against, on=date(2032, 3, 1), **cast.of),
        OpenFloor(on=date(2032, 3, 4), members=3, present=3, **at),
        OpenDebate(item="2", **at),
        PutQuestion(question=DRAFT, kind="proposal", sponsors=(arvenia,), circulated=date(2032, 3, 3), **at),
        PutQuestion(question=AMENDMENT, kind="amendment", amends=DRAFT, sponsors=(belmora,), effect="deletes", **at),
        MoveMotion(kind="close-debate", mover=cordessa, **closure),
        SpeakToMotion(speaker=belmora, side="against", **closure),
        SpeakToMotion(speaker=arvenia, side="against", **closure),
        RaisePoint(party=cordessa, **at),
        MakeRuling(upheld=False, **at),
        RecordVote(question="motion-1", in_favour=2, against=1, abstaining=0, **at),
        BeginVoting(question=AMENDMENT, method="recorded", **at),
        RecordVote(question=AMENDMENT, method="recorded", in_favour=1, against=1, abstaining=1, votes=votes, **at),
        TakeDecision(question=DRAFT, mode="without-a-vote", **at),
        CloseFloor(status="adjourned", **at),
    ):
        yield Said(cast.secretariat, act)

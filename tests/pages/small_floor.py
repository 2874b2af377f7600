"""The floor of a meeting in the small record: rules, a debate, a pending motion, amendments, a vote, a step amiss."""

from __future__ import annotations

import datetime
from typing import Any, Protocol

from accord.acts.values import Source
from accord.areas.procedure.acts import (
    AdoptProcedure,
    Changes,
    MoveMotion,
    ObjectToDecision,
    OpenDebate,
    OpenFloor,
    PutQuestion,
    RecordVote,
    SpeakersOn,
    SpeakToMotion,
    VoteOf,
)


class Tells(Protocol):
    """A record that is told."""

    def counts(self, by: str, act: Any, *also: str) -> int: ...


def tell_floor(small: Tells, source: Source) -> None:
    """Tells of meeting 9 of the working group as far as the closure of the debate."""
    at: dict[str, Any] = {"body": "WG", "number": 9, "source": source}
    on = datetime.date(2013, 8, 27)
    changes = Changes(speakers=(SpeakersOn(motion="close-debate", in_favour=1, against=2),))
    for act in (
        AdoptProcedure(body="WG", rules="ga-committee", changes=changes, on=on, source=source),
        OpenFloor(on=on, members=6, present=5, **at),
        OpenDebate(item="1", **at),
        PutQuestion(question="L.7", kind="proposal", sponsors=("AUT",), circulated=datetime.date(2013, 8, 26), **at),
        PutQuestion(question="L.8", kind="proposal", sponsors=("IRL",), circulated=on, **at),
        PutQuestion(question="L.9", kind="amendment", amends="L.7", sponsors=("CHE",), effect="deletes", **at),
        PutQuestion(question="L.10", kind="amendment", amends="L.7", sponsors=("CRI",), effect="adds", **at),
        ObjectToDecision(question="L.10", party="AUT", **at),
        RecordVote(
            question="L.9",
            method="recorded",
            in_favour=1,
            against=1,
            abstaining=1,
            votes=(
                VoteOf(party="CHE", vote="yes"),
                VoteOf(party="AUT", vote="no"),
                VoteOf(party="IRL", vote="abstain"),
            ),
            **at,
        ),
        MoveMotion(motion="motion-1", kind="close-debate", mover="CRI", **at),
        SpeakToMotion(motion="motion-1", speaker="IRL", side="against", **at),
        SpeakToMotion(motion="motion-1", speaker="IRL", side="against", **at),
    ):
        small.counts("EDITOR", act)

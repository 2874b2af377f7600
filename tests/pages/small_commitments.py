"""The commitments of the small record: an undertaking kept by one account, a figure, a name and a call."""

from __future__ import annotations

import datetime
from typing import Any, Protocol

from accord.acts.values import Grounds, Quantity, Source, Stated, Text
from accord.areas.commitments.acts import (
    AssessImplementation,
    AttributeDesignation,
    FigureRow,
    RecordCall,
    RecordFigures,
    RecordUndertaking,
    StateDoctrine,
    TurnUndertaking,
)


class Tells(Protocol):
    """A record that is told."""

    def counts(self, by: str, act: Any, *also: str) -> int: ...


def text(words: str) -> Text:
    """An English text."""
    return Text(original="en", said={"en": words})


def tell_commitments(small: Tells, source: Source) -> None:
    """Tells of a moratorium, what became of it, and figures of a State."""

    def grounds(kind: Any) -> dict[str, Any]:
        return {"grounds": Grounds(source=source, kind=kind, checked=datetime.date(2014, 1, 31))}

    of: dict[str, Any] = {"undertaking": "u-1"}
    stock = Stated(quantity=Quantity(amount="12", unit="warheads"))
    day = datetime.date(2013, 5, 1)
    for act in (
        RecordUndertaking(
            sided="unilateral",
            matter="testing-moratorium",
            title=text("A moratorium"),
            holders=("CHE",),
            since=day,
            **of,
            **grounds("declared"),
        ),
        TurnUndertaking(step="s-1", turned="continued", holder="CHE", on=day, **of, **grounds("declared")),
        AssessImplementation(
            assessment="a-1", author="AUT", status="implemented", text=text("As seen."), **of, **grounds("assessed")
        ),
        RecordFigures(
            figures=(FigureRow(subject="warheads-stockpile", party="CHE", on=day, figure=stock),),
            **grounds("estimated"),
        ),
        StateDoctrine(
            statement="d-1", party="CHE", matter="readiness", text=text("Lower."), on=day, **grounds("declared")
        ),
        AttributeDesignation(party="CHE", designation="host", author="AUT", **grounds("assessed")),
        RecordCall(
            call="c-1", author="AUT", actor="other", element="27-c", text=text("All should."), **grounds("transcribed")
        ),
    ):
        small.counts("EDITOR", act)

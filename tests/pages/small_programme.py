"""The programme of the small record: two elements, an approach with steps, its mapping, who supports what."""

from __future__ import annotations

import datetime
from typing import Any, Protocol

from accord.acts.values import Grounds, Source, Text
from accord.areas.programme.acts import (
    ClassifyElement,
    DeclareSupport,
    MapApproach,
    Mapped,
    Phase,
    RelateIssue,
    Step,
    TableApproach,
    TableElement,
    TraceElement,
)


class Tells(Protocol):
    """A record that is told."""

    def counts(self, by: str, act: Any, *also: str) -> int: ...


def text(words: str) -> Text:
    """An English text."""
    return Text(original="en", said={"en": words})


def tell_programme(small: Tells, source: Source) -> None:
    """Tells of elements that are classified, mapped and supported."""
    grounds = Grounds(source=source, kind="transcribed", checked=datetime.date(2014, 1, 31))
    of: dict[str, Any] = {"source": source}
    for act in (
        TableElement(element="27-c", name=text("Fewer tests"), **of),
        TableElement(element="27-c-law", name=text("A law on it"), part_of="27-c", **of),
        TableElement(element="28-a", name=text("A binding undertaking"), sponsor="AUT", **of),
        ClassifyElement(element="27-c", author="AUT", undertaken=("unilateral",), purpose=("achieve",), **of),
        RelateIssue(issue="cost", name=text("What it costs"), bearing="every-element", author="AUT", **of),
        TableApproach(
            approach="steps",
            name=text("One after another"),
            features=("phased", "time-bound"),
            orders="yes",
            conditions="not-said",
            dates="yes",
            phases=(Phase(phase="first", name=text("First")),),
            steps=(
                Step(step="begin", name=text("Begin"), phase="first", deadline=datetime.date(2030, 1, 1)),
                Step(step="go-on", name=text("Go on"), after=("begin",), deadline=datetime.date(2029, 1, 1)),
            ),
            **of,
        ),
        MapApproach(approach="steps", author="AUT", elements=(Mapped(element="27-c", step="begin"),), **of),
        DeclareSupport(party="CHE", element="27-c", reservation=text("Not yet."), grounds=grounds),
        TraceElement(element="27-c", body="WG", proposal="p-1", author="AUT", **of),
    ):
        small.counts("EDITOR", act)

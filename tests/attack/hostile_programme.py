"""What was said to do harm about elements and approaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.values import Grounds
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
    UntraceElement,
    WithdrawSupport,
)
from tests.pages.small_record import day

if TYPE_CHECKING:
    from tests.attack.hostile import Hostile


def tell_programme(h: Hostile) -> None:
    """An element and an approach, with words that attack wherever words stand."""
    of: dict[str, Any] = {"source": h.source()}
    grounds = Grounds(source=h.source(), kind="transcribed", checked=day(3, 2))
    step = Step(step="s-1", name=h.text(), phase="one", condition=h.text(), benchmark=h.text(), deadline=day(1, 2))
    link: dict[str, Any] = {"element": "27-c", "body": "WG", "proposal": "p-1", "author": "CHE"}
    for act in (
        TableElement(element="27-c", name=h.text(), summary=h.text(), sponsor="CHE", **of),
        ClassifyElement(element="27-c", author="CHE", purpose=("achieve",), note=h.text(), **of),
        RelateIssue(issue="cost", name=h.text(), bearing="every-element", author="CHE", note=h.text(), **of),
        TableApproach(
            approach="plan",
            name=h.text(),
            summary=h.text(),
            orders="yes",
            conditions="yes",
            dates="yes",
            phases=(Phase(phase="one", name=h.text()),),
            steps=(step,),
            **of,
        ),
        MapApproach(
            approach="plan",
            author="CHE",
            elements=(Mapped(element="27-c", step="s-1", note=h.text()),),
            note=h.text(),
            **of,
        ),
        DeclareSupport(party="CHE", element="27-c", reservation=h.text(), grounds=grounds),
        DeclareSupport(party="ST-A", approach="plan", reservation=h.text(), grounds=grounds),
        WithdrawSupport(party="CHE", element="27-c", grounds=grounds),
        TraceElement(note=h.text(), **link, **of),
        UntraceElement(reason=h.words(), **link),
        TraceElement(note=h.text(), **link, **of),
    ):
        h.counts("EDITOR", act)

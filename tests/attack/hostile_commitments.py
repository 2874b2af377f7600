"""What was said to do harm about commitments: undertakings, figures, doctrine, names, calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.values import Grounds, Quantity, Source, Stated
from accord.areas.commitments.acts import (
    AssessImplementation,
    AttributeDesignation,
    Benchmark,
    FigureName,
    FigureRow,
    Origin,
    RecordCall,
    RecordFigures,
    RecordUndertaking,
    StateDoctrine,
    StrikeCommitment,
    TurnUndertaking,
)
from tests.pages.small_record import day

if TYPE_CHECKING:
    from tests.attack.hostile import Hostile


def tell_commitments(h: Hostile) -> None:
    """A moratorium, an action of a review and figures, with words that attack wherever words stand."""

    def grounds(kind: Any) -> dict[str, Any]:
        return {"grounds": Grounds(source=h.source(), kind=kind, checked=day(3, 2))}

    steps = (Benchmark(text=h.text()),)
    kept: dict[str, Any] = {"matter": "testing-moratorium", "holders": ("CHE",), "benchmarks": steps}
    action: dict[str, Any] = {
        "matter": "other",
        "addressed": "all-states",
        "origin": Origin(document="A/99/100", number=1),
    }
    stock = FigureName(subject="warheads-stockpile", party="CHE", system="<b>alert(1)<b>", on=day(1, 2))
    row = FigureRow(
        subject=stock.subject, party="CHE", system=stock.system, on=stock.on, note=h.text(),
        figure=Stated(quantity=Quantity(amount="1", unit="warheads")),
    )  # fmt: skip
    of: dict[str, Any] = {"undertaking": "U-1"}
    title: dict[str, Any] = {"title": h.text(), "text": h.text(), "conditions": h.text()}
    for act in (
        RecordUndertaking(sided="unilateral", **of, **kept, **title, **grounds("declared")),
        RecordUndertaking(undertaking="U-2", sided="multilateral", **action, **title, **grounds("transcribed")),
        TurnUndertaking(step="s-1", turned="continued", text=h.text(), **of, **grounds("declared")),
        AssessImplementation(
            assessment="a-1", author="ST-A", status="implemented", text=h.text(), **of, **grounds("assessed")
        ),
        RecordFigures(figures=(row,), **grounds("estimated")),
        StateDoctrine(statement="d-1", party="CHE", matter="readiness", text=h.text(), **grounds("declared")),
        AttributeDesignation(party="CHE", designation="host", author="ST-A", text=h.text(), **grounds("assessed")),
        RecordCall(call="c-1", author="ST-A", actor="other", element="27-c", text=h.text(), **grounds("transcribed")),
    ):
        h.counts("EDITOR", act)
    h.counts("EDITOR", StrikeCommitment(entry=len(h.entries) - 1, reason=h.words()))
    other = Grounds(source=Source(publication=h.words()), kind="estimated", checked=day(3, 2))
    told = len(h.entries) - 5
    h.counts("EDITOR", RecordFigures(figures=(row,), struck=(stock,), grounds=other, corrects=told))

"""What was said to do harm about the law: instruments, what States did and said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.values import Grounds
from accord.areas.instruments.acts import (
    AllOfStates,
    AtLeast,
    Depositary,
    EnterInstrument,
    InForceFor,
    MakeReservation,
    RecordStage,
    RecordStatus,
    SetConditions,
    StatusRow,
    StrikeInstrumentFact,
    SummariseArticle,
    WithdrawReservation,
    Zone,
)
from tests.pages.small_record import day

if TYPE_CHECKING:
    from tests.attack.hostile import Hostile


def tell_law(h: Hostile) -> None:
    """A treaty and its protocol, with words that attack wherever words stand."""

    def grounds() -> dict[str, Grounds]:
        return {"grounds": Grounds(source=h.source(), kind="depositary", checked=day(3, 2))}

    of: dict[str, Any] = {"instrument": "LAW"}
    offices = (Depositary(depositary="office", name=h.text(), city=h.text()), Depositary(depositary="CHE", party="CHE"))
    zone = Zone(name=h.text(), regions=(h.text(), h.text()))
    treaty: dict[str, Any] = {"kind": "treaty", "depositaries": offices, "opened_on": day(1, 1), "zone": zone}
    h.counts("EDITOR", EnterInstrument(name=h.text(), short=h.text(), symbol=h.words(), **treaty, **of, **grounds()))
    protocol: dict[str, Any] = {"instrument": "LAW-P", "kind": "protocol", "parent": "LAW", "open_to": ("CHE", "ST-A")}
    h.counts("EDITOR", EnterInstrument(name=h.text(), **protocol, **grounds()))
    told = StatusRow(party="CHE", on=day(1, 2), depositary="CHE", named_as=h.words(), note=h.text(), source=h.source())
    other = StatusRow(party="CHE", on=day(1, 3), depositary="CHE")
    early = StatusRow(party="ST-A", on=day(1, 1).replace(year=1999), note=h.text())
    listed: dict[str, Any] = {"name": h.text(), "listed": ("CHE", "ST-A")}
    awaited = (AtLeast(number=1), AllOfStates(**listed), InForceFor(instrument="LAW-P", **listed))
    for act in (
        SummariseArticle(provision="I", summary=h.text(), **of, **grounds()),
        SummariseArticle(provision="II", summary=h.text(), verbatim=True, **of, **grounds()),
        RecordStage(stage="adopted", note=h.text(), **of, **grounds()),
        RecordStage(stage="in-force", on=day(2, 1), **of, **grounds()),
        SetConditions(provision="XIV", entry_conditions=awaited, waivable=True, **of, **grounds()),
        RecordStatus(action="signature", deeds=(early, StatusRow(party="GRP")), **of, **grounds()),
        RecordStatus(action="ratification", deeds=(told, other), **of, **grounds()),
        RecordStatus(action="withdrawal-announced", deeds=(told,), **of, **grounds()),
        MakeReservation(reservation="r-1", kind="reservation", state="CHE", text=h.text(), **of, **grounds()),
        MakeReservation(
            reservation="o-1", kind="objection", state="ST-A", to="r-1", text=h.text(), verbatim=True, **of, **grounds()
        ),
        WithdrawReservation(reservation="r-1", part=h.text(), **of, **grounds()),
        RecordStage(stage="suspended", on=day(2, 2), **of, **grounds()),
    ):
        h.counts("EDITOR", act)
    h.counts("EDITOR", StrikeInstrumentFact(entry=len(h.entries) - 1, reason=h.words(), **of))

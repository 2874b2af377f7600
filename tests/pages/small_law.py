"""The law of the small record: a treaty with a zone and a protocol, who signed, who is bound, what was said."""

from __future__ import annotations

import datetime
from typing import Any, Protocol

from accord.acts.values import Grounds, Source, Text
from accord.areas.instruments.acts import (
    AllOfStates,
    AtLeast,
    Depositary,
    EnterInstrument,
    MakeReservation,
    RecordStage,
    RecordStatus,
    SetConditions,
    StatusRow,
    SummariseArticle,
    WithdrawReservation,
    Zone,
)


class Tells(Protocol):
    """A record that is told."""

    def counts(self, by: str, act: Any, *also: str) -> int: ...


def text(words: str) -> Text:
    """An English text."""
    return Text(original="en", said={"en": words})


def tell_law(small: Tells, source: Source) -> None:
    """Tells of a treaty that some are bound by and one wants to leave."""
    grounds = Grounds(source=source, kind="depositary", checked=datetime.date(2014, 1, 31))
    of: dict[str, Any] = {"instrument": "T-1", "grounds": grounds}

    def row(party: str, year: int | None, **more: Any) -> StatusRow:
        return StatusRow(party=party, on=None if year is None else datetime.date(year, 5, 14), **more)

    for act in (
        EnterInstrument(
            kind="treaty",
            name=text("Treaty on an example zone"),
            short=text("Example treaty"),
            symbol="A/RES/50/900",
            depositaries=(Depositary(depositary="office", name=text("The Office")),),
            opened_on=datetime.date(2000, 5, 1),
            zone=Zone(name=text("The example zone"), regions=(text("The north"),)),
            **of,
        ),
        EnterInstrument(
            instrument="T-1-P", kind="protocol", name=text("Protocol"), parent="T-1", open_to=("CHE",), grounds=grounds
        ),
        SummariseArticle(provision="I", summary=text("No weapons in the zone."), **of),
        SetConditions(
            provision="XIV",
            entry_conditions=(AtLeast(number=2), AllOfStates(name=text("Annex"), listed=("AUT", "EGY"))),
            **of,
        ),
        RecordStage(stage="open-for-signature", on=datetime.date(2000, 5, 1), **of),
        RecordStatus(action="signature", deeds=(row("AUT", 2001), row("IRL", None), row("EGY", 2002)), **of),
        RecordStatus(action="ratification", deeds=(row("AUT", 2003, depositary="office"), row("ST-A", 2004)), **of),
        RecordStatus(action="withdrawal-announced", deeds=(row("ST-A", 2010, note=text("In a letter.")),), **of),
        MakeReservation(reservation="r-1", kind="reservation", state="AUT", text=text("Not in winter."), **of),
        WithdrawReservation(reservation="r-1", part=text("In spring."), **of),
    ):
        small.counts("EDITOR", act)

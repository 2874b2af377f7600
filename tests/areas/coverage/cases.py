"""The cases of the rules about coverage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accord.acts.vocabulary import Act
from accord.areas.coverage.acts import (
    DisputeReading,
    MapProhibition,
    NameProhibition,
    RecordDevelopment,
    StrikeCoverage,
)
from accord.areas.instruments.acts import EnterInstrument
from tests.areas.cases import Case, Made, changed, common
from tests.scene import Scene, grounds, said

ENTER = EnterInstrument(instrument="T-1", kind="treaty", name=said("Treaty"), grounds=grounds())
NAME = NameProhibition(prohibition="use", name=said("Use"), place=1, grounds=grounds())
OTHER = changed(NAME, prohibition="transfer", name=said("Transfer"), place=2)
MAP = MapProhibition(
    instrument="T-1",
    provision="1.a",
    author="ST-A",
    prohibits=("use",),
    binds="named-parties",
    bound_named=("ST-B",),
    condition=said("in the zone"),
    grounds=grounds("assessed"),
)
DISPUTE = DisputeReading(
    instrument="T-1",
    provision="1.a",
    author="ST-A",
    party="ST-B",
    prohibition="use",
    text=said("No."),
    grounds=grounds(),
)
DEVELOP = RecordDevelopment(
    development="d-1",
    body_of_law="environmental",
    name=said("Principles"),
    summary=said("Principles were adopted."),
    instrument="T-1",
    on=date(2010, 1, 1),
    grounds=grounds("reported"),
)
THERE: tuple[tuple[str, Made], ...] = (("editor", ENTER), ("editor", NAME), ("editor", OTHER))
READ = (*THERE, ("editor", MAP))


def strike(scene: Scene) -> Act:
    """Takes the last entry back, a reading."""
    return StrikeCoverage(strikable="reading", entry=scene.last, reason="recorded by mistake")


HOLDING = (
    Case("may_name", "an editor names a prohibition", NAME),
    Case("may_map", "an editor records an author's reading", MAP, before=THERE),
    Case("may_dispute", "an editor records who disputes a reading", DISPUTE, before=READ),
    Case("may_record_development", "an editor records a development", DEVELOP, before=THERE),
)


def mapping() -> Iterator[Case]:
    """Readings: of what is in the record, naming States just where they are bound by name."""

    def case(sentence: str, reason: str | None, act: Made, by: str = "editor") -> Case:
        return Case("may_map", sentence, act, reason, by, before=THERE)

    yield case("its author says it", None, MAP, "ST-A")
    yield case("an unknown instrument", "unknown-instrument", changed(MAP, instrument="T-9"))
    yield case("an unknown prohibition", "unknown-prohibition", changed(MAP, prohibits=("none",)))
    yield case("a prohibition twice", "named-twice", changed(MAP, prohibits=("use", "use")))
    yield case("an unknown author", "unknown-party", changed(MAP, author="NOBODY"))
    yield case("an unknown State", "unknown-party", changed(MAP, bound_named=("NOBODY",)))
    yield case("a State twice", "named-twice", changed(MAP, bound_named=("ST-B", "ST-B")))
    yield case("nobody named", "named-where-bound-by-name", changed(MAP, bound_named=()))
    yield case("named without need", "named-where-bound-by-name", changed(MAP, binds="parties"))


def disputing() -> Iterator[Case]:
    """Disputes: of a reading that stands, by another party."""

    def case(sentence: str, reason: str | None, act: Made, by: str = "editor") -> Case:
        return Case("may_dispute", sentence, act, reason, by, before=READ)

    yield case("the party says it", None, DISPUTE, "ST-B")
    yield case("the whole reading", None, changed(DISPUTE, prohibition=None))
    yield case("no such reading", "unknown-reading", changed(DISPUTE, provision="2"))
    yield case("another prohibition", "not-in-the-reading", changed(DISPUTE, prohibition="transfer"))
    yield case("an unknown party", "unknown-party", changed(DISPUTE, party="NOBODY"))
    yield case("its own reading", "disputes-its-own", changed(DISPUTE, party="ST-A"))


CASES = (
    *HOLDING,
    *(one for holds in HOLDING for one in common("coverage", holds)),
    *mapping(),
    *disputing(),
    Case(
        "may_record_development",
        "an unknown instrument",
        changed(DEVELOP, instrument="T-9"),
        "unknown-instrument",
        before=THERE,
    ),
    Case("may_strike", "the recorder takes a reading back", strike, before=READ),
    Case("may_strike", "the secretariat does", strike, by="secretariat", before=READ),
    Case(
        "may_strike",
        "nothing stands by that entry",
        StrikeCoverage(strikable="dispute", entry=0, reason="x"),
        "no-such-record",
        before=READ,
    ),
    Case("may_strike", "another recorder", strike, "not-the-recorder", "editor-2", before=READ),
)

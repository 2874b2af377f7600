"""How coverage is asked about: the whole matrix, or the rows of one State or group."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec

from accord.areas.coverage.acts import MapProhibition
from accord.areas.coverage.adding import Proposed, proposed
from accord.areas.coverage.counted import StatesCounted, counted
from accord.areas.coverage.known import Known
from accord.areas.coverage.matrix import Matrix, matrix, ordered, readings, states, union
from accord.areas.coverage.rows import (
    ProhibitionCode,
    ProhibitionRow,
    disputes_of,
    prohibition_row,
)
from accord.areas.instruments.acts import LegalStage
from accord.areas.instruments.law import tells_when
from accord.areas.instruments.rows import InstrumentCode
from accord.areas.instruments.stages import stage_on
from accord.areas.parties.cite import Missing, Page, Part, PartyCode, head

ALL = "all"
"""Stands for every State where the State or group is left out and what follows is not."""


class CellRow(Part, frozen=True):
    """A prohibition and a State: the instruments in force for it that prohibit it; none: no treaty text recorded."""

    prohibition: ProhibitionCode
    instruments: tuple[InstrumentCode, ...]
    added: bool
    """Whether the instrument asked about would add it."""


class CoveredState(Part, frozen=True):
    """A State's row of the matrix."""

    party: PartyCode
    cells: tuple[CellRow, ...]
    not_known: tuple[InstrumentCode, ...]
    """Of which it is not known whether the State had joined them by the day asked."""


class CoveringRow(Part, frozen=True):
    """An instrument in which somebody reads prohibitions."""

    instrument: InstrumentCode
    legal_stage: LegalStage | None
    prohibits: tuple[ProhibitionCode, ...]
    party_count: int | None
    """For how many States it is in force; `None` where nothing recorded says when it is."""
    authors: tuple[PartyCode, ...]
    """Whose readings these are."""
    disputed_by: tuple[PartyCode, ...]


class CoveragePage(Page, frozen=True, tag="coverage"):
    """Prohibitions × instruments × States on the day asked (A/68/514 ¶¶34-36)."""

    shown_for: PartyCode | None
    """The State or group that alone was asked about."""
    author: PartyCode | None
    """Whose readings alone count, if one was asked for."""
    states_counted: StatesCounted
    """The States shown."""
    adds_instrument: InstrumentCode | None
    adds_prohibitions: tuple[ProhibitionCode, ...]
    """What was asked about: what such an instrument would add."""
    prohibitions: tuple[ProhibitionRow, ...]
    instruments: tuple[CoveringRow, ...]
    covered_states: tuple[CoveredState, ...] = msgspec.field(name="states")


def coverage(
    known: Known, of: str = "", adds: str = "", author: str = "", *, on: datetime.date | None = None
) -> CoveragePage:
    """The matrix: of all States, or of a State or group; with what an instrument would add, if one is named.

    Raises:
        Missing: no such party, instrument or prohibition.
    """
    shown = _shown(known, of, on)
    found = matrix(known, author, on)
    asked = proposed(known, found, adds, author)
    rows = _rows(found, shown, asked)
    by_instrument = readings(known, author)
    counts = [sum(bool(row.cells[place].instruments) for row in rows) for place in range(len(found.prohibitions))]
    added = [sum(row.cells[place].added for row in rows) for place in range(len(found.prohibitions))]
    in_texts = {name: {label for one in facts for label in one.act.prohibits} for name, facts in by_instrument.items()}
    return CoveragePage(
        head=head(known, on),
        shown_for=None if of == ALL else of or None,
        author=author or None,
        states_counted=counted(known, shown, on),
        adds_instrument=None if asked is None else asked.instrument,
        adds_prohibitions=() if asked is None else found.labels(union(one.prohibited for one in asked.bits)),
        prohibitions=tuple(
            prohibition_row(
                known,
                fact,
                sum(fact.act.prohibition in labels for labels in in_texts.values()),
                counts[place],
                None if asked is None else added[place],
            )
            for place, fact in enumerate(ordered(known))
        ),
        instruments=tuple(_covering(known, name, author, found, on) for name in by_instrument),
        covered_states=rows,
    )


def _shown(known: Known, of: str, on: datetime.date | None) -> tuple[str, ...]:
    if of in ("", ALL):
        return states(known)
    fact = known.parties.tables.parties.get(of)
    if fact is None or fact.act.kind not in ("state", "group"):
        raise Missing("party", of)
    if fact.act.kind == "state":
        return (of,)
    return tuple(one for one in known.parties.members(of, on) if known.parties.tables.parties[one].act.kind == "state")


def _rows(found: Matrix, shown: tuple[str, ...], asked: Proposed | None) -> tuple[CoveredState, ...]:
    """A row for each State. Equal cells are one, and those of States to which the same applies are made once."""
    kept: dict[tuple[int, tuple[str, ...], bool], CellRow] = {}
    alike: dict[tuple[Any, ...], tuple[CellRow, ...]] = {}

    def cell(place: int, instruments: tuple[str, ...], added: bool) -> CellRow:
        name = (place, instruments, added)
        if name not in kept:
            kept[name] = CellRow(prohibition=found.prohibitions[place], instruments=instruments, added=added)
        return kept[name]

    rows = []
    for party in shown:
        extra = 0 if asked is None else asked.adds(found, party)
        name = (extra, *found.covered.get(party, {}).items())
        if name not in alike:
            alike[name] = tuple(
                cell(place, found.instruments(party, place), bool(extra >> place & 1))
                for place in range(len(found.prohibitions))
            )
        rows.append(CoveredState(party=party, cells=alike[name], not_known=found.not_known.get(party, ())))
    return tuple(rows)


def _covering(known: Known, instrument: str, author: str, found: Matrix, on: datetime.date | None) -> CoveringRow:
    facts = readings(known, author)[instrument]
    stage = stage_on(known.instruments.tables.stages.get(instrument, ()), on)
    said: list[MapProhibition] = [one.act for one in facts]
    disputed = (dispute.act.party for one in facts for dispute in disputes_of(known, one, on))
    return CoveringRow(
        instrument=instrument,
        legal_stage=None if stage is None else stage.act.stage,
        prohibits=found.labels(found.set_of(label for act in said for label in act.prohibits)),
        party_count=found.parties[instrument] if tells_when(known, instrument) else None,
        authors=tuple(dict.fromkeys(act.author for act in said)),
        disputed_by=tuple(dict.fromkeys(disputed)),
    )

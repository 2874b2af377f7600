"""How a State and an instrument are asked about: every recorded action, what a State is party to, a fact's history."""

from __future__ import annotations

import datetime

from accord.acts.entry import Entry
from accord.areas.instruments.acts import ActionKind, LegalStage, RecordStatus
from accord.areas.instruments.known import Known
from accord.areas.instruments.law import entered, law_of, status_of
from accord.areas.instruments.periods import held
from accord.areas.instruments.rows import (
    ConflictRow,
    DeedRow,
    InstrumentCode,
    RemarkRow,
    StandingRow,
    conflict_rows,
    deed_cite,
    deed_row,
    remark_rows,
    shown_on,
    standing_row,
)
from accord.areas.instruments.rules import key
from accord.areas.instruments.stages import stage_on
from accord.areas.instruments.votes import AdoptionVote, only_voted, votes_of
from accord.areas.parties import pages as parties
from accord.areas.parties.cite import EntryIndex, FactCite, Page, Part, PartyCode, Voice, head
from accord.areas.parties.pages import ReplyRow


class ToldRow(Part, frozen=True):
    """What an entry said of what a State did: it stands, was corrected, or took an earlier one out."""

    entry: EntryIndex
    by: PartyCode
    action: ActionKind
    days: tuple[datetime.date, ...]
    undated_count: int
    """Rows without a day."""
    corrects: EntryIndex | None
    struck: bool
    """Whether it took what it corrects out and put nothing in its place."""
    stands: bool


class InstrumentStatePage(Page, frozen=True, tag="instrument-state"):
    """A State and an instrument: where it stands on the day asked, all that is recorded of it, and its replies."""

    instrument: InstrumentCode
    party: PartyCode
    legal_stage: LegalStage | None
    standing_there: StandingRow
    conflicts: tuple[ConflictRow, ...]
    deeds: tuple[DeedRow, ...]
    remarks_made: tuple[RemarkRow, ...]
    replies: tuple[ReplyRow, ...]
    told: tuple[ToldRow, ...]


class LawRow(Part, frozen=True):
    """Where a State stands towards an instrument, on its own page."""

    instrument: InstrumentCode
    legal_stage: LegalStage | None
    standing_there: StandingRow
    cite: FactCite


class LawOfState(Part, frozen=True):
    """What is recorded of a State's law of nuclear weapons: instruments, and what it said about them."""

    law: tuple[LawRow, ...]
    adoption_votes: tuple[AdoptionVote, ...]
    """How it voted on the adoption of instruments."""
    remarks_made: tuple[RemarkRow, ...]


def instrument_state(
    known: Known, instrument: str, party: str, *, on: datetime.date | None = None
) -> InstrumentStatePage:
    """A State and an instrument.

    Raises:
        Missing: no such instrument or party.
    """
    entered(known, instrument)
    parties.entered(known, party)
    deeds = known.instruments.deeds(instrument, party)
    remarks = known.instrument_lookups.reservations_of[party]
    told = known.instruments.tables.entries.get(key(instrument, party), ())
    stage = stage_on(known.instruments.tables.stages.get(instrument, ()), on)
    replies = parties.reply_rows(known, told) if told else ()
    return InstrumentStatePage(
        head=head(known, on),
        instrument=instrument,
        party=party,
        legal_stage=None if stage is None else stage.act.stage,
        standing_there=standing_row(known, instrument, party, status_of(known, instrument, party, on), on),
        conflicts=conflict_rows(known, instrument, on, party),
        deeds=tuple(deed_row(known, deed) for deed in sorted(deeds, key=lambda deed: (deed.day, deed.entry))),
        remarks_made=remark_rows(known, tuple(one for one in remarks if one.act.instrument == instrument), on),
        replies=tuple(row for row in replies if row.party == party),
        told=told_rows(known, instrument, party, told),
    )


def told_rows(known: Known, instrument: str, party: str, entries: tuple[int, ...]) -> tuple[ToldRow, ...]:
    """The history of what was recorded; of an entry that is not at hand only that it is there."""
    standing = {deed.entry for deed in known.instruments.deeds(instrument, party)}
    rows = []
    for index in entries:
        batch = known.instruments.tables.batches[index]
        entry: Entry[RecordStatus] | None = known.read(index)
        act = None if entry is None else entry.act
        own = () if act is None else tuple(row for row in act.deeds if row.party == party)
        rows.append(
            ToldRow(
                entry=index,
                by=batch.by,
                action=batch.action,
                days=tuple(sorted({row.on for row in own if row.on is not None})),
                undated_count=sum(row.on is None for row in own),
                corrects=None if act is None else act.corrects,
                struck=act is not None and party in act.struck,
                stands=index in standing,
            )
        )
    return tuple(rows)


def law_of_state(known: Known, party: str, on: datetime.date | None = None) -> LawOfState | None:
    """Where a State stands on a day towards each instrument of which it had done something, and what it said of them.

    `None` where the record knows of no instruments.
    """
    if not known.instruments.tables.instruments:
        return None
    rows = []
    for deeds in known.instrument_lookups.by_party[party]:
        if only_voted(deeds):
            continue
        instrument = deeds[0].instrument
        there = held(deeds, law_of(known, instrument), on)
        stage = stage_on(known.instruments.tables.stages.get(instrument, ()), on)
        row = standing_row(known, instrument, party, there, on)
        if not shown_on(row, on):
            continue
        decisive = next((deed for deed in deeds if deed.entry == row.decided_by), deeds[0])
        rows.append(
            LawRow(
                instrument=instrument,
                legal_stage=None if stage is None else stage.act.stage,
                standing_there=row,
                cite=deed_cite(known, decisive),
            )
        )
    return LawOfState(
        law=tuple(rows),
        adoption_votes=votes_of(known, party, on),
        remarks_made=remark_rows(known, known.instrument_lookups.reservations_of[party], on),
    )


def voices(law: LawOfState | None) -> tuple[Voice | None, ...]:
    """Of each fact in a State's law, whether the State said it itself."""
    if law is None:
        return ()
    cited = [row.cite for row in law.law]
    cited += [row.cite for row in law.adoption_votes]
    cited += [row.cite for row in law.remarks_made]
    return tuple(one.voice for one in cited)
